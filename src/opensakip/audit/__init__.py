"""Append-only journal: who did what, when, to which object, and why."""
