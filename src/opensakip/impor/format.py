"""The data set format as data: files, columns, types, allowed values, references between files.

One place says what a folder may hold; reader, checker, templates and the documentation test all ask it.
The order of files is the order in which faults are reported.
"""

from __future__ import annotations

from opensakip.impor.format_dasar import DASAR
from opensakip.impor.format_rencana import RENCANA
from opensakip.impor.format_ukur import UKUR
from opensakip.impor.kolom import Susunan

FORMAT: tuple[Susunan, ...] = (*DASAR, *RENCANA, *UKUR)
MENURUT_NAMA: dict[str, Susunan] = {s.nama: s for s in FORMAT}
