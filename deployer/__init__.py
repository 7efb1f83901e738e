"""The `warmline` command, for the people who deploy and try the line."""
