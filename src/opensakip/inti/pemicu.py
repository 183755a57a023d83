"""Database triggers that refuse changes of what is set, on SQLite and PostgreSQL.

The services refuse first, with a message for people. These triggers are the second lock, for raw
SQL, a console, or a mistake of ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Pemicu:
    """One refusal: on which table and acts, under which condition, and the words.

    ``syarat`` is plain SQL over ``OLD`` or ``NEW`` that both engines read.
    """

    nama: str
    tabel: str
    tindakan: str  # UPDATE, DELETE or INSERT
    syarat: str
    pesan: str


def sql_pasang(pemicu: Pemicu, vendor: str) -> str:
    """Return the statement(s) that create a trigger on the given engine."""
    if vendor == "sqlite":
        return (
            f"CREATE TRIGGER {pemicu.nama} BEFORE {pemicu.tindakan} ON {pemicu.tabel} "
            f"FOR EACH ROW WHEN {pemicu.syarat} BEGIN SELECT RAISE(ABORT, '{pemicu.pesan}'); END"
        )
    kembali = "OLD" if pemicu.tindakan == "DELETE" else "NEW"
    return (
        f"CREATE FUNCTION {pemicu.nama}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {pemicu.syarat} THEN RAISE EXCEPTION '{pemicu.pesan}' "
        f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {kembali}; END $$; "
        f"CREATE TRIGGER {pemicu.nama} BEFORE {pemicu.tindakan} ON {pemicu.tabel} "
        f"FOR EACH ROW EXECUTE FUNCTION {pemicu.nama}()"
    )


def sql_lepas(pemicu: Pemicu, vendor: str) -> str:
    """Return the statement(s) that remove a trigger."""
    if vendor == "sqlite":
        return f"DROP TRIGGER IF EXISTS {pemicu.nama}"
    return f"DROP TRIGGER IF EXISTS {pemicu.nama} ON {pemicu.tabel}; DROP FUNCTION IF EXISTS {pemicu.nama}()"


def pasang(penyunting: Any, semua: Iterable[Pemicu]) -> None:
    """Create triggers through a schema editor (migrations)."""
    for p in semua:
        penyunting.execute(sql_pasang(p, penyunting.connection.vendor), params=None)


def lepas(penyunting: Any, semua: Iterable[Pemicu]) -> None:
    """Remove triggers through a schema editor (reverse migrations, test clean-up)."""
    for p in semua:
        penyunting.execute(sql_lepas(p, penyunting.connection.vendor), params=None)
