"""Refusals of the room ``pelaporan``."""

from opensakip.inti.errors import TidakAda, TidakDapatDilakukan


class BelumAdaData(TidakDapatDilakukan):
    """Nothing to freeze or to report for this year."""


class AlasanDiperlukan(TidakDapatDilakukan):
    """A snapshot that replaces another needs a reason."""


class CuplikanRusak(TidakDapatDilakukan):
    """The stored text no longer has the hash it was frozen with."""


class TahunKosong(TidakAda):
    """An agency that this person may read has no frozen figures for the year.

    ``tahun_ada`` lists the years that have; it is said only after the guard has let the person in.
    """

    def __init__(self, pesan: str, *, slug: str, nama: str, tahun: int, tahun_ada: list[int]) -> None:
        super().__init__(pesan)
        self.slug, self.nama, self.tahun, self.tahun_ada = slug, nama, tahun, tahun_ada
