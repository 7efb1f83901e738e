"""What a part of the desk answers: its buttons, commands, windows and events.

The line leads each thing that Slack sends to the one part that names it. A part raises Refused
with the reason for who may not, or comes too late; `NotTaken` for what is wrong in a window.
"""

from collections.abc import Callable, Mapping

from warmline.adapters.slack.parse import Command
from warmline.adapters.slack.payload import Payload
from warmline.adapters.slack.presses import Press, Submission
from warmline.domain.errors import ConversationError

type View = Mapping[str, object]
type Presses = Mapping[str, Callable[[Press], object]]
"""By `action_id`."""
type Verbs = Mapping[str, Callable[[Command], str]]
"""By the word after `/warmline`; each returns what the person is told."""
type Submissions = Mapping[str, Callable[[Submission], View | None]]
"""By `callback_id`; each returns the window that follows, or None to close it."""
type Events = Mapping[str, Callable[[Payload], object]]
"""By the event's type, or "message.<subtype>"; each takes the whole payload."""


class NotTaken(ConversationError):  # noqa: N818 - named by what it is, as Refused
    """A window's fields are not taken as they are: what is wrong, by the block's id."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("a window was not taken")
        self.problems = problems


class Part:
    """One part of the desk: answers nothing but what it says here.

    Every method is cheap, and the same each time.
    """

    __slots__ = ()

    def presses(self) -> Presses:
        return {}

    def verbs(self) -> Verbs:
        return {}

    def submissions(self) -> Submissions:
        return {}

    def events(self) -> Events:
        return {}
