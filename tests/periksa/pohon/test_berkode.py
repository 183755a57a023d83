"""Plan tables with one column of texts: the code or the sums say the level."""

from __future__ import annotations

from opensakip.dokumen.bacaan import baca_isi
from opensakip.periksa.pohon.model import Pohon
from opensakip.periksa.pohon.renja import kenali_renja
from tests.periksa.pohon.test_renja import cari, jalur, soal

KEPALA = (
    "Kode;Urusan/Program/Kegiatan/Sub Kegiatan;Indikator;Satuan;Target;Pagu Sebelum;Pagu Sesudah;Bertambah"
)
KODE = (
    "1;URUSAN WAJIB;;;;;;",
    "1.01;BIDANG KEBUN;;;;;;",
    "1.01.02;Program Kebun;Indeks Kebun;Indeks;80,5;900.000;800.000;-100.000",
    "1.01.02.2.01;Perawatan;Persentase Sehat;Persen;90;600.000;500.000;-100.000",
    "1.01.02.2.01.0001;Siram;Jumlah Petak;Petak;12;400.000;300.000;-100.000",
    ";;Luas Petak;Hektare;3;;;",
    "1.01.02.2.01.0002;Pangkas;Jumlah Pohon;Pohon;40;200.000;200.000;0",
    "1.01.02.2.02;Panen;Persentase Petik;Persen;70;300.000;300.000;0",
    "1.01.02.2.02.0001;Petik;Jumlah Keranjang;Keranjang;9;300.000;300.000;0",
)
TANPA = tuple(b if b.count(".") < 3 or b.startswith("1.01.02;") else ";" + b.partition(";")[2] for b in KODE)


def pohon(*baris: str) -> Pohon:
    (p,) = kenali_renja(baca_isi("renja.csv", ("\n".join((KEPALA, *baris)) + "\n").encode()))
    return p


def test_kode_menentukan_tingkat() -> None:
    p = pohon(*KODE)
    assert not p.tanya
    assert jalur(p, cari(p, "Petik")) == ["Program Kebun", "Panen", "Petik"]
    assert [s.kode for s in p.simpul][:2] == ["1.01.02", "1.01.02.2.01"]
    siram = cari(p, "Siram")
    assert [(i.nama.teks, i.target["target"].teks) for i in siram.indikator] == [
        ("Jumlah Petak", "12"), ("Luas Petak", "3"),
    ]  # fmt: skip
    assert {k for k, _ in p.kolom_uang} == {"murni", "perubahan"}


def test_tanpa_kode_jumlah_menentukan_tingkat() -> None:
    dua = ("1.01.03;Program Taman;Nilai Taman;Nilai;7;50.000;50.000;0",)
    p = pohon(*TANPA, *dua)
    assert not soal(p)
    assert [s.tingkat for s in p.simpul] == [
        "program", "kegiatan", "sub_kegiatan", "sub_kegiatan", "kegiatan", "sub_kegiatan", "program",
    ]  # fmt: skip


def test_jumlah_per_pemilik_dan_total_diperiksa() -> None:
    uang = ";;;;;900.000;800.000;"
    isi = (
        "Dinas Kebun;;;;;;;",
        *KODE[2:],
        f"Jumlah 1.01.02 Program Kebun{uang}",
        f"Jumlah Dinas Kebun{uang}",
    )
    assert not pohon(*isi, f"Jumlah seluruhnya{uang}", "Catatan di bawah tabel;;;;;;;").tanya
    p = pohon(*isi, "Jumlah seluruhnya;;;;;950.000;800.000;")
    assert soal(p) == {"jumlah_tidak_cocok": 1}
    assert {s.pemilik.teks for s in p.simpul} == {"Dinas Kebun"}


def test_jumlah_di_bawah_kegiatan_yang_salah_ditanyakan() -> None:
    p = pohon(*[b.replace("400.000;300.000", "410.000;300.000") for b in KODE])
    assert soal(p)["jumlah_tidak_cocok"] >= 1
