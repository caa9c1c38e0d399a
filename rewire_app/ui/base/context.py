"""What every page is given: the session, the clock, the settings and the hub."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rewire_app import i18n
from rewire_app import settings as settings_file
from rewire_app.domain.days import DAY_START_KEY, Clock, logical_day
from rewire_app.domain.packs import PACK_TITLE
from rewire_app.errors import StoreError
from rewire_app.i18n import _
from rewire_app.settings import Settings
from rewire_app.ui.base.aside import Aside
from rewire_app.ui.base.copies import Copies
from rewire_app.ui.base.hub import Hub
from rewire_app.ui.base.region import region
from rewire_app.ui.base.reminder_book import ReminderBook

if TYPE_CHECKING:
    from rewire_app.content.library import Library
    from rewire_app.store.store import Store
    from rewire_app.store.vault.vault import Vault
    from rewire_app.ui.base.errand import Errand


@dataclass(frozen=True, slots=True, weakref_slot=True, kw_only=True)
class Session:
    """The open file, what reads and writes it, and the content together with the person's own exercises."""

    vault: Vault
    store: Store
    library: Library


CUSTOM_TOPICS = frozenset({"custom_exercises", "breath_patterns", "packs"})
"""The topics of what changes the exercises that are not built in: breathing patterns are exercises too."""


class Preferences(QObject):
    """The settings in force; `changed` after each change that was written down.

    `notice`: a sentence for the person when their file was damaged; it is mended by then.
    """

    changed = Signal()

    def __init__(self, folder: Path, hub: Hub) -> None:
        super().__init__(hub)
        self._hub = hub
        self._read(folder)

    def _read(self, folder: Path) -> None:
        self._folder = folder
        found = settings_file.read(folder)
        self.now, self.notice = found.settings, found.notice
        if self.notice:
            with suppress(OSError):  # where it cannot be mended now, the next change mends it
                settings_file.put_aside(folder)
                settings_file.save(folder, self.now)

    def use_folder(self, folder: Path) -> None:
        """Take the settings of another profile."""
        self._read(folder)
        self.changed.emit()

    def put(self, **fields: str | int | bool) -> bool:
        """Change some fields and write them down; on a full disk the old ones stay and the person is told."""
        wanted = replace(self.now, **fields)  # type: ignore[arg-type]  # the fields' own types are checked there
        try:
            settings_file.save(self._folder, wanted)
        except OSError as error:
            from rewire_app.store.vault.faults import from_system

            why = from_system(error, self._folder)
            self._hub.failed.emit(_("This setting could not be saved. {why}").format(why=why))
            return False
        self.now = wanted
        self.changed.emit()
        return True

    def follow_day_start(self, hour: int) -> None:
        """Take over the hour at which a day starts in the notes: theirs counts, written down here or not."""
        if hour != self.now.day_start:
            self.now = replace(self.now, day_start=hour)
            with suppress(OSError):  # the next start finds it in the notes again
                settings_file.save(self._folder, self.now)
            self.changed.emit()

    def begin_anew(self) -> None:
        """Keep what was chosen, but go through the first start again."""
        self.remember(set_up=False, page="")

    def remember(self, **fields: str | bool) -> None:
        """Write down what nobody chose, as where the window stood; where it cannot be, nobody is asked."""
        wanted = replace(self.now, **fields)  # type: ignore[arg-type]  # the fields' own types are checked there
        if wanted != self.now:
            with suppress(OSError):
                settings_file.save(self._folder, wanted)
                self.now = wanted


