"""Claims in words against the figures beside them: trends, comparability, targets met, ranks without data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from opensakip.dokumen.bacaan.model import Bacaan, Tabel
from opensakip.periksa.banding_nilai import tempat_unik
from opensakip.periksa.fakta import Fakta, Jenis, Kalimat, Kumpulan
from opensakip.periksa.kumpulan import kumpulkan
from opensakip.periksa.nilai_sah import per_tahun
from opensakip.periksa.pengenal_angka import angka_dalam, tahun_dalam
from opensakip.periksa.pengenal_gerak import gerak, jarak
from opensakip.periksa.pengenal_kepala import Peran, susunan
from opensakip.periksa.pengenal_riwayat import tata_riwayat
from opensakip.periksa.temuan import Lokasi, Temuan, Tingkat, pemeriksaan

DASAR = "PermenPANRB 53/2014 lampiran III: uraian harus didukung data yang disajikan"
_TREN_NAIK = re.compile(
    r"\b(?:selalu|terus(?:\s*-?\s*menerus)?|senantiasa|konsisten|setiap\s+tahun(?:nya)?|dari\s+tahun\s+ke\s+tahun)\s+"
    r"(?:\w+\s+){0,3}?(?:peningkatan|meningkat|naik|kenaikan)"
    r"|\b(?:meningkat|naik|peningkatan|kenaikan)\s+(?:\w+\s+){0,2}?(?:setiap\s+tahun|dari\s+tahun\s+ke\s+tahun|terus)"
    r"|\btren\s+(?:\w+\s+){0,2}?(?:positif|meningkat|naik)",
    re.IGNORECASE,
)
_TREN_TURUN = re.compile(
    r"\b(?:selalu|terus(?:\s*-?\s*menerus)?|senantiasa|konsisten|setiap\s+tahun(?:nya)?)\s+(?:\w+\s+){0,3}?"
    r"(?:penurunan|menurun|turun)"
    r"|\b(?:menurun|turun|penurunan)\s+(?:\w+\s+){0,2}?(?:setiap\s+tahun|dari\s+tahun\s+ke\s+tahun|terus)",
    re.IGNORECASE,
)
_KECUALI = re.compile(
    r"meskipun|walau|kecuali|sempat|tercetak|menyebut|menyatakan|namun\s+(?:pada|tahun)|akan\s+tetapi"
    r"|tidak\s+selalu|belum\s+(?:selalu|konsisten)",
    re.IGNORECASE,
)
_TAK_BANDING = re.compile(
    r"\b(?:belum|tidak)\s+(?:bisa|dapat|mampu)\s+(?:di)?(?:per)?banding\w*[^.]{0,60}?tahun(?:\s*-\s*tahun)?\s*"
    r"(?:-?\s*tahun\s*)?(?:sebelumnya|lalu|20\d\d)",
    re.IGNORECASE,
)
_BANDING_LALU = re.compile(
    r"\b(?P<arah>meningkat|naik|mengalami\s+(?:kenaikan|peningkatan)|menurun|turun|mengalami\s+penurunan)\b"
    r"(?![^.]{0,40}\bpoin\s+(?:untuk|menuju))[^.;]{0,60}?\b(?:dari|dibanding\w*|terhadap)\s+(?:dengan\s+)?(?:\w+\s+){0,4}?"
    r"tahun\s+(?P<tahun>20\d\d|sebelumnya|lalu)",
    re.IGNORECASE,
)
_LEBIH = re.compile(
    r"\b(?:sudah|telah|berhasil|mampu)?\s*(?P<kata>melebihi|melampaui|mencapai|memenuhi)\s+(?:dari\s+)?target"
    r"(?P<akhir>\s+(?:\w+\s+){0,1}?(?:akhir|jangka\s+menengah|renstra|rpjm\w*))?",
    re.IGNORECASE,
)
_TAK = re.compile(
    r"\b(?:belum|tidak|kurang|hampir|agar|untuk|dalam\s+rangka|dapat|akan|supaya|upaya)\b", re.IGNORECASE
)
_TERTINGGI = re.compile(
    r"\b(?:tertinggi|terbaik|teratas|nomor\s+satu|peringkat\s+(?:pertama|1|satu))\b[^.]{0,120}?\b(?:nasional|indonesia)\b"
    r"|\bnasional\b[^.]{0,160}?\b(?:tertinggi|terbaik|teratas)\b",
    re.IGNORECASE,
)
_BESAR = re.compile(r"\b\d+\s+besar\b|\burutan\s+(?:ke\W*)?\d+|\bperingkat\s+(?:ke\W*)?[2-9]", re.IGNORECASE)
_DI_BAWAH = re.compile(
    r"\b(?:masih|berada)\s+di\s*(?P<sisi>bawah|atas)\s+(?:rata\W*rata\s+)?(?:provinsi|kabupaten|kota|daerah|instansi"
    r"|kementerian|lembaga|perangkat\s+daerah|nasional)",
    re.IGNORECASE,
)
PEMBANDING_CUKUP = 20
_MENGAKU = re.compile(
    r"[;,]\s*(?:tetapi|namun|padahal|sedangkan|tabel)\b.*\b(?:hanya|memuat|menunjukkan|menyajikan)\b",
    re.IGNORECASE,
)
"""A sentence that names what speaks against the claim itself is a remark on it, not the claim."""


@pemeriksaan(
    "klaim-teks",
    judul="Kalimat sesuai dengan angka di sekitarnya",
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Kalimat yang menyatakan arah (selalu meningkat, naik dari tahun lalu), ketiadaan pembanding, "
        "terlampauinya "
        "target, atau kedudukan terhadap pihak lain diuji dengan angka yang dicetak dokumen itu sendiri."
    ),
)
def klaim_teks(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Sentences that the document's own figures contradict or do not support."""
    for bacaan in dokumen:
        k = kumpulkan(bacaan)
        for kal in k.kalimat:
            if _MENGAKU.search(kal.teks):
                continue
            if kal.indikator:
                for uji in (_tren, _tak_banding, _banding_lalu, _lampaui):
                    yield from uji(k, kal)
            yield from _gerak(k, kal)
            yield from _pembanding(k, kal)


