"""The laws of the design, each as a check over everything that was stored and sent."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise

from tests.journeys.world import World
from warmline.application.circumstances import BESIDE
from warmline.application.reopening import REOPENED
from warmline.domain.address import Channel
from warmline.domain.asking import ASK_THRESHOLD, asks_for_human
from warmline.domain.conversation import Head, fold
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.outgoing import Outgoing, Status, card_target
from warmline.domain.records import AddressRecord, Consent
from warmline.domain.states import State

TWO_SWEEPS = timedelta(seconds=130)

OWNER_CHANGES = {
    Kind.HANDED_OFF,
    Kind.CLAIMED,
    Kind.RELEASED,
    Kind.TRANSFERRED,
    Kind.HANDED_BACK,
    Kind.WITHDRAWN,
}


def check_safety(world: World) -> None:
    """Assert every law that must hold at every moment."""
    for head in heads(world):
        log = world.memory.read_log(head.id)
        law_11_head_is_the_fold(head, log)
        deadlines_are_those_of_the_state(head, log)
        a_place_in_the_queue_is_kept(head, log)
        law_3_who_asks_waits(log)
        law_4_one_holder_an_epoch(log)
        epochs_count_the_owners(log)
        law_5_no_bot_after_a_claim(log)
        law_6_waiting_ends_by_people(log)
        law_7_one_notice_a_change(world, log)
        assert head.state is State.CLOSED or head.due is not None, "nobody would ever look again"
    law_2_once(world)
    law_8_in_order(world)
    law_9_nothing_after_an_opt_out(world)
    law_10_no_second_send_without_a_mark(world)
    rows_end_in_order(world)
    counters_are_the_addresses(world)
    each_message_names_the_one_before(world)
    open_counts_are_open_cases(world)


def check_at_rest(world: World) -> None:
    """Assert what must have happened once the line has come to rest."""
    law_1_answered_is_stored(world)
    for row in rows(world, Outgoing):
        assert row.finished, f"not delivered: {row.task} to {row.target}"
    for head in heads(world):
        assert head.due is None or head.due > world.clock() - TWO_SWEEPS, "looked at, left due"
        if head.state is State.BOT:
            assert not head.unanswered, "a customer was left without an answer"
        if head.state in {State.WAITING, State.WITH_AGENT}:
            assert head.marks.card is not None
        nothing_is_held_for_ever(world, head)
        card_shows_the_case(world, head)
    for agent in world.agents():
        there = agent.active and agent.on_shift
        assert there or not agent.open_count, "gone, and still holds a case"
        assert agent.returning_at is None, "still to give cases back"


def nothing_is_held_for_ever(world: World, head: Head) -> None:
    """What was said has gone, or waits for its writer's yes while the case is still theirs."""
    for held in world.memory.held_replies(head.id):
        assert held.due is None, "due, and still held"
        assert held.edits or (held.agent, held.epoch) == (head.agent, head.epoch)
    assert head.marks.held_until is None


def card_shows_the_case(world: World, head: Head) -> None:
    """Only the end of a case may be missing, where Slack took its last edit never."""
    last = world.memory.last_outgoing(card_target(head.id))
    failed = last is not None and last.status is Status.FAILED
    if head.marks.card is None or (failed and head.state is State.CLOSED):
        return
    shown = world.desk.cards[head.marks.card.ts]
    assert (shown.state, shown.epoch) == (head.state, head.epoch)


def law_1_answered_is_stored(world: World) -> None:
    stored = Counter(entry.provider_id for entry in rows(world, LogEntry) if entry.provider_id)
    for provider_id in world.answered:
        seen = world.memory.find_seen(provider_id)
        assert seen is not None, "answered 2xx, and not in the table"
        if seen.conversation:  # a STOP from somebody unknown is consent, and has no log
            assert stored[provider_id] == 1, "answered 2xx, and not in the log once"


