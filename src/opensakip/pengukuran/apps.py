"""Django application of the room ``pengukuran``."""

from django.apps import AppConfig


class Konfigurasi(AppConfig):
    """Registers the room under its own label."""

    name = "opensakip.pengukuran"
    label = "pengukuran"
    default_auto_field = "django.db.models.BigAutoField"
