"""Narrow reads before a file comes in: what is there already, so that nothing comes twice."""

from __future__ import annotations

from rewire_app.store.reading import rows
from rewire_app.store.vault.vault import Vault


def notes(vault: Vault, first: int, last: int) -> list[tuple[int, int, str]]:
    """(day, UTC minute, text) of every note of the days from `first` to `last`."""
    query = "SELECT day, at_ms / 60000, text FROM notes WHERE deleted_ms IS NULL AND day BETWEEN ? AND ?"
    return rows(vault, query, (first, last))


def moments(vault: Vault, first: int, last: int) -> list[tuple[int, int, str]]:
    """(day, UTC minute, what set it off) of every moment of the days."""
    query = "SELECT day, at_ms / 60000, trigger FROM moments WHERE deleted_ms IS NULL AND day BETWEEN ? AND ?"
    return rows(vault, query, (first, last))


def practices(vault: Vault, first: int, last: int) -> list[tuple[int, int, str]]:
    """(day, UTC minute, exercise) of every practice of the days."""
    query = (
        "SELECT day, started_ms / 60000, exercise FROM practices "
        "WHERE deleted_ms IS NULL AND day BETWEEN ? AND ?"
    )
    return rows(vault, query, (first, last))


def recordings(vault: Vault, first: int, last: int) -> list[tuple[int, str, int, int]]:
    """(day, recorder, asleep and wake in UTC milliseconds) of every night that a device told."""
    query = (
        "SELECT day, recorder, asleep_ms, wake_ms FROM night_recordings "
        "WHERE deleted_ms IS NULL AND day BETWEEN ? AND ?"
    )
    return rows(vault, query, (first, last))


def days(vault: Vault, first: int, last: int) -> list[tuple[int, str, int | None, str | None]]:
    """(day, uid, mood, whether one moved) of every day on which something was noted."""
    query = "SELECT day, uid, mood, moved FROM days WHERE deleted_ms IS NULL AND day BETWEEN ? AND ?"
    return rows(vault, query, (first, last))


def ratings(vault: Vault, first: int, last: int) -> list[tuple[str, int, int]]:
    """(measure, day, value) of every value of an own measure."""
    query = "SELECT measure_uid, day, value FROM own_ratings WHERE deleted_ms IS NULL AND day BETWEEN ? AND ?"
    return rows(vault, query, (first, last))


def places(vault: Vault, file_hash: str) -> set[str]:
    """The places of a file, known by its hash, from which rows came in that were not taken back since."""
    query = (
        "SELECT r.place FROM imported_rows r JOIN imports i ON i.uid = r.brought WHERE i.hash = ? "
        "AND i.deleted_ms IS NULL AND i.taken_back = 0 AND r.deleted_ms IS NULL"
    )
    return {place for (place,) in rows(vault, query, (file_hash,))}
