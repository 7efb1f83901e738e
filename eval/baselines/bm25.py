"""BM25 over title and article, as in a textbook: what a plain search engine would do."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

_K1, _B = 1.2, 0.75
_WORD = re.compile(r"[a-z0-9]+")


class Bm25:
    """An index of articles by id; a score has no upper end."""

    name = "BM25"

    def __init__(self, articles: Mapping[str, str]) -> None:
        said = {name: _words(text) for name, text in articles.items()}
        self._usual = sum(map(len, said.values())) / max(1, len(said))
        self._lengths = {name: len(words) for name, words in said.items()}
        self._found: dict[str, dict[str, int]] = defaultdict(dict)
        for name, words in said.items():
            for word, times in Counter(words).items():
                self._found[word][name] = times

    def search(self, question: str, *, limit: int = 10) -> Sequence[tuple[str, float]]:
        """Return the best articles with their scores, best first."""
        scores: dict[str, float] = defaultdict(float)
        for word in _words(question):
            held = self._found.get(word, {})
            rarity = math.log(1 + (len(self._lengths) - len(held) + 0.5) / (len(held) + 0.5))
            for name, times in held.items():
                length = 1 - _B + _B * self._lengths[name] / self._usual
                scores[name] += rarity * times * (_K1 + 1) / (times + _K1 * length)
        return sorted(scores.items(), key=lambda scored: (-scored[1], scored[0]))[:limit]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
