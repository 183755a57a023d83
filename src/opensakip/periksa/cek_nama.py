"""Names: one indicator or sasaran under several names, in another order, or outside the agreement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from opensakip.dokumen.bacaan.model import Bacaan, ButirDaftar, Judul, Paragraf, Tempat
from opensakip.periksa.banding_nilai import tempat_unik
from opensakip.periksa.fakta import Asal, Fakta, Jenis, Kumpulan
from opensakip.periksa.kumpulan import kumpulkan
from opensakip.periksa.pengenal_nama import inti, kata, mirip, peras, polos, sama, serumpun
from opensakip.periksa.temuan import Lokasi, Temuan, Tingkat, pemeriksaan

DASAR = "PermenPANRB 53/2014: sasaran dan indikator laporan sama dengan perjanjian kinerja"
_BOBOT = {Asal.PK: 1000, Asal.RENCANA: 60, Asal.UKUR: 40, Asal.RIWAYAT: 20, Asal.DAFTAR: 15, Asal.PROSA: 6}
_RINGAN = frozenset({"nilai", "skor", "skoring", "angka", "hasil", "capaian", "sasaran", "yang", "dan", "di"})
_SEBUT_SASARAN = re.compile(
    r"^\W*sasaran(?:\s+(?:strategis|kegiatan|program))?\s+(\d{1,2})\s*[:.\-–]?\s+(.{10,200})", re.I
)
MIRIP_TABEL = 500
"""Likeness, of 1000, from which two sasaran of one indicator in tables count as wordings of one."""


@pemeriksaan(
    "nama-beda",
    judul="Satu indikator dan satu sasaran bernama sama di semua tempat",
    tingkat=Tingkat.RENDAH,
    dasar=DASAR,
    penjelasan=(
        "Nama indikator dan sasaran di tabel, daftar, dan kalimat dibandingkan dengan nama dalam "
        "perjanjian kinerja. "
        "Huruf besar, tanda baca, dan satuan dalam kurung tidak dihitung. Urutan sasaran yang lain dan "
        "sasaran di luar "
        "perjanjian juga disebut."
    ),
)
def nama_beda(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Deviating names, orders and sasaran outside the agreement."""
    for bacaan in dokumen:
        k = kumpulkan(bacaan)
        for i in k.indikator:
            nama = [f for f in k.pilih(Jenis.NAMA, indikator=i.kunci) if f.teks]
            yield from _beda("Indikator", nama, k.bacaan.pindaian, longgar=True)
            sasaran = [f for f in k.pilih(Jenis.SASARAN, indikator=i.kunci) if f.teks]
            yield from _beda("Sasaran", sasaran, k.bacaan.pindaian, longgar=False)
        yield from _urutan(k)
        yield from _di_luar(k)


def _tanpa_awal(teks: str) -> str:
    return re.sub(r"^\W*(?i:sasaran)\s+(?=[A-Z])", "", inti(teks))


def _kelompok(fakta: Iterable[Fakta]) -> list[list[Fakta]]:
    """Facts by name, tidied; the best-attested name first."""
    wadah: dict[str, list[Fakta]] = {}
    for f in fakta:
        kunci = peras(re.sub(r"\([^()]*\)", " ", _tanpa_awal(f.teks))) or peras(f.teks)
        wadah.setdefault(kunci, []).append(f)
    return sorted(wadah.values(), key=lambda w: -sum(_BOBOT.get(f.asal, 1) for f in w))


def _beda(benda: str, fakta: list[Fakta], pindaian: bool, *, longgar: bool) -> Iterator[Temuan]:
    semua = _kelompok(fakta)
    if len(semua) < 2:
        return
    acuan = semua[0]
    for lain in semua[1:]:
        a, b = _tanpa_awal(acuan[0].teks), _tanpa_awal(lain[0].teks)
        if sorted(kata(a)) == sorted(kata(b)) or not _sebenda(a, b, lain, longgar):
            continue
        ringan = set(kata(a)) ^ set(kata(b)) <= _RINGAN
        antarversi = any(f.asal is Asal.PK for f in lain)
        salah_baca = pindaian and mirip(a, b) >= 965 and len(kata(a)) == len(kata(b))
        catatan = ringan or salah_baca or antarversi
        kalimat = f"{benda} “{a}” di tempat lain bernama “{b}”; pakai satu nama menurut perjanjian kinerja."
        if salah_baca:
            kalimat += " Beda satu huruf dapat berasal dari pindaian."
        elif antarversi:
            kalimat += " Bila nama berubah antarversi perjanjian, jelaskan perubahannya."
        yield Temuan(
            "nama-beda", Tingkat.CATATAN if catatan else Tingkat.RENDAH, 60 if catatan else 80, kalimat,
            tempat_unik([f.lokasi for f in lain] + [f.lokasi for f in acuan][:4]), b, a, DASAR,
        )  # fmt: skip


