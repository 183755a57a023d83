"""The shape of the register of regulations: number and year of each title, and what was repealed."""

from collections.abc import Mapping
from typing import Any

from opensakip.peraturan.model import TAG
from opensakip.peraturan.pembaca import Tempat, bulat, catatan, daftar, salah_satu, tanggal, teks

JENIS_PERATURAN = {
    "uu": "Undang-Undang",
    "pp": "Peraturan Pemerintah",
    "perpres": "Peraturan Presiden",
    "inpres": "Instruksi Presiden",
    "permenpanrb": "Peraturan Menteri PANRB",
    "permendagri": "Peraturan Menteri Dalam Negeri",
    "pmk": "Peraturan Menteri Keuangan",
}
"""Kinds of regulations in the register with the name they are cited by."""

_tag = salah_satu(*TAG)
_REGISTER = catatan(
    {
        "butir": daftar(
            catatan(
                {
                    "jenis": salah_satu(*JENIS_PERATURAN),
                    "nomor": bulat,
                    "tahun": bulat,
                    "judul": teks,
                    "tag": _tag,
                },
                {"dicabut": catatan({"oleh": teks, "sejak": tanggal, "tag": _tag})},
            )
        )
    }
)


def baca_register(nilai: object, di: Tempat) -> Mapping[str, Any]:
    """Read a register; a regulation stands in it once, and is not repealed before its own year."""
    isi: Mapping[str, Any] = _REGISTER(nilai, di)
    di_butir = di.turun("butir")
    sudah: set[tuple[str, int, int]] = set()
    for i, butir in enumerate(isi["butir"]):
        kunci = (butir["jenis"], butir["nomor"], butir["tahun"])
        if kunci in sudah:
            raise di_butir.turun(i).rusak(f"{kunci[0]} {kunci[1]}/{kunci[2]} tercatat dua kali")
        sudah.add(kunci)
        if "dicabut" in butir and butir["dicabut"]["sejak"].year < butir["tahun"]:
            raise di_butir.turun(i).turun("dicabut").rusak("dicabut sebelum tahun peraturannya")
    return isi
