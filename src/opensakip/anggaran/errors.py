"""Refusals of the room ``anggaran``."""

from opensakip.inti.errors import TidakDapatDilakukan


class PaguSalah(TidakDapatDilakukan):
    """An amount stands where it may not: a leaf above a leaf, a set version, an unknown row."""
