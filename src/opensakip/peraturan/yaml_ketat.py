"""YAML with the traps taken out.

Only five plain scalars have a meaning here: null, true/false, whole numbers, decimals (read into ``Decimal``
from their own digits, so a float never exists) and ISO dates. Everything else is text: ``012``, ``1e3``,
``yes``, ``1:30`` and ``.inf`` stay text and are refused where a number is wanted. Duplicate keys, anchors,
aliases and tags are errors.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

from opensakip.peraturan.galat import AturanRusak

_POLA: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"), "n~\0"),
    ("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), "tf"),
    ("!desimal", re.compile(r"^-?(?:0|[1-9][0-9]*)\.[0-9]+$"), "-0123456789"),
    ("tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9][0-9]*)$"), "-0123456789"),
    ("!tanggal", re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), "0123456789"),
)


class _Pemuat(yaml.SafeLoader):
    """SafeLoader whose resolvers and mapping constructor are replaced (see module docstring)."""

    yaml_implicit_resolvers: dict[str, Any] = {}

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Refuse aliases and anchors: a rule file is read from top to bottom, nothing is borrowed."""
        pengurai: Any = self
        acara = pengurai.peek_event()
        if isinstance(acara, yaml.events.AliasEvent):
            raise _salah("alias YAML (*) tidak dipakai di sini", acara)
        if acara.anchor:
            raise _salah("jangkar YAML (&) tidak dipakai di sini", acara)
        return super().compose_node(parent, index)


def _salah(sebab: str, letak: Any) -> yaml.constructor.ConstructorError:
    """Return the error that marks a node or event."""
    return yaml.constructor.ConstructorError(None, None, sebab, letak.start_mark)


def _peta(pemuat: _Pemuat, simpul: yaml.MappingNode) -> dict[Any, Any]:
    """Build a mapping; two equal keys are an error instead of the last one winning."""
    hasil: dict[Any, Any] = {}
    for simpul_kunci, simpul_nilai in simpul.value:
        kunci = pemuat.construct_object(simpul_kunci, deep=True)
        if not isinstance(kunci, str | date | int):
            raise _salah("kunci harus teks, angka bulat atau tanggal", simpul_kunci)
        if kunci in hasil:
            raise _salah(f"kunci '{kunci}' tertulis dua kali", simpul_kunci)
        hasil[kunci] = pemuat.construct_object(simpul_nilai, deep=True)
    return hasil


def _tanggal(pemuat: _Pemuat, simpul: yaml.ScalarNode) -> date:
    """Read an ISO date; an impossible one (2023-02-30) is an error."""
    try:
        return date.fromisoformat(simpul.value)
    except ValueError as sebab:
        raise _salah(f"tanggal '{simpul.value}' tidak ada di kalender", simpul) from sebab


def _desimal(pemuat: _Pemuat, simpul: yaml.ScalarNode) -> Decimal:
    """Read the digits as written into Decimal."""
    return Decimal(simpul.value)


def _tag_asing(pemuat: _Pemuat, akhiran: str, simpul: yaml.Node) -> Any:
    raise _salah(f"tag YAML '!{akhiran}' tidak dipakai di sini", simpul)


for _tag, _pola, _awal in _POLA:
    _Pemuat.add_implicit_resolver(_tag, _pola, [h if h != "\0" else "" for h in _awal])
_Pemuat.add_constructor("tag:yaml.org,2002:map", _peta)
_Pemuat.add_constructor("!tanggal", _tanggal)
_Pemuat.add_constructor("!desimal", _desimal)
_Pemuat.add_multi_constructor("!", _tag_asing)
_Pemuat.add_multi_constructor("tag:yaml.org,2002:python/", _tag_asing)


def baca_yaml(isi: str, berkas: str) -> object:
    """Parse one document strictly.

    Raises AturanRusak naming file, line and cause.
    """
    try:
        return yaml.load(isi, Loader=_Pemuat)  # noqa: S506  (a SafeLoader with fewer powers)
    except yaml.constructor.ConstructorError as sebab:
        raise AturanRusak(f"{berkas}: baris {_baris(sebab)}: {sebab.problem}") from sebab
    except yaml.MarkedYAMLError as sebab:
        raise AturanRusak(
            f"{berkas}: baris {_baris(sebab)}: bukan YAML yang sah ({sebab.problem or sebab.context})"
        ) from sebab
    except yaml.YAMLError as sebab:
        rinci = " ".join(str(sebab).split())
        raise AturanRusak(f"{berkas}: bukan YAML yang sah ({rinci})") from sebab


def _baris(sebab: yaml.MarkedYAMLError) -> int:
    """Line of the error, counted from 1; 0 when the parser does not say."""
    return sebab.problem_mark.line + 1 if sebab.problem_mark else 0
