"""Names and routes that other programs rely on."""

from tests.template.stack import REQUIRED, processed, resources, source

DEFAULTS = {
    "SlackApiUrl": "https://slack.com/api/",
    "TwilioApiUrl": "https://api.twilio.com",
    "OpenAIBaseUrl": "https://api.openai.com/v1",
    "PublicBaseUrl": "",
    "Architecture": "arm64",
    "PolicyOverrides": "{}",
}
PARAMETERS = {
    *DEFAULTS,
    *("Stage", "OpenAIModel", "CredentialsSecret", "ChatOrigins", "DeskChannel", "SlackTeam"),
    *("SlackApp", "PhoneNumbers", "MessagingServiceSid", "FirstLead"),
}
QUEUES = ("Turns", "Deliveries", "Wakeups")
OUTPUTS = {
    *("HttpApiUrl", "WebSocketUrl", "TableName"),
    *(f"{queue}QueueUrl" for queue in QUEUES),
    *(f"{queue}DeadLetterQueueUrl" for queue in QUEUES),
}
ROUTES = {
    "POST /sms/inbound": "SmsWebhook",
    "POST /sms/status": "SmsWebhook",
    "POST /slack/events": "SlackWebhook",
    "POST /chat/sessions": "WebChat",
    "POST /chat/messages": "WebChat",
    "GET /chat/messages": "WebChat",
    "POST /chat/handoff": "WebChat",
    "GET /chat/widget.js": "WebChat",
    "OPTIONS /chat/sessions": "WebChat",
    "OPTIONS /chat/messages": "WebChat",
    "OPTIONS /chat/handoff": "WebChat",
    "OPTIONS /chat/widget.js": "WebChat",
    "ANY /chat/{rest+}": "WebChat",
}


def test_parameters_and_outputs_of_the_contract_exist() -> None:
    assert set(processed()["Parameters"]) >= PARAMETERS
    assert set(processed()["Outputs"]) >= OUTPUTS


def test_defaults_are_those_of_the_contract() -> None:
    parameters = processed()["Parameters"]

    assert {name: parameters[name]["Default"] for name in DEFAULTS} == DEFAULTS


def test_only_what_the_desk_cannot_do_without_has_no_default() -> None:
    parameters = processed()["Parameters"]

    assert {name for name, p in parameters.items() if "Default" not in p} == set(REQUIRED)


def test_every_parameter_says_what_it_is_for() -> None:
    parameters = processed()["Parameters"]

    assert [name for name, p in parameters.items() if not p.get("Description")] == []


def test_no_parameter_holds_a_credential() -> None:
    words = ("token", "secret", "password", "apikey", "signing")
    named = {n for n in processed()["Parameters"] if any(w in n.lower() for w in words)}

    assert named == {"CredentialsSecret"}


def test_every_parameter_is_read() -> None:
    body = {key: value for key, value in source().items() if key != "Parameters"}
    used = names_used(body)

    assert set(processed()["Parameters"]) - used == set()


def test_http_routes_reach_their_functions() -> None:
    routes = api_routes("HttpApi")

    assert routes == ROUTES


def test_socket_routes_reach_web_chat() -> None:
    assert api_routes("WebSocketApi") == dict.fromkeys(
        ("$connect", "$disconnect", "$default"), "WebChat"
    )


def test_http_calls_use_payload_format_2() -> None:
    integrations = resources("AWS::ApiGatewayV2::Integration").values()
    http = [i for i in integrations if i["ApiId"] == {"Ref": "HttpApi"}]

    assert http
    assert {i["PayloadFormatVersion"] for i in http} == {"2.0"}


def test_webhook_paths_have_no_cors() -> None:
    assert "CorsConfiguration" not in resources("AWS::ApiGatewayV2::Api")["HttpApi"]


def api_routes(api: str) -> dict[str, str]:
    """Return which function answers each route of an API."""
    integrations = resources("AWS::ApiGatewayV2::Integration")
    routes = resources("AWS::ApiGatewayV2::Route").values()
    return {
        route["RouteKey"]: function_of(integrations[target_name(route["Target"])]["IntegrationUri"])
        for route in routes
        if route["ApiId"] == {"Ref": api}
    }


def target_name(target: dict[str, str]) -> str:
    return target["Fn::Sub"].removeprefix("integrations/${").removesuffix("}")


def function_of(uri: dict[str, str]) -> str:
    if "Fn::GetAtt" in uri:
        return uri["Fn::GetAtt"][0]
    return uri["Fn::Sub"].split("functions/${")[1].split(".Arn}")[0]


def names_used(tree: object) -> set[str]:
    """Return every name that a `!Ref` or a `!Sub` in a tree mentions."""
    if isinstance(tree, dict):
        own = {tree["Ref"]} if set(tree) == {"Ref"} else set[str]()
        return own.union(*(names_used(value) for value in tree.values()))
    if isinstance(tree, list):
        return set[str]().union(*(names_used(value) for value in tree))
    if isinstance(tree, str):
        return {part.split("}")[0] for part in tree.split("${")[1:]}
    return set()
