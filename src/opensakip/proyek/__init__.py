"""Settings, URLs and the WSGI entry: the roof of the house."""
