"""Shapes of weights: one list, several named lists, the LKE tree and its grades. Sums are proved at load."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from opensakip.peraturan.pembaca import (
    Tempat,
    angka,
    boleh_kosong,
    bulat,
    catatan,
    daftar,
    peta,
    salah_satu,
    teks,
    wajib_unik,
)

_ANAK = catatan({"kode": teks, "nama": teks, "bobot": angka}, {"jumlah_kriteria": bulat, "jenis": teks})
_BUTIR = catatan(
    {"kode": teks, "nama": teks, "bobot": angka},
    {"anak": daftar(_ANAK), "keterangan": teks, "tingkat": peta(angka)},
)
_DAFTAR_BOBOT = catatan(
    {"jumlah": angka, "butir": daftar(_BUTIR)}, {"parameter": peta(angka), "rumus": daftar(teks)}
)
_KELOMPOK = catatan({"jumlah": angka, "butir": daftar(_BUTIR)})
_KELOMPOK_BOBOT = catatan({"kelompok": peta(_KELOMPOK)}, {"parameter": peta(angka), "rumus": daftar(teks)})

_KRITERIA = catatan({"no": bulat, "label": teks})
_SUB = catatan(
    {
        "kode": teks,
        "jenis": salah_satu("keberadaan", "kualitas", "pemanfaatan"),
        "nama": teks,
        "bobot": angka,
        "kriteria": daftar(_KRITERIA),
    }
)
_KOMPONEN_LKE = catatan({"kode": teks, "nama": teks, "bobot": angka, "sub": daftar(_SUB)})
_LKE = catatan({"jumlah": angka, "jumlah_kriteria": bulat, "komponen": daftar(_KOMPONEN_LKE)})

_GRADE = catatan(
    {"kode": teks, "nilai": angka, "syarat": teks},
    {
        "pemenuhan_lebih_dari": boleh_kosong(angka),
        "pemenuhan_sampai": boleh_kosong(angka),
        "tahun_terpelihara": bulat,
    },
)
_GRADASI = catatan({"butir": daftar(_GRADE, paling_sedikit=2)})


def _wajib_jumlah(butir: tuple[Mapping[str, Any], ...], jumlah: Decimal, di: Tempat) -> None:
    """Refuse a list whose weights do not add up exactly to the stated total."""
    terhitung = sum((b["bobot"] for b in butir), Decimal(0))
    if terhitung != jumlah:
        raise di.rusak(f"jumlah bobot {terhitung}, seharusnya {jumlah}")


def _periksa_daftar(isi: Mapping[str, Any], di: Tempat) -> None:
    di_butir = di.turun("butir")
    wajib_unik(isi["butir"], "kode", di_butir)
    _wajib_jumlah(isi["butir"], isi["jumlah"], di_butir)
    for i, butir in enumerate(isi["butir"]):
        if "anak" in butir:
            wajib_unik(butir["anak"], "kode", di_butir.turun(i).turun("anak"))
            _wajib_jumlah(butir["anak"], butir["bobot"], di_butir.turun(i).turun("anak"))


def baca_bobot(nilai: object, di: Tempat) -> Mapping[str, Any]:
    """Read one list of weights; items add up to ``jumlah`` and children to their parent."""
    isi: Mapping[str, Any] = _DAFTAR_BOBOT(nilai, di)
    _periksa_daftar(isi, di)
    return isi


def baca_kelompok_bobot(nilai: object, di: Tempat) -> Mapping[str, Any]:
    """Read several named lists of weights that belong to one formula."""
    isi: Mapping[str, Any] = _KELOMPOK_BOBOT(nilai, di)
    for nama, kelompok in isi["kelompok"].items():
        _periksa_daftar(kelompok, di.turun("kelompok").turun(nama))
    return isi


def baca_lke(nilai: object, di: Tempat) -> Mapping[str, Any]:
    """Read the evaluation sheet: components, sub-components, criteria; weights and counts are proved."""
    isi: Mapping[str, Any] = _LKE(nilai, di)
    di_komponen = di.turun("komponen")
    wajib_unik(isi["komponen"], "kode", di_komponen)
    _wajib_jumlah(isi["komponen"], isi["jumlah"], di_komponen)
    banyak = 0
    for i, komponen in enumerate(isi["komponen"]):
        di_sub = di_komponen.turun(i).turun("sub")
        wajib_unik(komponen["sub"], "kode", di_sub)
        _wajib_jumlah(komponen["sub"], komponen["bobot"], di_sub)
        for j, sub in enumerate(komponen["sub"]):
            nomor = [k["no"] for k in sub["kriteria"]]
            if nomor != list(range(1, len(nomor) + 1)):
                raise di_sub.turun(j).turun("kriteria").rusak("nomor kriteria harus berurutan mulai 1")
            banyak += len(nomor)
    if banyak != isi["jumlah_kriteria"]:
        raise di.turun("jumlah_kriteria").rusak(
            f"tertulis {isi['jumlah_kriteria']}, kriteria yang ada {banyak}"
        )
    return isi


def baca_gradasi(nilai: object, di: Tempat) -> Mapping[str, Any]:
    """Read grades with the value each stands for, best first."""
    isi: Mapping[str, Any] = _GRADASI(nilai, di)
    di_butir = di.turun("butir")
    wajib_unik(isi["butir"], "kode", di_butir)
    urutan = [b["nilai"] for b in isi["butir"]]
    if urutan != sorted(urutan, reverse=True):
        raise di_butir.rusak("urutkan dari nilai tertinggi ke terendah")
    return isi
