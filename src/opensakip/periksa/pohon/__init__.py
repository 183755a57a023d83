"""Trees in tables of plans and budgets: rows with levels, indicators, targets and money, each cell with its
place. What arithmetic or structure confirms is certain; the rest becomes a question to a person."""
