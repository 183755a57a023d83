"""Django application of the room ``audit``."""

from django.apps import AppConfig


class Konfigurasi(AppConfig):
    """Registers the room under its own label."""

    name = "opensakip.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"
