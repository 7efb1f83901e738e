"""The fixed draw of the demo's utterances: `python -m deployer.demo.draw FOLDER_OF_DATA_SETS`.

Run once; its result is kept in `words/` with the notices of those whose words these are. With
the same sets it draws the same.
"""

import csv
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from deployer.demo.utterances import FILE, Utterance

SEED = 20
SHOP_QUESTIONS = 48
BANK_QUESTIONS = 12
CHANNELS = ("sms", "web", "slack")


def draw(data: Path) -> list[Utterance]:
    """Draw 48 of a shop's questions, every intent among them, and 12 about payments."""
    chance = random.Random(SEED)  # noqa: S311 - a draw that can be repeated
    drawn = [
        *_draw_every_intent(_read_shop_questions(data), SHOP_QUESTIONS, chance),
        *_draw_every_intent(_read_bank_questions(data), BANK_QUESTIONS, chance),
    ]
    chance.shuffle(drawn)
    return [
        Utterance(text, source, intent, CHANNELS[place % len(CHANNELS)])
        for place, (text, source, intent) in enumerate(drawn)
    ]


type Row = tuple[str, str, str]


def _draw_every_intent(rows: list[Row], count: int, chance: random.Random) -> list[Row]:
    """Draw one row of as many intents as possible, then from all the rest."""
    chance.shuffle(rows)
    first = {intent: (text, source, intent) for text, source, intent in reversed(rows)}
    chosen = list(first.values())[:count]
    rest = [row for row in rows if row not in chosen]
    return [*chosen, *rest[: count - len(chosen)]]


def _read_shop_questions(data: Path) -> list[Row]:
    folder = data / "bitext_intents"
    rows = [*_read_rows(folder / "train.csv"), *_read_rows(folder / "dev.csv")]
    return sorted({(row["utterance"], "bitext", row["intent"]) for row in rows})


def _read_bank_questions(data: Path) -> list[Row]:
    rows = _read_rows(data / "banking77" / "test.csv")
    return sorted({(row["text"], "banking77", row["category"]) for row in rows})


def _read_rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def main(data: Path) -> None:
    """Write the draw to its place in the project."""
    lines = [json.dumps(utterance.as_json(), ensure_ascii=False) for utterance in draw(data)]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
