"""Expected errors of the command line: one clear line, one exit code, no traceback."""

from __future__ import annotations

import errno
from typing import Final

BERHASIL: Final = 0
SEBAGIAN: Final = 1
"""Done, but some rows have no value or need attention."""
PEMAKAIAN: Final = 2
"""Wrong usage, or input that cannot be read."""
CACAT: Final = 70
"""A fault of the program itself."""
PIPA_PUTUS: Final = 141
DIHENTIKAN: Final = 130


class GalatPerintah(Exception):
    """Something the user can mend; the message names the place and the mend."""

    def __init__(self, pesan: str, *, kode: int = PEMAKAIAN) -> None:
        self.pesan = pesan
        self.kode = kode
        super().__init__(pesan)


_SEBAB: Final = {
    errno.ENOENT: "tidak ditemukan",
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.EROFS: "tempat ini hanya dapat dibaca; pilih folder lain",
    errno.EISDIR: "ini folder, bukan berkas",
    errno.ENOTDIR: "bagian jalurnya bukan folder",
    errno.ENOSPC: "ruang penyimpanan habis",
    errno.EEXIST: "sudah ada",
    errno.ENAMETOOLONG: "nama terlalu panjang",
}


def sebab_sistem(galat: OSError) -> str:
    """Say in Indonesian why the operating system refused.

    >>> sebab_sistem(FileNotFoundError(2, "No such file or directory"))
    'tidak ditemukan'
    """
    return _SEBAB.get(galat.errno or 0, galat.strerror or str(galat))
