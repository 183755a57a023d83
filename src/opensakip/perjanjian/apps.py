"""Django application of the room ``perjanjian``."""

from django.apps import AppConfig


class Konfigurasi(AppConfig):
    """Registers the room under its own label."""

    name = "opensakip.perjanjian"
    label = "perjanjian"
    default_auto_field = "django.db.models.BigAutoField"
