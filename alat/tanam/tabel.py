"""Errors in tables: a figure, a unit, a name, a number of a row."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from opensakip.dokumen.lembar import kepala_datar
from opensakip.dokumen.model import Dokumen, JenisBaris, Potong, Sel, Tabel, polos

from .model import Tanaman, benih, salah_angka
from .pohon import Simpul, simpul

ANGKA = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
UANG = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
JUMLAH = {JenisBaris.JUMLAH, JenisBaris.TOTAL, JenisBaris.SUBJUMLAH}
Ubah = Callable[[str, random.Random], str | None]


def _tabel(
    dok: Dokumen, *kepala: str, bukan: str = "", judul: str = ""
) -> Iterator[tuple[Simpul, Tabel, list[str]]]:
    """Tables whose heads hold all these words, and none of another."""
    for s in simpul(dok):
        if isinstance(s.blok, Tabel):
            nama = [k.casefold() for k in kepala_datar(s.blok)]
            ada = all(any(k in n for n in nama) for k in kepala)
            if ada and judul in s.blok.judul.casefold() and not (bukan and any(bukan in n for n in nama)):
                yield s, s.blok, nama


def _kolom(nama: list[str], kata: str) -> int:
    return next(i for i, n in enumerate(nama) if kata in n)


def _sel(t: Tabel, baris: int, kolom: int) -> Sel | None:
    """The cell that begins at a column."""
    i = 0
    for s in t.baris[baris].sel:
        if i == kolom:
            return s
        i += s.kolom
    return None


def _dengan(t: Tabel, baris: int, lama: Sel, teks: str) -> Tabel:
    """The table with other letters in one cell; the runs of the cell keep the marks of its first."""
    contoh = next((r for r in lama.isi if isinstance(r, Potong)), Potong(""))
    baru = replace(lama, isi=(replace(contoh, teks=teks),))
    b = t.baris[baris]
    sel = tuple(baru if s is lama else s for s in b.sel)
    return replace(t, baris=(*t.baris[:baris], replace(b, sel=sel), *t.baris[baris + 1 :]))


def _tanam(
    jenis: str,
    s: Simpul,
    t: Tabel,
    kolom: int,
    ubah: Ubah,
    acak: random.Random,
    *,
    baris: frozenset[JenisBaris],
    masukan: int,
) -> Iterator[Tanaman]:
    """Change the cell of each row of these kinds; `masukan` other numbers must stand in the row.

    Without them nothing in the report would contradict the new figure.
    """
    for n, b in enumerate(t.baris):
        sel = _sel(t, n, kolom) if b.jenis in baris else None
        if sel is None:
            continue
        asli = polos(sel.isi)
        baru = ubah(asli, acak)
        if baru is None or baru == asli:
            continue
        tabel = _dengan(t, n, sel, baru)
        kunci = tuple(polos(x.isi) for x in tabel.baris[n].sel if polos(x.isi))
        if sum(bool(ANGKA.fullmatch(k.strip("()−-% *†"))) for k in kunci) < masukan + 1:
            continue
        yield Tanaman(jenis, baru, asli, s.jalur, tabel, kunci, n)


def _angka(teks: str, acak: random.Random) -> str | None:
    inti = teks.strip("()−-% ")
    return teks.replace(inti, salah_angka(inti, acak)) if ANGKA.fullmatch(inti) and inti != "0,00" else None


def _uang(teks: str, acak: random.Random) -> str | None:
    return _angka(teks, acak) if UANG.fullmatch(teks.strip("()")) else None


ISI = frozenset({JenisBaris.ISI})
BERJUMLAH = frozenset(JUMLAH)
INDUK = frozenset({JenisBaris.TINGKAT3, JenisBaris.TINGKAT2})


def _benih_kolom(
    jenis: str,
    kolom: str,
    *kepala: str,
    ubah: Ubah = _angka,
    baris: frozenset[JenisBaris] = ISI,
    bukan: str = "",
    judul: str = "",
    masukan: int = 0,
) -> None:
    """A kind that changes a cell of one column in tables with these heads."""

    @benih(jenis)
    def _(dok: Dokumen, acak: random.Random) -> Iterator[Tanaman]:
        for s, t, nama in _tabel(dok, kolom, *kepala, bukan=bukan, judul=judul):
            yield from _tanam(jenis, s, t, _kolom(nama, kolom), ubah, acak, baris=baris, masukan=masukan)


def _kali_sepuluh(teks: str, _: random.Random) -> str | None:
    m = re.fullmatch(r"(\d+),(\d)(\d*)", teks)
    return f"{m[1]}{m[2]}" + (f",{m[3]}" if m[3] else "") if m else None


def _seperseribu(teks: str, _: random.Random) -> str | None:
    return teks.removesuffix(".000") if UANG.fullmatch(teks) and teks.endswith(".000") else None


def _koma_ribuan(teks: str, _: random.Random) -> str | None:
    return teks.replace(".", ",") if UANG.fullmatch(teks) else None


def _buang_kata(teks: str, acak: random.Random) -> str | None:
    """Drop one word inside a name of four words and more."""
    kata = teks.split()
    if len(kata) < 4 or "\n" in teks:
        return None
    i = acak.randrange(2, len(kata) - 1)
    return " ".join(kata[:i] + kata[i + 1 :]) if len(kata[i]) > 4 else None


def _satuan_lain(teks: str, acak: random.Random) -> str | None:
    lain = {"Persen": "Dokumen", "Dokumen": "Orang", "Laporan": "Paket", "Orang": "Unit", "Paket": "Laporan"}
    return lain.get(teks)


def _peringkat_lain(teks: str, acak: random.Random) -> str | None:
    nama = ["Sangat Baik", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"]
    status, pisah, kini = teks.rpartition("\n")
    if kini not in nama:
        return None
    return f"{status}{pisah}{acak.choice([n for n in nama[2:] if n != kini])}"


def _status_lain(teks: str, _: random.Random) -> str | None:
    lain = {"tercapai": "di bawah", "melampaui": "di bawah", "di bawah": "melampaui"}
    status, pisah, kini = teks.partition("\n")
    return f"{lain[status]}{pisah}{kini}" if pisah and status in lain else None


def _nomor_naik(teks: str, _: random.Random) -> str | None:
    return str(int(teks) + 1) if teks.isdigit() and int(teks) > 2 else None


CAPAIAN = ("target", "realisasi", "capaian (%)", "indikator")
_benih_kolom("capaian tabel", "capaian (%)", *CAPAIAN)
_benih_kolom("target tabel capaian", "target", *CAPAIAN)
_benih_kolom("realisasi tabel capaian", "realisasi", *CAPAIAN)
_benih_kolom("target PK", "target", "indikator kinerja", "satuan", judul="perjanjian kinerja")
_benih_kolom(
    "target PK salah koma",
    "target",
    "indikator kinerja",
    "satuan",
    judul="perjanjian kinerja",
    ubah=_kali_sepuluh,
)
_benih_kolom("nilai riwayat", "2024", "2025", "indikator")
_benih_kolom("jumlah", "perubahan", "murni", baris=BERJUMLAH, ubah=_uang)
_benih_kolom("subjumlah", "perubahan", "uraian", "murni", "target", baris=INDUK, ubah=_uang)
_benih_kolom("selisih kolom", "bertambah", bukan="target", ubah=_uang)
_benih_kolom("serapan tabel", "serapan", masukan=2)
_benih_kolom("efisiensi tabel", "efisiensi (%)", masukan=2)
_benih_kolom("kemajuan Renstra", "kemajuan", masukan=2)
_benih_kolom("jarak ke target akhir", "jarak", masukan=2)
_benih_kolom("selisih pembanding", "selisih", "pembanding", masukan=2)
_benih_kolom("nama indikator", "indikator kinerja", "satuan", judul="perjanjian kinerja", ubah=_buang_kata)
_benih_kolom("nama sasaran", "sasaran", "indikator kinerja", judul="perjanjian kinerja", ubah=_buang_kata)
_benih_kolom("satuan", "satuan", "indikator", ubah=_satuan_lain)
_benih_kolom("bentuk angka uang", "perubahan", "murni", ubah=_koma_ribuan)
_benih_kolom("satuan uang", "realisasi (rp)", "alokasi", ubah=_seperseribu)
_benih_kolom("peringkat", "peringkat", "capaian (%)", ubah=_peringkat_lain)
_benih_kolom("status terhadap target", "peringkat", "capaian (%)", ubah=_status_lain)
_benih_kolom("nomor baris", "no", "indikator", ubah=_nomor_naik)
