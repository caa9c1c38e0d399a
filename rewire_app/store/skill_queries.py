"""Narrow reads for remembering skills: what was practised often enough to be one, and what came back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rewire_app.domain.journal.dropped import CameBack
from rewire_app.store.reading import rows
from rewire_app.store.schema.counting import COUNTED
from rewire_app.store.vault.vault import Vault

OFTEN = 3
"""An exercise that was done so often is a skill that can be remembered."""

_SKILLS = (
    f"SELECT exercise, max(day), max(CASE WHEN nth = {OFTEN} THEN day END) FROM ("
    "SELECT exercise, day, row_number() OVER (PARTITION BY exercise ORDER BY started_ms) AS nth "
    f"FROM practices WHERE deleted_ms IS NULL AND {COUNTED} AND day <= ?) "
    f"GROUP BY exercise HAVING count(*) >= {OFTEN} ORDER BY exercise"
)
_GRADES = "SELECT subject, day, grade FROM recalls WHERE deleted_ms IS NULL ORDER BY day, at_ms"
_REPLIED = "SELECT DISTINCT article, day FROM replies WHERE deleted_ms IS NULL AND question IN ('1', '2')"
_READ = "SELECT article, read_day FROM readings WHERE deleted_ms IS NULL AND read_day IS NOT NULL"
_TODAY = "SELECT subject, uid, grade FROM recalls WHERE deleted_ms IS NULL AND day = ? ORDER BY at_ms"


def skills(vault: Vault, day: int) -> list[tuple[str, date, date]]:
    """(exercise, the day it was last done, the day it was done for the third time), by `day`."""
    return [(row[0], _date(row[1]), _date(row[2])) for row in rows(vault, _SKILLS, (day,))]


def read_articles(vault: Vault) -> list[tuple[str, date]]:
    """(article, the day it was read to its end)."""
    return [(row[0], _date(row[1])) for row in rows(vault, _READ)]


def came_back(vault: Vault) -> dict[str, dict[date, CameBack]]:
    """What came back, by subject and day; the last answer of a day counts.

    Who wrote an answer to the questions of an article remembered something of it.
    """
    found: dict[str, dict[date, CameBack]] = {}
    _fill(found, ((article, day, CameBack.CAME) for article, day in rows(vault, _REPLIED)))
    _fill(found, rows(vault, _GRADES))
    return found


def _fill(found: dict[str, dict[date, CameBack]], answers: Iterable[tuple[str, int, str]]) -> None:
    for subject, day, grade in answers:
        found.setdefault(subject, {})[_date(day)] = CameBack(grade)


def recalled_on(vault: Vault, day: int) -> dict[str, tuple[str, CameBack]]:
    """The uid and grade of what was answered on `day`, by subject."""
    return {row[0]: (row[1], CameBack(row[2])) for row in rows(vault, _TODAY, (day,))}


def _date(ordinal: int) -> date:
    return date.fromordinal(ordinal)
