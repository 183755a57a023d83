"""Indicators and sasaran of a snapshot: targets, realisasi, capaian, series, comparisons, means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from opensakip import peraturan
from opensakip.hitung.agregasi import rata_rata
from opensakip.hitung.banding import jarak_ke_target
from opensakip.hitung.capaian import Arah, Kebijakan, Rumus, capaian
from opensakip.hitung.hasil import Hasil
from opensakip.hitung.skala import Skala, golongkan
from opensakip.pelaporan.angka import DaftarAngka, bersih
from opensakip.pelaporan.bahan import Bahan
from opensakip.pelaporan.susun_banding import Terukur, ke_depan, pembanding
from opensakip.pelaporan.susun_pk import dasar_ukur
from opensakip.pelaporan.susun_rencana import isi_kartu, jalur_target
from opensakip.pelaporan.susun_seri import NilaiTahun, nilai_tahunan, putus, selisih_awal, selisih_tahun_lalu
from opensakip.perencanaan.models import KartuIndikator
from opensakip.perjanjian.models import BarisPK

SERATUS = Decimal(100)


def susun_indikator(bahan: Bahan, daftar: DaftarAngka) -> list[Terukur]:
    """Compute every indicator of the agreement that measures the year, in its printed order."""
    dasar = dasar_ukur(bahan)
    if dasar is None:
        return []
    skala = _skala(bahan)
    return [_indikator(bahan, daftar, baris, skala) for baris in dasar.baris]


def susun_sasaran(
    bahan: Bahan, daftar: DaftarAngka, terukur: Sequence[Terukur]
) -> tuple[list[dict[str, Any]], dict[str, Hasil]]:
    """Group the indicators by sasaran and take the mean of each, over unrounded values.

    Returns the sasaran in printed order, and the means by code for further computing.
    """
    hasil = []
    rata_semua: dict[str, Hasil] = {}
    for kode in dict.fromkeys(t.baris.sasaran_kode for t in terukur):
        anggota = [t for t in terukur if t.baris.sasaran_kode == kode]
        id = f"sas.{bersih(kode)}.capaian"
        rata = rata_rata([t.hasil for t in anggota], nama=f"rata-rata capaian sasaran {kode}")
        rata_semua[kode] = rata
        masukan = [(t.isi["nama"], t.isi["capaian"]) for t in anggota]
        daftar.hasil(id, f"Capaian sasaran {kode}", rata, satuan="%", masukan=masukan)
        unit = anggota[0].isi
        hasil.append(
            {
                "kode": kode,
                "teks": anggota[0].baris.sasaran_cetak,
                "unit": unit["unit"],
                "unit_nama": unit["unit_nama"],
                "indikator": [t.isi["kode"] for t in anggota],
                "capaian": id,
                "efisiensi": None,
                "serapan": None,
                "naskah": _naskah(bahan, f"sasaran.{kode}."),
            }
        )
    return hasil, rata_semua


def susun_ringkas(
    daftar: DaftarAngka,
    terukur: Sequence[Terukur],
    sasaran: Sequence[dict[str, Any]],
    rata_sasaran: Mapping[str, Hasil],
) -> dict[str, Any]:
    """Headline figures: mean over indicators, over sasaran, and without carried-over values."""
    hitung = {s: sum(1 for t in terukur if t.isi["terhadap"] == s) for s in _TERHADAP}
    dibawa = [t for t in terukur if t.dibawa]
    ringkas: dict[str, Any] = {
        "rata_indikator": None,
        "rata_sasaran": None,
        "rata_tanpa_dibawa": None,
        "jumlah_indikator": len(terukur),
        "melampaui": hitung["melampaui"],
        "tercapai": hitung["tercapai"],
        "di_bawah": hitung["bawah"],
        "belum": hitung["belum"],
        "dibawa": len(dibawa),
    }
    if not terukur:
        return ringkas
    semua = [(t.isi["nama"], t.isi["capaian"]) for t in terukur]
    ringkas["rata_indikator"] = daftar.hasil(
        "ringkas.rata_indikator",
        "Rata-rata capaian seluruh indikator",
        rata_rata([t.hasil for t in terukur], nama="rata-rata capaian indikator"),
        satuan="%",
        masukan=semua,
    )
    ringkas["rata_sasaran"] = daftar.hasil(
        "ringkas.rata_sasaran",
        "Rata-rata capaian sasaran",
        rata_rata([rata_sasaran[s["kode"]] for s in sasaran], nama="rata-rata capaian sasaran"),
        satuan="%",
        masukan=[(s["teks"], s["capaian"]) for s in sasaran],
    )
    if dibawa and len(dibawa) < len(terukur):
        sendiri = [t for t in terukur if not t.dibawa]
        ringkas["rata_tanpa_dibawa"] = daftar.hasil(
            "ringkas.rata_tanpa_dibawa",
            "Rata-rata capaian tanpa nilai tahun sebelumnya",
            rata_rata([t.hasil for t in sendiri], nama="rata-rata capaian indikator bernilai tahun ini"),
            satuan="%",
            masukan=[(t.isi["nama"], t.isi["capaian"]) for t in sendiri],
        )
    return ringkas


_TERHADAP = ("melampaui", "tercapai", "bawah", "belum")


def posisi(hasil: Hasil) -> str:
    """Say where a capaian stands, from the number that is shown, so that word and figure agree."""
    angka = hasil.dibulatkan
    if angka is None:
        return "belum"
    return "melampaui" if angka > SERATUS else "tercapai" if angka == SERATUS else "bawah"


def _skala(bahan: Bahan) -> Skala | None:
    nama = bahan.instansi.skala_peringkat
    return peraturan.skala(nama, date(bahan.tahun, 12, 31)) if nama else None


def kebijakan_kartu(kartu: KartuIndikator, tahun: int) -> Kebijakan:
    """Return the policy that the card declares, on the rule in force in that year."""
    dasar = peraturan.kebijakan("opensakip/capaian", date(tahun, 12, 31))
    return replace(
        dasar,
        rumus=Rumus(kartu.rumus) if kartu.rumus else None,
        batas_atas=kartu.batas_atas,
        batas_bawah=kartu.batas_bawah,
        aturan_nol=kartu.aturan_nol or "baku",
    )


def _indikator(bahan: Bahan, daftar: DaftarAngka, baris: BarisPK, skala: Skala | None) -> Terukur:
    kartu = bahan.kartu.get(baris.indikator_id, baris.kartu)
    kode = bersih(baris.indikator.kode)
    nama = baris.indikator_cetak
    arah = Arah(kartu.arah)
    kebijakan = kebijakan_kartu(kartu, bahan.tahun)
    target = daftar.masukan(
        f"ind.{kode}.target",
        f"Target {bahan.tahun}: {nama}",
        baris.nilai,
        satuan=baris.satuan_cetak,
        desimal=kartu.desimal,
        asal=bahan.asal_dari("perjanjian.BarisPK", baris.pk, "nilai"),
        keterangan=baris.alasan_beda,
    )
    deret = nilai_tahunan(bahan, daftar, baris.indikator_id, kode, kartu, nama)
    kini = deret[-1]
    hasil = capaian(baris.nilai, kini.nilai, arah, kebijakan, keterangan_realisasi=kini.penjelasan)
    id_capaian = daftar.hasil(
        f"ind.{kode}.capaian",
        f"Capaian {bahan.tahun}: {nama}",
        hasil,
        satuan="%",
        masukan=[("Realisasi", kini.id), ("Target", target)],
    )
    daftar.hasil(
        f"ind.{kode}.selisih_target",
        f"Realisasi dikurangi target {bahan.tahun}: {nama}",
        jarak_ke_target(kini.nilai, baris.nilai),
        satuan="poin",
        masukan=[("Realisasi", kini.id), ("Target", target)],
    )
    selisih_awal(daftar, kode, nama, deret)
    kelas = golongkan(hasil.dibulatkan, skala) if skala else None
    pj = bahan.penanggung_jawab.get(baris.indikator_id) or []
    unit_id = pj[0].pk if pj else baris.indikator.pemilik_id
    isi: dict[str, Any] = {
        "kode": baris.indikator.kode,
        "uid": str(baris.indikator.uid),
        "nama": nama,
        "satuan": baris.satuan_cetak,
        "sasaran_kode": baris.sasaran_kode,
        "unit": bahan.kode_unit(unit_id),
        "unit_nama": bahan.nama_unit(unit_id),
        "unit_semua": [bahan.kode_unit(u.pk) for u in pj] + [bahan.kode_unit(baris.indikator.pemilik_id)],
        "arah": kartu.arah,
        "rumus": str(kebijakan.rumus_untuk(arah)),
        "kartu": isi_kartu(kartu),
        "kartu_versi": [isi_kartu(k) for k in bahan.kartu_versi.get(baris.indikator_id, [])],
        "jalur_target": jalur_target(bahan, daftar, baris.indikator_id),
        "target": target,
        "realisasi": kini.id,
        "capaian": id_capaian,
        "status_nilai": kini.status,
        "tahun_nilai": kini.dibawa_dari,
        "alasan_nilai": kini.alasan,
        "bukti": kini.bukti,
        "peringkat": kelas.nama if kelas and kelas.kelas else None,
        "terhadap": posisi(hasil),
        "seri": _seri(daftar, deret),
        "selisih_tahun_lalu": selisih_tahun_lalu(daftar, kode, nama, deret),
        "target_akhir": None,
        "tahun_akhir": None,
        "menuju_akhir": None,
        "target_depan": None,
        "terhadap_depan": None,
        "usul_naik": None,
        "pembanding": pembanding(bahan, daftar, baris, kode, kartu, kini.nilai, kini.id),
        "catatan": [],
    }
    terukur = Terukur(baris, kartu, kode, arah, kebijakan, hasil, kini.dibawa_dari is not None, isi)
    ke_depan(bahan, daftar, terukur, kini.nilai)
    return terukur


def _seri(daftar: DaftarAngka, deret: Sequence[NilaiTahun]) -> list[dict[str, Any]]:
    """History with breaks; the report's year stands in it only when something was recorded for it."""
    return [
        {
            "tahun": n.tahun,
            "angka": n.id,
            "teks": daftar.tampil(n.id),
            "status": n.status,
            "putus": putus(lalu, n),
            "keterangan": n.keterangan,
        }
        for lalu, n in zip([None, *deret], deret, strict=False)
        if n.nilai is not None or n is not deret[-1] or n.alasan
    ]


def _naskah(bahan: Bahan, awal: str) -> dict[str, str]:
    return {t.removeprefix(awal): n.isi for t, n in bahan.naskah.items() if t.startswith(awal)}
