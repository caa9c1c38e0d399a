"""Entries on their way through the sealed box: made without the notes, read when they are open.

What is sealed is JSON: {"day": N, "format": 1, "kind": "note", "ms": N, "off": N, "uid": HEX32, "value": N,
"words": "…", "zone": "…"}. `day` is an ordinal, `ms` UTC in milliseconds, `off` minutes, `value` 0 to 10 or
null. Nothing here needs SQLAlchemy: an entry is dropped in where no notes are open.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from rewire_app.domain import limits
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.dropped import QuickRating, checked_quick_rating
from rewire_app.domain.journal.entries import MAX_TEXT, Moment
from rewire_app.domain.journal.notes import Note
from rewire_app.errors import BadInputError
from rewire_app.i18n import ngettext
from rewire_app.store.text import cleaned
from rewire_app.store.vault.box import EntryBox, drop_in
from rewire_app.store.vault.files import ProfileFiles

FORMAT = 1
MOST_MINUTES = 1_440
"""How far the person's clock can be from UTC."""
MOST_APART = timedelta(days=1)
"""How far the day an entry counts for can be from that on the wall: days may begin after midnight."""

Dropped = QuickRating | Moment | Note
"""What can be dropped in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxContent:
    """What was in the box: entries, the oldest first, and the files they were in; files that are damaged."""

    entries: tuple[Dropped, ...]
    files: tuple[Path, ...]
    damaged: tuple[Path, ...]


def drop(profile: Path, entry: Dropped) -> None:
    """Put `entry` into the sealed box of `profile`; it is kept when this returns.

    Raises BadInputError for one that the notes would not take, or a StoreError; then nothing was kept.
    """
    words, value = _words_and_value(entry)
    limits.words(cleaned(words, "text"), "text", MAX_TEXT, needed=value is None)
    drop_in(ProfileFiles(profile), packed(entry))


def content_of(box: EntryBox) -> BoxContent:
    """All that can be taken out of `box`; nothing of it changes."""
    found: list[tuple[Dropped, Path]] = []
    damaged: list[Path] = []
    for sealed in box.entries():
        try:
            found.append((unpacked(sealed.content or b""), sealed.path))
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError, BadInputError):
            damaged.append(sealed.path)
    found.sort(key=lambda pair: (pair[0].at.utc_ms, pair[0].uid))
    entries = {entry.uid: entry for entry, _path in found}  # a file that was copied holds the same entry
    return BoxContent(
        entries=tuple(entries.values()), files=tuple(path for _entry, path in found), damaged=tuple(damaged)
    )


def damaged_words(count: int) -> str:
    """What the person is told of entries that could not be read."""
    words = ngettext(
        "{n} thing in the sealed box was damaged and could not be read. It was put aside.",
        "{n} things in the sealed box were damaged and could not be read. They were put aside.",
        count,
    )
    return words.format(n=count)


def packed(entry: Dropped) -> bytes:
    """`entry` as it is sealed."""
    words, value = _words_and_value(entry)
    told = {
        "format": FORMAT,
        "kind": next(kind for kind, made in _KINDS.items() if isinstance(entry, made)),
        "uid": entry.uid,
        "day": entry.day.toordinal(),
        "ms": entry.at.utc_ms,
        "off": entry.at.offset_min,
        "zone": entry.at.zone,
        "value": value,
        "words": cleaned(words, "words"),
    }
    return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def unpacked(content: bytes) -> Dropped:
    """The entry in what was sealed; raises ValueError, TypeError, KeyError or BadInputError for all else."""
    told = json.loads(content)
    if told["format"] != FORMAT:
        raise ValueError("of another form")
    at = Instant(utc_ms=_whole(told["ms"], 2**53), offset_min=told["off"], zone=str(told["zone"]))
    limits.whole(told["off"], "off", -MOST_MINUTES, MOST_MINUTES)
    limits.rating(told["value"], "value")
    words, uid, day = told["words"], told["uid"], date.fromordinal(told["day"])
    if not isinstance(words, str) or len(bytes.fromhex(uid)) != 16 or bytes.fromhex(uid).hex() != uid:
        raise ValueError("not an entry")
    if abs(day - at.wall.date()) > MOST_APART:
        raise ValueError("of another day than its time")
    limits.words(words, "words", MAX_TEXT)
    limits.words(at.zone, "zone", limits.MAX_NAME)
    made = _KINDS[told["kind"]]
    same = {"uid": uid, "day": day, "at": at}
    if made is Note:
        return Note(**same, text=words)
    if made is Moment:
        return Moment(**same, trigger=words, peak=told["value"])
    limits.whole(told["value"], "value", 0, 10)
    return checked_quick_rating(QuickRating(**same, value=told["value"], words=words))


def _whole(value: object, most: int) -> int:
    limits.whole(value, "ms", -most, most)
    assert isinstance(value, int)
    return value


def _words_and_value(entry: Dropped) -> tuple[str, int | None]:
    match entry:
        case Note():
            return entry.text, None
        case Moment():
            return entry.trigger, entry.peak
        case QuickRating():
            return entry.words, entry.value


_KINDS: dict[str, type[Dropped]] = {"rating": QuickRating, "moment": Moment, "note": Note}
