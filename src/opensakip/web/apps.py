"""Django application of the pages: gives the static files and nothing else."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages. No models: everything shown comes from the rooms below."""

    name = "opensakip.web"
    label = "web"
