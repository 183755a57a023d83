"""Regulations that documents cite, against the register and against each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.peraturan import register
from opensakip.peraturan.model import BELUM_TERVERIFIKASI
from opensakip.periksa.bahan import Potong, catatan_ragu, potong, rapikan, tahun_laporan, yakin
from opensakip.periksa.kutipan_hukum import NASIONAL, SEBUTAN, Kutipan, cari_kutipan, cari_perubahan
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

_SEJARAH = re.compile(
    r"pengganti|mengganti|diganti|dicabut|mencabut|semula|sebelumnya|terdahulu|lama|telah diubah"
    r"|perubahan atas",
    re.IGNORECASE,
)
_RENCANA = re.compile(
    r"rencana (?:pembangunan (?:jangka menengah )?daerah|strategis|pembangunan jangka menengah)\b"
    r"[^;]{0,90}?(?P<awal>20\d\d)\s?[-–]\s?20\d\d",
    re.IGNORECASE,
)


@pemeriksaan(
    "peraturan",
    judul="Peraturan yang dikutip",
    tingkat=Tingkat.SEDANG,
    dasar="Register peraturan OpenSAKIP (register/nasional) dan tata urutan peraturan perundang-undangan",
    penjelasan=(
        "Jenis, nomor, tahun, dan judul peraturan yang dikutip dicocokkan dengan register peraturan dan "
        "dengan "
        "kutipan lain di dokumen; peraturan yang sudah dicabut sebelum tahun laporan, peraturan yang "
        "mengubah "
        "peraturan jenis lain, dan tahun peraturan yang tidak mungkin menetapkan masa rencananya dilaporkan."
    ),
)
def periksa_peraturan(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Check every cited regulation."""
    for b in dokumen:
        bagian = list(potong(b))
        kutipan = [k for p in bagian for k in cari_kutipan(p)]
        tahun = tahun_laporan(b)
        cocok = [k for k in kutipan if not _seharusnya(k)]
        yield from _salah_nomor(b, kutipan)
        yield from _beda_sendiri(b, cocok)
        if tahun:
            yield from _dicabut(b, kutipan, tahun)
            yield from _tahun_mustahil(b, kutipan, tahun)
        yield from _masa_rencana(b, kutipan)
        yield from _jenis_lain(b, bagian)


def _jenis_lain(b: Bacaan, bagian: Sequence[Potong]) -> Iterator[Temuan]:
    """A regulation that is said to amend one of another kind."""
    for p in bagian:
        for satu, dua, awal, akhir, cetak in cari_perubahan(p):
            if satu == dua:
                continue
            nomor = re.search(r"\batas\b.*?nomor\s*(\d+)\s*tahun\s*(\d{4})", cetak, re.IGNORECASE)
            benar = SEBUTAN[dua]
            if nomor and satu in ("pergub", "perbup", "perwal"):
                benar = f"{SEBUTAN[satu]} Nomor {nomor[1]} Tahun {nomor[2]}"
            yield Temuan(
                "peraturan",
                Tingkat.SEDANG,
                yakin(b, 90, p.ragu),
                f"“{cetak}”: {SEBUTAN[satu]} tidak dapat mengubah {SEBUTAN[dua]}; peraturan diubah dengan "
                "peraturan "
                f"yang sama jenisnya.{catatan_ragu(b, p.ragu)}",
                (p.lokasi(awal, akhir),),
                tercetak=cetak,
                seharusnya=benar,
                dasar="peraturan diubah dengan peraturan sejenis",
            )


def _seharusnya(k: Kutipan) -> register.Peraturan | None:
    """The regulation that the title means where number, year or kind say another; None if it fits."""
    if k.jenis not in NASIONAL or not k.judul or k.mengubah:
        return None
    calon = register.menurut_judul(k.judul)
    tercatat = register.cari(*k.kunci)
    if not calon or any(p.kunci == k.kunci for p in calon) or (tercatat and not _judul_asing(k, tercatat)):
        return None
    nilai = {p: sum(x == y for x, y in zip(p.kunci, k.kunci, strict=True)) for p in calon}
    terbaik = [p for p in calon if nilai[p] == max(nilai.values()) >= 2]
    berlaku = [p for p in terbaik if p.dicabut_sejak is None] or terbaik
    return berlaku[0] if len(berlaku) == 1 else None


