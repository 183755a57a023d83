"""Tables of a page as a file: exactly the rows that the page shows."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from opensakip.dokumen.lembar import tulis_csv, tulis_xlsx
from opensakip.dokumen.model import Sel, Tabel, polos
from opensakip.hitung.tampilan import KOSONG
from opensakip.web.penyaji.bacaan import Bacaan

JENIS_ISI = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def unduh(request: HttpRequest, b: Bacaan, tabel: Tabel, nama: str, format: str) -> HttpResponse:
    """Send a table as ``nama.format``; ``?bentuk=mesin`` gives CSV with comma and point (kep. 25).

    The tag is the hash of the file, so that an unchanged one is not sent again.
    """
    if format == "xlsx":
        penulis = str(b.meta["instansi"]["nama"])
        waktu = datetime.fromisoformat(b.meta["per"])
        isi = tulis_xlsx(tabel, judul=tabel.judul, penulis=penulis, waktu=waktu)
    else:
        mesin = request.GET.get("bentuk") == "mesin"
        isi = tulis_csv(_tanpa_garis(tabel) if mesin else tabel, mesin=mesin)
    tanda = f'"{hashlib.sha256(isi).hexdigest()}"'
    jawaban = HttpResponse(isi, content_type=JENIS_ISI[format])
    jawaban.headers["Content-Disposition"] = f'attachment; filename="{nama}.{format}"'
    jawaban.headers["ETag"] = tanda
    return get_conditional_response(request, etag=tanda, response=jawaban) or jawaban


def _tanpa_garis(t: Tabel) -> Tabel:
    """The table with nothing where people read a dash: a machine takes a missing value for missing."""
    kosong = Sel()
    baris = (replace(r, sel=tuple(kosong if polos(s.isi) == KOSONG else s for s in r.sel)) for r in t.baris)
    return replace(t, baris=tuple(baris))
