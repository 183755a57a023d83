"""Efficiency of a snapshot on the declared basis: E_RO (PMK 22/2021) or capaian minus absorption."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from opensakip import peraturan
from opensakip.anggaran.models import AnggotaDasar, DasarEfisiensi
from opensakip.hitung.agregasi import jumlah
from opensakip.hitung.efisiensi import ButirEfisiensi, PembulatanCro, efisiensi_poin, efisiensi_ro, serapan
from opensakip.hitung.hasil import Hasil, belum
from opensakip.hitung.tampilan import tampil, tampil_rupiah
from opensakip.pelaporan.angka import DaftarAngka, bersih
from opensakip.pelaporan.bahan import Bahan
from opensakip.pelaporan.susun_anggaran import Pohon

PEMBULATAN = {"dua_desimal": "CRO dibulatkan dua desimal", "penuh": "CRO tidak dibulatkan"}


def _pembulatan(dasar: DasarEfisiensi) -> PembulatanCro:
    """The declared rounding; the table admits these two only."""
    return "penuh" if dasar.pembulatan_cro == "penuh" else "dua_desimal"


def susun_efisiensi(
    bahan: Bahan,
    daftar: DaftarAngka,
    sasaran: list[dict[str, Any]],
    rata: Mapping[str, Hasil],
    pohon: Pohon | None,
    ringkas: Mapping[str, Any],
    serapan_id: str | None,
) -> dict[str, Any]:
    """Compute efficiency per sasaran by the agency's declared method and mark it on the sasaran."""
    metode = bahan.instansi.metode_efisiensi or None
    isi: dict[str, Any] = {"metode": metode, "pembulatan": "", "baris": [], "gabungan": None}
    if metode == "e_ro":
        _e_ro(bahan, daftar, sasaran, rata, pohon, isi)
    elif metode == "poin":
        _poin(bahan, daftar, sasaran, ringkas, serapan_id, isi)
    return isi


def _e_ro(
    bahan: Bahan,
    daftar: DaftarAngka,
    sasaran: list[dict[str, Any]],
    rata: Mapping[str, Hasil],
    pohon: Pohon | None,
    isi: dict[str, Any],
) -> None:
    aturan = peraturan.pada("pmk-22-2021/efisiensi", date(bahan.tahun, 12, 31))
    semua: list[ButirEfisiensi] = []
    cara = {_pembulatan(d) for d, _ in bahan.dasar.values()}
    for s in sasaran:
        if s["kode"] not in bahan.dasar or pohon is None or not pohon.dalam_rupiah:
            continue
        dasar, anggota = bahan.dasar[s["kode"]]
        baris = _baris_ro(bahan, daftar, s, dasar, anggota, pohon)
        butir = ButirEfisiensi(
            aaro=daftar.nilai(baris["aaro"]) or Decimal(0),  # a basis without amount gives no efficiency
            cro_pct=rata[s["kode"]] if rata[s["kode"]].ada else None,
            raro=daftar.nilai(baris["raro"]) if baris["raro"] else None,
            nama=s["kode"],
        )
        e = efisiensi_ro([butir], pembulatan_cro=_pembulatan(dasar), dasar=aturan.dasar, aturan=aturan.aturan)
        masukan = [("AARO", baris["aaro"]), ("CRO", s["capaian"])]
        if baris["raro"]:
            masukan.append(("RARO", baris["raro"]))
        id = f"efi.{bersih(s['kode'])}.nilai"
        baris["nilai"] = daftar.hasil(
            id, f"Efisiensi sasaran {s['kode']}", e.hasil, satuan="%", masukan=masukan
        )
        baris["nilai_penuh"] = tampil(e.tanpa_pembulatan)
        baris["aaro_x_cro"] = tampil_rupiah(e.aaro_x_cro)
        baris["selisih"] = tampil_rupiah(e.selisih)
        if e.tanpa_pembulatan is not None and tampil(e.tanpa_pembulatan) != e.hasil.tampil:
            daftar.catat(id, f"Tanpa pembulatan CRO hasilnya {baris['nilai_penuh']}%.")
        baris["serapan"] = s["serapan"] = _serapan_dasar(daftar, s["kode"], baris)
        s["efisiensi"] = id
        isi["baris"].append(baris)
        semua.append(butir)
    if semua and len(cara) == 1:
        pembulatan = next(iter(cara))
        isi["pembulatan"] = PEMBULATAN[pembulatan]
        gabungan = efisiensi_ro(semua, pembulatan_cro=pembulatan, dasar=aturan.dasar, aturan=aturan.aturan)
        isi["gabungan"] = daftar.hasil(
            "efi.gabungan",
            "Efisiensi gabungan seluruh dasar yang dinyatakan",
            gabungan.hasil,
            satuan="%",
            masukan=[(b["sasaran_kode"], b["nilai"]) for b in isi["baris"]],
        )


