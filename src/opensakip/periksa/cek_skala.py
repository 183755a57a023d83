"""Printed scales: gaps, overlaps, no class for what the report prints; classes given against them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from opensakip.dokumen.bacaan.model import Bacaan, Tabel
from opensakip.hitung.tampilan import tampil_penuh
from opensakip.periksa.banding_nilai import tempat_unik
from opensakip.periksa.fakta import Asal, Fakta, Jenis, Kumpulan, satu
from opensakip.periksa.kumpulan import kumpulkan
from opensakip.periksa.nilai_sah import tahunan
from opensakip.periksa.pengenal_nama import polos
from opensakip.periksa.pengenal_skala import KelasCetak, SkalaCetak, skala_dokumen
from opensakip.periksa.temuan import Lokasi, Temuan, Tingkat, pemeriksaan

DASAR = "setiap nilai masuk tepat satu kelas; bandingkan Permendagri 86/2017 dan PermenPANRB 88/2021"
DASAR_KELAS = "kelas ditentukan oleh nilai menurut skala yang dicetak dokumen itu sendiri"
_SERATUS = Decimal(100)
_ATURAN_CELAH = re.compile(r"dibulatkan|pembulatan", re.IGNORECASE)
_DI_ATAS = re.compile(r"(?:>|di\s*atas|lebih\s+dari|melebihi|melampaui)\s*100", re.IGNORECASE)


@pemeriksaan(
    "skala-peringkat",
    judul="Skala yang dicetak memuat setiap nilai tepat sekali",
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Batas kelas setiap skala dibaca dan diperiksa: celah, tumpang tindih, dan capaian di atas kelas "
        "teratas. Skala "
        "yang menyatakan cara membulatkan atau kelas untuk nilai di atas 100 tidak ditegur."
    ),
)
def skala_peringkat(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Scales that leave values without a class or with two."""
    for bacaan in dokumen:
        k = kumpulkan(bacaan)
        for s in skala_dokumen(bacaan):
            sekitar = _sekitar(bacaan, s)
            yield from _tumpang(k, s)
            if not _ATURAN_CELAH.search(sekitar):
                yield from _celah(k, s)
            if s.untuk_capaian and not _DI_ATAS.search(sekitar):
                yield from _lewat(k, s)
            yield from _sebutan(k, s)


def _sekitar(bacaan: Bacaan, s: SkalaCetak) -> str:
    """Texts around the table, where a rule for gaps may stand."""
    dekat = bacaan.unsur[max(0, s.ke - 3) : s.ke + 4]
    return " ".join(polos(u.teks) for u in dekat if not isinstance(u, Tabel)) + s.sekitar


def _lok(k: Kumpulan, *kelas: KelasCetak) -> tuple[Lokasi, ...]:
    return tempat_unik(Lokasi(k.bacaan.berkas, c.sel.tempat, c.sel.teks) for c in kelas)


def _celah(k: Kumpulan, s: SkalaCetak) -> Iterator[Temuan]:
    """Gaps wider than a hundredth: 90 to 91 leaves 90,5 without a class."""
    celah = [
        (atas, bawah)
        for atas, bawah in pairwise(s.kelas)
        if atas.kelas.bawah is not None
        and bawah.kelas.atas is not None
        and atas.kelas.bawah - bawah.kelas.atas > Decimal("0.1")
    ]
    if celah:
        daftar = ", ".join(
            f"{tampil_penuh(b.kelas.atas)}–{tampil_penuh(a.kelas.bawah)}"
            for a, b in celah
            if a.kelas.bawah is not None and b.kelas.atas is not None
        )
        yield Temuan(
            "skala-peringkat", Tingkat.CATATAN, 85,
            f"Skala meninggalkan celah {daftar}: nilai pecahan di antaranya tidak mempunyai kelas. Tulis "
            "batas yang bersambung atau nyatakan pembulatannya.",
            _lok(k, *(c for p in celah for c in p)), ", ".join(c.sel.teks for c in s.kelas),
            f"celah {daftar}", DASAR,
        )  # fmt: skip


