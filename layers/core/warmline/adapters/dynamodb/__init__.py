"""One table. `keys.py` alone spells its keys and attribute names."""
