"""Texts that no report is are refused at once, with the bound and the mend."""

from __future__ import annotations

import pytest

from opensakip.dokumen.bacaan import TidakTerbaca, baca_isi
from opensakip.dokumen.bacaan.pintu import BARIS_MAKS, PANJANG_MAKS, SEL_MAKS


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"a" * (PANJANG_MAKS + 1), f"huruf pada satu baris, paling banyak {PANJANG_MAKS}"),
        (b"x\n" * (BARIS_MAKS + 1), f"baris, paling banyak {BARIS_MAKS}"),
        (b"1\t2\t3\t4\t5\t6\n" * (SEL_MAKS // 6 + 1), f"sel, paling banyak {SEL_MAKS}"),
    ],
)
def test_teks_di_luar_batas(isi: bytes, kata: str) -> None:
    with pytest.raises(TidakTerbaca, match=kata) as galat:
        baca_isi("panjang.txt", isi)
    assert "Bagi dokumennya" in str(galat.value)


def test_teks_di_bawah_batas_terbaca() -> None:
    assert len(baca_isi("cukup.txt", b"kalimat pendek. " * 200 + b"\n").unsur) == 1
