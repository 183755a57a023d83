"""Odd changes of budgets: notes for whatever looks strange between the original and the changed ceiling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Bacaan, Sel, Tabel
from opensakip.hitung.tampilan import tampil_persen, tampil_rupiah
from opensakip.periksa.bahan import Potong, catatan_ragu, lokasi, potong, rapikan, yakin
from opensakip.periksa.kolom import (
    badan,
    baris_jumlah,
    judul_kolom,
    kolom,
    kolom_uang,
    rangkai,
    sel,
    teks_sel,
    uang_sel,
)
from opensakip.periksa.temuan import Lokasi, Temuan, Tingkat, pemeriksaan
from opensakip.periksa.uang import cari_uang

KODE = "pagu-janggal"
_MURNI = re.compile(r"\b(?:murni|semula|sebelum|awal)\b")
_SESUDAH = re.compile(r"\b(?:perubahan|menjadi|sesudah|setelah)\b")
_TAMBAH = re.compile(
    r"\b(?:penambahan|tambahan|bertambah)\b[^.;]{0,30}\banggaran\b[^.;]{0,30}?sebesar\s*(?=Rp)", re.IGNORECASE
)
_CERMAT = 4
"""Significant digits from which two equal amounts are hardly chance."""


@dataclass(frozen=True)
class Ubah:
    """A row of a budget table before and after a change; None where a cell is empty."""

    nama: str
    murni: Decimal | None
    sesudah: Decimal | None
    sel_murni: Sel | None
    sel_sesudah: Sel
    target: str
    jumlah: bool
    ke: int


def perubahan(t: Tabel) -> list[Ubah]:
    """Rows of a table with an original and a changed ceiling."""
    nama, uang = judul_kolom(t), kolom_uang(t)
    murni = [j for j in uang if _MURNI.search(nama[j])]
    sesudah = [j for j in uang if _SESUDAH.search(nama[j]) and j not in murni]
    if len(murni) != 1 or len(sesudah) != 1:
        return []
    target = next(iter(kolom(t, r"^target")), -1)
    hasil: list[Ubah] = []
    for i in badan(t):
        s = sel(t, i, sesudah[0])
        if s is None:
            continue
        teks = [rapikan(x) for j in range(t.lebar) if j not in uang and len(x := teks_sel(t, i, j)) > 6]
        hasil.append(
            Ubah(
                teks[0] if teks else "",
                uang_sel(teks_sel(t, i, murni[0])),
                uang_sel(s.teks),
                sel(t, i, murni[0]),
                s,
                teks_sel(t, i, target) if target >= 0 else "",
                baris_jumlah(t, i),
                i,
            )
        )
    return hasil


@pemeriksaan(
    KODE,
    judul="Perubahan pagu yang tidak lazim",
    tingkat=Tingkat.CATATAN,
    dasar="Nilai yang hanya tampak janggal dicatat untuk dijelaskan, bukan kesalahan",
    penjelasan=(
        "Pagu yang dipotong hampir habis dengan target tetap, baris yang hilang atau baru muncul pada "
        "perubahan, dua "
        "baris berbeda dengan pagu perubahan yang persis sama, bagian yang naik saat jumlah disebut turun "
        "karena "
        "efisiensi, dan tambahan anggaran yang diumumkan tetapi tidak tampak pada tabel."
    ),
)
def periksa_janggal(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Note odd changes of budgets."""
    for b in dokumen:
        for _, t in rangkai(b):
            baris = perubahan(t)
            if len(baris) < 3:
                continue
            for x in baris:
                yield from _satu_baris(b, x)
            yield from _kembar(b, baris)
            yield from _naik_saat_turun(b, baris)
            yield from _tambahan(b, baris)


def _catat(
    b: Bacaan, kalimat: str, tempat: Sequence[Lokasi], cetak: str, dasar: int = 70, ragu: bool = False
) -> Temuan:
    return Temuan(
        KODE,
        Tingkat.CATATAN,
        yakin(b, dasar, ragu),
        kalimat + catatan_ragu(b, ragu),
        tuple(tempat),
        tercetak=cetak,
        dasar="perubahan pagu perlu penjelasan",
    )


def _satu_baris(b: Bacaan, x: Ubah) -> Iterator[Temuan]:
    if x.jumlah or not x.nama:
        return
    ragu = x.sel_sesudah.ragu or bool(x.sel_murni and x.sel_murni.ragu)
    tempat = [
        lokasi(b, s.tempat, f"{x.nama} {s.teks}") for s in (x.sel_sesudah, x.sel_murni) if s is not None
    ]
    if not x.murni and x.sesudah:
        kalimat = f"“{x.nama}” tidak punya pagu murni dan muncul dengan {x.sel_sesudah.teks} pada perubahan."
        yield _catat(b, kalimat, tempat, x.sel_sesudah.teks, ragu=ragu)
    elif x.murni and x.sesudah == 0:
        target = " dan targetnya 0" if x.target.strip() == "0" else ""
        kalimat = f"“{x.nama}” ditiadakan pada perubahan: pagu {tampil_rupiah(x.murni)} menjadi 0{target}."
        yield _catat(b, kalimat, tempat, x.sel_sesudah.teks, ragu=ragu)
    elif x.murni and x.sesudah and x.sesudah * 20 <= x.murni:
        potong_pct = tampil_persen((1 - x.sesudah / x.murni) * 100, 1)
        target = f" dengan target tetap {x.target}" if x.target and x.target != "0" else ""
        ubah = f"dari {tampil_rupiah(x.murni)} menjadi {x.sel_sesudah.teks}"
        kalimat = f"Pagu “{x.nama}” dipotong {potong_pct}, {ubah}{target}."
        yield _catat(b, kalimat, tempat, x.sel_sesudah.teks, ragu=ragu)


