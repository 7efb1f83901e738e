"""What the stack is made of: nothing that costs by the hour, and nothing that nobody watches."""

import re

import pytest
import yaml

from tests.code.imports import ROOT
from tests.template.stack import FUNCTIONS, Tree, processed, resources, source, target_of
from warmline.observability import Metric

# Each is paid by use, or by the month for pennies (alarms, the secret is the deployer's own).
PAID_BY_USE = {
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::Integration",
    "AWS::ApiGatewayV2::Route",
    "AWS::ApiGatewayV2::Stage",
    "AWS::CloudWatch::Alarm",
    "AWS::DynamoDB::Table",
    "AWS::Events::Rule",
    "AWS::IAM::Role",
    "AWS::Lambda::EventInvokeConfig",
    "AWS::Lambda::EventSourceMapping",
    "AWS::Lambda::Function",
    "AWS::Lambda::LayerVersion",
    "AWS::Lambda::Permission",
    "AWS::Logs::LogGroup",
    "AWS::Logs::MetricFilter",
    "AWS::S3::Bucket",
    "AWS::SNS::Topic",
    "AWS::SQS::Queue",
}
WORKERS = {"TakeTurn": "TurnsQueue", "DeliverMessage": "DeliveriesQueue"}
QUEUE_OF = {**WORKERS, "SweepDeadlines": "WakeupsQueue"}
WEBHOOK_LIMITS = {"SmsWebhook": 15, "SlackWebhook": 11, "WebChat": 15}
DEAD_LETTERS_IN_DAYS = 14


def test_nothing_is_paid_by_the_hour() -> None:
    kinds = {resource["Type"] for resource in processed()["Resources"].values()}

    assert kinds - PAID_BY_USE == set()
    assert resources("AWS::DynamoDB::Table")["Table"]["BillingMode"] == "PAY_PER_REQUEST"
    assert [f for f in functions().values() if "ReservedConcurrentExecutions" in f] == []


def test_the_table_has_its_two_sparse_indexes_its_stream_and_its_backups() -> None:
    table = resources("AWS::DynamoDB::Table")["Table"]
    indexes = {
        index["IndexName"]: [key["AttributeName"] for key in index["KeySchema"]]
        for index in table["GlobalSecondaryIndexes"]
    }

    assert indexes == {"queue": ["QPK", "QSK"], "deadlines": ["DPK", "DSK"]}
    assert {a["AttributeType"] for a in table["AttributeDefinitions"]} == {"S"}
    assert table["StreamSpecification"] == {"StreamViewType": "NEW_IMAGE"}
    assert table["TimeToLiveSpecification"] == {"AttributeName": "expires", "Enabled": True}
    assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}


def test_conversations_outlive_the_stack() -> None:
    table = source()["Resources"]["Table"]

    assert table["DeletionPolicy"] == "RetainExceptOnCreate"
    assert table["UpdateReplacePolicy"] == "Retain"


def test_agents_files_are_nobodys_to_read_and_are_forgotten_once_their_links_have_ended() -> None:
    bucket = resources("AWS::S3::Bucket")["FilesBucket"]
    [rule] = bucket["LifecycleConfiguration"]["Rules"]
    policy = yaml.safe_load((ROOT / "content/policy.yaml").read_text("utf-8"))

    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    assert rule["Status"] == "Enabled"
    assert rule["ExpirationInDays"] * 86_400 > policy["file_link_seconds"]


def test_every_queue_has_a_dead_letter_queue_of_its_own() -> None:
    kept = {n: q for n, q in queues().items() if not n.endswith("DeadLetterQueue")}
    dead = {name: target_of(q["RedrivePolicy"]["deadLetterTargetArn"]) for name, q in kept.items()}

    assert dead == {name: name.replace("Queue", "DeadLetterQueue") for name in kept}
    assert {q["RedrivePolicy"]["maxReceiveCount"] for q in kept.values()} == {5}


def test_dead_letters_are_kept_for_as_long_as_sqs_can() -> None:
    kept = [q for name, q in queues().items() if name.endswith("DeadLetterQueue")]

    assert {q["MessageRetentionPeriod"] for q in kept} == {DEAD_LETTERS_IN_DAYS * 86400}


@pytest.mark.parametrize("queue", ["Turns", "Deliveries", "Wakeups"])
def test_every_queue_has_an_alarm_for_waiting_and_one_for_its_dead_letters(queue: str) -> None:
    assert f"{queue}Queue" in watched("ApproximateAgeOfOldestMessage")
    assert f"{queue}DeadLetterQueue" in watched("ApproximateNumberOfMessagesVisible")


def test_every_dead_letter_queue_has_an_alarm() -> None:
    dead = {name for name in queues() if name.endswith("DeadLetterQueue")}

    assert watched("ApproximateNumberOfMessagesVisible") == dead


def test_every_function_has_an_alarm_for_its_errors() -> None:
    assert watched("Errors") == set(FUNCTIONS)


