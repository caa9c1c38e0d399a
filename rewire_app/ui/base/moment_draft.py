"""A moment that is half written: kept as it is typed, so that a crash or a power cut loses no words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

KEY = "draft:moment"
"""Under which fact of the profile it is kept; "" there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentDraft:
    """The answers so far, by the keys of the form; `uid`: of the moment that they become or belong to."""

    uid: str
    day: date
    answers: Mapping[str, Any]

    def text(self) -> str:
        """The draft as it is kept."""
        said = {"uid": self.uid, "day": self.day.toordinal(), "answers": dict(self.answers)}
        return json.dumps(said, ensure_ascii=False)


def read_draft(text: str | None) -> MomentDraft | None:
    """The draft in `text`; None when there is none, or none that can be read."""
    try:
        found = json.loads(text or "null")
        answers = {
            key: tuple(value) if isinstance(value, list) else value for key, value in found["answers"].items()
        }
        return MomentDraft(uid=str(found["uid"]), day=date.fromordinal(found["day"]), answers=answers)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return None
