"""What Warmline does: one use case a module, over ports."""
