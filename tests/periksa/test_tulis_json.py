"""The JSON of findings keeps to its published schema."""

from __future__ import annotations

import json
import re
from typing import Any

from opensakip.dokumen.bacaan.model import Tempat
from opensakip.periksa.jalan import periksa
from opensakip.periksa.tulis_json import ke_json
from tests.dukungan.bacaan_uji import cek, dokumen, temuan
from tests.dukungan.berkas import AKAR

SKEMA = json.loads((AKAR / "docs" / "rujukan" / "skema-periksa-1.json").read_text(encoding="utf-8"))
JENIS = {"object": dict, "array": list, "string": str, "integer": int, "null": type(None)}


def salah(nilai: Any, skema: dict[str, Any], di: str = "$") -> list[str]:
    """Where a value leaves the schema; knows the words that our schema uses."""
    if "$ref" in skema:
        return salah(nilai, SKEMA["$defs"][skema["$ref"].rpartition("/")[2]], di)
    if "oneOf" in skema:
        cocok = [s for s in skema["oneOf"] if not salah(nilai, s, di)]
        return [] if len(cocok) == 1 else [f"{di}: {len(cocok)} bentuk cocok"]
    jenis = skema.get("type")
    if jenis and not isinstance(
        nilai, tuple(JENIS[j] for j in ([jenis] if isinstance(jenis, str) else jenis))
    ):
        return [f"{di}: jenis {type(nilai).__name__}"]
    hasil = [f"{di}: {nilai!r}" for kunci in ("const",) if kunci in skema and nilai != skema[kunci]]
    hasil += [f"{di}: {nilai!r}" for _ in [0] if "enum" in skema and nilai not in skema["enum"]]
    if "pattern" in skema and not re.search(skema["pattern"], nilai):
        hasil.append(f"{di}: {nilai!r} tidak berpola {skema['pattern']}")
    if isinstance(nilai, dict):
        hasil += [f"{di}.{k} tidak ada" for k in skema.get("required", ()) if k not in nilai]
        lain = skema.get("additionalProperties")
        for k, v in nilai.items():
            sifat = skema.get("properties", {}).get(k, lain)
            hasil += salah(v, sifat, f"{di}.{k}") if sifat else []
            hasil += [f"{di}.{k} tidak dikenal skema"] if sifat is None else []
    if isinstance(nilai, list):
        hasil += [f"{di}: kosong"] if len(nilai) < skema.get("minItems", 0) else []
        hasil += [s for n, v in enumerate(nilai) for s in salah(v, skema.get("items", {}), f"{di}[{n}]")]
    return hasil


def test_satu_berkas() -> None:
    sel = Tempat(baris=10, tabel=1, baris_tabel=2, kolom=3)
    semua = [temuan(kutipan="capaian 91,63%"), temuan("b", tempat=sel, tercetak=None, seharusnya=None)]
    isi = json.loads(json.dumps(ke_json(periksa([dokumen()], daftar={"x": cek("x", lambda _: semua)}))))
    assert salah(isi, SKEMA) == []
    assert (isi["skema"], isi["berkas"], isi["halaman"]) == ("periksa/1", "laporan.txt", None)
    assert isi["temuan"][0]["lokasi"] == [
        {
            "berkas": "laporan.txt",
            "halaman": None,
            "baris": 3,
            "tabel": None,
            "sel": None,
            "kutipan": "capaian 91,63%",
        }
    ]
    assert isi["temuan"][1]["lokasi"][0]["sel"] == {"baris": 2, "kolom": 3}
    assert isi["temuan"][1]["tercetak"] is None


def test_beberapa_berkas_yang_dibandingkan() -> None:
    isi = ke_json(periksa([dokumen(), dokumen("b.txt")], daftar={"x": cek("x", lambda _: [temuan()])}))
    assert salah(json.loads(json.dumps(isi)), SKEMA) == []
    assert [b["berkas"] for b in isi["berkas"]] == ["laporan.txt", "b.txt"]


def test_skema_menolak_yang_salah() -> None:
    isi = ke_json(periksa([dokumen()], daftar={"x": cek("x", lambda _: [temuan()])}))
    isi["temuan"][0]["tingkat"] = "gawat"
    del isi["ringkasan"]
    isi["lain"] = 1
    assert len(salah(isi, SKEMA)) == 3
