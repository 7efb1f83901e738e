"""The line's rules are checked before they are shipped."""

from pathlib import Path

import pytest

from deployer.compile_content import CONTENT
from deployer.content.policy import read_policy
from deployer.content.problems import ContentInvalid

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
        ("idle_seconds: {sms: long}", "idle_seconds must be seconds"),
        ("idle_seconds: {}", "idle_seconds must be seconds"),
        ("delivery_backoff_seconds: [1, two]", "must be seconds"),
        ("answer_threshold: 22", "answer_threshold must be a number from 0 to 1"),
        ("agent_limit: 0", "agent_limit must be a whole number from 1"),
        ("agent_limit: true", "agent_limit must be a whole number from 1"),
        ("repeat_contact_limit: 0", "repeat_contact_limit must be a whole number from 1"),
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
