"""Django application of the room ``akun``."""

from django.apps import AppConfig


class Konfigurasi(AppConfig):
    """Registers the room under its own label."""

    name = "opensakip.akun"
    label = "akun"
    default_auto_field = "django.db.models.BigAutoField"
