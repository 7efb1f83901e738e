"""The one line that says that a headless stack can take traffic; its keys are the contract's."""

import json

from deployer.up.local import Line
from deployer.up.settings import LocalSettings
from deployer.up.stack import STACK


def ready_line(settings: LocalSettings, line: Line, *, sandbox_url: str | None) -> str:
    """Return the line, without its end."""
    return json.dumps(
        {
            "ready": True,
            "http_url": line.stack.http_url,
            "websocket_url": line.stack.websocket_url,
            "sandbox_url": sandbox_url,
            "stack": STACK,
            "endpoint_url": line.engine.endpoint_url,
            "table": line.stack.table,
            "twilio_account_sid": settings.credentials.twilio_account_sid,
            "twilio_auth_token": settings.credentials.twilio_auth_token,
            "phone_number": settings.names.phone_number,
            "slack_signing_secret": settings.credentials.slack_signing_secret,
            "slack_bot_token": settings.credentials.slack_bot_token,
            "slack_team": settings.names.slack_team,
            "slack_app": settings.names.slack_app,
            "desk_channel": settings.names.desk_channel,
            "chat_origin": settings.names.chat_origin,
            "identity_key": settings.credentials.identity_key,
        }
    )
