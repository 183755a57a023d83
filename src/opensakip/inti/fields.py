"""Model fields that keep money and measured values exact on SQLite and PostgreSQL."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

_SEN = Decimal(100)


class RupiahField(models.BigIntegerField):
    """Rupiah as ``Decimal`` with at most two decimals in Python, whole sen in the database.

    SQLite keeps decimals as binary doubles, so a SUM of decimals is not exact there; a SUM of
    integers is. Only this class knows the factor 100.
    """

    description = "Rupiah (disimpan sebagai sen)"
    # What the type checker reads; the base class says float and int.
    _pyi_private_set_type: Decimal | int  # type: ignore[assignment]
    _pyi_private_get_type: Decimal  # type: ignore[assignment]

    def from_db_value(self, value: int | None, expression: object, connection: object) -> Decimal | None:
        """Turn sen from the database into rupiah."""
        if value is None:
            return None
        rupiah = Decimal(value) / _SEN
        return rupiah.quantize(Decimal(1)) if rupiah == rupiah.to_integral_value() else rupiah

    def get_prep_value(self, value: Any) -> int | None:
        """Turn rupiah into sen.

        Raises:
            ValidationError: a third decimal, which rupiah does not have.
        """
        if value is None:
            return None
        sen = Decimal(value) * _SEN
        if sen != sen.to_integral_value():
            raise ValidationError(f"rupiah paling banyak dua desimal: {value}")
        return int(sen)

    def to_python(self, value: Any) -> Decimal | None:
        """Accept what a person or a serializer gives."""
        return None if value is None else Decimal(value)
