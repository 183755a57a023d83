"""The report from a snapshot: what must stand in it stands in it, for large, small and odd agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

import pytest

from opensakip.dokumen.model import (
    BelumDiisi,
    Dokumen,
    Gambar,
    JenisBagian,
    Judul,
    JudulButir,
    Potong,
    Sampul,
    Tabel,
    TandaTangan,
    polos,
)
from opensakip.dokumen.pdf import susun_pdf
from opensakip.hitung.angka import tampil_rupiah
from opensakip.pelaporan.kode import kode_pendek
from opensakip.pelaporan.laporan import susun_lkjip
from tests.dokumen.bacaan_pdf import halaman, padat, teks, tepi_kanan
from tests.dokumen.test_pdf import WAKTU
from tests.pelaporan.bahan_laporan import Pembuat, anggaran_kecil, cuplikan, indikator, pk_kecil

D = Decimal


def telusuri(benda: Any) -> Iterator[Any]:
    """Every model object inside a document."""
    yield benda
    if isinstance(benda, tuple):
        for b in benda:
            yield from telusuri(b)
    elif is_dataclass(benda):
        for f in fields(benda):
            yield from telusuri(getattr(benda, f.name))


def semua(dok: Dokumen, jenis: type) -> list[Any]:
    """Every object of a kind."""
    return [b for b in telusuri(dok) if isinstance(b, jenis)]


def cetak(isi: dict[str, Any]) -> tuple[Dokumen, bytes]:
    """The document and its PDF."""
    dok = susun_lkjip(isi)
    return dok, susun_pdf(dok, waktu=WAKTU).isi


def lengkap() -> dict[str, Any]:
    """A snapshot with something of everything."""
    p = Pembuat()
    daftar = [
        indikator(
            p, "I1", nama="Indeks Layanan", akhir=D(90), seri=[(2023, D(70), False), (2024, D(75), False)]
        ),
        indikator(
            p,
            "I2",
            nama="Nilai Kepatuhan",
            realisasi=D(60),
            sasaran="S2",
            seri=[(2024, D(90), False), (2025, None, True)],
        ),
        indikator(
            p,
            "I3",
            nama="Indeks Integritas",
            status="dibawa",
            tahun_nilai=2024,
            alasan="Belum dinilai",
            sasaran="S3",
        ),
        indikator(p, "I4", nama="Opini", realisasi=None, capaian=None, status="belum_ada", sasaran="S4"),
        indikator(
            p,
            "I5",
            nama="Kerja Sama",
            satuan="Dokumen",
            sasaran="S5",
            status="sementara",
            pembanding=[("A", D(70)), ("B", D(71))],
        ),
    ]
    p.isi("efi.n", D("12.5"), "%")
    p.isi("efi.a", D(1_000_000), "Rp")
    p.isi("efi.r", D(600_000), "Rp")
    p.isi("efi.s", D(60), "%")
    baris = [
        {
            "sasaran_kode": k,
            "uraian": f"Program {k}",
            "cro": f"sas.{k}.capaian",
            "aaro": "efi.a",
            "raro": "efi.r",
            "nilai": "efi.n",
            "serapan": "efi.s",
        }
        for k in ("S1", "S2")
    ]
    ins = {
        "akip": {
            "judul": "Nilai AKIP",
            "tahun": 2025,
            "hasil": p.isi("ins.a", D("70.25")),
            "kelas": "BB (Sangat Baik)",
            "tercetak": {"nilai": "70,30", "uraian": "tercetak"},
            "baris": [
                {"kode": "1", "uraian": "Perencanaan", "bobot": "30", "nilai": p.isi("ins.1", D("20.25"))}
            ],
        }
    }
    return cuplikan(
        p,
        daftar,
        anggaran=anggaran_kecil(p),
        pk=[pk_kecil(p)],
        efisiensi={"metode": "e_ro", "baris": baris, "gabungan": None},
        naskah={
            "sasaran.S2.sebab": "Karena alasan pertama.\nDan alasan kedua.",
            "gambaran_umum": "Dinas ini ada.",
        },
        instrumen=ins,
        catatan=[
            {
                "subjek": "ind.I1.capaian",
                "tercetak": "9,99%",
                "seharusnya": "8,88%",
                "kalimat": "Salah hitung.",
            }
        ],
        organisasi=[
            {
                "kode": "U0",
                "nama": "Dinas Contoh",
                "jenis": "dinas",
                "induk": None,
                "pimpinan": "Kepala Dinas",
            },
            {"kode": "U1", "nama": "Bagian Umum", "jenis": "bagian", "induk": "U0", "pimpinan": ""},
        ],
        arah={"visi": "Maju", "misi": [{"kode": "1", "teks": "Misi satu"}], "tujuan": []},
        bagian={
            "isu_strategis": [{"urut": 1, "teks": "Isu pertama"}],
            "pegawai": [{"kelompok": "Jumlah", "teks": "Semua", "jumlah": 7}],
        },
        aturan=[{"id": "x/y", "aturan": "x/y@2025", "judul": "Aturan contoh", "dasar": ["Pasal 1"]}],
        contoh=True,
    )


def test_semua_bagian_ada_dan_berurutan() -> None:
    dok, isi_pdf = cetak(lengkap())
    judul = [(j.tingkat, j.teks) for j in semua(dok, Judul) if j.tingkat < 3]
    assert judul == [
        (1, "Kata Pengantar"),
        (1, "Ikhtisar Eksekutif"),
        (1, "Kinerja 2025 dalam Satu Halaman"),
        (1, "Daftar Isi"),
        (1, "Daftar Tabel dan Gambar"),
        (2, "Daftar Tabel"),
        (2, "Daftar Gambar"),
        (1, "Pendahuluan"),
        (2, "Latar Belakang"),
        (2, "Dasar Hukum"),
        (2, "Gambaran Umum dan Susunan Organisasi"),
        (2, "Tugas dan Fungsi"),
        (2, "Sumber Daya Manusia"),
        (2, "Isu Strategis"),
        (2, "Tindak Lanjut Evaluasi Sebelumnya"),
        (2, "Sistematika Laporan"),
        (1, "Perencanaan Kinerja"),
        (2, "Rencana Strategis"),
        (2, "Rencana Kerja dan Anggaran"),
        (2, "Perjanjian Kinerja"),
        (1, "Akuntabilitas Kinerja"),
        (2, "Capaian Kinerja"),
        (2, "Perbandingan Kinerja"),
        (2, "Analisis Capaian Sasaran"),
        (2, "Efisiensi Penggunaan Anggaran"),
        (2, "Realisasi Anggaran"),
        (2, "Instrumen Penilaian"),
        (1, "Penutup"),
        (2, "Simpulan"),
        (2, "Usul Penyesuaian Target"),
        (2, "Langkah Perbaikan"),
        (1, "Perjanjian Kinerja Tahun 2025"),
        (1, "Pernyataan Telah Direviu"),
        (1, "Catatan atas Angka Sumber"),
        (1, "Aturan dan Sumber Data"),
    ]
    t = teks(isi_pdf)
    for kata in (
        "Isu pertama",
        "Misi satu",
        "Plt. Kepala Dinas",
        "2–3",
        "WTP",
        "Salah hitung.",
        "Pasal 1",
        "Dan alasan kedua.",
        "pukul 10.00 WITA",
        "enam ratus lima puluh juta rupiah",
        "BB (Sangat Baik)",
        "tidak dirinci sumber",
    ):
        assert kata in t, kata


def test_angka_pada_laporan_adalah_angka_cuplikan() -> None:
    isi = lengkap()
    dok, isi_pdf = cetak(isi)
    bercetak = [p for p in semua(dok, Potong) if p.angka]
    assert len(bercetak) > 60
    t = padat(" ".join(halaman(isi_pdf)))
    for p in bercetak:
        a = isi["angka"][p.angka]
        bentuk = {a["tampil"], a["tampil"].lstrip("−")}
        if a["satuan"] == "Rp":
            bentuk.add(tampil_rupiah(D(a["nilai"]), awalan=True))
        ringkas = re.sub(r"[%*]$", "", p.teks)
        assert ringkas in bentuk or p.teks.startswith("Rp"), (p, a["tampil"])
        assert padat(p.teks) in t, p
    disebut = {p.angka for p in bercetak}
    wajib = {i[k] for i in isi["indikator"] for k in ("target", "realisasi", "capaian")}
    wajib |= {
        isi["ringkas"]["rata_indikator"],
        "anggaran.jumlah.v1",
        "anggaran.jumlah.v2",
        "anggaran.realisasi",
        "anggaran.sisa",
    }
    wajib |= {
        "program.1.v1",
        "program.2.v2",
        "efi.n",
        "efi.a",
        "efi.r",
        "efi.s",
        "ins.1",
        "ins.a",
        "pk.1.a1",
        "pk.1.jumlah",
    }
    wajib |= {"ind.I1.target_akhir", "ind.I1.menuju_akhir", "ind.I1.r2023", "ind.I5.pembanding1"} - {
        "ind.I5.pembanding1"
    }
    assert wajib <= disebut


def test_bita_sama_untuk_cuplikan_sama() -> None:
    assert cetak(lengkap())[1] == cetak(lengkap())[1]


def test_contoh_dinyatakan_di_sampul_dan_setiap_kaki() -> None:
    dok, isi_pdf = cetak(lengkap())
    pernyataan = "CONTOH, disusun ulang dari laporan publik, bukan dokumen resmi"
    assert semua(dok, Sampul)[0].pernyataan == pernyataan
    assert all(pernyataan in teks_hal for teks_hal in (" ".join(h.split()) for h in halaman(isi_pdf)))
    p = Pembuat()
    resmi = cetak(cuplikan(p, [indikator(p, "I1")]))[1]
    assert "bukan dokumen resmi" not in teks(resmi)


def test_sidik_dan_waktu_pembekuan() -> None:
    dok = susun_lkjip(lengkap(), sidik="abcd1234" * 8)
    t = teks(susun_pdf(dok, waktu=WAKTU).isi)
    assert "Sidik data abcd 1234 abcd 1234" in t
    assert f"kode {kode_pendek('abcd1234' * 8)}" in t
    assert "abcd1234" * 8 in t.replace(" ", "")
    assert "Kota Contoh, Februari 2026" in t


def test_setiap_tanda_dijelaskan_pada_tabelnya() -> None:
    dok = susun_lkjip(lengkap())
    periksa = 0
    for t in semua(dok, Tabel):
        tanda = {
            p.tanda
            for b in t.baris
            for s in b.sel
            for p in telusuri(s.isi)
            if isinstance(p, Potong) and p.tanda
        }
        catatan = " ".join(polos(c) for c in t.catatan)
        for x in tanda:
            periksa += 1
            assert f"{x})" in catatan, t.judul
    assert periksa >= 3, "tanda *, ‡ dan † muncul"


def test_rata_rata_berkembar_bila_ada_nilai_dibawa() -> None:
    dok = susun_lkjip(lengkap())
    tabel = next(t for t in semua(dok, Tabel) if t.label == "tabel-capaian")
    kepala = [polos(b.sel[0].isi) for b in tabel.baris[-2:]]
    assert kepala == ["Rata-rata 4 indikator", "Rata-rata 3 indikator tanpa nilai tahun sebelumnya"]


def test_sebab_hanya_dari_petugas() -> None:
    isi = lengkap()
    dok = susun_lkjip(isi)
    kosong = [b.petunjuk for b in semua(dok, BelumDiisi)]
    assert kosong.count("penyebab keberhasilan dan tindak lanjut") == 4, "S1, S3, S4, S5"
    assert "penyebab kegagalan dan tindakan perbaikan" not in kosong, "S2 sudah diisi"
    isi["sasaran"][0]["naskah"] = {"sebab": "Ditulis petugas."}
    assert len(semua(susun_lkjip(isi), BelumDiisi)) == len(kosong) - 1


def test_nilai_metode_baru_tidak_disandingkan() -> None:
    teks_sasaran: dict[str, str] = {}
    kini = ""
    for b in telusuri(next(x for x in susun_lkjip(lengkap()).bagian if x.jenis is JenisBagian.ISI).blok):
        if isinstance(b, Judul):
            kini = b.teks[:10] if b.tingkat == 3 else ""
        teks_sasaran[kini] = teks_sasaran.get(kini, "") + (b.teks if isinstance(b, Potong) else "")
    assert "etode penilaian berubah" in teks_sasaran["Sasaran S2"]
    assert "turun" not in teks_sasaran["Sasaran S2"]
    assert (
        "naik setiap tahun" in teks_sasaran["Sasaran S1"] or "terus meningkat" in teks_sasaran["Sasaran S1"]
    )


def test_naskah_pk_berbentuk_formulir_tanpa_nama_orang() -> None:
    dok = susun_lkjip(lengkap())
    ttd = semua(dok, TandaTangan)
    assert ttd[0].kanan.peran == "Penanggung jawab laporan", "kata pengantar"
    assert ttd[0].kanan.jabatan == "Plt. Kepala Dinas"
    assert len(ttd) == 4, "kata pengantar, naskah PK, lampirannya, dan pernyataan reviu"
    assert ttd[1].kanan.jabatan == "Plt. Kepala Dinas"
    assert ttd[1].kiri is not None
    assert ttd[1].kiri.jabatan == "Bupati"
    assert ttd[1].tempat_waktu == "Kota Contoh, Januari 2025"


def test_pk_yang_tidak_dilampirkan_hanya_disebut() -> None:
    isi = lengkap()
    isi["pk"].append(
        {**isi["pk"][0], "nomor": 2, "tahap": "perubahan", "dilampirkan": False, "dasar_ukur": False}
    )
    lampiran = [j.teks for j in semua(susun_lkjip(isi), Judul) if j.label.startswith("lampiran-pk")]
    assert lampiran == ["Perjanjian Kinerja Tahun 2025"]


def test_instrumen_mencatat_nilai_tercetak_yang_berbeda() -> None:
    dok = susun_lkjip(lengkap())
    tabel = next(t for t in semua(dok, Tabel) if t.label == "tabel-akip")
    assert "70,30" in polos(tabel.catatan[0])


# ---------------------------------------------------------------- small, large and odd


def test_satu_indikator_tanpa_anggaran_dan_tanpa_riwayat() -> None:
    p = Pembuat()
    dok, isi_pdf = cetak(cuplikan(p, [indikator(p, "I1")]))
    judul = {j.teks for j in semua(dok, Judul)}
    assert "Realisasi Anggaran" not in judul
    assert "Efisiensi Penggunaan Anggaran" not in judul
    assert "Anggaran" not in judul
    bab = [j.teks for j in semua(dok, Judul) if j.tingkat == 1 and j.bernomor]
    assert bab[:4] == ["Pendahuluan", "Perencanaan Kinerja", "Akuntabilitas Kinerja", "Penutup"]
    assert "Daftar Tabel" not in judul, "daftar tabel tidak perlu untuk satu tabel"
    assert not semua(dok, Gambar) or all(g.hiasan for g in semua(dok, Gambar))
    assert "105,00%" in teks(isi_pdf)


def test_tanpa_indikator_laporan_tetap_tersusun() -> None:
    p = Pembuat()
    _, isi_pdf = cetak(cuplikan(p, [], anggaran=anggaran_kecil(p)))
    t = teks(isi_pdf)
    assert "Belum ada indikator yang diukur" in t
    assert "1.000.000.000" in t


def test_empat_ratus_indikator() -> None:
    p = Pembuat()
    daftar = [
        indikator(p, f"I{n}", nama=f"Indeks Nomor {n}", realisasi=D(40 + n % 90), sasaran=f"S{n // 8}")
        for n in range(400)
    ]
    dok, isi_pdf = cetak(cuplikan(p, daftar))
    t = padat(" ".join(halaman(isi_pdf)))
    assert all(f"IndeksNomor{n}(nilai)" in t for n in range(400))
    grafik = [g for g in semua(dok, Gambar) if g.hiasan]
    assert "sembilan terendah dan sembilan tertinggi" in grafik[0].judul


@pytest.mark.parametrize("panjang", [300, 1500])
def test_nama_sangat_panjang(panjang: int) -> None:
    nama = ("Meningkatnya Penyelenggaraan Pemerintahan " * 40)[:panjang]
    p = Pembuat()
    daftar = [
        indikator(p, f"I{n}", nama=nama, sasaran=f"S{n}", seri=[(2024, D(70), False)]) for n in range(3)
    ]
    isi = cuplikan(p, daftar, nama=nama, teks_sasaran=nama, anggaran=anggaran_kecil(p), pk=[pk_kecil(p)])
    dok, isi_pdf = cetak(isi)
    assert len(dok.kaki) < 110
    for nomor, kanan, lebar in tepi_kanan(isi_pdf):
        assert kanan < lebar - 20, nomor


@pytest.mark.parametrize(
    "jahat", ['#panic("x") $ * _ @a <b>', "بِسْمِ اللَّهِ", "😀" * 5, "\x00\x1b[31m", "]]>&amp;"]
)
def test_teks_jahat_di_setiap_tempat(jahat: str) -> None:
    p = Pembuat()
    daftar = [
        indikator(
            p,
            "I1",
            nama=jahat,
            satuan=jahat,
            seri=[(2024, D(70), False)],
            pembanding=[(jahat, D(1)), (jahat, D(2))],
            alasan=jahat,
        ),
        indikator(p, "I2", nama=jahat, status="dibawa", tahun_nilai=2024, alasan=jahat, peringkat=jahat),
    ]
    isi = cuplikan(p, daftar, nama=jahat, naskah={"sasaran.S1.sebab": jahat, "gambaran_umum": jahat})
    dok = susun_lkjip(isi)
    hasil = susun_pdf(dok, waktu=WAKTU)
    assert hasil.halaman > 4
    assert bool(hasil.peringatan) == ("😀" in jahat)


def test_unit_sangat_banyak_dibatasi_menurut_tingkat() -> None:
    p = Pembuat()
    unit = [{"kode": "A", "nama": "Puncak", "induk": None, "pimpinan": "Kepala"}]
    unit += [{"kode": f"B{n}", "nama": f"Bagian {n}", "induk": "A", "pimpinan": ""} for n in range(10)]
    unit += [
        {"kode": f"C{n}", "nama": f"Subbagian {n}", "induk": f"B{n % 10}", "pimpinan": ""} for n in range(60)
    ]
    dok = susun_lkjip(cuplikan(p, [indikator(p, "I1")], organisasi=unit))
    tabel = next(t for t in semua(dok, Tabel) if t.label == "tabel-organisasi")
    assert len(tabel.baris) == 11
    assert "60 unit" in polos(tabel.catatan[0])


def test_butir_analisis_berurutan_dalam_setiap_sasaran() -> None:
    dok = susun_lkjip(lengkap())
    urut: list[list[int]] = []
    for b in telusuri(next(x for x in dok.bagian if x.jenis is JenisBagian.ISI).blok):
        if isinstance(b, Judul) and b.tingkat == 3 and b.teks.startswith("Sasaran"):
            urut.append([])
        elif isinstance(b, JudulButir):
            urut[-1].append(b.angka)
    assert urut == [[1, 2, 3, 4, 5, 6, 7]] * 5
