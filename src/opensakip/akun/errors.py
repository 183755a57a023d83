"""Refusals of the room ``akun``; their text is what the user sees."""

from opensakip.inti.errors import TidakDapatDilakukan


class SandiLamaSalah(TidakDapatDilakukan):
    """The current password that was typed is not the one of this account."""


class SandiBaruLemah(TidakDapatDilakukan):
    """The new password does not follow the rules; the message names the rule."""


class MasukTertahan(TidakDapatDilakukan):
    """Too many wrong passwords in a short time; the message says how long to wait."""