def _tumpang(k: Kumpulan, s: SkalaCetak) -> Iterator[Temuan]:
    for atas, bawah in pairwise(s.kelas):
        a, b = atas.kelas, bawah.kelas
        if a.bawah is None:
            continue
        lebih = b.atas is None or b.atas > a.bawah
        sama = b.atas == a.bawah and b.atas_termasuk and a.bawah_termasuk
        if lebih or sama:
            yield Temuan(
                "skala-peringkat", Tingkat.RENDAH if lebih else Tingkat.CATATAN, 75,
                f"Kelas “{atas.label}” ({atas.sel.teks}) dan “{bawah.label}” ({bawah.sel.teks}) "
                f"bertumpang tindih.",
                _lok(k, bawah, atas), bawah.sel.teks, f"batas atas di bawah {tampil_penuh(a.bawah)}", DASAR,
            )  # fmt: skip


def _lewat(k: Kumpulan, s: SkalaCetak) -> Iterator[Temuan]:
    """Achievements above the highest class of a scale that ends at 100."""
    puncak = s.kelas[0].kelas.atas
    if puncak is None or puncak < _SERATUS:
        return
    lewat = [
        f
        for f in k.pilih(Jenis.CAPAIAN)
        if f.angka is not None and f.angka > puncak and tahunan(k, f) and f.tahun == k.tahun
    ]
    beda = {(f.indikator, f.angka): f for f in reversed(lewat)}
    digolongkan = any(s.kelas[0].label.casefold() in f.lokasi.kutipan.casefold() for f in lewat)
    if beda and not digolongkan:
        yield Temuan(
            "skala-peringkat", Tingkat.SEDANG, 80,
            f"Skala berakhir di {tampil_penuh(puncak)}, tetapi dokumen mencetak {len(beda)} capaian di "
            f"atasnya "
            f"({', '.join(sorted({f.teks for f in beda.values()}))}) yang tidak mempunyai kelas.",
            (*_lok(k, *s.kelas), *tempat_unik(f.lokasi for f in beda.values())),
            s.kelas[0].sel.teks, "kelas untuk nilai di atas batas", DASAR,
        )  # fmt: skip


def _sebutan(k: Kumpulan, s: SkalaCetak) -> Iterator[Temuan]:
    """ "Sangat X" at the top stands above "X": a mixed series of labels is worth a note."""
    teratas, kedua = (c.label.casefold() for c in s.kelas[:2])
    cocok = re.search(r"\bsangat\s+(\w+)$", teratas)
    if cocok and cocok[1] not in kedua:
        yield Temuan(
            "skala-peringkat", Tingkat.CATATAN, 60,
            f"Deret sebutan kelas bercampur: “{s.kelas[0].label}” di atas “{s.kelas[1].label}”; cocokkan "
            f"dengan peraturan "
            "yang dikutip.",
            _lok(k, *s.kelas), s.kelas[0].label, f"Sangat {s.kelas[1].label}", DASAR,
        )  # fmt: skip


# classes given


