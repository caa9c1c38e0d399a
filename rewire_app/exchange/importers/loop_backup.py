"""Loop Habit Tracker's own backup: a database, of every generation that Loop itself still opens.

In the oldest a habit has no kind and a repetition no value: that it is there means that the habit was done.
What Loop works out itself (streaks, scores) is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.foreign_database import columns_of_database, rows_of_database
from rewire_app.exchange.importers.found import Choices, Doubt, FoundAmount, LeftOut
from rewire_app.exchange.importers.loop_days import AUTO, MANUAL, LoopHabit, amount_of, filled_in
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.wall_clocks import real_day
from rewire_app.i18n import _

HABITS, DAYS = "Habits", "Repetitions"
WANTED = {
    HABITS: ("id", "name", "type", "unit"),
    DAYS: ("habit", "timestamp", "value", "notes"),
}
DAY_MS = 86_400_000
_EPOCH = date(1970, 1, 1)
_FARTHEST = 3_000_000
"""So many days from 1970 no calendar goes."""


def _looks(opened: OpenedFile) -> bool:
    return opened.is_sqlite and _is_loop(columns_of_database(opened, WANTED))


def _is_loop(there: dict[str, list[str]]) -> bool:
    return {"id", "name"} <= set(there.get(HABITS, ())) and {"habit", "timestamp"} <= set(there.get(DAYS, ()))


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundAmount | LeftOut | Doubt]:
    there = columns_of_database(opened, WANTED)
    if not _is_loop(there):
        raise damaged_file()
    habits: dict[object, LoopHabit] = {}
    line, told = 0, False
    member = f"{opened.name}: {DAYS}"
    for table, values in rows_of_database(opened, WANTED):
        row = dict(zip(there[table], values, strict=True))
        if table == HABITS:
            habits[row["id"]] = _habit(row)
            continue
        line += 1
        habit = habits.get(row["habit"])
        found = _day(row, habit, line, member)
        if (
            isinstance(found, FoundAmount)
            and found.status == "unknown"
            and row.get("value") == AUTO
            and not told
        ):
            told = True
            yield filled_in()
        yield found


def _habit(row: Mapping[str, object]) -> LoopHabit:
    name, unit = row["name"], row.get("unit")
    kind = row.get("type", 0)
    return LoopHabit(
        name=name.strip() if isinstance(name, str) else "",
        numbers={0: False, 1: True}.get(kind) if isinstance(kind, int) else None,
        unit=unit.strip() if isinstance(unit, str) else "",
    )


def _day(row: Mapping[str, object], habit: LoopHabit | None, line: int, member: str) -> FoundAmount | LeftOut:
    day, value, note = _day_of(row["timestamp"]), row.get("value", MANUAL), row.get("notes")
    words = note.strip() if isinstance(note, str) else ""
    found = None
    if habit is None or not habit.name:
        why = _("Its habit is not in the file, or has no name")
    elif day is None:
        why = _("The day cannot be read")
    elif not isinstance(value, int):
        why = _("What was done on it cannot be read")
    else:
        why = _("What this number means is not clear")
        found = amount_of(habit, day, value, words, line=line, member=member)
    if found is not None:
        return found
    text = " ".join(
        str(part) for part in (habit.name if habit else "", day or "", value, words) if part != ""
    )
    return LeftOut(line=line, member=member, reason=why, text=text)


def _day_of(stamp: object) -> date | None:
    """The day whose midnight in UTC is `stamp` in ms, or that it falls on, as Loop itself takes it."""
    if not isinstance(stamp, int) or abs(stamp // DAY_MS) > _FARTHEST:
        return None
    try:
        day = _EPOCH + timedelta(days=stamp // DAY_MS)
    except OverflowError:
        return None
    return real_day(day.year, day.month, day.day)


FORMAT = FileFormat(id="loop-backup", name="Loop Habit Tracker", looks=_looks, read=_read)
