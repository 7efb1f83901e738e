"""Which files MMS and WhatsApp carry, and to whom.

https://www.twilio.com/docs/messaging/guides/accepted-mime-types: 5 MB in all; Twilio makes pictures
of the first kind fit, other files must fit the carriers, whose smallest limit is about 600 KB.
https://help.twilio.com/articles/223181608: between numbers of the United States and Canada only.
"""

from warmline.domain.address import Address
from warmline.domain.attachments import Attachment

LARGEST_PICTURE = 5 * 1024 * 1024 - 50_000
"""Less what the message itself takes."""

LARGEST_OTHER = 600 * 1024
MADE_TO_FIT = frozenset({"image/jpeg", "image/jpg", "image/gif", "image/png"})
CARRIED = MADE_TO_FIT | {
    "application/pdf",
    "audio/3gpp",
    "audio/3gpp2",
    "audio/ac3",
    "audio/amr",
    "audio/amr-nb",
    "audio/basic",
    "audio/mp4",
    "audio/mpeg",
    "audio/ogg",
    "image/bmp",
    "image/tiff",
    "text/calendar",
    "text/csv",
    "text/directory",
    "text/richtext",
    "text/rtf",
    "text/vcard",
    "text/x-vcard",
    "video/3gpp",
    "video/3gpp-tt",
    "video/3gpp2",
    "video/h261",
    "video/h263",
    "video/h263-1998",
    "video/h263-2000",
    "video/h264",
    "video/mp4",
    "video/mpeg",
    "video/quicktime",
    "video/webm",
}
BY_WHATSAPP = frozenset(
    {
        "application/pdf",
        "audio/3gpp",
        "audio/amr",
        "audio/mpeg",
        "audio/ogg",
        "image/jpeg",
        "image/jpg",
        "image/png",
        "text/vcard",
        "video/mp4",
    }
)
"""Up to 16 MB, which is more than we bring."""

_WHERE, _WHATSAPP = "+1", "whatsapp:"


def why_not_carried(file: Attachment, address: Address) -> str:
    """Return why this file cannot go to this address that way; "" when it can."""
    parts = address.parts
    if parts["their"].startswith(_WHATSAPP):
        return "" if file.media_type in BY_WHATSAPP else "mms_no_such_file"
    if not all(parts[end].startswith(_WHERE) for end in ("their", "our")):
        return "mms_not_there"
    if file.media_type not in CARRIED:
        return "mms_no_such_file"
    most = LARGEST_PICTURE if file.media_type in MADE_TO_FIT else LARGEST_OTHER
    return "" if file.size <= most else "mms_too_large"
