"""Middleware of the pages: security headers, nothing personal in a cache, expected errors as pages."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

from opensakip.inti.errors import TidakAda, TidakDapatDilakukan
from opensakip.pelaporan.errors import TahunKosong
from opensakip.web import galat

Jawab = Callable[[HttpRequest], HttpResponse]

#: Everything is served by ourselves. Styles only from our file (no style attributes at all), scripts
#: only with the nonce of this very answer.
_KEBIJAKAN = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class KompresTeks(GZipMiddleware):
    """Compresses whole answers of text, our own files among them; a font is compressed by its format."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress, or pass on what would only grow (fonts) or has no body (304, HEAD)."""
        jenis = response.headers.get("Content-Type", "")
        if response.status_code == 304 or request.method == "HEAD" or jenis.startswith("font/"):
            return response
        return super().process_response(request, response)  # type: ignore[arg-type]


class KepalaKeamanan:
    """Adds the content security policy, and keeps pages of signed-in people out of every cache.

    The nonce is on ``request.csp_nonce`` before the view runs.
    """

    def __init__(self, get_response: Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the policy of this request."""
        nonce = secrets.token_urlsafe(16)
        request.csp_nonce = nonce  # type: ignore[attr-defined]
        jawaban = self.get_response(request)
        jawaban.headers.setdefault("Content-Security-Policy", _KEBIJAKAN.format(nonce=nonce))
        jawaban.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        patch_vary_headers(jawaban, ["Cookie"])
        pengguna = getattr(request, "user", None)
        if pengguna is not None and pengguna.is_authenticated:
            jawaban.headers["Cache-Control"] = "no-store"
        else:
            jawaban.headers.setdefault("Cache-Control", "private, no-cache")
        return jawaban


class GalatDomain:
    """Answers expected errors of the rooms: what does not exist *for you* is 404, a refusal is 409."""

    def __init__(self, get_response: Jawab) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; only exceptions matter here."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn ``TidakAda`` and ``TidakDapatDilakukan`` into pages; leave the rest to Django."""
        if isinstance(exception, TahunKosong):
            return galat.tahun_kosong(request, exception)
        if isinstance(exception, TidakAda):
            return galat.tidak_ada(request, exception)
        if isinstance(exception, TidakDapatDilakukan):
            return galat.ditolak(request, str(exception))
        return None
