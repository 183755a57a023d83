"""Django application of the room ``berkas``."""

from django.apps import AppConfig


class Konfigurasi(AppConfig):
    """Registers the room under its own label."""

    name = "opensakip.berkas"
    label = "berkas"
    default_auto_field = "django.db.models.BigAutoField"
