"""What a measured value must be like; needs nothing but what is given."""

from __future__ import annotations

from opensakip.pengukuran.data import DataRealisasi
from opensakip.pengukuran.errors import RealisasiTidakSah
from opensakip.pengukuran.models import STATUS_BERNILAI, STATUS_KOSONG, Realisasi

_ISI = ("status_nilai", "tahun_nilai", "alasan", "perkiraan_terbit", "bukti", "keterangan")


def wajib_status_sesuai(data: DataRealisasi) -> None:
    """Check value against status. Empty is never zero, and zero is never empty.

    Raises:
        RealisasiTidakSah: they contradict each other.
    """
    tempat = f"Realisasi {data.indikator} tahun {data.tahun}"
    if data.status in STATUS_KOSONG and data.nilai is not None:
        raise RealisasiTidakSah(f"{tempat}: status {data.status} tidak boleh bernilai. Kosongkan nilainya.")
    if data.status in STATUS_BERNILAI and data.nilai is None:
        raise RealisasiTidakSah(
            f"{tempat}: status {data.status} memerlukan nilai, atau ubah menjadi belum_ada."
        )
    if data.status not in STATUS_BERNILAI + STATUS_KOSONG:
        pilihan = ", ".join(STATUS_BERNILAI + STATUS_KOSONG)
        raise RealisasiTidakSah(f"{tempat}: status “{data.status}” tidak dikenal. Pilih {pilihan}.")
    if data.status == "dibawa" and (
        data.tahun_nilai is None or data.tahun_nilai >= data.tahun or not data.alasan
    ):
        raise RealisasiTidakSah(
            f"{tempat}: nilai yang dibawa harus menyebut tahun_nilai sebelum {data.tahun} dan alasannya."
        )


def isi_sama(baru: Realisasi, lama: Realisasi) -> bool:
    """Tell whether two versions of a cell say the same, so that one of them would be idle."""
    return baru.nilai == lama.nilai and all(getattr(baru, n) == getattr(lama, n) for n in _ISI)
