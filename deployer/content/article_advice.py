"""What is no mistake in an article, and still makes worse answers of it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path

from deployer.content.articles import Article
from deployer.content.problems import Problem
from warmline.adapters.knowledge.quoting import sentences_of
from warmline.domain.links import foreign_links
from warmline.domain.sms_text import fits_segments

_COMMAND = re.compile(
    r"\b(?:reply|text|send)\s+(?:with\s+)?(?:stop|end|quit|cancel|help)\b", re.IGNORECASE
)
_TABLE = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]]*\]\(")
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?P<target>[a-z]+:[^)\s]+)")
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>", re.IGNORECASE)
_REFERENCE = re.compile(r"\bsee \"([^\"]+)\"", re.IGNORECASE)
_SUFFIX = re.compile(r".+\.(?P<language>[a-z]{2,3})")


def advise(
    folder: Path,
    articles: Sequence[Article],
    *,
    languages: Collection[str],
    today: date,
    own_hosts: Sequence[str] = (),
) -> list[Problem]:
    """Return what their writer should look at, by file and line.

    `languages` are those that the line's own sentences are in; `own_hosts` the policy's.
    """
    files = {article.id: folder / f"{article.id}.md" for article in articles}
    found = [
        problem
        for article in articles
        for problem in _advise(files[article.id], article, articles, languages, today)
    ]
    elsewhere = [one for file in files.values() for one in _elsewhere(file, own_hosts)]
    return sorted([*found, *elsewhere, *_twice(folder, articles)])


def _elsewhere(file: Path, own_hosts: Sequence[str]) -> Iterator[Problem]:
    """Each link and address that the guard over the bot's answers holds back."""
    text = file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    for link in dict.fromkeys(foreign_links(text, own_hosts)):
        yield Problem(
            file,
            _line_of(text, link),
            f"no answer may say {link}: its host is not among own_hosts in policy.yaml",
        )


def _advise(
    file: Path,
    article: Article,
    articles: Sequence[Article],
    languages: Collection[str],
    today: date,
) -> Iterator[Problem]:
    text = file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    yield from _about_text(file, text)
    if not _fits_sms(article):
        yield Problem(
            file, 0, "its first sentence is too long for two text messages: answer first, briefly"
        )
    if date.fromisoformat(article.updated) > today:
        yield Problem(file, 0, f"updated says {article.updated}, which is still to come")
    for language in article.languages:
        if language.partition("-")[0] not in languages:
            yield Problem(file, 0, f"there is no content/phrases/{language}.yaml to go with it")
    suffix = _SUFFIX.fullmatch(article.id)
    if suffix and suffix["language"] in languages and suffix["language"] not in article.languages:
        named = suffix["language"]
        yield Problem(file, 0, f"its name ends in .{named}, and its languages do not say {named}")
    titles = {other.title for other in articles}
    for title in _REFERENCE.findall(text):
        if title not in titles:
            yield Problem(file, _line_of(text, f'"{title}"'), f'no article is called "{title}"')


def _about_text(file: Path, text: str) -> Iterator[Problem]:
    checks = (
        (_COMMAND, "tells customers to text a word that carriers take as a command"),
        (_TABLE, "a table is quoted as lines with bars: write sentences"),
        (_IMAGE, "a picture is not shown, only its label"),
        (_TAG, "HTML is quoted as it stands"),
        (_LINK, "the address behind a link is not quoted: write it out if customers need it"),
    )
    for pattern, advice in checks:
        if found := pattern.search(text):
            yield Problem(file, text.count("\n", 0, found.start()) + 1, advice)


def _fits_sms(article: Article) -> bool:
    first = next(iter(sentences_of(article.sections[0].text)), "") if article.sections else ""
    return fits_segments(f"{first} (From: {article.title})", segments=2)


def _twice(folder: Path, articles: Sequence[Article]) -> Iterator[Problem]:
    """Two that look alike: customers cannot tell them apart, and neither can a search."""
    titles, questions = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for article in articles:
        titles[article.title.casefold()].append(article.id)
        for question in article.questions:
            questions[question.casefold()].append(article.id)
    for said, owners in (("title", titles), ("question", questions)):
        for text, ids in owners.items():
            if len(ids) > 1:
                others = ", ".join(ids[:-1])
                yield Problem(
                    folder / f"{ids[-1]}.md", 0, f'has the {said} "{text}" of {others} too'
                )


def _line_of(text: str, words: str) -> int:
    return text.count("\n", 0, text.find(words)) + 1