def _kelompok(kutipan: Iterable[Kutipan]) -> list[list[Kutipan]]:
    hasil: dict[tuple[str, int, int], list[Kutipan]] = defaultdict(list)
    for k in kutipan:
        hasil[k.kunci].append(k)
    return list(hasil.values())


def _salah_nomor(b: Bacaan, kutipan: Sequence[Kutipan]) -> Iterator[Temuan]:
    """Title of one regulation with kind, number or year of another; number of one with a foreign title."""
    for grup in _kelompok(kutipan):
        for k in grup:
            benar = _seharusnya(k)
            if benar is None and (tercatat := register.cari(*k.kunci)) and _judul_asing(k, tercatat):
                benar = tercatat
            if benar is None:
                continue
            yield Temuan(
                "peraturan",
                Tingkat.SEDANG,
                yakin(b, 90 if benar.terverifikasi else 70, k.asal.ragu),
                _kalimat_salah(k, benar) + catatan_ragu(b, k.asal.ragu),
                tuple(x.asal.lokasi(x.awal, x.akhir) for x in grup if x is k or x.judul == k.judul),
                tercetak=k.cetak,
                seharusnya=benar.sebutan if benar.kunci != k.kunci else benar.judul,
                dasar=f"register/nasional, bukti {benar.tag}",
            )
            break


def _judul_asing(k: Kutipan, tercatat: register.Peraturan) -> bool:
    """True where the printed title shares next to nothing with the registered one."""
    if not k.judul or k.mengubah or k.judul.casefold().startswith("perubahan"):
        return False
    sama, satu, dua = register.kemiripan(register.kata_judul(k.judul), register.kata_judul(tercatat.judul))
    return satu >= 2 and sama * 10 < min(satu, dua) * 4


def _kalimat_salah(k: Kutipan, benar: register.Peraturan) -> str:
    belum = "" if benar.terverifikasi else " (baris register ini belum diverifikasi)"
    if benar.kunci == k.kunci:
        return f"{k.cetak} dikutip tentang “{k.judul}”, padahal judulnya “{benar.judul}”{belum}."
    return f"{k.cetak} tentang “{k.judul}”: menurut register, judul itu milik {benar.sebutan}{belum}."


def _dicabut(b: Bacaan, kutipan: Sequence[Kutipan], tahun: int) -> Iterator[Temuan]:
    """Cited as a basis after its repeal: without force on the first day of the year reported."""
    batas = date(tahun, 1, 1)
    for grup in _kelompok(kutipan):
        tercatat = register.cari(*grup[0].kunci)
        if tercatat is None or tercatat.dicabut_sejak is None or tercatat.dicabut_sejak > batas:
            continue
        aktif = [k for k in grup if not _sejarah(k, tercatat) and not _judul_asing(k, tercatat)]
        if not aktif:
            continue
        k = aktif[0]
        belum = tercatat.tag_dicabut in BELUM_TERVERIFIKASI
        yield Temuan(
            "peraturan",
            Tingkat.RENDAH if belum else Tingkat.SEDANG,
            yakin(b, 60 if belum else 85, k.asal.ragu),
            f"{k.cetak} dikutip dalam dokumen tahun {tahun}, padahal tidak berlaku lagi sejak "
            f"{tercatat.dicabut_sejak.strftime('%d-%m-%Y')}; penggantinya {tercatat.dicabut_oleh}"
            f"{' (belum diverifikasi)' if belum else ''}.{catatan_ragu(b, k.asal.ragu)}",
            tuple(x.asal.lokasi(x.awal, x.akhir) for x in aktif),
            tercetak=k.cetak,
            seharusnya=tercatat.dicabut_oleh,
            dasar=f"register/nasional, bukti {tercatat.tag_dicabut}",
        )


