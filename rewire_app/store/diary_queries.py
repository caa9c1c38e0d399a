"""Narrow reads for the diary card: what was practised and used on each day, as plain tuples."""

from __future__ import annotations

from rewire_app.store.reading import rows
from rewire_app.store.schema.counting import COUNTED
from rewire_app.store.text import unlisted
from rewire_app.store.vault.vault import Vault

_PRACTISED = (
    f"SELECT day, exercise, uid FROM practices WHERE deleted_ms IS NULL AND {COUNTED} "
    "AND day BETWEEN ? AND ? ORDER BY started_ms, uid"
)
_SKILLS = (
    "SELECT day, skills FROM moments WHERE deleted_ms IS NULL AND day BETWEEN ? AND ? ORDER BY day, at_ms"
)
_NOTED = "SELECT day FROM days WHERE deleted_ms IS NULL AND day BETWEEN ? AND ?"
_REASONS = (
    "SELECT day, why FROM diary_days WHERE deleted_ms IS NULL AND trim(why) <> '' AND day BETWEEN ? AND ?"
)
_ASKED = "SELECT EXISTS (SELECT 1 FROM diary_rows WHERE deleted_ms IS NULL AND asked = 1)"


def practised(vault: Vault, a: int, b: int) -> list[tuple[int, str, str]]:
    """(day, exercise, uid) of each pass that counts from day `a` to `b`, in the order they were begun."""
    return rows(vault, _PRACTISED, (a, b))


def skills_used(vault: Vault, a: int, b: int) -> list[tuple[int, str]]:
    """(day, skill) for each skill that was used in a moment from day `a` to `b`."""
    return [(day, skill) for day, skills in rows(vault, _SKILLS, (a, b)) for skill in unlisted(skills)]


def days_noted(vault: Vault, a: int, b: int) -> list[tuple[int]]:
    """(day,) for each day from `a` to `b` of which an evening check or a note is there."""
    return rows(vault, _NOTED, (a, b))


def reasons(vault: Vault, a: int, b: int) -> list[tuple[int, str]]:
    """(day, words) for each day from `a` to `b` of which it is said why no skill was used."""
    return rows(vault, _REASONS, (a, b))


def rows_asked(vault: Vault) -> bool:
    """Whether rows of the person's own stand on new cards."""
    return bool(rows(vault, _ASKED)[0][0])
