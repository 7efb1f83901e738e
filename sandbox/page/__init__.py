"""The sandbox's one page: a phone, a shop and a desk side by side."""
