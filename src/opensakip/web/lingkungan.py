"""The Jinja2 environment of our pages: strict names, gettext, and the few filters in ``rupa``."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, gettext, ngettext
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from opensakip.hitung.tampilan import tampil_rupiah_ringkas
from opensakip.web import pilihan, rupa

_STATIS = Path(__file__).parent / "static"


@cache
def aset(nama: str) -> str:
    """Address of a file of ours with its hash, so that browsers keep it a year and still see a new one.

    Fonts go without: the stylesheet names them too, and two addresses would fetch the file twice.
    """
    if nama.startswith("fon/"):
        return static(nama)
    return f"{static(nama)}?v={hashlib.sha256((_STATIS / nama).read_bytes()).hexdigest()[:10]}"


@cache
def _tetap(_bahasa: str | None, teks: str) -> Markup:
    return Markup(gettext(teks)) % {}  # noqa: S704  our own text; "%%" becomes "%"


def terjemah(teks: str, /, **isi: Any) -> Markup:
    """Text of the interface in the language of the reader, ready for a page; ``isi`` is escaped.

    The same as the new-style gettext of Jinja, but a text without variables is formatted once per process
    and language: a table of 200 rows asks for the same words a thousand times.
    """
    if not isi:
        return _tetap(get_language(), teks)
    return Markup(gettext(teks)) % isi  # noqa: S704  our own text; the values are escaped


def environment(**options: Any) -> Environment:
    """Build the environment; named in ``TEMPLATES`` of the settings.

    A misspelt name raises instead of printing nothing: an empty cell must never pass for "no value".
    """
    options["undefined"] = StrictUndefined
    options["trim_blocks"] = True
    options["lstrip_blocks"] = True
    options["extensions"] = [*options.get("extensions", []), "jinja2.ext.i18n"]
    options.pop("autoescape", None)
    env = Environment(autoescape=True, **options)
    env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.globals["gettext"] = terjemah
    env.globals.update(static=aset, url=reverse, jangkar=rupa.jangkar, nama_zona=rupa.nama_zona)
    env.globals.update(bahasa_kini=get_language, tema_kini=pilihan.tema)
    env.filters.update(
        tanggal=rupa.tanggal,
        tanggal_pendek=rupa.tanggal_pendek,
        waktu=rupa.waktu,
        kode_periksa=rupa.kode_periksa,
        rupiah_ringkas=tampil_rupiah_ringkas,
    )
    return env
