"""The demo on a laptop: embedded database, examples readable without signing in, loopback only."""

from opensakip.proyek import tempat
from opensakip.proyek.settings.dasar import *  # noqa: F403
from opensakip.proyek.settings.dasar import OPENSAKIP_DATA

SECRET_KEY = tempat.kunci_rahasia(OPENSAKIP_DATA)
DATABASES = {"default": tempat.basis_data(OPENSAKIP_DATA)}
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
OPENSAKIP_BACA_CONTOH = True
