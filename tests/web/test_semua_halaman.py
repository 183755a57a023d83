"""Every route: inspected as a visitor, signed in, and from the side of another agency."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.web.jelajah import BERKAS_LAPORAN, isi_pola, kode_laporan, semua_alamat
from tests.web.klien import Halaman, Klien, periksa
from tests.web.perabot import petugas, tanam
from tests.web.test_izin import ALAMAT

TANDA = "Zqxw7vk"
# Review and import are for their roles alone; test_reviu.py and test_impor.py inspect them as those see them.
POLA = sorted(p for p in ALAMAT if BERKAS_LAPORAN not in p and "/reviu/" not in p and "/impor/" not in p)


def isi_terbaca(jawaban: HttpResponse) -> str:
    """Everything in an answer: head and body, packed files unpacked."""
    bita = jawaban.getvalue()
    kepala = " ".join(f"{k}: {v}" for k, v in jawaban.headers.items())
    if bita[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(bita)) as arsip:
            bita = b"\n".join(arsip.read(n) for n in arsip.namelist())
    return kepala + bita.decode("utf-8", "replace")


@pytest.mark.parametrize("masuk", [False, True], ids=["pengunjung", "petugas"])
@pytest.mark.parametrize("pola", POLA, ids=lambda p: "/" + p)
def test_setiap_halaman(db: None, pola: str, masuk: bool) -> None:
    """Valid, titled, labelled, described, under the policy; signed in never kept in a cache."""
    instansi = tanam()
    klien = Client()
    if masuk:
        klien.force_login(petugas(instansi))
    alamat = isi_pola(pola, "dinas-uji", **{"<str:kode>": kode_laporan(instansi)})
    jawaban = klien.get(alamat, follow=True)
    if jawaban.status_code == 405:
        assert klien.post(alamat, {"format": "pdf"}).status_code in (302, 303, 422), "hanya untuk dikirimi"
        return
    assert jawaban.status_code == 200, alamat
    if masuk:
        assert jawaban.headers["Cache-Control"] == "no-store"
    assert jawaban.headers["X-Content-Type-Options"] == "nosniff"
    assert jawaban.headers["X-Frame-Options"] == "DENY"
    if not jawaban.headers["Content-Type"].startswith("text/html"):
        assert jawaban.headers["Content-Disposition"].startswith("attachment"), alamat
        return
    periksa(Halaman(alamat, jawaban.content.decode(), dict(jawaban.headers), 200))


def _pintu_samping(rahasia: object) -> list[str]:
    """Addresses that a curious person would try: every route, with questions that open more."""
    alamat = semua_alamat(rahasia)
    return [
        a + tanya
        for a in alamat
        for tanya in ("", "?buka=semua", "?q=Pangan", "?bentuk=mesin", "?cari=Pangan", "?lengkap=1")
    ]


@pytest.mark.parametrize("siapa", ["pengunjung", "petugas", "tanpa-tugas"])
def test_data_bertanda_tidak_bocor(db: None, siapa: str) -> None:
    """The mark of a closed agency stands in no answer at all: own pages, its pages, counts, files."""
    rahasia = tanam("rahasia", contoh=False, tanda=TANDA)
    milik = tanam("milik", contoh=siapa == "pengunjung")
    klien = Client()
    if siapa != "pengunjung":
        klien.force_login(petugas(milik if siapa == "petugas" else None))
    for alamat in _pintu_samping(milik) + _pintu_samping(rahasia):
        jawaban = klien.get(alamat, follow=True)
        assert TANDA not in isi_terbaca(jawaban), alamat
        if alamat.startswith("/i/rahasia/"):
            assert jawaban.status_code in (404, 405), alamat
    for pola in ALAMAT:
        kirim = klien.post(isi_pola(pola, "rahasia"), {"format": "pdf"})
        assert TANDA not in isi_terbaca(kirim), pola
        assert not pola.startswith("i/") or kirim.status_code in (404, 405), pola


@pytest.mark.parametrize("alamat", ["", "anggaran/"])
def test_petugas_melihat_tandanya_sendiri(db: None, alamat: str) -> None:
    """The finder is not blind: whoever may, sees the mark."""
    klien = Client()
    klien.force_login(petugas(tanam("rahasia", contoh=False, tanda=TANDA)))
    assert TANDA in isi_terbaca(klien.get("/i/rahasia/2030/" + alamat))


def test_pemeriksa_menemukan(db: None, klien: Klien) -> None:
    """The inspection turns red for every fault it is there for."""
    tanam()
    asli = klien.buka("/i/dinas-uji/2030/")
    for lama, baru in (
        ("<h1>", "<h1>Lain "),
        ('<main id="isi"', '<main id="isi" onclick="x()"'),
        ("</main>", '<img src="a.png"></main>'),
        ("</main>", "<svg></svg></main>"),
        ("</main>", '<p style="color:red">a</p></main>'),
        ("</main>", "<table><tbody><tr><td>1</td></tr></tbody></table></main>"),
        ("</main>", "<script>1</script></main>"),
        ("</main>", '<input name="a"></main>'),
        ("</main>", '<p id="isi">dua</p></main>'),
        ("</main>", '<img alt="" src="https://luar.example/a.png"></main>'),
    ):
        rusak = asli.html.replace(lama, baru, 1)
        assert rusak != asli.html
        with pytest.raises(AssertionError):
            periksa(Halaman(asli.alamat, rusak, asli.kepala, 200))
