"""Cells one by one: what each kind accepts, and the mend it names."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from opensakip.impor.ketik import SelSalah, ketik_sel
from opensakip.impor.kolom import Jenis, Kolom

D = Decimal


def kolom(jenis: Jenis, **lain: object) -> Kolom:
    """A column of a kind."""
    return Kolom("k", jenis, **lain)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("jenis", "teks", "nilai"),
    [
        (Jenis.RUPIAH, "1500000", D(1500000)),
        (Jenis.RUPIAH, "1.500.000", D(1500000)),
        (Jenis.RUPIAH, "Rp 1.500.000,50", D("1500000.50")),
        (Jenis.RUPIAH, "Rp1.500,-", D(1500)),
        (Jenis.RUPIAH, "1,500,000.25", D("1500000.25")),
        (Jenis.RUPIAH, "12.348", D(12348)),
        (Jenis.RUPIAH, "-2.000", D(-2000)),
        (Jenis.RUPIAH, "(2.000)", D(-2000)),
        (Jenis.RUPIAH, "", None),
        (Jenis.DESIMAL, "92,02", D("92.02")),
        (Jenis.TAHUN, "2025", 2025),
        (Jenis.BULAT, "7", 7),
        (Jenis.TANGGAL, "2025-10-28", date(2025, 10, 28)),
        (Jenis.WAKTU, "2026-02-27T09:00:00+07:00", datetime(2026, 2, 27, 2, tzinfo=UTC)),
        (Jenis.YA_TIDAK, "Ya", True),
        (Jenis.PERIODE, "tw1", "TW1"),
        (Jenis.PERIODE, "", ""),
        (Jenis.SUMBER, "lkj:12; lkj:12;surat", (("lkj", 12), ("surat", None))),
        (Jenis.DAFTAR, "P1; P2;;P1", ("P1", "P2")),
        (Jenis.NILAI, "–", None),
        (Jenis.KODE, "IKK-1.1_a", "IKK-1.1_a"),
        (Jenis.ATURAN, "permendagri-86-2017/skala-peringkat", "permendagri-86-2017/skala-peringkat"),
    ],
)
def test_sel_terbaca(jenis: Jenis, teks: str, nilai: object) -> None:
    assert ketik_sel(teks, kolom(jenis)) == nilai


@pytest.mark.parametrize(
    ("jenis", "teks", "pesan", "perbaikan"),
    [
        (Jenis.TAHUN, "25", '"25" bukan tahun 1990–2100.', "tulis tahun empat angka."),
        (Jenis.TAHUN, "20255", '"20255" bukan tahun 1990–2100.', "tulis tahun empat angka."),
        (
            Jenis.BULAT,
            "1.000",
            '"1.000" bukan bilangan bulat.',
            "tulis dengan angka saja, tanpa titik dan koma.",
        ),
        (Jenis.BULAT, "-1", '"-1" bukan bilangan bulat.', "tulis dengan angka saja, tanpa titik dan koma."),
        (Jenis.BULAT, "٣", '"٣" bukan bilangan bulat.', "tulis dengan angka saja, tanpa titik dan koma."),
        (Jenis.TANGGAL, "28/10/2025", '"28/10/2025" bukan tanggal bentuk TTTT-BB-HH.', "tulis 2025-10-28."),
        (
            Jenis.TANGGAL,
            "05/04/2025",
            '"05/04/2025" bukan tanggal bentuk TTTT-BB-HH.',
            "tulis 2025-04-05 bila 5 adalah hari, 2025-05-04 bila bulan.",
        ),
        (
            Jenis.TANGGAL,
            "28 Oktober 2025",
            '"28 Oktober 2025" bukan tanggal bentuk TTTT-BB-HH.',
            "tulis 2025-10-28.",
        ),
        (
            Jenis.TANGGAL,
            "2025-02-30",
            'tanggal "2025-02-30" tidak ada di kalender.',
            "periksa bulan dan harinya.",
        ),
        (
            Jenis.TANGGAL,
            "45958",
            '"45958" bukan tanggal bentuk TTTT-BB-HH.',
            "tulis tahun-bulan-hari dengan angka, misalnya TTTT-BB-HH.",
        ),
        (
            Jenis.WAKTU,
            "2026-02-27T09:00:00",
            'waktu "2026-02-27T09:00:00" tidak menyebut zona.',
            "tambahkan +07:00 (WIB), +08:00 (WITA) atau +09:00 (WIT).",
        ),
        (Jenis.WAKTU, "2026-02-27", '"2026-02-27" bukan waktu ISO.', "tulis TTTT-BB-HHTJJ:MM:DD+07:00."),
        (Jenis.YA_TIDAK, "true", '"true" bukan ya atau tidak.', "tulis ya atau tidak."),
        (
            Jenis.PERIODE,
            "TW5",
            'periode "TW5" tidak dikenal.',
            "kosongkan untuk setahun, atau tulis TW1–TW4, S1–S2, B01–B12.",
        ),
        (
            Jenis.KODE,
            "IKK 1.1",
            'kode "IKK 1.1" memuat spasi atau tanda yang tidak boleh ada pada alamat halaman.',
            'pakai huruf, angka, titik, garis bawah atau strip, misalnya "IKK-1.1".',
        ),
        (
            Jenis.SLUG,
            "Dinas Uji",
            'slug "Dinas Uji" tidak sah.',
            "pakai huruf kecil dan angka dengan strip, paling panjang 40.",
        ),
        (
            Jenis.SUMBER,
            "lkj:12a",
            'sumber "lkj:12a" tidak terbaca.',
            "tulis kode-sumber:nomor-baris, dipisah titik koma.",
        ),
        (
            Jenis.ATURAN,
            "skala",
            '"skala" bukan nama aturan.',
            "tulis folder/nama seperti pada daftar peraturan.",
        ),
        (
            Jenis.RUPIAH,
            "12345678901234567",
            '"12345678901234567" lebih dari 16 angka.',
            "periksa jumlah angkanya.",
        ),
        (
            Jenis.TEKS,
            "a\x07b",
            "sel berisi karakter kendali yang tidak tercetak.",
            "hapus dan ketik ulang isi selnya.",
        ),
        (Jenis.TEKS, "x" * 300, "teks sepanjang 300 huruf; paling banyak 255.", "ringkas teksnya."),
        (
            Jenis.DESIMAL,
            "12.348",
            '"12.348" dapat dibaca dua cara: 12348 (ribuan) atau 12,348 (pecahan); angka lain pada kolom '
            "dan berkas "
            "ini tidak menunjukkan yang mana.",
            "tulis 12348, atau 12,3480.",
        ),
    ],
)
def test_sel_ditolak(jenis: Jenis, teks: str, pesan: str, perbaikan: str) -> None:
    with pytest.raises(SelSalah) as salah:
        ketik_sel(teks, kolom(jenis))
    assert (salah.value.pesan, salah.value.perbaikan) == (pesan, perbaikan)


@pytest.mark.parametrize("teks", ["dua ratus juta", "1.50.000", "Rp", "12,345.6.7", "1e6", "NaN"])
def test_rupiah_yang_bukan_angka(teks: str) -> None:
    with pytest.raises(SelSalah) as salah:
        ketik_sel(teks, kolom(Jenis.RUPIAH))
    assert salah.value.perbaikan


def test_pilihan_menyarankan_yang_mirip() -> None:
    pilihan = kolom(Jenis.PILIHAN, pilihan=("final", "sementara", "belum_ada"))
    assert ketik_sel("FINAL", pilihan) == "final"
    with pytest.raises(SelSalah) as salah:
        ketik_sel("sementra", pilihan)
    assert (salah.value.pesan, salah.value.perbaikan) == (
        '"sementra" bukan pilihan kolom ini.',
        'maksudnya "sementara"?',
    )
    with pytest.raises(SelSalah) as salah:
        ketik_sel("ok", pilihan)
    assert salah.value.perbaikan == "pakai salah satu: final | sementara | belum_ada."


def test_sel_wajib_kosong_menyebut_pilihannya() -> None:
    with pytest.raises(SelSalah) as salah:
        ketik_sel("", kolom(Jenis.PILIHAN, wajib=True, pilihan=("ada", "tidak_ada")))
    assert (salah.value.pesan, salah.value.perbaikan) == (
        "sel wajib ini kosong.",
        "isi dengan ada | tidak_ada.",
    )


def test_angka_yang_tidak_muat_di_basis_data() -> None:
    sempit = kolom(Jenis.DESIMAL, digit=(4, 2))
    assert ketik_sel("9999,99", sempit) == D("9999.99")
    for teks in ("10000", "1,005"):
        with pytest.raises(SelSalah) as salah:
            ketik_sel(teks, sempit, "id")
        assert salah.value.pesan == f'"{teks}" melampaui 4 angka di depan atau 2 angka di belakang koma.'


def test_bilangan_bulat_yang_terlalu_besar() -> None:
    with pytest.raises(SelSalah) as salah:
        ketik_sel("40000", kolom(Jenis.BULAT, maks=32767))
    assert salah.value.perbaikan == "paling besar 32767."
