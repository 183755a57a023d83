"""Django application of the room ``perencanaan``."""

from django.apps import AppConfig


class Konfigurasi(AppConfig):
    """Registers the room under its own label."""

    name = "opensakip.perencanaan"
    label = "perencanaan"
    default_auto_field = "django.db.models.BigAutoField"
