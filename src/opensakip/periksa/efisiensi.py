"""Efficiency of money against results: its basis, its arithmetic, what is called by that name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from fractions import Fraction

from opensakip.dokumen.bacaan.model import Bacaan, Sel, Tabel
from opensakip.hitung.efisiensi import ButirEfisiensi, efisiensi_ro
from opensakip.hitung.tampilan import tampil_persen, tampil_rupiah
from opensakip.periksa.bahan import Potong, catatan_ragu, kunci, lokasi, potong, rapikan, yakin, zona
from opensakip.periksa.kolom import (
    angka_sel,
    badan,
    bentuk,
    judul_kolom,
    kolom,
    kolom_uang,
    rangkai,
    sel,
    teks_sel,
    uang_sel,
)
from opensakip.periksa.kutipan_hukum import cari_kutipan
from opensakip.periksa.temuan import Lokasi, Temuan, Tingkat, pemeriksaan
from opensakip.periksa.uang_kalimat import PERSEN, cocok, peran_uang

KODE = "efisiensi"
BATAS_PMK = Decimal(20)
"""Greatest efficiency that PMK 22/2021 turns into a value (recalled, not read: findings say so)."""


@dataclass(frozen=True)
class Baris:
    """A row of an efficiency table: allocation, realisation, capaian and efficiency as printed."""

    tabel: Tabel
    alokasi: Decimal
    sel_alokasi: Sel
    realisasi: Decimal | None
    sel_realisasi: Sel | None
    capaian: Decimal | None
    efisiensi: Decimal | None
    sel_efisiensi: Sel | None
    konteks: str


def _satu(t: Tabel, pola: str, kecuali: str = "") -> int | None:
    ada = kolom(t, pola, kecuali)
    return ada[0] if len(ada) == 1 else None


def _kolom_efisiensi(t: Tabel) -> tuple[int, int, int, int] | None:
    """Columns of allocation, realisation, capaian and efficiency; None where the table is another one."""
    nama = judul_kolom(t)
    aaro = next(
        (
            j
            for j, n in enumerate(nama)
            if re.fullmatch(r"(?:.*\b)?(?:aaro|alokasi anggaran|pagu(?: anggaran)?)", n)
        ),
        None,
    )
    raro = next(
        (
            j
            for j, n in enumerate(nama)
            if re.search(r"\bra\s?ro$|^realisasi anggaran", n) and "aaro" not in n
        ),
        None,
    )
    cro = _satu(t, r"\bcro\b|^capaian(?: kinerja| ro| keluaran| output)?(?: %)?$", r"aaro|efisiensi")
    efisien = _satu(t, r"efisiensi")
    if aaro is None or raro is None or cro is None or efisien is None:
        return None
    return aaro, raro, cro, efisien


def baris_efisiensi(b: Bacaan) -> list[Baris]:
    """All rows of efficiency tables, each with the text that stands before its table or in its row."""
    hasil: list[Baris] = []
    for ke, u in enumerate(b.unsur):
        if not isinstance(u, Tabel) or (k := _kolom_efisiensi(u)) is None:
            continue
        depan = _teks_depan(b, ke)
        for i in badan(u):
            alokasi = sel(u, i, k[0])
            nilai = uang_sel(alokasi.teks) if alokasi else None
            if alokasi is None or nilai is None or nilai < 1000:
                continue
            isi = " ".join(teks_sel(u, i, j) for j in range(u.lebar))
            konteks = isi if len(re.findall(r"[^\W\d_]{4,}", isi)) >= 3 else depan
            hasil.append(
                Baris(
                    u,
                    nilai,
                    alokasi,
                    uang_sel(teks_sel(u, i, k[1])),
                    sel(u, i, k[1]),
                    angka_sel(teks_sel(u, i, k[2]), bentuk(u, k[2]) or "id"),
                    angka_sel(teks_sel(u, i, k[3]), bentuk(u, k[3]) or "id"),
                    sel(u, i, k[3]),
                    kunci(konteks),
                )
            )
    return hasil


def _teks_depan(b: Bacaan, ke: int) -> str:
    """The text between a table and the table before it, at most three elements."""
    teks: list[str] = []
    for x in reversed(b.unsur[max(0, ke - 3) : ke]):
        if isinstance(x, Tabel):
            break
        teks.insert(0, x.teks)
    return " ".join(teks)


@pemeriksaan(
    KODE,
    judul="Efisiensi: dasar, hitungan, dan sebutannya",
    tingkat=Tingkat.SEDANG,
    dasar="Efisiensi = (alokasi × capaian − realisasi) ÷ alokasi × 100; sisa anggaran adalah besaran lain",
    penjelasan=(
        "Efisiensi dihitung ulang dari alokasi, capaian, dan realisasi barisnya. Alokasi yang dipakai "
        "dibandingkan "
        "dengan pagu sasarannya di tabel anggaran, jumlah seluruh alokasi dengan pagu instansi. Sisa "
        "anggaran yang "
        "disebut efisiensi, efisiensi besar saat capaian di bawah target, dan efisiensi di atas batas "
        "peraturan "
        "yang dikutip juga dilaporkan."
    ),
)
def periksa_efisiensi(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Check every statement of efficiency."""
    for b in dokumen:
        baris = baris_efisiensi(b)
        pagu = _pagu_sasaran(b)
        for x in baris:
            yield from _hitungan(b, x)
            yield from _dasar(b, x, pagu)
            yield from _di_bawah_target(b, x)
        yield from _melewati_batas(b, baris)
        yield from _seluruh(b, baris)
        yield from _sisa_disebut_efisiensi(b, {x.efisiensi for x in baris})


