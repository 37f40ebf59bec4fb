"""Measures what a person waits for, in a real browser on a slowed-down processor."""
