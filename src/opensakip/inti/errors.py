"""Expected errors. Their text is shown to people: it names the place and the mend."""

from __future__ import annotations


class TidakDapatDilakukan(Exception):
    """An act that the rules do not allow now. The message says why and what to do."""


class TidakAda(Exception):
    """The thing does not exist *for this person*; delivery answers 404 or "tidak ditemukan".

    Used for unknown things and for other people's things alike, so that neither can be told apart.
    """
