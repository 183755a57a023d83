"""The report as a file to download."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from opensakip.pelaporan import keluaran


@require_safe
def pdf(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """The LKjIP of the newest snapshot. Its tag is the hash of the snapshot: unchanged figures, 304.

    Raises:
        TidakAda: nothing there for this visitor.
        BelumAdaData: no agreed indicator yet; answered with the mend.
    """
    simpanan = settings.OPENSAKIP_DATA / "simpanan" / "laporan"
    cuplikan, isi = keluaran.pdf_untuk(request.user, slug, tahun, simpanan=simpanan)
    tanda = f'"{keluaran.tanda_keluaran(cuplikan)}"'
    jawaban = HttpResponse(isi, content_type="application/pdf")
    jawaban.headers["Content-Disposition"] = f'attachment; filename="lkjip-{slug}-{tahun}.pdf"'
    jawaban.headers["ETag"] = tanda
    return get_conditional_response(request, etag=tanda, response=jawaban) or jawaban