def law_2_once(world: World) -> None:
    stored = Counter(
        entry.provider_id
        for entry in rows(world, LogEntry)
        if entry.provider_id and entry.kind is Kind.MESSAGE
    )
    stored.update(
        entry.origin.ts
        for entry in rows(world, LogEntry)
        if entry.origin and entry.kind is Kind.MESSAGE and not entry.files
    )
    assert all(count == 1 for count in stored.values()), "one provider message, two effects"


def law_3_who_asks_waits(log: list[LogEntry]) -> None:
    for entry, following in pairwise([*log, None]):
        if entry is None or entry.kind is not Kind.MESSAGE or entry.role is not Role.CUSTOMER:
            continue
        if asks_for_human(entry.text).score < ASK_THRESHOLD or entry.state is State.CLOSED:
            continue
        waits = entry.state in {State.WAITING, State.WITH_AGENT}
        queued = following is not None and following.kind is Kind.HANDED_OFF
        assert waits or queued, "asked for a human, and is not waiting"


def law_4_one_holder_an_epoch(log: list[LogEntry]) -> None:
    holders: dict[int, str] = {}
    for entry in log:
        if entry.kind is Kind.CLAIMED:
            assert entry.epoch not in holders
            holders[entry.epoch] = entry.agent
        if entry.kind is Kind.MESSAGE and entry.role is Role.AGENT:
            assert holders.get(entry.epoch) == entry.agent, "written by one who does not hold it"


def epochs_count_the_owners(log: list[LogEntry]) -> None:
    """The fencing token of every write: a change of owner that keeps it would let two write."""
    for entry, following in pairwise(log):
        new_owner = following.kind in OWNER_CHANGES | {Kind.CLOSED}
        assert following.epoch == entry.epoch + new_owner, f"{following.kind} in the wrong epoch"


def law_5_no_bot_after_a_claim(log: list[LogEntry]) -> None:
    for entry in log:
        if entry.role is Role.BOT:
            assert entry.state is State.BOT


def law_6_waiting_ends_by_people(log: list[LogEntry]) -> None:
    for entry, following in pairwise(log):
        if entry.state is State.WAITING and following.state is not State.WAITING:
            ended_by = {Kind.CLAIMED, Kind.WITHDRAWN, Kind.CLOSED}
            assert following.kind in ended_by
            if following.kind is Kind.CLOSED:
                assert following.outcome == "opted_out"


def law_7_one_notice_a_change(world: World, log: list[LogEntry]) -> None:
    changes = [at for at, entry in enumerate(log) if entry.kind in OWNER_CHANGES]
    for at, until in pairwise([*changes, len(log)]):
        notices = [
            entry for entry in log[at:until] if entry.kind is Kind.NOTICE and entry.why != BESIDE
        ]
        told = (
            int(log[at].why != REOPENED)
            + any(  # which is one change with the claim behind it
                entry.kind is Kind.CLOSED and _is_told(entry, log) for entry in log[at:until]
            )
        )
        assert len(notices) == told, f"{log[at].kind} was told {len(notices)} times"
        for notice in notices:
            assert world.memory.find_outgoing(log[at].address, notice.sequence) is not None


def _is_told(closed: LogEntry, log: list[LogEntry]) -> bool:
    """Whether the customer is told of an end: that a person is gone, unless they said STOP."""
    before = log[log.index(closed) - 1].state
    return closed.outcome in {"confirmed", "not_solved"} or (
        closed.outcome == "assumed" and before is State.WITH_AGENT
    )


def law_8_in_order(world: World) -> None:
    for channel in world.channels.values():
        first_sent: dict[str, list[int]] = {}
        for row in channel.sent:
            order = first_sent.setdefault(row.target, [])
            if row.sequence not in order:
                order.append(row.sequence)
        for target, order in first_sent.items():
            assert order == sorted(order), f"out of order to {target}"


