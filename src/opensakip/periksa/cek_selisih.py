"""Differences in points: "kurang 0,4 poin", "meningkat 2,5 poin" against the values they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.hitung.angka import bulatkan
from opensakip.hitung.tampilan import tampil_penuh
from opensakip.periksa.banding_nilai import tempat_unik
from opensakip.periksa.fakta import Fakta, Jenis, Kalimat, Kumpulan
from opensakip.periksa.kumpulan import kumpulkan
from opensakip.periksa.nilai_sah import per_tahun
from opensakip.periksa.pengenal_gerak import Gerak, Jarak, gerak, jarak
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan
from opensakip.periksa.uji_capaian import desimal_tercetak

DASAR = "pengurangan dua nilai yang tercetak; PermenPANRB 53/2014: banding dengan target dan tahun lalu"


@dataclass(frozen=True)
class Pasangan:
    """Two printed values a difference may be of: the later or higher-standing one first."""

    a: Fakta
    b: Fakta

    def selisih(self, d: int) -> Decimal:
        """The difference, rounded as printed."""
        return bulatkan(self.mentah(), d)

    def mentah(self) -> Decimal:
        """The difference, unrounded."""
        assert self.a.angka is not None
        assert self.b.angka is not None
        return abs(self.a.angka - self.b.angka)


@pemeriksaan(
    "selisih-hitung",
    judul="Selisih poin dihitung ulang",
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Selisih yang disebut dalam kalimat dihitung ulang dari target, realisasi, atau nilai tahun lalu "
        "indikator yang "
        "dibicarakan. Selisih yang cocok dengan salah satu pasangan nilai yang mungkin dimaksud bukan temuan."
    ),
)
def selisih_hitung(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Printed differences that no pair of the values meant gives."""
    for bacaan in dokumen:
        k = kumpulkan(bacaan)
        for kal in k.kalimat:
            yield from _dari_kalimat(k, kal)
        bergerak = {kal.lokasi.tempat for kal in k.kalimat if _berselisih(kal.teks)}
        for f in k.pilih(Jenis.SELISIH):
            if f.lokasi.tempat in bergerak:
                continue
            if not f.indikator or f.angka is None or f.tanda == "lain":
                continue
            pasangan = _pasangan(k, f)
            d = desimal_tercetak(f.nilai) if f.nilai else 0
            if not pasangan or any(_cocok(p, f.angka, d) or _tumbuh(p, f, d) for p in pasangan):
                continue
            yield _temuan(k, f, pasangan[0], d)


def _berselisih(teks: str) -> bool:
    """Whether a sentence holds both values of its difference."""
    return any(g.selisih for g in gerak(teks)) or any(True for _ in jarak(teks))


def _dari_kalimat(k: Kumpulan, kal: Kalimat) -> Iterator[Temuan]:
    """ "naik dari 70 menjadi 72, bertambah 3 poin", "95% berada 4 poin di bawah 99%": all in one sentence."""
    semua: list[Gerak | Jarak] = [*gerak(kal.teks), *jarak(kal.teks)]
    for g in semua:
        if g.selisih is None or g.selisih.angka is None:
            continue
        d = desimal_tercetak(g.selisih)
        desimal = min(desimal_tercetak(g.a), desimal_tercetak(g.b))
        geser = abs(g.jarak - g.selisih.angka)
        if bulatkan(g.jarak, d) == g.selisih.angka or (desimal < d and geser < Decimal((0, (1,), -desimal))):
            continue
        awal = f"Selisih {k.nama(kal.indikator)}" if kal.indikator else "Selisih"
        yield Temuan(
            "selisih-hitung", Tingkat.SEDANG, 85,
            f"{awal} tercetak {g.selisih.teks} poin, sedangkan {g.a.teks} dan {g.b.teks} berselisih "
            f"{tampil_penuh(g.jarak)} poin.",
            (kal.lokasi,), g.selisih.teks, tampil_penuh(g.jarak), DASAR,
        )  # fmt: skip


