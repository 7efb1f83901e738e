"""Text between people and Slack's markup.

`&`, `<` and `>` are Slack's only control characters
(https://docs.slack.dev/messaging/formatting-message-text); everything else that people write is
shown in plain-text objects, where no markup comes alive.
"""

import re

from warmline.domain.contacts import mask_contacts

_LINK = re.compile(r"<([^<>|]+)(?:\|([^<>]*))?>")


def escape(text: str) -> str:
    """Return the text so that a mrkdwn field shows it and pings nobody."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("@", "@\u2060")


def shown(text: str) -> str:
    """Return words as the desk may see them: phone numbers and e-mail addresses masked."""
    return mask_contacts(text)


def written(text: str) -> str:
    """Return what a person typed, out of Slack's markup of it."""
    plain = _LINK.sub(_link, text)
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def without_mention(text: str, user: str) -> str:
    """Return a mention of the app as the question that follows it."""
    return text.replace(f"<@{user}>", " ", 1).strip() if user else text


def _link(found: re.Match[str]) -> str:
    target, label = found.group(1), found.group(2)
    if target[0] in "@#!":
        return f"{target[0]}{label}" if label else ""
    address = target.removeprefix("mailto:").removeprefix("tel:")
    return address if not label or label == address else f"{label} ({address})"
