"""Users, dated assignments, and the one guard that opens a scope."""
