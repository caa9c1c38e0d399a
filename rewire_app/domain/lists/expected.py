"""What someone is going to do or wait for, what they expect of it, and what came: the list `open`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ExpectationKind(StrEnum):
    """What it is that waits for its day."""

    TEST = "test"
    EXPOSURE = "exposure"
    ACTIVITY = "activity"
    WORRY = "worry"
    NIGHT = "night"
    ACTION = "action"
    TALK = "talk"


class ExpectationState(StrEnum):
    """Whether it still waits, was looked back on, or was let go."""

    OPEN = "open"
    DONE = "done"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """Something that waits for *How was it?*.

    Before: `what` it is, what is expected (`predict`), how much of it (`guess`, 0-10), how likely it is
    (`chance`, 0-100), how sure the thought behind it is (`belief`, 0-100), and when it is to be (`due`).
    After: what `came`, how much of it (`found`, 0-10), how much of what was expected came true (`share`,
    0-100), what it taught (`learned`), and what would be expected `again` (0-10).
    """

    uid: str
    what: str
    kind: ExpectationKind | None = None
    predict: str = ""
    guess: int | None = None
    chance: int | None = None
    belief: int | None = None
    due: date | None = None
    came: str = ""
    found: int | None = None
    share: int | None = None
    learned: str = ""
    again: int | None = None
    state: ExpectationState = ExpectationState.OPEN

    @property
    def ended_as(self) -> str:
        """What tells one that is over from the next one with the same words; nothing while it waits."""
        return "" if self.state is ExpectationState.OPEN else self.uid
