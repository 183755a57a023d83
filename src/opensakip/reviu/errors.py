"""Refusals of the room ``reviu``."""

from opensakip.inti.errors import TidakDapatDilakukan


class ReviuTidakSah(TidakDapatDilakukan):
    """The review is not at the stage for this act; the message says what is missing."""


class BelumDireviu(TidakDapatDilakukan):
    """A report cannot be set before a statement names its very hash."""
