"""All articles of one place at one time, in one form: of a folder, a git revision, a deployment."""

import io
import sqlite3
import subprocess
import tarfile
import urllib.request
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from deployer.content.articles import read_plain_articles
from deployer.content.search_index import write_index
from deployer.deployment import Deployment
from deployer.errors import CannotContinue
from deployer.places import ROOT

INDEX = "python/warmline_content/articles.sqlite"
"""The compiled articles, inside the content layer."""

_LAYER = "ContentLayer"
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One article as it is compiled: its version, and what of it can be compared line by line."""

    version: str
    title: str
    lines: tuple[str, ...]


type Snapshot = Mapping[str, ArticleText]
"""Articles by id."""


def of_index(file: Path) -> Snapshot:
    """Read a compiled index. Raises CannotContinue for one that this code cannot read."""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as database:
            rows = database.execute(
                "SELECT number, id, version, title, topics, languages, updated FROM articles"
            ).fetchall()
            return {
                name: ArticleText(
                    version,
                    title,
                    (
                        f"title: {title}",
                        f"topics: {topics}",
                        f"languages: {languages}",
                        f"updated: {updated}",
                        *_passages(database, number),
                    ),
                )
                for number, name, version, title, topics, languages, updated in rows
            }
    except sqlite3.Error as error:
        raise CannotContinue(f"the compiled articles cannot be read: {error}") from error


def _passages(database: sqlite3.Connection, article: int) -> list[str]:
    rows = database.execute(
        "SELECT heading, text FROM passages WHERE article = ? ORDER BY number", (article,)
    )
    lines: list[str] = []
    for heading, text in rows:
        lines += (
            [f"## {heading}"] if heading and text else [f"question: {heading}"] if heading else []
        )
        lines += text.splitlines()
    return lines


def of_folder(folder: Path) -> Snapshot:
    """Compile a folder of articles aside, and read it. Mistakes in a front matter are passed."""
    with TemporaryDirectory() as work:
        made = Path(work) / "articles.sqlite"
        write_index(read_plain_articles(folder), made)
        return of_index(made)


def of_revision(revision: str, folder: str = "content/articles", *, root: Path = ROOT) -> Snapshot:
    """Read the articles of a git revision. Raises CannotContinue when git does not know it."""
    command = ["git", "-C", str(root), "archive", "--format=tar", "--end-of-options"]
    command += [revision, folder]
    try:
        run = subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603
    except (OSError, subprocess.SubprocessError) as error:
        raise CannotContinue(f"git has no {folder} at {revision}.") from error
    with TemporaryDirectory() as work, tarfile.open(fileobj=io.BytesIO(run.stdout)) as tar:
        tar.extractall(work, filter="data")
        return of_folder(Path(work) / folder)


def of_deployment(
    deployment: Deployment, download: Callable[[str], bytes] | None = None
) -> Snapshot:
    """Read what a stack answers from now: the articles in its content layer."""
    try:
        layer = _layer_address(deployment)
    except (ClientError, BotoCoreError) as error:
        raise CannotContinue(f"the stack {deployment.stack} cannot be read: {error}") from error
    package = (download or _download)(layer)
    with TemporaryDirectory() as work:
        file = Path(work) / "articles.sqlite"
        try:
            with zipfile.ZipFile(io.BytesIO(package)) as layers:
                file.write_bytes(layers.read(INDEX))
        except (zipfile.BadZipFile, KeyError) as error:
            raise CannotContinue("the deployed content layer holds no articles.") from error
        return of_index(file)


def _layer_address(deployment: Deployment) -> str:
    session = deployment.session()
    formation = session.client("cloudformation", endpoint_url=deployment.endpoint_url)
    for page in formation.get_paginator("list_stack_resources").paginate(
        StackName=deployment.stack
    ):
        for one in page["StackResourceSummaries"]:
            if one["LogicalResourceId"].startswith(_LAYER) and "PhysicalResourceId" in one:
                return _content_of(session, deployment, one["PhysicalResourceId"])
    raise CannotContinue(f"the stack {deployment.stack} has no content layer: is it a Warmline?")


def _content_of(session: boto3.Session, deployment: Deployment, arn: str) -> str:
    functions = session.client("lambda", endpoint_url=deployment.endpoint_url)
    return functions.get_layer_version_by_arn(Arn=arn)["Content"]["Location"]


def _download(address: str) -> bytes:
    """AWS names an address that is good for ten minutes."""
    if not address.startswith(("https://", "http://")):
        raise CannotContinue("the content layer has no address to read it from.")
    try:
        with urllib.request.urlopen(address, timeout=_SECONDS) as answer:  # noqa: S310 - checked
            body: bytes = answer.read()
    except OSError as error:
        raise CannotContinue(f"the content layer cannot be read: {error}") from error
    return body
