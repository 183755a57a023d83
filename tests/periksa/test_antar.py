"""Documents against each other: the same indicator and year must have the same figure."""

from __future__ import annotations

from opensakip.periksa import cek_antar  # noqa: F401  enters the check
from opensakip.periksa.temuan import DAFTAR, Temuan, Tingkat
from tests.periksa.rakit import Naskah

UKUR = "Indikator Kinerja|Target|Realisasi|Capaian"
PK = "No|Sasaran|Indikator Kinerja|Satuan|Target"


def bandingkan(*naskah: Naskah) -> list[Temuan]:
    bacaan = tuple(n.baca(f"d{i}.txt") for i, n in enumerate(naskah, 1))
    return list(DAFTAR["antar-dokumen"].fungsi(bacaan))


def perjanjian(target: str) -> Naskah:
    n = Naskah("PERJANJIAN KINERJA TAHUN 2025")
    return n.tabel(PK, f"1|Jalan kota mantap|Indeks Mutu Jalan|Indeks|{target}")


def laporan(target: str, realisasi: str = "78") -> Naskah:
    return Naskah().tabel(UKUR, f"Indeks Mutu Jalan|{target}|{realisasi}|97,50%")


def test_target_laporan_lain_dari_perjanjian() -> None:
    [t] = bandingkan(laporan("82"), perjanjian("80"))
    assert (t.tercetak, t.seharusnya, t.tingkat) == ("82", "80", Tingkat.TINGGI)
    assert [x.berkas for x in t.lokasi] == ["d1.txt", "d2.txt"]


def test_yang_sama_dan_yang_dibulatkan_bukan_temuan() -> None:
    assert not bandingkan(laporan("80"), perjanjian("80,00"))


def test_satu_dokumen_tidak_diadu() -> None:
    assert not bandingkan(laporan("82"))


def test_realisasi_antara_dua_laporan() -> None:
    lama = Naskah("LAPORAN KINERJA DINAS CONTOH TAHUN 2024")
    lama.tabel(UKUR, "Indeks Mutu Jalan|75|71|94,67%")
    baru = Naskah().tabel("Indikator|2023|2024|Realisasi 2025", "Indeks Mutu Jalan|70|72|78")
    [t] = bandingkan(lama, baru)
    assert {t.tercetak, t.seharusnya} == {"71", "72"}
    assert "2024" in t.kalimat
