"""Fixtures of the page tests. What needs Django is imported inside: conftest files load before settings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.web.klien import Klien


@pytest.fixture(autouse=True)
def _bahasa_bawaan() -> None:
    """Every test begins in the language of the product, whatever the page before it was asked in."""
    from django.conf import settings
    from django.utils import translation

    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def klien() -> Klien:
    """Return the inspecting client of a visitor."""
    return Klien()


@pytest.fixture
def dinas(db: None) -> Any:
    """Plant one small agency that visitors may read; ``/i/dinas-uji/2030/``."""
    from tests.web.perabot import tanam

    return tanam()


@pytest.fixture(scope="module")
def contoh_produk(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Load the shipped examples once per module, and take them away afterwards."""
    from django.db import transaction

    from opensakip.impor import paket

    with django_db_blocker.unblock(), transaction.atomic():
        for contoh in paket.daftar_contoh():
            paket.muat_contoh(contoh)
        yield
        transaction.set_rollback(True)
