"""The reply while it is being written: whole sentences of it, once it is known to be supported."""

import json
import re
from collections.abc import Callable

from warmline.adapters.openai.reply import NotAReply, Reply, parse_grounds

_REPLY = re.compile(r'"reply"\s*:\s*"')
"""Within a string its quotes would be escaped, so the first match is the property itself."""

_RAW = re.compile(r'(?:[^"\\]|\\(?:u[0-9a-fA-F]{4}|[^u]))*', re.DOTALL)
"""The longest beginning of a JSON string that is whole: no half of an escape."""

_SENTENCES = re.compile(r".*(?:[.!?…](?=\s)|[。！？]|\n)", re.DOTALL)  # noqa: RUF001 - Chinese ends
_HALF_OF_A_PAIR = re.compile(r"[\ud800-\udfff]")


class Drafting:
    """Takes the model's text piece by piece and shows each further sentence of the reply.

    Nothing is shown of a reply that no article or tool stands behind.
    """

    def __init__(self, show: Callable[[str], None], may_show: Callable[[Reply], bool]) -> None:
        self._show = show
        self._may_show = may_show
        self._text = ""
        self._start = 0
        self._allowed = False
        self._shown = ""

    def feed(self, piece: str) -> None:
        self._text += piece
        if not self._start and not self._find_start():
            return
        if not self._allowed:
            return
        sentences = _SENTENCES.match(self._said())
        said = sentences[0].strip() if sentences else ""
        if len(said) > len(self._shown):
            self._shown = said
            self._show(said)

    def _find_start(self) -> bool:
        found = _REPLY.search(self._text)
        if found is None:
            return False
        self._start = found.end()
        try:
            grounds = parse_grounds(self._text[: found.start()].rstrip().rstrip(",") + "}")
        except NotAReply:
            return True  # other order or shape than asked for: the answer comes whole
        self._allowed = self._may_show(grounds)
        return True

    def _said(self) -> str:
        raw = _RAW.match(self._text, self._start)
        try:
            said = json.loads(f'"{raw[0] if raw else ""}"', strict=False)
        except ValueError:
            return ""
        return _HALF_OF_A_PAIR.sub("", str(said))
