"""Texts of the interface: collected from templates and presenters, and turned into catalogues.

The source language is Indonesian, so without a catalogue people read Indonesian. A new language is a folder
``locale/<language>/LC_MESSAGES`` with an empty ``django.po``. ``python -m opensakip.web.bahasa`` renews the
template, brings every catalogue in step with it (translations stay, new texts stand empty) and compiles it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

_TANPA_TANGGAL = datetime(2026, 1, 1, tzinfo=UTC)
WEB = Path(__file__).parent
POT = WEB / "locale" / "django.pot"
_CARA = [("**.py", "python"), ("jinja2/**.html", "jinja2")]
_PILIHAN = {
    "jinja2/**.html": {
        "extensions": "jinja2.ext.i18n",
        "newstyle_gettext": "true",
        "trim_blocks": "true",
        "lstrip_blocks": "true",
        "silent": "false",
    }
}


def ambil() -> Catalog:
    """Collect every text of the interface.

    Raises:
        jinja2.TemplateSyntaxError: a template does not parse; its texts would be lost.
    """
    katalog = Catalog(project="OpenSAKIP", charset="utf-8", fuzzy=False)
    for berkas, _baris, teks, komentar, konteks in extract_from_dir(WEB, _CARA, _PILIHAN):
        katalog.add(teks, locations=[(Path(berkas).as_posix(), 0)], auto_comments=komentar, context=konteks)
    return katalog


def tulis_pot() -> None:
    """Renew ``locale/django.pot``. Without dates, so that unchanged texts give an unchanged file."""
    POT.parent.mkdir(exist_ok=True)
    with POT.open("wb") as berkas:
        write_po(berkas, ambil(), omit_header=True, sort_output=True, include_lineno=False, width=110)


def perbarui(po: Path) -> Catalog:
    """Bring a catalogue in step with the texts: known translations stay, new texts are empty, old ones go.

    The header carries no dates, so that unchanged texts give unchanged files.
    """
    with po.open("rb") as berkas:
        lama = read_po(berkas)
    bahasa = po.parent.parent.name
    baru = Catalog(locale=bahasa, project="OpenSAKIP", charset="utf-8", fuzzy=False, header_comment="")
    baru.creation_date = baru.revision_date = _TANPA_TANGGAL
    for pesan in ambil():
        if pesan.id:
            ada = lama.get(pesan.id, pesan.context)
            teks = ada.string if ada is not None else None
            baru.add(pesan.id, teks, locations=pesan.locations, context=pesan.context)
    with po.open("wb") as berkas:
        write_po(berkas, baru, sort_output=True, include_lineno=False, width=110)
    return baru


def kurang(katalog: Catalog) -> list[str]:
    """Texts of a catalogue without a translation."""
    hasil = []
    for pesan in katalog:
        bagian = pesan.string if isinstance(pesan.string, (tuple, list)) else (pesan.string,)
        if pesan.id and not all(bagian):
            hasil.append(pesan.id if isinstance(pesan.id, str) else pesan.id[0])
    return hasil


def susun(po: Path) -> Path:
    """Compile a catalogue next to its source and return the compiled file."""
    with po.open("rb") as berkas:
        katalog = read_po(berkas)
    mo = po.with_suffix(".mo")
    with mo.open("wb") as berkas:
        write_mo(berkas, katalog)
    return mo


if __name__ == "__main__":
    tulis_pot()
    for sumber in sorted(WEB.glob("locale/*/LC_MESSAGES/django.po")):
        perbarui(sumber)
        susun(sumber)
