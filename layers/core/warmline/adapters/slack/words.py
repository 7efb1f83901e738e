"""What people write, change and delete in the desk's threads, as our own types."""

import re
from collections.abc import Mapping
from dataclasses import replace

from warmline.adapters.slack.parse import parse_desk_words
from warmline.adapters.slack.payload import Payload, at, is_id, text_in, ts_in
from warmline.adapters.slack.text import written
from warmline.application.reply import DeskWords
from warmline.domain.attachments import Attachment
from warmline.domain.errors import UnsupportedEvent

MOST_FILES = 10
"""As many as Slack takes in one message."""

LONGEST_NAME = 100

_CALL = re.compile(r"<(?:@|!subteam\^|!here|!channel|!everyone)")
"""A colleague, or all of them, called by Slack's own sign."""

_NO_NAME = re.compile(r"[^\w .()+-]+")


def parse_said(event: Payload, team: str) -> DeskWords:
    """Return somebody's words in a thread, with the files that they sent along."""
    words = parse_desk_words(event, team)
    text = text_in(event, "text")
    return replace(words, calls=_calls(text), files=_files(event.get("files")))


def parse_changed(event: Payload, team: str) -> DeskWords:
    """Return a message as its writer has changed it.

    Raises UnsupportedEvent for what Slack itself has changed, such as a link's preview, and for a
    change by one of us bots.
    """
    now, before = event.get("message"), event.get("previous_message")
    if text_in(now, "bot_id") or text_in(now, "text") == text_in(before, "text"):
        raise UnsupportedEvent("no person has changed any words")
    gone = text_in(now, "subtype") == "tombstone"
    return _edited(event, before if gone else now, team, "" if gone else text_in(now, "text"))


def parse_deleted(event: Payload, team: str) -> DeskWords:
    """Return a message that is gone. Raises UnsupportedEvent for one by a bot, ours included."""
    before = event.get("previous_message")
    if text_in(before, "bot_id"):
        raise UnsupportedEvent("no person's own words")
    return _edited(event, before, team, "")


def parse_gone(event: Payload) -> str:
    """Return which message is no more; "" for a change of one that is.

    One that has a thread leaves a tombstone there: that is a change and no deletion to Slack.
    """
    now = event.get("message")
    if text_in(now, "subtype") == "tombstone":
        return ts_in(now, "ts")
    return ts_in(event, "deleted_ts")


def _edited(event: Payload, message: object, team: str, text: str) -> DeskWords:
    channel, user, ts = event.get("channel"), at(message, "user"), ts_in(message, "ts")
    thread = ts_in(message, "thread_ts")
    if not is_id(channel) or not is_id(user) or not ts or not thread:
        raise UnsupportedEvent("words of nobody, or in no thread")
    return DeskWords(
        user=str(user),
        channel=str(channel),
        thread_ts=thread,
        ts=ts,
        text=written(text),
        scope=f"slack:{team}:{channel}:{ts}",
        calls=_calls(text),
    )


def _calls(text: str) -> bool:
    return _CALL.search(text) is not None


def _files(given: object) -> tuple[Attachment, ...]:
    files = given if isinstance(given, list) else []
    return tuple(map(_file, (one for one in files[:MOST_FILES] if is_id(at(one, "id")))))


def _file(one: Mapping[str, object]) -> Attachment:
    size, name = one.get("size"), _NO_NAME.sub("_", text_in(one, "name"))
    return Attachment(
        id=text_in(one, "id"),
        name=name[-LONGEST_NAME:].strip() or "file",
        media_type=text_in(one, "mimetype").lower(),
        size=size if isinstance(size, int) and size > 0 else 0,
    )
