"""``opensakip publik``: says how it is, opens, closes; every change in the journal with its reason."""

from __future__ import annotations

import pytest

from opensakip.cli.galat import BERHASIL, PEMAKAIAN
from opensakip.cli.utama import utama

pytestmark = pytest.mark.django_db


def test_buka_tutup_dan_keadaan(capsys: pytest.CaptureFixture[str]) -> None:
    from opensakip.audit.models import Jurnal
    from opensakip.organisasi.models import Instansi
    from tests.web.perabot import tanam

    tanam("milik", contoh=False)
    perintah = ["publik", "--instansi", "milik"]
    assert utama(perintah) == BERHASIL
    assert utama([*perintah, "--buka", "--alasan", "Keputusan 1/2031"]) == BERHASIL
    assert Instansi.objects.get(slug="milik").publik
    assert utama([*perintah, "--tutup"]) == BERHASIL
    assert not Instansi.objects.get(slug="milik").publik
    assert capsys.readouterr().out.splitlines() == [
        "milik: angka yang sudah dibekukan hanya untuk yang ditugaskan",
        "milik: angka yang sudah dibekukan terbuka untuk umum",
        "milik: angka yang sudah dibekukan hanya untuk yang ditugaskan",
    ]
    tindakan = list(Jurnal.objects.order_by("seq").values_list("tindakan", "alasan"))[-2:]
    assert tindakan == [
        ("organisasi.instansi.dibuka", "Keputusan 1/2031"),
        ("organisasi.instansi.ditutup", ""),
    ]


def test_instansi_asing_menyebut_yang_ada(capsys: pytest.CaptureFixture[str]) -> None:
    assert utama(["publik", "--instansi", "khayal", "--buka"]) == PEMAKAIAN
    assert "tidak ditemukan" in capsys.readouterr().err
