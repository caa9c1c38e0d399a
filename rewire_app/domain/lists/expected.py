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


class ExpectationOutcome(StrEnum):
    """Whether what was expected came."""

    CAME = "came"
    PARTLY = "partly"
    NOT = "not"


class Asking(StrEnum):
    """How it is asked about: when its day has come, once more on a later day, or only in its list."""

    ONCE = ""
    LATER = "later"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """Something that waits for *How was it?*.

    Before: `what` it is, what is expected (`predict`), how much of it (`guess`, 0-10), how likely it is
    (`chance`, 0-100), how sure the thought behind it is (`belief`, 0-100), and when it is to be (`due`). Of a
    step: how one will `know`, until what one will `stay` and how many minutes at most (`stay_min`), and what
    is `left_out`. hoped: whether it is hoped for or feared; None goes by its kind. made_day: when it began.
    After: whether it came (`outcome`), what `came`, how much of it (`found`, 0-10), how much of what was
    expected came true (`share`, 0-100), how likely it seems now (`later`, 0-100), the `surprise` (0-10), what
    was done to feel `safe`, the `place` and `company`, what it taught (`learned`), and what would be expected
    `again` (0-10). looked_day: when it was looked back on.
    asking: how it is asked about, `ask_day`: not before that day. step, pattern, practice, goal: the uids of
    the step of a ladder it is a try of, of the pattern it belongs to, of the practice it comes from, and of
    the goal it is a small step towards.
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
    know: str = ""
    stay: str = ""
    stay_min: int | None = None
    left_out: tuple[str, ...] = ()
    hoped: bool | None = None
    made_day: date | None = None
    outcome: ExpectationOutcome | None = None
    later: int | None = None
    surprise: int | None = None
    safe: tuple[str, ...] = ()
    place: str = ""
    company: str = ""
    looked_day: date | None = None
    asking: Asking = Asking.ONCE
    ask_day: date | None = None
    step: str | None = None
    pattern: str | None = None
    practice: str | None = None
    goal: str | None = None

    @property
    def ended_as(self) -> str:
        """What tells one that is over from the next one with the same words; nothing while it waits."""
        return "" if self.state is ExpectationState.OPEN else self.uid
