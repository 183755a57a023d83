"""Order of dates: agreements, results, review statement and signature; years left over from an older
report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from opensakip.dokumen.bacaan.model import Bacaan, Judul, Tabel
from opensakip.periksa.bahan import (
    Potong,
    catatan_ragu,
    jenis,
    kalimat_di,
    kunci,
    potong,
    rapikan,
    tahun_laporan,
    yakin,
    zona,
)
from opensakip.periksa.kolom import kolom
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

KODE = "kronologi"
BULAN = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
]
_NAMA_BULAN = {n: i for i, n in enumerate(BULAN, 1)} | {"pebruari": 2, "nopember": 11, "febuari": 2}
_TANGGAL = re.compile(
    r"(?:(?P<hari>\d{1,2})(?:\s|-|/)*)?\b(?P<bulan>"
    + "|".join(_NAMA_BULAN)
    + r")\s+(?P<tahun>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_TEMPAT_TANGGAL = re.compile(
    r"^(?P<kota>(?:[A-Z][\w.'’\-]+\s?){1,3}),?\s*(?:tanggal\s+)?(?P<isi>(?:\d{1,2}"
    r"|[.…_ ]{2,})?\s*\w+\s+20\d\d)\b"
)
_SEL_TANGGAL = re.compile(
    r"^[A-Z][\w .'’\-]{2,30},\s*(?:\d{1,2}\s+)?[A-Z]\w+\s+20\d\d(?:\s+(?:Pihak|Yang)\b.*)?$"
)
_REVIU = re.compile(r"pernyataan\b.{0,20}\brev[iu]+w?|\btelah mereviu\b|telah di ?reviu", re.IGNORECASE)
_SURAT_HASIL = re.compile(
    r"hasil (?:penilaian|evaluasi|survei|pengukuran|verifikasi)|penyampaian (?:hasil|nilai|opini)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Tanggal:
    """A date as printed: the day where one is printed, the piece of text and span, the part of the report."""

    tahun: int
    bulan: int
    hari: int | None
    asal: Potong
    awal: int
    akhir: int
    zona: str

    @property
    def nilai(self) -> date:
        """The date, the first of the month where no day is printed."""
        return date(self.tahun, self.bulan, self.hari or 1)

    @property
    def cetak(self) -> str:
        """As printed."""
        return rapikan(self.asal.teks[self.awal : self.akhir])


def cari_tanggal(p: Potong, bagian: str) -> Iterator[Tanggal]:
    """All dates of a piece of text with a month in words; impossible days are left out."""
    for c in _TANGGAL.finditer(p.teks):
        hari = int(c["hari"]) if c["hari"] else None
        bulan, tahun = _NAMA_BULAN[c["bulan"].casefold()], int(c["tahun"])
        try:
            date(tahun, bulan, hari or 1)
        except ValueError:
            continue
        yield Tanggal(tahun, bulan, hari, p, c.start(), c.end(), bagian)


@dataclass(frozen=True)
class Surat:
    """A part of the document that carries a signature: its kind, heading, date of signature."""

    jenis: str
    judul: str
    tanggal: Tanggal | None
    mulai: Potong


def surat(b: Bacaan) -> list[Surat]:
    """Agreements, review statements and the report itself with the date each is signed, in order."""
    bagian = zona(b)
    hasil: list[Surat] = []
    kini: tuple[str, str, Potong] | None = None
    tanda: Tanggal | None = None
    for p in potong(b):
        baru = _jenis_surat(p, bagian[p.ke]) if p.dalam is None else ""
        if baru and (kini is None or baru != kini[0] or tanda is not None):
            if kini:
                hasil.append(Surat(kini[0], kini[1], tanda, kini[2]))
            kini, tanda = (baru, rapikan(p.teks), p), None
            continue
        pola = _TEMPAT_TANGGAL if p.dalam is None else _SEL_TANGGAL  # a signature may stand in a grid
        if not kini or len(p.teks) >= 120 or not pola.match(p.teks.strip("* ")):
            continue
        ada = list(cari_tanggal(p, bagian[p.ke]))
        if tanda is None:
            tanda = ada[0] if ada else None
        elif ada and kini[0].startswith("pk") and ada[0].nilai != tanda.nilai:
            hasil.append(Surat(kini[0], kini[1], ada[0], kini[2]))
    if kini:
        hasil.append(Surat(kini[0], kini[1], tanda, kini[2]))
    return [s for s in hasil if s.tanggal or s.jenis != "laporan"]


def _jenis_surat(p: Potong, bagian: str) -> str:
    nama = kunci(p.teks)
    judul = isinstance(p.unsur, Judul) or (len(p.teks) < 90 and p.teks.isupper())
    if judul and nama.startswith("perjanjian kinerja") and bagian in ("lampiran", "depan"):
        return "pk-perubahan" if "perubahan" in nama or "revisi" in nama else "pk"
    if judul and _REVIU.search(p.teks) and "daftar" not in nama and bagian not in ("isi", "sistematika"):
        return "reviu"
    if judul and (
        nama.startswith("kata pengantar") or nama == "penutup" or nama.endswith(" saran") or nama == "saran"
    ):
        return "laporan"
    return ""


@pemeriksaan(
    KODE,
    judul="Urutan tanggal",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 53/2014: PK paling lambat satu bulan sesudah DPA/DIPA; reviu sebelum tanda tangan",
    penjelasan=(
        "Tanggal perjanjian kinerja, tanda tangan laporan, pernyataan reviu, dan surat hasil penilaian "
        "dibandingkan. "
        "Target yang ditetapkan sesudah hasilnya terbit, laporan yang ditandatangani sebelum direviu, PK "
        "tanpa hari, "
        "PK lewat tenggat, dan tanggal di luar masa yang masuk akal dilaporkan."
    ),
)
def periksa_kronologi(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Compare the dates of what was signed, measured and reviewed."""
    for b in dokumen:
        tahun = tahun_laporan(b)
        semua = surat(b)
        yield from _pk(b, semua, tahun)
        yield from _sebelum_reviu(b, semua)
        yield from _target_sesudah_hasil(b, semua)
        if tahun and jenis(b) == "lkj":
            yield from _mustahil(b, tahun, semua)


