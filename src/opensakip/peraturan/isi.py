"""What a rule says, as one table of texts: for people, not for arithmetic."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from opensakip.hitung.tampilan import tampil_penuh
from opensakip.peraturan.bentuk_register import JENIS_PERATURAN
from opensakip.peraturan.model import Aturan

Baris = tuple[str, ...]
Tabel = tuple[Baris, list[Baris]]

CELAH = {
    "tidak_ada": "Kelas bersambung tanpa celah.",
    "bulatkan_bulat": "Nilai dibulatkan setengah ke atas ke bilangan bulat sebelum digolongkan.",
    "tutup_bawah": "Hanya batas bawah yang menentukan kelas.",
}


def angka(nilai: object) -> str:
    """An exact number with a decimal comma; nothing for none; every other value as it is written."""
    if nilai is None:
        return ""
    if isinstance(nilai, Decimal):
        return tampil_penuh(nilai)
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, str):
        return nilai
    if isinstance(nilai, Iterable) and not isinstance(nilai, Mapping):
        return ", ".join(angka(n) for n in nilai)
    return str(nilai)


def selang(kelas: Mapping[str, Any]) -> str:
    """Bounds of a class with the signs that say who owns them: "≥ 75, < 90"."""
    bagian = []
    if isinstance(kelas["bawah"], Decimal):
        bagian.append(("≥ " if kelas["bawah_termasuk"] else "> ") + angka(kelas["bawah"]))
    if isinstance(kelas["atas"], Decimal):
        bagian.append(("≤ " if kelas["atas_termasuk"] else "< ") + angka(kelas["atas"]))
    return ", ".join(bagian)


def jarak(butir: Mapping[str, Any]) -> str:
    """A deadline in words: "2 bulan sesudah tahun berakhir"."""
    return f"{butir['jumlah']} {butir['satuan']} sesudah {str(butir['peristiwa']).replace('_', ' ')}"


def _kolom(judul: Baris, kunci: Baris, butir: Iterable[Mapping[str, Any]]) -> Tabel:
    return judul, [tuple(angka(b.get(k)) for k in kunci) for b in butir]


def _skala(n: Mapping[str, Any]) -> Tabel:
    return ("Kode", "Nama", "Nilai"), [(k["kode"], k["nama"], selang(k)) for k in n["kelas"]]


def _kelompok(n: Mapping[str, Any]) -> Tabel:
    return ("Kelompok", "Kode", "Nama", "Bobot"), [
        (nama, b["kode"], b["nama"], angka(b["bobot"]))
        for nama, kelompok in n["kelompok"].items()
        for b in kelompok["butir"]
    ]


def _lke(n: Mapping[str, Any]) -> Tabel:
    return ("Komponen", "Subkomponen", "Bobot", "Nomor", "Kriteria"), [
        (f"{k['kode']} {k['nama']}", f"{s['kode']} {s['nama']}", angka(s["bobot"]), str(r["no"]), r["label"])
        for k in n["komponen"]
        for s in k["sub"]
        for r in s["kriteria"]
    ]


def _formulir(n: Mapping[str, Any]) -> Tabel:
    return ("Bagian", "Isian"), [(b["nama"], angka(i["uraian"])) for b in n["bagian"] for i in b["isi"]]


def _tabel(n: Mapping[str, Any]) -> Tabel:
    return tuple(n["kolom"].values()), [tuple(angka(b.get(k)) for k in n["kolom"]) for b in n["baris"]]


def _tingkat(n: Mapping[str, Any]) -> Tabel:
    return ("Tingkat", "Kelompok", "Di bawah"), [
        (t["nama"], t["kelompok"], angka(t["induk"])) for t in n["tingkat"].values()
    ]


def _register(n: Mapping[str, Any]) -> Tabel:
    return ("Peraturan", "Judul", "Bukti", "Dicabut"), [_baris_register(b) for b in n["butir"]]


def _baris_register(butir: Mapping[str, Any]) -> Baris:
    """One regulation of the register, and what repealed it."""
    cabut = butir.get("dicabut")
    nama = f"{JENIS_PERATURAN[butir['jenis']]} {butir['nomor']}/{butir['tahun']}"
    akhir = f"{cabut['oleh']}, {cabut['sejak'].isoformat()} [{cabut['tag']}]" if cabut else ""
    return nama, butir["judul"], butir["tag"], akhir


_CARA: dict[str, Callable[[Mapping[str, Any]], Tabel]] = {
    "skala": _skala,
    "bobot": lambda n: _kolom(("Kode", "Nama", "Bobot"), ("kode", "nama", "bobot"), n["butir"]),
    "kelompok_bobot": _kelompok,
    "rumus": lambda n: _kolom(("Kode", "Rumus", "Bukti"), ("kode", "rumus", "tag"), n["butir"]),
    "tenggat": lambda n: (
        ("Dokumen", "Tingkat", "Tenggat", "Bukti"),
        [(b["dokumen"], b["tingkat"], jarak(b), b["tag"]) for b in n["butir"]],
    ),
    "parameter": lambda n: _kolom(("Tetapan", "Nilai"), ("nama", "nilai"), n["butir"].values()),
    "ordinal": lambda n: _kolom(("Dari yang terendah",), ("kode",), n["urutan"]),
    "lke": _lke,
    "gradasi": lambda n: _kolom(("Kode", "Nilai", "Syarat"), ("kode", "nilai", "syarat"), n["butir"]),
    "unsur": lambda n: _kolom(("Kode", "Unsur"), ("kode", "nama"), n["butir"]),
    "formulir": _formulir,
    "tabel": _tabel,
    "pola": lambda n: _kolom(("Kode", "Nama", "Contoh"), ("kode", "nama", "contoh"), n["butir"]),
    "skema_tingkat": _tingkat,
    "register": _register,
}


def rincian(aturan: Aturan) -> Tabel:
    """Head and rows of what a version of a rule holds; every cell is a text ready to be shown."""
    cara = _CARA.get(aturan.jenis)
    if cara is not None:
        return cara(aturan.nilai)
    return ("Ketentuan", "Nilai"), [
        (k.replace("_", " "), angka(v) or "tidak ditetapkan") for k, v in aturan.nilai.items()
    ]
