"""A small judge of JSON schemas: the words that our own schemas use, and a refusal of all others."""

from __future__ import annotations

import re
from typing import Any

JENIS = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
KATA = {
    "$schema", "$id", "$defs", "$ref", "title", "description", "type", "required", "properties", "items",
    "oneOf", "const", "enum", "pattern", "minimum", "minItems", "additionalProperties",
}  # fmt: skip


def pelanggaran(
    nilai: Any, skema: dict[str, Any], akar: dict[str, Any] | None = None, di: str = "$"
) -> list[str]:
    """Where a value leaves the schema; empty when it follows it."""
    akar = akar if akar is not None else skema
    assert set(skema) <= KATA, f"kata skema tidak dikenal: {set(skema) - KATA}"
    if "$ref" in skema:
        return pelanggaran(nilai, akar["$defs"][skema["$ref"].rpartition("/")[2]], akar, di)
    if "oneOf" in skema:
        semua = [pelanggaran(nilai, s, akar, di) for s in skema["oneOf"]]
        return (
            [] if sum(not s for s in semua) == 1 else min(semua, key=len) or [f"{di}: lebih dari satu bentuk"]
        )
    hasil = _nilai(nilai, skema, di)
    if isinstance(nilai, dict) and not hasil:
        hasil += [f"{di}.{k} tidak ada" for k in skema.get("required", ()) if k not in nilai]
        for k, v in nilai.items():
            sifat = skema.get("properties", {}).get(k, skema.get("additionalProperties", {}))
            hasil += (
                [f"{di}.{k} tidak dikenal"] if sifat is False else pelanggaran(v, sifat, akar, f"{di}.{k}")
            )
    if isinstance(nilai, list) and not hasil:
        for n, v in enumerate(nilai):
            hasil += pelanggaran(v, skema.get("items", {}), akar, f"{di}[{n}]")
    return hasil


def _nilai(nilai: Any, skema: dict[str, Any], di: str) -> list[str]:
    jenis = skema.get("type")
    boleh = [jenis] if isinstance(jenis, str) else jenis or []
    if boleh and not any(_sejenis(nilai, j) for j in boleh):
        return [f"{di}: jenis {type(nilai).__name__}"]
    salah = (
        ("const" in skema and nilai != skema["const"])
        or ("enum" in skema and nilai not in skema["enum"])
        or ("pattern" in skema and not re.search(skema["pattern"], nilai))
        or ("minimum" in skema and nilai < skema["minimum"])
        or ("minItems" in skema and len(nilai) < skema["minItems"])
    )
    return [f"{di}: {nilai!r}"] if salah else []


def _sejenis(nilai: Any, jenis: str) -> bool:
    if jenis == "integer" and isinstance(nilai, bool):
        return False
    return isinstance(nilai, JENIS[jenis])
