"""Delivery to the browser: parse the address, ask one selector, answer with a page.

Templates are Jinja2 in ``jinja2/`` (components are macros in ``jinja2/komponen/``); what a template
prints is prepared in ``penyaji/``, which knows neither request nor database.
"""