def _hitungan(b: Bacaan, x: Baris) -> Iterator[Temuan]:
    if x.capaian is None or x.realisasi is None or x.efisiensi is None or x.sel_efisiensi is None:
        return
    hasil = efisiensi_ro([ButirEfisiensi(x.alokasi, x.capaian, x.realisasi)]).nilai
    if hasil is None or cocok(x.efisiensi, _pecahan(hasil)) or abs(hasil - x.efisiensi) < Decimal("0.011"):
        return
    if cocok(x.efisiensi, _pecahan((x.alokasi - x.realisasi) / x.alokasi * 100)):
        sebab = " Angka tercetak ialah sisa anggaran dibagi alokasi; capaiannya tidak dipakai."
    else:
        sebab = ""
    ragu = x.sel_efisiensi.ragu or x.sel_alokasi.ragu
    yield Temuan(
        KODE,
        Tingkat.TINGGI,
        yakin(b, 88, ragu),
        f"Efisiensi tercetak {x.sel_efisiensi.teks}, padahal (alokasi × capaian − realisasi) ÷ alokasi × "
        "100 = "
        f"{tampil_persen(hasil)}.{sebab}{catatan_ragu(b, ragu)}",
        (
            lokasi(b, x.sel_efisiensi.tempat, x.sel_efisiensi.teks),
            lokasi(b, x.sel_alokasi.tempat, x.sel_alokasi.teks),
        ),
        tercetak=x.sel_efisiensi.teks,
        seharusnya=tampil_persen(hasil),
        dasar="PMK 22/PMK.02/2021: efisiensi keluaran",
    )


def _pecahan(nilai: Decimal) -> Fraction:
    return Fraction(nilai)


Pagu = Mapping[str, Sequence[tuple[str, Mapping[int, Decimal], Lokasi]]]
"""Sasaran (as key) to its blocks in the budget table: name, amounts by column, place."""


def _pagu_sasaran(b: Bacaan) -> tuple[Pagu, dict[Decimal, str]]:
    """Budgets of sasaran in the budget tables of the plan, and every other named amount of those tables."""
    hasil: dict[str, list[tuple[str, Mapping[int, Decimal], Lokasi]]] = defaultdict(list)
    lain: dict[Decimal, str] = {}
    bagian = zona(b)
    for ke, t in rangkai(b):
        uang = kolom_uang(t)
        k = kolom(t, r"^sasaran", r"indikator")
        if not uang or bagian[ke] == "lampiran" or not k or _kolom_efisiensi(t):
            continue
        for i in badan(t):
            nilai = {j: v for j in uang if (v := uang_sel(teks_sel(t, i, j))) is not None}
            s = sel(t, i, k[0])
            if not nilai:
                continue
            if s is not None and len(kunci(s.teks)) > 12 and not re.match(r"jumlah|total", kunci(s.teks)):
                hasil[_nama_sama(kunci(s.teks), hasil)].append(
                    (rapikan(s.teks), nilai, lokasi(b, s.tempat, s.teks))
                )
            nama = [x for j in range(t.lebar) if j not in uang and len(kunci(x := teks_sel(t, i, j))) > 8]
            for v in nilai.values():
                lain.setdefault(v, rapikan(nama[0]) if nama else "")
    return hasil, lain


