"""The data set format as data: files, columns, types, allowed values, references between files.

One place says what a folder may hold; reader, checker, templates and the documentation test all ask it.
The order of files is the order in which faults are reported and in which rows are loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Jenis(StrEnum):
    """What a cell holds."""

    TEKS = "teks"
    KODE = "kode"  # safe in a web address: letters, digits, . _ -
    SLUG = "slug"
    PILIHAN = "pilihan"
    YA_TIDAK = "ya_tidak"
    TAHUN = "tahun"
    BULAT = "bulat"
    TANGGAL = "tanggal"
    WAKTU = "waktu"
    PERIODE = "periode"
    RUPIAH = "rupiah"
    DESIMAL = "desimal"
    NILAI = "nilai"  # typed target value; read once the indicator is known
    SUMBER = "sumber"
    DAFTAR = "daftar"  # parts joined by ;
    ATURAN = "aturan"  # id of a rule in `peraturan`


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. ``acuan`` names the file and column whose values a cell may hold (simple references)."""

    nama: str
    jenis: Jenis = Jenis.TEKS
    wajib: bool = False
    pilihan: tuple[str, ...] = ()
    baku: str = ""
    maks: int = 255
    acuan: str = ""


@dataclass(frozen=True, slots=True)
class Susunan:
    """One file. ``kunci`` = columns whose combination may stand only once."""

    nama: str
    kolom: tuple[Kolom, ...]
    wajib: bool = False
    kunci: tuple[str, ...] = ()

    @property
    def berkas(self) -> str:
        """File name in the folder."""
        return f"{self.nama}.csv"

    @property
    def nama_kolom(self) -> tuple[str, ...]:
        """Column names in the order of the template."""
        return tuple(k.nama for k in self.kolom)

    def ambil(self, nama: str) -> Kolom:
        """The column of that name."""
        return next(k for k in self.kolom if k.nama == nama)


ZONA = ("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura")
KEADAAN = ("tercetak", "dipulihkan", "diturunkan", "diketik")
SEBAGAI = ("definitif", "pj", "plt", "plh")
JENIS_NILAI = ("angka", "persen", "rentang", "skala", "ordinal", "level", "teks")
RUMUS_ARAH: dict[str, tuple[str, ...]] = {
    "naik": ("maks",),
    "turun": ("min_2t", "min_rasio", "min_reduksi"),
    "rentang": ("rentang",),
    "ordinal": ("ordinal",),
}
STATUS_BERNILAI = ("final", "sementara", "dibawa")
STATUS_KOSONG = ("belum_ada", "tidak_berlaku")
JENIS_SISI = ("sebab_akibat", "komponen_rumus", "kontribusi", "indikator_sama", "acuan")


def _teks(nama: str, *, wajib: bool = False, maks: int = 255) -> Kolom:
    return Kolom(nama, Jenis.TEKS, wajib, maks=maks)


def _panjang(nama: str, *, wajib: bool = False) -> Kolom:
    """Running text: wording of a sasaran, a reason, a paragraph."""
    return Kolom(nama, Jenis.TEKS, wajib, maks=20_000)


def _kode(nama: str, *, wajib: bool = True, acuan: str = "", maks: int = 60) -> Kolom:
    return Kolom(nama, Jenis.KODE, wajib, acuan=acuan, maks=maks)


def _pilih(nama: str, *pilihan: str, wajib: bool = True, baku: str = "") -> Kolom:
    return Kolom(nama, Jenis.PILIHAN, wajib, pilihan=pilihan, baku=baku)


def _jenis(nama: str, jenis: Jenis, *, wajib: bool = False, baku: str = "") -> Kolom:
    return Kolom(nama, jenis, wajib, baku=baku)


def _keadaan() -> Kolom:
    return _pilih("keadaan", *KEADAAN, wajib=False)


def _sumber() -> Kolom:
    return _jenis("sumber", Jenis.SUMBER)


