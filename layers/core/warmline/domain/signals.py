"""Why a conversation should go to a human: each reason with its score, threshold and evidence."""

from dataclasses import dataclass

from warmline.domain.handoff import Reason


@dataclass(frozen=True, slots=True)
class Signal:
    """One reason for a human. `evidence` is what an agent reads: the customer's words or a count.

    `score` and `threshold` are from 0 to 1; `topic` names which sensitive topic it is.
    """

    code: Reason
    score: float
    threshold: float
    evidence: str = ""
    topic: str = ""

    @property
    def fires(self) -> bool:
        return self.score >= self.threshold > 0
