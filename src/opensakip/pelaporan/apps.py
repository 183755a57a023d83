"""Django application of the room ``pelaporan``."""

from django.apps import AppConfig


class Konfigurasi(AppConfig):
    """Registers the room under its own label."""

    name = "opensakip.pelaporan"
    label = "pelaporan"
    default_auto_field = "django.db.models.BigAutoField"
