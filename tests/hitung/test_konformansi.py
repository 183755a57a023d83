"""The published conformance vectors, each by its name."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from opensakip.hitung.agregasi import konsolidasi, rata_rata
from opensakip.hitung.angka import AngkaAmbigu, AngkaSalah, baca_angka
from opensakip.hitung.capaian import Arah, Kebijakan, Rumus, capaian
from opensakip.hitung.efisiensi import serapan
from opensakip.hitung.nilai import Nilai, baca_nilai, nilai_kosong
from opensakip.hitung.skala import Kelas, Skala, golongkan

Vektor = dict[str, Any]
VEKTOR: list[Vektor] = yaml.safe_load((Path(__file__).parent / "konformansi.yaml").read_text("utf-8"))

SKALA = {
    "predikat": Skala(
        "predikat",
        (
            Kelas("AA", "", Decimal(90), Decimal(100), bawah_termasuk=False),
            Kelas("A", "", Decimal(80), Decimal(90), bawah_termasuk=False),
        ),
    ),
    "peringkat": Skala(
        "peringkat",
        (Kelas("SB", "", Decimal(91), Decimal(100)), Kelas("T", "", Decimal(76), Decimal(90))),
        celah="bulatkan_bulat",
        atas_terbuka=True,
    ),
}


def _nilai(teks: str) -> Nilai | None:
    return None if nilai_kosong(teks) else baca_nilai(teks)


def _angka(teks: str) -> Decimal | None:
    return None if nilai_kosong(teks) else baca_angka(teks)


def _tampil(hasil: Any) -> str | None:
    return None if hasil.nilai is None else hasil.tampil


def _capaian(v: Vektor) -> str | None:
    batas = {k: baca_angka(v[k]) for k in ("batas_atas", "batas_bawah") if k in v}
    kebijakan = Kebijakan(rumus=Rumus(v["rumus"]) if "rumus" in v else None, **batas)
    return _tampil(capaian(_nilai(v["target"]), _nilai(v["realisasi"]), Arah(v["arah"]), kebijakan))


def _uji_angka(v: Vektor) -> str:
    try:
        return str(baca_angka(v["teks"], bentuk=v.get("bentuk", "auto")))
    except AngkaAmbigu:
        return "ambigu"


def _uji_nilai(v: Vektor) -> str:
    try:
        return baca_nilai(v["teks"]).jenis.value
    except AngkaSalah:
        return "ditolak"


def _konsolidasi(v: Vektor) -> str | None:
    penyebut = [_angka(x) for x in v["penyebut"]] if "penyebut" in v else None
    return _tampil(konsolidasi([_angka(x) for x in v["butir"]], v["cara"], penyebut=penyebut))


PELAKSANA: dict[str, Callable[[Vektor], str | None]] = {
    "capaian": _capaian,
    "angka": _uji_angka,
    "nilai": _uji_nilai,
    "kelas": lambda v: golongkan(_angka(v["nilai"]), SKALA[v["skala"]]).kode,
    "rata_rata": lambda v: _tampil(rata_rata([_angka(x) for x in v["butir"]], nama="uji")),
    "konsolidasi": _konsolidasi,
    "serapan": lambda v: _tampil(serapan(_angka(v["realisasi"]), _angka(v["pagu"]))),
}


@pytest.mark.parametrize("vektor", VEKTOR, ids=[cast(str, v["nama"]) for v in VEKTOR])
def test_konformansi(vektor: Vektor) -> None:
    assert PELAKSANA[vektor["uji"]](vektor) == vektor["jawaban"], vektor["sebab"]


def test_vektor_lengkap_dan_bernama_unik() -> None:
    assert len(VEKTOR) >= 50
    assert len({v["nama"] for v in VEKTOR}) == len(VEKTOR)
    assert all(v["sebab"] for v in VEKTOR)
    assert {v["uji"] for v in VEKTOR} == set(PELAKSANA)
