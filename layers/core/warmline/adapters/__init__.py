"""How Warmline reaches the world: one folder a vendor. No adapter imports another."""
