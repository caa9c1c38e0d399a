"""Holds what could not be saved until it is, and says when the notes are not in their place any more.

This is the one place that hears of every save that failed, in any form: what is typed there goes, field by
field, into the encrypted drafts beside the notes, and is offered again at the next opening.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from rewire_app.errors import MovedStoreError
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.places import on_which_day, where
from rewire_app.ui.widgets.autosave import Autosave, saves
from rewire_app.ui.widgets.typed_words import TypedWords, part_of

if TYPE_CHECKING:
    from rewire_app.store.vault.draft_file import Draft

QUIET_MS = 60_000
"""Who went back to copy their words is not told again for so long."""


def room_words() -> str:
    """What is said once the room that was set aside is used."""
    return _(
        "The disk is full. Rewire used the room it sets aside for this, so your last words are saved. "
        "Free some space before you write more."
    )


class LastWords(QObject):
    """What is typed and not saved. `moved()`: the notes are not where they were opened."""

    moved = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._names: dict[int, set[str]] = {}
        self._unwritten: dict[str, Draft] = {}
        self._told = QElapsedTimer()
        saves.refused.connect(self._hold)
        saves.settled.connect(self._let_go)
        context.hub.saved.connect(self._say_room)
        context.hub.failed.connect(self._look_later)

    @property
    def held(self) -> bool:
        """Whether words could not be saved, and all of those are in the drafts on disk."""
        return bool(self._names) and not self._unwritten

    def _hold(self, saving: Autosave) -> None:
        """Keep the words of what could not be saved."""
        if self._context.session is None or not self._is_here(saving):
            return
        found = {draft.name: draft for draft in map(self._draft, saving.words())}
        before = self._names.get(id(saving), set())
        self._names[id(saving)] = set(found)
        self._unwritten = {name: one for name, one in self._unwritten.items() if name not in before} | found
        self._write(before - set(found))
        self._look_later()

    def _is_here(self, saving: Autosave) -> bool:
        part, window = part_of(saving), part_of(self)
        return part is None or window is None or part.window() is window.window()

    def _draft(self, typed: TypedWords) -> Draft:
        from rewire_app.store.vault.draft_file import Draft

        place = self._context.hub.in_sight()
        day = date.fromisoformat(place.part) if on_which_day(place) else self._context.today
        return Draft(
            where=" ".join(filter(None, (where(place), on_which_day(place)))),
            label=typed.label,
            text=typed.text,
            day=day.toordinal(),
            at=self._context.clock.now().utc_ms,
        )

    def _write(self, gone: set[str]) -> None:
        """What is not on the disk goes there; where it cannot, it waits here for the next time."""
        from rewire_app.store.vault.faults import is_no_room

        vault = self._context.vault
        for _again in range(2):
            try:
                vault.drafts.let_go(gone)
                if self._unwritten:
                    vault.drafts.hold(self._unwritten.values())
            except OSError as error:
                if is_no_room(error) and vault.reserve.give_up():
                    continue
                return  # a folder that is gone: `keep_in` takes them along
            self._unwritten = {}
            return

    def _let_go(self, saving: Autosave) -> None:
        """It is saved where it belongs, or nobody wants it any more."""
        names = self._names.pop(id(saving), set())
        if self._context.session is None or not names:
            return
        self._unwritten = {name: one for name, one in self._unwritten.items() if name not in names}
        self._write(names)

    def keep_in(self, folder: Path) -> None:
        """Put what is not saved into the drafts of a new profile of the same notes; raises OSError."""
        from rewire_app.store.vault.draft_file import DraftFile
        from rewire_app.store.vault.files import ProfileFiles

        vault = self._context.vault
        held = DraftFile(ProfileFiles(folder), vault.key, vault.vault_id)
        held.hold((*vault.drafts.all(), *self._unwritten.values()))
        self._unwritten = {}

    def _say_room(self) -> None:
        """The room that was set aside is used: say it once, since the next save may find none."""
        if self._context.session is None or not self._context.vault.reserve.given_up:
            return
        self._context.vault.reserve.given_up = False
        self._context.hub.failed.emit(room_words())

    def _look_later(self, _sentence: str = "") -> None:
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        """Whether the notes are where they were opened, and hold what they held."""
        if self._context.session is None or (self._told.isValid() and self._told.elapsed() < QUIET_MS):
            return
        try:
            self._context.vault.open_files.check()
        except MovedStoreError:
            self._told.start()
            self.moved.emit()
