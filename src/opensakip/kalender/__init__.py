"""National grid of periods."""
