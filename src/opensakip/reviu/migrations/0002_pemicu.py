"""Triggers that keep statements as they were issued."""

from django.db import migrations

from opensakip.reviu.pemicu import PEMICU
from opensakip.inti import pemicu


def pasang(apps, schema_editor):
    """Create the triggers."""
    pemicu.pasang(schema_editor, PEMICU)


def lepas(apps, schema_editor):
    """Remove the triggers."""
    pemicu.lepas(schema_editor, PEMICU)


class Migration(migrations.Migration):
    """Second lock behind the services."""

    dependencies = [("reviu", "0001_initial")]
    operations = [migrations.RunPython(pasang, lepas)]
