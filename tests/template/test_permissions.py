"""What each function may do: named actions on named things, and nothing else."""

import pytest

from tests.template.stack import FUNCTIONS, as_list, processed, resources, statements, target_of

ACCOUNT = "arn:${AWS::Partition}:%s:${AWS::Region}:${AWS::AccountId}"
SOCKETS = ACCOUNT % "execute-api" + ":${WebSocketApi}/${Stage}/%s/@connections/*"
DEADLINES = "${Table.Arn}/index/deadlines"
QUEUE = "${Table.Arn}/index/queue"

# The last part of these cannot be known when the template is written.
PATTERNS = {
    ACCOUNT % "secretsmanager" + ":secret:${CredentialsSecret}-??????": "the secret's suffix",
    SOCKETS % "POST": "a socket's id",
    SOCKETS % "DELETE": "a socket's id",
    "${FilesBucket.Arn}/*": "a file's place in the bucket",
    "${Table.Arn}/stream/*": "a stream is named by its date; listing asks for all of a table's",
}
SOURCE_PATTERNS = {
    ACCOUNT % "execute-api" + ":${HttpApi}/*/POST/sms/*",
    ACCOUNT % "execute-api" + ":${HttpApi}/*/POST/slack/events",
    ACCOUNT % "execute-api" + ":${HttpApi}/*/*/chat/*",
    ACCOUNT % "execute-api" + ":${WebSocketApi}/*/*",
}


def test_no_action_is_a_pattern() -> None:
    actions = [(role, a) for role, s in statements() for a in as_list(s["Action"])]

    assert actions
    assert [(role, action) for role, action in actions if "*" in action or "?" in action] == []


def test_statements_only_allow_by_naming_actions_and_resources() -> None:
    assert [s for _, s in statements() if s["Effect"] != "Allow"] == []
    assert [s for _, s in statements() if {"NotAction", "NotResource"} & set(s)] == []


def test_resource_patterns_are_only_those_that_cannot_be_avoided() -> None:
    written = {
        text
        for _, statement in statements()
        for resource in as_list(statement["Resource"])
        for text in [resource if isinstance(resource, str) else resource.get("Fn::Sub", "")]
        if "*" in text or "?" in text
    }

    assert written == set(PATTERNS)


def test_callers_of_functions_are_named_up_to_the_path() -> None:
    sources = [p["SourceArn"] for p in resources("AWS::Lambda::Permission").values()]
    patterns = {s["Fn::Sub"] for s in sources if "Fn::Sub" in s}

    assert patterns == SOURCE_PATTERNS
    assert [s for s in sources if "Fn::Sub" not in s] == [
        {"Fn::GetAtt": ["SweepDeadlinesEveryMinute", "Arn"]}
    ]


def test_no_managed_policy_is_attached_and_none_is_added_by_the_transform() -> None:
    roles = resources("AWS::IAM::Role")

    assert {name for name, role in roles.items() if "ManagedPolicyArns" in role} == set()
    assert set(roles) == {f"{function}Role" for function in FUNCTIONS}


def test_every_function_runs_as_its_own_role() -> None:
    functions = resources("AWS::Lambda::Function")

    assert {n: target_of(f["Role"]) for n, f in functions.items()} == {
        name: f"{name}Role" for name in FUNCTIONS
    }


def test_nothing_has_a_policy_beside_the_roles() -> None:
    kinds = {resource["Type"] for resource in processed()["Resources"].values()}

    assert [kind for kind in kinds if kind.endswith("Policy")] == []


@pytest.mark.parametrize("function", sorted(FUNCTIONS))
def test_a_function_may_use_what_its_environment_names_and_nothing_else(function: str) -> None:
    variables = resources("AWS::Lambda::Function")[function]["Environment"]["Variables"]
    granted = granted_to(f"{function}Role")

    assert ("dynamodb:PutItem" in granted) == ("TABLE_NAME" in variables)
    assert ("secretsmanager:GetSecretValue" in granted) == ("CREDENTIALS_SECRET" in variables)
    assert ("execute-api:ManageConnections" in granted) == ("SOCKETS_ENDPOINT_URL" in variables)
    assert ("sqs:SendMessage" in granted) == any(v.endswith("_QUEUE_URL") for v in variables)
    assert any(action.startswith("s3:") for action in granted) == ("FILES_BUCKET" in variables)


@pytest.mark.parametrize("function", sorted(FUNCTIONS))
def test_hints_go_only_to_the_queues_that_the_environment_names(function: str) -> None:
    variables = resources("AWS::Lambda::Function")[function]["Environment"]["Variables"]
    named = {value["Ref"] for name, value in variables.items() if name.endswith("_QUEUE_URL")}
    reached = {
        target_of(resource)
        for role, statement in statements()
        if role == f"{function}Role" and "sqs:SendMessage" in as_list(statement["Action"])
        for resource in as_list(statement["Resource"])
    }

    # The stream's poller writes with the function's role where its failures go.
    assert reached - {"ChangesDeadLetterQueue"} == named


def test_the_deadlines_are_read_by_the_sweeper_and_by_who_brings_the_desk_back() -> None:
    readers = {role for role, s in statements() if {"Fn::Sub": DEADLINES} in as_list(s["Resource"])}

    assert readers == {"SweepDeadlinesRole", "DeliverMessageRole"}


def test_files_are_kept_by_who_brings_them_and_read_by_who_leads_to_them() -> None:
    doing = {
        role: as_list(statement["Action"])
        for role, statement in statements()
        if {"Fn::Sub": "${FilesBucket.Arn}/*"} in as_list(statement["Resource"])
    }

    assert doing == {"DeliverMessageRole": ["s3:PutObject"], "WebChatRole": ["s3:GetObject"]}


def test_the_queue_is_read_by_those_who_take_from_it_and_those_who_tell_a_place_in_it() -> None:
    readers = {role for role, s in statements() if {"Fn::Sub": QUEUE} in as_list(s["Resource"])}

    assert readers == {
        f"{name}Role"
        for name in ("SlackWebhook", "SmsWebhook", "WebChat", "TakeTurn", "SweepDeadlines")
    }


def test_sockets_are_closed_only_by_those_who_judge_a_hello() -> None:
    closing = {"Fn::Sub": SOCKETS % "DELETE"}
    closers = {role for role, s in statements() if closing in as_list(s["Resource"])}

    assert closers == {"WebChatRole", "SweepDeadlinesRole"}


def granted_to(role: str) -> set[str]:
    return {a for name, s in statements() if name == role for a in as_list(s["Action"])}