def law_9_nothing_after_an_opt_out(world: World) -> None:
    for record in rows(world, AddressRecord):
        if record.consent is not Consent.OPTED_OUT or record.consent_at is None:
            continue
        for row, at in world.channels[Channel.SMS].times:
            if row.target == record.address and not row.despite_opt_out:
                assert at <= record.consent_at, "written to after an opt-out"


def law_10_no_second_send_without_a_mark(world: World) -> None:
    for channel in world.channels.values():
        sends = Counter((row.target, row.sequence) for row in channel.sent)
        for name, count in sends.items():
            assert count <= 1 + world.unknown_marks[name], "sent again without an unknown mark"


def rows_end_in_order(world: World) -> None:
    """Behind a row that has ended stands none that has not: a target is read from its end."""
    ended: dict[str, int] = {}
    for row in sorted(rows(world, Outgoing), key=lambda row: row.sequence, reverse=True):
        if row.finished:
            ended.setdefault(row.target, row.sequence)
        assert row.finished or row.target not in ended, f"passed over: {row.task} {row.target}"


def law_11_head_is_the_fold(head: Head, log: list[LogEntry]) -> None:
    folded = fold(log)
    for name in Head.__dataclass_fields__:
        if name not in {"marks", "version"}:
            assert getattr(head, name) == getattr(folded, name), name


def deadlines_are_those_of_the_state(head: Head, log: list[LogEntry]) -> None:
    """The bot has a deadline for what is unanswered, a holder for what they owe, silence a wait."""
    marks, owed = head.marks, head.state is State.WITH_AGENT and _is_owed(head, log)
    assert (marks.turn_deadline is not None) == (head.state is State.BOT and head.unanswered)
    assert (marks.lease_until is not None) == owed
    silent = head.state in {State.BOT, State.WITH_AGENT} and not head.unanswered and not owed
    assert (marks.idle_at is not None) == silent
    if head.state is State.WAITING:
        assert marks.remind_at is not None, "would be forgotten in the queue"


def _is_owed(head: Head, log: list[LogEntry]) -> bool:
    """Whether the holder has not written since the claim, or the customer has since."""
    said = [one for one in log if one.kind is Kind.MESSAGE and one.role is Role.AGENT]
    return head.unanswered or not any(one.epoch == head.epoch for one in said)


def a_place_in_the_queue_is_kept(head: Head, log: list[LogEntry]) -> None:
    """Whoever lets go of a case: it counts from when the customer first began to wait."""
    began = None
    for entry in log:
        if entry.state in {State.BOT, State.CLOSED}:
            began = None
        elif began is None:
            began = entry.at
    assert head.waiting_since == began


def counters_are_the_addresses(world: World) -> None:
    sequences = [(entry.address, entry.sequence) for entry in rows(world, LogEntry)]
    assert len(sequences) == len(set(sequences))
    for record in rows(world, AddressRecord):
        own = [sequence for address, sequence in sequences if address == record.address]
        assert record.last_sequence >= max(own, default=0)


def each_message_names_the_one_before(world: World) -> None:
    """So a window that lacks one knows it, from one conversation of the address to the next."""
    last: dict[str, int] = {}
    for entry in sorted(rows(world, LogEntry), key=lambda entry: entry.sequence):
        assert entry.after == last.get(entry.address, 0) or entry.kind is Kind.OPENED
        if entry.visible:
            last[entry.address] = entry.sequence


def open_counts_are_open_cases(world: World) -> None:
    held = Counter(head.agent for head in heads(world) if head.agent)
    for agent in world.agents():
        cases = world.memory.open_cases(agent.id)
        assert agent.open_count == len(cases) == held[agent.id]


def heads(world: World) -> list[Head]:
    return rows(world, Head)


def rows[R](world: World, kind: type[R]) -> list[R]:
    return [row for row in world.memory.rows.values() if isinstance(row, kind)]


def unfinished(world: World) -> list[Outgoing]:
    return [row for row in rows(world, Outgoing) if not row.finished]
