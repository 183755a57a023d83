"""Putting a snapshot together and writing it as one canonical text."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from opensakip import peraturan
from opensakip.hitung.skala import Kelas
from opensakip.hitung.tampilan import tampil_penuh
from opensakip.organisasi.models import Instansi, Unit
from opensakip.pelaporan.angka import DaftarAngka
from opensakip.pelaporan.bahan import Bahan, kumpulkan
from opensakip.pelaporan.susun_anggaran import susun_anggaran
from opensakip.pelaporan.susun_capaian import susun_indikator, susun_ringkas, susun_sasaran
from opensakip.pelaporan.susun_efisiensi import susun_efisiensi
from opensakip.pelaporan.susun_instrumen import susun_instrumen
from opensakip.pelaporan.susun_pk import susun_arah, susun_kaskade, susun_pk
from opensakip.pelaporan.susun_rencana import susun_rencana

SKEMA = "cuplikan/1"
ATURAN_REVIU = "permenpanrb-53-2014/reviu"
_META_PEMBEKUAN = ("nomor", "per", "oleh", "alasan")


def susun_isi(
    instansi: Instansi, unit: Unit, tahun: int, *, per: datetime, nomor: int, oleh: str, alasan: str = ""
) -> dict[str, Any]:
    """Compute the content of a snapshot (schema ``cuplikan/1``) from the rooms as they stand now.

    Inputs and results both: every figure carries its steps, its rule and where it comes from.
    """
    bahan = kumpulkan(instansi, unit, tahun)
    daftar = DaftarAngka()
    indikator = susun_indikator(bahan, daftar)
    sasaran, rata = susun_sasaran(bahan, daftar, indikator)
    ringkas = susun_ringkas(daftar, indikator, sasaran, rata)
    anggaran, pohon = susun_anggaran(bahan, daftar)
    efisiensi = susun_efisiensi(bahan, daftar, sasaran, rata, pohon, ringkas, anggaran["serapan"])
    instrumen, tidak_dihitung = susun_instrumen(bahan, daftar)
    isi: dict[str, Any] = {
        "skema": SKEMA,
        "meta": _meta(bahan, per=per, nomor=nomor, oleh=oleh, alasan=alasan),
        "organisasi": _organisasi(bahan),
        "dokumen": _dokumen(bahan),
        "arah": susun_arah(bahan),
        "rencana": susun_rencana(bahan, daftar),
        "pk": susun_pk(bahan, daftar),
        "ringkas": ringkas,
        "sasaran": sasaran,
        "indikator": [t.isi for t in indikator],
        "efisiensi": efisiensi,
        "anggaran": anggaran,
        "instrumen": instrumen,
        "kaskade": susun_kaskade(bahan),
        "bagian": _bagian(bahan),
        "skala": _skala(bahan),
        "reviu": _reviu(bahan),
        "naskah": {t: n.isi for t, n in sorted(bahan.naskah.items())},
        "catatan": _catatan(bahan, daftar, [t.isi for t in indikator]) + tidak_dihitung,
    }
    isi["aturan"] = _aturan(bahan, daftar)
    isi["angka"] = daftar.isi
    return isi


def teks_kanonis(isi: Mapping[str, Any]) -> str:
    """Write content as canonical JSON: keys sorted, NFC, no spaces. Decimals are strings already."""
    return unicodedata.normalize(
        "NFC", json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    )


def sidik(teks: str) -> str:
    """SHA-256 over exactly the bytes of the text."""
    return hashlib.sha256(teks.encode()).hexdigest()


def sidik_angka(isi: Mapping[str, Any]) -> str:
    """Fingerprint of the content without the act of freezing: equal when nothing changed since."""
    meta = {k: v for k, v in isi["meta"].items() if k not in _META_PEMBEKUAN}
    return sidik(teks_kanonis({**isi, "meta": meta}))


def _meta(bahan: Bahan, *, per: datetime, nomor: int, oleh: str, alasan: str) -> dict[str, Any]:
    i = bahan.instansi
    return {
        "instansi": {
            "uid": str(i.uid),
            "slug": i.slug,
            "nama": i.nama,
            "singkatan": i.singkatan,
            "rumpun": i.rumpun,
            "zona": i.zona,
            "tempat": i.tempat,
            "contoh": i.contoh,
            "pernyataan": i.pernyataan,
            "skala_peringkat": i.skala_peringkat,
            "bentuk_laporan": i.bentuk_laporan,
            "tata": {"kertas": i.kertas, "motif": i.motif, "lambang": i.lambang},
        },
        "unit": {"kode": bahan.unit.kode, "nama": bahan.nama_unit(bahan.unit.pk) or i.nama},
        "tahun": bahan.tahun,
        "nomor": nomor,
        "per": per.astimezone(UTC).isoformat(),
        "oleh": oleh,
        "alasan": alasan,
    }


def _organisasi(bahan: Bahan) -> list[dict[str, Any]]:
    return [
        {
            "kode": v.unit.kode,
            "nama": v.nama,
            "singkatan": v.singkatan,
            "jenis": v.unit.jenis,
            "induk": v.induk.kode if v.induk else None,
            "pimpinan": bahan.pimpinan.get(v.unit_id, ""),
        }
        for v in bahan.susunan
    ]


def _dokumen(bahan: Bahan) -> list[dict[str, Any]]:
    return [
        {
            "uid": str(v.versi.uid),
            "kode": v.versi.dokumen.kode,
            "jenis": v.versi.dokumen.jenis,
            "judul": v.versi.dokumen.judul,
            "versi": v.versi.nomor,
            "tahap": v.versi.tahap,
            "berlaku_mulai": v.versi.berlaku_mulai.isoformat() if v.versi.berlaku_mulai else None,
            "alasan": v.versi.alasan,
            "catatan": v.versi.catatan,
            "sidik": v.versi.sidik,
        }
        for v in bahan.versi
    ]


def _bagian(bahan: Bahan) -> dict[str, Any]:
    hasil: dict[str, list[dict[str, Any]]] = {}
    for b in bahan.isian:
        hasil.setdefault(b.jenis, []).append(
            {
                "urut": b.urut,
                "kelompok": b.kelompok,
                "teks": b.teks,
                "jumlah": b.jumlah,
                "asal": bahan.asal_dari("pelaporan.IsianLaporan", b.pk, "teks"),
            }
        )
    return hasil


def _skala(bahan: Bahan) -> dict[str, Any] | None:
    """The rating scale of the agency as it stood at the end of the year, for printing."""
    kunci = bahan.instansi.skala_peringkat
    if not kunci:
        return None
    skala = peraturan.skala(kunci, date(bahan.tahun, 12, 31))
    return {
        "aturan": skala.aturan,
        "judul": "; ".join(skala.dasar),
        "kelas": [{"nama": k.nama, "interval": _interval(k)} for k in skala.kelas],
    }


def _interval(kelas: Kelas) -> str:
    """Bounds of a class as a report prints them: "91–100", "91 ke atas", "sampai 50"."""
    bawah, atas = (None if x is None else tampil_penuh(x) for x in (kelas.bawah, kelas.atas))
    if bawah is not None and atas is not None:
        return f"{bawah}–{atas}"
    if bawah is not None:
        return f"{bawah} ke atas"
    return "semua nilai" if atas is None else f"sampai {atas}"


def _reviu(bahan: Bahan) -> dict[str, Any] | None:
    """The criteria of the review in force; None where the rule is switched off or not yet in force."""
    try:
        aturan = peraturan.pada(ATURAN_REVIU, date(bahan.tahun, 12, 31))
    except peraturan.AturanTidakAda:
        return None
    bagian = [
        {
            "kode": b["kode"],
            "nama": b["nama"],
            "isi": [{"kode": x["kode"], "uraian": x["uraian"]} for x in b["isi"]],
        }
        for b in aturan.nilai["bagian"]
    ]
    catatan = "" if aturan.terverifikasi else "Susunan kriteria belum diverifikasi pada naskah peraturannya."
    return {"aturan": aturan.aturan, "bagian": bagian, "catatan": catatan}


def _catatan(bahan: Bahan, daftar: DaftarAngka, indikator: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Remarks where a source prints another figure; those about a known figure also stand at it."""
    hasil = []
    menurut_kode = {i["kode"]: i for i in indikator}
    for c in bahan.catatan:
        kalimat = f"Tercetak {c.tercetak}. {c.kalimat}" if c.tercetak else c.kalimat
        if daftar.ada(c.subjek):
            daftar.catat(c.subjek, kalimat)
        elif c.subjek in menurut_kode:
            menurut_kode[c.subjek]["catatan"].append(kalimat)
        hasil.append(
            {
                "subjek": c.subjek,
                "tercetak": c.tercetak,
                "seharusnya": c.seharusnya,
                "kalimat": c.kalimat,
                "asal": bahan.asal_dari("pelaporan.CatatanAngka", c.pk, "kalimat"),
            }
        )
    return hasil


def _aturan(bahan: Bahan, daftar: DaftarAngka) -> list[dict[str, Any]]:
    """The rules that the figures name, with citation, evidence tag and hash of the file."""
    dikenal = {a.aturan: a for a in peraturan.semua()}
    dipakai = {str(a["aturan"]) for a in daftar.isi.values() if a["aturan"]}
    dipakai |= {a.aturan for a in dikenal.values() if a.id == bahan.instansi.skala_peringkat}
    return [
        {
            "id": a.id,
            "aturan": a.aturan,
            "judul": a.judul,
            "dasar": list(a.dasar),
            "tag": a.tag,
            "sidik": a.sidik,
        }
        for a in (dikenal[k] for k in sorted(dipakai) if k in dikenal)
    ]
