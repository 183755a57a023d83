"""Production behind TLS. Everything secret comes from the environment."""

import os

from django.core.exceptions import ImproperlyConfigured

from opensakip.proyek import tempat
from opensakip.proyek.settings.dasar import *  # noqa: F403
from opensakip.proyek.settings.dasar import OPENSAKIP_DATA

SECRET_KEY = os.environ.get("OPENSAKIP_KUNCI") or tempat.kunci_rahasia(OPENSAKIP_DATA)
DATABASES = {"default": tempat.basis_data(OPENSAKIP_DATA)}
ALLOWED_HOSTS = [h.strip() for h in os.environ.get("OPENSAKIP_HOST", "").split(",") if h.strip()]
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "OPENSAKIP_HOST belum diisi. Isi dengan nama host situs ini, pisahkan dengan koma bila lebih "
        "dari satu."
    )
SECURE_SSL_REDIRECT = True
if os.environ.get("OPENSAKIP_PROKSI", "").strip().lower() == "ya":
    # Without a proxy that overwrites it, any client could send this header and pass as secure.
    OPENSAKIP_PROKSI = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
