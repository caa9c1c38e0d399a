"""Narrow reads of everything a person wrote, straight from the connection, each the newest first."""

from __future__ import annotations

from typing import Any

from rewire_app.store.reading import rows
from rewire_app.store.vault.vault import Vault

_ALIVE = "deleted_ms IS NULL"
_NOTES = f"SELECT uid, day, at_ms, at_off, text, tags FROM notes WHERE {_ALIVE}"
_DAYS = f"SELECT uid, day, note, good, stress_about FROM days WHERE {_ALIVE} AND (note <> '' OR good <> '')"
_NIGHTS = f"SELECT uid, day, note FROM nights WHERE {_ALIVE} AND note <> ''"
_MOMENTS = (
    'SELECT uid, day, at_ms, at_off, "trigger", urge, note, place, company, tag, did, feelings, skills, '
    f"exercise, peak, calm_min, still_going FROM moments WHERE {_ALIVE}"
)
_RATINGS = f"SELECT uid, day, at_ms, at_off, value, words FROM ratings WHERE {_ALIVE} AND words <> ''"
_PRACTICES = (
    "SELECT uid, day, started_ms, started_off, exercise, answers, note, place, company FROM practices "
    f"WHERE {_ALIVE} AND (note <> '' OR place <> '' OR company <> '' OR answers NOT IN ('', '{{}}'))"
)
_INTENTIONS = f"SELECT uid, day, text, exercise FROM intentions WHERE {_ALIVE}"
_PLANS = (
    "SELECT uid, max(from_day), cue, obstacle, answer, exercise FROM plans "
    f"WHERE {_ALIVE} AND per_week > 0 GROUP BY thread HAVING cue <> '' OR obstacle <> '' OR answer <> ''"
)
_PAUSES = f"SELECT uid, from_day, reason FROM pauses WHERE {_ALIVE} AND reason <> ''"
_HIGHLIGHTS = f"SELECT uid, at_ms, at_off, article, quote, note FROM highlights WHERE {_ALIVE}"
_REPLIES = f"SELECT uid, day, at_ms, at_off, article, question, text FROM replies WHERE {_ALIVE}"
_MARKS = f"SELECT uid, from_day, kind, text FROM marks WHERE {_ALIVE} AND text <> ''"
_WORSE = f"SELECT uid, day, note FROM unwanted_effects WHERE {_ALIVE} AND note <> ''"
_TESTS = f"SELECT uid, start_day, question, option_a, option_b, note FROM experiments WHERE {_ALIVE}"
_GOALS = f"SELECT uid, created_ms, text FROM goals WHERE {_ALIVE}"
_MOVES = f"SELECT uid, day, toward, text FROM moves WHERE {_ALIVE}"
_TO_RAISE = f"SELECT uid, day, text FROM to_raise WHERE {_ALIVE}"
_REASONS = f"SELECT uid, day, why FROM diary_days WHERE {_ALIVE} AND why <> ''"
_NAMES = {
    table: f"SELECT uid, created_ms, name FROM {table} WHERE {_ALIVE}"
    for table in ("diary_rows", "thinking_habits")
}
_MADE = "SELECT uid, created_ms FROM {} WHERE deleted_ms IS NULL"


def notes(vault: Vault) -> list[tuple[str, int, int, int, str, str]]:
    """(uid, day, UTC ms, offset, text, tags as JSON) of every note."""
    return rows(vault, _NOTES)


def quick_ratings(vault: Vault) -> list[tuple[str, int, int, int, int, str]]:
    """(uid, day, UTC ms, offset, value 0 to 10, words) of each quick rating with words."""
    return rows(vault, _RATINGS)


def words_of_days(vault: Vault) -> list[tuple[str, int, str, str, str]]:
    """(uid, day, note, good moment, what stress was about as JSON) of each day with words of its own."""
    return rows(vault, _DAYS)


def words_of_nights(vault: Vault) -> list[tuple[str, int, str]]:
    """(uid, day, note) of each night with a note."""
    return rows(vault, _NIGHTS)


def moments(vault: Vault) -> list[tuple[Any, ...]]:
    """Every moment: uid, day, UTC ms, offset, trigger, urge, note, place, company, tag, then as JSON what was
    done, feelings and skills, then exercise, peak, minutes to calm, still going 0/1.
    """
    return rows(vault, _MOMENTS)


def answers(vault: Vault) -> list[tuple[str, int, int, int, str, str, str, str, str]]:
    """Practices with words: uid, day, UTC ms, offset, exercise, answers as JSON, note, place, company."""
    return rows(vault, _PRACTICES)


def intentions(vault: Vault) -> list[tuple[str, int, str, str]]:
    """(uid, day, text, exercise) of every if-then sentence."""
    return rows(vault, _INTENTIONS)


def small_plans(vault: Vault) -> list[tuple[str, int, str, str, str, str]]:
    """(uid, from day, cue, obstacle, answer, exercise) of each plan with words, as it was last."""
    return rows(vault, _PLANS)


def pauses(vault: Vault) -> list[tuple[str, int, str]]:
    """(uid, from day, reason) of every pause with a reason."""
    return rows(vault, _PAUSES)


def highlights(vault: Vault) -> list[tuple[str, int, int, str, str, str]]:
    """(uid, UTC ms, offset, article, the marked words, note) of every highlight."""
    return rows(vault, _HIGHLIGHTS)


def replies(vault: Vault) -> list[tuple[str, int, int, int, str, str, str]]:
    """(uid, day, UTC ms, offset, article, question, text) of every answer kept beside an article."""
    return rows(vault, _REPLIES)


def marks(vault: Vault) -> list[tuple[str, int, str, str]]:
    """(uid, first day, kind, text) of each context mark with words."""
    return rows(vault, _MARKS)


def made_worse(vault: Vault) -> list[tuple[str, int, str]]:
    """(uid, day, note) of each answer with words to whether anything made things worse."""
    return rows(vault, _WORSE)


def fair_tests(vault: Vault) -> list[tuple[str, int, str, str, str, str]]:
    """(uid, first day, question, one way, the other way, note) of every fair test."""
    return rows(vault, _TESTS)


def made_at(vault: Vault, table: str) -> dict[str, int]:
    """When each row of a table of entries was made, UTC ms, by uid."""
    return dict(rows(vault, _MADE.format(table)))


def goals(vault: Vault) -> list[tuple[str, int, str]]:
    """(uid, made at in UTC ms, text) of every goal."""
    return rows(vault, _GOALS)


def moves(vault: Vault) -> list[tuple[str, int, int, str]]:
    """(uid, day, 1 towards and 0 away, text) of every move."""
    return rows(vault, _MOVES)


def to_raise(vault: Vault) -> list[tuple[str, int, str]]:
    """(uid, day, text) of every line to raise in a session."""
    return rows(vault, _TO_RAISE)


def diary_reasons(vault: Vault) -> list[tuple[str, int, str]]:
    """(uid, day, words) of each day for which it was said why no skill was used."""
    return rows(vault, _REASONS)


def own_names(vault: Vault, table: str) -> list[tuple[str, int, str]]:
    """(uid, made at in UTC ms, name) of each row of the diary card, or of each habit of thought."""
    return rows(vault, _NAMES[table])
