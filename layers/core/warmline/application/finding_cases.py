"""Which case a person at the desk means by the name that they type."""

from collections.abc import Sequence

from warmline.application.ports import ConversationStore
from warmline.domain.card import alias, alias_key
from warmline.domain.errors import Refusal, Refused
from warmline.domain.states import State


def find_case(store: ConversationStore, agent: str, case: str) -> str:
    """Return the conversation that is meant.

    Without a name it is the agent's only open case. A name, or any words of it, is looked for
    among their own; a whole one among everybody's, waiting, held or closed: whether they may do
    what they want with it is for the use case to say. Raises Refused when that is not one case.
    """
    own = [row.conversation for row in store.open_cases(agent)]
    wanted = alias_key(case)
    found = [one for one in own if _meant(one, wanted)] or (_named(store, wanted) if wanted else [])
    if len(found) != 1:
        raise Refused(Refusal.WHICH_CASE if own or wanted else Refusal.NO_CASE)
    return found[0]


def _meant(conversation: str, wanted: str) -> bool:
    return set(wanted.split()) <= set(alias_key(alias(conversation)).split())


def _named(store: ConversationStore, wanted: str) -> list[str]:
    """Two cases share a name once in millions: the one that is still open is meant."""
    return _open_ones(store, [row.conversation for row in store.cases_named(wanted)])


def _open_ones(store: ConversationStore, named: Sequence[str]) -> list[str]:
    if len(named) < 2:  # noqa: PLR2004 - two of a name
        return list(named)
    heads = [head for head in map(store.find_head, named) if head is not None]
    return [head.id for head in heads if head.state is not State.CLOSED]
