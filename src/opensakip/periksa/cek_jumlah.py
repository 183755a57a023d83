"""Counts in words and figures against what is listed: indicators, sasaran, met targets, issued documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from opensakip.dokumen.bacaan.model import Bacaan, ButirDaftar, Tabel
from opensakip.hitung.terbilang import terbilang
from opensakip.periksa.banding_nilai import tempat_unik
from opensakip.periksa.fakta import Asal, Jenis, Kalimat, Kumpulan
from opensakip.periksa.kumpulan import kumpulkan
from opensakip.periksa.nilai_sah import indikator_berlaku, per_tahun
from opensakip.periksa.pengenal_daftar import Daftar, Pencari
from opensakip.periksa.pengenal_nama import polos
from opensakip.periksa.temuan import Lokasi, Temuan, Tingkat, pemeriksaan

DASAR = "jumlah yang disebut sama dengan yang didaftar; PermenPANRB 53/2014: andal dan konsisten"
_BILANGAN = {terbilang(n): n for n in range(1, 100)}
_KATA = "|".join(sorted(_BILANGAN, key=len, reverse=True))
_N = rf"(?P<n>\d{{1,3}}|{_KATA})\s*(?:\([^()]{{2,40}}\)\s*)?"
_INDIKATOR = re.compile(rf"\b{_N}(?:buah\s+)?indikator\b(?!\s+(?:program|kegiatan|sub))", re.IGNORECASE)
_SASARAN = re.compile(rf"\b{_N}(?:buah\s+)?sasaran\b", re.IGNORECASE)
_DARI = re.compile(
    rf"\b(?P<x>\d{{1,3}}|{_KATA})\s*(?:\([^()]{{2,40}}\)\s*)?(?:indikator\s+(?:\w+\s+)?)?dari\s+(?:total\s+)?{_N}"
    r"indikator(?:\s+kinerja)?[^.]{0,60}?\b(?P<kata>melampaui|melebihi|mencapai|memenuhi|tercapai)\b",
    re.IGNORECASE,
)
_DAFTAR = re.compile(r"(?:sebagai\s+berikut|yaitu|yakni|antara\s+lain|:)\s*:?\s*", re.IGNORECASE)
_TERBIT = re.compile(
    rf"\b(?:terbit\w*|diterbitkan\w*|ditetapkan\w*|disahkan\w*|dihasilkan\w*)\s+(?:sebanyak\s+)?{_N}"
    r"(?P<benda>[a-z]{4,})\s+(?:sebagai\s+)?berikut",
    re.IGNORECASE,
)
_RANCANGAN = re.compile(
    r"^\W*(?:\d+[.)]\s*)?(?:rancangan|draf\w*|draft|usulan|ranperda|ranpergub|raperda)\b", re.I
)


def angka_kata(teks: str) -> int:
    """A count in figures or words.

    >>> angka_kata("12"), angka_kata("dua belas")
    (12, 12)
    """
    isi = " ".join(teks.casefold().split())
    return int(isi) if isi.isdigit() else _BILANGAN[isi]


@pemeriksaan(
    "jumlah-disebut",
    judul="Jumlah yang disebut sama dengan yang didaftar",
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Banyaknya indikator dan sasaran yang disebut kalimat dibandingkan dengan daftar di kalimat itu, "
        "tabel dokumen, "
        "dan daftar tujuan; banyaknya indikator yang mencapai target dengan tabel capaian; banyaknya "
        "dokumen terbit "
        "dengan daftarnya."
    ),
)
def jumlah_disebut(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Counts that the document's own lists contradict."""
    for bacaan in dokumen:
        k = kumpulkan(bacaan)
        pencari = Pencari(Daftar(k.indikator))
        teks = _gabung(k)
        for kal in teks:
            didaftar = list(_terdaftar(k, kal, pencari))
            yield from didaftar
            if not didaftar:
                yield from _terhadap_tabel(k, kal)
            yield from _tujuan(k, kal)
            yield from _tercapai(k, kal)
            yield from _terbit(k, kal)


