"""Small snapshots made by hand, for the report and its sentences: invented agency, invented figures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from opensakip.hitung.angka import bulatkan, tampil, tampil_rupiah

TAHUN = 2025
SERATUS = Decimal(100)


class Pembuat:
    """Collects figures the way the snapshot builder does."""

    def __init__(self) -> None:
        self.angka: dict[str, dict[str, Any]] = {}

    def isi(self, id: str, nilai: Decimal | None, satuan: str = "", teks: str | None = None) -> str:
        """Register a figure and return its id."""
        bentuk = tampil_rupiah(nilai) if satuan == "Rp" else tampil(nilai)
        self.angka[id] = {
            "nilai": None if nilai is None else str(nilai),
            "tampil": teks if teks is not None else bentuk,
            "nama": id,
            "satuan": satuan,
            "langkah": [],
            "dasar": [],
            "aturan": "",
            "keterangan": "",
            "masukan": [],
            "asal": [],
            "diisi": None,
            "catatan": [],
        }
        return id


def indikator(
    p: Pembuat,
    kode: str,
    *,
    nama: str = "Indeks Contoh",
    satuan: str = "Nilai",
    arah: str = "naik",
    jenis: str = "angka",
    target: Decimal | None = Decimal(80),
    realisasi: Decimal | None = Decimal(84),
    capaian: Decimal | None = None,
    status: str = "final",
    tahun_nilai: int | None = None,
    alasan: str = "",
    seri: Sequence[tuple[int, Decimal | None, bool]] = (),
    akhir: Decimal | None = None,
    depan: Decimal | None = None,
    usul: bool | None = None,
    pembanding: Sequence[tuple[str, Decimal | None]] = (),
    sasaran: str = "S1",
    peringkat: str | None = None,
    teks_target: str | None = None,
    teks_realisasi: str | None = None,
    tambahan: dict[str, Decimal] | None = None,
) -> dict[str, Any]:
    """One indicator with its figures; `seri` holds the years before this one as (year, value, break)."""
    if capaian is None and target and realisasi is not None:
        capaian = realisasi / target * SERATUS
    posisi = "belum"
    if capaian is not None:
        bulat = bulatkan(capaian, 2)
        posisi = "melampaui" if bulat > SERATUS else "tercapai" if bulat == SERATUS else "bawah"
    awal = f"ind.{kode}"
    id_r = p.isi(f"{awal}.realisasi", realisasi, satuan, teks_realisasi)
    deret = [
        {"tahun": t, "angka": p.isi(f"{awal}.r{t}", n, satuan), "teks": "", "status": "final", "putus": x}
        for t, n, x in seri
        if t != TAHUN
    ]
    putus_kini = any(x for t, _, x in seri if t == TAHUN)
    if realisasi is not None:
        deret.append({"tahun": TAHUN, "angka": id_r, "teks": "", "status": status, "putus": putus_kini})
    lalu = next((n for t, n, _ in seri if t == TAHUN - 1), None)
    selisih = None
    if realisasi is not None and lalu is not None:
        bersih = None if putus_kini or status == "dibawa" else realisasi - lalu
        selisih = p.isi(f"{awal}.selisih", bersih)
    for akhiran, n in (tambahan or {}).items():
        p.isi(f"{awal}.{akhiran}", n)
    return {
        "kode": kode,
        "uid": "",
        "nama": nama,
        "satuan": satuan,
        "sasaran_kode": sasaran,
        "unit": "U1",
        "unit_nama": "Bagian Umum",
        "arah": arah,
        "rumus": "maks",
        "kartu": {"jenis_nilai": jenis, "desimal": 2},
        "target": p.isi(f"{awal}.target", target, satuan, teks_target),
        "realisasi": id_r,
        "capaian": p.isi(f"{awal}.capaian", capaian, "%"),
        "status_nilai": status,
        "tahun_nilai": tahun_nilai,
        "alasan_nilai": alasan,
        "peringkat": peringkat,
        "terhadap": posisi,
        "seri": deret,
        "selisih_tahun_lalu": selisih,
        "target_akhir": None if akhir is None else p.isi(f"{awal}.target_akhir", akhir, satuan),
        "tahun_akhir": None if akhir is None else TAHUN + 4,
        "menuju_akhir": None
        if akhir is None or realisasi is None
        else p.isi(f"{awal}.menuju_akhir", realisasi / akhir * SERATUS, "%"),
        "target_depan": None if depan is None else p.isi(f"{awal}.target_depan", depan, satuan),
        "usul_naik": usul,
        "pembanding": [
            {
                "entitas": e,
                "tahun": TAHUN,
                "angka": None if n is None else p.isi(f"{awal}.pembanding{i}", n, satuan),
                "keadaan": "ada" if n is not None else "belum_dapat_diperbandingkan",
            }
            for i, (e, n) in enumerate(pembanding, start=1)
        ],
        "catatan": [],
    }


def cuplikan(
    p: Pembuat,
    daftar: Sequence[dict[str, Any]],
    *,
    nama: str = "Dinas Contoh",
    naskah: dict[str, str] | None = None,
    anggaran: dict[str, Any] | None = None,
    efisiensi: dict[str, Any] | None = None,
    pk: Sequence[dict[str, Any]] = (),
    contoh: bool = False,
    teks_sasaran: str = "Meningkatnya layanan",
    **lain: Any,
) -> dict[str, Any]:
    """A whole snapshot around the indicators."""
    ada = [p.angka[i["capaian"]]["nilai"] for i in daftar]
    nilai = [Decimal(n) for n in ada if n is not None]
    rata = sum(nilai, Decimal(0)) / len(nilai) if nilai else None
    kode_sasaran = list(dict.fromkeys(i["sasaran_kode"] for i in daftar))
    sasaran = [
        {
            "kode": k,
            "teks": f"{teks_sasaran} {k}",
            "unit": "U1",
            "unit_nama": "Bagian Umum",
            "indikator": [i["kode"] for i in daftar if i["sasaran_kode"] == k],
            "capaian": p.isi(f"sas.{k}.capaian", rata, "%"),
            "efisiensi": None,
            "serapan": None,
            "naskah": {},
        }
        for k in kode_sasaran
    ]
    hitung = {
        s: sum(1 for i in daftar if i["terhadap"] == s) for s in ("melampaui", "tercapai", "bawah", "belum")
    }
    dibawa = sum(1 for i in daftar if i["status_nilai"] == "dibawa")
    ringkas = {
        "rata_indikator": p.isi("ringkas.rata_indikator", rata, "%") if daftar else None,
        "rata_sasaran": p.isi("ringkas.rata_sasaran", rata, "%") if daftar else None,
        "rata_tanpa_dibawa": p.isi("ringkas.rata_tanpa_dibawa", rata, "%")
        if dibawa and dibawa < len(daftar)
        else None,
        "jumlah_indikator": len(daftar),
        "melampaui": hitung["melampaui"],
        "tercapai": hitung["tercapai"],
        "di_bawah": hitung["bawah"],
        "belum": hitung["belum"],
        "dibawa": dibawa,
    }
    return {
        "skema": "cuplikan/1",
        "meta": {
            "instansi": {
                "uid": "",
                "slug": "dinas-contoh",
                "nama": nama,
                "singkatan": "",
                "zona": "Asia/Makassar",
                "tempat": "Kota Contoh",
                "contoh": contoh,
                "pernyataan": "",
            },
            "unit": {"kode": "U0", "nama": nama},
            "tahun": TAHUN,
            "nomor": 1,
            "per": "2026-02-27T02:00:00+00:00",
            "oleh": "koordinator",
            "alasan": "",
        },
        "aturan": [],
        "organisasi": [],
        "dokumen": [],
        "arah": {"visi": None, "misi": [], "tujuan": []},
        "pk": list(pk),
        "ringkas": ringkas,
        "sasaran": sasaran,
        "indikator": list(daftar),
        "efisiensi": efisiensi or {"metode": None, "baris": [], "gabungan": None},
        "anggaran": anggaran or {},
        "instrumen": {},
        "kaskade": {"simpul": [], "sisi": []},
        "bagian": {},
        "naskah": naskah or {},
        "catatan": [],
        "angka": p.angka,
    } | lain


def anggaran_kecil(p: Pembuat) -> dict[str, Any]:
    """Two programmes with two ceilings, and what was spent."""
    for kunci, a, b in (("v1", 700_000_000, 300_000_000), ("v2", 650_000_000, 250_000_000)):
        p.isi(f"program.1.{kunci}", Decimal(a), "Rp")
        p.isi(f"program.2.{kunci}", Decimal(b), "Rp")
        p.isi(f"anggaran.jumlah.{kunci}", Decimal(a + b), "Rp")
    return {
        "dokumen": "renja",
        "judul": "Rencana Kerja Contoh",
        "satuan": "Rp",
        "catatan": "",
        "kolom": [{"kunci": "v1", "judul": "Murni"}, {"kunci": "v2", "judul": "Perubahan"}],
        "pohon": [],
        "jumlah": {"v1": "anggaran.jumlah.v1", "v2": "anggaran.jumlah.v2"},
        "program": [
            {"kode": "1", "nama": "Program Satu", "pagu": {"v1": "program.1.v1", "v2": "program.1.v2"}},
            {"kode": "2", "nama": "Program Dua", "pagu": {"v1": "program.2.v1", "v2": "program.2.v2"}},
        ],
        "unit": [],
        "pagu": "anggaran.jumlah.v2",
        "realisasi": p.isi("anggaran.realisasi", Decimal(855_000_000), "Rp"),
        "serapan": p.isi("anggaran.serapan", Decimal(95), "%"),
        "sisa": p.isi("anggaran.sisa", Decimal(45_000_000), "Rp"),
        "rincian": [],
        "beda_cetak": [],
    }


def pk_kecil(p: Pembuat) -> dict[str, Any]:
    """One agreement with a target that is a range and one that is a grade."""
    p.isi("pk.1.a1", Decimal(650_000_000), "Rp")
    p.isi("pk.1.jumlah", Decimal(650_000_000), "Rp")
    return {
        "uid": "",
        "kode": "pk-1",
        "nomor": 1,
        "tahap": "murni",
        "tanggal": "2025-01-01",
        "teliti": "bulan",
        "alasan": "",
        "dasar_ukur": True,
        "dilampirkan": True,
        "pihak": [
            {"peran": "pertama", "jabatan": "Kepala Dinas", "sebagai": "plt"},
            {"peran": "kedua", "jabatan": "Bupati", "sebagai": "definitif"},
        ],
        "baris": [
            {
                "urut": n,
                "sasaran_kode": "S1",
                "sasaran": "Meningkatnya layanan",
                "indikator_kode": f"I{n}",
                "indikator": f"Indikator perjanjian {n}",
                "satuan": "Nilai",
                "target": "",
                "target_teks": teks,
            }
            for n, teks in enumerate(("2–3", "WTP", "81,25"), start=1)
        ],
        "anggaran": [{"urut": 1, "kode": "1", "uraian": "Program Satu", "nilai": "pk.1.a1"}],
        "jumlah": "pk.1.jumlah",
    }
