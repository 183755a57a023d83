"""Properties that hold for every input, searched by hypothesis (same examples on every run)."""

from __future__ import annotations

import decimal
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from opensakip.hitung.agregasi import jumlah, konsolidasi, rata_rata
from opensakip.hitung.angka import AngkaAmbigu, AngkaSalah, baca_angka, bukti_bentuk, bulatkan, tampil
from opensakip.hitung.capaian import Arah, Kebijakan, Rumus, capaian
from opensakip.hitung.efisiensi import ButirEfisiensi, efisiensi_ro
from opensakip.hitung.nilai import JenisNilai, Nilai, baca_nilai
from opensakip.hitung.nka import AturanEfisiensi, nilai_efisiensi, rata_geometrik
from opensakip.hitung.presisi import pecahan
from opensakip.hitung.rumus import RUMUS_ARAH
from opensakip.hitung.skala import Kelas, Skala, golongkan
from opensakip.hitung.skm import indeks
from opensakip.hitung.terbilang import terbilang

uji = settings(max_examples=60, derandomize=True, deadline=None, database=None)


def _angka(bawah: int, atas: int, tempat: int = 4) -> st.SearchStrategy[Decimal]:
    """Decimals as offices write them: whole numbers with up to ``tempat`` decimals."""
    return st.builds(
        lambda n, p: Decimal(n).scaleb(-p),
        st.integers(bawah * 10**tempat, atas * 10**tempat),
        st.just(tempat),
    )


positif = _angka(0, 10**6).filter(lambda n: n > 0)
nonnegatif = _angka(0, 10**6)
bebas = _angka(-(10**6), 10**6)
rasio = st.sampled_from([(Arah.NAIK, Rumus.MAKS), *((Arah.TURUN, r) for r in RUMUS_ARAH[Arah.TURUN])])
semua_rumus = st.sampled_from([(a, r) for a, rr in RUMUS_ARAH.items() for r in rr])

PREDIKAT = Skala(
    "predikat",
    tuple(
        Kelas(k, "", Decimal(b), Decimal(a), bawah_termasuk=k == "D")
        for k, b, a in (
            ("AA", 90, 100),
            ("A", 80, 90),
            ("BB", 70, 80),
            ("B", 60, 70),
            ("CC", 50, 60),
            ("C", 30, 50),
            ("D", 0, 30),
        )
    ),
)
PERINGKAT = Skala(
    "peringkat",
    tuple(
        Kelas(k, "", Decimal(b), Decimal(a))
        for k, b, a in (("5", 91, 100), ("4", 76, 90), ("3", 66, 75), ("2", 51, 65), ("1", 0, 50))
    ),
    celah="bulatkan_bulat",
    atas_terbuka=True,
)


# -- capaian ------------------------------------------------------------------------------------------


@uji
@given(target=positif, a=bebas, b=bebas)
def test_naik_monoton(target: Decimal, a: Decimal, b: Decimal) -> None:
    assume(a < b)
    x, y = (capaian(target, r, Arah.NAIK).tepat for r in (a, b))
    assert x is not None
    assert y is not None
    assert x < y


@uji
@given(target=positif, a=positif, b=positif, rumus=st.sampled_from(RUMUS_ARAH[Arah.TURUN]))
def test_turun_monoton_menurun(target: Decimal, a: Decimal, b: Decimal, rumus: Rumus) -> None:
    assume(a < b)
    x, y = (capaian(target, r, Arah.TURUN, Kebijakan(rumus=rumus)).tepat for r in (a, b))
    assert x is not None
    assert y is not None
    assert x >= y
    if rumus is not Rumus.MIN_2T:
        assert x > y


@uji
@given(target=positif, realisasi=positif, kali=positif, pasangan=rasio)
def test_satuan_tidak_mengubah_capaian(
    target: Decimal, realisasi: Decimal, kali: Decimal, pasangan: tuple[Arah, Rumus]
) -> None:
    arah, rumus = pasangan
    kebijakan = Kebijakan(rumus=rumus)
    asli = capaian(target, realisasi, arah, kebijakan)
    kali_satuan = capaian(target * kali, realisasi * kali, arah, kebijakan)
    assert asli.tepat == kali_satuan.tepat
    assert asli.nilai == kali_satuan.nilai


