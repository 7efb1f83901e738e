"""What a customer in line hears of their wait: their place, and how long it took others of late.

They hear it when they come into line and when they ask, and by themselves only if it got worse.
"""

import math
from dataclasses import replace
from datetime import datetime, timedelta

from warmline.application.away import away_words, wants_contact
from warmline.application.change import Change
from warmline.application.circumstances import BESIDE
from warmline.application.phrases import Phrase
from warmline.application.ports import ConversationStore
from warmline.domain.contacts import mask_contacts
from warmline.domain.conversation import Head, Marks
from warmline.domain.entries import Kind, Role
from warmline.domain.errors import StoreError
from warmline.domain.policy import Policy
from warmline.domain.queueing import MAIN, Lane, lanes_of_team
from warmline.domain.states import State
from warmline.domain.wait_asks import asks_how_long
from warmline.domain.waits import MOST_COUNTED, MOST_WAITS, Lately, Wait, wait_of

ANSWER_AGAIN_AFTER = timedelta(seconds=60)
"""Who asks more often was told a minute ago: by SMS each answer costs."""

_WORSE_BY, _WORSE_BY_SECONDS = 1.25, 60
"""A range is told again only when it is longer by this much: figures that flutter calm nobody."""

_A_MINUTE, _AN_HOUR = 60, 3600
_IN_HOURS_FROM = 2 * _AN_HOUR


def find_wait(store: ConversationStore, head: Head, policy: Policy, now: datetime) -> Wait | None:
    """Return where a waiting conversation stands; None when the table cannot tell just now.

    Nobody comes into line later because their place could not be counted.
    """
    since, team = head.effective_since, head.team or MAIN
    if since is None:
        return None
    lanes = [
        *lanes_of_team(team, policy),
        *([Lane(agent=head.reserved_for)] * bool(head.reserved_for)),
    ]
    recent = now - timedelta(seconds=policy.wait_samples_seconds)
    try:
        ahead = store.count_waiting(lanes, before=since, limit=MOST_COUNTED)
        waits = store.latest_waits(team, since=recent, limit=MOST_WAITS)
    except StoreError:
        return None
    return wait_of(head, now, policy, ahead, waits)


def wait_words(change: Change, store: ConversationStore) -> str:
    """Return what to tell of the wait that begins, or is asked about; and note what was told.

    Outside the hours that is when people are back.
    """
    away = away_words(change)
    if away:
        return away
    wait = find_wait(store, change.get_head(), change.house.policy, change.now)
    return _tell(change, wait) if wait else ""


def answer_while_waiting(change: Change, store: ConversationStore, words: str) -> None:
    """Answer somebody in line who asks how long, or who leaves an address outside the hours."""
    if asks_how_long(words):
        _answer_how_long(change, store)
    elif mask_contacts(words) != words and away_words(change) and wants_contact(change):
        _say_beside(change, _say(change, Phrase.CONTACT_KEPT))


def look_again(change: Change, store: ConversationStore) -> None:
    """Tell a waiting customer of their wait if it is time to look, and it got worse."""
    head, policy = change.get_head(), change.house.policy
    look_at = head.marks.wait_look_at
    if head.state is not State.WAITING or look_at is None or look_at > change.now:
        return
    is_open = policy.business_hours.is_open(change.now)
    wait = find_wait(store, head, policy, change.now) if is_open else None
    if wait is None or not _is_worse(head.marks, wait):
        _mark(change, replace(head.marks, wait_look_at=_next_look(change, head.marks, wait)))
        return
    sorry = _say(change, Phrase.WAIT_LONGER) if _takes_longer(head.marks, wait) else ""
    _say_beside(change, " ".join(filter(None, (sorry, _tell(change, wait)))))


def _answer_how_long(change: Change, store: ConversationStore) -> None:
    asked = change.get_head().marks.told_at
    if asked is not None and change.now - asked < ANSWER_AGAIN_AFTER:
        return
    _say_beside(change, wait_words(change, store) or _say(change, Phrase.WAIT_UNKNOWN))
    _mark(change, replace(change.get_head().marks, told_at=change.now))


def _is_worse(marks: Marks, wait: Wait) -> bool:
    """Whether they must hear of it; who was told nothing yet hears it once."""
    return wait.place > marks.told_place or _takes_longer(marks, wait)


def _takes_longer(marks: Marks, wait: Wait) -> bool:
    told = marks.told_wait_seconds
    if not told:
        return False
    most = wait.lately.high if wait.lately else 0.0
    return wait.so_far > told or most > max(told * _WORSE_BY, told + _WORSE_BY_SECONDS)


def _tell(change: Change, wait: Wait) -> str:
    """Return the words on a wait, and keep in the marks what they say."""
    told = change.get_head().marks.told_wait_seconds
    marks = replace(
        change.get_head().marks,
        told_place=wait.place,
        told_wait_seconds=_told_seconds(wait, so_far_told=told),
    )
    _mark(change, replace(marks, wait_look_at=_next_look(change, marks, wait)))
    place = (
        _say(change, Phrase.PLACE_BEYOND)
        if wait.beyond_count
        else _say(change, Phrase.PLACE_IN_LINE, place=str(wait.place))
    )
    return f"{place} {_range(change, wait.lately)}"


def _told_seconds(wait: Wait, *, so_far_told: int) -> int:
    """The most that they count on now; after a word that was not kept, twice the wait so far."""
    if wait.lately:
        return math.ceil(wait.lately.high)
    return math.ceil(2 * wait.so_far) if so_far_told else 0


def _range(change: Change, lately: Lately | None) -> str:
    """In whole minutes, or hours for long waits, rounded outwards."""
    if lately is None:
        return _say(change, Phrase.WAIT_UNKNOWN)
    unit = _AN_HOUR if lately.low >= _IN_HOURS_FROM else _A_MINUTE
    low, high = int(lately.low // unit), math.ceil(lately.high / unit)
    if not low:
        return _say(change, Phrase.WAIT_LATELY_UNDER, high=str(max(2, high)))
    key = Phrase.WAIT_LATELY if unit == _A_MINUTE else Phrase.WAIT_LATELY_HOURS
    return _say(change, key, low=str(low), high=str(max(low + 1, high)))


def _next_look(change: Change, marks: Marks, wait: Wait | None) -> datetime | None:
    """A place beyond the count cannot get worse; what was said of the time still can."""
    policy, since = change.house.policy, change.get_head().waiting_since
    soon = policy.business_hours.after(change.now, policy.wait_look_seconds)
    if wait is None or not wait.beyond_count:
        return soon
    if not marks.told_wait_seconds or soon is None:
        return None
    told = policy.business_hours.after(since or change.now, marks.told_wait_seconds)
    return max(soon, told) if told else None


def _mark(change: Change, marks: Marks) -> None:
    change.mark(replace(change.get_head(), marks=marks))


def _say_beside(change: Change, text: str) -> None:
    change.say(change.add(Kind.NOTICE, Role.SYSTEM, text=text, why=BESIDE))


def _say(change: Change, key: str, **values: str) -> str:
    channel = change.get_head().channel
    return change.house.phrases.say(key, change.language, channel, **values)
