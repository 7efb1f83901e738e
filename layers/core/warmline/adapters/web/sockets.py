"""The API's open WebSockets, by its management calls.

https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Self

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from warmline.domain.errors import TemporaryDeliveryError

if TYPE_CHECKING:
    from mypy_boto3_apigatewaymanagementapi import ApiGatewayManagementApiClient

LARGEST_FRAME = 32 * 1024 - 1
"""The gateway closes a socket that would be sent a larger one (code 1009)."""

GONE = 410

type Frame = Mapping[str, object]


def make_client(
    endpoint_url: str, *, seconds: float = 2, attempts: int = 2
) -> "ApiGatewayManagementApiClient":
    """Return a client whose calls end within a frame's time."""
    config = Config(
        connect_timeout=0.5,
        read_timeout=seconds,
        retries={"total_max_attempts": attempts, "mode": "standard"},
    )
    return boto3.client("apigatewaymanagementapi", endpoint_url=endpoint_url, config=config)


@dataclass(frozen=True, slots=True)
class GatewaySockets:
    """Sockets as the gateway manages them; the client is made when it is first needed."""

    client: Callable[[], "ApiGatewayManagementApiClient"]

    @classmethod
    def at(cls, endpoint_url: str) -> Self:
        return cls(cache(lambda: make_client(endpoint_url)))

    @classmethod
    def for_drafts(cls, endpoint_url: str) -> Self:
        """The same for what may be lost: a socket that hangs costs the turn half a second."""
        return cls(cache(lambda: make_client(endpoint_url, seconds=0.5, attempts=1)))

    def post(self, socket: str, frame: Frame) -> bool:
        """Send one frame; False when the socket is gone.

        Raises TemporaryDeliveryError when a socket that may be alive did not get it.
        """
        return self._call(
            lambda client: client.post_to_connection(ConnectionId=socket, Data=encoded(frame))
        )

    def close(self, socket: str) -> None:
        """Close it; one that is gone already is no error."""
        self._call(lambda client: client.delete_connection(ConnectionId=socket))

    def _call(self, act: Callable[["ApiGatewayManagementApiClient"], object]) -> bool:
        try:
            act(self.client())
        except ClientError as error:
            if _is_gone(error):
                return False
            raise TemporaryDeliveryError(_code(error)) from error
        except BotoCoreError as error:
            raise TemporaryDeliveryError(type(error).__name__) from error
        return True


def encoded(frame: Frame) -> bytes:
    return json.dumps(frame, ensure_ascii=False, separators=(",", ":")).encode()


def _is_gone(error: ClientError) -> bool:
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode")
    return status == GONE or _code(error) == "GoneException"


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", "unknown"))
