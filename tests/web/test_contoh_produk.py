"""The shipped examples as people see them: the figures of the documents, right where the documents err."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from opensakip.web import bahasa
from tests.web.klien import Halaman, Klien

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("contoh_produk")]

SETDA, BIRO, SETNEG = "/i/setda-banten/2025/", "/i/biro-perencanaan-kemensos/2023/", "/i/setneg/2024/"
BATAS_MUATAN = 60_000
STATIS = bahasa.WEB / "static"


def _angka(h: Halaman, id_: str) -> str:
    """The one text that a figure has on a page, however often it stands there."""
    ada = set(h.angka(id_))
    assert len(ada) == 1, f"{id_}: {ada}"
    return ada.pop()


LAMAN = ("", "capaian/", "pk/", "catatan/", "anggaran/")


@pytest.mark.parametrize(
    "alamat", ["/", *(tahun + laman for tahun in (SETDA, BIRO, SETNEG) for laman in LAMAN)]
)
def test_halaman_contoh_utuh(klien: Klien, alamat: str) -> None:
    klien.buka(alamat)


def test_setda_capaian_terhadap_perjanjian_yang_ditandatangani(klien: Klien) -> None:
    h = klien.buka(SETDA)
    assert [_angka(h, f"ind.I-S{n}.capaian") for n in range(1, 13)] == [
        "100,00", "100,00", "98,85", "100,23", "95,22", "96,94",
        "99,74", "107,81", "100,00", "100,00", "104,85", "108,13",
    ]  # fmt: skip
    assert _angka(h, "ringkas.rata_indikator") == "100,98"
    assert h.baris("ind-I-S3")[6].startswith("Di bawah targetNilai 2024")
    assert klien.buka(SETDA + "capaian/").baris("ind-I-S3")[7].startswith("Di bawah targetNilai 2024")


def test_setda_anggaran_dan_efisiensi(klien: Klien) -> None:
    assert _angka(klien.buka(SETDA), "anggaran.serapan") == "92,02"
    assert _angka(klien.buka(SETDA + "anggaran/"), "anggaran.serapan") == "92,02"
    pk = klien.buka(SETDA + "pk/")
    assert _angka(pk, "pk.1.jumlah") == "253.786.078.000"
    assert _angka(pk, "pk.2.jumlah") == "245.137.431.880"
    h = klien.buka(SETDA + "capaian/")
    assert [_angka(h, f"efi.S{n}.nilai") for n in range(1, 13)] == [
        "3,02", "25,46", "6,36", "8,63", "47,03", "10,55",
        "7,28", "14,92", "6,83", "19,12", "12,38", "14,33",
    ]  # fmt: skip
    assert h.baris("efi-S3")[6] == "6,37"
    assert h.baris("efi-S12")[6] == "14,32"


def test_setda_perjanjian_murni_dan_perubahan(klien: Klien) -> None:
    h = klien.buka(SETDA + "pk/")
    lama, baru = h.semua("//div[@class='banding']/section")
    assert [len(s.xpath(".//tbody/tr")) for s in (lama, baru)] == [6, 12]
    assert "2-3" in h.tulisan(lama).replace("–", "-")
    assert "28 Oktober 2025" in h.tulisan(baru)
    ringkas = [h.tulisan(li) for li in h.semua("//ul[@class='beda-ringkas']/li")]
    assert ringkas[0] == "6 → 12 indikator"
    assert ringkas[4:] == ["−3,41% anggaran", "5 hal yang perlu dijelaskan"]
    assert [h.tulisan(b) for b in h.semua("//span[@class='beda']")] == ["tercetak 77,77", "tercetak 12.348"]


def test_setda_pohon_memuat_semua_baris_dan_menjumlah(klien: Klien) -> None:
    """All rows of table 2.1; the units add up to the total; rows the source hides carry a dagger."""
    h = klien.buka(SETDA + "anggaran/?buka=semua")
    baris = h.semua("//tr[starts-with(@id, 'butir-R')]")
    assert len(baris) == 317
    assert "Jumlah 7 cabang, 317 baris" in h.teks
    for kolom, jumlah in (("v1", 253786078000), ("v2", 245137431880)):
        unit = h.semua(f"//tr[starts-with(@id, 'butir-unit')]//a[contains(@href, '.{kolom}/')]")
        assert sum(int(a.get("data-nilai")) for a in unit) == jumlah
    assert sum("rincian tidak terbaca pada sumber" in h.tulisan(r) for r in baris) > 0
    assert h.tulisan(h.satu("//h2[@id='geser']")) == "Anggaran bergeser ke Biro Umum"


def test_setda_asal_menunjuk_baris_sumber(klien: Klien) -> None:
    h = klien.buka(SETDA + "angka/ind.I-S6.capaian/")
    assert h.judul == "Dari mana angka 96,94 ini?"
    assert "10,76 ÷ 11,1 × 100" in h.teks.replace("11,10", "11,1")
    assert "Tercetak 96,33%" in h.teks
    assert "baris " in h.tulisan(h.semua("//span[@class='bukti']")[0])


def test_setda_deret_terputus_tidak_dibandingkan(klien: Klien) -> None:
    h = klien.buka(SETDA + "capaian/")
    baris = h.satu("//section[@aria-labelledby='perbandingan']//tr[contains(., 'Nilai Kepatuhan')]")
    putus = baris.xpath("./td[contains(@class, 'putus')]")
    assert [h.tulisan(s) for s in putus] == ["deret baru 89,53"]
    assert h.tulisan(baris.xpath("./td[@data-l='Selisih (poin)']")[0]) == "–"


def test_biro_perencanaan(klien: Klien) -> None:
    h = klien.buka(BIRO)
    assert _angka(h, "ringkas.rata_indikator") == "106,51"
    assert _angka(h, "sas.SK1.capaian") == "109,95"
    h = klien.buka(BIRO + "capaian/")
    assert [_angka(h, f"ins.nka.{n}.nka") for n in range(1, 6)] == [
        "91,76",
        "91,01",
        "88,85",
        "93,16",
        "90,14",
    ]
    semua = h.semua("//section[@aria-labelledby='instrumen']//section")
    hasil = {h.tulisan(s.xpath(".//h3")[0]): h.tulisan(s) for s in semua}
    assert "90,09" in next(t for k, t in hasil.items() if k.startswith("Survei"))
    assert "tercetak 70,88" in next(t for k, t in hasil.items() if k.startswith("Indeks Profesionalitas"))
    assert "Nilai 2022" in h.baris("ind-IKK-4-2")[7]
    assert "SS4" in klien.buka(BIRO + "pohon/").teks
    assert "tidak dilampirkan pada sumber" in klien.buka(BIRO + "pk/").teks


def test_setneg_kegiatan_sama_dengan_jumlah_kro(klien: Klien) -> None:
    """Ten kegiatan in four years: each is the sum of the KRO below it, on the page itself."""
    h = klien.buka(SETNEG + "anggaran/?buka=semua")
    kegiatan: list[tuple[list[Decimal], list[list[Decimal]]]] = []
    for r in h.semua("//tbody/tr[starts-with(@id, 'butir-')]"):
        jenis = h.tulisan(r.xpath(".//span[@class='jenis']")[0])
        nilai = [Decimal(a.get("data-nilai")) for a in r.xpath("td//a")]
        if jenis.startswith("Kegiatan"):
            kegiatan.append((nilai, []))
        elif jenis.startswith(("KRO", "Klasifikasi")):
            kegiatan[-1][1].append(nilai)
    assert len(kegiatan) == 10
    for jumlah, kro in kegiatan:
        assert len(jumlah) == 4
        assert jumlah == [sum(n) for n in zip(*kro, strict=True)]
    assert "ribuan rupiah (tercetak)" in h.teks
    assert "Dugaan" in h.teks


def test_setneg_menyuruh_apa(klien: Klien) -> None:
    h = klien.buka(SETNEG)
    assert "Belum ada perjanjian kinerja 2024" in h.teks
    assert SETNEG + "anggaran/" in set(h.tautan())


def test_laporan_diunduh_dan_ditandai_sidik(klien: Klien) -> None:
    """The file carries the hash of its snapshot; asked again with it, nothing is sent."""
    jawaban = klien.asli.get(BIRO + "laporan.pdf")
    assert jawaban.status_code == 200
    assert jawaban.content.startswith(b"%PDF-")
    assert jawaban.headers["Content-Type"] == "application/pdf"
    assert 'filename="lkjip-biro-perencanaan-kemensos-2023.pdf"' in jawaban.headers["Content-Disposition"]
    kode = klien.buka(BIRO + "catatan/").satu("//details//span[@class='kode panjang']").text
    assert kode in jawaban.headers["ETag"]
    lagi = klien.asli.get(BIRO + "laporan.pdf", headers={"If-None-Match": jawaban.headers["ETag"]})
    assert (lagi.status_code, lagi.content) == (304, b"")


def _muatan() -> Iterator[int]:
    for nama in ("opensakip.css", "asal.js", "tanda.svg"):
        yield len(gzip.compress((STATIS / nama).read_bytes(), 6))
    for huruf in (Path(STATIS) / "fon").glob("*.woff2"):
        yield huruf.stat().st_size


@pytest.mark.parametrize(
    "alamat",
    [
        "/",
        SETDA,
        BIRO,
        SETNEG,
        SETDA + "anggaran/",
        SETNEG + "anggaran/",
        SETDA + "capaian/",
        BIRO + "capaian/",
        SETDA + "pk/",
        BIRO + "pk/",
        SETDA + "catatan/",
        SETDA + "angka/ringkas.rata_indikator/",
    ],
)
def test_muatan_pertama_ringan(klien: Klien, alamat: str) -> None:
    """Page, style, script and font of a first view, compressed as sent."""
    halaman = len(gzip.compress(klien.buka(alamat).html.encode(), 6))
    assert halaman + sum(_muatan()) <= BATAS_MUATAN
