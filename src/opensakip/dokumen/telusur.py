"""Walking through a document: all blocks in order of reading, those inside other blocks too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from opensakip.dokumen.model import Blok


def telusuri(blok: Iterable[Blok]) -> Iterator[Blok]:
    """Every block, a group before what it holds."""
    for b in blok:
        yield b
        for f in fields(b):
            anak = getattr(b, f.name)
            if isinstance(anak, tuple) and anak and isinstance(anak[0], Blok):
                yield from telusuri(anak)
