"""The words that the demo sends: 60 of them, drawn once from public data sets."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = Path(__file__).with_name("words") / "utterances.jsonl"


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody wrote, where it comes from, and the channel that the demo sends it over."""

    text: str
    source: str
    intent: str
    channel: str

    def as_json(self) -> dict[str, str]:
        return asdict(self)


def read_utterances() -> list[Utterance]:
    """Return all of them in the order of the draw."""
    return [Utterance(**json.loads(line)) for line in FILE.read_text("utf-8").splitlines()]
