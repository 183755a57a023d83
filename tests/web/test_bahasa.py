"""The English interface: whole, with the same places for figures, on every page."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from opensakip.web import bahasa
from tests.web.jelajah import isi_pola, kode_laporan
from tests.web.klien import Klien
from tests.web.perabot import tanam
from tests.web.test_semua_halaman import POLA

PO = bahasa.WEB / "locale" / "en" / "LC_MESSAGES" / "django.po"
_TEMPAT = re.compile(r"%\(\w+\)s|%%|<\w+>|</\w+>")


def _isi() -> list[Message]:
    with PO.open("rb") as berkas:
        return [m for m in read_po(berkas) if m.id]


def _jamak(nilai: object) -> tuple[str, ...]:
    return tuple(nilai) if isinstance(nilai, (tuple, list)) else (str(nilai or ""),)


def test_hampir_seluruhnya_diterjemahkan() -> None:
    """New texts may wait for a translator for a while, but only a few of them."""
    katalog = read_po(PO.open("rb"))
    kurang = bahasa.kurang(katalog)
    assert len(kurang) <= len(_isi()) * 3 // 100, kurang[:20]


def test_tempat_angka_sama() -> None:
    for m in _isi():
        harap = sorted(_TEMPAT.findall(_jamak(m.id)[0]))
        for teks in _jamak(m.string):
            assert not teks or sorted(_TEMPAT.findall(teks)) == harap, (m.id, teks)


def test_katalog_seiring_dengan_teks() -> None:
    """``python -m opensakip.web.bahasa`` has been run: same texts, and the compiled file is the newest."""
    assert {_jamak(m.id) for m in _isi()} == {_jamak(m.id) for m in bahasa.ambil() if m.id}
    mo = PO.with_suffix(".mo").read_bytes()
    assert bahasa.susun(PO) == PO.with_suffix(".mo")
    assert PO.with_suffix(".mo").read_bytes() == mo


@pytest.mark.parametrize("pola", [p for p in POLA if ":format>" not in p], ids=lambda p: "/" + p)
def test_setiap_halaman_dalam_bahasa_inggris(db: None, klien: Klien, pola: str) -> None:
    """The same inspection as in Indonesian, and the frame speaks English."""
    instansi = tanam()
    klien.asli.cookies["bahasa"] = "en"
    alamat = isi_pola(pola, "dinas-uji", **{"<str:kode>": kode_laporan(instansi)})
    if klien.asli.get(alamat, follow=True).status_code == 405:
        return
    h = klien.buka(alamat)
    assert h.satu("/html").get("lang") == "en"
    assert h.tulisan(h.satu("//a[@class='lompat']")) == "Skip to content"
    assert "Sign in" in h.html


def test_tanggal_ikut_bahasa_angka_tetap(dinas: object, klien: Klien) -> None:
    klien.asli.cookies["bahasa"] = "en"
    h = klien.buka("/i/dinas-uji/2030/angka/ind.I-2.capaian/")
    assert "27 February 2031 at 10.00 WITA" in h.teks
    assert "95,00" in h.teks