FORMAT: tuple[Susunan, ...] = (
    Susunan(
        "instansi",
        (
            _jenis("slug", Jenis.SLUG, wajib=True),
            _teks("nama", wajib=True),
            _teks("singkatan", maks=60),
            _pilih("rumpun", "kl", "provinsi", "kabkota"),
            _pilih("zona", *ZONA),
            _teks("tempat", maks=120),
            _jenis("tahun", Jenis.TAHUN, wajib=True),
            _kode("unit_pelapor", acuan="unit.kode"),
            _jenis("skala_peringkat", Jenis.ATURAN),
            _pilih("metode_efisiensi", "e_ro", "poin", wajib=False),
            _pilih("pembulatan_cro", "dua_desimal", "penuh", wajib=False, baku="dua_desimal"),
            _jenis("contoh", Jenis.YA_TIDAK, baku="tidak"),
            _panjang("pernyataan"),
            _jenis("dibekukan_pada", Jenis.WAKTU),
        ),
        wajib=True,
    ),
    Susunan(
        "sumber",
        (_kode("kode", maks=120), _teks("judul", wajib=True), _jenis("tanggal", Jenis.TANGGAL), _panjang("keterangan")),
        kunci=("kode",),
    ),
    Susunan(
        "unit",
        (
            _kode("kode"),
            _teks("nama", wajib=True),
            _teks("singkatan", maks=60),
            _teks("jenis", wajib=True, maks=24),
            _kode("induk", wajib=False, acuan="unit.kode"),
            _teks("pimpinan"),
            _teks("jenjang", maks=24),
            _teks("kode_luar", maks=60),
            _sumber(),
        ),
        wajib=True,
        kunci=("kode",),
    ),
    Susunan(
        "indikator",
        (
            _kode("kode", maks=40),
            _teks("nama", wajib=True, maks=500),
            _teks("satuan", wajib=True, maks=60),
            _kode("unit", acuan="unit.kode"),
            _jenis("penanggung_jawab", Jenis.DAFTAR),
            _pilih("jenis_nilai", *JENIS_NILAI),
            _pilih("arah", *RUMUS_ARAH),
            _pilih("rumus", *(r for rumus in RUMUS_ARAH.values() for r in rumus), wajib=False),
            _jenis("desimal", Jenis.BULAT),
            _jenis("skala_min", Jenis.DESIMAL),
            _jenis("skala_maks", Jenis.DESIMAL),
            _jenis("skala_ordinal", Jenis.ATURAN),
            _pilih(
                "konsolidasi", "jumlah", "akhir", "rata_rata", "pembilang_penyebut", "maks", "min",
                wajib=False, baku="akhir",
            ),
            _jenis("batas_atas", Jenis.DESIMAL),
            _jenis("batas_bawah", Jenis.DESIMAL),
            _pilih("aturan_nol", "baku", "kosong", wajib=False, baku="baku"),
            _jenis("versi", Jenis.BULAT, baku="1"),
            _jenis("berlaku_mulai", Jenis.TANGGAL),
            _jenis("putus_deret", Jenis.YA_TIDAK, baku="tidak"),
            _panjang("alasan"),
            _panjang("definisi"),
            _panjang("rumus_teks"),
            _panjang("sumber_data"),
            _jenis("asumsi_arah", Jenis.YA_TIDAK, baku="tidak"),
            _panjang("dasar"),
            _sumber(),
        ),
        wajib=True,
        kunci=("kode", "versi"),
    ),
    Susunan(
        "dokumen",
        (
            _kode("kode"),
            _pilih(
                "jenis", "rpjmn", "rpjmd", "renstra", "iku", "rkpd", "renja", "rkt", "rka", "dpa", "dipa", "pohon"
            ),
            _teks("judul", wajib=True),
            _kode("unit", acuan="unit.kode"),
            _jenis("tahun_awal", Jenis.TAHUN, wajib=True),
            _jenis("tahun_akhir", Jenis.TAHUN, wajib=True),
            _kode("skema", maks=24),
            _sumber(),
        ),
        kunci=("kode",),
    ),
    Susunan(
        "versi",
        (
            _kode("dokumen", acuan="dokumen.kode"),
            _jenis("nomor", Jenis.BULAT, wajib=True),
            _pilih("tahap", "awal", "murni", "perubahan", "pergeseran", "pemutakhiran"),
            _teks("judul"),
            _jenis("berlaku_mulai", Jenis.TANGGAL, wajib=True),
            _teks("alasan_kode", maks=24),
            _panjang("alasan"),
            _jenis("pengali_cetak", Jenis.BULAT),
            _jenis("pengali_uang", Jenis.BULAT),
            _teks("satuan_cetak", maks=60),
            _panjang("catatan"),
            _sumber(),
        ),
        kunci=("dokumen", "nomor"),
    ),
    Susunan(
        "butir",
        (
            _kode("dokumen", acuan="dokumen.kode"),
            _jenis("versi", Jenis.BULAT),
            _kode("id"),
            _kode("induk", wajib=False),
            _kode("tingkat", maks=24),
            _teks("kode", maks=60),
            _panjang("teks", wajib=True),
            _kode("unit", wajib=False, acuan="unit.kode"),
            _teks("unsur", maks=120),
            _keadaan(),
            _panjang("catatan"),
            _sumber(),
        ),
    ),
    Susunan(
        "butir_indikator",
        (
            _kode("dokumen", acuan="dokumen.kode"),
            _jenis("versi", Jenis.BULAT),
            _kode("butir"),
            _jenis("urut", Jenis.BULAT, baku="1"),
            _kode("indikator", wajib=False, acuan="indikator.kode"),
            _teks("nama_cetak", wajib=True, maks=2_000),
            _teks("satuan_cetak", maks=60),
            _sumber(),
        ),
    ),
    Susunan(
        "target",
        (
            _kode("dokumen", acuan="dokumen.kode"),
            _jenis("versi", Jenis.BULAT),
            _kode("butir"),
            _jenis("urut", Jenis.BULAT, baku="1"),
            _jenis("tahun", Jenis.TAHUN, wajib=True),
            _pilih("jenis", "target", "akhir", "garis_dasar", wajib=False, baku="target"),
            _jenis("nilai", Jenis.NILAI, wajib=True),
            _keadaan(),
            _sumber(),
        ),
    ),
    Susunan(
        "pagu",
        (
            _kode("dokumen", acuan="dokumen.kode"),
            _jenis("versi", Jenis.BULAT, wajib=True),
            _kode("butir"),
            _jenis("tahun", Jenis.TAHUN, wajib=True),
            _pilih("peran", "daun", "cetak"),
            _jenis("nilai", Jenis.RUPIAH),
            _teks("angka_cetak", maks=40),
            _keadaan(),
            _sumber(),
        ),
    ),
    Susunan(
        "pk",
        (
            _kode("kode"),
            _kode("unit", acuan="unit.kode"),
            _jenis("tahun", Jenis.TAHUN, wajib=True),
            _jenis("nomor", Jenis.BULAT, wajib=True),
            _pilih("tahap", "murni", "revisi", "perubahan"),
            _jenis("tanggal", Jenis.TANGGAL, wajib=True),
            _pilih("tanggal_teliti", "hari", "bulan", wajib=False, baku="hari"),
            _pilih("alasan_kode", "pejabat", "strategi", "asumsi", wajib=False),
            _panjang("alasan"),
            _jenis("dilampirkan", Jenis.YA_TIDAK, baku="ya"),
            _teks("pihak_pertama", wajib=True),
            _pilih("pihak_pertama_sebagai", *SEBAGAI, wajib=False, baku="definitif"),
            _teks("pihak_kedua"),
            _pilih("pihak_kedua_sebagai", *SEBAGAI, wajib=False, baku="definitif"),
            _sumber(),
        ),
        wajib=True,
        kunci=("kode",),
    ),
    Susunan(
        "pk_baris",
        (
            _kode("pk", acuan="pk.kode"),
            _jenis("urut", Jenis.BULAT, wajib=True),
            _kode("sasaran_kode", maks=40),
            _panjang("sasaran", wajib=True),
            _kode("indikator", acuan="indikator.kode"),
            _panjang("indikator_cetak"),
            _teks("satuan", maks=60),
            _jenis("target", Jenis.NILAI, wajib=True),
            _panjang("alasan_beda"),
            _sumber(),
        ),
        wajib=True,
        kunci=("pk", "urut"),
    ),
    Susunan(
        "pk_anggaran",
        (
            _kode("pk", acuan="pk.kode"),
            _jenis("urut", Jenis.BULAT, wajib=True),
            _teks("kode", maks=60),
            _panjang("uraian", wajib=True),
            _jenis("nilai", Jenis.RUPIAH, wajib=True),
            _sumber(),
        ),
        kunci=("pk", "urut"),
    ),
    Susunan(
        "realisasi",
        (
            _kode("indikator", acuan="indikator.kode"),
            _jenis("tahun", Jenis.TAHUN, wajib=True),
            _jenis("periode", Jenis.PERIODE),
            _jenis("nilai", Jenis.NILAI),
            _pilih("status", *STATUS_BERNILAI, *STATUS_KOSONG),
            _jenis("tahun_nilai", Jenis.TAHUN),
            _panjang("alasan"),
            _jenis("perkiraan_terbit", Jenis.TANGGAL),
            _panjang("bukti"),
            _panjang("keterangan"),
            _keadaan(),
            _sumber(),
        ),
        wajib=True,
        kunci=("indikator", "tahun", "periode"),
    ),
    Susunan(
        "pembanding",
        (
            _kode("indikator", acuan="indikator.kode"),
            _jenis("tahun", Jenis.TAHUN, wajib=True),
            _pilih("tingkat", "nasional", "provinsi", "sejenis", wajib=False, baku="sejenis"),
            _teks("entitas", wajib=True),
            _pilih("keadaan", "ada", "belum_dapat_diperbandingkan", "tidak_ada"),
            _jenis("nilai", Jenis.NILAI),
            _panjang("keterangan"),
            _sumber(),
        ),
        kunci=("indikator", "tahun", "entitas"),
    ),
    Susunan(
        "realisasi_anggaran",
        (
            _pilih("tingkat", "instansi", "sasaran", "rincian"),
            _teks("kunci", maks=255),
            _panjang("uraian"),
            _jenis("tahun", Jenis.TAHUN, wajib=True),
            _jenis("nilai", Jenis.RUPIAH),
            _jenis("persen_cetak", Jenis.DESIMAL),
            _sumber(),
        ),
        kunci=("tingkat", "kunci", "tahun"),
    ),
    Susunan(
        "efisiensi",
        (
            _kode("sasaran", acuan="pk_baris.sasaran_kode", maks=40),
            _teks("tingkat", wajib=True, maks=24),
            _panjang("uraian", wajib=True),
            _jenis("anggota", Jenis.DAFTAR, wajib=True),
            _kode("dokumen", acuan="dokumen.kode"),
            _pilih("pembulatan_cro", "dua_desimal", "penuh", wajib=False),
            _panjang("alasan"),
            _sumber(),
        ),
        kunci=("sasaran",),
    ),
    Susunan(
        "instrumen",
        (
            _kode("instrumen", maks=40),
            _jenis("tahun", Jenis.TAHUN, wajib=True),
            _teks("kelompok", maks=120),
            _kode("komponen", maks=40),
            _panjang("uraian"),
            _jenis("nilai", Jenis.DESIMAL, wajib=True),
            _keadaan(),
            _panjang("keterangan"),
            _sumber(),
        ),
        kunci=("instrumen", "tahun", "kelompok", "komponen"),
    ),
    Susunan(
        "simpul",
        (
            _kode("dokumen", acuan="dokumen.kode"),
            _kode("id"),
            _teks("tingkat", maks=60),
            _teks("logika", maks=24),
            _teks("kode", maks=60),
            _panjang("teks", wajib=True),
            _jenis("indikator", Jenis.DAFTAR),
            _kode("unit", wajib=False, acuan="unit.kode"),
            _teks("unit_nama"),
            _sumber(),
        ),
        kunci=("dokumen", "id"),
    ),
    Susunan(
        "sisi",
        (
            _kode("dokumen", acuan="dokumen.kode"),
            _kode("dari"),
            _kode("ke"),
            _pilih("jenis", *JENIS_SISI),
            _jenis("utama", Jenis.YA_TIDAK, baku="tidak"),
            _panjang("alasan"),
            _sumber(),
        ),
        kunci=("dokumen", "dari", "ke", "jenis"),
    ),
    Susunan(
        "bagian",
        (
            _kode("jenis", maks=40),
            _jenis("urut", Jenis.BULAT, wajib=True),
            _teks("kelompok", maks=255),
            _panjang("teks", wajib=True),
            _jenis("jumlah", Jenis.DESIMAL),
            _sumber(),
        ),
        kunci=("jenis", "urut"),
    ),
    Susunan(
        "naskah",
        (_kode("tempat", maks=120), _panjang("teks", wajib=True), _sumber()),
        kunci=("tempat",),
    ),
    Susunan(
        "catatan",
        (
            _kode("subjek", maks=120),
            _panjang("tercetak"),
            _panjang("seharusnya"),
            _panjang("kalimat", wajib=True),
            _sumber(),
        ),
    ),
)

MENURUT_NAMA: dict[str, Susunan] = {s.nama: s for s in FORMAT}
