"""Settings shared by every way of running."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from opensakip.proyek import tempat

OPENSAKIP_DATA = tempat.folder_data()
# Anonymous visitors may read agencies flagged ``contoh``; only the demo settings switch it on.
OPENSAKIP_BACA_CONTOH = False
#: Long work beside the request (a thread); off in tests of one process.
OPENSAKIP_LATAR = True
#: Largest file that a page takes in, in megabytes.
OPENSAKIP_UNGGAH_MB = 40
# A proxy of ours stands in front and overwrites the headers about the visitor.
OPENSAKIP_PROKSI = False

DEBUG = False
ALLOWED_HOSTS: list[str] = []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "opensakip.audit",
    "opensakip.organisasi",
    "opensakip.akun",
    "opensakip.kalender",
    "opensakip.berkas",
    "opensakip.perencanaan",
    "opensakip.anggaran",
    "opensakip.perjanjian",
    "opensakip.pengukuran",
    "opensakip.pelaporan",
    "opensakip.reviu",
    "opensakip.impor",
    "opensakip.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "opensakip.web.kepala.KompresTeks",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "opensakip.web.kepala.KepalaKeamanan",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "opensakip.web.pilihan.PilihanPembaca",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "opensakip.web.kepala.GalatDomain",
]

ROOT_URLCONF = "opensakip.proyek.urls"
WSGI_APPLICATION = "opensakip.proyek.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {"environment": "opensakip.web.lingkungan.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

AUTH_USER_MODEL = "akun.Pengguna"
LOGIN_URL = "/masuk/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
CSRF_FAILURE_VIEW = "opensakip.web.galat.formulir_basi"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Bahasa Indonesia")), ("en", _("Inggris"))]
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
# Our few files are served from the package itself: nothing to collect. Addresses carry their hash.
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 31_536_000
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"galat": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["galat"], "level": "WARNING"},
}
