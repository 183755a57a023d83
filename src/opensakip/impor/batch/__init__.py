"""From a document that was read to records: recognised, mapped, asked, previewed, applied, undone."""
