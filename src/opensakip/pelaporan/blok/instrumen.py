"""Tables of the instruments that a snapshot may carry: SKM, AKIP, NKA, IP ASN."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from opensakip.dokumen.model import (
    Baris,
    Blok,
    Isi,
    JenisBaris,
    Judul,
    Kolom,
    Paragraf,
    Potong,
    Rata,
    Sel,
    Tabel,
    isi,
)
from opensakip.pelaporan.blok.cuplik import Cuplik
from opensakip.pelaporan.blok.gambar_instrumen import gambar_instrumen, kalimat_instrumen
from opensakip.pelaporan.blok.tata import baris, kepala, narasi, naskah, sel
from opensakip.pelaporan.kalimat import Penutur, gabung

URUTAN = ("akip", "skm", "nka", "ip_asn")


@dataclass(frozen=True, slots=True)
class KolomIns:
    """A column of an instrument's table: field of the row, head, width; `teks` when it is not a figure id."""

    kunci: str
    judul: str
    lebar: str = "19mm"
    teks: bool = False


BENTUK: dict[str, tuple[str, tuple[KolomIns, ...]]] = {
    "akip": (
        "Komponen",
        (
            KolomIns("bobot", "Bobot", teks=True),
            KolomIns("nilai", "Nilai"),
            KolomIns("porsi", "% dari bobot", "24mm"),
        ),
    ),
    "ip_asn": (
        "Dimensi",
        (
            KolomIns("bobot", "Bobot", teks=True),
            KolomIns("nilai", "Nilai"),
            KolomIns("porsi", "% dari bobot", "24mm"),
        ),
    ),
    "nka": (
        "Unit",
        (
            KolomIns("nilai", "NKA", "15mm"),
            KolomIns("csp", "Capaian program", "17mm"),
            KolomIns("penyerapan", "Penyerapan", "19mm"),
            KolomIns("konsistensi", "Konsistensi", "19mm"),
            KolomIns("cko", "Capaian keluaran", "17mm"),
            KolomIns("nilai_efisiensi", "Nilai efisiensi", "16mm"),
            KolomIns("satker", "Rata-rata satker", "17mm"),
        ),
    ),
}
BUKAN_ANGKA = {
    "kode",
    "uraian",
    "kelompok",
    "mutu",
    "mutu_lalu",
    "kelas",
    "catatan",
    "keterangan",
    "keadaan",
    "tahun",
    "tercetak",
}


def instrumen(c: Cuplik, penutur: Penutur) -> tuple[Blok, ...]:
    """One subsection per instrument, in a fixed order, unknown ones last."""
    semua = c.isi.get("instrumen") or {}
    urut = [k for k in URUTAN if semua.get(k)] + sorted(k for k in semua if k not in URUTAN and semua[k])
    blok: list[Blok] = []
    for k in urut:
        blok += _satu(c, k, semua[k], penutur)
    return tuple(blok)


def _satu(c: Cuplik, kunci: str, ins: Mapping[str, Any], penutur: Penutur) -> list[Blok]:
    judul = str(ins.get("judul") or kunci.upper())
    tahun = ins.get("tahun") or c.tahun
    blok: list[Blok] = [Judul(3, judul)]
    if c.ada(ins.get("hasil")):
        teks: list[Any] = [f"{judul} tahun {tahun} adalah ", c.potong(ins["hasil"], tebal=True)]
        if ins.get("kelas"):
            teks.append(f", {'mutu' if kunci == 'skm' else 'kategori'} {_kelas(ins['kelas'])}")
        lalu = ins.get("lalu") or {}
        if c.ada(lalu.get("hasil")):
            teks += [f"; pada {lalu['tahun']} nilainya ", c.potong(lalu["hasil"])]
        blok.append(Paragraf(isi(*teks, ".")))
    if kalimat := kalimat_instrumen(c, kunci, ins, penutur):
        blok.append(Paragraf(gabung(kalimat)))
    blok += narasi(c, f"instrumen.{kunci}", naskah(c, f"instrumen.{kunci}"))
    rincian: Sequence[Mapping[str, Any]] = ins.get("baris") or ()
    if rincian:
        tabel = _tabel_skm if kunci == "skm" else _tabel
        blok.append(tabel(c, kunci, f"{judul} tahun {tahun}", ins, rincian))
        blok += gambar_instrumen(c, kunci, ins)
    if responden := ins.get("responden"):
        blok.append(_tabel_responden(c, judul, responden))
    return blok


def _tabel_responden(c: Cuplik, judul: str, responden: Sequence[Mapping[str, Any]]) -> Tabel:
    """Who answered, by group."""
    return Tabel(
        judul=f"Responden {judul}",
        kolom=(Kolom("38mm"), Kolom("1fr"), Kolom("26mm", Rata.KANAN)),
        kepala=(kepala("Kelompok", "Uraian", "Jumlah"),),
        baris=tuple(
            baris(str(r.get("kelompok") or "").capitalize(), str(r["uraian"]), sel(c.potong(r["jumlah"])))
            for r in responden
        ),
    )


def _kelas(kelas: Any) -> str:
    """Class as the snapshot names it; a class whose code repeats its name is printed once ("Sedang")."""
    kode, _, nama = str(kelas).partition(" (")
    nama = nama.rstrip(")")
    return nama if nama and kode.casefold() == nama.casefold() else str(kelas)