def _sejarah(k: Kutipan, tercatat: register.Peraturan) -> bool:
    """True where the old regulation is told about, not relied on: its successor stands beside it."""
    if _SEJARAH.search(k.asal.teks[max(0, k.awal - 60) : k.akhir + 60]):
        return True
    pengganti = re.findall(r"\d+", tercatat.dicabut_oleh)
    return any([str(x.nomor), str(x.tahun)] == [pengganti[0], pengganti[-1]] for x in cari_kutipan(k.asal))


def _beda_sendiri(b: Bacaan, kutipan: Sequence[Kutipan]) -> Iterator[Temuan]:
    """The same title with two numbers or years in one document."""
    sisa = [k for k in kutipan if len(register.kata_judul(k.judul)) >= 4 and not k.mengubah]
    sudah: set[int] = set()
    for i, x in enumerate(sisa):
        sama = [y for j, y in enumerate(sisa) if j not in sudah and _sejudul(x, y)]
        beda = {y.kunci for y in sama}
        if i in sudah or len(beda) != 2 or sum((a != c) for a, c in zip(*beda, strict=True)) != 1:
            continue
        sudah.update(j for j, y in enumerate(sisa) if y in sama)
        kelompok = sorted(_kelompok(sama), key=len)
        k, lain = kelompok[0][0], kelompok[-1][0]
        yield Temuan(
            "peraturan",
            Tingkat.SEDANG,
            yakin(b, 80, k.asal.ragu),
            f"Peraturan tentang “{k.judul}” disebut {k.cetak} dan {lain.cetak}; salah satunya keliru."
            f"{catatan_ragu(b, k.asal.ragu)}",
            tuple(y.asal.lokasi(y.awal, y.akhir) for g in kelompok for y in g),
            tercetak=k.cetak,
            seharusnya=lain.cetak,
            dasar="satu peraturan, satu nomor dan tahun",
        )


def _sejudul(x: Kutipan, y: Kutipan) -> bool:
    if x.jenis != y.jenis or x.penerbit != y.penerbit:
        return False
    sama, satu, dua = register.kemiripan(register.kata_judul(x.judul), register.kata_judul(y.judul))
    return sama * 10 >= max(satu, dua) * 8


def _tahun_mustahil(b: Bacaan, kutipan: Sequence[Kutipan], tahun: int) -> Iterator[Temuan]:
    for k in kutipan:
        if k.tahun > tahun + 1 or k.tahun < 1945:
            yield Temuan(
                "peraturan",
                Tingkat.SEDANG,
                yakin(b, 80, k.asal.ragu),
                f"{k.cetak} bertahun {k.tahun}, tidak mungkin dikutip dokumen tahun {tahun}."
                f"{catatan_ragu(b, k.asal.ragu)}",
                (k.asal.lokasi(k.awal, k.akhir),),
                tercetak=k.cetak,
                dasar="peraturan yang dikutip sudah ada",
            )


def _masa_rencana(b: Bacaan, kutipan: Sequence[Kutipan]) -> Iterator[Temuan]:
    """A plan of five years is set at most one year before it begins."""
    for k in kutipan:
        rencana = _RENCANA.search(k.judul)
        if rencana is None or k.tahun >= int(rencana["awal"]) - 1:
            continue
        yield Temuan(
            "peraturan",
            Tingkat.SEDANG,
            yakin(b, 85, k.asal.ragu),
            f"{k.cetak} tentang “{rapikan(k.judul)}”: peraturan tahun {k.tahun} tidak menetapkan rencana "
            "yang baru "
            f"mulai {rencana['awal']}; periksa nomor, tahun, atau masa "
            f"rencananya.{catatan_ragu(b, k.asal.ragu)}",
            (k.asal.lokasi(k.awal, k.akhir),),
            tercetak=f"{k.cetak} tentang {rapikan(k.judul)}",
            dasar="rencana lima tahun ditetapkan paling cepat setahun sebelum mulai",
        )
