"""Use cases: a verb each. They own the transaction and read the clock; nothing below them does."""
