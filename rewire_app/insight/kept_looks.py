"""What is kept of the findings that are looked at once a week."""

from __future__ import annotations

from collections.abc import Iterable

from rewire_app.insight.findings import Certainty, Finding
from rewire_app.insight.findings_change import ChangeFinding
from rewire_app.insight.looks import KeptLook
from rewire_app.insight.verdict import Verdict


def kept_looks(findings: Iterable[Finding]) -> tuple[KeptLook, ...]:
    """The looks of findings that have days and meet their minimum; the others are no looks."""
    return tuple(
        KeptLook(card=found.key, week=found.days.worked_out_on - 1, look=found.look)
        for found in findings
        if isinstance(found, Verdict | ChangeFinding)
        and found.days is not None
        and found.step is not Certainty.TOO_EARLY
    )
