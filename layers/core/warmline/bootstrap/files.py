"""What agents' files need: a bucket, links to it for customers, and channels that bring them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, partial
from typing import TYPE_CHECKING

from warmline.application.files import Links, WithFiles, no_links
from warmline.domain.address import Channel
from warmline.domain.errors import SignatureMismatch

if TYPE_CHECKING:
    from warmline.adapters.credentials import Credentials
    from warmline.adapters.s3.bucket import Bucket
    from warmline.application.change import House
    from warmline.application.files import FileSource
    from warmline.application.ports import CustomerChannel
    from warmline.bootstrap.ground import Ground
    from warmline.settings import DeliverMessageSettings, WebChatSettings

SIGNED_WITH = "session_key"


@dataclass(frozen=True, slots=True)
class CustomerFiles:
    """What `web_chat` has of them: their links, and where one leads.

    `address` takes a link's token and the method of the request; it raises SignatureMismatch for a
    link that is not ours, or has ended.
    """

    links: Links
    address: Callable[[str, str], str]


def find_customer_files(settings: "WebChatSettings", ground: "Ground") -> CustomerFiles:
    """Make the door of the files; without a bucket there is none."""
    from warmline.adapters.web.file_links import place_of  # noqa: PLC0415

    bucket = find_bucket(settings.files_bucket)
    proven = partial(ground.credentials.proven, SIGNED_WITH)

    def address(token: str, method: str) -> str:
        place = place_of(token, ground.clock(), proven)
        if bucket is None:
            raise SignatureMismatch("no files are kept")
        return bucket.address(place, method)

    links = find_links(
        settings.public_base_url, settings.files_bucket, ground.credentials, ground.house
    )
    return CustomerFiles(links, address)


def find_links(base_url: str, bucket: str, credentials: "Credentials", house: "House") -> Links:
    """Make the links that customers are given; the same in every function."""
    from warmline.adapters.web.file_links import SignedLinks  # noqa: PLC0415

    if not bucket:
        return no_links
    lasts = timedelta(seconds=house.policy.file_link_seconds)
    return SignedLinks(base_url, lambda: credentials.newest(SIGNED_WITH), lasts)


def with_files(
    channels: "Mapping[Channel, CustomerChannel]",
    source: "FileSource",
    settings: "DeliverMessageSettings",
) -> "dict[Channel, CustomerChannel]":
    """Have every channel bring a message's files before it tells of them."""
    place = find_bucket(settings.files_bucket)
    return {name: WithFiles(channel, source, place) for name, channel in channels.items()}


def find_bucket(name: str) -> "Bucket | None":
    from warmline.adapters.s3.bucket import Bucket, make_client  # noqa: PLC0415

    return Bucket(cache(make_client), name) if name else None
