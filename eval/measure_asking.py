"""Measure the explicit ask for a human on public sets of real requests.

    python -m eval.measure_asking [--data DIR] [--part dev|report] [--misses]

DIR (or WARMLINE_DATA) holds the sets named below. The rules are tuned on the dev parts; only the
report parts say how good they are.
"""

import csv
import json
import os
import re
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from warmline.domain.asking import ASK_THRESHOLD, asks_for_human

ASKS = {"contact_human_agent", "human_handoff", "Escalate"}


@dataclass(frozen=True, slots=True)
class Row:
    """One text of a set, and whether it asks for a human (None: not judged)."""

    part: str
    name: str
    text: str
    asks: bool | None


@dataclass(frozen=True, slots=True)
class Score:
    """What came out for one set."""

    asks: int
    found: int
    others: int
    alarms: int


def rows(data: Path) -> Iterator[Row]:
    """Every text of every set, dev parts and report parts."""
    yield from _bitext(data)
    yield from _nlupp(data)
    yield from _rasa(data)
    yield from _botframework(data)
    yield from _negatives(data)


def _csv(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _bitext(data: Path) -> Iterator[Row]:
    for file, part in (("train", "dev"), ("dev", "report")):
        for row in _csv(data / "bitext_intents" / f"{file}.csv"):
            if row["intent"] == "contact_customer_service":
                # Contact with the service is an ask; a question for its hours or number is not.
                facts = re.search(r"time|itme|hour|hwat|number|mail|phone", row["utterance"])
                yield Row(part, "bitext service", row["utterance"], not facts)
            else:
                yield Row(part, "bitext", row["utterance"], row["intent"] in ASKS)


def _nlupp(data: Path) -> Iterator[Row]:
    for line in (data / "nlupp_banking" / "banking.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        part = "dev" if int(row["fold"]) < 10 else "report"  # noqa: PLR2004 - folds 0-9
        yield Row(part, "nlupp", row["text"], "handoff" in (row["intents"] or []))


def _rasa(data: Path) -> Iterator[Row]:
    for row in _csv(data / "rasa_bots" / "nlu.csv"):
        challenge = row["intent"] in {"bot_challenge", "check_human"}
        name = "rasa: are you human?" if challenge else "rasa"
        yield Row("dev", name, row["text"], row["intent"] in ASKS)


def _botframework(data: Path) -> Iterator[Row]:
    folder = data / "botframework_multilingual"
    for row in _csv(folder / "general_lu.csv"):
        yield Row("report", f"botframework {row['lang'][:2]}", row["text"], row["intent"] in ASKS)
    for row in _csv(folder / "chitchat.csv"):
        yield Row("report", f"botframework {row['lang'][:2]}", row["question"], asks=False)


def _negatives(data: Path) -> Iterator[Row]:
    for file, part in (("train", "dev"), ("test", "report")):
        for row in _csv(data / "banking77" / f"{file}.csv"):
            yield Row(part, "banking77", row["text"], asks=False)
    for row in _csv(data / "clinc150" / "data_full.csv"):
        yield Row(
            "report" if "test" in row["split"] else "dev", "clinc150", row["text"], asks=False
        )
    for row in _csv(data / "multidogo" / "test_turns.csv"):
        yield Row("report", "multidogo", row["utterance"], asks=False)
    for line in (data / "natcs_dstc11" / "test_utterances.jsonl").open(encoding="utf-8"):
        found = json.loads(line)
        yield Row("report", "natcs", found.get("utterance") or found.get("text"), asks=False)


def measure(part_rows: list[Row], *, list_misses: bool) -> dict[str, Score]:
    """Score each set; misses and false alarms go to standard error."""
    counts: dict[str, list[int]] = {}
    for row in part_rows:
        ask = asks_for_human(row.text)
        asked = ask.score >= ASK_THRESHOLD
        count = counts.setdefault(row.name, [0, 0, 0, 0])
        count[0 if row.asks else 2] += 1
        count[1 if row.asks else 3] += asked
        if list_misses and asked != bool(row.asks):
            kind = "alarm" if asked else "miss "
            click.echo(f"{kind} {row.name}: {row.text!r} [{ask.evidence}]", err=True)
    return {name: Score(*count) for name, count in counts.items()}


def _milliseconds(texts: list[str]) -> list[float]:
    asks_for_human("warm up the tables, pls")
    taken = []
    for text in texts:
        start = time.perf_counter()
        asks_for_human(text)
        taken.append((time.perf_counter() - start) * 1000)
    return taken


@click.command()
@click.option("--data", type=click.Path(path_type=Path), default=os.environ.get("WARMLINE_DATA"))
@click.option("--part", type=click.Choice(["dev", "report"]), default="report")
@click.option("--misses", is_flag=True, help="List every miss and false alarm.")
def main(data: Path | None, part: str, *, misses: bool) -> None:
    """Print one line a set: recall, false alarms; then the time per message."""
    if data is None:
        raise click.UsageError("say where the sets are: --data DIR or WARMLINE_DATA")
    chosen = [row for row in rows(data) if row.part == part]
    for name, score in measure(chosen, list_misses=misses).items():
        recall = (
            f"{score.found}/{score.asks} = {score.found / score.asks:.3f}" if score.asks else "-"
        )
        alarms = f"{score.alarms}/{score.others}" if score.others else "-"
        click.echo(f"{name:24} recall {recall:18} false alarms {alarms}")
    taken = _milliseconds([row.text for row in chosen[:4000]])
    click.echo(
        f"median {statistics.median(taken):.3f} ms, p99 {sorted(taken)[-len(taken) // 100]:.3f} ms"
    )


if __name__ == "__main__":
    main()
