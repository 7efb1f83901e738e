"""Why a conversation goes to a human: one stable code for each reason."""

from enum import StrEnum


class Reason(StrEnum):
    """The reason codes of a handoff, as other programs see them."""

    ASKED_FOR_HUMAN = "asked_for_human"
    STRONG_EMOTION = "strong_emotion"
    SENSITIVE_TOPIC = "sensitive_topic"
    NO_ANSWER_FOUND = "no_answer_found"
    NOT_MAKING_PROGRESS = "not_making_progress"
    VIP = "vip"
    REPEAT_CONTACT = "repeat_contact"
    MODEL_UNAVAILABLE = "model_unavailable"
    MODEL_REFUSED = "model_refused"
    TOOL_FAILED = "tool_failed"
    BUDGET_SPENT = "budget_spent"
    TURN_OVERDUE = "turn_overdue"
    POLICY = "policy"
