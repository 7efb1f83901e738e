"""What the card says of a case besides people's own words: all of it ours, as Slack's markup."""

from datetime import datetime, timedelta

from warmline.adapters.slack.links import clock_time
from warmline.adapters.slack.reasons import REASONS
from warmline.adapters.slack.text import escape
from warmline.domain.address import Channel
from warmline.domain.card import Card
from warmline.domain.entries import Outcome
from warmline.domain.handoff import Reason
from warmline.domain.queueing import MAIN
from warmline.domain.states import State

LONGEST_NAME = 150
LONGEST_NEED = 60
SAME_DAY = timedelta(hours=8)
CHANNELS = {Channel.SMS: "SMS", Channel.WEB: "Web chat", Channel.SLACK: "Slack"}

_BEARS = {
    Channel.SMS: "no formatting, no edits. 2 segments are 306 letters, 134 with emoji",
    Channel.WEB: "links and files, no formatting. Edits are shown",
    Channel.SLACK: "links and files. Edits are carried over",
}
_SIGNS = {State.WAITING: "🟠", State.WITH_AGENT: "🟢", State.BOT: "🤖"}
_AT_THE_DESK = frozenset({State.WAITING, State.WITH_AGENT})
_OUTCOMES = {
    Outcome.CONFIRMED: "Resolved",
    Outcome.NOT_SOLVED: "Closed, not solved",
    Outcome.ASSUMED: "Closed after silence",
    Outcome.ABANDONED: "The customer left",
    Outcome.OPTED_OUT: "The customer opted out",
}
_LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "pt": "Portuguese",
}


def title(card: Card) -> str:
    """The alias, with the state at a glance."""
    return f"{_SIGNS.get(card.state, '⚪')} {card.alias}"


def state_words(card: Card) -> str:
    """The state in the middle of a sentence, for a notification and a screen reader."""
    match card.state:
        case State.WAITING:
            return "waiting for a person"
        case State.WITH_AGENT:
            return f"with {_name(card.agent_name)}"
        case State.BOT:
            return "back with the bot"
        case _:
            return _ended(card).lower()


def state_line(card: Card) -> str:
    """Who has the case and since when, and what was promised."""
    match card.state:
        case State.WAITING:
            return f"*Waiting for a person* since {since(card.waiting_since)}{_promise(card)}"
        case State.WITH_AGENT:
            return f"*With <@{card.agent}>*{_promise(card)}"
        case State.BOT:
            return "*Back with the bot*"
        case _:
            return f"*{_ended(card)}*"


def facts(card: Card) -> list[str]:
    """One line for each thing that helps to decide on the case; at most ten."""
    if card.state not in _AT_THE_DESK:
        return [f"*Channel* {CHANNELS[card.channel]}", *_why(card)]
    return [
        *_why(card),
        *_who(card),
        *_mood(card),
        *_presence(card),
        *_needs(card),
        *_kept_for(card),
        *_hold(card),
        f"*{CHANNELS[card.channel]}* {_BEARS[card.channel]}",
    ]


def since(moment: datetime | None) -> str:
    """A moment, and how long ago that is by the reader's own clock."""
    return "now" if moment is None else f"{time_of(moment)} ({_date(moment, '{ago}')})"


def time_of(moment: datetime) -> str:
    """A moment in each reader's own time zone; in UTC where Slack does not show dates."""
    return _date(moment, "{time}")


def _moment(moment: datetime, after: datetime | None) -> str:
    """With the day where it may be another one: a promise rests while nobody is there."""
    if after is None or moment - after < SAME_DAY:
        return time_of(moment)
    return clock_time(moment)


def _date(moment: datetime, format_: str) -> str:
    return f"<!date^{int(moment.timestamp())}^{format_}|{moment:%H:%M} UTC>"


def _ended(card: Card) -> str:
    return _OUTCOMES[card.outcome] if card.outcome else "Closed"


def _promise(card: Card) -> str:
    if card.promised_by is None:
        return ""
    by = _moment(card.promised_by, card.waiting_since)
    if card.promise_broken:
        return f"\n🔴 Too late: an answer was promised by {by}"
    return f"\n{'⚠️' if card.at_risk else '⏱️'} Answer promised by {by}"


def _why(card: Card) -> list[str]:
    return [f"*Why* {REASONS[card.reason]}"] if card.reason else []


def _who(card: Card) -> list[str]:
    known = [
        *(["VIP"] if card.vip else []),
        *(["came back about the same"] if card.came_back else []),
        *([f"the case before was {card.previous}"] if card.previous else []),
    ]
    return [f"*Customer* {', '.join(known)}"] if known else []


def _mood(card: Card) -> list[str]:
    felt = next((one for one in card.signals if one.code is Reason.STRONG_EMOTION), None)
    if felt is None or not felt.score:
        return []
    return [f"*Mood* {'very upset' if felt.fires else 'somewhat tense'}"]


def _needs(card: Card) -> list[str]:
    language = _LANGUAGES.get(card.needs_language, card.needs_language)
    needed = [
        *([_short(card.skill)] if card.skill else []),
        *([_short(language)] if language else []),
        *([f"the team {_short(card.team)}"] if card.team not in {"", MAIN} else []),
    ]
    return [f"*Needs* {', '.join(needed)}"] if needed else []


def _kept_for(card: Card) -> list[str]:
    if not card.reserved_for or card.state is not State.WAITING:
        return []
    until = f" until {time_of(card.reserved_until)}" if card.reserved_until else ""
    return [f"*Kept for* <@{card.reserved_for}>{until}"]


def _presence(card: Card) -> list[str]:
    """Only the web tells whether somebody is there: nobody leaves a phone's page."""
    seen = card.presence
    if seen is None:
        return []
    if seen.here:
        return [f"*On the page* since {time_of(seen.since)}"]
    return [f"*Left the page* {_date(seen.since, '{ago}')}"]


def _hold(card: Card) -> list[str]:
    if card.state is not State.WITH_AGENT:
        return []
    by = [f"*Answer by* {time_of(card.lease_until)}"] if card.lease_until else []
    return [f"*Customer sees* {_name(card.agent_name)}", *by]


def _short(text: str) -> str:
    return escape(text[:LONGEST_NEED])


def _name(text: str) -> str:
    return escape(text[:LONGEST_NAME])
