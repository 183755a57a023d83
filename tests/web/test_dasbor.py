"""The dashboard: what it says should be discussed, its two charts, and its limits with many indicators."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.bagan import bagan_capaian
from opensakip.web.penyaji.pokok import ATURAN, penjelasan, pokok
from opensakip.web.penyaji.sebaran import SEMPIT, Sebaran, sebaran
from tests.web.contoh import buat_isi
from tests.web.klien import Klien
from tests.web.perabot import tanam

DASAR = "/i/dinas-uji/2030/"


def baca(**pilihan: Any) -> Bacaan:
    return Bacaan(buat_isi(**pilihan), "/i/x/2030/")


def _judul(b: Bacaan) -> list[str]:
    return [p.judul for p in pokok(b)]


def _angka(b: Bacaan, id_: str, nilai: str | None, tampil: str = "") -> str:
    b.isi["angka"][id_] = {
        "nilai": nilai,
        "tampil": tampil or str(nilai).replace(".", ","),
        "nama": id_,
        "satuan": "",
    }
    return id_


def test_pokok_terendah_dahulu_paling_banyak_empat() -> None:
    """Six below target: the four lowest by name, the others in one entry that opens their list."""
    b = baca(ganda=6)
    for n, ind in enumerate(i for i in b.isi["indikator"] if i["terhadap"] == "bawah"):
        b.isi["angka"][ind["capaian"]] |= {"nilai": str(99 - n), "tampil": f"{99 - n},00"}
    daftar = pokok(b)
    assert [p.judul.split(" mencapai ")[1] for p in daftar[:4]] == [
        "94,00%.",
        "95,00%.",
        "96,00%.",
        "97,00%.",
    ]
    assert daftar[4].judul == "2 indikator lain juga di bawah target."
    assert [p.tautan.removeprefix("/i/x/2030/") for p in daftar[4:]] == [
        "capaian/?status=bawah", "capaian/?status=belum", "capaian/?status=dibawa", "catatan/#catatan",
    ]  # fmt: skip
    assert "dan 2 lainnya." in daftar[5].teks


def test_pokok_menyebut_deret_yang_putus() -> None:
    teks = next(p.teks for p in pokok(baca()) if "Wilayah 2" in p.judul)
    assert teks.endswith("Cara ukurnya berganti, maka tidak dibandingkan dengan 81,00 tahun 2029.")


@pytest.mark.parametrize(
    ("arah", "beda", "putus", "disebut"),
    [
        ("naik", "-3", False, True),
        ("naik", "3", False, False),
        ("naik", "0", False, False),
        ("turun", "3", False, True),
        ("turun", "-3", False, False),
        ("naik", "-3", True, False),
    ],
)
def test_memburuk_walau_memenuhi_target(arah: str, beda: str, putus: bool, disebut: bool) -> None:
    """Only against a year that was measured the same way; up and down follow the indicator."""
    b = baca()
    ind = b.isi["indikator"][0]
    ind["arah"] = arah
    ind["seri"][-1]["putus"] = putus
    ind["selisih_tahun_lalu"] = _angka(b, "ind.I-0.selisih", beda)
    kena = [p for p in pokok(b) if "memburuk" in p.judul]
    assert bool(kena) is disebut
    if disebut:
        assert kena[0].judul.endswith("Wilayah 0 memburuk dari 81,00 ke 84.")


def _dengan_serapan(*pasangan: tuple[str | None, str | None]) -> Bacaan:
    """An agency that used 90 percent on the whole; each pair is (capaian, serapan) of one sasaran."""
    b = baca(ganda=(len(pasangan) + 2) // 2)
    b.isi["sasaran"] = b.isi["sasaran"][: len(pasangan)]
    for s, (capaian, serapan) in zip(b.isi["sasaran"], pasangan, strict=True):
        s["capaian"] = _angka(b, f"sas.{s['kode']}.capaian", capaian)
        s["serapan"] = _angka(b, f"efi.{s['kode']}.serapan", serapan)
    return b


@pytest.mark.parametrize(
    ("capaian", "serapan", "kata"),
    [
        ("99.99", "90.01", "1 sasaran di bawah target walau serapannya di atas rata-rata."),
        ("100", "95", None),
        ("95", "90", None),
        ("105", "70", "Serapan Meningkatnya ketahanan pangan S0 hanya 70%."),
        ("105", "70.01", None),
        ("90", None, None),
    ],
)
def test_capaian_dan_serapan_yang_tidak_sejalan(capaian: str, serapan: str | None, kata: str | None) -> None:
    ada = [j for j in _judul(_dengan_serapan((capaian, serapan))) if "serapan" in j.lower()]
    assert ada == ([kata] if kata else [])


def test_setiap_aturan_dijelaskan_dan_menunjuk_tempatnya() -> None:
    assert len(penjelasan()) == len(ATURAN) + 1, "aturan anggaran menghasilkan dua macam"
    assert all(p.tautan.startswith("/i/x/2030/") for p in pokok(_dengan_serapan(("90", "95"), ("100", "10"))))


def _sebaran(*pasangan: tuple[str | None, str | None]) -> Sebaran:
    g = sebaran(_dengan_serapan(*pasangan))
    assert g is not None
    return g


def test_sebaran_memuat_semua_titik_di_dalam_bidang() -> None:
    g = _sebaran(("95.22", "48.19"), ("108.13", "93.8"), ("100", "96.98"))
    assert [t.nomor for t in g.titik] == [1, 2, 3]
    for t in g.titik:
        assert Decimal(44) <= Decimal(t.x) <= Decimal(504)
        assert Decimal(14) <= Decimal(t.y) <= Decimal(288)
    x = {t.nomor: Decimal(t.x) for t in g.titik}
    y = {t.nomor: Decimal(t.y) for t in g.titik}
    assert x[1] < x[2] < x[3]
    assert y[1] > y[3] > y[2], "capaian tinggi di atas"
    assert [t.bawah for t in g.titik] == [True, False, False]
    assert g.kata.startswith("Nomor 1 (")
    assert "paling rendah pada keduanya: capaian 95,22%, serapan 48,19%" in g.kata
    assert "100" in [t for t, _ in g.tanda_y]


def test_sebaran_menyebut_dua_bila_berbeda() -> None:
    g = _sebaran(("95", "99"), ("105", "60"))
    assert g.kata.startswith("Capaian terendah: nomor 1")
    assert "Serapan terendah: nomor 2" in g.kata


def test_sebaran_tidak_dipaksakan() -> None:
    """One point is no scatter; a sasaran without absorption is counted, never drawn at zero."""
    assert sebaran(_dengan_serapan(("95", "99"))) is None
    assert sebaran(baca()) is None
    g = _sebaran(("95", "99"), ("105", None), ("100", "80"))
    assert ([t.nomor for t in g.titik], g.tanpa) == ([1, 3], 1)


def test_bagan_sempit_memuat_hal_yang_sama() -> None:
    b = _dengan_serapan(("95.22", "48.19"), ("108.13", "93.8"))
    lebar, sempit = sebaran(b), sebaran(b, SEMPIT)
    assert lebar is not None
    assert sempit is not None
    assert [t.kata for t in lebar.titik] == [t.kata for t in sempit.titik]
    assert all(SEMPIT.kiri <= Decimal(t.x) <= SEMPIT.kanan for t in sempit.titik)


def test_sumbu_rapat_bertanda_koma() -> None:
    """Values that lie within a point get ticks of tenths, written the Indonesian way."""
    b = _dengan_serapan(("100", "89.88"), ("110", "89.98"))
    g = sebaran(b)
    assert g is not None
    assert [t for t, _ in g.tanda_x] == ["89,8", "89,9", "90"]


def test_angka_titik_tidak_bertindih() -> None:
    g = _sebaran(("100", "92"), ("100.2", "92.5"), ("99.8", "92.4"), ("100", "93"))
    letak = {(t.tx, t.ty) for t in g.titik}
    assert len(letak) == 4
    assert len({t.rata for t in g.titik}) > 1, "angka berpindah sisi bila tempatnya terisi"


def test_bagan_banyak_indikator_menggambar_yang_terendah() -> None:
    g = bagan_capaian(baca(ganda=20))
    assert (len(g.titik), g.semua) == (40, 80)
    assert all(t.x for t in g.titik)
    assert g.titik[-1].indikator["terhadap"] == "bawah"


def test_dasbor_banyak_indikator_menyebut_yang_tampil(db: None, klien: Klien) -> None:
    tanam(ganda=20)
    h = klien.buka(DASAR)
    assert len(h.semua("//tr[starts-with(@id, 'ind-')]")) == 60
    assert h.tulisan(h.satu("//h2[@id='capaian']")) == "60 capaian terendah dari 80 indikator"
    assert "40 capaian terendah dari 80 indikator" in h.tulisan(
        h.satu("//section[@aria-labelledby='bagan-capaian']")
    )


def test_bagan_berteks_dan_bertabel(db: None, klien: Klien) -> None:
    """The scatter is a named group of links, each with its figures in words, and a table of the same."""
    isi = tanam()
    assert isi
    from opensakip.pelaporan.cuplikan import sidik, sidik_angka, teks_kanonis
    from opensakip.pelaporan.models import Cuplikan

    b = _dengan_serapan(("95", "99"), ("105", "60"))
    teks = teks_kanonis(b.isi)
    lama = Cuplikan.semua.get(instansi=isi)
    Cuplikan.semua.create(
        instansi=isi, unit=lama.unit, tahun=2030, nomor=2, skema=lama.skema, isi=teks, per=lama.per,
        jurnal_seq=0, sidik=sidik(teks), alasan="uji", menggantikan=lama, sidik_angka=sidik_angka(b.isi),
    )  # fmt: skip
    h = klien.buka(DASAR)
    gambar = h.satu("//*[local-name()='svg'][@role='group'][contains(@class, 'hanya-lebar')]")
    assert gambar.get("aria-label").startswith("Sebaran capaian terhadap serapan, 2 sasaran.")
    kata = [a.get("aria-label") for a in gambar.iter() if str(a.tag).endswith("}a")]
    assert kata == [
        "1, Meningkatnya ketahanan pangan S0: capaian 95%, serapan 99%",
        "2, Meningkatnya ketahanan pangan S1: capaian 105%, serapan 60%",
    ]
    baris = h.semua("//section[@aria-labelledby='bagan-serapan']//tbody/tr")
    assert [h.tulisan(r) for r in baris] == [
        "1Meningkatnya ketahanan pangan S09599", "2Meningkatnya ketahanan pangan S110560",
    ]  # fmt: skip
