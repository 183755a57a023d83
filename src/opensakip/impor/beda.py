"""What changed since the last load: the data set cut into named parts, each with a hash.

The hashes of the parts stand in the journal entry of the load. Comparing with them, not with the
database, keeps a correction made since then through another door: an untouched row of the CSV does not
put the old value back.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from opensakip.impor.errors import Kesalahan
from opensakip.impor.kumpulan import Baris, Kumpulan
from opensakip.impor.periksa import DataSet
from opensakip.impor.rencana import VersiRencana

PEMISAH = "|"
SEL_TAHUN_LAPORAN = ("tahun", "dibekukan_pada")
GANTI_UTUH = ("bagian", "catatan")
BOLEH_UBAH = ("realisasi", "realisasi_anggaran", "naskah", *GANTI_UTUH)


def sebutan(kunci: str) -> str:
    """Name of a part for people, from its key."""
    jenis, *sisa = kunci.split(PEMISAH)
    return (" versi " if jenis in ("indikator", "versi") else " ").join(s for s in sisa if s)


@dataclass(slots=True)
class Bagian:
    """One part of a data set: what it is called, which rows it holds, its hash."""

    kunci: str
    baris: list[Baris]
    sidik: str

    @property
    def jenis(self) -> str:
        """Kind of the part: ``pk``, ``realisasi`` ..."""
        return self.kunci.split(PEMISAH)[0]

    @property
    def nama(self) -> str:
        """Name of the part for people: ``renja-2025 versi 2``."""
        return sebutan(self.kunci)


@dataclass(slots=True)
class Beda:
    """Parts that are new, changed, or gone since the last load."""

    baru: list[Bagian] = field(default_factory=list)
    ubah: list[Bagian] = field(default_factory=list)
    hilang: list[str] = field(default_factory=list)

    @property
    def kosong(self) -> bool:
        """True when nothing differs."""
        return not (self.baru or self.ubah or self.hilang)

    def jenis(self, *nama: str) -> list[Bagian]:
        """New and changed parts of these kinds, in the order of the files."""
        return [b for b in (*self.baru, *self.ubah) if b.jenis in nama]

    def baris(self, jenis: str) -> list[Baris]:
        """Rows of the new and changed parts of one kind."""
        return [b for x in self.jenis(jenis) for b in x.baris]


def bagian(data: DataSet) -> dict[str, Bagian]:
    """Cut a data set into parts."""
    k = data.kumpulan
    hasil: dict[str, Bagian] = {}

    def tambah(kunci: str, baris: Iterable[Baris], tanpa: tuple[str, ...] = ()) -> None:
        isi = list(baris)
        hasil[kunci] = Bagian(kunci, isi, _sidik(isi, tanpa))

    tambah("instansi", k["instansi"], SEL_TAHUN_LAPORAN)
    tambah("unit", k["unit"])
    _per_baris(k, tambah)
    for b in k["dokumen"]:
        tambah(f"dokumen|{b['kode']}", [b])
    for (dokumen, nomor), v in data.rencana.versi.items():
        tambah(f"versi|{dokumen}|{nomor}", _baris_versi(k, v))
    anak = _kelompok(k)
    for b in k["pk"]:
        tambah(f"pk|{b['kode']}", [b, *anak[b["kode"]]])
    for nama in GANTI_UTUH:
        if k[nama]:
            tambah(f"{nama}|{k.tahun}", k[nama])
    return hasil


def _per_baris(k: Kumpulan, tambah: Callable[..., None]) -> None:
    kunci = {
        "sumber": ("kode",),
        "indikator": ("kode", "versi"),
        "realisasi": ("indikator", "tahun", "periode"),
        "pembanding": ("indikator", "tahun", "entitas"),
        "realisasi_anggaran": ("tahun", "tingkat", "kunci"),
        "instrumen": ("instrumen", "tahun", "kelompok", "komponen"),
    }
    for nama, kolom in kunci.items():
        for b in k[nama]:
            tambah(PEMISAH.join([nama, *(str(b[n] or "") for n in kolom)]), [b])
    for nama, kolom_kunci in (("efisiensi", "sasaran"), ("naskah", "tempat")):
        for b in k[nama]:
            tambah(f"{nama}|{k.tahun}|{b[kolom_kunci]}", [b])


def _kelompok(k: Kumpulan) -> dict[str, list[Baris]]:
    hasil: dict[str, list[Baris]] = defaultdict(list)
    for nama in ("pk_baris", "pk_anggaran"):
        for b in k[nama]:
            hasil[b["pk"]].append(b)
    return hasil


def _baris_versi(k: Kumpulan, v: VersiRencana) -> list[Baris]:
    dokumen = v.versi["dokumen"]
    pohon = [b for nama in ("simpul", "sisi") for b in k[nama] if b["dokumen"] == dokumen]
    return [v.versi, *v.butir.values(), *v.indikator.values(), *v.target.values(), *v.pagu.values(), *pohon]


def _sidik(baris: Iterable[Baris], tanpa: tuple[str, ...]) -> str:
    """Hash over the text of the cells; an empty cell and an absent column are the same."""
    ringkas = hashlib.sha256()
    for b in baris:
        isi = "\x1e".join(f"{n}\x1f{t}" for n, t in sorted(b.mentah.items()) if t and n not in tanpa)
        ringkas.update(f"{b.berkas}\x1e{isi}\x1d".encode())
    return ringkas.hexdigest()[:16]


def bandingkan(sekarang: Mapping[str, Bagian], dahulu: Mapping[str, str]) -> Beda:
    """Compare the parts of a data set with the hashes of the last load."""
    beda = Beda()
    tahun = sekarang["instansi"].baris[0]["tahun"]
    for kunci, isi in sekarang.items():
        if kunci not in dahulu:
            beda.baru.append(isi)
        elif dahulu[kunci] != isi.sidik:
            beda.ubah.append(isi)
    beda.hilang = [k for k in dahulu if k not in sekarang and not _tahun_lain(k, tahun)]
    return beda


def _tahun_lain(kunci: str, tahun: int) -> bool:
    """Inputs of the report of another year may leave the folder; they stay as loaded."""
    jenis, _, sisa = kunci.partition(PEMISAH)
    return jenis in (*GANTI_UTUH, "naskah", "efisiensi") and sisa.split(PEMISAH)[0] != str(tahun)


def penolakan(beda: Beda) -> list[Kesalahan]:
    """Changes that an import may not make: what is set stays, what is measured is never erased."""
    hasil = [k for b in beda.ubah if (k := _tolak_ubah(b)) is not None]
    hasil += [_tolak_hilang(kunci) for kunci in beda.hilang]
    return hasil


def _tolak_ubah(b: Bagian) -> Kesalahan | None:
    """None when a change of this part may be applied."""
    if b.jenis in BOLEH_UBAH:
        return None
    pertama = b.baris[0]
    nama = b.nama
    pesan, perbaikan = {
        "instansi": ("data instansi berubah.", "kembalikan isinya; yang boleh berubah hanya tahun laporan."),
        "unit": (
            "susunan unit berubah.",
            "kembalikan isinya; perubahan unit belum dapat dimuat dari berkas.",
        ),
        "indikator": (
            f"kartu indikator {nama} sudah ditetapkan, isinya tidak berubah lagi.",
            "kembalikan barisnya; definisi yang berubah ditulis sebagai versi berikutnya dengan alasan.",
        ),
        "dokumen": (f"dokumen {nama} berubah.", "kembalikan barisnya, atau beri kode dokumen baru."),
        "versi": (
            f"{nama} sudah ditetapkan, isinya tidak berubah lagi "
            "(versi, butir, indikator, target, pagu, pohon).",
            "kembalikan barisnya; perubahan ditulis sebagai versi baru dengan alasan di versi.csv.",
        ),
        "pk": (
            f"PK {nama} sudah ditetapkan, isinya tidak berubah lagi (pihak, baris, anggaran).",
            "kembalikan barisnya; perubahan ditulis sebagai PK nomor berikutnya dengan alasan di pk.csv.",
        ),
    }.get(
        b.jenis,
        (
            f"baris {nama} sudah dimuat dan berubah.",
            "kembalikan barisnya; perubahan bagian ini belum dapat dimuat ulang.",
        ),
    )
    return Kesalahan(f"{pertama.berkas}.csv", pertama.nomor, "", "", pesan, perbaikan)


def _tolak_hilang(kunci: str) -> Kesalahan:
    jenis = kunci.split(PEMISAH)[0]
    berkas = {"versi": "versi.csv"}.get(jenis, f"{jenis}.csv")
    return Kesalahan(
        berkas,
        None,
        "",
        "",
        f"yang sudah dimuat tidak ada lagi: {sebutan(kunci) or jenis}.",
        "kembalikan barisnya; data yang sudah tercatat tidak dihapus"
        + (", nilai yang batal ditulis dengan status belum_ada." if jenis == "realisasi" else "."),
    )
