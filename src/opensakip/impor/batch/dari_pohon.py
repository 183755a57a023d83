"""A recognised tree (Renja, RKA-K/L, DPA) as staged rows and questions."""

from __future__ import annotations

import re
from typing import Any

from opensakip.dokumen.bacaan.model import Bacaan, Tempat
from opensakip.hitung.angka import AngkaSalah
from opensakip.hitung.nilai import baca_nilai, nilai_kosong
from opensakip.impor.batch.bentuk import BarisBaca, Hasil, Kutipan, TanyaBaca, tempat_json
from opensakip.periksa.pohon.model import Isi, Pohon, Simpul, Tanya

SKEMA = {"renja": "daerah-90-2019", "dpa": "daerah-90-2019", "rka": "kl-rspp"}
"""Level scheme of each kind of tree."""


def hasil_pohon(bacaan: Bacaan, pohon: Pohon) -> Hasil:
    """Rows, questions and the mapping that is proposed for a tree."""
    kutipan = Kutipan(bacaan)
    hasil = Hasil(pohon.jenis, pohon.judul or bacaan.berkas, [_baris(s) for s in pohon.simpul])
    hasil.tanya = [_tanya(t, kutipan) for t in pohon.tanya]
    for s in pohon.simpul:
        hasil.tanya += _target_tak_terbaca(s, kutipan)
    hasil.pemetaan = {
        "skema": SKEMA[pohon.jenis],
        "pengali": pohon.pengali,
        "satuan_uang": pohon.satuan_uang,
        "uang": {k: {"judul": judul, "sebagai": _sebagai(k)} for k, judul in pohon.kolom_uang},
        "pemilik": dict.fromkeys(dict.fromkeys(s.pemilik.teks for s in pohon.simpul if s.pemilik.teks), ""),
    }
    return hasil


def _sebagai(kunci: str) -> str:
    """A money column is a stage of the plan, or a year."""
    return "murni" if kunci == "pagu" else kunci


def _baris(s: Simpul) -> BarisBaca:
    terurai: dict[str, Any] = {
        "tingkat": s.tingkat,
        "kode": s.kode,
        "nama": s.nama.teks,
        "pemilik": s.pemilik.teks,
        "keadaan": _keadaan(s),
        "hilang": s.hilang,
        "indikator": [],
        "pagu": {k: {"teks": u.teks, "nilai": str(u.nilai), "keadaan": u.keadaan} for k, u in s.pagu.items()},
    }
    lokasi = {"": tempat_json([s.tempat]), "nama": tempat_json(s.nama.tempat)}
    for n, i in enumerate(s.indikator):
        terurai["indikator"].append(
            {"nama": i.nama.teks, "satuan": i.satuan.teks, "target": {k: x.teks for k, x in i.target.items()}}
        )
        lokasi[f"indikator.{n}"] = tempat_json(i.nama.tempat)
        for k, x in i.target.items():
            lokasi[f"target.{n}.{k}"] = tempat_json(x.tempat)
    for k, u in s.pagu.items():
        lokasi[f"pagu.{k}"] = tempat_json(u.tempat)
    return BarisBaca(s.id, terurai, {k: v for k, v in lokasi.items() if v}, s.induk)


def _keadaan(s: Simpul) -> str:
    if s.hilang:
        return "diturunkan"
    pulih = [s.nama, *(i.nama for i in s.indikator)]
    return "dipulihkan" if any(x.keadaan != "tercetak" for x in pulih) else s.keadaan


def _tanya(t: Tanya, kutipan: Kutipan) -> TanyaBaca:
    return TanyaBaca(
        t.jenis,
        t.simpul,
        t.ruas,
        t.kalimat,
        tempat_json(t.tempat),
        _kutip(t.tempat, kutipan),
        t.tercetak,
        t.usul,
        t.catatan,
    )


def _kutip(tempat: tuple[Tempat, ...], kutipan: Kutipan) -> str:
    baris = dict.fromkeys(x for x in (kutipan.pada(t) for t in tempat) if x)
    return "\n".join(list(baris)[:6])


def _target_tak_terbaca(s: Simpul, kutipan: Kutipan) -> list[TanyaBaca]:
    """Targets that look like numbers but can be read in two ways, or in none."""
    hasil = []
    for n, i in enumerate(s.indikator):
        for kunci, isi in i.target.items():
            sebab = sebab_nilai(isi.teks)
            if sebab:
                hasil.append(
                    TanyaBaca(
                        "angka_janggal",
                        s.id,
                        f"target.{n}.{kunci}",
                        f"Target “{isi.teks}”: {sebab}.",
                        tempat_json(isi.tempat),
                        _kutip(_tempat(isi), kutipan),
                        isi.teks,
                    )
                )
    return hasil


def _tempat(isi: Isi) -> tuple[Tempat, ...]:
    return isi.tempat


def sebab_nilai(teks: str) -> str:
    """Why a printed value cannot be read as it stands; empty when it can."""
    if nilai_kosong(teks):
        return ""
    try:
        baca_nilai(teks)
    except AngkaSalah as sebab:
        return re.sub(r"^“[^”]*”\s*", "", str(sebab)).rstrip(".")
    return ""
