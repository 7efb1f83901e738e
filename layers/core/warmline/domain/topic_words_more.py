"""Words of the sensitive topics in the other languages of the rules, as lines of `phrasing`."""

TOPICS_MORE: dict[str, str] = {}
TOPICS_IN_CHINESE: dict[str, str] = {}
