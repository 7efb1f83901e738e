"""Makes `content/` into the layer that the functions read: checked, and the same bytes each time.

    python -m deployer.compile_content OUT_DIR

writes OUT_DIR/python/warmline_content: policy.json, phrases.json, replies.json, articles.sqlite,
tools.json with the functions in tools/ and, once the widget is built, widget.js. Nothing that runs
in the cloud reads YAML or Markdown.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from deployer.content.articles import Article, read_articles
from deployer.content.mapping import Value
from deployer.content.phrases import Phrases, read_phrases
from deployer.content.policy import read_policy
from deployer.content.problems import ContentInvalid, Problem
from deployer.content.replies import Reply, read_replies
from deployer.content.search_index import write_index
from deployer.content.tools import Compiled, read_tools, tool_modules
from deployer.places import ROOT

CONTENT = ROOT / "content"
WIDGET = ROOT / "widget" / "dist" / "widget.js"

_INIT = '"""The deployer\'s articles, rules and phrases, compiled; see `content/`."""\n'


def compile_content(out: Path, *, content: Path = CONTENT, widget: Path | None = WIDGET) -> Path:
    """Compile the content into a layer folder and return the package's folder in it.

    Raises ContentInvalid with every mistake in any file; then nothing is written.
    """
    read = _read(content)
    package = out / "python" / "warmline_content"
    shutil.rmtree(package, ignore_errors=True)
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(_INIT, encoding="utf-8")
    _write_json(package / "policy.json", read.policy)
    _write_json(package / "phrases.json", read.phrases)
    _write_json(package / "replies.json", read.replies)
    _write_articles(package, read.articles)
    _write_tools(package, content, read.tools)
    if widget is not None and widget.exists():
        shutil.copyfile(widget, package / "widget.js")
    return package


@dataclass(frozen=True, slots=True)
class _Content:
    policy: dict[str, Value]
    phrases: Phrases
    replies: list[Reply]
    articles: tuple[Article, ...]
    tools: Compiled


def _read(folder: Path) -> _Content:
    problems: list[Problem] = []

    def tried[T](read: Callable[[Path], T], place: Path, instead: T) -> T:
        try:
            return read(place)
        except ContentInvalid as invalid:
            problems.extend(invalid.problems)
            return instead

    no_articles: tuple[Article, ...] = ()
    articles = tried(read_articles, folder / "articles", no_articles)
    ids = [article.id for article in articles] or None
    content = _Content(
        policy=tried(read_policy, folder / "policy.yaml", {}),
        phrases=tried(read_phrases, folder / "phrases", {}),
        replies=tried(read_replies, folder / "replies.yaml", []),
        articles=articles,
        tools=tried(lambda place: read_tools(place, ids), folder, {}),
    )
    if problems:
        raise ContentInvalid(problems)
    return content


def _write_tools(package: Path, content: Path, tools: Compiled) -> None:
    """The actions in their own order: it is the order in which a customer is asked."""
    text = json.dumps(tools, ensure_ascii=False, indent=1)
    (package / "tools.json").write_text(f"{text}\n", encoding="utf-8")
    functions = package / "tools"
    functions.mkdir()
    (functions / "__init__.py").write_text(_INIT, encoding="utf-8")
    for module in tool_modules(content):
        shutil.copyfile(module, functions / module.name)


def _write_articles(package: Path, articles: tuple[Article, ...]) -> None:
    from deployer.content.meanings import load_meanings  # noqa: PLC0415 - half a second

    write_index(articles, package / "articles.sqlite", meanings=load_meanings())


def _write_json(file: Path, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)
    file.write_text(f"{text}\n", encoding="utf-8")


@click.command()
@click.argument("out_dir", type=click.Path(file_okay=False, path_type=Path))
def main(out_dir: Path) -> None:
    """Check the content and compile it into OUT_DIR, a layer's folder."""
    package = compile_content(out_dir)
    click.echo(f"compiled the content into {package}", err=True)


if __name__ == "__main__":
    main()
