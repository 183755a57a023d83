"""Names and small questions of WordprocessingML."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W_KETAT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def val(e: Any, baku: str = "") -> str:
    """The attribute `w:val` of an element that may be missing."""
    return baku if e is None else str(e.get(f"{W}val", baku))


def nyala(e: Any) -> bool:
    """Whether a switch such as `w:b` is there and on."""
    return e is not None and val(e, "1") not in ("0", "false", "off", "none")