class Context:
    """Hub, clock and preferences are always there; `session` only while the person's notes are open.

    `seconds` is a monotonic clock; exercises go by it. `ask_keychain`: whether the keychain of the system may
    open the notes: not after they were locked. `aside` does what takes a second, as making a key.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self.clock = clock
        self.hub = Hub(clock)
        self.preferences = Preferences(folder, self.hub)
        self.reminders = ReminderBook(folder, self.hub)
        i18n.REGION = region(self.settings)
        self.sample = False
        self.seconds: Callable[[], float] = time.monotonic
        self.session: Session | None = None
        self.aside = Aside()
        self.ask_keychain = True
        self.copies = Copies(
            clock, lambda: self.session.vault if self.session else None, lambda: self.second_folder
        )
        for told, tell in ((self.copies.said, self.hub.said), (self.copies.failed, self.hub.failed)):
            told.connect(tell)
        self._bundled: Library | None = None
        self.hub.changed.connect(self._read_custom)
        self.preferences.changed.connect(self._keep_day_start)

    @property
    def second_folder(self) -> Path | None:
        """The other folder for copies, if one was chosen."""
        kept = self.settings.second_folder
        return Path(kept) if kept else None

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
        return self._opened.vault

    @property
    def store(self) -> Store:
        """What reads and writes the person's entries."""
        return self._opened.store

    @property
    def _opened(self) -> Session:
        assert self.session is not None, "the notes are not open"
        return self.session

    @property
    def library(self) -> Library:
        """Exercises, articles, measures and crisis lines; each file is read when it is first asked for."""
        if self.session is not None:
            return self.session.library
        if self._bundled is None:  # help is there even when the notes are not
            from rewire_app.content.library import Library

            self._bundled = Library()
        return self._bundled

    def use_folder(self, folder: Path) -> None:
        """From now on it is about the profile in `folder`; the notes of none are open."""
        assert self.session is None, "notes are open"
        self.folder = folder
        self.preferences.use_folder(folder)
        self.reminders.use_folder(folder)

    def open_session(self, session: Session) -> None:
        """The notes are open."""
        self.session = session
        self.hub.erase = session.store.erasing.erase
        self.hub.still_held = self._still_held
        self._keep_day_start()
        self._read_custom(CUSTOM_TOPICS)

    def close_session(self) -> None:
        """All is as before the notes were opened; who opened the file closes it.

        No library knows the person's own exercises, and what was removed is erased.
        """
        self.erase_removed()
        self.copies.forget()
        self.hub.erase, self.hub.still_held = frozenset, str
        self.session = None

    def erase_removed(self) -> None:
        """Erase what was removed: no step can be undone any more, since it holds what was written.

        Where that cannot be done, the next closing does it.
        """
        self.aside.wait()
        self.hub.forget()
        if self.session is not None and not self.vault.closed:
            with suppress(StoreError):
                self.store.erasing.sweep()

    def last_copy(self) -> Errand[object] | None:
        """Begin the copy of a session that ends; None when there is nothing new to copy.

        What was removed is erased first, or the copy would hold it once more.
        """
        if not self.copies.wanted:
            return None
        self.erase_removed()
        return self.copies.at_end()

    def _still_held(self) -> str:
        from rewire_app.reports.your_data import still_held

        return still_held(self.vault, self.second_folder)

    def _keep_day_start(self) -> None:
        """Let the notes hold the hour at which a day starts; where they cannot, theirs stays in force."""
        if self.session is None:
            return
        from rewire_app.store.queries import day_start

        with self.hub.telling():
            kept, hour = day_start(self.vault), self.settings.day_start
            if kept == hour:
                return
            with self.hub.telling():  # no page shows it: nothing is announced
                self.store.profile.put(DAY_START_KEY, str(hour))
                return
            if kept is not None:
                self.preferences.follow_day_start(kept)

    def _read_custom(self, topics: frozenset[str]) -> None:
        """Let the library hold the person's own exercises and the content packs as they are now."""
        if not topics & CUSTOM_TOPICS or self.session is None:
            return
        try:
            texts = {own.id: own.text for own in self.store.custom_exercises.all()}
            patterns = self.store.breath_patterns.all()
            gone = {own.id: own.text for own in self.store.custom_exercises.removed()}
            ended = self.store.breath_patterns.removed()
            self._read_packs(self.store)
        except StoreError as error:
            self.hub.failed.emit(str(error))
            return
        if texts or patterns or gone or ended or self.library.has_custom:
            from rewire_app.content.breath_patterns import pattern_exercise, pattern_id

            self.library.own.use(texts, [pattern_exercise(one) for one in patterns])
            self.library.own.remember(gone, {pattern_id(one.uid): one.name for one in ended})

    def _read_packs(self, store: Store) -> None:
        packs, gone, titles = store.packs.all(), store.packs.removed(), store.profile.beginning(PACK_TITLE)
        if packs or gone or titles or self.library.has_packs:
            self.library.packs.use(packs)
            self.library.packs.remember(gone, titles)

    @property
    def ready(self) -> bool:
        """Whether the person's notes are open."""
        return self.session is not None
