"""What Your data says: how much there is and where, what backups hold, what was asked of a network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rewire_app import open_sockets, paths, silence
from rewire_app.domain.amounts import hours_minutes, number_words
from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _, ngettext
from rewire_app.store.backups.listing import backups
from rewire_app.store.queries import first_and_last_day
from rewire_app.store.sizes import count_entries, sizes
from rewire_app.store.vault.copies import Backup
from rewire_app.store.vault.vault import Vault

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of what is kept: its key, what it is called, its bytes."""

    key: str
    words: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YourData:
    """How much there is, in two sentences and in parts, and the copies there are."""

    title: str
    sentence: str
    parts: tuple[Part, ...]
    copies: tuple[Backup, ...]


def size_words(size: int) -> str:
    """Bytes in millions: "2.1 MB"."""
    if 0 < size < MEGABYTE / 20:
        return _("less than 0.1 MB")
    return _("{n} MB").format(n=number_words(size / MEGABYTE))


def your_data(vault: Vault, second: Path | None = None) -> YourData:
    """What there is in `vault`, and the copies of it, also in a `second` folder; raises a StoreError."""
    found, copies = sizes(vault, paths.cache_folder(vault.path)), backups(vault.files, second)
    parts = (
        Part(key="words", words=_("Words"), size=found.words),
        Part(key="moments", words=_("Moments"), size=found.moments),
        Part(key="nights", words=_("Nights"), size=found.nights),
        Part(key="index", words=_("Search index"), size=found.index),
    )
    title = _("{size} on this computer, in one locked file").format(size=size_words(found.all))
    sentences = _entries(vault), copies_words(copies)
    return YourData(
        title=title,
        sentence=" ".join(sentences),
        parts=tuple(part for part in parts if part.size),
        copies=copies,
    )


def part_words(part: Part) -> str:
    """A part with its size, which is worked out from the lengths of what it holds."""
    return _("{part}, about {size}").format(part=part.words, size=size_words(part.size))


def _entries(vault: Vault) -> str:
    count, days = count_entries(vault), first_and_last_day(vault)
    if not count:
        return _("Nothing is noted yet.")
    if days is None:
        return ngettext("{n} entry.", "{n} entries.", count).format(n=count)
    words = ngettext("{n} entry since {day}.", "{n} entries since {day}.", count)
    return words.format(n=count, day=day_words(date.fromordinal(days[0]), year=True))


def copies_words(copies: Sequence[Backup]) -> str:
    """How many copies there are, and how big they are together."""
    if not copies:
        return _("There is no backup yet.")
    size = size_words(sum(copy.size for copy in copies))
    return ngettext("{n} backup, {size}.", "{n} backups, {size} together.", len(copies)).format(
        n=len(copies), size=size
    )


def copy_words(copy: Backup) -> str:
    """When a copy was made, and how much it holds."""
    wall = copy.made.wall
    held = ngettext("{n} entry", "{n} entries", copy.entries).format(n=copy.entries)
    return _("{day}, {time}: {held}").format(
        day=day_words(wall.date(), year=True), time=f"{wall:%H:%M}", held=held
    )


def still_held(vault: Vault, second: Path | None = None) -> str:
    """What backups still hold of an entry that is erased, and until when; "" when there are none."""
    copies = backups(vault.files, second)
    if not copies:
        return ""
    said = ngettext(
        "{n} backup may still hold it.",
        "{n} backups may still hold it, each until it is let go of.",
        len(copies),
    ).format(n=len(copies))
    if any(copy.pinned for copy in copies):
        return f"{said} {_('Most go within a year; those you keep stay until you remove them.')}"
    return f"{said} {_('The last of them goes within about a year.')}"


def silence_words() -> tuple[str, ...]:
    """What was asked of a network since the start, what is open now, and what is local."""
    connections, names = silence.heard()
    since, now = silence.seconds(), open_sockets.count()
    asked = " ".join(
        (
            ngettext("{n} connection opened,", "{n} connections opened,", connections).format(n=connections),
            ngettext("{n} name looked up.", "{n} names looked up.", names).format(n=names),
        )
    )
    lines = []
    if since is not None and since < 60:
        lines.append(_("Since the start, less than a minute ago: {asked}").format(asked=asked))
    elif since is not None:
        words = _("Since the start, {time} ago: {asked}")
        lines.append(words.format(time=hours_minutes(since // 60), asked=asked))
    if now is None:
        lines.append(_("How many are open at this moment cannot be counted on this system."))
    else:
        open_now = ngettext("Open to the internet now: {n}.", "Open to the internet now: {n}.", now)
        lines.append(open_now.format(n=now))
    return tuple(lines)
