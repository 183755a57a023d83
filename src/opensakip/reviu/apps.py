"""Django application of the room ``reviu``."""

from django.apps import AppConfig


class Konfigurasi(AppConfig):
    """Registers the room under its own label."""

    name = "opensakip.reviu"
    label = "reviu"
    default_auto_field = "django.db.models.BigAutoField"
