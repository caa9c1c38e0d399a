"""Content packs: exercises and articles that somebody else wrote, as one file that can be taken out again.

Inside a pack exercises and articles have short ids. In Rewire each is known by the pack's key as well, so
that none stands in the way of what is built in, of the person's own, or of another pack.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rewire_app.domain import limits
from rewire_app.domain.lists.entries import folded

PACK_PREFIX = "pack-"
"""How the id of every exercise and article of a pack begins; the pack's key follows, then the short id."""

PACK_TITLE = "title:"
"""How the fact is called that holds the title of an exercise of a pack that is erased; its id follows."""

HEAD_FILE, EXERCISES, ARTICLES = "pack.toml", "exercises/", "articles/"
"""What lies in a pack: its head, and two folders."""

MAX_LINE = 60
"""Longest name of a pack and of its author, in characters: both stand on every card."""

KEY = 12
"""Letters of a pack's key."""

_LIVES_ON = re.compile(rf"{PACK_PREFIX}[0-9a-f]{{{KEY}}}-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A content pack. hash: SHA-256 of its file in hex. content: its files by name, as a JSON object.

    Beside the files stands, under `TITLES`, what its exercises are called, also those of versions before.
    """

    uid: str
    name: str
    author: str
    version: str
    language: str
    hash: str
    content: str

    @property
    def key(self) -> str:
        """What all versions of the pack have in common."""
        return pack_key(self.name, self.author)


TITLES = "titles"
"""In the content beside the files: titles by short id. No file of a pack has that name."""


def checked_pack(entry: Pack) -> Pack:
    """`entry` if it can be kept; raises BadInputError with the field."""
    limits.words(entry.name, "name", limits.MAX_NAME, needed=True)
    for field in ("author", "version", "language", "hash"):
        limits.words(getattr(entry, field), field, limits.MAX_NAME)
    return entry


def pack_key(name: str, author: str) -> str:
    """The same for every version: it says nothing, and follows from the names of the pack and its author."""
    return hashlib.sha256(f"{folded(name)}\0{folded(author)}".encode()).hexdigest()[:KEY]


def pack_id(key: str, short: str) -> str:
    """The id by which Rewire knows what a pack calls `short`."""
    return f"{PACK_PREFIX}{key}-{short}"


def short_id(full: str) -> str:
    """What the pack calls it; an id that is of no pack stays as it is."""
    return _LIVES_ON.sub("", full, count=1)


def files_of(pack: Pack) -> dict[str, str]:
    """The files of `pack` by name; what is no text is left out, and all of what cannot be read."""
    return {name: text for name, text in _content(pack).items() if isinstance(text, str)}


def exercise_texts(pack: Pack) -> Iterator[tuple[str, str]]:
    """The full id and TOML of each exercise of `pack`."""
    for name, text in files_of(pack).items():
        if name.startswith(EXERCISES):
            yield pack_id(pack.key, name.removeprefix(EXERCISES).removesuffix(".toml")), text


def exercise_ids(pack: Pack) -> list[str]:
    """The full ids of the exercises of `pack`."""
    return [full for full, _text in exercise_texts(pack)]


def article_ids(pack: Pack) -> list[str]:
    """The full ids of the articles of `pack`."""
    names = (name for name in files_of(pack) if name.startswith(ARTICLES))
    return [pack_id(pack.key, name.removeprefix(ARTICLES).removesuffix(".md")) for name in names]


def titles_of(pack: Pack) -> dict[str, str]:
    """What the exercises of `pack` are called, and those that only its versions before had, by full id."""
    told = _content(pack).get(TITLES)
    found = told if isinstance(told, Mapping) else {}
    return {pack_id(pack.key, short): str(title) for short, title in found.items()}


def content_of(files: Mapping[str, str], titles: Mapping[str, str], before: Pack | None = None) -> str:
    """`files` as the content of a pack that takes the place of the one `before`; `titles` by full id."""
    every = {**(titles_of(before) if before else {}), **titles}
    told = {short_id(full): title for full, title in every.items()}
    return json.dumps({**files, TITLES: told}, ensure_ascii=False, separators=(",", ":"))


def _content(pack: Pack) -> dict[str, object]:
    try:
        found = json.loads(pack.content)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