def _temuan(
    b: Bacaan,
    tingkat: Tingkat,
    dasar: int,
    kalimat: str,
    isi: Sequence[Tanggal],
    seharusnya: str | None,
    aturan: str,
) -> Temuan:
    ragu = any(x.asal.ragu for x in isi)
    return Temuan(
        KODE,
        tingkat,
        yakin(b, dasar, ragu),
        kalimat + catatan_ragu(b, ragu),
        tuple(x.asal.lokasi(x.awal, x.akhir) for x in isi),
        tercetak=isi[0].cetak,
        seharusnya=seharusnya,
        dasar=aturan,
    )


def _pk(b: Bacaan, semua: Sequence[Surat], tahun: int | None) -> Iterator[Temuan]:
    """Agreements without a day, all of one month in one finding, and agreements after their deadline."""
    pk = [(s, s.tanggal) for s in semua if s.jenis in ("pk", "pk-perubahan") and s.tanggal is not None]
    for cetak in dict.fromkeys(t.cetak for _, t in pk if t.hari is None):
        sama = [(s, t) for s, t in pk if t.hari is None and t.cetak == cetak]
        yield _temuan(
            b,
            Tingkat.RENDAH,
            85,
            f"{sama[0][0].judul} hanya bertanggal “{cetak}”, tanpa hari; tenggat penetapannya tidak dapat "
            "diperiksa.",
            [t for _, t in sama],
            "tanggal lengkap",
            "PK bertanggal",
        )
    for s, t in pk:
        if tahun is not None and t.tahun > tahun and str(t.tahun) not in s.judul:
            yield _temuan(
                b,
                Tingkat.SEDANG,
                80,
                f"{s.judul} untuk tahun {tahun} bertanggal {t.cetak}, sesudah tahunnya berakhir.",
                (t,),
                None,
                "PermenPANRB 53/2014: perjanjian ditetapkan dan diubah dalam tahun berjalan",
            )
        if t.hari is not None and s.jenis == "pk" and t.tahun == tahun and t.nilai > date(t.tahun, 2, 28):
            yield _temuan(
                b,
                Tingkat.RENDAH,
                65,
                f"{s.judul} ditandatangani {t.cetak}; PK ditetapkan paling lambat satu bulan sesudah dokumen "
                "anggaran disahkan, biasanya akhir Januari.",
                (t,),
                None,
                "PermenPANRB 53/2014 Lampiran I",
            )