def _tumbuh(p: Pasangan, f: Fakta, d: int) -> bool:
    """A printed percentage may be growth: the difference in per cent of either value."""
    if not f.persen or f.angka is None:
        return False
    dasar = [x.angka for x in (p.a, p.b) if x.angka]
    return any(abs(p.mentah() * 100 / abs(n) - f.angka) <= Decimal((0, (1,), -d)) for n in dasar)


def _cocok(p: Pasangan, tercetak: Decimal, d: int) -> bool:
    if p.selisih(d) == tercetak:
        return True
    desimal = min(desimal_tercetak(x.nilai) for x in (p.a, p.b) if x.nilai)
    return desimal < d and abs(p.mentah() - tercetak) < Decimal((0, (1,), -desimal))


def _pasangan(k: Kumpulan, f: Fakta) -> list[Pasangan]:
    """Pairs a sentence can mean, the likeliest first."""
    teman = [x for x in k.sekelompok(f) if x.angka is not None]
    akhir = [x for x in teman if x.jenis is Jenis.TARGET_AKHIR]
    target = [x for x in teman if x.jenis is Jenis.TARGET]
    hasil = [x for x in teman if x.jenis is Jenis.REALISASI]
    terhadap_target = f.arah == "turun" or f.tanda == "target"
    if terhadap_target and hasil and (akhir or target) and not _antar_tahun(k, f):
        return [Pasangan(t, r) for r in hasil for t in (*akhir, *target)]
    if k.tahun is None:
        return []
    lalu = _antar_tahun(k, f)
    if not lalu:
        return []
    return [
        Pasangan(a, b)
        for jenis in _jenis_dibanding(f)
        for a in _semua(k, f, jenis, k.tahun)
        for b in _semua(k, f, jenis, lalu)
    ]


def _jenis_dibanding(f: Fakta) -> tuple[Jenis, ...]:
    capaian = re.search(r"capaian[^.]*$", f.lokasi.kutipan.split(f.teks)[0], re.IGNORECASE)
    return (Jenis.CAPAIAN, Jenis.REALISASI) if capaian else (Jenis.REALISASI, Jenis.CAPAIAN)


def _antar_tahun(k: Kumpulan, f: Fakta) -> int | None:
    """The earlier year a sentence compares with: named, or "tahun sebelumnya"."""
    if k.tahun and f.tahun and f.tahun < k.tahun:
        return f.tahun
    lalu = re.search(r"tahun\s+(?:sebelumnya|lalu)|capaian\s+tahun\s+ini", f.lokasi.kutipan, re.IGNORECASE)
    return k.tahun - 1 if lalu and k.tahun else None


def _semua(k: Kumpulan, f: Fakta, jenis: Jenis, tahun: int) -> list[Fakta]:
    isi = per_tahun(k, f.indikator, jenis).semua.get(tahun, ())
    return [c.fakta[0] for c in isi if c.fakta[0].angka is not None]


def _temuan(k: Kumpulan, f: Fakta, p: Pasangan, d: int) -> Temuan:
    benar = tampil_penuh(p.selisih(d) if p.selisih(d) else p.mentah())
    kalimat = (
        f"Selisih {k.nama(f.indikator)} tercetak {f.teks} poin, sedangkan {p.a.jenis} {p.a.teks} dan "
        f"{p.b.jenis} "
        f"{p.b.teks} berselisih {benar} poin."
    )
    if f.ragu:
        kalimat += " Pembacaan pindaian tidak pasti; bandingkan dengan dokumen asli."
    return Temuan(
        "selisih-hitung", Tingkat.SEDANG, 55 if f.ragu else 80, kalimat,
        tempat_unik([f.lokasi, p.a.lokasi, p.b.lokasi]), f.teks, benar, DASAR,
    )  # fmt: skip