def _kembar(b: Bacaan, baris: Sequence[Ubah]) -> Iterator[Temuan]:
    """Two differently named rows with the same precise changed ceiling and different original ones."""
    kelompok: dict[Decimal, list[Ubah]] = defaultdict(list)
    for x in baris:
        if (
            x.sesudah
            and not x.jumlah
            and len(str(int(x.sesudah)).rstrip("0")) >= _CERMAT
            and x.sesudah >= 10**7
        ):
            kelompok[x.sesudah].append(x)
    for nilai, isi in kelompok.items():
        murni = {x.murni for x in isi if x.murni}
        if (
            len(isi) == 2
            and len(murni) == 2
            and len({x.nama for x in isi}) == 2
            and isi[1].ke - isi[0].ke < 30
        ):
            kalimat = f"“{isi[0].nama[:90]}” dan “{isi[1].nama[:90]}” berpagu perubahan persis sama, "
            kalimat += f"{tampil_rupiah(nilai)}, padahal pagu murninya berbeda; mungkin salah salin."
            tempat = [lokasi(b, x.sel_sesudah.tempat, x.sel_sesudah.teks) for x in isi]
            yield _catat(b, kalimat, tempat, isi[0].sel_sesudah.teks, 60)


def _naik_saat_turun(b: Bacaan, baris: Sequence[Ubah]) -> Iterator[Temuan]:
    """Parts that grow while the whole falls and the text gives efficiency as the reason."""
    jumlah = [x for x in baris if x.jumlah and x.murni and x.sesudah]
    if len(jumlah) < 3:
        return
    total = jumlah[-1]
    if total.murni is None or total.sesudah is None or total.sesudah >= total.murni:
        return
    naik = [x for x in jumlah[:-1] if x.murni and x.sesudah and x.sesudah > x.murni]
    sebab = [
        p.lokasi(c.start(), c.end())
        for p in potong(b, sel=False)
        for c in re.finditer(r"kebijakan[^.;]{0,40}efisiensi", p.teks, re.IGNORECASE)
        if re.search(r"turun|penurunan|berkurang|menjadi|perubahan pagu|realisasi", p.teks, re.IGNORECASE)
    ]
    if naik and sebab:
        sebut = ", ".join(tampil_rupiah((x.sesudah or 0) - (x.murni or 0)) for x in naik)
        kalimat = (
            f"Jumlah turun {tampil_rupiah(total.murni - total.sesudah)} dan disebut karena efisiensi, tetapi "
        )
        kalimat += f"{len(naik)} bagian naik: {sebut}. Sebabnya perlu dijelaskan."
        tempat = [lokasi(b, x.sel_sesudah.tempat, x.sel_sesudah.teks) for x in (*naik, total)]
        yield _catat(b, kalimat, (*tempat, *sebab[:4]), sebut)


def _tambahan(b: Bacaan, baris: Sequence[Ubah]) -> Iterator[Temuan]:
    """An addition announced in the text that no row of the table shows."""
    beda = {x.sesudah - x.murni for x in baris if x.sesudah is not None and x.murni is not None}
    semua = list(potong(b))
    for n, p in enumerate(semua):
        for c in _TAMBAH.finditer(p.teks):
            uang = next((u for u in cari_uang(p.teks) if u.awal >= c.start()), None)
            if uang is None or uang.nilai in beda or uang.kasar:
                continue
            acu = _baris_dekat(semua[max(0, n - 25) : n], baris)
            tambah = "".join(
                f" Pagu “{x.nama}” berubah {tampil_rupiah((x.sesudah or 0) - (x.murni or 0))} saja."
                for x in acu
            )
            kalimat = f"Tambahan anggaran {uang.cetak} tidak tampak pada perubahan pagu baris mana pun."
            tempat = [p.lokasi(uang.awal, uang.akhir)]
            tempat += [lokasi(b, x.sel_sesudah.tempat, x.sel_sesudah.teks) for x in acu]
            yield _catat(b, kalimat + tambah, tempat, uang.cetak, 65)
            break


def _baris_dekat(depan: Sequence[Potong], baris: Sequence[Ubah]) -> list[Ubah]:
    """The row whose changed ceiling is the amount named last before; none where no amount is a ceiling."""
    for q in reversed(depan):
        nilai = {u.nilai for u in cari_uang(q.teks)}
        if q.dalam is not None and (v := uang_sel(q.teks)) is not None:
            nilai.add(v)
        for x in reversed(baris):
            if x.sesudah in nilai and x.murni and x.nama and not x.jumlah:
                return [x]
    return []
