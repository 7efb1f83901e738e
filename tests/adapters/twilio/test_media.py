"""Files to phones: as MMS where it carries them, and refused with the reason where it does not."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.adapters.twilio.conftest import BASE_URL, LINE, PHONE, Line, owed
from warmline.adapters.twilio.media import LARGEST_OTHER, LARGEST_PICTURE, why_not_carried
from warmline.domain.address import Address
from warmline.domain.attachments import Attachment
from warmline.domain.entries import Kind, LogEntry, Role
from warmline.domain.errors import PermanentDeliveryError
from warmline.domain.outgoing import Outgoing
from warmline.domain.states import State

PHOTO = Attachment(id="F1", name="label.png", media_type="image/png", size=50_000)
LINK = f"{BASE_URL}/chat/files/token"


def with_file(file: Attachment, phone: str = PHONE) -> Outgoing:
    entry = LogEntry(
        conversation="c0001",
        sequence=7,
        at=datetime.now(UTC),
        kind=Kind.MESSAGE,
        role=Role.AGENT,
        state=State.WITH_AGENT,
        epoch=3,
        text=file.name,
        files=(file,),
    )
    return replace(owed(file.name, phone=phone), entry=entry)


def test_a_picture_goes_as_mms_with_its_name_as_the_words(line: Line) -> None:
    replace(line.channel, links=lambda _: [LINK]).send(with_file(PHOTO))

    [text] = line.twilio.texts(PHONE)
    assert text.body == "label.png"
    assert [media.url for media in text.media] == [LINK]


def test_words_have_no_media(line: Line) -> None:
    replace(line.channel, links=lambda _: [LINK]).send(owed())

    assert line.twilio.texts(PHONE)[0].media == ()


def test_a_file_that_no_mms_carries_fails_with_the_reason(line: Line) -> None:
    with pytest.raises(PermanentDeliveryError, match="mms_no_such_file"):
        line.send(with_file(replace(PHOTO, name="a.zip", media_type="application/zip")))

    assert line.twilio.texts(PHONE) == []


@pytest.mark.parametrize(
    ("media_type", "size", "phone", "reason"),
    [
        ("image/jpeg", LARGEST_PICTURE, PHONE, ""),
        ("image/jpeg", LARGEST_PICTURE + 1, PHONE, "mms_too_large"),
        ("application/pdf", LARGEST_OTHER, PHONE, ""),
        ("application/pdf", LARGEST_OTHER + 1, PHONE, "mms_too_large"),
        ("text/html", 10, PHONE, "mms_no_such_file"),
        ("", 10, PHONE, "mms_no_such_file"),
        ("image/png", 10, "+442071838750", "mms_not_there"),
        ("image/png", 10, f"whatsapp:{PHONE}", ""),
        ("application/zip", 10, f"whatsapp:{PHONE}", "mms_no_such_file"),
    ],
)
def test_what_phones_take(media_type: str, size: int, phone: str, reason: str) -> None:
    file = replace(PHOTO, media_type=media_type, size=size)
    line = f"whatsapp:{LINE}" if phone.startswith("whatsapp:") else LINE

    assert why_not_carried(file, Address.sms(phone, line)) == reason
