"""What changed between two snapshots of a year, in words that a person understands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

Isi = Mapping[str, Any]
KOSONG = "–"


@dataclass(frozen=True, slots=True)
class Beda:
    """One difference: where, what, and both states as shown. `jenis` is baru, hilang or berubah."""

    kelompok: str
    nama: str
    jenis: str
    lama: str
    baru: str
    kunci: str

    def ke_json(self) -> dict[str, str]:
        """As an object for machines."""
        return asdict(self)


def bandingkan(lama: Isi, baru: Isi) -> tuple[Beda, ...]:
    """All differences of two snapshots; the acts of freezing themselves are none.

    Entered figures come first: computed ones change because of them.
    """
    beda = [*_angka(lama, baru), *_teks(lama, baru), *_pk(lama, baru), *_aturan(lama, baru)]
    return tuple(sorted(beda, key=lambda b: (URUTAN.index(b.kelompok), b.nama, b.kunci)))


URUTAN = ("Angka yang diisi", "Angka yang dihitung", "Naskah", "Perjanjian kinerja", "Aturan")


def _angka(lama: Isi, baru: Isi) -> Iterator[Beda]:
    a, b = lama.get("angka") or {}, baru.get("angka") or {}
    for id in sorted({*a, *b}):
        x, y = a.get(id), b.get(id)
        if x and y and (x["nilai"], x["tampil"]) == (y["nilai"], y["tampil"]):
            continue
        satu = y or x
        if satu is None:
            continue
        kelompok = "Angka yang dihitung" if satu.get("langkah") and satu.get("aturan") else "Angka yang diisi"
        jenis = "berubah" if x and y else "baru" if y else "hilang"
        yield Beda(kelompok, str(satu["nama"]), jenis, _tampil(x), _tampil(y), id)


def _tampil(angka: Mapping[str, Any] | None) -> str:
    if angka is None:
        return KOSONG
    satuan = str(angka.get("satuan") or "")
    return f"{angka['tampil']}{'%' if satuan == '%' else ''}"


def _teks(lama: Isi, baru: Isi) -> Iterator[Beda]:
    a, b = _naskah(lama), _naskah(baru)
    for tempat in sorted({*a, *b}):
        if a.get(tempat) != b.get(tempat):
            jenis = "berubah" if tempat in a and tempat in b else "baru" if tempat in b else "hilang"
            yield Beda("Naskah", tempat, jenis, a.get(tempat, KOSONG), b.get(tempat, KOSONG), tempat)


def _naskah(isi: Isi) -> dict[str, str]:
    hasil = {str(k): str(v) for k, v in (isi.get("naskah") or {}).items()}
    for jenis, daftar in (isi.get("bagian") or {}).items():
        for x in daftar:
            hasil[f"{jenis} {x.get('kelompok') or ''} {x['urut']}".replace("  ", " ")] = str(x["teks"])
    return hasil


def _pk(lama: Isi, baru: Isi) -> Iterator[Beda]:
    a, b = _baris_pk(lama), _baris_pk(baru)
    for kunci in sorted({*a, *b}):
        if a.get(kunci) != b.get(kunci):
            jenis = "berubah" if kunci in a and kunci in b else "baru" if kunci in b else "hilang"
            yield Beda("Perjanjian kinerja", kunci, jenis, a.get(kunci, KOSONG), b.get(kunci, KOSONG), kunci)


def _baris_pk(isi: Isi) -> dict[str, str]:
    return {
        f"{p['tahap']} {p['nomor']}: {x['indikator']}": (
            f"{x['sasaran']} · target {x.get('target_teks') or KOSONG}"
        )
        for p in isi.get("pk") or ()
        for x in p.get("baris") or ()
    }


def _aturan(lama: Isi, baru: Isi) -> Iterator[Beda]:
    a = {str(x["id"]): str(x["aturan"]) for x in lama.get("aturan") or ()}
    b = {str(x["id"]): str(x["aturan"]) for x in baru.get("aturan") or ()}
    for id in sorted({*a, *b}):
        if a.get(id) != b.get(id):
            jenis = "berubah" if id in a and id in b else "baru" if id in b else "hilang"
            yield Beda("Aturan", id, jenis, a.get(id, KOSONG), b.get(id, KOSONG), id)
