"""A small agency loaded through the services, for tests of the rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ruang.kecil import Kecil


@pytest.fixture
def kecil(db: None) -> Kecil:
    """The agency of the filled template; the models can only be imported once Django is set up."""
    from tests.ruang.kecil import muat_kecil

    return muat_kecil()
