"""Plants errors into our own reports, to measure the checks against errors that they did not see before.

Shares nothing with the checks: it changes the document model before a writer prints it, and knows from its
own hand what was printed, what should stand there, and where.
"""