def _catatan(c: Cuplik, ins: Mapping[str, Any]) -> tuple[Isi, ...]:
    """What the source prints where it differs from the result shown."""
    hasil = [isi(str(x)) for x in ins.get("catatan") or ()]
    for tahun, bagian in (
        (ins.get("tahun"), ins),
        ((ins.get("lalu") or {}).get("tahun"), ins.get("lalu") or {}),
    ):
        cetak = bagian.get("tercetak")
        if (
            isinstance(cetak, Mapping)
            and c.ada(bagian.get("hasil"))
            and str(cetak["nilai"]) != c.tampil(bagian["hasil"])
        ):
            hasil.append(
                isi(
                    f"Dokumen sumber mencetak {cetak['nilai']} untuk {tahun}; nilai pada tabel dihitung "
                    "dari rinciannya."
                )
            )
    return tuple(hasil)


def _tabel(
    c: Cuplik, kunci: str, judul: str, ins: Mapping[str, Any], rincian: Sequence[Mapping[str, Any]]
) -> Tabel:
    """Table by the known form of the instrument, else with every figure the rows hold."""
    nama, kolom = BENTUK.get(kunci) or ("Uraian", _kolom_umum(c, rincian))
    kolom = tuple(k for k in kolom if any(b.get(k.kunci) for b in rincian))
    isi_baris: list[Baris] = [
        baris(
            str(n),
            str(b.get("uraian") or b.get("kode") or ""),
            *(_sel_angka(c, b, k, tebal=kunci == "nka" and k.kunci == "nilai") for k in kolom),
        )
        for n, b in enumerate(rincian, start=1)
    ]
    if c.ada(ins.get("hasil")):
        di = next((i for i, k in enumerate(kolom) if k.kunci == "nilai"), 0)
        ekor = [sel("")] * len(kolom)
        if kolom:
            ekor[di] = sel(c.potong(ins["hasil"]))
        isi_baris.append(baris(sel("Jumlah", kolom=2, rata=Rata.KANAN), *ekor, jenis=JenisBaris.JUMLAH))
    return Tabel(
        judul=judul,
        kolom=(
            Kolom("9mm", Rata.TENGAH),
            Kolom("1fr", penggal=True),
            *(Kolom(k.lebar, Rata.KANAN) for k in kolom),
        ),
        kepala=(kepala("No", nama, *(k.judul for k in kolom)),),
        baris=tuple(isi_baris),
        label=f"tabel-{kunci.replace('_', '-')}",
        catatan=_catatan(c, ins),
    )


def _sel_angka(c: Cuplik, b: Mapping[str, Any], k: KolomIns, *, tebal: bool = False) -> Sel:
    return sel(str(b.get(k.kunci) or "–")) if k.teks else sel(c.potong(b.get(k.kunci), tebal=tebal))


def _kolom_umum(c: Cuplik, rincian: Sequence[Mapping[str, Any]]) -> tuple[KolomIns, ...]:
    """Fields of the rows that are ids of figures, for an instrument without a form of its own."""
    ada: dict[str, None] = {}
    for b in rincian:
        for k, v in b.items():
            if k not in BUKAN_ANGKA and isinstance(v, str) and v in c.angka:
                ada[k] = None
    return tuple(KolomIns(k, k.replace("_", " ").capitalize()) for k in ada)


def _tabel_skm(
    c: Cuplik, kunci: str, judul: str, ins: Mapping[str, Any], rincian: Sequence[Mapping[str, Any]]
) -> Tabel:
    """Nine elements with last year beside this one where the snapshot has it."""
    lalu = ins.get("lalu") or {}
    per_kode = {str(b["kode"]): b for b in lalu.get("baris") or ()}
    tahun, dulu = str(ins.get("tahun") or c.tahun), str(lalu.get("tahun") or "")
    n = 2 if per_kode else 1
    isi_baris = []
    for b in rincian:
        x = per_kode.get(str(b["kode"]), {})
        lama = [sel(c.potong(x.get("nilai")))] if per_kode else []
        lama_k = [sel(c.potong(x.get("konversi")))] if per_kode else []
        isi_baris.append(
            baris(
                str(b["kode"]),
                str(b["uraian"]),
                *lama,
                sel(c.potong(b.get("nilai"))),
                *lama_k,
                sel(c.potong(b.get("konversi"), tebal=True)),
                sel(Potong(str(b.get("mutu") or "–"), tebal=True)),
            )
        )
    if c.ada(ins.get("hasil")):
        kode = str(ins.get("kelas") or "").partition(" ")[0]
        isi_baris.append(
            baris(
                sel("Nilai SKM", kolom=2 + n, rata=Rata.KANAN),
                *([sel(c.potong(lalu.get("hasil")))] if per_kode else []),
                sel(c.potong(ins["hasil"])),
                kode or "",
                jenis=JenisBaris.JUMLAH,
            )
        )
    atas: tuple[tuple[Sel, ...], ...]
    if per_kode:
        atas = (
            kepala(
                sel("Unsur", kolom=2, baris=2),
                sel("Nilai rata-rata", kolom=2),
                sel("Nilai konversi", kolom=2),
                sel("Mutu", baris=2),
            ),
            kepala(dulu, tahun, dulu, tahun),
        )
    else:
        atas = (kepala(sel("Unsur", kolom=2), "Nilai rata-rata", "Nilai konversi", "Mutu"),)
    return Tabel(
        judul=judul,
        kolom=(
            Kolom("12mm"),
            Kolom("1fr"),
            *(Kolom("21mm", Rata.KANAN) for _ in range(2 * n)),
            Kolom("16mm", Rata.TENGAH),
        ),
        kepala=atas,
        baris=tuple(isi_baris),
        label="tabel-skm",
        catatan=_catatan(c, ins),
    )