def _gabung(k: Kumpulan) -> list[Kalimat]:
    """Sentences as printed: pieces about several indicators put together again."""
    hasil: list[Kalimat] = []
    for kal in k.kalimat:
        lama = hasil[-1] if hasil else None
        if lama is not None and lama.ke == kal.ke and not lama.teks.rstrip().endswith((".", ";", "!", "?")):
            hasil[-1] = Kalimat(
                lama.indikator if lama.indikator == kal.indikator else "", f"{lama.teks} {kal.teks}",
                lama.lokasi, lama.jalur, lama.ke, lama.bernama or kal.bernama, lama.ragu or kal.ragu,
            )  # fmt: skip
        else:
            hasil.append(kal)
    return hasil


def _jadi(
    kal: Kalimat, kalimat: str, tercetak: str, benar: str, *lain: Lokasi, catatan: bool = False
) -> Temuan:
    return Temuan(
        "jumlah-disebut", Tingkat.CATATAN if catatan else Tingkat.SEDANG, 60 if kal.ragu else 80, kalimat,
        tempat_unik([kal.lokasi, *lain]), tercetak, benar, DASAR,
    )  # fmt: skip


def _terdaftar(k: Kumpulan, kal: Kalimat, pencari: Pencari) -> Iterator[Temuan]:
    """ "12 indikator sebagai berikut: A, B, ..." with fewer names behind it."""
    for cocok in _INDIKATOR.finditer(kal.teks):
        sisa = kal.teks[cocok.end() :]
        if not _DAFTAR.search(sisa[:60]):
            continue
        n = angka_kata(cocok["n"])
        sebut = {s.kunci for s in pencari.dalam(sisa)}
        if n == len(sebut) or len(sebut) < 3 or len(sebut) < n - 4:
            continue
        hilang = [i.nama for i in indikator_berlaku(k) if i.kunci not in sebut]
        ekor = f"; tidak disebut: {', '.join(hilang)}" if len(hilang) == n - len(sebut) else ""
        yield _jadi(
            kal, f"Kalimat menyebut {n} indikator, tetapi mendaftar {len(sebut)}{ekor}.",
            cocok[0].strip(), f"{len(sebut)} indikator didaftar{ekor}",
        )  # fmt: skip


def _terhadap_tabel(k: Kumpulan, kal: Kalimat) -> Iterator[Temuan]:
    """Counts of sasaran and indicators that no table of the document has."""
    ind, sas = _INDIKATOR.search(kal.teks), _SASARAN.search(kal.teks)
    if not (ind and sas) or re.search(r"\btujuan\b|tahun\s+(?:lalu|sebelumnya)", kal.teks, re.IGNORECASE):
        return
    hitung = _hitungan(k)
    n, m = angka_kata(sas["n"]), angka_kata(ind["n"])
    if not hitung or (n, m) in hitung or m <= n // 2:
        return
    if any(a == n for a, _ in hitung) and any(b == m for _, b in hitung):
        return
    dekat = min(hitung, key=lambda h: abs(h[0] - n) + abs(h[1] - m))
    yield _jadi(
        kal, f"Kalimat menyebut {n} sasaran dan {m} indikator, sedangkan tabel memuat {dekat[0]} sasaran dan "
        f"{dekat[1]} indikator.",
        f"{n} sasaran, {m} indikator", f"{dekat[0]} sasaran, {dekat[1]} indikator", hitung[dekat],
    )  # fmt: skip


def _hitungan(k: Kumpulan) -> dict[tuple[int, int], Lokasi]:
    """Numbers of sasaran and indicators of every table that has both."""
    wadah: dict[int, tuple[set[str], set[str], Lokasi]] = {}
    for f in k.pilih(Jenis.NAMA, Jenis.SASARAN):
        t = f.lokasi.tempat.tabel
        if t is None or f.asal is Asal.PROSA:
            continue
        sasaran, indikator, _ = wadah.setdefault(t, (set(), set(), f.lokasi))
        (sasaran if f.jenis is Jenis.SASARAN else indikator).add(
            f.teks if f.jenis is Jenis.SASARAN else f.indikator
        )
    return {(len(s), len(i)): x for s, i, x in wadah.values() if s and i}


