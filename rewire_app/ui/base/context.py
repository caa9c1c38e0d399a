"""What every page is given: the store, the library, the clock, the settings and the hub."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from rewire_app import settings as settings_file
from rewire_app.domain.days import Clock, logical_day
from rewire_app.errors import StoreError
from rewire_app.i18n import _
from rewire_app.settings import Settings
from rewire_app.ui.base.hub import Hub

if TYPE_CHECKING:
    from rewire_app.content.library import Library
    from rewire_app.store.store import Store
    from rewire_app.store.vault.vault import Vault


CUSTOM_TOPICS = frozenset({"custom_exercises", "breath_patterns"})
"""The topics of what changes a person's own exercises: breathing patterns are exercises too."""


def country_of_this_computer() -> str:
    """The two-letter country of the system's region; a guess that the person can change."""
    return QLocale.territoryToCode(QLocale.system().territory())


class Preferences(QObject):
    """The settings in force; `changed` after each change that was written down.

    `notice`: a sentence for the person when their file was damaged; it is mended by then.
    """

    changed = Signal()

    def __init__(self, folder: Path, hub: Hub) -> None:
        super().__init__(hub)
        self._folder = folder
        self._hub = hub
        found = settings_file.read(folder)
        self.now, self.notice = found.settings, found.notice
        if self.notice:
            with suppress(OSError):  # where it cannot be mended now, the next change mends it
                settings_file.save(folder, self.now)

    def put(self, **fields: str | int | bool) -> bool:
        """Change some fields and write them down; on a full disk the old ones stay and the person is told."""
        wanted = replace(self.now, **fields)  # type: ignore[arg-type]  # the fields' own types are checked there
        try:
            settings_file.save(self._folder, wanted)
        except OSError:
            self._hub.failed.emit(
                _("This setting could not be saved. The disk may be full. The old setting stays.")
            )
            return False
        self.now = wanted
        self.changed.emit()
        return True


class Context:
    """Filled in two turns: hub, clock and preferences at once; vault, store and library when open.

    `seconds` is a monotonic clock; exercises go by it.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self.clock = clock
        self.hub = Hub()
        self.preferences = Preferences(folder, self.hub)
        self.sample = False
        self.seconds: Callable[[], float] = time.monotonic
        self._vault: Vault | None = None
        self._store: Store | None = None
        self._library: Library | None = None
        self.hub.changed.connect(self._read_custom)

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.preferences.now

    @property
    def today(self) -> date:
        """The day that entries made now count for."""
        return logical_day(self.clock.now(), self.settings.day_start)

    @property
    def vault(self) -> Vault:
        """The open database file."""
        assert self._vault is not None, "the vault is not open yet"
        return self._vault

    @property
    def store(self) -> Store:
        """What reads and writes the person's entries."""
        assert self._store is not None, "the store is not open yet"
        return self._store

    @property
    def library(self) -> Library:
        """Exercises, articles, measures and crisis lines; each file is read when it is first asked for."""
        if self._library is None:  # help is there even when the notes cannot be opened
            from rewire_app.content.library import Library

            self._library = Library()
        return self._library

    def open_vault(self, vault: Vault) -> None:
        """The database is open."""
        self._vault = vault

    def complete(self, store: Store, library: Library) -> None:
        """Everything is there."""
        self._store, self._library = store, library
        self._read_custom(CUSTOM_TOPICS)

    def close(self) -> None:
        """The notes cannot be used after all: all is as before they were opened."""
        self._vault = self._store = None

    def _read_custom(self, topics: frozenset[str]) -> None:
        """Let the library hold the person's own exercises as they are now."""
        if not topics & CUSTOM_TOPICS:
            return
        try:
            texts = {own.id: own.text for own in self.store.custom_exercises.all()}
            patterns = self.store.breath_patterns.all()
            gone = {own.id: own.text for own in self.store.custom_exercises.removed()}
            ended = self.store.breath_patterns.removed()
        except StoreError as error:
            self.hub.failed.emit(str(error))
            return
        if texts or patterns or gone or ended or self.library.has_custom:
            from rewire_app.content.breath_patterns import pattern_exercise, pattern_id

            self.library.own.use(texts, [pattern_exercise(one) for one in patterns])
            self.library.own.remember(gone, {pattern_id(one.uid): one.name for one in ended})

    @property
    def ready(self) -> bool:
        """Whether the person's notes are open."""
        return self._store is not None
