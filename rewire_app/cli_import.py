"""Files of other programs without a window: looked at, and brought in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rewire_app import settings
from rewire_app.domain.days import DAY_START, ZoneClock
from rewire_app.errors import BadInputError, ImportRefusedError

if TYPE_CHECKING:
    from rewire_app.exchange.importers.bringing import ReadFile
    from rewire_app.exchange.importers.meanings import Meanings
    from rewire_app.exchange.importers.plan import Here
    from rewire_app.store.store import Store


def bring(profile: Path, given: argparse.Namespace) -> int:
    """Look at the file at `given.path`, and unless it is a dry run bring it in; returns 0."""
    from rewire_app.exchange.importers import told
    from rewire_app.exchange.importers.bringing import COLUMN, bring_in, dry_run, meanings_of, read_file
    from rewire_app.exchange.importers.found import Choices

    choices = Choices(recorder=given.recorder, columns=dict(map(_column, given.column)))
    file = read_file(given.path, given.format, choices)
    _check_columns(file, choices.columns)
    say = told.as_json if given.json else told.as_text
    if given.dry_run and _unused(profile):
        guesses = meanings_of(file)
        here = _here(profile, given.zone, file, guesses, None)
        _print(say(file, dry_run(file, guesses, here, None), None))
        return 0
    from rewire_app import terminal
    from rewire_app.store.store import Store
    from rewire_app.store.vault.vault import open_vault

    vault = terminal.unlocked(
        lambda secret: open_vault(profile, secret=secret, use_keychain=True), given.passphrase_file
    )
    try:
        for notice in vault.notices:
            print(f"rewire: {notice}", file=sys.stderr)
        store = Store(vault)
        if file.columns:
            before = store.mappings.all_of(COLUMN)
            file = read_file(given.path, given.format, choices, remembered=before)
        meanings = meanings_of(file, store.mappings.of(file.format.id))
        here = _here(profile, given.zone, file, meanings, store)
        if given.dry_run:
            _print(say(file, dry_run(file, meanings, here, store), None))
        else:
            came = bring_in(file, meanings, here, store)
            _print(say(file, came.plan, came))
    except KeyboardInterrupt:
        raise ImportRefusedError(
            "stopped before the end. It came in whole or not at all: with --dry-run you see which"
        ) from None
    finally:
        vault.close()
    return 0


def _column(text: str) -> tuple[str, str]:
    name, _sign, role = text.rpartition("=")
    if not name:
        raise BadInputError(f"{text!r} does not say what a column is; one such as Weather=text does")
    return name, role


def _check_columns(file: ReadFile, said: Mapping[str, str]) -> None:
    """Raises BadInputError for a column that is not there, and for what none can be."""
    from rewire_app.exchange.importers.found import ColumnRole

    for name, role in said.items():
        if name not in file.columns:
            there = ", ".join(file.columns) or "none, since this is no table"
            raise BadInputError(f"there is no column {name!r}; there are: {there}")
        if role not in set(ColumnRole):
            raise BadInputError(f"a column cannot be {role!r}; it can be: {', '.join(ColumnRole)}")


def _unused(profile: Path) -> bool:
    """Whether there are no notes yet: a dry run makes none."""
    from rewire_app.store.vault.files import ProfileFiles

    return not profile.is_dir() or ProfileFiles(profile).untouched()


def _here(
    profile: Path, zone: ZoneInfo | None, file: ReadFile, meanings: Meanings, store: Store | None
) -> Here:
    from rewire_app.content.library import Library
    from rewire_app.exchange.importers.bringing import versions_of
    from rewire_app.exchange.importers.plan import Here
    from rewire_app.store.queries import day_start

    kept = None if store is None else day_start(store.vault)
    chosen = settings.load(profile).day_start if profile.is_dir() else DAY_START
    return Here(
        program=file.format.name,
        clock=ZoneClock(zone),
        now=ZoneClock().now(),
        day_start=chosen if kept is None else kept,
        versions=versions_of(meanings, Library()),
    )


def _print(text: str) -> None:
    if sys.stdout is None:  # a windowed program
        raise BadInputError("there is nowhere to write to")
    sys.stdout.flush()
    sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "replace"))
