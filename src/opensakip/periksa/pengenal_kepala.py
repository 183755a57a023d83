"""Heads of tables: which column holds what, in any order, with one, two or more rows of head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from opensakip.dokumen.bacaan.model import Tabel
from opensakip.periksa.pengenal_angka import tahun_dalam
from opensakip.periksa.pengenal_nama import polos


class Peran(StrEnum):
    """What a column holds."""

    NOMOR = "nomor"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    SATUAN = "satuan"
    TARGET = "target"
    TARGET_AKHIR = "target akhir"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    CAPAIAN_AKHIR = "capaian akhir"
    TAHUN = "tahun"
    KATEGORI = "kategori"
    PENANGGUNG_JAWAB = "penanggung jawab"
    UANG = "uang"
    SELISIH = "selisih"
    LAIN = "lain"


@dataclass(frozen=True)
class Kolom:
    """One column: its role, the year its head names, and the head as printed."""

    peran: Peran
    tahun: int | None
    kepala: str


@dataclass(frozen=True)
class Susunan:
    """How a table is laid out: number of head rows, columns, and what the head says in all."""

    kepala: int
    kolom: tuple[Kolom, ...]

    def cari(self, *peran: Peran) -> list[int]:
        """Columns of some roles, from 0."""
        return [j for j, k in enumerate(self.kolom) if k.peran in peran]

    def punya(self, peran: Peran) -> bool:
        """Whether a column of this role is there."""
        return any(k.peran is peran for k in self.kolom)


_AKHIR = r"akhir|renstra|renja k|rpjm|jangka\s*menengah|jangka\s*panjang|\bpk\s*20\d\d\s*-|lima tahun|5 tahun"
_ATURAN: tuple[tuple[str, Peran], ...] = (
    (r"^(?:no|nomor|no urut|kode)\b", Peran.NOMOR),
    (
        r"penanggung\s*jawab|penang?ung\s*jawab|pengampu|^pic$|unit\s*(?:kerja|organisasi|pelaksana)?$"
        r"|(?:perangkat daerah|unit|bidang|satuan kerja)\s*(?:kerja\s*)?(?:penanggung|pelaksana|pengampu)",
        Peran.PENANGGUNG_JAWAB,
    ),
    (r"anggaran|pagu|\brp\b|rupiah|serapan|belanja|\baaro|\braro|efisiensi", Peran.UANG),
    (r"target\w*\W+(?:\w+\W+)?(?:nspk|ikk|iku|spm|sdg|lppd|indikator lain)|nspk|\bsdg", Peran.LAIN),
    (
        r"definisi|formula|rumus|cara (?:peng)?hitung|sumber data|alasan|analis|faktor|kendala|solusi",
        Peran.LAIN,
    ),
    (r"\bsatuan\b|^unit of", Peran.SATUAN),
    (r"^(?:terhadap target|status)\b|\bperingkat$", Peran.KATEGORI),
    (
        r"selisih|naik ?/ ?turun|^(?!.*(?:target|realisasi|capaian|pagu)).*perubahan|pertumbuhan|peningkatan"
        r"|deviasi|\bgap\b",
        Peran.SELISIH,
    ),
    (
        r"kemajuan|(?:capaian|realisasi|persen\w*|%)\W*(?:\w+\W+){0,3}(?:terhadap|thd|dibanding\w*|dari)\W+"
        rf"(?:\w+\W+){{0,3}}(?:{_AKHIR})",
        Peran.CAPAIAN_AKHIR,
    ),
    (
        r"^(?!.*(?:capaian|realisasi|%|persen)).*(?:terhadap|dibanding\w*|atas|status)\W+(?:\w+\W+)?target",
        Peran.LAIN,
    ),
    (r"triwulan|\btw\b|semester|\bbulan\b|\bb\d\d\b", Peran.LAIN),
    (r"nasional|standar\b|provinsi lain|pembanding|baseline|kondisi awal|data dasar", Peran.LAIN),
    (
        r"(?:kategori|predikat|kriteria|kualifikasi|interpretasi|notifikasi|tingkat keberhasilan)",
        Peran.KATEGORI,
    ),
    (r"\bcro\b", Peran.CAPAIAN),
    (rf"target\b.*(?:{_AKHIR})|(?:{_AKHIR}).*\btarget", Peran.TARGET_AKHIR),
    (
        r"^(?:\W*%|persen\w*)\W*(?:capaian|realisasi|kinerja|tercapai)?|(?:capaian|realisasi)\W*(?:kinerja)?\W*\(?%"
        r"|^kinerja\W*\(?%",
        Peran.CAPAIAN,
    ),
    (r"^target|\btarget (?:kinerja|tahun|20)", Peran.TARGET),
    (r"^(?:tingkat |nilai |persentase )?(?:capaian|ketercapaian|pencapaian)(?! target 20)", Peran.CAPAIAN),
    (r"realisasi|^hasil\b|terealisasi", Peran.REALISASI),
    (r"capaian", Peran.CAPAIAN),
    (r"target", Peran.TARGET),
)
_INDIKATOR = re.compile(r"indikator|^\W*(?:iku|ikk|iksp|ikp|iks|ikss)\b|^uraian kinerja|tolok ukur kinerja")
_INDIKATOR_LAIN = re.compile(
    r"indikator\s+(?:kinerja\s+)?(?:program|kegiatan|sub\s*-?kegiatan|keluaran|output|ro|kro)"
)
_SASARAN = re.compile(r"^(?:no\W+)?(?:sasaran|kinerja utama|outcome)\b(?!.*indikator)")
_ANGKA_SAJA = re.compile(r"[\d.,%\s()\-–*+=x×:/]+")
_KATA_KEPALA = re.compile(
    r"indikator|sasaran|target|realisasi|capaian|satuan|tahun|\bno\b|nilai|uraian|kategori|penanggung|keterangan",
    re.IGNORECASE,
)


def _kecil(teks: str) -> str:
    return polos(teks).casefold().replace("\n", " ")


def _utuh(teks: str) -> str:
    """A single word of a head that a narrow column broke in two is made whole ("targe t")."""
    padat = teks.replace(" ", "").replace("-", "")
    return padat if padat in _SATU_KATA else teks


_SATU_KATA = frozenset(
    {"target", "realisasi", "capaian", "satuan", "indikator", "sasaran", "kategori", "tahun"}
)


def peran_kepala(kepala: str) -> Peran:
    """The role of a column from the words of its head.

    >>> [peran_kepala(k).value for k in ("Target 2025", "% Capaian", "Target Akhir Renstra", "2024")]
    ['target', 'capaian', 'target akhir', 'tahun']
    """
    teks = _utuh(_kecil(kepala))
    if not teks:
        return Peran.LAIN
    utama = re.sub(r"\([^()]*\)", " ", teks)
    if _INDIKATOR.search(utama) and not re.search(r"target|realisasi|capaian|satuan", utama):
        return Peran.INDIKATOR
    if _SASARAN.search(teks) and not re.search(r"target|realisasi|capaian\b", teks):
        return Peran.SASARAN
    for pola, peran in _ATURAN:
        if re.search(pola, teks):
            return peran
    if re.fullmatch(r"(?:(?:nilai|skor|indeks|hasil|data|tahun|awal|th\.?)\W*)*(?:19|20)\d\d\W*", teks):
        return Peran.TAHUN
    return Peran.LAIN


def _baris_angka(tabel: Tabel, i: int) -> bool:
    """A row of data: some cell after the first holds a number that is not a year or a column number."""
    isi = [polos(s.teks) for s in tabel.baris[i] if s is not None and s.teks.strip()]
    angka = [t for t in isi if _ANGKA_SAJA.fullmatch(t) and any(h.isdigit() for h in t)]
    bukan = [t for t in angka if re.fullmatch(r"\(?\d{1,2}\)?(?:\s*=.*)?|(?:19|20)\d\d", t)]
    return len(angka) > len(bukan)


def _baris_nomor_kolom(tabel: Tabel, i: int) -> bool:
    """The row "(1) (2) (3)" under a head."""
    isi = [polos(s.teks) for s in tabel.baris[i] if s is not None and s.teks.strip()]
    nomor = [re.match(r"\(?(\d{1,2})[a-z]?\)?\s*(?:$|=)", t) for t in isi]
    urut = [int(m[1]) for m in nomor if m]
    return len(isi) >= 3 and len(urut) == len(isi) and urut[0] <= 2 and urut == sorted(set(urut))


def baris_kepala(tabel: Tabel) -> int:
    """How many rows are head: what the reader says, checked against the words and numbers in the rows."""
    n = tabel.kepala
    if not n:
        for i in range(min(4, len(tabel.baris))):
            teks = " ".join(s.teks for s in tabel.baris[i] if s is not None)
            if i and _baris_angka(tabel, i):
                break
            if not (_KATA_KEPALA.search(teks) or tahun_dalam(teks)) or (i and _berisi_kalimat(tabel, i)):
                break
            n = i + 1
    while n < min(len(tabel.baris), 5) and (_lanjut_tahun(tabel, n) or _baris_nomor_kolom(tabel, n)):
        n += 1
    return n


def _berisi_kalimat(tabel: Tabel, i: int) -> bool:
    """A row that names an indicator or sasaran in full: data, not head."""
    return any(s is not None and len(polos(s.teks)) > 45 for s in tabel.baris[i])


def _lanjut_tahun(tabel: Tabel, i: int) -> bool:
    """A row that holds only years and blanks, or words of a head: the second row of a two-row head."""
    isi = [_kecil(s.teks) for s in tabel.baris[i] if s is not None and s.teks.strip()]
    return bool(isi) and all(
        re.fullmatch(r"(?:awal |tahun |target |realisasi |capaian |nilai )*(?:(?:19|20)\d\d)", t)
        or re.fullmatch(r"target|realisasi|capaian|%|capaian \(?%\)?|% ?capaian|satuan", t)
        for t in isi
    )


def _teks_kolom(tabel: Tabel, kepala: int, j: int) -> str:
    """The head of a column: texts from above down, each once."""
    bagian: list[str] = []
    for i in range(kepala):
        if _baris_nomor_kolom(tabel, i):
            continue
        teks = polos(tabel.teks(i, j)) or _warisan(tabel, kepala, i, j)
        if teks and teks not in bagian:
            bagian.append(teks)
    return " ".join(bagian)


def _warisan(tabel: Tabel, kepala: int, i: int, j: int) -> str:
    """What a blank of the upper head row stands under: the text at its left that spreads to the right."""
    bawah = any(polos(tabel.teks(k, j)) for k in range(i + 1, kepala))
    terisi = [k for k in range(tabel.lebar) if polos(tabel.teks(i, k))]
    if not bawah or not terisi:
        return ""
    if len(terisi) == 1:
        return polos(tabel.teks(i, terisi[0]))
    kiri = [k for k in terisi if k < j]
    if kiri and any(polos(tabel.teks(k, kiri[-1])) for k in range(i + 1, kepala)):
        return polos(tabel.teks(i, kiri[-1]))
    return ""


def susunan(tabel: Tabel) -> Susunan:
    """Roles of all columns of a table."""
    n = baris_kepala(tabel)
    kepala = [_teks_kolom(tabel, n, j) for j in range(tabel.lebar)]
    peran = [peran_kepala(k) for k in kepala]
    _pilih_indikator(kepala, peran)
    _pilih_uang(tabel, n, peran)
    if peran.count(Peran.TARGET_AKHIR) > 1:
        peran = [Peran.TARGET if p is Peran.TARGET_AKHIR else p for p in peran]
    kolom = []
    for teks, p in zip(kepala, peran, strict=True):
        tahun = tahun_dalam(teks)
        kolom.append(Kolom(p, tahun[-1] if tahun else None, teks))
    return Susunan(n, tuple(_tahun_ke(kolom)))


_KE = re.compile(
    r"(?:\btahun ke|\btw\b|triwulan|semester|\bke\s*[-–]|\brenstra\b)[^(]*?"
    r"\b(\d|i{1,3}|iv|vi?)\b(?:\W{0,3}\(\d{1,2}\))?\W*$",
    re.IGNORECASE,
)
_BILANGAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}


def _tahun_ke(kolom: list[Kolom]) -> list[Kolom]:
    """Columns of one role told apart by a running number ("tahun ke- 1 ... 5", "TW I ... IV").

    Their values belong to different periods and never contradict each other; the number stands for the year.
    """
    nomor = [int(_BILANGAN.get(m[1].lower(), m[1])) if (m := _KE.search(k.kepala)) else None for k in kolom]
    hasil = list(kolom)
    for peran in {k.peran for k in kolom}:
        milik = [j for j, k in enumerate(kolom) if k.peran is peran and nomor[j] is not None]
        if len(milik) > 1 and len({nomor[j] for j in milik}) == len(milik):
            for j in milik:
                hasil[j] = Kolom(peran, nomor[j], kolom[j].kepala)
    return hasil


_UANG = re.compile(r"^\W*(?:rp|idr)\b|^\W*\d{1,3}(?:[.,]\d{3}){2,}|^\W*\d{7,}", re.IGNORECASE)


def _pilih_uang(tabel: Tabel, kepala: int, peran: list[Peran]) -> None:
    """Columns whose values are money are money, whatever their head; so is the percentage behind them."""
    bernilai = (Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN, Peran.LAIN, Peran.TARGET_AKHIR)
    for j, p in enumerate(peran):
        if p not in bernilai:
            continue
        isi = [polos(tabel.teks(i, j)) for i in range(kepala, len(tabel.baris))]
        angka = [t for t in isi if any(h.isdigit() for h in t)]
        if angka and 2 * sum(bool(_UANG.match(t)) for t in angka) > len(angka):
            peran[j] = Peran.UANG
    for j in range(1, len(peran)):
        if peran[j] is Peran.CAPAIAN and peran[j - 1] is Peran.UANG and Peran.CAPAIAN in peran[:j]:
            peran[j] = Peran.UANG


def _pilih_indikator(kepala: list[str], peran: list[Peran]) -> None:
    """Of several columns of indicators the one of the sasaran counts; the others are of lower levels."""
    calon = [j for j, p in enumerate(peran) if p is Peran.INDIKATOR]
    if len(calon) > 1:
        utama = next((j for j in calon if not _INDIKATOR_LAIN.search(_kecil(kepala[j]))), calon[0])
        for j in calon:
            if j != utama:
                peran[j] = Peran.LAIN
    sasaran = [j for j, p in enumerate(peran) if p is Peran.SASARAN]
    for j in sasaran[:-1] if len(sasaran) > 1 else []:
        peran[j] = Peran.LAIN