def _jadi(
    k: Kumpulan, kal: Kalimat, tingkat: Tingkat, kalimat: str, tercetak: str, benar: str, fakta: list[Fakta]
) -> Temuan:
    lokasi = tempat_unik([kal.lokasi, *(f.lokasi for f in fakta)])
    nama = k.nama(kal.indikator)
    awal = f"{nama}: " if nama else ""
    return Temuan(
        "klaim-teks", tingkat, 60 if kal.ragu else 80, awal + kalimat, lokasi, tercetak, benar, DASAR
    )


def _deret(k: Kumpulan, kal: Kalimat, jenis: Jenis) -> list[Fakta]:
    nilai = per_tahun(k, kal.indikator, jenis).nilai
    tahun = [t for t in tahun_dalam(kal.teks) if t in nilai]
    batas = (min(tahun), max(tahun)) if len(set(tahun)) > 1 else (0, k.tahun or 9999)
    return [f for t, f in sorted(nilai.items()) if f.angka is not None and batas[0] <= t <= batas[1]]


def _tren(k: Kumpulan, kal: Kalimat) -> Iterator[Temuan]:
    naik, turun = _TREN_NAIK.search(kal.teks), _TREN_TURUN.search(kal.teks)
    if not (naik or turun):
        return
    for jenis in (Jenis.REALISASI, Jenis.CAPAIAN):
        deret = _deret(k, kal, jenis)
        if len(deret) < 2:
            continue
        langgar = [
            (a, b)
            for a, b in zip(deret, deret[1:], strict=False)
            if a.angka is not None
            and b.angka is not None
            and (b.angka < a.angka if naik else b.angka > a.angka)
        ]
        if langgar and not _KECUALI.search(kal.teks):
            a, b = langgar[0]
            kata = "turun" if naik else "naik"
            cocok = naik or turun
            yield _jadi(
                k, kal, Tingkat.TINGGI,
                f"kalimat menyatakan “{cocok[0] if cocok else ''}”, padahal {jenis} {kata} dari {a.teks} "
                f"({a.tahun}) "
                f"ke {b.teks} ({b.tahun}).",
                cocok[0] if cocok else "", f"{a.teks} ({a.tahun}) {kata} ke {b.teks} ({b.tahun})", [a, b],
            )  # fmt: skip
        return


def _gerak(k: Kumpulan, kal: Kalimat) -> Iterator[Temuan]:
    """ "naik dari 72 menjadi 70": the word and the two values of one sentence."""
    for g in gerak(kal.teks):
        if not g.benar:
            yield _jadi(
                k, kal, Tingkat.TINGGI,
                f"kalimat menyatakan “{g.kata}”, padahal {g.a.teks} menjadi {g.b.teks} berarti "
                f"{'turun' if g.naik else 'naik'}.",
                g.kata, "turun" if g.naik else "naik", [],
            )  # fmt: skip
    for j in jarak(kal.teks):
        if not j.sisi_benar:
            yield _jadi(
                k, kal, Tingkat.TINGGI,
                f"kalimat menyatakan di {j.sisi}, padahal {j.a.teks} dan {j.b.teks} berarti sebaliknya.",
                f"di {j.sisi}", "di bawah" if j.sisi == "atas" else "di atas", [],
            )  # fmt: skip


def _tak_banding(k: Kumpulan, kal: Kalimat) -> Iterator[Temuan]:
    cocok = _TAK_BANDING.search(kal.teks)
    if not cocok or k.tahun is None or re.search(r"perubahan|berubah|perbedaan|berbeda", kal.teks):
        return
    lalu = [f for f in _deret(k, kal, Jenis.REALISASI) if f.tahun and f.tahun < (k.tahun or 0)]
    if lalu:
        daftar = ", ".join(f"{f.teks} ({f.tahun})" for f in lalu)
        yield _jadi(
            k, kal, Tingkat.SEDANG,
            f"kalimat menyatakan “{cocok[0]}”, padahal dokumen memuat nilai tahun sebelumnya: {daftar}.",
            cocok[0], daftar, lalu,
        )  # fmt: skip