def _sebenda(a: str, b: str, lain: list[Fakta], longgar: bool) -> bool:
    """Whether two names are wordings of one thing; tables tie name and indicator firmly, sentences "
    "loosely."""
    if longgar or serumpun(a, b) or sama(a, b):
        return True
    return any(f.asal is not Asal.PROSA for f in lain) and mirip(a, b) >= MIRIP_TABEL


# order of the sasaran


def _urutan(k: Kumpulan) -> Iterator[Temuan]:
    """Lists that number the sasaran otherwise than the agreement does."""
    acuan = _nomor_tabel(k)
    if len(acuan) < 3:
        return
    for tempat, daftar in _daftar_bernomor(k.bacaan, list(acuan)):
        beda = {s: n for s, n in daftar.items() if acuan[s][0] != n}
        if len(daftar) < 3 or len(daftar) * 5 < len(acuan) * 3 or len(beda) < 2:
            continue
        s, n = next(iter(beda.items()))
        semula = next((x for x, (m, _) in acuan.items() if m == n), "")
        yield Temuan(
            "nama-beda", Tingkat.RENDAH, 75,
            f"Urutan sasaran di daftar ini lain dari perjanjian kinerja: nomor {n} di sini “{s}”, dalam "
            f"perjanjian "
            f"“{semula}”.",
            tempat_unik([*tempat, *(x for _, x in acuan.values())][: len(tempat) + 2]),
            f"urutan {n} = {s}", f"urutan {n} = {semula}", DASAR,
        )  # fmt: skip


def _nomor_tabel(k: Kumpulan) -> dict[str, tuple[int, Lokasi]]:
    """Numbers of the sasaran in the agreement that counts: the changed one, else the last."""
    fakta = [
        f
        for f in k.pilih(Jenis.SASARAN)
        if f.asal in (Asal.PK, Asal.RENCANA) and f.arah.strip(". )").isdigit()
    ]
    berlaku = [f for f in fakta if f.versi == "perubahan"] or fakta
    hasil: dict[str, tuple[int, Lokasi]] = {}
    for f in berlaku:
        hasil.setdefault(_tanpa_awal(f.teks), (int(f.arah.strip(". )")), f.lokasi))
    nomor = [n for n, _ in hasil.values()]
    return hasil if len(set(nomor)) == len(nomor) else {}


def _daftar_bernomor(bacaan: Bacaan, nama: list[str]) -> Iterator[tuple[list[Lokasi], dict[str, int]]]:
    """Lists in running text that number known sasaran: places and numbers."""
    kini: dict[str, int] = {}
    tempat: list[Lokasi] = []
    terakhir = 0
    for u in bacaan.unsur:
        if not isinstance(u, Paragraf | ButirDaftar | Judul):
            continue
        nomor, isi = _nomor_butir(u)
        dikenal = next((n for n in nama if isi and peras(isi).startswith(peras(n))), None)
        if dikenal is None:
            continue
        if nomor <= terakhir:
            yield tempat, kini
            kini, tempat = {}, []
        kini[dikenal] = nomor
        tempat.append(_lokasi(bacaan, u.tempat, isi))
        terakhir = nomor
    yield tempat, kini


def _nomor_butir(u: Paragraf | ButirDaftar | Judul) -> tuple[int, str]:
    teks = polos(f"{u.nomor} {u.teks}" if isinstance(u, Judul) else u.teks)
    cocok = _SEBUT_SASARAN.match(teks)
    if cocok:
        return int(cocok[1]), cocok[2]
    tanda = u.tanda.strip(". )(") if isinstance(u, ButirDaftar) else ""
    return (int(tanda), teks) if tanda.isdigit() else (0, "")


def _lokasi(bacaan: Bacaan, tempat: Tempat, isi: str) -> Lokasi:
    return Lokasi(bacaan.berkas, tempat, isi)


# sasaran outside the agreement


def _di_luar(k: Kumpulan) -> Iterator[Temuan]:
    """Sasaran of a plan table that no agreement of the document has."""
    pk = [f for f in k.pilih(Jenis.SASARAN) if f.asal is Asal.PK]
    if not pk:
        return
    dikenal = {_tanpa_awal(f.teks) for f in pk}
    indikator_pk = {f.indikator for f in pk}
    wadah: dict[str, list[Fakta]] = {}
    for f in k.pilih(Jenis.SASARAN):
        if f.asal is Asal.RENCANA and f.indikator and f.indikator not in indikator_pk:
            wadah.setdefault(_tanpa_awal(f.teks), []).append(f)
    for nama, fakta in wadah.items():
        if any(sama(nama, d) or serumpun(nama, d) for d in dikenal):
            continue
        yield Temuan(
            "nama-beda", Tingkat.SEDANG, 75,
            f"Sasaran “{nama}” (indikator {k.nama(fakta[0].indikator)}) ada dalam rencana, tetapi tidak "
            f"dalam perjanjian "
            "kinerja.",
            tempat_unik([f.lokasi for f in fakta] + [f.lokasi for f in pk][:1]), nama, "tidak ada dalam PK",
            DASAR,
        )  # fmt: skip
