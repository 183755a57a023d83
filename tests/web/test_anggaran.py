"""The plan as a tree table: order, folding, search that keeps the way, filters, sums that follow, files."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import Any

import pytest

from opensakip.web.penyaji.anggaran import rangka
from opensakip.web.penyaji.anggaran_tampil import Permintaan, Tampilan, permintaan, tampilkan
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.saringan import kata
from tests.web.contoh import buat_isi
from tests.web.klien import Halaman, Klien
from tests.web.perabot import petugas, tanam

DASAR = "/i/dinas-uji/2030/"
SETDA, BIRO, SETNEG = "/i/setda-banten/2025/", "/i/biro-perencanaan-kemensos/2023/", "/i/setneg/2024/"


def baca(**pilihan: Any) -> Bacaan:
    return Bacaan(buat_isi(**pilihan), "/i/x/2030/")


def lihat(b: Bacaan, buka: tuple[str, ...] = (), **tanya: str) -> Tampilan:
    r = rangka(b)
    assert r is not None
    return tampilkan(b, r, permintaan(tanya, buka))


def _id(t: Tampilan) -> list[str]:
    return [y.isi.id for y in t.baris if not y.isi.milik]


def test_menurut_unit() -> None:
    """Where several units share the plan, each is a branch with its own sum; rows of no unit stay."""
    b = baca(ganda=2)
    for baris in b.isi["anggaran"]["pohon"]:
        baris["unit"] = {"P0": "A", "P1": "B"}.get(baris["id"][:2], "lain")
    t = lihat(b)
    r = t.rangka
    assert [r.baris[n].id for n in r.puncak] == ["unit-A", "unit-B", "P2", "P3"]
    kepala = r.baris[0]
    assert [c.tampil for c in kepala.sel] == ["2.000.000.000", "2.600.000.000", "+600.000.000", "+30,00"]
    assert [r.baris[a].id for a in kepala.anak] == ["P0"]


def test_setiap_baris_sekali_dengan_indikatornya() -> None:
    b = baca(ganda=3)
    t = lihat(b)
    assert sorted(_id(t)) == sorted(s["id"] for s in b.isi["anggaran"]["pohon"])
    assert t.indikator == sum(len(s["indikator"]) for s in b.isi["anggaran"]["pohon"])


def test_induk_selalu_di_atas_anaknya() -> None:
    r = lihat(baca(ganda=3)).rangka
    for n, x in enumerate(r.baris):
        assert x.induk < n
        assert x.dalam == (0 if x.induk < 0 else r.baris[x.induk].dalam + 1)


def test_rencana_panjang_terlipat() -> None:
    """Closed branches show their head only and open by a link that keeps the open ones open."""
    b = baca(ganda=20)
    t = lihat(b, buka=("P3-K1",))
    assert t.rangka.banyak == 160
    assert len(_id(t)) == 40 + 3
    tautan = {y.isi.id: (y.tautan, y.terbuka) for y in t.baris}
    assert tautan["P5"] == ("?buka=P3-K1&buka=P5#butir-P5", False)
    assert tautan["P3"] == ("?#butir-P3", True)
    assert len(_id(lihat(b, buka=("semua",)))) == 160


def test_akar_tunggal_dilipat_menurut_anaknya() -> None:
    b = baca(ganda=20)
    b.isi["anggaran"]["unit"] = []
    for baris in b.isi["anggaran"]["pohon"]:
        baris["induk"] = baris["induk"] or "akar"
    akar = b.isi["anggaran"]["pohon"][0] | {"id": "akar", "induk": None, "indikator": []}
    b.isi["anggaran"]["pohon"].insert(0, akar)
    t = lihat(b)
    assert (t.cabang, len(_id(t))) == (40, 41)


def test_cari_menyimpan_jalan_ke_baris() -> None:
    """Both words must stand in the row or its indicators; parents come along, nothing else."""
    t = lihat(baca(), q="desa  MANDIRI")
    assert [(y.isi.id, y.cocok) for y in t.baris] == [
        ("P0", False), ("P0-K1", True), ("P1", False), ("P1-K1", True),
    ]  # fmt: skip
    assert t.cocok == 2
    assert t.jumlah is not None
    assert [c.tampil for c in t.jumlah.sel] == ["4.000.000.000", "5.000.000.000", "+1.000.000.000", "+25,00"]


def test_cari_menurut_kode_dan_indikator_berbaris_sendiri() -> None:
    t = lihat(baca(), q="9.P1-K2")
    assert [(y.isi.id, y.isi.milik) for y in t.baris] == [
        ("P1", False), ("P1-K2", False), ("P1-K2", True), ("P1-K2", True),
    ]  # fmt: skip
    assert lihat(baca(), q="lumbung pelatihan").cocok == 2, "kata boleh tersebar pada indikator sebaris"


def test_jumlah_mengikuti_saringan_tanpa_ganda() -> None:
    """A programme and the activity below it both match: the activity is inside the programme already."""
    t = lihat(baca(), q="cadangan pangan")
    assert t.cocok == t.rangka.banyak
    assert t.jumlah is not None
    assert t.jumlah.tersaring
    assert t.jumlah.sel[0].tampil == "6.000.000.000"
    kegiatan = lihat(baca(), tingkat="kegiatan")
    assert kegiatan.jumlah is not None
    assert [c.tampil for c in kegiatan.jumlah.sel[:2]] == ["6.000.000.000", "5.000.000.000"]


@pytest.mark.parametrize(
    ("arah", "harus"),
    [("naik", ["P0-K1", "P0-K1-S1"]), ("turun", ["P0"]), ("tetap", []), ("entah", [])],
)
def test_saring_arah_selisih(arah: str, harus: list[str]) -> None:
    t = lihat(baca(), arah=arah)
    assert [y.isi.id for y in t.baris if y.cocok and y.isi.id.startswith("P0")] == harus
    assert (t.jumlah is None) == (not harus)


def test_jumlah_unit_dari_angka_beku() -> None:
    """Only a unit was asked for: its sum is the frozen figure, which can say where it comes from."""
    b = baca()
    for baris in b.isi["anggaran"]["pohon"]:
        baris["unit"] = {"P0": "A", "P1": "B"}[baris["id"][:2]]
    t = lihat(b, unit="A")
    assert t.jumlah is not None
    assert t.jumlah.sel[0].alamat == "/i/x/2030/angka/pagu.unit-A.v1/"
    assert {y.isi.unit for y in t.baris} == {"A"}


def test_rencana_beku_disiapkan_sekali_dan_tidak_bercampur() -> None:
    """Prepared rows are kept by snapshot and by what the reader sees of it."""
    isi = buat_isi()
    penuh = rangka(Bacaan(isi, "/i/x/2030/", "a" * 64))
    assert rangka(Bacaan(isi, "/i/x/2030/", "a" * 64)) is penuh
    sempit = {**isi, "anggaran": {**isi["anggaran"], "pohon": isi["anggaran"]["pohon"][:4], "unit": []}}
    sebagian = rangka(Bacaan(sempit, "/i/x/2030/", "a" * 64))
    assert sebagian is not None
    assert sebagian.banyak == 4
    lain = rangka(Bacaan(isi, "/i/y/2030/", "a" * 64))
    assert lain is not None
    assert lain.baris[0].sel[0].alamat.startswith("/i/y/2030/")


@pytest.mark.parametrize(
    ("tanya", "teks", "bagian"),
    [
        ("produk hukum", "Produk Hukum Daerah", ["Produk", "Hukum"]),
        ("a.b (c", "nilai a.b dan (c)", ["a.b", "(c"]),
        ("", "apa pun", []),
        ("x", "", []),
    ],
)
def test_tanda_pada_kata_yang_dicari(tanya: str, teks: str, bagian: list[str]) -> None:
    hasil = kata(tanya).tandai(teks)
    assert "".join(t for t, _ in hasil) == teks
    assert [t for t, kena in hasil if kena] == bagian


def test_pertanyaan_panjang_dipotong() -> None:
    k = kata("a " * 900 + "\x00")
    assert len(k.teks) <= 200
    assert not kata("   ")
    assert Permintaan(kata("x"), unit="A").kueri(unit="") == "q=x"


def test_halaman_terlipat_dan_terbuka(db: None, klien: Klien) -> None:
    """Without a script: links open and fold branches; the origin of a figure leads back to its row."""
    tanam(ganda=20)
    h = klien.buka(DASAR + "anggaran/")
    assert len(h.semua("//tbody/tr[@id]")) == 40
    buka = h.satu("//tr[@id='butir-P7']//a[@class='buka']")
    assert (buka.get("aria-expanded"), buka.get("aria-label")[:5]) == ("false", "Buka ")
    satu = klien.buka(DASAR + "anggaran/" + buka.get("href"))
    assert satu.semua("//tr[@id='butir-P7-K1-S1']")
    assert not satu.semua("//tr[@id='butir-P8-K1']")
    asal = klien.buka(DASAR + "angka/pagu.P1-K1-S1.v2/")
    kembali = asal.satu("//div[@class='tindakan']/a").get("href")
    assert kembali == DASAR + "anggaran/?buka=P1-K1-S1#butir-P1-K1-S1"
    assert klien.buka(kembali).semua("//tr[@id='butir-P1-K1-S1']")


def test_baris_memuat_selisih_sasaran_dan_tanda(dinas: object, klien: Klien) -> None:
    """Difference with its sign, targets that moved, derived rows with a dagger, printed sums that differ."""
    h = klien.buka(DASAR + "anggaran/")
    assert h.baris("butir-P0-K1")[1:] == [
        "80 → 85 Persen", "2.000.000.000", "2.500.000.000", "+500.000.000", "+25,00",
    ]  # fmt: skip
    assert h.baris("butir-P0")[4:] == ["−500.000.000", "−16,67"]
    assert "† rincian tidak terbaca pada sumber" in h.baris("butir-P0-K2")[0]
    assert h.baris("butir-P0-K2")[2:] == ["1.000.000.000", "–", "–", "–"]
    jumlah = [h.tulisan(s) for s in h.semua("//tfoot/tr[@class='jumlah']/*")]
    assert jumlah == [
        "Jumlah 2 cabang, 8 baris", "", "6.000.000.000", "5.000.000.000", "−1.000.000.000", "−16,67",
    ]  # fmt: skip
    assert [h.tulisan(s) for s in h.semua("//section[@aria-labelledby='beda-cetak']//tbody/tr[1]/*")] == [
        "Program P0", "Murni", "3.000", "3.100", "−100",
    ]  # fmt: skip


def test_halaman_menyebut_saringannya(dinas: object, klien: Klien) -> None:
    h = klien.buka(DASAR + "anggaran/?q=desa+mandiri&tingkat=kegiatan")
    assert "2 dari 8 baris memuat “desa mandiri”." in h.tulisan(h.satu("//*[@role='status']"))
    assert h.satu("//input[@id='q']").get("value") == "desa mandiri"
    assert h.satu("//select[@id='tingkat']/option[@selected]").get("value") == "kegiatan"
    assert [h.tulisan(m) for m in h.semua("//tr[@id='butir-P0-K1']//mark")] == ["desa", "mandiri"]
    assert "Jumlah 2 baris yang cocok" in h.teks
    for format in ("xlsx", "csv"):
        assert h.semua(f"//a[@href='{DASAR}anggaran.{format}?q=desa+mandiri&tingkat=kegiatan']")


def test_tanpa_hasil_menyuruh_apa(dinas: object, klien: Klien) -> None:
    h = klien.buka(DASAR + "anggaran/?q=<script>&unit=BID9")
    assert "Tidak ada baris yang cocok" in h.teks
    assert "0 dari 8 baris memuat “<script>”." in h.teks
    assert not h.semua("//table[contains(@class, 'tt')]")


def _baris_csv(isi: bytes, pemisah: str = ";") -> list[list[str]]:
    return list(csv.reader(io.StringIO(isi.decode("utf-8-sig")), delimiter=pemisah))


@pytest.mark.parametrize("kueri", ["", "?q=desa+mandiri", "?tingkat=kegiatan&arah=naik", "?q=lumbung"])
def test_berkas_sama_dengan_halaman(dinas: object, klien: Klien, kueri: str) -> None:
    """A file has exactly the rows and the amounts of the page, and its sum."""
    h = klien.buka(DASAR + "anggaran/" + kueri)
    baris = _baris_csv(klien.asli.get(DASAR + "anggaran.csv" + kueri).content)
    uang = [n for n, judul in enumerate(baris[0]) if judul.startswith("Pagu")]
    di_berkas = [[r[n].replace(".", "") for n in uang] for r in baris[1:]]
    di_halaman = [
        [h.tulisan(s).replace(".", "") for s in r.xpath("td")[1:3]]
        for r in h.semua("//table[contains(@class, 'tt')]//tr[td]")
    ]
    assert di_berkas == di_halaman


def test_berkas_memuat_cabang_terlipat(db: None, klien: Klien) -> None:
    tanam(ganda=20)
    assert len(_baris_csv(klien.asli.get(DASAR + "anggaran.csv").content)) > 160


def test_berkas_mesin_dan_angka_tetap_angka(dinas: object, klien: Klien) -> None:
    baris = _baris_csv(klien.asli.get(DASAR + "anggaran.csv?bentuk=mesin").content, ",")
    kolom = baris[0].index("Selisih (%)")
    assert [r[kolom] for r in baris[1:3]] == ["-16.67", "25.00"]
    assert baris[1][kolom - 3 : kolom] == ["3000000000", "2500000000", "-500000000"]
    xlsx = klien.asli.get(DASAR + "anggaran.xlsx?q=lumbung")
    from python_calamine import CalamineWorkbook

    isi = CalamineWorkbook.from_filelike(io.BytesIO(xlsx.content)).get_sheet_by_index(0).to_python()
    assert any("Saringan: “lumbung”" in str(r[0]) for r in isi)
    assert 1_000_000_000 in [s for r in isi for s in r]


def test_unit_lain_tidak_ada_di_halaman_maupun_berkas(db: None, klien: Klien) -> None:
    """Rows, sums and choices of other units do not exist; without any row there is no file."""
    klien.asli.force_login(petugas(tanam("milik", contoh=False), unit="BID2"))
    for kueri in ("", "?unit=BID1", "?q=cadangan", "?buka=semua"):
        h = klien.buka("/i/milik/2030/anggaran/" + kueri)
        assert "Cadangan" not in h.html
        assert "BID1" not in h.html
        assert klien.asli.get("/i/milik/2030/anggaran.csv" + kueri).status_code == 404


@pytest.mark.django_db
@pytest.mark.usefixtures("contoh_produk")
class TestContoh:
    """The examples as people see them."""

    def test_biro_hukum_dan_kata_produk_hukum(self, klien: Klien) -> None:
        """Search on the plan of 317 rows: six rows with both words, all of one unit."""
        h = klien.buka(SETDA + "anggaran/?q=produk+hukum")
        assert "6 dari 317 baris memuat “produk hukum”." in h.teks
        assert self._uang(h, "//tfoot") == ["2.473.870.800", "1.853.760.800", "−620.110.000"]
        assert len(h.semua("//tbody/tr[contains(@class, 't0')]")) == 1

    def test_selisih_jumlah_dan_unit_dapat_ditanya(self, klien: Klien) -> None:
        h = klien.buka(SETDA + "anggaran/")
        jumlah = "//table[contains(@class, 'tt')]/tfoot//a"
        assert [h.tulisan(a) for a in h.semua(jumlah)][2:] == ["−8.648.646.120", "−3,41"]
        for a in h.semua(f"{jumlah} | //tr[@id='butir-unit-B3']/td/a"):
            assert klien.asli.get(a.get("href")).status_code == 200
        assert len(h.semua("//tr[@id='butir-unit-B3']/td/a")) == 4

    def test_saringan_unit_sama_dengan_jumlah_cetak(self, klien: Klien) -> None:
        h = klien.buka(SETDA + "anggaran/?unit=B8")
        assert self._uang(h, "//tfoot") == ["3.049.721.000", "1.901.625.764", "−1.148.095.236"]

    def test_semua_tingkat_menjumlah_ke_anggaran(self, klien: Klien) -> None:
        """Leaves only: their sum is the total of the agency in both versions."""
        h = klien.buka(SETDA + "anggaran/?tingkat=sub_kegiatan")
        daun = [Decimal(u.replace(".", "")) for u in self._uang(h, "//tfoot")[:2]]
        penuh = klien.buka(SETDA + "anggaran/")
        semua = [Decimal(u.replace(".", "")) for u in self._uang(penuh, "//tfoot")[:2]]
        assert semua == [Decimal(253786078000), Decimal(245137431880)]
        assert all(d <= s for d, s in zip(daun, semua, strict=True))

    def test_empat_tahun_setneg(self, klien: Klien) -> None:
        baris = _baris_csv(klien.asli.get(SETNEG + "anggaran.csv").content)
        assert baris[0][6:10] == ["2024", "2025", "2026", "2027"]
        assert sum(r[1] == "Indikator" for r in baris) == 58

    @staticmethod
    def _uang(h: Halaman, jalur: str) -> list[str]:
        return [h.tulisan(s) for s in h.semua(f"{jalur}/tr[@class='jumlah']/td[@data-l]")][:3]
