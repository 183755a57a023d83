"""Review of the report by the internal auditor (APIP), in rounds, up to the statement."""
