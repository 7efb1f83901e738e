"""The bucket of agents' files: kept a few days, and read only by addresses that soon end."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from warmline.domain.attachments import Attachment
from warmline.domain.errors import TemporaryDeliveryError

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

ADDRESS_SECONDS = 300
"""How long one address of a file holds; the customer's own link leads to a new one each time."""

ANY_TYPE = "application/octet-stream"
_METHODS = {"GET": "get_object", "HEAD": "head_object"}


def make_client() -> "S3Client":
    """Return a client whose calls end within a worker's time, and whose addresses always hold."""
    config = Config(
        connect_timeout=1,
        read_timeout=3,
        retries={"total_max_attempts": 2, "mode": "standard"},
        signature_version="s3v4",
        s3={"addressing_style": "path"},
    )
    return boto3.client("s3", config=config)


@dataclass(frozen=True, slots=True)
class Bucket:
    """One bucket. `client` is asked for only when there is a file: most days there is none."""

    client: "Callable[[], S3Client]"
    name: str

    def keep(self, place: str, file: Attachment, content: bytes) -> None:
        """Store the file, to be offered for saving under its name and never shown as a page.

        Raises TemporaryDeliveryError when the bucket did not take it.
        """
        try:
            self.client().put_object(
                Bucket=self.name,
                Key=place,
                Body=content,
                ContentType=file.media_type or ANY_TYPE,
                ContentDisposition=f'attachment; filename="{_ascii(file.name)}"',
            )
        except (ClientError, BotoCoreError) as error:
            raise TemporaryDeliveryError("file_not_kept") from error

    def address(self, place: str, method: str = "GET") -> str:
        """Return an address where the file can be read for a few minutes; asks nobody."""
        return self.client().generate_presigned_url(
            _METHODS.get(method, "get_object"),
            Params={"Bucket": self.name, "Key": place},
            ExpiresIn=ADDRESS_SECONDS,
        )


def _ascii(name: str) -> str:
    return "".join(one if " " <= one <= "~" and one not in '"\\' else "_" for one in name)
