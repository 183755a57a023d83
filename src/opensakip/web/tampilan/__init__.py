"""Views, one file per topic of the reader. Thin: one selector call, then a page."""
