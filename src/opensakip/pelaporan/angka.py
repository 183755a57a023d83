"""The flat registry of figures: every figure of a snapshot has one id and can say where it comes from.

Everything else in a snapshot refers to figures by id, so a figure stands in one place only and the
page, the PDF and a sentence cannot show different ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from opensakip.hitung.hasil import Hasil, teks_mesin
from opensakip.hitung.nilai import Nilai
from opensakip.hitung.tampilan import KOSONG, tampil, tampil_rupiah

Asal = list[dict[str, str]]
_AMAN = re.compile(r"[^A-Za-z0-9._~-]+")


def bersih(bagian: str) -> str:
    """Turn a code into a part of an id that is safe in an address.

    >>> bersih("I-S1/a b")
    'I-S1_a_b'
    """
    return _AMAN.sub("_", bagian)


class DaftarAngka:
    """Collects the figures of one snapshot."""

    def __init__(self) -> None:
        self.isi: dict[str, dict[str, Any]] = {}

    def ada(self, id: str) -> bool:
        """True when the figure is known."""
        return id in self.isi

    def nilai(self, id: str) -> Decimal | None:
        """Return the unrounded value of a figure, None when it has none."""
        teks = self.isi[id]["nilai"]
        return None if teks is None else Decimal(teks)

    def tampil(self, id: str) -> str:
        """Return the shown form of a figure."""
        return str(self.isi[id]["tampil"])

    def masukan(
        self,
        id: str,
        nama: str,
        nilai: Nilai | Decimal | None,
        *,
        satuan: str = "",
        desimal: int = 2,
        asal: Asal | None = None,
        keterangan: str = "",
        diisi: dict[str, str] | None = None,
        langkah: Sequence[str] = (),
        tampil_kosong: str = KOSONG,
    ) -> str:
        """Add a figure that was entered, not computed. Returns its id."""
        angka = nilai.angka if isinstance(nilai, Nilai) else nilai
        return self._tambah(
            id,
            nama=nama,
            nilai=teks_mesin(angka),
            tampil=_tampil_masukan(nilai, satuan, desimal, tampil_kosong),
            satuan=satuan,
            langkah=list(langkah),
            keterangan=keterangan,
            asal=asal or [],
            diisi=diisi,
        )

    def hasil(
        self,
        id: str,
        nama: str,
        hasil: Hasil,
        *,
        satuan: str = "",
        masukan: Sequence[tuple[str, str]] = (),
        asal: Asal | None = None,
    ) -> str:
        """Add a computed figure with its steps; ``masukan`` are (name, id) of what went in."""
        return self._tambah(
            id,
            nama=nama,
            nilai=teks_mesin(hasil.nilai),
            tampil=hasil.tampil,
            satuan=satuan,
            langkah=list(hasil.langkah),
            dasar=list(hasil.dasar),
            aturan=hasil.aturan,
            keterangan=hasil.keterangan,
            masukan=[{"nama": n, "angka": i} for n, i in masukan],
            asal=asal or [],
        )

    def catat(self, id: str, kalimat: str) -> None:
        """Add a remark to a figure, for example what the source prints instead."""
        self.isi[id]["catatan"].append(kalimat)

    def _tambah(self, id: str, **isi: Any) -> str:
        if id in self.isi:
            raise ValueError(f"angka “{id}” ada dua kali")
        kosong: dict[str, Any] = {
            "satuan": "",
            "langkah": [],
            "dasar": [],
            "aturan": "",
            "keterangan": "",
            "masukan": [],
            "asal": [],
            "diisi": None,
            "catatan": [],
        }
        self.isi[id] = kosong | isi
        return id


def _tampil_masukan(nilai: Nilai | Decimal | None, satuan: str, desimal: int, kosong: str) -> str:
    if nilai is None:
        return kosong
    if isinstance(nilai, Decimal):
        return tampil_rupiah(nilai) if satuan == "Rp" else tampil(nilai, desimal)
    if nilai.angka is None:
        return nilai.tampil()
    if nilai.kode or nilai.maks is not None:
        return nilai.teks or nilai.tampil()
    return tampil(nilai.angka, desimal)