def test_a_silent_sweeper_is_an_alarm_although_nothing_is_measured_then() -> None:
    alarm = resources("AWS::CloudWatch::Alarm")["SweeperSilentAlarm"]

    assert alarm["TreatMissingData"] == "breaching"
    assert watched("Invocations") == {"SweepDeadlines"}


def test_every_alarm_tells_the_topic() -> None:
    actions = [a.get("AlarmActions") for a in resources("AWS::CloudWatch::Alarm").values()]

    assert actions
    assert [a for a in actions if not a or a["Fn::If"][1] != [{"Ref": "AlarmTopic"}]] == []


def test_every_function_logs_to_a_group_that_forgets() -> None:
    groups = resources("AWS::Logs::LogGroup")
    used = {name: f["LoggingConfig"]["LogGroup"]["Ref"] for name, f in functions().items()}

    assert used == {name: f"{name}Logs" for name in FUNCTIONS}
    assert {group["RetentionInDays"] for group in groups.values()} == {30}
    assert set(groups) == set(used.values())


@pytest.mark.parametrize(("function", "queue"), sorted(QUEUE_OF.items()))
def test_a_queue_shows_a_hint_again_five_seconds_after_its_worker_ran_out_of_time(
    function: str, queue: str
) -> None:
    assert queues()[queue]["VisibilityTimeout"] == functions()[function]["Timeout"] + 5


def test_workers_have_the_times_of_the_design() -> None:
    assert functions()["TakeTurn"]["Timeout"] == 25
    assert functions()["DeliverMessage"]["Timeout"] == 10


@pytest.mark.parametrize(("function", "limit"), sorted(WEBHOOK_LIMITS.items()))
def test_webhooks_end_before_their_caller_gives_up(function: str, limit: int) -> None:
    assert functions()[function]["Timeout"] < limit


@pytest.mark.parametrize("function", sorted(WORKERS))
def test_workers_take_one_hint_at_a_time_and_never_starve_webhooks(function: str) -> None:
    mapping = mapping_of(function)

    assert target_of(mapping["EventSourceArn"]) == WORKERS[function]
    assert mapping["BatchSize"] == 1
    # A literal number: the local engine takes a parameter's value as text.
    assert isinstance(mapping["ScalingConfig"]["MaximumConcurrency"], int)


@pytest.mark.parametrize("function", ["DispatchChanges", "SweepDeadlines"])
def test_batches_report_which_of_their_records_failed(function: str) -> None:
    assert mapping_of(function)["FunctionResponseTypes"] == ["ReportBatchItemFailures"]


def test_the_stream_hints_only_for_what_is_new_and_never_stops_at_a_bad_record() -> None:
    mapping = mapping_of("DispatchChanges")

    assert mapping["FilterCriteria"] == {"Filters": [{"Pattern": '{"eventName":["INSERT"]}'}]}
    assert mapping["BisectBatchOnFunctionError"] is True
    assert mapping["MaximumRetryAttempts"] == 3
    destination = mapping["DestinationConfig"]["OnFailure"]["Destination"]
    assert target_of(destination) == "ChangesDeadLetterQueue"


def test_the_sweeper_runs_every_minute() -> None:
    (rule,) = resources("AWS::Events::Rule").values()

    assert rule["ScheduleExpression"] == "rate(1 minute)"
    assert target_of(rule["Targets"][0]["Arn"]) == "SweepDeadlines"


def functions() -> dict[str, Tree]:
    return resources("AWS::Lambda::Function")


def queues() -> dict[str, Tree]:
    return resources("AWS::SQS::Queue")


def mapping_of(function: str) -> Tree:
    mappings = resources("AWS::Lambda::EventSourceMapping").values()
    (mapping,) = [m for m in mappings if m["FunctionName"] == {"Ref": function}]
    return mapping


def watched(metric: str) -> set[str]:
    """Return the logical ids whose metric has an alarm."""
    values = [
        dimension["Value"]
        for alarm in resources("AWS::CloudWatch::Alarm").values()
        if alarm["MetricName"] == metric
        for dimension in alarm["Dimensions"]
    ]
    return {value.get("Ref") or target_of(value) for value in values}


def test_refusals_and_what_fails_outside_ring_under_the_names_that_the_log_gives_them() -> None:
    filters = resources("AWS::Logs::MetricFilter")
    named = {
        name
        for one in filters.values()
        for name in re.findall(r'\$\.message = "(\w+)"', one["FilterPattern"])
    }
    counted = {
        transformation["MetricName"]
        for one in filters.values()
        for transformation in one["MetricTransformations"]
    }
    rung = {alarm["MetricName"] for alarm in resources("AWS::CloudWatch::Alarm").values()}

    refusals = {Metric.SIGNATURE_REJECTED, Metric.FOREIGN_SENDER, Metric.NOT_ALLOWED}
    failures = {Metric.MODEL_FAILED, Metric.DESK_UNREACHABLE, Metric.PROMISE_BROKEN}
    assert refusals | failures == named
    assert counted <= rung