def _sebelum_reviu(b: Bacaan, semua: Sequence[Surat]) -> Iterator[Temuan]:
    """The report signed before its review statement."""
    reviu = [s.tanggal for s in semua if s.jenis == "reviu" and s.tanggal and s.tanggal.hari]
    laporan = [s.tanggal for s in semua if s.jenis == "laporan" and s.tanggal and s.tanggal.hari]
    if not reviu or not laporan:
        return
    lambat = max(reviu, key=lambda t: t.nilai)
    dini = [t for t in laporan if t.nilai < lambat.nilai]
    if dini:
        hari = (lambat.nilai - dini[0].nilai).days
        yield _temuan(
            b,
            Tingkat.SEDANG,
            88,
            f"Laporan ditandatangani {dini[0].cetak}, {hari} hari sebelum pernyataan reviu {lambat.cetak}; "
            "laporan "
            "ditandatangani sesudah direviu.",
            (*dini, lambat),
            f"paling cepat {lambat.cetak}",
            "PermenPANRB 53/2014 Lampiran III: reviu sebelum penandatanganan",
        )


def _target_sesudah_hasil(b: Bacaan, semua: Sequence[Surat]) -> Iterator[Temuan]:
    """A target of an agreement signed after the letter that made the result known."""
    pk = [s for s in semua if s.jenis.startswith("pk") and s.tanggal and s.tanggal.hari]
    if not pk:
        return
    akhir = max(pk, key=lambda s: s.tanggal.nilai if s.tanggal else date.min)
    lain = [
        s
        for s in pk
        if s is not akhir and s.tanggal and akhir.tanggal and s.tanggal.nilai < akhir.tanggal.nilai
    ]
    indikator = _indikator_sesudah(b, akhir, semua)
    lama = {n for s in lain for n in _indikator_sesudah(b, s, semua)}
    bagian = zona(b)
    sudah: set[str] = set()
    for p in potong(b, sel=False):
        if bagian[p.ke] == "lampiran" or not _SURAT_HASIL.search(p.teks):
            continue
        for t in cari_tanggal(p, bagian[p.ke]):
            if akhir.tanggal is None or t.hari is None or t.nilai >= akhir.tanggal.nilai:
                continue
            if t.tahun != akhir.tanggal.tahun or not _SURAT_HASIL.search(
                p.teks[max(0, t.awal - 160) : t.akhir + 160]
            ):
                continue
            awal, selesai = kalimat_di(p.teks, t.awal)
            nama = next((n for n in indikator - lama if n in kunci(p.teks)), "")
            if (
                not nama
                or nama in sudah
                or not re.search(r"surat|nomor", p.teks[awal:selesai], re.IGNORECASE)
            ):
                continue
            sudah.add(nama)
            yield _temuan(
                b,
                Tingkat.TINGGI,
                80,
                f"Hasil “{nama.title()}” sudah terbit {t.cetak}, sedangkan targetnya ditetapkan pada "
                f"{akhir.judul.title()} "
                f"tanggal {akhir.tanggal.cetak}: target ditetapkan sesudah hasilnya diketahui.",
                (t, akhir.tanggal),
                None,
                "target ditetapkan sebelum hasilnya diketahui",
            )


def _indikator_sesudah(b: Bacaan, s: Surat, semua: Sequence[Surat]) -> set[str]:
    """Names of indicators in the tables with targets that belong to an agreement."""
    akhir = min((x.mulai.ke for x in semua if x.mulai.ke > s.mulai.ke), default=len(b.unsur))
    nama: set[str] = set()
    for u in b.unsur[s.mulai.ke : akhir]:
        if not isinstance(u, Tabel):
            continue
        k = kolom(u, r"indikator", r"target|capaian")
        if k and kolom(u, r"^target"):
            nama |= {n for i in range(1, len(u.baris)) if len(n := kunci(u.teks(i, k[0]))) > 8}
    return nama


def _mustahil(b: Bacaan, tahun: int, semua: Sequence[Surat]) -> Iterator[Temuan]:
    """Dates of signatures outside the year before and the year after the one reported."""
    for s in semua:
        t = s.tanggal
        if t is None:
            continue
        wajar = (tahun, tahun + 1) if s.jenis in ("laporan", "reviu") else (tahun - 1, tahun)
        salah = t.tahun not in wajar or (s.jenis in ("laporan", "reviu") and t.nilai < date(tahun, 12, 1))
        if salah:
            nama = {"laporan": "Laporan", "reviu": "Pernyataan reviu"}.get(s.jenis, s.judul)
            yield _temuan(
                b,
                Tingkat.SEDANG,
                75,
                f"{nama} bertanggal {t.cetak}, tidak masuk akal untuk laporan tahun {tahun}.",
                (t,),
                None,
                "tanggal dalam masa penyusunan",
            )
