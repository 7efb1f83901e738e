"""`warmline demo`: real people's utterances through a deployed line, and what became of each."""
