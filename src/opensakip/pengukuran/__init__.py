"""Realisasi, benchmarks and values of instruments (SKM, AKIP, NKA, IP ASN)."""
