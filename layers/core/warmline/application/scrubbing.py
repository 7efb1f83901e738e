"""What was said leaves Slack some time after a case has ended; the table keeps it."""

from dataclasses import replace
from datetime import timedelta

from warmline.application.change import Change
from warmline.application.ports import ConversationStore
from warmline.domain.conversation import Head, Posted
from warmline.domain.outgoing import Outgoing, Task, card_target, scrub_target, thread_target

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
    card = head.marks.card
    if card is None or not _settled(store, head):
        _look_again(change, SETTLES_WITHIN if card else None)
        return
    left = _unscrubbed(store, head)
    change.outgoing.extend(_stub(change, post, card) for post in left[:MOST_AT_ONCE])
    _look_again(change, REST_AFTER if len(left) > MOST_AT_ONCE else None)
    if len(left) <= MOST_AT_ONCE:
        done = change.get_head()
        change.mark(replace(done, marks=replace(done.marks, scrubbed=True)))
        change.refresh_card()


def _settled(store: ConversationStore, head: Head) -> bool:
    targets = (card_target(head.id), thread_target(head.id))
    return all(store.next_outgoing(target) is None for target in targets)


def _unscrubbed(store: ConversationStore, head: Head) -> list[Outgoing]:
    newest = store.last_outgoing(scrub_target(head.id))
    after = newest.sequence if newest else 0
    posts = store.posts_in_thread(thread_target(head.id))
    return [post for post in posts if post.sequence > after]


def _stub(change: Change, post: Outgoing, card: Posted) -> Outgoing:
    return Outgoing(
        target=scrub_target(post.conversation),
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
