"""Django application of the room ``kalender``."""

from django.apps import AppConfig


class Konfigurasi(AppConfig):
    """Registers the room under its own label."""

    name = "opensakip.kalender"
    label = "kalender"
    default_auto_field = "django.db.models.BigAutoField"
