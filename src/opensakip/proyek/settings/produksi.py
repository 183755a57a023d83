"""Production behind TLS. Everything secret comes from the environment."""

import os

from opensakip.proyek import tempat
from opensakip.proyek.settings.dasar import *  # noqa: F403
from opensakip.proyek.settings.dasar import OPENSAKIP_DATA

SECRET_KEY = os.environ.get("OPENSAKIP_KUNCI") or tempat.kunci_rahasia(OPENSAKIP_DATA)
DATABASES = {"default": tempat.basis_data(OPENSAKIP_DATA)}
ALLOWED_HOSTS = [h for h in os.environ.get("OPENSAKIP_HOST", "").split(",") if h]
STATIC_ROOT = OPENSAKIP_DATA / "statis"
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
