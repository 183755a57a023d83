"""Planning documents for the hand-made snapshot: a strategic plan with orphans and gaps, and its targets."""

from __future__ import annotations

from typing import Any


def _baris(id_: str, tingkat: str, kode: str, teks: str, **lain: Any) -> dict[str, Any]:
    dasar = {
        "id": id_,
        "induk": None,
        "tanpa_induk": False,
        "kelompok": "hasil",
        "tingkat": tingkat,
        "tingkat_nama": tingkat.capitalize(),
        "kode": kode,
        "teks": teks,
        "unit": "BID1",
        "unit_nama": "Bidang Ketersediaan Pangan",
        "catatan": "",
        "indikator": [],
    }
    return dasar | lain


def _indikator(buku: Any, butir: str, ind: dict[str, Any]) -> dict[str, Any]:
    """An indicator with a card, a target of each of two years and one at the end."""
    target = []
    for tahun, jenis, nilai in ((2030, "target", "80"), (2031, "target", "82"), (2034, "akhir", "90")):
        id_ = f"target.renstra-2030.v1.{butir}.1.{tahun}" + (".akhir" if jenis == "akhir" else "")
        buku.tulis(id_, f"Target {tahun}: {ind['nama']}", nilai, nilai, ind["satuan"])
        target.append({"tahun": tahun, "jenis": jenis, "angka": id_})
    return {
        "kode": ind["kode"],
        "nama": ind["nama"],
        "satuan": ind["satuan"],
        "berkartu": True,
        "pemilik": "BID1",
        "target": target,
    }


def tambah_rencana(isi: dict[str, Any], buku: Any) -> None:
    """Add the plan: one tujuan, a sasaran under it for each indicator, one loose sasaran with gaps."""
    baris = [
        _baris("V", "visi", "", "Pangan cukup bagi semua", kelompok="arah", unit="DKP", unit_nama="Dinas"),
        _baris("T1", "tujuan", "1", "Terjaganya kecukupan pangan"),
    ]
    for n, ind in enumerate(isi["indikator"]):
        milik = [_indikator(buku, f"RS{n}", ind)]
        teks = f"Meningkatnya ketahanan pangan wilayah {n}"
        baris.append(_baris(f"RS{n}", "sasaran", f"S{n}", teks, induk="T1", indikator=milik))
    tanpa = {
        "kode": "~LEPAS.1",
        "nama": "Persentase lumbung terisi",
        "satuan": "Persen",
        "berkartu": False,
        "pemilik": "DKP",
        "target": [],
    }
    lepas = {"tanpa_induk": True, "unit": "", "unit_nama": "", "indikator": [tanpa]}
    baris.append(_baris("LEPAS", "sasaran", "SX", "Terisinya lumbung desa", **lepas))
    isi["rencana"] = [
        {
            "dokumen": "renstra-2030",
            "jenis": "renstra",
            "judul": "Renstra Dinas 2030-2034",
            "tahun_awal": 2030,
            "tahun_akhir": 2034,
            "versi": [
                {
                    "nomor": 1,
                    "tahap": "awal",
                    "judul": "",
                    "berlaku_mulai": "2030-01-01",
                    "alasan": "",
                    "catatan": "",
                },
                {
                    "nomor": 2,
                    "tahap": "perubahan",
                    "judul": "",
                    "berlaku_mulai": "2030-07-01",
                    "alasan": "Susunan organisasi berubah",
                    "catatan": "",
                },
            ],
            "baris": baris,
        }
    ]
    isi["arah"] = {
        "visi": "Pangan cukup bagi semua",
        "misi": [{"kode": "1", "teks": "Menjaga lumbung"}],
        "tujuan": [],
    }
