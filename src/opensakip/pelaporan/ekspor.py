"""Planning forms as files: PDF to sign, XLSX to work on, CSV for people or machines."""

from __future__ import annotations

import hashlib
from typing import Any

from opensakip.dokumen.lembar import tulis_csv, tulis_xlsx
from opensakip.dokumen.model import Dokumen, Tabel
from opensakip.dokumen.pdf import susun_pdf
from opensakip.dokumen.telusur import telusuri
from opensakip.pelaporan.errors import BelumAdaData
from opensakip.pelaporan.formulir.renja import susun_renja
from opensakip.pelaporan.formulir.rka import susun_rka
from opensakip.pelaporan.keluaran import Keluaran
from opensakip.pelaporan.models import Cuplikan
from opensakip.pelaporan.selectors import isi_cuplikan

FORMULIR = {"rka": susun_rka, "renja": susun_renja}
FORMAT = ("pdf", "xlsx", "csv")
BENTUK = ("manusia", "mesin")


def ekspor(cuplikan: Cuplikan, formulir: str, format: str, *, bentuk: str = "manusia") -> Keluaran:
    """Write a planning form of a snapshot.

    Raises:
        BelumAdaData: the snapshot holds no plan with amounts.
        GagalSusunPdf: the PDF could not be made.
    """
    isi = isi_cuplikan(cuplikan)
    _wajib_ada_rencana(isi, formulir)
    dok = FORMULIR[formulir](isi, sidik=cuplikan.sidik)
    if format == "pdf":
        hasil = susun_pdf(dok, waktu=cuplikan.per)
        return Keluaran(hasil.isi, hashlib.sha256(hasil.isi).hexdigest(), hasil.halaman, hasil.peringatan)
    tabel = _tabel(dok)
    if format == "xlsx":
        berkas = tulis_xlsx(tabel, judul=dok.judul, penulis=dok.penulis, waktu=cuplikan.per)
    else:
        berkas = tulis_csv(tabel, mesin=bentuk == "mesin")
    return Keluaran(berkas, hashlib.sha256(berkas).hexdigest(), 0)


def _tabel(dok: Dokumen) -> Tabel:
    return next(b for bagian in dok.bagian for b in telusuri(bagian.blok) if isinstance(b, Tabel))


def _wajib_ada_rencana(isi: dict[str, Any], formulir: str) -> None:
    a = isi.get("anggaran") or {}
    nama = f"{isi['meta']['instansi']['nama']} tahun {isi['meta']['tahun']}"
    if not a.get("pohon") or not a.get("kolom"):
        raise BelumAdaData(
            f"{nama} belum mempunyai rencana dengan pagu. Isi dokumen.csv, versi.csv, butir.csv, dan "
            "pagu.csv, "
            "muat, lalu bekukan lagi."
        )
    jenis = {str(d["kode"]): str(d["jenis"]) for d in isi.get("dokumen") or ()}.get(str(a["dokumen"]), "")
    if (formulir == "rka") != (jenis in ("rka", "dpa", "dipa")):
        pilih = "rka" if formulir == "renja" else "renja"
        raise BelumAdaData(
            f"rencana {nama} yang dibekukan berjenis {jenis or 'lain'}, bukan {formulir}; coba: "
            f"opensakip ekspor {pilih}"
        )
