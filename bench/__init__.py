"""Benchmarks: `make bench`. Ratios measured in one run on one machine, not seconds of another day."""
