"""Statements in prose: which number of a sentence is target, realisation, achievement or difference.

The words right before a number decide what it is; what lies between the deciding word and the number may only
be filling. A number whose part in the sentence is not clear is left out: silence is better than a wrong fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from opensakip.periksa.fakta import Jenis
from opensakip.periksa.pengenal_angka import Angka, Bentuk, angka_dalam, tahun_dalam
from opensakip.periksa.pengenal_nama import tutup_markah

_AKHIR = r"akhir|renstra|rpjm\w*|jangka\s+(?:menengah|panjang)"
_ISYARAT: tuple[tuple[re.Pattern[str], Jenis], ...] = tuple(
    (re.compile(pola, re.IGNORECASE), jenis)
    for pola, jenis in (
        (rf"\btarget\w*\s+(?:\w+\s+){{0,2}}(?:{_AKHIR})(?:\s+renstra|\s+rpjm\w*)?", Jenis.TARGET_AKHIR),
        (r"\b(?:di|men|pen)?target\w*", Jenis.TARGET),
        (r"\b(?:te|di)?realisasi\w*|\bmerealisasikan", Jenis.REALISASI),
        (r"\b(?:pen|ke)?capaian\w*|\btercapai\w*|\bkemajuan\w*", Jenis.CAPAIAN),
    )
)
_LEMAH = re.compile(
    r"\b(?:memperoleh|diperoleh|meraih|mendapat(?:kan)?|mencapai|menjadi|bernilai|tahun\s+20\d\d\s+terdapat"
    r"|tahun\s+20\d\d\s+tercatat)\b(?:\s+(?:nilai|skor|angka|hasil|indeks))?",
    re.IGNORECASE,
)
_SELISIH = re.compile(
    r"\b(?P<kata>kurang|lebih\s+(?:tinggi|rendah|besar|kecil)|selisih\w*|terpaut|naik|turun|meningkat\w*|menurun"
    r"|mengalami\s+(?:kenaikan|penurunan|peningkatan)|peningkatan|penurunan|kenaikan|bertambah|berkurang)"
    r"\s*(?:poin|nilai)?\s*(?:sebesar|sebanyak|sejumlah|sekitar|:)?\s*$",
    re.IGNORECASE,
)
_ATAU = re.compile(
    r"^[\s,;]*(?:poin|persen|indeks|\w+)?[\s,;]*(?:\(?\s*atau|\(|setara(?:\s+dengan)?|dengan\s+capaian)"
    r"(?:\s+(?:sebesar|setara|capaian|mencapai|tercapai))*\s*\(?\s*$",
    re.IGNORECASE,
)
_PENGISI = frozenset(
    [
        "kinerja",
        "indikator",
        "tahun",
        "yaitu",
        "adalah",
        "sebesar",
        "sebanyak",
        "sejumlah",
        "mencapai",
        "mendapat",
        "mendapatkan",
        "nilai",
        "skor",
        "dengan",
        "yang",
        "telah",
        "sudah",
        "ditetapkan",
        "ini",
        "tersebut",
        "nya",
        "di",
        "pada",
        "atas",
        "target",
        "dari",
        "untuk",
        "baru",
        "juga",
        "masih",
        "hanya",
        "akhir",
        "renstra",
        "rpjmd",
        "rpjmn",
        "sampai",
        "hasil",
        "terjalin",
        "poin",
        "persen",
        "rata",
        "rerata",
        "tercapai",
        "capaian",
        "realisasi",
        "realisasinya",
        "maka",
        "adalah",
        "menggunakan",
        "kegiatannya",
        "terhadap",
        "sebelumnya",
        "lalu",
        "awal",
        "diawal",
        "merupakan",
        "ialah",
        "berada",
        "angka",
        "indeks",
        "itu",
        "diperoleh",
        "memperoleh",
        "ter",
        "terealisasi",
        "oleh",
        "menjadi",
        "sasaran",
        "strategis",
        "optimis",
        "kami",
        "ditargetkan",
        "berhasil",
        "dicapai",
        "sekitar",
        "kurang",
        "lebih",
        "didapat",
        "didapatkan",
        "menunjukkan",
        "diraih",
        "bernilai",
        "memenuhi",
        "tahunan",
        "jumlah",
        "s",
        "d",
        "dan",
        "sebagai",
        "berikut",
        "per",
        "desember",
        "keadaan",
        "atau",
        "capaiannya",
        "targetnya",
        "maupun",
        "persentase",
        "dimana",
        "terdapat",
        "bertambah",
        "meningkat",
        "naik",
        "turun",
        "menurun",
        "tingkat",
        "adapun",
        "yakni",
        "secara",
        "keseluruhan",
        "seluruh",
        "jangka",
        "menengah",
        "periode",
        "tercatat",
    ]
)
_ASING = re.compile(
    r"\b(?:sub\s*-?\s*kegiatan|kegiatan|program|anggaran|pagu|serapan|responden|unsur|komponen|bobot|kategori"
    r"|masing\W*masing|berturut\W*turut|aspek|kabupaten|provinsi|kota|nasional|triwulan|semester|rincian\s+output|keluaran|keuangan|kriteria)\b",
    re.IGNORECASE,
)
_LEMBAGA = re.compile(
    r"\b(?:biro|dinas|badan|kementerian|sekretariat|kecamatan|inspektorat|kantor|direktorat|kelurahan|lembaga)\b",
    re.IGNORECASE,
)
_RATA = re.compile(r"rata\W*rata|rerata|keseluruhan", re.IGNORECASE)
_LONGGAR = 2
"""How many words outside the filling may stand between the deciding word and its number."""


@dataclass(frozen=True)
class Ucapan:
    """A number of a sentence with its part: kind, year, and how it is meant."""

    angka: Angka
    jenis: Jenis
    tahun: int | None
    arah: str = ""
    tanda: str = ""


def kalimat(teks: str) -> Iterator[tuple[int, int]]:
    """Sentences of a text as positions; a full stop inside a number or after Rp ends none."""
    awal = 0
    for cocok in re.finditer(
        r"(?<![A-Z])(?<!\bNo)(?<!\bRp)(?<!\bs\.d)[.!?;]+[\"”)*]*\s+(?=[A-Z“\"(*])", teks
    ):
        yield awal, cocok.end()
        awal = cocok.end()
    if awal < len(teks):
        yield awal, len(teks)


def ucapan(teks: str, bentuk: Bentuk = "id", tahun: int | None = None) -> list[Ucapan]:
    """The meaning of the numbers in a stretch of text about one indicator.

    Names of indicators should be blanked out beforehand, so that words inside a name decide nothing.

    >>> [(u.jenis.value, u.angka.teks) for u in ucapan("ditargetkan 90, realisasi 85,5, capaian 95%")]
    [('target', '90'), ('realisasi', '85,5'), ('capaian', '95')]
    """
    isi = tutup_markah(teks)
    hasil: list[Ucapan] = []
    batas, asing = 0, False
    for a in angka_dalam(isi, bentuk):
        sela, sesudah = isi[batas : a.awal], isi[a.akhir : a.akhir + 60]
        batas = a.akhir
        asing = bool(_ASING.search(_klausa(sela))) or (asing and not re.search(r"[.;,]\s", sela))
        u = None if asing else _satu(a, sela, sesudah, hasil[-1] if hasil else None, tahun)
        if u is not None:
            hasil.append(u)
    return hasil


def _klausa(sela: str) -> str:
    """The last clause before a number: what stands behind the last comma, bracket or "atau"."""
    return re.split(r"[,;)]\s|\batau\b|[.]\s+[A-Z]", sela)[-1]


def _satu(a: Angka, sela: str, sesudah: str, sebelum: Ucapan | None, tahun: int | None) -> Ucapan | None:
    selisih = _SELISIH.search(sela)
    if selisih and not re.match(r"\s*(?:dari|%?\s*dari)\s+target", sesudah):
        return Ucapan(a, Jenis.SELISIH, _tahun_banding(sela, sesudah, tahun), _arah(selisih["kata"]))
    sisi = re.match(r"\s*(?:poin\s+)?di\s*(atas|bawah)\s+target", sesudah, re.IGNORECASE)
    if sisi:
        return Ucapan(a, Jenis.SELISIH, tahun, "naik" if sisi[1].casefold() == "atas" else "turun", "target")
    if not a.persen and re.match(r"\s*(?:[^\W\d_]+\s+)?dari\s+target\b", sesudah) and _pembuka(sela):
        return Ucapan(a, Jenis.REALISASI, tahun)
    persen = _persen(a, sela, sesudah, sebelum, tahun) if a.persen else None
    if persen is not None:
        return persen
    if _deret(sela, sesudah):
        terus = sebelum is not None and sebelum.jenis is Jenis.SELISIH and re.match(r"\s*poin", sesudah)
        return Ucapan(a, Jenis.SELISIH, tahun, sebelum.arah, "lain") if terus and sebelum else None
    kurung = re.search(r"tahun\s+(20\d\d)\s*\(\s*$", sela)
    if kurung and sebelum is not None and sebelum.jenis is Jenis.SELISIH:
        return Ucapan(a, Jenis.REALISASI, int(kurung[1]))
    u = _dari_isyarat(a, sela, sesudah, tahun)
    if u is not None and u.jenis is Jenis.REALISASI and a.persen and _terhadap_akhir(sebelum):
        return Ucapan(a, Jenis.CAPAIAN, u.tahun, tanda="atau")
    return u


def _terhadap_akhir(sebelum: Ucapan | None) -> bool:
    """A percentage behind an end target that is printed without per cent is the progress towards it."""
    return sebelum is not None and sebelum.jenis is Jenis.TARGET_AKHIR and not sebelum.angka.persen


def _persen(a: Angka, sela: str, sesudah: str, sebelum: Ucapan | None, tahun: int | None) -> Ucapan | None:
    """A percentage that the number before it, or the words behind it, make an achievement."""
    if sebelum is not None and sebelum.jenis is Jenis.TARGET_AKHIR and _TERUS.match(sela):
        return Ucapan(a, Jenis.CAPAIAN, tahun, tanda="atau")
    if sebelum is not None and sebelum.jenis is not Jenis.CAPAIAN and _ATAU.match(sela):
        return Ucapan(a, Jenis.CAPAIAN, sebelum.tahun, tanda="atau")
    gerak = re.search(r"turun|nurun|naik|meningkat|peningkatan|minus|kurang", sela[-60:], re.IGNORECASE)
    isyarat = _isyarat(sela)
    if isyarat is not None and isyarat[0] is Jenis.REALISASI and _TARGET_PERSEN.match(sesudah):
        return None
    if re.match(r"\s*(?:dari|terhadap)\s+(?:nilai\s+)?target", sesudah) and not gerak:
        return Ucapan(a, Jenis.CAPAIAN, tahun)
    return None


def _dari_isyarat(a: Angka, sela: str, sesudah: str, tahun: int | None) -> Ucapan | None:
    """The last deciding word before the number, if only filling lies between."""
    isyarat = _isyarat(sela)
    if isyarat is None:
        return _dari_lemah(a, sela, sesudah, tahun)
    jenis, akhir, awal = isyarat
    if not _hanya_pengisi(sela[akhir:]):
        return None
    arti = _tafsir(jenis, a, sela[:awal], sela[awal:akhir].casefold())
    if arti is None or (arti is Jenis.CAPAIAN and _LEMBAGA.search(sela[akhir:]) and not _RATA.search(sela)):
        return None
    tanda = (
        "kumulatif" if re.search(r"sampai\s+dengan|s\.?d\.?\s|kumulatif", sela[max(0, awal - 40) :]) else ""
    )
    return Ucapan(a, arti, _tahun(sela[max(0, awal - 25) :], sesudah, tahun), tanda=tanda)


_TARGET_PERSEN = re.compile(
    r"\s*dari\s+target[^.;\d]{0,45}(?:20\d\d[^.;\d]{0,20})?\d[\d.,]*\s*(?:%|persen)", re.IGNORECASE
)
_TERUS = re.compile(r"^\W*(?:adalah|sebesar|mencapai|yaitu|telah|sudah|baru|tercapai|\s)+$", re.IGNORECASE)


def _pembuka(sela: str) -> bool:
    """The number opens the statement: right behind the name, a colon or a word of filling."""
    return bool(
        re.search(r"(?:^|[:\s])\s*(?:sebesar|sebanyak|yaitu|mencapai|realisasi\w*|terealisasi)?\s*$", sela)
    ) and (_hanya_pengisi(sela[-40:]) or sela.strip()[-1:] == ":")


def _deret(sela: str, sesudah: str) -> bool:
    """The number belongs to another one: "23 dari 24", "2 poin dan 10 poin", "18 dari bobot 30"."""
    return bool(
        re.search(r"(?:\bdan|\bdari|\bserta|\bhingga)\s*$", sela)
        or re.match(r"\s*(?:\([^)]*\)\s*)?dari\s+(?:bobot|maksimal|skala|total)", sesudah)
    )


def _tafsir(jenis: Jenis, a: Angka, depan: str, kata: str) -> Jenis | None:
    """Words that mean one thing or another by what stands around them."""
    if jenis is Jenis.TARGET and re.search(r"realisasi\w*\s+(?:dari|atas|terhadap)\s+$", depan):
        return Jenis.REALISASI
    if jenis is Jenis.TARGET and a.persen and re.search(r"capaian\w*\s+(?:\w+\s+){0,3}$", depan):
        return Jenis.CAPAIAN
    if jenis is Jenis.TARGET_AKHIR and a.persen and re.search(r"(?:melebihi|melampaui)\s*$", depan):
        return Jenis.CAPAIAN
    if (
        jenis is Jenis.TARGET
        and a.persen
        and re.search(r"(?:melebihi|melampaui|mencapai|memenuhi)\s*$", depan)
    ):
        return Jenis.CAPAIAN
    if jenis is Jenis.CAPAIAN and re.search(r"target\w*\s+$", depan):
        return None
    if jenis is Jenis.CAPAIAN and not a.persen:
        if kata.startswith("tercapai"):
            return Jenis.REALISASI
        bernilai = re.search(r"(?:nilai|hasil|skor|mempertimbangkan)\s+$", depan)
        return Jenis.REALISASI if bernilai and "capaian" in kata else None
    return jenis


_SEBUT_NILAI = re.compile(
    r"\s{5,}(?:pada\s+)?(?:tahun\s+20\d\d\s+)?(?:adalah|sebesar|sebanyak|yaitu|mencapai|tercatat)(?:\s+sebesar)?\s+",
    re.IGNORECASE,
)
"""What stands between a name (blanked out) and its value: "<name> tahun 2025 adalah sebesar"."""


def _dari_lemah(a: Angka, sela: str, sesudah: str, tahun: int | None) -> Ucapan | None:
    """ "memperoleh nilai 71,25": a realisation, if nothing else is said."""
    if _SEBUT_NILAI.fullmatch(sela):
        return Ucapan(a, Jenis.REALISASI, _tahun(sela, sesudah, tahun), tanda="lemah")
    lemah = list(_LEMAH.finditer(sela))
    if not lemah or not _hanya_pengisi(sela[lemah[-1].end() :]):
        return None
    if a.persen and not re.search(r"nilai|skor|realisasi", sela[-60:], re.IGNORECASE):
        return None
    return Ucapan(a, Jenis.REALISASI, _tahun(sela[-60:], sesudah, tahun), tanda="lemah")


def _isyarat(sela: str) -> tuple[Jenis, int, int] | None:
    """The last deciding word before the number, with its end and begin."""
    calon = [(m.end(), m.start(), jenis) for pola, jenis in _ISYARAT for m in pola.finditer(sela)]
    if not calon:
        return None
    akhir, awal, jenis = max(calon, key=lambda c: (c[0], -c[1]))
    for e, s, j in calon:
        if j is Jenis.TARGET_AKHIR and s <= awal < e:
            akhir, awal, jenis = e, s, j
    return jenis, akhir, awal


def _hanya_pengisi(sela: str) -> bool:
    kata = re.findall(r"[^\W\d_]+", sela.casefold())
    if re.search(r"[.!?;]\s+[A-Z]", sela):
        return False
    return sum(k not in _PENGISI for k in kata) <= _LONGGAR


def _arah(kata: str) -> str:
    k = " ".join(kata.casefold().split())
    if (
        k.startswith(("kurang", "turun", "menurun", "penurunan", "berkurang"))
        or "rendah" in k
        or "kecil" in k
    ):
        return "turun"
    if "penurunan" in k:
        return "turun"
    return "" if k.startswith(("selisih", "terpaut")) else "naik"


def _tahun_banding(sela: str, sesudah: str, bawaan: int | None) -> int | None:
    """The year a difference is counted from: named behind it, else before it."""
    cocok = re.match(r"[^.,;]{0,60}?tahun\s+(?:(20\d\d)|sebelumnya|lalu)", sesudah)
    if cocok:
        return int(cocok[1]) if cocok[1] else (bawaan - 1 if bawaan else None)
    return _tahun(sela, sesudah, bawaan)


def _tahun(sela: str, sesudah: str, bawaan: int | None) -> int | None:
    """The year a value is about: named before it, else right behind it, else the one given."""
    tahun = tahun_dalam(sela)
    if tahun and not re.search(r"tahun ini[^\d]*$", sela):
        return tahun[-1]
    if bawaan and re.search(r"tahun\s+(?:sebelumnya|lalu)[^.]*$", sela, re.IGNORECASE):
        return bawaan - 1
    cocok = re.match(r"\s*(?:[^\W\d_]+\s+){0,2}?(?:di|pada)?\s*tahun\s+(20\d\d)", sesudah)
    return int(cocok[1]) if cocok else bawaan
