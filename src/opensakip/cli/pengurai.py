"""argparse with Indonesian headings and messages, and no abbreviations of options."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import Any, Final, NoReturn

from .galat import PEMAKAIAN

TAHUN_AWAL: Final = 1990
TAHUN_AKHIR: Final = 2100

_TERJEMAH: Final = (
    (re.compile(r"the following arguments are required: (.+)"), r"wajib diisi: \1"),
    (re.compile(r"unrecognized arguments: (.+)"), r"tidak dikenal: \1"),
    (
        re.compile(r"argument ([^:]+): invalid choice: '?(.*?)'? \(choose from (.+)\)"),
        r"\1: “\2” tidak dikenal; pilih \3",
    ),
    (re.compile(r"argument ([^:]+): expected one argument"), r"\1: nilainya belum diisi"),
    (re.compile(r"argument ([^:]+): expected at least one argument"), r"\1: isi paling sedikit satu"),
    (re.compile(r"argument ([^:]+): expected (\d+) arguments"), r"\1: isi \2 nilai"),
    (re.compile(r"argument ([^:]+): not allowed with argument (.+)"), r"\1: tidak dapat bersama \2"),
    (
        re.compile(r"argument ([^:]+): ignored explicit argument '?(.*?)'?"),
        r"\1: tidak memerlukan nilai “\2”",
    ),
    (
        re.compile(r"argument ([^:]+): invalid (?:int|_bulat) value: '?(.*?)'?"),
        r"\1: “\2” bukan bilangan bulat",
    ),
    (re.compile(r"one of the arguments (.+) is required"), r"isi salah satu: \1"),
    (re.compile(r"argument ([^:]+): (.+)"), r"\1: \2"),
)
_NEGATIF: Final = re.compile(r"[-\u2212]\d")


def terjemahkan(pesan: str) -> str:
    """Put a message of argparse into Indonesian; an unknown one stays as it is.

    >>> terjemahkan("the following arguments are required: --target")
    'wajib diisi: --target'
    """
    for pola, ganti in _TERJEMAH:
        if cocok := pola.fullmatch(pesan):
            return cocok.expand(ganti).replace("'", "")
    return pesan


def tahun_sah(teks: str) -> int:
    """Read a year of the command line; the bounds are those of the CSV files.

    >>> tahun_sah("2025")
    2025
    """
    if not re.fullmatch(r"[0-9]{4}", teks) or not TAHUN_AWAL <= int(teks) <= TAHUN_AKHIR:
        raise argparse.ArgumentTypeError(
            f"“{teks}” bukan tahun {TAHUN_AWAL}–{TAHUN_AKHIR}; tulis empat angka"
        )
    return int(teks)


def rapikan_negatif(argv: Sequence[str]) -> list[str]:
    """Tie a negative value to its option, so that ``--realisasi -5,2`` is a value and not an option.

    >>> rapikan_negatif(["--realisasi", "-5,2", "--json"])
    ['--realisasi=-5,2', '--json']
    """
    hasil: list[str] = []
    for butir in argv:
        opsi = hasil and hasil[-1].startswith("--") and "=" not in hasil[-1] and len(hasil[-1]) > 2
        if opsi and _NEGATIF.match(butir):
            hasil[-1] = f"{hasil[-1]}={butir}"
        else:
            hasil.append(butir)
    return hasil


class _Bantuan(argparse.HelpFormatter):
    """Help text with an Indonesian usage line."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "pemakaian: " if prefix is None else prefix)


class Pengurai(argparse.ArgumentParser):
    """Argument parser of every ``opensakip`` command."""

    def __init__(self, *, add_help: bool = True, **kwargs: Any) -> None:
        kwargs.setdefault("formatter_class", _Bantuan)
        kwargs.setdefault("allow_abbrev", False)
        super().__init__(add_help=False, **kwargs)
        self._positionals.title = "argumen"
        self._optionals.title = "pilihan"
        if add_help:
            self.add_argument("-h", "--help", "--bantuan", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        """Print usage and one Indonesian line on stderr, then exit 2."""
        self.print_usage(sys.stderr)
        self.exit(PEMAKAIAN, f"{self.prog}: {terjemahkan(message)}\n")