def _nama_sama(nama: str, sudah: Iterable[str]) -> str:
    """The name itself, or the one already there that it only misspells."""
    for lama in sudah:
        if abs(len(lama) - len(nama)) <= 2 and SequenceMatcher(None, lama, nama).ratio() >= 0.96:
            return lama
    return nama


def _dasar(b: Bacaan, x: Baris, bahan: tuple[Pagu, dict[Decimal, str]]) -> Iterator[Temuan]:
    """The allocation of a row against the budget of the sasaran it is about."""
    pagu, lain = bahan
    cocok_nama = [k for k in pagu if k in x.konteks]
    if not cocok_nama:
        return
    blok = pagu[max(cocok_nama, key=len)]
    jumlah = {
        j: sum((n.get(j, Decimal(0)) for _, n, _ in blok), Decimal(0))
        for j in {j for _, n, _ in blok for j in n}
    }
    if x.alokasi in jumlah.values() or not jumlah:
        return
    benar = jumlah[max(jumlah)]
    if not benar:
        return
    bagian = x.alokasi / benar * 100
    hanya = f" Jumlah itu pagu “{lain[x.alokasi]}”." if lain.get(x.alokasi) else ""
    dua = f" Sasaran ini punya {len(blok)} blok pada tabel anggaran." if len(blok) > 1 else ""
    ragu = x.sel_alokasi.ragu
    yield Temuan(
        KODE,
        Tingkat.TINGGI if bagian < 5 or bagian > 100 else Tingkat.SEDANG,
        yakin(b, 80, ragu),
        f"Efisiensi sasaran “{blok[0][0]}” dihitung atas alokasi {x.sel_alokasi.teks}, padahal pagu sasaran "
        "itu "
        f"{tampil_rupiah(benar)} ({tampil_persen(bagian, 1)}).{hanya}{dua}{catatan_ragu(b, ragu)}",
        (lokasi(b, x.sel_alokasi.tempat, x.sel_alokasi.teks), *(d for _, _, d in blok)),
        tercetak=x.sel_alokasi.teks,
        seharusnya=tampil_rupiah(benar),
        dasar="efisiensi sasaran memakai seluruh anggaran sasaran itu",
    )


def _di_bawah_target(b: Bacaan, x: Baris) -> Iterator[Temuan]:
    if x.efisiensi is None or x.capaian is None or x.sel_efisiensi is None:
        return
    if x.efisiensi > BATAS_PMK and x.capaian < 100:
        yield Temuan(
            KODE,
            Tingkat.SEDANG,
            yakin(b, 75, x.sel_efisiensi.ragu),
            f"Efisiensi {x.sel_efisiensi.teks} dilaporkan saat capaian di bawah target: anggaran yang tidak "
            "terserap "
            f"karena kegiatan tidak terlaksana bukan efisiensi.{catatan_ragu(b, x.sel_efisiensi.ragu)}",
            (lokasi(b, x.sel_efisiensi.tempat, x.sel_efisiensi.teks),),
            tercetak=x.sel_efisiensi.teks,
            dasar="efisiensi mengandaikan keluaran tercapai",
        )


def _melewati_batas(b: Bacaan, baris: Sequence[Baris]) -> Iterator[Temuan]:
    """Rows above the bound of the cited regulation, all in one note."""
    kutipan = [k for p in potong(b, sel=False) for k in cari_kutipan(p) if k.kunci == ("pmk", 22, 2021)]
    lewat = [x for x in baris if x.efisiensi is not None and x.efisiensi > BATAS_PMK and x.sel_efisiensi]
    if not kutipan or not lewat:
        return
    k = kutipan[0]
    isi = [x.sel_efisiensi for x in lewat if x.sel_efisiensi is not None]
    yield Temuan(
        KODE,
        Tingkat.RENDAH,
        yakin(b, 60, any(s.ragu for s in isi)),
        f"Efisiensi {', '.join(s.teks for s in isi)} melampaui 20%, batas yang dipakai PMK 22/2021 untuk "
        "menilai "
        f"efisiensi (batas ini belum kami baca pada naskahnya).{catatan_ragu(b)}",
        (*(lokasi(b, s.tempat, s.teks) for s in isi), k.asal.lokasi(k.awal, k.akhir)),
        tercetak=", ".join(s.teks for s in isi),
        seharusnya="paling tinggi 20%",
        dasar="PMK 22/PMK.02/2021",
    )


