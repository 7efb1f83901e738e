"""Files that an agent sends along: each with its own fate, and its writer knows which."""

from dataclasses import dataclass, field, replace

import pytest

from tests.journeys.world import DESK, SMS, WEB, World
from tests.laws.checks import check_at_rest, check_safety
from warmline.application.files import LARGEST_FILE, WithFiles
from warmline.application.reply import DeskWords, Heard
from warmline.domain.address import Address, Channel
from warmline.domain.attachments import Attachment
from warmline.domain.entries import Kind
from warmline.domain.errors import (
    PermanentDeliveryError,
    TemporaryDeliveryError,
)

LABEL = Attachment(id="F0LABEL", name="label.pdf", media_type="application/pdf", size=48_213)
HUGE = Attachment(id="F0FILM", name="film.mp4", media_type="video/mp4", size=LARGEST_FILE + 1)


@dataclass
class Shelf:
    """Where files come from and where they go, in memory; the next fetches fail as told."""

    kept: dict[str, bytes] = field(default_factory=dict)
    failures: list[Exception] = field(default_factory=list)

    def fetch(self, file: Attachment, *, most: int) -> bytes:
        if self.failures:
            raise self.failures.pop(0)
        return f"{file.id} of at most {most}".encode()

    def keep(self, place: str, _file: Attachment, content: bytes) -> None:
        self.kept[place] = content


def held(address: Address = WEB, *, undo_seconds: float = 0) -> tuple[World, str, Shelf]:
    world, shelf = World(undo_seconds=undo_seconds), Shelf()
    conversation = world.hold(address)
    channels = {name: WithFiles(one, shelf, shelf) for name, one in world.channels.items()}
    world.deliver = replace(world.deliver, channels=channels)
    return world, conversation, shelf


def share(world: World, *files: Attachment, text: str = "", ts: str = "900.1") -> Heard:
    thread = world.desk.posted[-1]
    return world.reply(
        DeskWords(
            user="U0ANA",
            channel=DESK,
            thread_ts=thread,
            ts=ts,
            text=text,
            scope=f"slack:{ts}",
            files=files,
        )
    )


@pytest.mark.parametrize("address", [WEB, SMS])
def test_words_and_files_reach_the_customer_each_as_a_message(address: Address) -> None:
    world, conversation, shelf = held(address)

    share(world, LABEL, text="Here is your label.")
    world.settle()

    sent = world.channels[address.channel].sent
    assert [row.text for row in sent][-2:] == ["Here is your label.", "label.pdf"]
    assert list(shelf.kept) == [f"{conversation}/F0LABEL"]
    assert sent[-1].entry is not None
    assert sent[-1].entry.files == (LABEL,)
    assert ("900.1", "white_check_mark") in world.desk.reactions
    check_safety(world)
    check_at_rest(world)


def test_a_file_without_words_is_held_as_words_are() -> None:
    world, conversation, shelf = held(undo_seconds=5)

    assert share(world, LABEL) is Heard.HELD
    world.decide_held.take_back("U0ANA", conversation, "900.1")
    world.live(70)

    assert not shelf.kept
    assert "label.pdf" not in world.channels[Channel.WEB].texts


def test_a_file_too_large_is_told_and_the_words_go_all_the_same() -> None:
    world, _, shelf = held()

    share(world, HUGE, text="Here is the film.")
    world.settle()

    assert world.channels[Channel.WEB].texts[-1] == "Here is the film."
    assert not shelf.kept
    assert ("900.1", "warning") in world.desk.reactions
    assert world.thread[-1] == "Not delivered (the file has more than 10 MB): “film.mp4”"
    check_at_rest(world)


def test_a_file_that_slack_gives_only_later_comes_later_and_keeps_its_place() -> None:
    world, _, shelf = held()
    shelf.failures = [TemporaryDeliveryError("no_answer")]

    share(world, LABEL, text="One")
    world.words("Two", ts="900.2")
    world.live(70)

    assert world.channels[Channel.WEB].texts[-3:] == ["One", "label.pdf", "Two"]
    check_at_rest(world)


def test_a_file_that_slack_does_not_give_is_told() -> None:
    world, _, shelf = held()
    shelf.failures = [PermanentDeliveryError("file_not_readable")]

    share(world, LABEL)
    world.settle()

    assert "does it have files:read?" in world.thread[-1]


def test_where_no_place_for_files_is_set_up_their_writer_is_told() -> None:
    world, _, shelf = held()
    channels = {name: WithFiles(one, shelf, None) for name, one in world.channels.items()}
    world.deliver = replace(world.deliver, channels=channels)

    share(world, LABEL)
    world.settle()

    assert "no place for files is set up" in world.thread[-1]


def test_a_deleted_message_takes_its_files_back_too() -> None:
    world, conversation, _ = held()
    share(world, LABEL, text="Here is your label.")
    world.settle()

    world.change_words("", ts="900.1")
    world.settle()

    edits = [entry for entry in world.log(conversation) if entry.kind is Kind.EDIT]
    assert [entry.text for entry in edits] == ["This message was taken back."] * 2
    check_safety(world)


def test_a_note_keeps_its_files_at_the_desk() -> None:
    world, _, shelf = held()

    assert share(world, LABEL, text="// look at this") is Heard.NOTE
    world.live(70)

    assert not shelf.kept
