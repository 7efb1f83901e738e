"""What a cold start of `take_turn` costs on this machine, and what each import adds to it.

    python -m bench.cold_start

builds for this machine's processor, with byte-code, and starts the function in interpreters of its
own that see what Lambda would: the function, its layers and boto3. Figures are milliseconds of the
processor, since a start hardly waits for anything else. Writes bench/cold_start.json.
"""

import compileall
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from py_compile import PycInvalidationMode
from tempfile import TemporaryDirectory

import click
from rich.console import Console
from rich.table import Table

from deployer.build import CONTENT, build_stack
from warmline.settings import TakeTurnSettings

RESULTS = Path(__file__).with_name("cold_start.json")
ROUNDS = 7

_LAYERS = ("CoreLayer", "DependenciesLayer", "OpenAILayer", "MeaningLayer")
_GIVEN = ("boto3", "botocore", "s3transfer", "jmespath", "dateutil", "urllib3", "six.py")
_SHOWN = ("numpy", "onnxruntime", "boto3", "aws_lambda_powertools", "openai", "sqlite3", "warmline")
_STARTS = {
    "words": {"MEANING": "off", "OPENAI_MODEL": ""},
    "words, meaning": {"MEANING": "on", "OPENAI_MODEL": ""},
    "words, OpenAI": {"MEANING": "off"},
    "words, meaning, OpenAI": {"MEANING": "on"},
}
_FIRST_EVENT = """
import os, time
began = time.process_time()
import functions.take_turn.app
from warmline import bootstrap
bootstrap.take_turn()
ready = time.process_time()
from warmline.bootstrap import turns
from warmline.settings import TakeTurnSettings, read_settings
articles = turns._articles(read_settings(TakeTurnSettings, os.environ))
articles.search("where is my order")
searched = time.process_time()
articles.search("can I send a lamp back")
print((ready - began) * 1000, (searched - ready) * 1000, (time.process_time() - searched) * 1000)
"""
_MEASURED = ("ready to take a turn", "its first search", "a search after that")


@click.command()
@click.option("--rounds", default=ROUNDS, show_default=True, help="Starts of each kind.")
def main(rounds: int) -> None:
    """Build, start `take_turn` cold many times, and print medians in milliseconds."""
    architecture = "arm64" if platform.machine() in {"arm64", "aarch64"} else "x86_64"
    with TemporaryDirectory() as work:
        made = Path(work) / "build"
        build_stack(architecture, build_dir=made, cache_dir=Path(work) / "cache")
        path = [made / "TakeTurn", *_layers(made), CONTENT / "python", _given(Path(work) / "given")]
        starts = {name: _medians(path, env, rounds) for name, env in _STARTS.items()}
        imports = {name: _imports(path, env) for name, env in _STARTS.items()}
    RESULTS.write_text(
        json.dumps({"cold_start_ms": starts, "imports_ms": imports}, indent=2) + "\n", "utf-8"
    )
    _print(starts, imports)


def _layers(made: Path) -> list[Path]:
    return [made / name / "python" for name in _LAYERS if (made / name).is_dir()]


def _given(folder: Path) -> Path:
    """Copy what Lambda's own Python has, and compile it as it is there."""
    folder.mkdir()
    for name in _GIVEN:
        found = next(Path(p) / name for p in sys.path if (Path(p) / name).exists())
        copy = shutil.copytree if found.is_dir() else shutil.copy
        copy(found, folder / name)
    compileall.compile_dir(folder, quiet=1, invalidation_mode=PycInvalidationMode.UNCHECKED_HASH)
    return folder


def _environment(path: Iterable[Path], env: dict[str, str]) -> dict[str, str]:
    named = {field.name.upper(): "https://x.example" for field in fields(TakeTurnSettings)}
    return {
        **named,
        "POLICY_OVERRIDES": "{}",
        "AWS_DEFAULT_REGION": "us-east-1",
        "PYTHONPATH": os.pathsep.join(map(str, path)),
        **env,
    }


def _medians(path: Sequence[Path], env: dict[str, str], rounds: int) -> dict[str, float]:
    """Milliseconds of the processor, of each step the middle of some starts."""
    told = [_run(["-S", "-c", _FIRST_EVENT], path, env).stdout.split() for _ in range(rounds)]
    figures = zip(*(map(float, line) for line in told), strict=True)
    return {
        name: round(statistics.median(values), 1)
        for name, values in zip(_MEASURED, figures, strict=True)
    }


def _imports(path: Sequence[Path], env: dict[str, str]) -> dict[str, float]:
    """Milliseconds of each package that costs something, with all that it imports itself."""
    told = _run(["-S", "-X", "importtime", "-c", _FIRST_EVENT], path, env).stderr
    costs: dict[str, float] = {}
    for line in told.splitlines():
        if line.startswith("import time:") and line.count("|") == 2:  # noqa: PLR2004 - its form
            _, cumulative, name = line.removeprefix("import time:").split("|")
            if name.strip() in _SHOWN:
                costs[name.strip()] = round(int(cumulative) / 1000, 1)
    return costs


def _run(
    words: list[str], path: Sequence[Path], env: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, *words],
        env=_environment(path, env),
        capture_output=True,
        text=True,
        check=True,
    )


def _print(starts: dict[str, dict[str, float]], imports: dict[str, dict[str, float]]) -> None:
    table = Table("ms", *starts, title="Cold start of take_turn")
    for step in _MEASURED:
        table.add_row(step, *(f"[bold]{steps[step]:.0f}[/bold]" for steps in starts.values()))
    for name in _SHOWN:
        costs = [imports[start].get(name) for start in starts]
        if any(cost is not None for cost in costs):
            table.add_row(f"import {name}", *("" if c is None else f"{c:.0f}" for c in costs))
    Console().print(table)


if __name__ == "__main__":
    main()
