"""`warmline up`: the whole line on one machine, on a local AWS engine."""
