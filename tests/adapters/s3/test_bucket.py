"""Where agents' files wait for customers: stored to be saved, and read by addresses that end."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import boto3
import pytest
from moto import mock_aws

from warmline.adapters.s3.bucket import Bucket, make_client
from warmline.domain.attachments import Attachment
from warmline.domain.errors import TemporaryDeliveryError

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

FILE = Attachment(id="F1", name='ré"cu.pdf', media_type="application/pdf", size=5)
PLACE = FILE.place_in("c0001")


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator["S3Client"]:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    with mock_aws():
        boto3.setup_default_session()
        made = make_client()
        made.create_bucket(Bucket="files")
        yield made


@pytest.fixture
def bucket(client: "S3Client") -> Bucket:
    return Bucket(lambda: client, "files")


def test_a_file_is_kept_to_be_saved_and_never_shown_as_a_page(
    bucket: Bucket, client: "S3Client"
) -> None:
    bucket.keep(PLACE, FILE, b"first")
    bucket.keep(PLACE, FILE, b"again")

    kept = client.get_object(Bucket="files", Key=PLACE)
    assert kept["Body"].read() == b"again"
    assert kept["ContentType"] == "application/pdf"
    assert kept["ContentDisposition"] == 'attachment; filename="r__cu.pdf"'


def test_an_address_is_signed_and_ends_soon(bucket: Bucket) -> None:
    address = urlsplit(bucket.address(PLACE))

    assert address.path.endswith("/files/c0001/F1")
    asked = parse_qs(address.query)
    assert asked["X-Amz-Expires"] == ["300"]
    assert asked["X-Amz-Signature"]
    assert bucket.address(PLACE, "HEAD") != bucket.address(PLACE, "GET")


def test_a_bucket_that_takes_nothing_is_tried_again(client: "S3Client") -> None:
    with pytest.raises(TemporaryDeliveryError, match="file_not_kept"):
        Bucket(lambda: client, "nowhere").keep(PLACE, FILE, b"x")