def _baris_ro(
    bahan: Bahan,
    daftar: DaftarAngka,
    s: dict[str, Any],
    dasar: DasarEfisiensi,
    anggota: list[AnggotaDasar],
    pohon: Pohon,
) -> dict[str, Any]:
    """One row: AARO from the ceiling in force of the declared members, RARO as reported."""
    kode = bersih(s["kode"])
    dokumen = pohon.kolom[-1].versi.versi.dokumen.kode
    pagu = [
        (a.butir_pengenal, pohon.id(a.butir_pengenal, pohon.berlaku) if a.dokumen_kode == dokumen else None)
        for a in anggota
    ]
    ada = [(nama, id) for nama, id in pagu if id is not None]
    tanpa = [nama for nama, id in pagu if id is None]
    aturan = peraturan.pada("pmk-22-2021/efisiensi", date(bahan.tahun, 12, 31))
    hasil = (
        belum(
            f"pagu {', '.join(tanpa)} tidak ada pada anggaran yang berlaku",
            dasar=aturan.dasar,
            aturan=aturan.aturan,
        )
        if tanpa
        else jumlah([daftar.nilai(id) for _, id in ada], nama=dasar.uraian, rupiah=True)
    )
    aaro = daftar.hasil(
        f"efi.{kode}.aaro",
        f"Alokasi anggaran (AARO) sasaran {s['kode']}",
        hasil,
        satuan="Rp",
        masukan=[(pohon.teks[nama], id) for nama, id in ada],
        asal=bahan.asal_dari("anggaran.DasarEfisiensi", dasar.pk, "anggota"),
    )
    r = bahan.realisasi_anggaran.get(("sasaran", s["kode"]))
    raro = None
    if r is not None and r.nilai is not None:
        raro = daftar.masukan(
            f"efi.{kode}.raro",
            f"Realisasi anggaran (RARO) sasaran {s['kode']}",
            Decimal(r.nilai),
            satuan="Rp",
            asal=bahan.asal_dari("anggaran.RealisasiAnggaran", r.pk, "nilai"),
        )
    return {
        "sasaran_kode": s["kode"],
        "uraian": dasar.uraian,
        "tingkat": dasar.tingkat,
        "alasan": dasar.alasan,
        "cro": s["capaian"],
        "aaro": aaro,
        "raro": raro,
    }


def _serapan_dasar(daftar: DaftarAngka, kode: str, baris: dict[str, Any]) -> str | None:
    if baris["raro"] is None:
        return None
    return daftar.hasil(
        f"efi.{bersih(kode)}.serapan",
        f"Serapan anggaran pendukung sasaran {kode}",
        serapan(daftar.nilai(baris["raro"]), daftar.nilai(baris["aaro"])),
        satuan="%",
        masukan=[("RARO", baris["raro"]), ("AARO", baris["aaro"])],
    )


def _poin(
    bahan: Bahan,
    daftar: DaftarAngka,
    sasaran: list[dict[str, Any]],
    ringkas: Mapping[str, Any],
    serapan_id: str | None,
    isi: dict[str, Any],
) -> None:
    """Capaian minus absorption in points, per sasaran where absorption is known, and for the whole."""
    aturan = peraturan.pada("opensakip/efisiensi-poin", date(bahan.tahun, 12, 31))
    for s in sasaran:
        r = bahan.realisasi_anggaran.get(("sasaran", s["kode"]))
        if r is None or r.persen_cetak is None:
            continue
        kode = bersih(s["kode"])
        s["serapan"] = daftar.masukan(
            f"efi.{kode}.serapan",
            f"Serapan anggaran pendukung sasaran {s['kode']}",
            Decimal(r.persen_cetak),
            satuan="%",
            asal=bahan.asal_dari("anggaran.RealisasiAnggaran", r.pk, "nilai"),
            keterangan="persentase seperti tercetak; rupiahnya tidak dirinci sumber",
        )
        hasil = efisiensi_poin(
            daftar.nilai(s["capaian"]), daftar.nilai(s["serapan"]), dasar=aturan.dasar, aturan=aturan.aturan
        )
        s["efisiensi"] = daftar.hasil(
            f"efi.{kode}.nilai",
            f"Efisiensi sasaran {s['kode']}",
            hasil,
            satuan="poin",
            masukan=[("Capaian", s["capaian"]), ("Serapan", s["serapan"])],
        )
        isi["baris"].append(
            {
                "sasaran_kode": s["kode"],
                "uraian": s["teks"],
                "cro": s["capaian"],
                "serapan": s["serapan"],
                "nilai": s["efisiensi"],
                "aaro": None,
                "raro": None,
                "nilai_penuh": None,
            }
        )
    if ringkas["rata_indikator"] and serapan_id:
        isi["gabungan"] = daftar.hasil(
            "efi.gabungan",
            "Efisiensi keseluruhan",
            efisiensi_poin(
                daftar.nilai(ringkas["rata_indikator"]),
                daftar.nilai(serapan_id),
                dasar=aturan.dasar,
                aturan=aturan.aturan,
            ),
            satuan="poin",
            masukan=[("Rata-rata capaian", ringkas["rata_indikator"]), ("Serapan", serapan_id)],
        )