@uji
@given(bawah=positif, lebar=nonnegatif, realisasi=nonnegatif, kali=st.integers(1, 1000))
def test_satuan_tidak_mengubah_capaian_rentang(
    bawah: Decimal, lebar: Decimal, realisasi: Decimal, kali: int
) -> None:
    target = Nilai(JenisNilai.RENTANG, bawah=bawah, atas=bawah + lebar)
    asli = capaian(target, realisasi, Arah.RENTANG).tepat
    besar = Nilai(JenisNilai.RENTANG, bawah=bawah * kali, atas=(bawah + lebar) * kali)
    assert asli == capaian(besar, realisasi * kali, Arah.RENTANG).tepat


@uji
@given(bawah=positif, lebar=nonnegatif, realisasi=nonnegatif)
def test_rentang_seratus_tepat_di_dalam_dan_tidak_pernah_lebih(
    bawah: Decimal, lebar: Decimal, realisasi: Decimal
) -> None:
    hasil = capaian(Nilai(JenisNilai.RENTANG, bawah=bawah, atas=bawah + lebar), realisasi, Arah.RENTANG)
    assert hasil.tepat is not None
    assert 0 <= hasil.tepat <= 100
    assert (hasil.tepat == 100) == (bawah <= realisasi <= bawah + lebar)


@uji
@given(target=positif, pasangan=rasio)
def test_tepat_sasaran_adalah_seratus(target: Decimal, pasangan: tuple[Arah, Rumus]) -> None:
    arah, rumus = pasangan
    harapan = 0 if rumus is Rumus.MIN_REDUKSI else 100
    assert capaian(target, target, arah, Kebijakan(rumus=rumus)).nilai == harapan


@uji
@given(nilai=bebas, pasangan=semua_rumus, keterangan=st.sampled_from(["", "belum terbit"]))
def test_kosong_tetap_kosong(nilai: Decimal, pasangan: tuple[Arah, Rumus], keterangan: str) -> None:
    arah, rumus = pasangan
    kebijakan = Kebijakan(rumus=rumus, batas_atas=Decimal(120), batas_bawah=Decimal(0))
    for t, r in ((None, nilai), (nilai, None), (None, None)):
        hasil = capaian(t, r, arah, kebijakan, keterangan_realisasi=keterangan)
        assert hasil.nilai is None
        assert hasil.tepat is None
        assert hasil.tampil == "–"
        assert hasil.keterangan.startswith("belum dapat dinilai")


@uji
@given(target=bebas, realisasi=bebas, pasangan=semua_rumus)
def test_selalu_ada_jawaban_yang_lengkap(
    target: Decimal, realisasi: Decimal, pasangan: tuple[Arah, Rumus]
) -> None:
    arah, rumus = pasangan
    hasil = capaian(target, realisasi, arah, Kebijakan(rumus=rumus))
    assert hasil.langkah
    assert hasil.dasar
    assert hasil.aturan
    if hasil.nilai is None:
        assert hasil.keterangan
    else:
        assert hasil.tampil == tampil(hasil.nilai)
        assert hasil.langkah[-1].endswith(f": {hasil.tampil}")


@uji
@given(target=positif, realisasi=positif, pasangan=rasio, bawah=_angka(-50, 50), lebar=nonnegatif)
def test_batas_menjepit(
    target: Decimal, realisasi: Decimal, pasangan: tuple[Arah, Rumus], bawah: Decimal, lebar: Decimal
) -> None:
    arah, rumus = pasangan
    batas = Kebijakan(rumus=rumus, batas_bawah=bawah, batas_atas=bawah + lebar)
    hasil = capaian(target, realisasi, arah, batas).tepat
    assert hasil is not None
    assert pecahan(bawah) <= hasil <= pecahan(bawah + lebar)


