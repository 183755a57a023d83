"""Planning forms as documents of their own, from the same frozen figures as the report."""
