"""Checks over what was read: what is printed, what it should be, where, why, and how serious it is."""
