"""A note from the command line: it goes into the sealed box, whether the notes are locked, open or closed."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rewire_app import settings
from rewire_app.domain.days import ZoneClock, logical_day
from rewire_app.domain.journal.entries import MAX_TEXT, new_uid
from rewire_app.domain.journal.notes import Note
from rewire_app.errors import AlreadyOpenError, BadInputError, MissingStoreError, NoBoxError

STANDARD_INPUT = "-"
MOST_BYTES = 4 * MAX_TEXT
"""No text that fits takes more in UTF-8."""
WAIT_S, TURNS = 5.0, 50
"""How long a window that is opening may take to make the box, seconds, and how often it is looked at."""
NO_TEXT = "what was given is no text in UTF-8, and nothing was kept"


def note(profile: Path, words: Sequence[str], passphrase: Path | None) -> int:
    """Drop `words` in as a note of now, or what is read from standard input for "-"; returns 0.

    Notes that have no box yet are opened once for it, with the line in the file `passphrase` if one is named.
    Raises BadInputError or a StoreError; then nothing was kept.
    """
    from rewire_app.store.dropped import drop
    from rewire_app.store.vault.files import ProfileFiles

    text = _read() if list(words) == [STANDARD_INPUT] else _said(words)
    if ProfileFiles(profile).untouched():
        raise MissingStoreError(f"There are no notes in {profile} yet. Open Rewire there first.")
    now = ZoneClock().now()
    day = logical_day(now, settings.load(profile).day_start)
    entry = Note(uid=new_uid(now), day=day, at=now, text=text)
    try:
        drop(profile, entry)
    except NoBoxError:
        _make_box(profile, passphrase)
        drop(profile, entry)
    print(
        "Kept in the sealed box. Rewire takes it into your notes while it is open, or when you open it next."
    )
    return 0


def _make_box(profile: Path, passphrase: Path | None) -> None:
    """Open the notes for a moment, so that they have a box; raises a StoreError.

    A window that is just opening them makes it meanwhile: that is waited for.
    """
    from rewire_app import terminal
    from rewire_app.store.vault.box import read_label
    from rewire_app.store.vault.files import ProfileFiles

    try:
        terminal.opened(profile, passphrase).close()
    except AlreadyOpenError:
        for _turn in range(TURNS):
            if read_label(ProfileFiles(profile)) is not None:
                return
            time.sleep(WAIT_S / TURNS)
        raise


def _read() -> str:
    """What standard input holds; raises BadInputError where it is no text, or too long."""
    if sys.stdin is None:
        raise BadInputError("there is no standard input here to read a note from")
    content = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise BadInputError(
            f"a note has room for {MAX_TEXT:,} characters; this is longer, and nothing was kept"
        )
    try:
        return content.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise BadInputError(NO_TEXT) from None


def _said(words: Sequence[str]) -> str:
    """The words of the command; raises BadInputError where a part of them is no text and would be lost."""
    text = " ".join(words).strip()
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise BadInputError(NO_TEXT) from None
    return text
