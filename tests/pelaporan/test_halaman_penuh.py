"""Pages of the printed reports: enough of them, and none half empty in the middle of a chapter."""

from __future__ import annotations

import pytest

from opensakip.impor.paket import daftar_contoh, muat_contoh
from opensakip.pelaporan.keluaran import buat
from tests.pelaporan.kepenuhan import ukur

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("slug", "paling_sedikit", "paling_banyak"),
    [("setda-banten", 75, 110), ("biro-perencanaan-kemensos", 35, 60)],
)
def test_tebal_dan_penuh(slug: str, paling_sedikit: int, paling_banyak: int) -> None:
    _, cuplikan = muat_contoh(next(c for c in daftar_contoh() if c.slug == slug))
    hasil = buat(cuplikan, "pdf")
    assert paling_sedikit <= hasil.halaman <= paling_banyak
    halaman = ukur(hasil.isi)
    assert any(h.tidur for h in halaman) == (slug == "setda-banten"), "tabel Renja pada halaman tidur"
    kosong = [h.urut for h in halaman if h.penuh < 0.5 and not h.akhir_bab]
    assert not kosong, f"halaman yang kurang dari setengah: {kosong}"
    assert hasil.peringatan == ()
