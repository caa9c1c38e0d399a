"""Content packs: exercises and articles that somebody else wrote, as one file that can be taken out again."""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.domain import limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A content pack. hash: SHA-256 of its file in hex. content: its files by name, as a JSON object."""

    uid: str
    name: str
    author: str
    version: str
    language: str
    hash: str
    content: str


def checked_pack(entry: Pack) -> Pack:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.name, "name", limits.MAX_NAME, needed=True)
    for field in ("author", "version", "language", "hash"):
        limits.words(getattr(entry, field), field, limits.MAX_NAME)
    return entry
