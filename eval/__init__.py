"""Measures what the bot knows on real data."""
