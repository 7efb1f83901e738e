"""What was said leaves Slack some time after a case has ended; the table keeps it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from warmline.application.change import Change
from warmline.application.ports import ConversationStore
from warmline.domain.conversation import Head, Posted
from warmline.domain.entries import Role
from warmline.domain.outgoing import (
    Outgoing,
    Task,
    card_target,
    mark_target,
    scrub_target,
    thread_target,
)

MOST_AT_ONCE = 50
"""Messages that one look has made stubs of: a transaction holds a hundred rows."""

REST_AFTER = timedelta(minutes=1)
SETTLES_WITHIN = timedelta(minutes=10)


def scrub(change: Change, store: ConversationStore) -> None:
    """Have our own messages in the thread made stubs, and then the card.

    Only once nothing more is on its way there. The agents' own words stay: an app cannot touch
    them.
    """
    head = change.get_head()
    if not _settled(store, head):
        _look_again(change, SETTLES_WITHIN)
        return
    card = head.marks.card
    if card is None:
        _look_again(change, None)
        return
    left = list(_stubs(change, store, card))
    change.outgoing.extend(left[:MOST_AT_ONCE])
    _look_again(change, REST_AFTER if len(left) > MOST_AT_ONCE else None)
    if len(left) <= MOST_AT_ONCE:
        done = change.get_head()
        change.mark(replace(done, marks=replace(done.marks, scrubbed=True)))
        change.refresh_card()


def _settled(store: ConversationStore, head: Head) -> bool:
    targets = (card_target(head.id), thread_target(head.id))
    return all(store.next_outgoing(target) is None for target in targets)


def _stubs(change: Change, store: ConversationStore, card: Posted) -> Iterator[Outgoing]:
    """Yield one for each message of ours that is none yet: in the thread, and of words lost."""
    id_ = change.get_head().id
    yield from _unscrubbed(change, store, card, (thread_target(id_), scrub_target(id_)))
    for entry in store.read_log(id_):
        if entry.visible and entry.role is not Role.CUSTOMER:
            lost = mark_target(id_, entry.sequence)
            stubs = scrub_target(f"{id_}:{entry.sequence}")
            yield from _unscrubbed(change, store, card, (lost, stubs))


def _unscrubbed(
    change: Change, store: ConversationStore, card: Posted, targets: tuple[str, str]
) -> Iterator[Outgoing]:
    """Yield the stubs of what was posted for the first target; they go to the second."""
    posts = store.posts_in_thread(targets[0])
    newest = store.last_outgoing(targets[1]) if posts else None
    for post in posts:
        if newest is None or post.sequence > newest.sequence:
            yield Outgoing(
                target=targets[1],
                sequence=post.sequence,
                task=Task.SCRUB,
                conversation=post.conversation,
                created_at=change.now,
                channel=card.channel,
                ts=post.provider_id,
            )


def _look_again(change: Change, after: timedelta | None) -> None:
    head = change.get_head()
    scrub_at = change.now + after if after else None
    change.mark(replace(head, marks=replace(head.marks, scrub_at=scrub_at)))
