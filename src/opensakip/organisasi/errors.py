"""Refusals of the room ``organisasi``."""

from opensakip.inti.errors import TidakDapatDilakukan


class InstansiSudahAda(TidakDapatDilakukan):
    """An agency with this slug exists already."""


class PohonUnitRusak(TidakDapatDilakukan):
    """The unit tree has a cycle or a parent that does not exist."""
