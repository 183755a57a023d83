"""Damaged files: the readers refuse with their own message or read; the checks never fall over."""

from __future__ import annotations

import random

import pytest

from alat import acak
from opensakip.dokumen.bacaan import TidakTerbaca, baca_isi
from opensakip.periksa.jalan import periksa


def test_berkas_rusak_ditolak_atau_dibaca() -> None:
    hasil = acak.jalankan(60)
    assert sum(hasil.hitung.values()) == 60
    assert set(hasil.hitung) == {"dibaca", "ditolak"}


@pytest.mark.parametrize("nama", ["a.csv", "a.docx", "a.txt"])
def test_bahan_utuh_terbaca_tanpa_galat(nama: str) -> None:
    hasil = periksa([baca_isi(nama, acak.bahan()[nama])], ketat=True)
    assert not [
        t for t in hasil.temuan if t.jenis != "kelengkapan" and t.tingkat.value in {"tinggi", "sedang"}
    ]


def test_benih_sama_rusak_sama() -> None:
    isi = acak.bahan()["a.txt"]
    assert acak.rusak_teks(isi, random.Random(4)) == acak.rusak_teks(isi, random.Random(4))
    assert acak.rusak(isi, random.Random(4)) == acak.rusak(isi, random.Random(4))


def test_galat_lain_disebut_dengan_nomornya(monkeypatch: pytest.MonkeyPatch) -> None:
    def jatuh(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(acak, "baca_isi", jatuh)
    with pytest.raises(AssertionError, match="benih 1, nomor 0"):
        acak.jalankan(1)


def test_penolakan_pembaca_bukan_galat(monkeypatch: pytest.MonkeyPatch) -> None:
    def tolak(*_: object) -> None:
        raise TidakTerbaca("a", "rusak.")

    monkeypatch.setattr(acak, "baca_isi", tolak)
    assert acak.jalankan(3).hitung == {"ditolak": 3}
