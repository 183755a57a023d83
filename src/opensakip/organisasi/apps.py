"""Django application of the room ``organisasi``."""

from django.apps import AppConfig


class Konfigurasi(AppConfig):
    """Registers the room under its own label."""

    name = "opensakip.organisasi"
    label = "organisasi"
    default_auto_field = "django.db.models.BigAutoField"
