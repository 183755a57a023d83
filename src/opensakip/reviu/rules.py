"""Who may do what in a review. Both roles need the whole agency; a person of one unit has no review."""

from __future__ import annotations

from opensakip.inti.cakupan import Cakupan

MEREVIU = frozenset(["apip"])
MENYUSUN = frozenset(["koordinator", "admin_instansi"])


def boleh_mereviu(cakupan: Cakupan) -> bool:
    """Whether this person decides findings, fills the checklist and states: the internal auditor."""
    return cakupan.unit is None and bool(MEREVIU & set(cakupan.peran))


def boleh_menanggapi(cakupan: Cakupan) -> bool:
    """Whether this person answers findings and mends the report: the coordinator."""
    return cakupan.unit is None and bool(MENYUSUN & set(cakupan.peran))


def boleh_membuka(cakupan: Cakupan) -> bool:
    """Whether this person may begin a round: either side."""
    return boleh_mereviu(cakupan) or boleh_menanggapi(cakupan)
