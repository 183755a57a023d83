"""Django application of the room ``anggaran``."""

from django.apps import AppConfig


class Konfigurasi(AppConfig):
    """Registers the room under its own label."""

    name = "opensakip.anggaran"
    label = "anggaran"
    default_auto_field = "django.db.models.BigAutoField"
