"""What Warmline means, in the standard library only: no I/O, no clock, no logging."""