def uang_instansi(b: Bacaan, peran: str) -> tuple[Decimal, tuple[Lokasi, ...]] | None:
    """The budget or realisation of the whole agency: the greatest amount of this role that is named twice."""
    tempat: dict[Decimal, list[Lokasi]] = defaultdict(list)
    hitung: Counter[Decimal] = Counter()
    for p in potong(b, sel=False):
        for x in peran_uang(p):
            if x.peran == peran or (peran == "pagu" and x.peran == "menjadi"):
                hitung[x.uang.nilai] += 1
                tempat[x.uang.nilai].append(p.lokasi(x.uang.awal, x.uang.akhir))
    sering = [v for v, n in hitung.items() if n >= 2]
    return (max(sering), tuple(tempat[max(sering)])) if sering else None


def _seluruh(b: Bacaan, baris: Sequence[Baris]) -> Iterator[Temuan]:
    """All allocations and realisations of the efficiency tables against those of the agency: notes."""
    if len(baris) < 4:
        return
    bahan = (
        ("pagu", "alokasi", [(x.alokasi, x.sel_alokasi) for x in baris]),
        (
            "realisasi",
            "realisasi",
            [(x.realisasi, x.sel_realisasi) for x in baris if x.realisasi and x.sel_realisasi],
        ),
    )
    for peran, nama, isi in bahan:
        utuh = uang_instansi(b, peran)
        jumlah = sum((v for v, _ in isi if v is not None), Decimal(0))
        if utuh is None or jumlah == utuh[0] or not isi:
            continue
        ganda = [v for v, n in Counter(v for v, _ in isi).items() if n > 1]
        tambah = (
            f" Jumlah {tampil_rupiah(ganda[0])} terhitung dua kali." if ganda and ganda[0] is not None else ""
        )
        tempat = [lokasi(b, s.tempat, s.teks) for _, s in isi if s is not None]
        yield Temuan(
            KODE,
            Tingkat.CATATAN,
            yakin(b, 75),
            f"Jumlah {nama} pada {len(isi)} hitungan efisiensi {tampil_rupiah(jumlah)}, sedangkan {peran} "
            "seluruhnya "
            f"{tampil_rupiah(utuh[0])} "
            f"({tampil_persen(jumlah / utuh[0] * 100, 1)}).{tambah}{catatan_ragu(b)}",
            (*tempat, *utuh[1][:2]),
            tercetak=tampil_rupiah(jumlah),
            seharusnya=tampil_rupiah(utuh[0]),
            dasar="anggaran per sasaran dapat dirujuk ke anggaran seluruhnya",
        )


def _sisa_disebut_efisiensi(b: Bacaan, dihitung: set[Decimal | None]) -> Iterator[Temuan]:
    """Percentages called efficiency that are the unspent share of the money beside them; grouped."""
    tempat: list[tuple[Potong, re.Match[str]]] = []
    for p in potong(b, sel=False):
        if "efisiensi" not in p.teks.casefold():
            continue
        uang = peran_uang(p)
        pagu = {x.uang.nilai for x in uang if x.peran in ("pagu", "menjadi")}
        realisasi = {x.uang.nilai for x in uang if x.peran == "realisasi"}
        for c in PERSEN.finditer(p.teks):
            depan = p.teks[max(0, c.start() - 70) : c.start()].casefold()
            cetak = angka_sel(c["angka"], "id")
            ekor = depan.rpartition("efisiensi")[2]
            if "efisiensi" not in depan or "%" in ekor or cetak is None or cetak in dihitung:
                continue
            if re.search(r"(?i)\bcapaian\s+(?:sebesar\s+)?\d", p.teks[: c.start()]):
                continue  # an efficiency that takes the achievement into account; at 100% both are the same
            if any(
                cocok(cetak, Fraction(a - r) / Fraction(a) * 100)
                for a in pagu
                if a
                for r in realisasi
                if a > r
            ):
                tempat.append((p, c))
    if tempat:
        p, c = tempat[0]
        yield Temuan(
            KODE,
            Tingkat.SEDANG,
            yakin(b, 85),
            f"{c[0].strip()} disebut efisiensi, padahal itu sisa anggaran (pagu dikurangi realisasi). "
            "Efisiensi "
            f"memperhitungkan capaian kinerja; sebut sisa anggaran apa adanya.{catatan_ragu(b)}",
            tuple(p.lokasi(c.start(), c.end()) for p, c in tempat),
            tercetak=c[0].strip(),
            dasar="sisa = pagu − realisasi; efisiensi memperhitungkan capaian",
        )
