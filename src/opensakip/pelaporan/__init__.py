"""Frozen snapshots, reports and their text."""
