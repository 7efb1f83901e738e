"""Hints: ids on their way to a worker."""