@uji
@given(target=positif, realisasi=positif, pasangan=rasio, presisi=st.integers(1, 12))
def test_konteks_pemanggil_tidak_berpengaruh(
    target: Decimal, realisasi: Decimal, pasangan: tuple[Arah, Rumus], presisi: int
) -> None:
    arah, rumus = pasangan
    biasa = capaian(target, realisasi, arah, Kebijakan(rumus=rumus))
    with decimal.localcontext(decimal.Context(prec=presisi, rounding=decimal.ROUND_UP, traps=[])):
        sempit = capaian(target, realisasi, arah, Kebijakan(rumus=rumus))
        rata = rata_rata([sempit, sempit, sempit], nama="x")
        geometri = rata_geometrik([sempit, sempit], nama="x") if (sempit.tepat or 0) > 0 else None
    assert sempit == biasa
    assert rata == rata_rata([biasa, biasa, biasa], nama="x")
    if geometri is not None:
        assert geometri == rata_geometrik([biasa, biasa], nama="x")


# -- means and sums -----------------------------------------------------------------------------------


@uji
@given(
    pasangan=st.lists(st.tuples(positif, positif), min_size=1, max_size=12),
    acak=st.randoms(use_true_random=False),
)
def test_urutan_tidak_berpengaruh(pasangan: list[tuple[Decimal, Decimal]], acak: object) -> None:
    butir = [capaian(t, r, Arah.NAIK) for t, r in pasangan]
    kocok = list(butir)
    acak.shuffle(kocok)  # type: ignore[attr-defined]
    assert rata_rata(butir, nama="x").nilai == rata_rata(kocok, nama="x").nilai
    assert jumlah(butir, nama="x").nilai == jumlah(kocok, nama="x").nilai
    assert rata_geometrik(butir, nama="x").nilai == rata_geometrik(kocok, nama="x").nilai


@uji
@given(pasangan=st.lists(st.tuples(positif, positif), min_size=1, max_size=8))
def test_rata_rata_di_antara_terkecil_dan_terbesar(pasangan: list[tuple[Decimal, Decimal]]) -> None:
    butir = [capaian(t, r, Arah.NAIK) for t, r in pasangan]
    tepat = [b.pecahan() or Fraction(0) for b in butir]
    rata = rata_rata(butir, nama="x").tepat
    assert rata is not None
    assert min(tepat) <= rata <= max(tepat)
    geometri = rata_geometrik(butir, nama="x").nilai
    assert geometri is not None
    assert pecahan(geometri) <= rata * (1 + Fraction(1, 10**40))


@uji
@given(nilai=st.lists(bebas, min_size=1, max_size=8), bobot=positif)
def test_bobot_sama_adalah_rata_rata_biasa(nilai: list[Decimal], bobot: Decimal) -> None:
    berbobot = rata_rata(nilai, nama="x", bobot=[bobot] * len(nilai))
    assert berbobot.nilai == rata_rata(nilai, nama="x").nilai


@uji
@given(nilai=st.lists(st.one_of(st.none(), bebas), max_size=8))
def test_yang_kosong_tidak_mengubah_apa_pun(nilai: list[Decimal | None]) -> None:
    terisi = [n for n in nilai if n is not None]
    assert rata_rata(nilai, nama="x").nilai == rata_rata(terisi, nama="x").nilai
    for cara in ("jumlah", "akhir", "rata_rata", "maks", "min"):
        assert konsolidasi(nilai, cara).nilai == konsolidasi(terisi, cara).nilai


@uji
@given(nilai=st.lists(bebas, min_size=1, max_size=8), penyebut=positif)
def test_penyebut_sama_adalah_rata_rata_persen(nilai: list[Decimal], penyebut: Decimal) -> None:
    gabung = konsolidasi(nilai, "pembilang_penyebut", penyebut=[penyebut] * len(nilai)).tepat
    persen = rata_rata(nilai, nama="x").tepat
    assert persen is not None
    assert gabung == persen / pecahan(penyebut) * 100


