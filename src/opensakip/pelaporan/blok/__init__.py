"""Blocks of a report: each turns one part of a snapshot into blocks of the document model.

They read the snapshot only, show figures only as the snapshot shows them, and return nothing where the
snapshot has nothing, so that one frame serves agencies with much and with little.
"""
