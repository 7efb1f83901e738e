"""Simple methods that run beside the project's own, each small enough to be read in a minute."""
