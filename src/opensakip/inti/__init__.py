"""Foundation shared by every Django room: base models, fields, the one clock, expected errors."""
