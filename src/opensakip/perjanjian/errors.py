"""Refusals of the room ``perjanjian``."""

from opensakip.inti.errors import TidakDapatDilakukan


class PKTidakSah(TidakDapatDilakukan):
    """The agreement does not fit the rules (number, reason, lines, set already)."""
