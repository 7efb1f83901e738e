"""Warmline: a support line where there is always a human."""
