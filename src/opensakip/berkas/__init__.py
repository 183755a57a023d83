"""Source documents, facts as printed, and the link from a record to the fact it rests on."""
