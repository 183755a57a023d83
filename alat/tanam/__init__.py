"""Plants errors into our own reports, so that a check can be measured against errors that it did not see before.

Shares nothing with the checks: it changes the document model before a writer prints it, and knows from its
own hand what was printed, what should stand there, and where.
"""
