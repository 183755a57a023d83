"""Shape of a scale, and the proof that its classes leave no hole and do not overlap.

Classes are listed best first. Printed scales often have gaps ("91-100", "76-90"); ``celah`` says how they
are closed:

- ``tidak_ada``: neighbours touch at one number and exactly one of the two owns it;
- ``bulatkan_bulat``: classes are printed in whole numbers, a value is rounded half up to one of them first;
- ``tutup_bawah``: only lower bounds count, a value belongs to the highest class whose lower bound it reaches.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from opensakip.peraturan.pembaca import (
    Tempat,
    angka,
    boleh_kosong,
    catatan,
    daftar,
    salah_satu,
    teks,
    wajib_unik,
    ya_tidak,
)

CELAH = ("tidak_ada", "bulatkan_bulat", "tutup_bawah")

_KELAS = catatan(
    {
        "kode": teks,
        "nama": teks,
        "bawah": boleh_kosong(angka),
        "atas": boleh_kosong(angka),
        "bawah_termasuk": ya_tidak,
        "atas_termasuk": ya_tidak,
    },
    {"arti": teks, "warna": teks},
)

_SKALA = catatan(
    {"celah": salah_satu(*CELAH), "atas_terbuka": ya_tidak, "kelas": daftar(_KELAS, paling_sedikit=2)},
    {"besaran": teks},
)


def baca_skala(nilai: object, di: Tempat) -> Mapping[str, Any]:
    """Read a scale and check that its classes cover the range once and once only."""
    skala: Mapping[str, Any] = _SKALA(nilai, di)
    kelas = skala["kelas"]
    di_kelas = di.turun("kelas")
    wajib_unik(kelas, "kode", di_kelas)
    for i, satu in enumerate(kelas):
        _periksa_kelas(satu, i, len(kelas), di_kelas.turun(i))
    celah = [
        _periksa_tetangga(kelas[i], kelas[i + 1], skala["celah"], di_kelas.turun(i + 1))
        for i in range(len(kelas) - 1)
    ]
    if skala["celah"] != "tidak_ada" and not any(celah):
        raise di.turun("celah").rusak(
            f"kelas sudah bersambung; '{skala['celah']}' tidak perlu, tulis tidak_ada"
        )
    return skala


def _periksa_kelas(kelas: Mapping[str, Any], urutan: int, banyak: int, di: Tempat) -> None:
    """Check one class on its own: bounds the right way round, open ends only at the ends."""
    bawah, atas = kelas["bawah"], kelas["atas"]
    if atas is None and urutan != 0:
        raise di.rusak("hanya kelas teratas yang boleh tanpa batas atas")
    if bawah is None and urutan != banyak - 1:
        raise di.rusak("hanya kelas terbawah yang boleh tanpa batas bawah")
    if bawah is None or atas is None:
        return
    if bawah > atas or (bawah == atas and not (kelas["bawah_termasuk"] and kelas["atas_termasuk"])):
        raise di.rusak(
            f"batas bawah {bawah} melampaui batas atas {atas}, atau kelas tidak memuat angka apa pun"
        )


def _periksa_tetangga(tinggi: Mapping[str, Any], rendah: Mapping[str, Any], celah: str, di: Tempat) -> bool:
    """Check two neighbouring classes; return True when a gap between them is closed by the rule ``celah``."""
    dasar: Decimal = tinggi["bawah"]
    puncak: Decimal = rendah["atas"]
    nama = f"{rendah['kode']} (sampai {puncak}) dan {tinggi['kode']} (mulai {dasar})"
    kedua_termasuk = tinggi["bawah_termasuk"] and rendah["atas_termasuk"]
    if puncak > dasar or (puncak == dasar and kedua_termasuk):
        raise di.rusak(f"kelas {nama} bertumpang tindih; urutkan dari yang terbaik dan perbaiki batasnya")
    if puncak == dasar:
        if not tinggi["bawah_termasuk"] and not rendah["atas_termasuk"]:
            raise di.rusak(f"angka {dasar} tidak masuk kelas {tinggi['kode']} maupun {rendah['kode']}")
        return False
    if celah == "bulatkan_bulat":
        utuh = dasar == dasar.to_integral_value() and puncak == puncak.to_integral_value()
        if not (utuh and dasar - puncak == 1 and kedua_termasuk):
            raise di.rusak(
                f"celah antara {nama} tidak tertutup oleh bulatkan_bulat: batas harus bulat berurutan"
            )
        return True
    if celah == "tutup_bawah":
        if not tinggi["bawah_termasuk"]:
            raise di.rusak(f"celah antara {nama} tidak tertutup oleh tutup_bawah: batas bawah harus termasuk")
        return True
    raise di.rusak(f"ada celah antara {nama}; tutup batasnya atau tetapkan cara menutupnya pada kunci celah")
