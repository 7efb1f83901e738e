"""Measurements of what the design counts on, on real engines."""
