"""The parts of the desk that answer Slack, each made once: one line for each of them here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from warmline.adapters.slack.parts import Part
    from warmline.adapters.slack.tell import Teller
    from warmline.application.agent_actions import AgentActions
    from warmline.application.desk_board import DeskBoard
    from warmline.application.reply import ReplyToCustomer
    from warmline.application.retrying import Patience
    from warmline.bootstrap.ground import Ground
    from warmline.settings import SlackWebhookSettings


@dataclass(frozen=True, slots=True)
class DeskGround:
    """What a part of the desk may be made of."""

    settings: "SlackWebhookSettings"
    ground: "Ground"
    patience: "Patience"
    client: "Callable[[], WebClient]"
    teller: "Teller"
    actions: "AgentActions"
    reply: "ReplyToCustomer"

    @property
    def board(self) -> "DeskBoard":
        """What an agent may read of the desk."""
        from warmline.application.desk_board import DeskBoard  # noqa: PLC0415

        ground = self.ground
        return DeskBoard(ground.store, ground.house, ground.clock, self.actions.find_agent)


def make_parts(desk: DeskGround) -> "tuple[Part, ...]":
    """Return every part, in no order: no two of them answer the same thing."""
    return (
        *_case_parts(desk),
        *_shift_parts(desk),
        _reveals(desk),
        _reply_windows(desk),
        *_talking(desk),
    )


def _talking(desk: DeskGround) -> "tuple[Part, ...]":
    """What people write in the threads, and how they take it back."""
    from warmline.adapters.slack.hearing import HearsDesk  # noqa: PLC0415
    from warmline.adapters.slack.undo import HeldButtons  # noqa: PLC0415
    from warmline.application.desk_rebuild import RestoreCard  # noqa: PLC0415
    from warmline.application.editing import EditWords  # noqa: PLC0415
    from warmline.application.taking_back import DecideHeld  # noqa: PLC0415

    ground, settings = desk.ground, desk.settings
    edit = EditWords(ground.store, ground.house, ground.clock, desk.patience)
    restore = RestoreCard(ground.store, ground.house, ground.clock, desk.patience)
    decide = DecideHeld(
        ground.store, ground.house, ground.clock, desk.patience, desk.actions.find_agent
    )
    return (
        HearsDesk(
            settings.slack_team, settings.desk_channel, desk.reply, edit, restore, desk.teller
        ),
        HeldButtons(decide, desk.teller),
    )


def _shift_parts(desk: DeskGround) -> "tuple[Part, ...]":
    from warmline.bootstrap.shift_parts import make_shift_parts  # noqa: PLC0415

    return make_shift_parts(desk)


def _case_parts(desk: DeskGround) -> "tuple[Part, ...]":
    """What is done with a case, and the pinned message that leads to one."""
    from warmline.adapters.slack.buttons import CaseButtons  # noqa: PLC0415
    from warmline.adapters.slack.commands import Commands  # noqa: PLC0415
    from warmline.adapters.slack.readings import Readings  # noqa: PLC0415
    from warmline.adapters.slack.shift_message import ShiftMessage  # noqa: PLC0415
    from warmline.adapters.slack.windows import PassingOn  # noqa: PLC0415
    from warmline.application.case_files import CaseFiles  # noqa: PLC0415
    from warmline.application.tools_approval import DecideTool  # noqa: PLC0415

    house, store, clock = desk.ground.house, desk.ground.store, desk.ground.clock
    actions, teller, channel = desk.actions, desk.teller, desk.settings.desk_channel
    board = desk.board
    decide = DecideTool(store, house, clock, desk.patience, actions.find_agent)
    return (
        CaseButtons(channel, actions, decide, teller),
        Commands(actions, board),
        PassingOn(actions, board, teller),
        ShiftMessage(channel, actions, board, teller),
        Readings(CaseFiles(store, actions.find_agent), teller),
    )


def _reply_windows(desk: DeskGround) -> "Part":
    """Drafts and canned replies: what an agent looks at, changes and sends."""
    from warmline.adapters.slack.drafts import ReplyWindows  # noqa: PLC0415
    from warmline.application.drafts import AskForDraft  # noqa: PLC0415

    house, store, clock = desk.ground.house, desk.ground.store, desk.ground.clock
    return ReplyWindows(
        house,
        clock,
        desk.board,
        AskForDraft(store, clock, desk.patience),
        desk.reply,
        desk.teller,
    )


def _reveals(desk: DeskGround) -> "Part":
    """What shows one person one thing of the customer."""
    from warmline.adapters.slack.reveals import Reveals  # noqa: PLC0415
    from warmline.application.revealing import Reveal  # noqa: PLC0415

    ground, actions = desk.ground, desk.actions
    reveal = Reveal(ground.store, ground.house, ground.clock, desk.patience, actions.find_agent)
    return Reveals(reveal, actions, desk.teller)
