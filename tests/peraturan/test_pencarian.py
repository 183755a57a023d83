"""Looking a rule up by day, and switching rules off."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from opensakip import peraturan
from opensakip.hitung.capaian import Arah, capaian
from opensakip.hitung.skala import golongkan
from opensakip.peraturan import AturanDimatikan, AturanTidakAda


def test_versi_menurut_tanggal() -> None:
    lama = peraturan.pada("ombudsman/zona-kepatuhan", date(2021, 12, 31))
    baru = peraturan.pada("ombudsman/zona-kepatuhan", date(2022, 1, 1))
    assert lama.aturan == "ombudsman/zona-kepatuhan@2021-01-01"
    assert baru.aturan == "ombudsman/zona-kepatuhan@2022-01-01"
    assert (len(lama.nilai["kelas"]), len(baru.nilai["kelas"])) == (3, 5)
    assert lama.sampai == baru.berlaku


def test_sebelum_versi_pertama_tidak_ada() -> None:
    with pytest.raises(AturanTidakAda) as galat:
        peraturan.pada("permenpanrb-88-2021/predikat", date(2021, 12, 30))
    pesan = str(galat.value)
    assert "permenpanrb-88-2021/predikat" in pesan
    assert "belum berlaku pada 2021-12-30" in pesan
    assert "2021-12-31" in pesan
    assert peraturan.pada("permenpanrb-88-2021/predikat", date(2021, 12, 31)).berlaku == date(2021, 12, 31)


def test_sesudah_dicabut_menyebut_penggantinya() -> None:
    assert peraturan.pada("permenpanrb-59-2020/spbe", date(2026, 5, 31)).tag == "M"
    with pytest.raises(AturanTidakAda, match="tidak berlaku lagi sejak 2026-06-01") as galat:
        peraturan.pada("permenpanrb-59-2020/spbe", date(2026, 6, 1))
    assert "permenpanrb-8-2026/pemdi" in str(galat.value)


def test_id_tidak_dikenal_memberi_saran() -> None:
    with pytest.raises(AturanTidakAda, match="permenpanrb-88-2021/predikat"):
        peraturan.pada("permenpanrb-88-2021/predikatt", date(2025, 1, 1))


@pytest.mark.parametrize(
    "id", ["", "predikat", "../muat", "ordinal/../skema/kl-rspp", "a/b/c", "ordinal/OPINI-BPK", "/etc/passwd"]
)
def test_id_yang_bukan_id_ditolak(id: str) -> None:
    with pytest.raises(AturanTidakAda, match="tidak dikenal"):
        peraturan.pada(id, date(2025, 1, 1))


def test_skala_siap_dipakai_hitung() -> None:
    skala = peraturan.skala("permenpanrb-88-2021/predikat", date(2025, 12, 31))
    hasil = golongkan(Decimal("80.00"), skala)
    assert (hasil.kode, hasil.aturan) == ("BB", "permenpanrb-88-2021/predikat@2021-12-31")
    assert any("88/2021" in d for d in hasil.dasar)


def test_skala_menolak_aturan_jenis_lain() -> None:
    with pytest.raises(AturanTidakAda, match="berjenis bobot, bukan skala"):
        peraturan.skala("permenpanrb-88-2021/bobot", date(2025, 1, 1))


def test_kebijakan_siap_dipakai_hitung() -> None:
    polos = peraturan.kebijakan("opensakip/capaian", date(2025, 1, 1))
    dibatasi = peraturan.kebijakan("opensakip/capaian-batas-120", date(2025, 1, 1))
    target, realisasi = Decimal(70), Decimal("96.64")
    assert capaian(target, realisasi, Arah.NAIK, polos).tampil == "138,06"
    hasil = capaian(target, realisasi, Arah.NAIK, dibatasi)
    assert hasil.tampil == "120,00"
    assert hasil.aturan == "opensakip/capaian-batas-120@2010-01-01"


def test_putus_deret_pada_versi_baru() -> None:
    assert peraturan.putus_deret("permenpanrb-88-2021/predikat", date(2021, 12, 30), date(2022, 12, 31))
    assert peraturan.putus_deret("permenpanrb-88-2021/predikat", date(2022, 12, 31), date(2023, 12, 31)) == ""


def test_putus_deret_karena_aturan_dicabut() -> None:
    sebab = peraturan.putus_deret("ombudsman/zona-kepatuhan", date(2024, 12, 31), date(2025, 12, 31))
    assert "61/2025" in sebab
    assert peraturan.putus_deret("ombudsman/zona-kepatuhan", date(2023, 12, 31), date(2024, 12, 31)) == ""


def test_mematikan_satu_aturan(monkeypatch: pytest.MonkeyPatch) -> None:
    hari = date(2023, 6, 1)
    assert peraturan.boleh_dipakai("pmk-22-2021/nka-batas")
    monkeypatch.setenv("OPENSAKIP_ATURAN_MATI", "pmk-22-2021/nka-batas, berakhlak/kategori")
    assert not peraturan.boleh_dipakai("pmk-22-2021/nka-batas")
    with pytest.raises(AturanDimatikan, match="pmk-22-2021/nka-batas@2021-01-01.*OPENSAKIP_ATURAN_MATI"):
        peraturan.pada("pmk-22-2021/nka-batas", hari)
    with pytest.raises(AturanTidakAda):
        peraturan.skala("berakhlak/kategori", hari)
    assert peraturan.pada("pmk-22-2021/nka", hari).terverifikasi


def test_mematikan_semua_yang_belum_terverifikasi(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENSAKIP_ATURAN_MATI", "belum-terverifikasi")
    mati = {a.id for a in peraturan.semua() if not peraturan.boleh_dipakai(a.id)}
    assert mati == {i for i in peraturan.daftar_id() if peraturan.semua() and _tag_terakhir(i) in "XM"}
    assert "pmk-22-2021/nka-batas" in mati
    assert "permenpanrb-88-2021/predikat" not in mati


def _tag_terakhir(id: str) -> str:
    return [a.tag for a in peraturan.semua() if a.id == id][-1]


def test_sakelar_yang_salah_eja_tidak_diam(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENSAKIP_ATURAN_MATI", "pmk-22-2021/nka-batass")
    with pytest.raises(
        AturanTidakAda,
        match="OPENSAKIP_ATURAN_MATI menyebut aturan yang tidak dikenal: pmk-22-2021/nka-batass",
    ):
        peraturan.pada("opensakip/capaian", date(2025, 1, 1))
