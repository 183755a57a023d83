"""A batch as its page shows it: questions in groups, rows with their place, choices in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from opensakip.hitung.tampilan import tampil_rupiah
from opensakip.impor.batch.bentuk import NAMA_JENIS, sebut_singkat, sebut_tempat
from opensakip.impor.batch.jawaban import SEBUTAN, Isian, pilihan_soal
from opensakip.impor.batch.kenali import PENGENAL
from opensakip.impor.batch.rencana import TAHAP
from opensakip.impor.models import Batch, TanyaImpor
from opensakip.impor.selectors import Pratinjau
from opensakip.organisasi.models import Instansi
from opensakip.organisasi.selectors import unit_pada
from opensakip.periksa.pohon.model import JENIS_TANYA

PER_HALAMAN = 100


@dataclass(frozen=True, slots=True)
class Soal:
    """One question with its choices in words."""

    t: TanyaImpor
    tempat: str
    kutipan: tuple[str, ...]
    pilihan: tuple[tuple[str, str], ...]
    jawaban: str


@dataclass(frozen=True, slots=True)
class Kelompok:
    """Questions of one kind."""

    jenis: str
    judul: str
    soal: tuple[Soal, ...]
    terbuka: int
    berusul: bool


@dataclass(frozen=True, slots=True)
class BarisTampil:
    """One row of the preview."""

    pengenal: str
    jorok: int
    tingkat: str
    nama: str
    indikator: tuple[str, ...]
    uang: tuple[str, ...]
    tindakan: str
    pesan: str
    tempat: str


@dataclass(frozen=True, slots=True)
class LembarBaris:
    """A page of rows, with the filter and the other pages."""

    baris: tuple[BarisTampil, ...]
    kolom: tuple[str, ...]
    pilih: str
    jumlah: Mapping[str, int]
    halaman: int
    semua_halaman: int


def jenis() -> dict[str, str]:
    """Kinds that a document can be recognised as."""
    return {k: NAMA_JENIS[k] for k in PENGENAL}


def tahap() -> tuple[str, ...]:
    """Stages that a money column can stand for."""
    return TAHAP


def pilihan_unit(instansi: Instansi, tahun: int) -> list[tuple[str, str]]:
    """Units of the agency in printed order."""
    return [(v.unit.kode, v.nama) for v in unit_pada(instansi, date(tahun, 12, 31))]


@dataclass(frozen=True, slots=True)
class Peta:
    """The mapping as the form shows it."""

    dokumen: str
    alasan: str
    uang: tuple[tuple[str, str, str, str], ...]
    pengali: int
    satuan: str
    pemilik: tuple[tuple[str, str], ...]
    indikator: tuple[tuple[str, str], ...]
    tanggal_pk: str
    pihak: tuple[str, str]

    @property
    def lengkap(self) -> bool:
        """Every printed owner and indicator is mapped."""
        return all(kode for _, kode in (*self.pemilik, *self.indikator))


def peta(batch: Batch) -> Peta:
    """Document, money columns (key, head, what it stands for, date), multiplier, printed owners."""
    p = batch.pemetaan
    berlaku = p.get("berlaku", {})
    return Peta(
        dokumen=p.get("dokumen") or f"{batch.sebagai}-{batch.tahun}",
        alasan=p.get("alasan", ""),
        uang=tuple(
            (k, str(v["judul"]), str(v["sebagai"]), berlaku.get(v["sebagai"], ""))
            for k, v in p.get("uang", {}).items()
        ),
        pengali=int(p.get("pengali", 0)),
        satuan=str(p.get("satuan_uang", "")),
        pemilik=tuple(p.get("pemilik", {}).items()),
        indikator=tuple(p.get("indikator", {}).items()),
        tanggal_pk=berlaku.get("pk", ""),
        pihak=(p.get("pihak_pertama", ""), p.get("pihak_kedua", "")),
    )


def kelompok(soal: Iterable[TanyaImpor]) -> list[Kelompok]:
    """Questions that need an answer, by kind, open kinds first."""
    menurut: dict[str, list[Soal]] = {}
    for t in soal:
        if not t.catatan:
            menurut.setdefault(t.jenis, []).append(_soal(t))
    hasil = [
        Kelompok(
            j,
            JENIS_TANYA.get(j, j),
            tuple(daftar),
            sum(1 for s in daftar if not s.t.pilihan),
            any(not s.t.pilihan and s.pilihan[0][0] != "isian" for s in daftar),
        )
        for j, daftar in menurut.items()
    ]
    return sorted(hasil, key=lambda k: not k.terbuka)


def catatan(soal: Iterable[TanyaImpor]) -> list[Soal]:
    """Remarks that stand when nobody answers them."""
    return [_soal(t) for t in soal if t.catatan]


def _soal(t: TanyaImpor) -> Soal:
    pilihan = tuple((p, _sebut(p, t)) for p in pilihan_soal(t.jenis, t.usul))
    jawaban = f"{SEBUTAN[t.pilihan]}: {t.isian or t.usul}" if t.pilihan in ("isian", "usul") else ""
    return Soal(
        t,
        sebut_tempat(t.lokasi[0]) if t.lokasi else "",
        tuple(t.kutipan.split("\n")) if t.kutipan else (),
        pilihan,
        jawaban if t.pilihan in ("isian", "usul") else SEBUTAN.get(t.pilihan, ""),
    )


def _sebut(pilihan: str, t: TanyaImpor) -> str:
    if pilihan == "usul":
        return "Pakai hasil hitungan" if t.usul == "hitung" else f"Pakai usulan: {t.usul}"
    if t.jenis == "baris_hilang":
        return {
            "tercetak": "Catat sebagai baris yang tidak terbaca",
            "kosongkan": "Tanpa baris penampung",
        }[pilihan]
    if t.jenis == "angka_bergeser":
        return {"tercetak": "Terima letak ini", "kosongkan": "Kosongkan"}[pilihan]
    return SEBUTAN[pilihan]


def baris(p: Pratinjau, minta: Mapping[str, Any]) -> LembarBaris:
    """Rows of the preview: those of one act, one page of them."""
    pilih = str(minta.get("tindakan", ""))
    pilih = pilih if pilih in p.jumlah else ""
    dipilih = [b for b in p.rencana.baris if not pilih or p.tindakan[b.pengenal][0] == pilih]
    semua = max(1, -(-len(dipilih) // PER_HALAMAN))
    nomor = str(minta.get("halaman", "1"))
    halaman = min(max(int(nomor) if nomor.isdigit() and len(nomor) < 5 else 1, 1), semua)
    jorok = _jorok(p.rencana.baris)
    kolom = {k: str(v["judul"]) for k, v in p.batch.pemetaan.get("uang", {}).items()}
    potong = dipilih[(halaman - 1) * PER_HALAMAN : halaman * PER_HALAMAN]
    return LembarBaris(
        tuple(_baris(b, p, jorok[b.pengenal], kolom) for b in potong),
        tuple(kolom.values()),
        pilih,
        p.jumlah,
        halaman,
        semua,
    )


def _jorok(baris: Iterable[Isian]) -> dict[str, int]:
    hasil: dict[str, int] = {}
    for b in baris:
        hasil[b.pengenal] = hasil.get(b.induk, -1) + 1
    return hasil


def _baris(b: Isian, p: Pratinjau, jorok: int, kolom: Mapping[str, str]) -> BarisTampil:
    tindakan, pesan = p.tindakan[b.pengenal]
    tempat = b.lokasi.get("") or []
    return BarisTampil(
        b.pengenal,
        min(jorok, 5),
        str(b.isi.get("tingkat", "")).replace("_", " "),
        " ".join(x for x in (str(b.isi.get("kode", "")), str(b.isi.get("nama", ""))) if x),
        _isi_baris(b.isi),
        tuple(_uang(b.isi.get("pagu", {}).get(k)) for k in kolom),
        tindakan,
        pesan,
        sebut_singkat(tempat[0]) if tempat else "",
    )


def _isi_baris(isi: Mapping[str, Any]) -> tuple[str, ...]:
    """Indicators with targets, or the one value of a measured row."""
    if "nilai" in isi:
        depan = f"{isi['tahun']}: " if "tahun" in isi else ""
        return (f"{depan}{isi['nilai'] or '–'} {isi.get('satuan', '')}".strip(),)
    return tuple(_indikator(i) for i in isi.get("indikator", []))


def _indikator(i: Mapping[str, Any]) -> str:
    target = "; ".join(v if k == "target" else f"{k}: {v}" for k, v in i["target"].items())
    ekor = f": {target} {i['satuan']}".rstrip() if target else ""
    return f"{i['nama'] or '–'}{ekor}"


def _uang(u: Mapping[str, Any] | None) -> str:
    return tampil_rupiah(Decimal(u["nilai"])) if u else "–"
