"""Agencies, units with names that change over time, and posts."""
