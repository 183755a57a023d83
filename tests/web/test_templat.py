"""Templates: no bare text, no handlers, no styles, texts collected, catalogues compile."""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment

from opensakip.web import bahasa
from opensakip.web.lingkungan import environment

WEB = bahasa.WEB
TEMPLAT = sorted((WEB / "jinja2").rglob("*.html"))
#: Words that are the same in every language, or belong to the command line.
_TETAP = re.compile(r"\bOpenSAKIP\b|\bRp\b|\bopensakip muat\b")
_TANPA_TERJEMAH = re.compile(r"<(\w+)[^>]*\btranslate=\"no\"[^>]*>.*?</\1>", re.S)
_ATRIBUT = re.compile(r"\s(?:title|alt|placeholder|aria-label|aria-description|data-l)=(\"[^\"]*\"|'[^']*')")
_UNSUR = re.compile(r"<!DOCTYPE[^>]*>|</?[a-zA-Z][^>]*>", re.S)
_HURUF = re.compile(r"[A-Za-zÀ-ÿ]{2,}")


def teks_telanjang(sumber: str) -> list[str]:
    """Words of a template that do not pass through gettext: in text nodes and in spoken attributes."""
    data, dalam_trans = [], False
    for _baris, jenis, isi in Environment(extensions=["jinja2.ext.i18n"]).lex(sumber):
        if jenis == "name" and isi in ("trans", "endtrans"):
            dalam_trans = isi == "trans"
        data.append(
            isi if jenis == "data" and not dalam_trans else "\x00" if jenis == "variable_begin" else ""
        )
    html = _TANPA_TERJEMAH.sub("", "".join(data))
    ditemukan = [n for n in _ATRIBUT.findall(html) if _HURUF.search(n)]
    sisa = _TETAP.sub("", _UNSUR.sub("\x00", html))
    return ditemukan + [t.strip() for t in sisa.split("\x00") if _HURUF.search(t)]


def test_ada_templat() -> None:
    assert len(TEMPLAT) > 10


@pytest.mark.parametrize("berkas", TEMPLAT, ids=lambda p: p.relative_to(WEB / "jinja2").as_posix())
def test_tanpa_teks_telanjang(berkas: Path) -> None:
    assert teks_telanjang(berkas.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "sumber",
    [
        "<p>Halo {{ nama }}</p>",
        '<a href="/" title="Buka">{{ x }}</a>',
        "<p>{% if a %}Belum ada{% endif %}</p>",
        "{% trans %}baik{% endtrans %}<b>tidak</b>",
        '<td data-l="Target">{{ x }}</td>',
    ],
)
def test_penemu_menemukan(sumber: str) -> None:
    """The finder itself: it must not be blind."""
    assert teks_telanjang(sumber)


@pytest.mark.parametrize(
    "sumber",
    [
        '<p class="redup">{{ _("Halo") }} {# catatan #}</p>',
        '<a href="/" title="{{ _(\'Buka\') }}">{{ x }}</a>',
        '<span translate="no">CRO</span> (%)',
        "{% trans n=1 %}baik{% pluralize %}baik{% endtrans %}",
    ],
)
def test_penemu_tidak_menuduh(sumber: str) -> None:
    assert teks_telanjang(sumber) == []


@pytest.mark.parametrize("berkas", TEMPLAT, ids=lambda p: p.relative_to(WEB / "jinja2").as_posix())
def test_templat_terbaca_dan_bersih(berkas: Path) -> None:
    """It compiles, and holds neither handlers nor styles nor raw output."""
    sumber = berkas.read_text(encoding="utf-8")
    environment().parse(sumber)
    assert not re.search(
        r"\son\w+\s*=|\sstyle\s*=|<style|\|\s*safe\b|autoescape|https?://(?!www\.w3\.org)", sumber
    )


def test_pot_sama_dengan_yang_terpakai() -> None:
    """A new text without ``python -m opensakip.web.bahasa`` turns this red."""
    with bahasa.POT.open("rb") as berkas:
        tersimpan = {m.id for m in read_po(berkas) if m.id}
    assert tersimpan == {m.id for m in bahasa.ambil() if m.id}


def test_katalog_tersusun_dan_terpakai(tmp_path: Path) -> None:
    katalog = bahasa.ambil()
    katalog.locale = "en"
    katalog.get("Masuk").string = "Sign in"
    po = tmp_path / "django.po"
    with po.open("wb") as berkas:
        write_po(berkas, katalog)
    with bahasa.susun(po).open("rb") as berkas:
        terjemah = gettext.GNUTranslations(berkas)
    env = environment()
    env.install_gettext_translations(terjemah, newstyle=True)  # type: ignore[attr-defined]
    assert env.from_string('{{ _("Masuk") }} {{ _("Keluar") }}').render() == "Sign in Keluar"


def test_nama_salah_tidak_lewat_diam() -> None:
    """A cell must never be empty because of a misspelt name."""
    with pytest.raises(Exception, match="undefined"):
        environment().from_string("{{ angkaa }}").render()
