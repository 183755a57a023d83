"""The one refusal of the readers: a file that cannot be read, with place, reason and mend."""

from __future__ import annotations


class TidakTerbaca(Exception):
    """A file cannot be read. The text is one Indonesian message: place, what is wrong, the mend."""

    def __init__(self, berkas: str, sebab: str, perbaikan: str = "") -> None:
        self.berkas, self.sebab, self.perbaikan = berkas, sebab, perbaikan
        super().__init__(f"{berkas}: {sebab}" + (f" {perbaikan}" if perbaikan else ""))