def _tujuan(k: Kumpulan, kal: Kalimat) -> Iterator[Temuan]:
    """Indicators said to be of the goals, against the list of goals with their indicators."""
    cocok = re.search(rf"\btujuan\b[^.:;]{{0,80}}?\bdengan\s+{_N}indikator", kal.teks, re.IGNORECASE)
    if not cocok:
        return
    daftar = [
        u
        for jalur, u in k.bacaan.berjalur()
        if isinstance(u, ButirDaftar) and jalur and re.search(r"\btujuan\b", jalur[-1].teks, re.IGNORECASE)
        and re.search(r"\bindikator\b", u.teks, re.IGNORECASE)
    ]  # fmt: skip
    if not daftar:
        return
    ada = sum(_banyak_indikator(u.teks) for u in daftar)
    n = angka_kata(cocok["n"])
    if ada != n:
        tempat = [Lokasi(k.bacaan.berkas, u.tempat, polos(u.teks)) for u in daftar]
        yield _jadi(
            kal, f"Kalimat menyebut tujuan dengan {n} indikator, sedangkan daftarnya {len(daftar)} tujuan "
            f"dengan {ada} indikator.",
            f"{n} indikator", f"{len(daftar)} tujuan dengan {ada} indikator", *tempat,
        )  # fmt: skip


def _banyak_indikator(teks: str) -> int:
    ekor = re.split(r"\bindikator\b", teks, flags=re.IGNORECASE)[-1]
    return len([p for p in re.split(r"\bdan\b(?=\s+[A-Z])|;|,(?=\s+[A-Z])", ekor) if re.search(r"\w{3,}", p)])


def _tercapai(k: Kumpulan, kal: Kalimat) -> Iterator[Temuan]:
    """ "10 dari 11 indikator telah melampaui target" against the achievements printed."""
    cocok = _DARI.search(kal.teks)
    if not cocok or k.tahun is None or re.search(r"\b(?:belum|tidak)\b", cocok[0]):
        return
    capaian = [
        f.angka
        for i in indikator_berlaku(k)
        if (f := per_tahun(k, i.kunci, Jenis.CAPAIAN).nilai.get(k.tahun)) is not None and f.angka is not None
    ]
    x, n = angka_kata(cocok["x"]), angka_kata(cocok["n"])
    if len(capaian) != n:
        return
    penuh, lewat = sum(c >= 100 for c in capaian), sum(c > 100 for c in capaian)
    lampau = cocok["kata"].casefold() in ("melampaui", "melebihi")
    if x == (lewat if lampau else penuh):
        return
    if lampau and x == penuh:
        yield _jadi(
            kal, f"{x} dari {n} indikator disebut melampaui target; {penuh - lewat} di antaranya tepat 100%.",
            cocok[0], f"{lewat} melampaui, {penuh - lewat} tepat mencapai", catatan=True,
        )  # fmt: skip
        return
    yield _jadi(
        kal, f"Kalimat menyebut {x} dari {n} indikator mencapai target; menurut capaian tercetak {penuh}.",
        cocok[0], f"{penuh} dari {n}",
    )  # fmt: skip


def _terbit(k: Kumpulan, kal: Kalimat) -> Iterator[Temuan]:
    """Things said to be issued, some of which the list itself calls drafts."""
    cocok = _TERBIT.search(kal.teks)
    if not cocok:
        return
    n = angka_kata(cocok["n"])
    butir: list[tuple[str, Lokasi]] = []
    for u in k.bacaan.unsur[kal.ke + 1 : kal.ke + n + 6]:
        if isinstance(u, ButirDaftar):
            butir.append((polos(u.teks), Lokasi(k.bacaan.berkas, u.tempat, polos(u.teks))))
        elif isinstance(u, Tabel):
            butir += [
                (max(teks, key=len), Lokasi(k.bacaan.berkas, next(s for s in b if s is not None).tempat))
                for b in u.baris[u.kepala :]
                if (teks := [polos(s.teks) for s in b if s is not None and s.teks.strip()])
            ]
    butir = butir[:n]
    rancangan = [b for b in butir if _RANCANGAN.match(b[0])]
    if len(butir) == n and rancangan:
        yield _jadi(
            kal,
            f"{n} {cocok['benda']} disebut terbit, tetapi {len(rancangan)} di antaranya masih rancangan.",
            cocok[0], f"{n - len(rancangan)} terbit", *(x for _, x in rancangan),
        )  # fmt: skip
