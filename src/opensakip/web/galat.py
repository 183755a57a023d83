"""Pages for what went wrong: each says what happened and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opensakip.pelaporan.errors import TahunKosong


def _halaman(
    request: HttpRequest,
    status: int,
    judul: str,
    teks: str,
    saran: str,
    tautan: Sequence[tuple[str, str]] = (),
) -> HttpResponse:
    """Render an error page; ``tautan`` are further ways on as (words, address).

    After our own fault (500) not even the session is asked.
    """
    pengguna = getattr(request, "user", None) if status != HTTPStatus.INTERNAL_SERVER_ERROR else None
    konteks = {
        "judul": judul,
        "teks": teks,
        "saran": saran,
        "tautan": tautan,
        "status": status,
        "pengguna": str(pengguna) if pengguna is not None and pengguna.is_authenticated else "",
    }
    return render(request, "galat.html", konteks, status=status)


_RUSAK_SAJA = """<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>{judul} – OpenSAKIP</title></head>
<body><main id="isi"><h1>{judul}</h1><p>{teks}</p><p>{saran}</p></main></body></html>
"""


def tidak_ada(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: unknown, and not yours, in the same words, so that neither can be told apart."""
    return _halaman(
        request,
        404,
        _("Halaman tidak ditemukan"),
        _("Alamat ini tidak ada, atau isinya bukan untuk Anda."),
        _("Periksa ejaan alamat dan tahunnya. Bila data ini milik instansi Anda, masuk dengan akun Anda."),
    )


def tahun_kosong(request: HttpRequest, exception: TahunKosong) -> HttpResponse:
    """404: an agency this person may read has no frozen figures for the year; says which years have."""
    rumah = (exception.nama, reverse("web:instansi", args=[exception.slug]))
    tahun = [(str(t), reverse("web:tahun", args=[exception.slug, t])) for t in reversed(exception.tahun_ada)]
    return _halaman(
        request,
        404,
        _("Belum ada data tahun %(tahun)s") % {"tahun": exception.tahun},
        _("%(nama)s belum mempunyai angka beku untuk tahun %(tahun)s.")
        % {"nama": exception.nama, "tahun": exception.tahun},
        _("Pilih tahun yang sudah dibekukan, atau muat data tahun ini lalu bekukan angkanya."),
        [*tahun, rumah],
    )


def dilarang(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the act is not for this person."""
    return _halaman(
        request,
        403,
        _("Anda tidak berwenang melakukan ini"),
        _("Perbuatan ini di luar penugasan Anda."),
        _("Minta Koordinator SAKIP instansi Anda memeriksa penugasan, atau masuk dengan akun lain."),
    )


def formulir_basi(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form could not be trusted, mostly because it stood open too long."""
    return _halaman(
        request,
        403,
        _("Formulir tidak berlaku lagi"),
        _("Formulir dibuka terlalu lama, atau peramban menolak kuki, maka tidak ada yang disimpan."),
        _("Kembali ke halaman sebelumnya, muat ulang, lalu kirim sekali lagi."),
    )


def ditolak(request: HttpRequest, pesan: str) -> HttpResponse:
    """409: a rule does not allow the act now; the message of the room says why and the mend."""
    return _halaman(
        request,
        409,
        _("Belum dapat dilakukan"),
        pesan,
        _("Kembali ke halaman sebelumnya setelah sebabnya dibereskan."),
    )


def rusak(request: HttpRequest) -> HttpResponse:
    """500: our fault. Nothing half done was kept, since every act is one transaction.

    Neither database nor session is asked; when even our templates are at fault, a bare page says the same.
    """
    judul = _("Terjadi kesalahan pada server")
    teks = _("Kesalahan ini ada pada kami dan sudah tercatat. Data Anda tidak berubah.")
    saran = _("Coba lagi beberapa saat lagi. Bila terulang, beri tahu pengelola alamat halaman dan waktunya.")
    try:
        return _halaman(request, 500, judul, teks, saran)
    except Exception:  # noqa: BLE001  the last page of all must not fail
        return HttpResponse(_RUSAK_SAJA.format(judul=judul, teks=teks, saran=saran), status=500)
