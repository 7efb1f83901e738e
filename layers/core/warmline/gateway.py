"""A request as API Gateway hands it over (payload 2.0), and what is answered.

Headers come in lower case, bodies often as base64. Nothing is parsed here beyond the envelope: the
vendors sign raw bytes.
"""

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aws_lambda_powertools import Logger

from warmline.domain.errors import (
    AnomalousPayload,
    ConfigurationError,
    ForeignSender,
    NotAllowed,
    PayloadError,
    SignatureMismatch,
    StoreError,
    TooLarge,
    UnsupportedEvent,
)
from warmline.observability import Metric

LARGEST_BODY = 64 * 1024


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request. `body` is the bytes that the sender signed."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes
    domain: str
    request_id: str

    @classmethod
    def of(cls, event: Mapping[str, Any]) -> "Request":
        """Read the envelope. Raises AnomalousPayload for a body that cannot be decoded."""
        context = event.get("requestContext", {})
        headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
        return cls(
            method=str(context.get("http", {}).get("method", "")),
            path=str(event.get("rawPath", "")),
            query=str(event.get("rawQueryString", "")),
            headers=headers,
            body=_body(event),
            domain=str(context.get("domainName", "")),
            request_id=str(context.get("requestId", "")),
        )

    def url(self, base_url: str) -> str:
        """Return the URL that the sender used; never built from `Host`, which anybody can set."""
        query = f"?{self.query}" if self.query else ""
        return f"{base_url.rstrip('/') or f'https://{self.domain}'}{self.path}{query}"


@dataclass(frozen=True, slots=True)
class Response:
    """What is answered."""

    status: int
    body: str = ""
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)

    def of_gateway(self) -> dict[str, object]:
        return {
            "statusCode": self.status,
            "headers": {"Content-Type": self.content_type, **self.headers},
            "body": self.body,
        }


def error_response(status: int, code: str, message: str) -> Response:
    return Response(status, json.dumps({"error": {"code": code, "message": message}}))


def answer(
    event: Mapping[str, Any],
    act: Callable[[Request], Response],
    *,
    log: Logger,
    unproven: int = 403,
    ignored: Response | None = None,
) -> dict[str, object]:
    """Answer a webhook's request; every refusal is one log line without anything of the body.

    `unproven` answers a bad signature, always with the same body; `ignored` what is well formed
    and means nothing to us. What was not stored gets a 503, for whoever sends it again.
    """
    request_id = str(event.get("requestContext", {}).get("requestId", ""))
    try:
        response = act(Request.of(event))
    except UnsupportedEvent as error:
        log.info(_name(error), request=request_id, problem=error.problem)
        response = ignored or Response(200)
    except PayloadError as error:
        response = _refusal(error, unproven)
        log.warning(_name(error), request=request_id, status=response.status, problem=error.problem)
    except (StoreError, ConfigurationError) as error:
        log.error(  # noqa: TRY400 - a traceback may hold words
            Metric.NOT_STORED, request=request_id, problem=type(error).__name__, detail=str(error)
        )
        response = error_response(503, "not_stored", "Not stored. Please send it again.")
    except Exception as error:  # noqa: BLE001 - the last stop: the sender must hear of it
        log.error(Metric.FAILED, request=request_id, problem=type(error).__name__)  # noqa: TRY400 - the same
        response = error_response(500, "failed", "Something went wrong. Please send it again.")
    return response.of_gateway()


def _name(error: PayloadError) -> Metric:
    """What the refusal is called in the log, and so what is counted."""
    match error:
        case ForeignSender():
            return Metric.FOREIGN_SENDER
        case UnsupportedEvent():
            return Metric.IGNORED
        case AnomalousPayload() | TooLarge():
            return Metric.ANOMALOUS_PAYLOAD
        case NotAllowed():
            return Metric.NOT_ALLOWED
        case _:
            return Metric.SIGNATURE_REJECTED


def _refusal(error: PayloadError, unproven: int) -> Response:
    match error:
        case SignatureMismatch():
            return error_response(unproven, "not_verified", "The request is not verified.")
        case NotAllowed():
            return error_response(403, "not_allowed", "The request is not verified.")
        case TooLarge():
            return error_response(413, "too_large", "The request is too large.")
        case _:
            assert isinstance(error, AnomalousPayload)  # noqa: S101 - all others are above
            return error_response(400, "malformed", error.problem)


def _body(event: Mapping[str, Any]) -> bytes:
    body = event.get("body") or ""
    if not isinstance(body, str):
        raise AnomalousPayload("the body is not text")
    if len(body) > LARGEST_BODY * 2:
        raise TooLarge("body")
    if not event.get("isBase64Encoded", False):
        raw = body.encode("utf-8", "surrogatepass")
    else:
        try:
            raw = base64.b64decode(body, validate=True)
        except (binascii.Error, ValueError) as error:
            raise AnomalousPayload("the body is not base64") from error
    if len(raw) > LARGEST_BODY:
        raise TooLarge("body")
    return raw
