"""Documents of the platform: one writer-neutral model, its writers, charts and the bundled fonts.

Floor 0: no Django, no clock, no network. A writer gets the moment of freezing as an argument.
"""
