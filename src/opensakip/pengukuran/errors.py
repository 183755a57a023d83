"""Refusals of the room ``pengukuran``."""

from opensakip.inti.errors import TidakDapatDilakukan


class RealisasiTidakSah(TidakDapatDilakukan):
    """The value does not fit its status, its card or what is there already."""
