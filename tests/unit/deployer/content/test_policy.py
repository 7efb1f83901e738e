"""The line's rules are checked before they are shipped."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from deployer.compile_content import CONTENT
from deployer.content.policy import read_policy
from deployer.content.problems import ContentInvalid
from warmline.domain.policy import Policy

DESIGNED = {
    "turn_deadline_seconds": 18,
    "model_seconds": 12,
    "lease_seconds": 900,
    "lease_reminder_seconds": 600,
    "undo_seconds": 5,
    "idle_seconds": {"web": 86400, "slack": 86400, "sms": 259200},
    "agent_limit": 5,
    "reservation_seconds": 300,
    "widen_seconds": 300,
    "quiet_seconds": {"sms": 1, "slack": 1, "web": 0},
    "head_start_vip_seconds": 1200,
    "head_start_emotion_seconds": 600,
    "head_start_repeat_seconds": 600,
    "head_start_released_seconds": 1200,
    "head_start_most_seconds": 1800,
    "recent_return_seconds": 7200,
    "keywords_answered_by": "twilio",
}


def test_the_shipped_rules_are_the_designed_ones() -> None:
    policy = read_policy(CONTENT / "policy.yaml")

    assert {name: policy[name] for name in DESIGNED} == DESIGNED


def test_every_rule_says_what_it_is_for() -> None:
    lines = (CONTENT / "policy.yaml").read_text("utf-8").splitlines()

    assert [line for line in lines if ": " in line and " # " not in line and line[0] != "#"] == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("lease_seconds: 15 min", "lease_seconds must be seconds"),
        ("lease_seconds: -1", "lease_seconds must be seconds"),
        ("undo_seconds: 61", "undo_seconds must be at most 60: a customer waits for it"),
        ("file_link_seconds: 604801", "file_link_seconds must be at most 604800"),
        ("idle_seconds: {sms: long}", "idle_seconds must be seconds"),
        ("idle_seconds: {}", "idle_seconds must be seconds"),
        ("delivery_backoff_seconds: [1, two]", "must be seconds"),
        ("answer_threshold: 22", "answer_threshold must be a number from 0 to 1"),
        ("agent_limit: 0", "agent_limit must be a whole number from 1"),
        ("agent_limit: true", "agent_limit must be a whole number from 1"),
        ("repeat_contact_limit: 0", "repeat_contact_limit must be a whole number from 1"),
        ("time_zone: Berlin", "time_zone 'Berlin' is not a time zone"),
        ("time_zone: 5", "time_zone 5 is not a time zone"),
        ("hours: always", "hours must"),
        ("hours: {mon: 09:00-12:00}", "hours names 'mon', which is none of monday"),
        ("hours: {monday: 9 to 5}", "hours of monday has '9 to 5', which is no period"),
        ("hours: {monday: 9:00}", "hours must have a text for each name"),
        ("hours: {friday: 18:00-02:00}", "hours of friday .* ends before it begins"),
        ("hours: {friday: '09:00-12:00, 11:00-13:00'}", "hours of friday has periods that overlap"),
        ("hours_on: {24.12.: 09:00-12:00}", "hours_on has '24.12.', which is no day"),
        ("hours_on: {2026-12-24: noon}", "hours_on of 2026-12-24 has 'noon'"),
        ("holidays: [Christmas]", "holidays has 'Christmas', which is no day"),
        ("holidays: 2026-12-25", "holidays must be a list"),
        ("waiting_seconds: {gold: 5}", "waiting_seconds must be one number, or one for each of"),
        ("first_reply_seconds: soon", "first_reply_seconds must be seconds"),
        ("vips: +15551230001", "vips must be a list of texts, numbers in quotes"),
        ("own_hosts: ['']", "own_hosts must be a list of texts"),
        ("topics: [fraud]", "topics must name each topic"),
        ("topics: {frud: on}", "topics must name each topic .*only a list for your own"),
        ("topics: {fraud: yes please}", "topics must name each topic"),
        ("topics: {recall: [1]}", "topics must name each topic"),
        ("keywords_answered_by: nobody", "must be one of twilio, warmline"),
        ("lease_seconds: [1", "not YAML"),
        ("agent_limit: 1\nagent_limit: 2", "agent_limit is said twice"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "policy.yaml"
    file.write_text(f"# rules\n{text}\n", encoding="utf-8")

    with pytest.raises(ContentInvalid, match=rf"policy\.yaml:[23]: .*{problem}"):
        read_policy(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentInvalid, match=r"policy\.yaml: is missing"):
        read_policy(tmp_path / "policy.yaml")


def test_days_may_be_written_without_quotes(tmp_path: Path) -> None:
    file = tmp_path / "policy.yaml"
    file.write_text(
        "time_zone: Europe/Berlin\n"
        "hours: {monday: '09:00-12:30, 13:30-18:00', sunday: }\n"
        "hours_on: {2026-12-24: 09:00-13:00}\n"
        "holidays: [2026-12-25, '2026-12-26']\n",
        encoding="utf-8",
    )

    policy = read_policy(file)

    assert policy["hours_on"] == {"2026-12-24": "09:00-13:00"}
    assert policy["holidays"] == ["2026-12-25", "2026-12-26"]
    hours = Policy.read(policy).business_hours
    assert hours.is_open(datetime(2026, 12, 24, 9, tzinfo=UTC))
    assert not hours.is_open(datetime(2026, 12, 26, 9, tzinfo=UTC))
