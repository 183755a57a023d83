"""Perjanjian Kinerja: agreements between posts, in immutable versions."""
