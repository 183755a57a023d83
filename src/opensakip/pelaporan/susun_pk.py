"""The agreements, the direction of the plan, and the cascade of a snapshot."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from opensakip.hitung.agregasi import jumlah
from opensakip.hitung.efisiensi import perubahan_pagu
from opensakip.pelaporan.angka import DaftarAngka, bersih
from opensakip.pelaporan.bahan import Bahan, BahanPK


def susun_pk(bahan: Bahan, daftar: DaftarAngka) -> list[dict[str, Any]]:
    """Every set version of the agreement; the last one with lines measures the year."""
    dasar = dasar_ukur(bahan)
    semua = [_versi(bahan, daftar, p, p is dasar) for p in bahan.pk]
    for lama, baru in zip(semua, semua[1:], strict=False):
        _bandingkan_anggaran(daftar, lama, baru)
    return semua


def _bandingkan_anggaran(daftar: DaftarAngka, lama: dict[str, Any], baru: dict[str, Any]) -> None:
    """Add the change of every amount that both versions name, and of the totals."""
    dulu = {str(a["kode"] or a["uraian"]): a for a in lama["anggaran"]}
    baru["perubahan_anggaran"] = [
        {"kunci": k, "selisih": _beda(daftar, a["uraian"], dulu[k]["nilai"], a["nilai"])}
        for a in baru["anggaran"]
        if (k := str(a["kode"] or a["uraian"])) in dulu
    ]
    if lama["jumlah"] and baru["jumlah"]:
        baru["perubahan_jumlah"] = _beda(daftar, "jumlah", lama["jumlah"], baru["jumlah"])


def _beda(daftar: DaftarAngka, nama: str, lama: str, baru: str) -> str:
    return daftar.hasil(
        f"{baru}.selisih",
        f"Perubahan anggaran PK: {nama}",
        perubahan_pagu(daftar.nilai(baru), daftar.nilai(lama)),
        satuan="Rp",
        masukan=[("Anggaran menjadi", baru), ("Anggaran semula", lama)],
    )


def dasar_ukur(bahan: Bahan) -> BahanPK | None:
    """Return the version that measures the year: the last set one that has lines."""
    return next((p for p in reversed(bahan.pk) if p.baris), None)


def _versi(bahan: Bahan, daftar: DaftarAngka, p: BahanPK, dasar_ukur: bool) -> dict[str, Any]:
    v = p.versi
    baris = []
    for b in p.baris:
        id = f"ind.{bersih(b.indikator.kode)}.target" if dasar_ukur else f"pk.{v.nomor}.{b.urut}"
        if not daftar.ada(id):
            daftar.masukan(
                id,
                f"Target PK {v.tahap}: {b.indikator_cetak}",
                b.nilai,
                satuan=b.satuan_cetak,
                desimal=b.kartu.desimal,
                asal=bahan.asal_dari("perjanjian.BarisPK", b.pk, "nilai"),
                keterangan=b.alasan_beda,
            )
        baris.append(
            {
                "urut": b.urut,
                "sasaran_kode": b.sasaran_kode,
                "sasaran": b.sasaran_cetak,
                "indikator_kode": b.indikator.kode,
                "indikator": b.indikator_cetak,
                "satuan": b.satuan_cetak,
                "target": id,
                "target_teks": b.nilai_teks,
                "alasan_beda": b.alasan_beda,
            }
        )
    anggaran, total = _anggaran(bahan, daftar, p)
    return {
        "uid": str(v.uid),
        "kode": v.kode,
        "nomor": v.nomor,
        "tahap": v.tahap,
        "tanggal": v.tanggal.isoformat(),
        "teliti": v.tanggal_teliti,
        "alasan_kode": v.alasan_kode,
        "alasan": v.alasan,
        "dilampirkan": v.dilampirkan,
        "sidik": v.sidik,
        "dasar_ukur": dasar_ukur,
        "pihak": [{"peran": x.peran, "jabatan": x.jabatan_cetak, "sebagai": x.sebagai} for x in p.pihak],
        "baris": baris,
        "anggaran": anggaran,
        "jumlah": total,
    }


def _anggaran(bahan: Bahan, daftar: DaftarAngka, p: BahanPK) -> tuple[list[dict[str, Any]], str | None]:
    v = p.versi
    baris: list[dict[str, Any]] = []
    for a in p.anggaran:
        id = daftar.masukan(
            f"pk.{v.nomor}.anggaran{a.urut}",
            f"Anggaran PK {v.tahap}: {a.uraian}",
            Decimal(a.nilai),
            satuan="Rp",
            asal=bahan.asal_dari("perjanjian.AnggaranPK", a.pk, "nilai"),
        )
        baris.append({"urut": a.urut, "kode": a.kode, "uraian": a.uraian, "nilai": id})
    if not baris:
        return [], None
    total = daftar.hasil(
        f"pk.{v.nomor}.jumlah",
        f"Jumlah anggaran PK {v.tahap}",
        jumlah([daftar.nilai(b["nilai"]) for b in baris], nama="jumlah", rupiah=True),
        satuan="Rp",
        masukan=[(b["uraian"], b["nilai"]) for b in baris],
    )
    return baris, total


def susun_arah(bahan: Bahan) -> dict[str, Any]:
    """Visi, misi and tujuan of the strategic plan in force."""
    arah: dict[str, Any] = {"visi": None, "misi": [], "tujuan": []}
    for v in bahan.versi:
        if v.versi.dokumen.jenis not in {"renstra", "rpjmd", "rpjmn"}:
            continue
        for b in v.butir:
            if b.tingkat == "visi":
                arah["visi"] = b.teks
            elif b.tingkat == "misi":
                arah["misi"].append({"kode": b.kode, "teks": b.teks})
            elif b.tingkat == "tujuan":
                indikator = [i.nama_cetak for i in v.indikator.get(b.pk, [])]
                arah["tujuan"].append({"kode": b.kode, "teks": b.teks, "indikator": indikator})
    return arah


def susun_kaskade(bahan: Bahan) -> dict[str, Any]:
    """Boxes and edges of the pohon kinerja in force."""
    pohon = [v for v in bahan.versi if v.simpul]
    if not pohon:
        return {"simpul": [], "sisi": []}
    v = pohon[-1]
    return {
        "simpul": [
            {
                "id": s.pengenal,
                "tingkat": s.tingkat,
                "kode": s.kode,
                "teks": s.teks,
                "indikator": s.indikator_cetak.split("\n") if s.indikator_cetak else [],
                "unit": bahan.kode_unit(s.unit_id),
                "unit_nama": s.unit_cetak or bahan.nama_unit(s.unit_id),
            }
            for s in v.simpul
        ],
        "sisi": [
            {
                "dari": e.dari.pengenal,
                "ke": e.ke.pengenal,
                "jenis": e.jenis,
                "utama": e.utama,
                "alasan": e.alasan,
            }
            for e in v.sisi
        ],
        "dokumen": v.versi.dokumen.kode,
    }
