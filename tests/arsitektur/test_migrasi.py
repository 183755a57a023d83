"""Models and migrations agree."""

from __future__ import annotations

import io

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_tidak_ada_migrasi_yang_tertinggal() -> None:
    keluaran = io.StringIO()
    call_command("makemigrations", "--check", "--dry-run", stdout=keluaran)
    assert "No changes detected" in keluaran.getvalue() or "Tidak ada" in keluaran.getvalue()
