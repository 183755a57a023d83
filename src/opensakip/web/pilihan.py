"""What a reader chose: language, light or dark. Kept in two cookies, so it also holds before signing in."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

BAHASA = ("id", "en")
TEMA = ("terang", "gelap")
KUKI_BAHASA, KUKI_TEMA = "bahasa", "tema"
SETAHUN = 31_536_000


def bahasa(request: HttpRequest) -> str:
    """Chosen language; Indonesian unless somebody chose, whatever the browser was installed in."""
    pilih = request.COOKIES.get(KUKI_BAHASA, "")
    return pilih if pilih in BAHASA else BAHASA[0]


def tema(request: HttpRequest) -> str:
    """Chosen theme, or empty: then the device decides."""
    pilih = request.COOKIES.get(KUKI_TEMA, "")
    return pilih if pilih in TEMA else ""


def simpan(jawaban: HttpResponse, kuki: str, nilai: str, *, aman: bool) -> None:
    """Keep a choice for a year; an empty one takes the cookie away."""
    if nilai:
        jawaban.set_cookie(kuki, nilai, max_age=SETAHUN, httponly=True, samesite="Lax", secure=aman)
    else:
        jawaban.delete_cookie(kuki, samesite="Lax")


class PilihanPembaca:
    """Speaks the chosen language for the length of a request and says so in ``Content-Language``."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language of the reader."""
        translation.activate(bahasa(request))
        jawaban = self.get_response(request)
        jawaban.headers.setdefault("Content-Language", translation.get_language() or BAHASA[0])
        patch_vary_headers(jawaban, ["Cookie"])
        return jawaban