@pemeriksaan(
    "kategori-beda",
    judul="Kategori sesuai dengan skala dan sama di semua tempat",
    tingkat=Tingkat.SEDANG,
    dasar=DASAR_KELAS,
    penjelasan=(
        "Kategori capaian di tabel dan kalimat diuji dengan skala yang dicetak dokumen; kategori yang "
        "disebut kalimat "
        "dibandingkan dengan kategori indikator yang sama di tabel."
    ),
)
def kategori_beda(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Classes that contradict the scale or a table."""
    for bacaan in dokumen:
        k = kumpulkan(bacaan)
        skala = [s for s in skala_dokumen(bacaan) if s.untuk_capaian]
        if len(skala) == 1:
            for kelompok in k.kelompok():
                yield from _menurut_skala(k, skala[0], kelompok)
        for kelompok in k.kelompok():
            yield from _status(k, kelompok)
        for i in k.indikator:
            yield from _antartempat(k.nama(i.kunci), k.pilih(Jenis.KATEGORI, indikator=i.kunci))


def _menurut_skala(k: Kumpulan, s: SkalaCetak, kelompok: tuple[Fakta, ...]) -> Iterator[Temuan]:
    c, g = satu(kelompok, Jenis.CAPAIAN), satu(kelompok, Jenis.KATEGORI)
    if c is None or g is None or c.angka is None or g.asal is Asal.PROSA:
        return
    nama = {_rapi(x.label) for x in s.kelas}
    puncak = s.kelas[0].kelas
    benar = next((x for x in s.kelas if x.kelas.memuat(c.angka)), None)
    if benar is None and puncak.atas is not None and c.angka > puncak.atas:
        benar = s.kelas[0]
    tercetak = max((n for n in nama if re.search(rf"\b{re.escape(n)}\b", _rapi(g.teks))), key=len, default="")
    if benar is None or not tercetak or tercetak == _rapi(benar.label):
        return
    yield Temuan(
        "kategori-beda", Tingkat.SEDANG, 80,
        f"Capaian {k.nama(c.indikator)} {c.teks} digolongkan “{g.teks}”, sedangkan menurut skala dokumen "
        f"ini “{benar.label}” "
        f"({benar.sel.teks}).",
        tempat_unik([g.lokasi, c.lokasi, *_lok(k, benar)]), g.teks, benar.label, DASAR_KELAS,
    )  # fmt: skip


_STATUS = (
    (
        re.compile(r"\b(?:tidak|belum)\s+(?:tercapai|memenuhi|mencapai)|\bdi\s*bawah\b", re.IGNORECASE),
        "bawah",
    ),
    (re.compile(r"\bmelampaui\b|\bmelebihi\b|\bterlampaui\b", re.IGNORECASE), "lampau"),
    (re.compile(r"\btercapai\b|\bmencapai\b|\bmemenuhi\b", re.IGNORECASE), "capai"),
)


def _status(k: Kumpulan, kelompok: tuple[Fakta, ...]) -> Iterator[Temuan]:
    """ "melampaui", "tercapai", "di bawah" in a row, against the achievement of that row."""
    c = satu(kelompok, Jenis.CAPAIAN)
    g = next((f for f in kelompok if f.jenis is Jenis.KATEGORI and f.asal is not Asal.PROSA), None)
    if c is None or g is None or c.angka is None or c.tanda == "rerata" or c.asal is Asal.PROSA:
        return
    status = next((s for pola, s in _STATUS if pola.search(g.teks)), "")
    benar = {"bawah": c.angka < _SERATUS, "lampau": c.angka > _SERATUS, "capai": c.angka >= _SERATUS}
    if not status or benar[status]:
        return
    arti = (
        "di bawah target"
        if c.angka < _SERATUS
        else "mencapai target"
        if c.angka == _SERATUS
        else "melampaui target"
    )
    yield Temuan(
        "kategori-beda", Tingkat.SEDANG, 80,
        f"Status {k.nama(c.indikator)} tercetak “{g.teks}”, sedangkan capaiannya {c.teks} ({arti}).",
        tempat_unik([g.lokasi, c.lokasi]), g.teks, arti, DASAR_KELAS,
    )  # fmt: skip


def _rapi(teks: str) -> str:
    return " ".join(re.findall(r"[a-z]+", re.sub(r"kategori|predikat|kriteria", " ", teks.casefold())))


def _sebut(teks: str) -> set[str]:
    """The ways a class is named in a text: "AA (Istimewa)" is both "aa" and "istimewa"."""
    isi = re.sub(
        r"\b(?:kategori|predikat|kualifikasi)(?:nya)?\b|\badalah\b|\byaitu\b", " ", teks, flags=re.IGNORECASE
    )
    return {" ".join(p.split()).casefold() for p in re.split(r"[()\"“”'/:]|\batau\b", isi) if p.strip()}


def _antartempat(nama: str, fakta: tuple[Fakta, ...]) -> Iterator[Temuan]:
    tabel = [f for f in fakta if f.asal in (Asal.RIWAYAT, Asal.UKUR) and f.tahun and len(_rapi(f.teks)) > 0]
    for f in (f for f in fakta if f.asal is Asal.PROSA):
        setahun = [t for t in tabel if t.tahun == f.tahun]
        if not setahun or any(_sebut(f.teks) & _sebut(t.teks) for t in tabel):
            continue
        t = setahun[0]
        if not (_sebut(f.teks) & _LAZIM and _sebut(t.teks) & _LAZIM):
            continue
        yield Temuan(
            "kategori-beda", Tingkat.RENDAH, 70,
            f"Kategori {nama} disebut “{f.teks}”, sedangkan tabelnya “{t.teks}” ({t.tahun}).",
            tempat_unik([f.lokasi, t.lokasi]), f.teks, t.teks, DASAR_KELAS,
        )  # fmt: skip
        return


_POKOK = ("baik", "tinggi", "sedang", "rendah", "kurang", "cukup", "buruk", "memuaskan")
_LAZIM = frozenset(
    [f"{awal}{pokok}" for pokok in _POKOK for awal in ("", "sangat ", "cukup ", "kurang ")]
    + ["aa", "a", "bb", "b", "cc", "c", "d", "istimewa", "unggul", "prima"]
)
"""Usual names of classes; only between such names a difference is told."""
