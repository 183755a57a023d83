"""The English interface: translations keep their placeholders, nearly nothing is left over, figures stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po
from django.utils import translation

from opensakip.web import bahasa
from tests.web.klien import Halaman, Klien

PO = bahasa.WEB / "locale" / "en" / "LC_MESSAGES" / "django.po"
_TETAP = re.compile(r"%\(\w+\)s|%%|</?b>")
#: New texts may wait for their translation, but not many of them.
SISA_TERBANYAK = 55
DASAR = "/i/dinas-uji/2030/"


@pytest.fixture(autouse=True)
def _bahasa_kembali() -> Iterator[None]:
    """A chosen language must not stay with the thread and speak in the tests after this one."""
    yield
    translation.deactivate()


def _katalog() -> list[tuple[str, str]]:
    """Pairs of a text and its translation, each plural form by itself."""
    with PO.open("rb") as berkas:
        katalog = read_po(berkas)
    hasil = []
    for m in katalog:
        if m.id:
            asal = (m.id,) if isinstance(m.id, str) else m.id
            terjemah = (m.string,) if isinstance(m.string, str) else m.string
            hasil += [(asal[0], t) for t in terjemah if t]
    return hasil


def test_hampir_semua_diterjemahkan() -> None:
    with PO.open("rb") as berkas:
        kurang = bahasa.kurang(read_po(berkas))
    assert len(kurang) <= SISA_TERBANYAK, kurang[:10]


def test_penanda_dan_tanda_persen_sama() -> None:
    """A lost placeholder would lose a figure; a lost percent sign would break the page."""
    salah = [a for a, t in _katalog() if sorted(_TETAP.findall(a)) != sorted(_TETAP.findall(t))]
    assert not salah


def _buka(klien: Klien, alamat: str) -> Halaman:
    jawaban = klien.asli.get(alamat)
    assert jawaban.status_code == 200
    return Halaman(alamat, jawaban.content.decode(), dict(jawaban.headers), 200)


@pytest.mark.parametrize(
    ("alamat", "judul"),
    [
        (DASAR, "Performance 2030 in one minute"),
        (DASAR + "capaian/", "Performance achievement 2030"),
        (DASAR + "pk/", "Performance agreement 2030"),
        (DASAR + "laporan/", "Performance report 2030"),
        (DASAR + "anggaran/", "Budget tree 2030"),
        (DASAR + "catatan/", "Notes and basis of figures 2030"),
    ],
)
def test_halaman_inggris_memuat_angka_yang_sama(dinas: object, klien: Klien, alamat: str, judul: str) -> None:
    """Only the words change: every figure and its link is the same in both languages."""
    angka = {}
    for kode in ("id", "en"):
        klien.asli.post("/pilihan/", {"bahasa": kode})
        h = _buka(klien, alamat)
        angka[kode] = [(a.get("href"), h.tulisan(a)) for a in h.semua("//a[contains(@class, 'asal')]")]
    assert h.judul == judul
    assert angka["id"] == angka["en"]


def test_kalimat_pimpinan_dalam_bahasa_inggris(dinas: object, klien: Klien) -> None:
    klien.asli.post("/pilihan/", {"bahasa": "en"})
    h = _buka(klien, DASAR)
    assert h.tulisan(h.satu("//p[@class='inti']")) == (
        "Of 4 indicators, 1 above target, 1 on target, 1 below target, and 1 not assessable yet. "
        "1 value still uses the result of 2029. Of every 100 rupiah of budget, 90 rupiah have been spent."
    )
