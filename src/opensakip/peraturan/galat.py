"""Named refusals of the regulation store. Messages are Indonesian: they reach the user as they are."""


class AturanTidakAda(LookupError):
    """The rule does not exist, is not in force on the date asked for, or no longer is."""

    def __str__(self) -> str:
        """Return the message itself; LookupError families otherwise may add quotes."""
        return str(self.args[0]) if self.args else ""


class AturanDimatikan(AturanTidakAda):
    """The rule exists but was switched off by OPENSAKIP_ATURAN_MATI."""


class AturanRusak(ValueError):
    """A data file breaks the shape. The message names the file, the key and the mend."""
