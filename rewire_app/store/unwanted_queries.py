"""Narrow reads of what made things worse: what is not offered any more, and whether it is time to ask."""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.store.reading import rows
from rewire_app.store.vault.vault import Vault

UPSET = ("distress", "tension", "worry", "urge", "struggle", "self-consciousness")
"""Measures from 0 to 10 on which more is worse; the ratings of an exercise on them are distress."""

_WITHHELD = (
    "SELECT DISTINCT exercise FROM unwanted_effects INDEXED BY ix_unwanted_effects_day "
    "WHERE deleted_ms IS NULL AND offered = 0"
)
_PRACTISED = (
    "SELECT min(day), max(day) FROM practices INDEXED BY ix_practices_day "
    "WHERE deleted_ms IS NULL AND day <= ?"
)
_ANSWERED = "SELECT max(day) FROM unwanted_effects WHERE deleted_ms IS NULL"
_DISTRESS = "SELECT max(value) FROM ({})".format(
    " UNION ALL ".join(
        f"SELECT {value} AS value FROM {table} WHERE deleted_ms IS NULL AND day = ?1{only}"
        for table, values, only in (
            ("days", ("reactivity", "stress", "10 - mood"), ""),
            ("moments", ("peak",), ""),
            ("practices", ('"before"', '"after"'), f" AND measure IN {UPSET}"),
        )
        for value in values
    )
)
_ANSWERS = (
    "SELECT day, answer, exercise, offered FROM unwanted_effects WHERE deleted_ms IS NULL "
    "ORDER BY day, created_ms, uid"
)
_EXERCISES = (
    "SELECT exercise FROM practices WHERE deleted_ms IS NULL GROUP BY exercise ORDER BY max(started_ms) DESC"
)
_ARTICLES = "SELECT article FROM readings WHERE deleted_ms IS NULL ORDER BY opened_ms DESC"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorseFacts:
    """What decides about asking: first and last day of practice, of the last answer, today's worst rating."""

    first: int | None
    latest: int | None
    answered: int | None
    distress: int | None


def withheld(vault: Vault) -> frozenset[str]:
    """The ids of what made things worse and is not to be offered."""
    return frozenset(row[0] for row in rows(vault, _WITHHELD))


def answers(vault: Vault) -> list[tuple[int, str, str, int]]:
    """(day, answer, exercise or article or "", offered 0/1) of each answer, the earliest first."""
    return rows(vault, _ANSWERS)


def practised_exercises(vault: Vault) -> list[str]:
    """The id of every exercise that was begun, the latest first."""
    return [row[0] for row in rows(vault, _EXERCISES)]


def opened_articles(vault: Vault) -> list[str]:
    """The id of every article that was opened, the latest first."""
    return [row[0] for row in rows(vault, _ARTICLES)]


def worse_facts(vault: Vault, day: int) -> WorseFacts:
    """Whether anything was practised up to `day`, when the question was answered, and how `day` was."""
    first, latest = rows(vault, _PRACTISED, (day,))[0]
    return WorseFacts(
        first=first,
        latest=latest,
        answered=rows(vault, _ANSWERED)[0][0],
        distress=worst_rating(vault, day),
    )


def worst_rating(vault: Vault, day: int) -> int | None:
    """The highest rating of `day` on which more is worse, 0 to 10; None without one."""
    found: int | None = rows(vault, _DISTRESS, (day,))[0][0]
    return found