def _banding_lalu(k: Kumpulan, kal: Kalimat) -> Iterator[Temuan]:
    cocok = _BANDING_LALU.search(kal.teks)
    if not cocok or k.tahun is None or _TAK.search(kal.teks[max(0, cocok.start() - 25) : cocok.start()]):
        return
    tahun = int(cocok["tahun"]) if cocok["tahun"].isdigit() else k.tahun - 1
    if tahun >= k.tahun or re.search(
        r"anggaran|pagu|serapan|target\s+\w*\s*$", kal.teks[: cocok.start()][-60:]
    ):
        return
    naik = not re.search(r"turun|nurun", cocok["arah"], re.IGNORECASE)
    pasangan = []
    for jenis in (Jenis.REALISASI, Jenis.CAPAIAN):
        nilai = per_tahun(k, kal.indikator, jenis).nilai
        a, b = nilai.get(tahun), nilai.get(k.tahun)
        if a and b and a.angka is not None and b.angka is not None:
            pasangan.append((a, b, (b.angka > a.angka) if naik else (b.angka < a.angka)))
    if pasangan and not any(benar for _, _, benar in pasangan):
        a, b, _ = pasangan[0]
        yield _jadi(
            k, kal, Tingkat.TINGGI,
            f"kalimat menyatakan “{cocok['arah']}” dibanding tahun {tahun}, padahal {a.jenis} {a.teks} "
            f"({tahun}) "
            f"menjadi {b.teks} ({k.tahun}).",
            cocok["arah"], f"{a.teks} ({tahun}) menjadi {b.teks} ({k.tahun})", [a, b],
        )  # fmt: skip


def _lampaui(k: Kumpulan, kal: Kalimat) -> Iterator[Temuan]:
    cocok = _LEBIH.search(kal.teks)
    if not cocok or not kal.bernama or _TAK.search(kal.teks[max(0, cocok.start() - 30) : cocok.end()]):
        return
    if cocok["akhir"] or not k.tahun or (tahun_dalam(kal.teks) and k.tahun not in tahun_dalam(kal.teks)):
        return
    capaian = per_tahun(k, kal.indikator, Jenis.CAPAIAN).nilai.get(k.tahun)
    if capaian is None or capaian.angka is None:
        return
    lewat = cocok["kata"].casefold() in ("melebihi", "melampaui")
    if capaian.angka < 100 or (lewat and capaian.angka == 100):
        yield _jadi(
            k, kal, Tingkat.SEDANG if capaian.angka < 100 else Tingkat.RENDAH,
            f"kalimat menyatakan “{cocok[0].strip()}”, padahal capaiannya {capaian.teks}.",
            cocok[0].strip(), capaian.teks, [capaian],
        )  # fmt: skip


def _pembanding(k: Kumpulan, kal: Kalimat) -> Iterator[Temuan]:
    tertinggi, di_bawah = _TERTINGGI.search(kal.teks), _DI_BAWAH.search(kal.teks)
    if tertinggi and not _BESAR.search(kal.teks) and not _TAK.search(kal.teks[: tertinggi.start()][-20:]):
        tempat, jumlah = _tabel_berikut(k, kal.ke)
        if tempat is not None and 2 <= jumlah < PEMBANDING_CUKUP:
            t = _jadi(
                k, kal, Tingkat.RENDAH,
                f"kalimat menyatakan “{tertinggi[0]}”, padahal data yang disajikan hanya memuat {jumlah} "
                f"pihak.",
                tertinggi[0], f"{jumlah} pihak dibandingkan", [],
            )  # fmt: skip
            yield replace(t, lokasi=(kal.lokasi, tempat))
    if di_bawah and not list(angka_dalam(kal.teks)) and _tabel_berikut(k, kal.ke)[0] is None:
        yield _jadi(
            k, kal, Tingkat.RENDAH,
            f"kalimat membandingkan (“{di_bawah[0]}”) tanpa satu pun angka pembanding.",
            di_bawah[0], "sebutkan nilai pihak pembanding", [],
        )  # fmt: skip


def _tabel_berikut(k: Kumpulan, ke: int) -> tuple[Lokasi | None, int]:
    """The table right behind a sentence, with the number of values it compares; None without one."""
    for u in k.bacaan.unsur[ke + 1 : ke + 3]:
        if isinstance(u, Tabel) and not tata_riwayat(u) and not susunan(u).punya(Peran.INDIKATOR):
            angka = [s for b in u.baris for s in b if s is not None and re.search(r"\d", s.teks)]
            return Lokasi(k.bacaan.berkas, u.tempat, u.keterangan), len(angka)
    return None, 0
