"""Choosing language and theme; two short forms at the foot of every page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from opensakip.web import pilihan
from opensakip.web.tampilan.umum import alamat_sendiri


@require_POST
def pilih(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen and lead back to the page; values that are not offered change nothing.

    The page is known from the browser (our referrer policy tells it to ourselves only), so that no form has
    to repeat its address.
    """
    asal = alamat_sendiri(request, request.headers.get("Referer", ""), "/")
    jawaban = HttpResponseRedirect(asal, status=303)
    aman = request.is_secure()
    if (bahasa := request.POST.get("bahasa")) in pilihan.BAHASA:
        pilihan.simpan(jawaban, pilihan.KUKI_BAHASA, bahasa if bahasa != pilihan.BAHASA[0] else "", aman=aman)
    if (tema := request.POST.get("tema")) in (*pilihan.TEMA, "perangkat"):
        pilihan.simpan(jawaban, pilihan.KUKI_TEMA, tema if tema != "perangkat" else "", aman=aman)
    return jawaban
