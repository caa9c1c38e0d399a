"""The file of the reminders beside the notes: it can be read while they are locked, and holds no word.

    {"quiet": [1290, 450],
     "reminders": [{"id": "9f…", "kind": "practice", "weekdays": 42, "minute": 1050, "passed": "2026-11-23",
                    "again": [1795537200000, "2026-11-24"], "rest": ["2026-12-01", "2026-12-07"],
                    "done": "2026-11-23"}],
     "waiting": [{"id": "9f…", "kind": "practice", "day": "2026-11-22", "minute": 1050, "told": null}]}

The ids are random; what they belong to is kept among the notes. `done` is the last day for which what one
reminds of is noted; files from before have none.
"""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

from rewire_app.atomic import replace_file, write_atomic
from rewire_app.domain.reminders import PassedBy, QuietHours, Reminder, ReminderKind, Reminders

FILE = "reminders.json"

DAMAGED = "reminders.json.damaged"
"""Where a file that could not be read is kept, for who wants to look at it."""

MOST_BYTES = 1 << 20
"""More than any reminders take; what is larger is no file of them."""


class DamagedRemindersError(Exception):
    """The file is there and cannot be read."""


def new_id() -> str:
    """A fresh random id, 32 hexadecimal digits."""
    return os.urandom(16).hex()


def read(profile: Path) -> Reminders:
    """The reminders of `profile`, none where there is no file; raises DamagedRemindersError."""
    try:
        with open(profile / FILE, "rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise ValueError(FILE)
        return _reminders(json.loads(content))
    except (FileNotFoundError, NotADirectoryError):
        return Reminders()
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DamagedRemindersError from error


def put_aside(profile: Path) -> None:
    """Keep a file that cannot be read under another name, since the next one replaces it; raises OSError."""
    replace_file(profile / FILE, profile / DAMAGED)


def write(profile: Path, reminders: Reminders) -> None:
    """Write `reminders` by atomic replace; raises OSError, and the old file stays."""
    quiet = reminders.quiet
    table = {
        "quiet": [quiet.first, quiet.last],
        "reminders": [_table(one) for one in reminders.every],
        "waiting": [_late_table(one) for one in reminders.waiting],
    }
    write_atomic(profile / FILE, json.dumps(table, indent=1).encode())


def _table(one: Reminder) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "weekdays": one.weekdays,
        "minute": one.minute,
        "passed": one.passed.isoformat(),
        "again": None if one.again_day is None else [one.again_ms, one.again_day.isoformat()],
        "rest": None if one.rest is None else [day.isoformat() for day in one.rest],
        "done": None if one.done is None else one.done.isoformat(),
    }


def _late_table(one: PassedBy) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "day": one.day.isoformat(),
        "minute": one.minute,
        "told": None if one.told is None else one.told.isoformat(),
    }


def _reminders(table: Any) -> Reminders:
    first, last = table["quiet"]
    return Reminders(
        every=tuple(_reminder(one) for one in table["reminders"]),
        quiet=QuietHours(first=_number(first), last=_number(last)),
        waiting=tuple(_passed_by(one) for one in table["waiting"]),
    )


def _reminder(table: Any) -> Reminder:
    again_ms, again_day = table["again"] or (None, None)
    done = table.get("done")
    return Reminder(
        id=_id(table["id"]),
        kind=ReminderKind(table["kind"]),
        weekdays=_number(table["weekdays"]),
        minute=_number(table["minute"]),
        passed=date.fromisoformat(table["passed"]),
        again_ms=None if again_ms is None else _number(again_ms),
        again_day=None if again_day is None else date.fromisoformat(again_day),
        rest=None if table["rest"] is None else _span(*table["rest"]),
        done=None if done is None else date.fromisoformat(done),
    )


def _span(first: str, last: str) -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last)


def _passed_by(table: Any) -> PassedBy:
    return PassedBy(
        id=_id(table["id"]),
        kind=ReminderKind(table["kind"]),
        day=date.fromisoformat(table["day"]),
        minute=_number(table["minute"]),
        told=None if table["told"] is None else date.fromisoformat(table["told"]),
    )


def _number(value: Any) -> int:
    if type(value) is not int:
        raise ValueError("a whole number is needed")
    return value


def _id(value: Any) -> str:
    if not isinstance(value, str) or len(value) != 32 or set(value) - set("0123456789abcdef"):
        raise ValueError("an id is 32 hexadecimal digits")
    return value
