"""From a frozen snapshot to what a template prints. Pure: no database, no request, no clock."""
