"""Settings: ``dasar`` is shared; ``demo``, ``produksi`` and ``uji`` say what differs."""
