"""`warmline articles`: check what a deploy would ship, and show what it would change."""

import difflib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from deployer.article_snapshots import Snapshot, of_deployment, of_folder, of_revision
from deployer.compile_content import CONTENT
from deployer.content.article_advice import advise
from deployer.content.articles import read_articles
from deployer.content.policy import read_policy
from deployer.deployment import Deployment, deployment_options

_FOLDER = click.argument(
    "folder",
    default=CONTENT / "articles",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)


@click.group()
def articles() -> None:
    """Check the articles, and see what a deploy would change."""


@articles.command()
@_FOLDER
@click.option("--strict", is_flag=True, help="Fail on advice too.")
@click.pass_context
def lint(context: click.Context, folder: Path, *, strict: bool) -> None:
    """Check the articles in FOLDER: mistakes, which stop a build, and advice, which does not.

    Each is told with its file, its line and what to do.
    """
    read = read_articles(folder)
    languages = frozenset(file.stem for file in (CONTENT / "phrases").glob("*.yaml"))
    hosts = read_policy(CONTENT / "policy.yaml").get("own_hosts")
    advice = advise(
        folder,
        read,
        languages=languages,
        today=datetime.now(UTC).date(),
        own_hosts=[str(host) for host in hosts] if isinstance(hosts, list) else (),
    )
    for one in advice:
        click.echo(f"advice: {one}")
    click.echo(f"Articles: {len(read)}. Mistakes: none. Advice: {len(advice)}.")
    if advice and strict:
        context.exit(1)


@articles.command()
@_FOLDER
@click.option("--since", metavar="REVISION", help="Compare with a git revision, not a stack.")
@deployment_options
def diff(folder: Path, *, since: str | None, deployment: Deployment) -> None:
    """Show what deploying FOLDER would change, against what the stack answers from now.

    An answer given before keeps naming the version that it quoted. To go back, revert the commit
    and deploy.
    """
    before = of_revision(since) if since else of_deployment(deployment)
    for line in changes(before, of_folder(folder)):
        click.echo(line)


def changes(before: Snapshot, after: Snapshot) -> Iterator[str]:
    """Yield what is new, changed and gone, each changed article with its changed lines."""
    new, gone = sorted(after.keys() - before.keys()), sorted(before.keys() - after.keys())
    changed = [
        name
        for name in sorted(after.keys() & before.keys())
        if after[name].version != before[name].version
    ]
    for name in new:
        yield f"+ {name}  {after[name].title}  (version {after[name].version})"
    for name in changed:
        yield f"~ {name}  {after[name].title}  ({before[name].version} -> {after[name].version})"
        yield from _lines(before[name].lines, after[name].lines)
    for name in gone:
        yield f"- {name}  {before[name].title}  (version {before[name].version})"
    same = len(after) - len(new) - len(changed)
    yield f"{len(new)} new, {len(changed)} changed, {len(gone)} gone, {same} as they are."


def _lines(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    compared = difflib.unified_diff(before, after, n=0, lineterm="")
    for line in compared:
        if not line.startswith(("---", "+++", "@@")):
            yield f"    {line}"
