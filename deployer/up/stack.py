"""`sam deploy` to the local engine: the same command, template and artifact as to AWS."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass

from deployer.places import BUILT_TEMPLATE, CACHE, ROOT, tool
from deployer.processes import run
from deployer.up.aws import Aws
from deployer.up.build import machine_architecture
from deployer.up.engine import REGION, ROOT_KEY, Engine
from deployer.up.settings import LocalSettings

STACK = "warmline-local"
SECRET = "warmline-local"  # noqa: S105 - the secret's name
BUCKET = "warmline-local-artifacts"


def http_url(port: int) -> str:
    """Return the HTTP API's address, known before the deploy: the template pins the API's id.

    Of the engine's two forms it is the one that every client resolves.
    """
    return f"http://127.0.0.1:{port}/_aws/execute-api/{STACK}-http/$default"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the outside world is, as the stack is told."""

    slack_api_url: str
    twilio_api_url: str
    tools_base_url: str
    chat_origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """A deployed stack's outputs, as far as they are needed here."""

    http_url: str
    websocket_url: str
    table: str


def parameters(settings: LocalSettings, engine: Engine, addresses: Addresses) -> dict[str, str]:
    """Return the template's parameters for a local stack."""
    return {
        "Stage": "local",
        "Architecture": machine_architecture(),
        "LocalEngine": f"127.0.0.1:{engine.port}",
        "CredentialsSecret": SECRET,
        "SlackApiUrl": addresses.slack_api_url,
        "SlackTeam": settings.names.slack_team,
        "SlackApp": settings.names.slack_app,
        "DeskChannel": settings.names.desk_channel,
        "FirstLead": settings.lead or "",
        "TwilioApiUrl": addresses.twilio_api_url,
        "ToolsBaseUrl": addresses.tools_base_url,
        "PhoneNumbers": settings.names.phone_number,
        "ChatOrigins": ",".join(addresses.chat_origins),
        "PolicyOverrides": json.dumps(settings.policy_overrides),
        **_model_parameters(settings),
    }


def deploy(engine: Engine, aws: Aws, given: Mapping[str, str]) -> Stack:
    """Deploy the built template and return its outputs."""
    aws.s3.create_bucket(Bucket=BUCKET)
    # A file, since the SAM CLI reads quotes within a value of its own line differently.
    file = CACHE / "logs" / f"parameters-{engine.port}.yaml"
    file.write_text(json.dumps(dict(given)), encoding="utf-8")
    run(
        _command(f"file://{file}"),
        environment=_environment(engine),
        log=CACHE / "logs" / f"deploy-{engine.port}.log",
        purpose="The deploy",
        folder=ROOT,
    )
    return _read_outputs(aws)


def _command(overrides: str) -> list[str]:
    return [
        str(tool("sam")),
        "deploy",
        *("--template-file", str(BUILT_TEMPLATE)),
        *("--stack-name", STACK),
        *("--s3-bucket", BUCKET),
        *("--region", REGION),
        *("--capabilities", "CAPABILITY_IAM"),
        *("--parameter-overrides", overrides),
        "--no-confirm-changeset",
        "--no-fail-on-empty-changeset",
        "--no-progressbar",
    ]


def _environment(engine: Engine) -> dict[str, str]:
    """Point the SAM CLI at the engine, whatever AWS settings the person has."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("AWS_")}
    return kept | {
        "AWS_ENDPOINT_URL": engine.endpoint_url,
        "AWS_ACCESS_KEY_ID": ROOT_KEY,
        "AWS_SECRET_ACCESS_KEY": ROOT_KEY,
        "AWS_DEFAULT_REGION": REGION,
        "SAM_CLI_TELEMETRY": "0",
        "SAM_CLI_POLL_DELAY": "0.2",
    }


def _model_parameters(settings: LocalSettings) -> dict[str, str]:
    given = {"OpenAIBaseUrl": settings.openai_base_url, "OpenAIModel": settings.openai_model}
    return {name: value for name, value in given.items() if value}


def _read_outputs(aws: Aws) -> Stack:
    described = aws.cloudformation.describe_stacks(StackName=STACK)["Stacks"][0]
    outputs = {row["OutputKey"]: row["OutputValue"] for row in described.get("Outputs", [])}
    return Stack(
        http_url=outputs["HttpApiUrl"],
        websocket_url=outputs["WebSocketUrl"],
        table=outputs["TableName"],
    )
