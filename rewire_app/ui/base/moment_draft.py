"""A moment that is half written: kept as it is typed, so that a crash or a power cut loses no words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.moment_clock import MomentClock

END, RUNNING = "end", ("clock", "going")
"""Under which answer stands what is said of the end, and with which the clock runs on."""
KEY = "draft:moment"
"""Under which fact of the profile it is kept; "" there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentDraft:
    """The answers so far, by the keys of the form; `uid`: of the moment that they become or belong to.

    `began`: when the clock of a new moment started, while it runs. Without `answers` there is only the clock.
    """

    uid: str
    day: date
    answers: Mapping[str, Any]
    began: Instant | None = None

    def text(self) -> str:
        """The draft as it is kept."""
        said: dict[str, Any] = {"uid": self.uid, "day": self.day.toordinal(), "answers": dict(self.answers)}
        if self.began is not None:
            said["began"] = [self.began.utc_ms, self.began.offset_min, self.began.zone]
        return json.dumps(said, ensure_ascii=False)

    @property
    def clock(self) -> MomentClock | None:
        """The clock of the moment, while it runs."""
        said = self.answers.get(END)
        stopped = isinstance(said, tuple) and said[:1] and said[0] not in RUNNING
        return None if self.began is None or stopped else MomentClock(uid=self.uid, began=self.began)


def read_draft(text: str | None) -> MomentDraft | None:
    """The draft in `text`; None when there is none, or none that can be read."""
    try:
        found = json.loads(text or "null")
        answers = {
            key: tuple(value) if isinstance(value, list) else value for key, value in found["answers"].items()
        }
        began = found.get("began")
        if began is not None:
            began = Instant(utc_ms=int(began[0]), offset_min=int(began[1]), zone=str(began[2]))
        day = date.fromordinal(found["day"])
        return MomentDraft(uid=str(found["uid"]), day=day, answers=answers, began=began)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, IndexError):
        return None
