"""Django application of the room ``impor``."""

from django.apps import AppConfig


class Konfigurasi(AppConfig):
    """Registers the room under its own label."""

    name = "opensakip.impor"
    label = "impor"
    default_auto_field = "django.db.models.BigAutoField"
