"""Near misses of STOP: a person who wants no more messages and says it in their own words."""

from warmline.domain.folding import words


def is_opt_out_ask(text: str) -> bool:
    """Whether the text asks to be written to no more; a reserved word alone is a keyword."""
    return "texting me" in " ".join(words(text))