@uji
@given(
    butir=st.lists(
        st.tuples(st.integers(1, 10**12), _angka(0, 200), st.integers(0, 10**12)), min_size=1, max_size=5
    )
)
def test_pembulatan_efisiensi_hanya_menggeser_sedikit(butir: list[tuple[int, Decimal, int]]) -> None:
    """CRO moves by at most 0,005 points and each product by half a rupiah: E moves by no more than that."""
    isi = [ButirEfisiensi(Decimal(a), c, Decimal(r)) for a, c, r in butir]
    e = efisiensi_ro(isi)
    assert e.nilai is not None
    assert e.tanpa_pembulatan is not None
    aaro = sum(a for a, _, _ in butir)
    assert abs(e.nilai - e.tanpa_pembulatan) <= Decimal("0.00501") + Decimal(50 * len(butir)) / aaro


def _galat(baca: Callable[[str], object], teks: str) -> AngkaSalah | None:
    """The refusal of a text, or None when it is read; any other error fails the test."""
    try:
        baca(teks)
    except AngkaSalah as galat:
        return galat
    return None


_SATU_KELOMPOK = re.compile(r"−?[1-9][0-9]{0,2}[.,][0-9]{3}")


# -- rounding and writing -----------------------------------------------------------------------------


@uji
@given(nilai=_angka(-(10**6), 10**6, 7), desimal=st.integers(0, 5))
def test_pembulatan(nilai: Decimal, desimal: int) -> None:
    bulat = bulatkan(nilai, desimal)
    assert bulatkan(bulat, desimal) == bulat
    assert abs(bulat - nilai) <= Decimal(5).scaleb(-desimal - 1)
    assert bulatkan(-nilai, desimal) == -bulat
    assert bulat.as_tuple().exponent == -desimal


@uji
@given(nilai=_angka(-(10**9), 10**9, 6), desimal=st.integers(0, 6))
def test_yang_ditampilkan_dapat_dibaca_kembali(nilai: Decimal, desimal: int) -> None:
    teks = tampil(nilai, desimal)
    assert baca_angka(teks, bentuk="id") == bulatkan(nilai, desimal)
    ambigu = _galat(baca_angka, teks)
    assert isinstance(ambigu, AngkaAmbigu) == (_SATU_KELOMPOK.fullmatch(teks) is not None)
    if ambigu is None:
        assert baca_angka(teks) == bulatkan(nilai, desimal)


@uji
@given(nilai=_angka(-(10**9), 10**9, 6), desimal=st.integers(0, 6))
def test_bentuk_inggris_dibaca_kembali(nilai: Decimal, desimal: int) -> None:
    bulat = bulatkan(nilai, desimal)
    teks = f"{bulat:,}"
    assert baca_angka(teks, bentuk="en") == bulat


@uji
@given(nilai=_angka(-(10**9), 10**9, 6), desimal=st.integers(0, 6))
def test_bukti_sepakat_dengan_pembacaan(nilai: Decimal, desimal: int) -> None:
    """A text that proves the Indonesian form is never ambiguous and never proves the English one."""
    teks = tampil(nilai, desimal)
    bukti = bukti_bentuk([teks])
    assert bukti.en == 0
    if bukti.id:
        assert baca_angka(teks, bentuk="en") == bulatkan(nilai, desimal)


@uji
@given(target=positif, realisasi=positif)
def test_json_tidak_kehilangan_yang_ditampilkan(target: Decimal, realisasi: Decimal) -> None:
    hasil = capaian(target, realisasi, Arah.NAIK)
    teks = hasil.ke_json()["nilai"]
    assert "E" not in teks.upper()
    assert len(Decimal(teks).as_tuple().digits) <= 28
    assert tampil(Decimal(teks)) == hasil.tampil


