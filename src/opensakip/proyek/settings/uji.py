"""Settings of the test suite: temporary data folder; the engine comes from OPENSAKIP_BASIS_DATA."""

import tempfile
from pathlib import Path

from opensakip.proyek import tempat
from opensakip.proyek.settings.dasar import *  # noqa: F403

OPENSAKIP_DATA = Path(tempfile.gettempdir()) / "opensakip-uji"
SECRET_KEY = "hanya-untuk-uji"  # noqa: S105  never used outside tests
DATABASES = {"default": tempat.basis_data(OPENSAKIP_DATA)}
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
OPENSAKIP_BACA_CONTOH = True
OPENSAKIP_LATAR = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
