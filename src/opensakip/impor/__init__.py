"""Staged import of an agency's data set: read, check, preview, then one transaction or nothing."""