@uji
@given(teks=st.one_of(st.text(max_size=12), st.text(alphabet="0123456789.,-–−+%()eE PpLlsd/", max_size=12)))
def test_teks_apa_pun_dibaca_atau_ditolak_dengan_jelas(teks: str) -> None:
    for baca in (baca_angka, baca_nilai):
        galat = _galat(baca, teks)
        assert galat is None or len(str(galat)) > 10


# -- words --------------------------------------------------------------------------------------------

_KATA = {
    k: i
    for i, k in enumerate(
        ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
    )
}
_BESAR = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12, "kuadriliun": 10**15}
_SE = {
    "sepuluh": ["satu", "puluh"],
    "sebelas": ["satu", "belas"],
    "seratus": ["satu", "ratus"],
    "seribu": ["satu", "ribu"],
}


def dari_terbilang(teks: str) -> int:
    """Read number words back; written apart from the code it checks."""
    kata = [k for t in teks.split() for k in _SE.get(t, [t])]
    total = kelompok = satuan = 0
    for k in kata:
        if k in _KATA:
            satuan = _KATA[k]
            continue
        if k == "belas":
            kelompok, satuan = kelompok + 10 + satuan, 0
        elif k in ("puluh", "ratus"):
            kelompok, satuan = kelompok + satuan * (10 if k == "puluh" else 100), 0
        else:
            total, kelompok, satuan = total + (kelompok + satuan) * _BESAR[k], 0, 0
    return total + kelompok + satuan


@uji
@given(st.one_of(st.integers(0, 3000), st.integers(0, 10**18 - 1)))
def test_terbilang_dapat_dibaca_kembali(nilai: int) -> None:
    teks = terbilang(nilai)
    assert dari_terbilang(teks) == nilai
    for salah in ("satu ratus", "satu puluh", "satu belas", "  "):
        assert salah not in teks
    assert not teks.startswith("satu ribu")
    assert terbilang(str(nilai)) == teks
    assert terbilang(nilai, rupiah=True) == f"{teks} rupiah"


@uji
@given(st.integers(1, 10**9), st.integers(0, 9999))
def test_desimal_dieja_satu_per_satu(bulat: int, sisa: int) -> None:
    depan, _, belakang = terbilang(f"{bulat},{sisa:04d}").partition(" koma ")
    assert dari_terbilang(depan) == bulat
    assert [_KATA[k] for k in belakang.split()] == [int(d) for d in f"{sisa:04d}"]


# -- instruments --------------------------------------------------------------------------------------


@uji
@given(a=_angka(0, 100), b=_angka(0, 100))
def test_kelas_naik_bersama_nilai(a: Decimal, b: Decimal) -> None:
    kecil, besar = sorted((a, b))
    for skala in (PREDIKAT, PERINGKAT):
        x, y = golongkan(kecil, skala).kode, golongkan(besar, skala).kode
        assert x is not None
        assert y is not None
        assert skala.urut(x) <= skala.urut(y)


@uji
@given(e=_angka(-100, 100))
def test_nilai_efisiensi_selalu_di_antara_nol_dan_seratus(e: Decimal) -> None:
    hasil = nilai_efisiensi(e, AturanEfisiensi(Decimal(50), Decimal(20))).nilai
    assert hasil is not None
    assert 0 <= hasil <= 100
    if abs(e) < 20:
        assert hasil == 50 + e * Decimal("2.5")


@uji
@given(unsur=st.lists(_angka(1, 4), min_size=9, max_size=9))
def test_skm_di_antara_25_dan_100_dan_tanpa_urutan(unsur: list[Decimal]) -> None:
    maju = indeks({f"U{i}": n for i, n in enumerate(unsur)}, PERINGKAT)
    mundur = indeks({f"U{i}": n for i, n in enumerate(reversed(unsur))}, PERINGKAT)
    assert maju.nilai.nilai == mundur.nilai.nilai
    assert maju.nilai.tepat == sum((pecahan(n) for n in unsur), Fraction(0)) / 9 * 25
    assert maju.nilai.nilai is not None
    assert 25 <= maju.nilai.nilai <= 100
