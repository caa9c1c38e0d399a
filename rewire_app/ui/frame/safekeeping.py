"""What is laid over the window for words that wait, and for notes that are not in their place any more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from rewire_app import settings
from rewire_app.errors import MovedStoreError, RewireError
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.frame.covers import Covers
from rewire_app.ui.frame.last_words import LastWords
from rewire_app.ui.frame.moved_notes import CalmScreen, MovedNotes

if TYPE_CHECKING:
    from rewire_app.ui.frame.moved_notes import CalmScreen


class Safekeeping(QObject):
    """Shows one of its screens when there is need. `go(Route)`: one of them leads elsewhere.

    `save`: let everything try once more to be saved. `move(Path)`: close the notes and open those.
    """

    go = Signal(object)

    def __init__(
        self,
        context: Context,
        covers: Covers,
        *,
        save: Callable[[], object],
        move: Callable[[Path], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._covers, self._save, self._move = context, covers, save, move
        self._shown: CalmScreen | None = None
        self._kept_in: tuple[Path, bool] | None = None
        self.words = LastWords(context, parent)
        self.words.moved.connect(self._say_moved)
        covers.uncovered.connect(self._forget)
        covers.ended.connect(self.offer)

    def offer(self) -> None:
        """The notes are open: say where they are kept now, then offer the words that wait."""
        if self._context.session is None or self._covers.waiting:
            return
        if self._kept_in is not None:
            from rewire_app.ui.frame.moved_notes import NotesKept

            (place, usual), self._kept_in = self._kept_in, None
            kept = NotesKept(place, usual=usual)
            kept.go_on.connect(self._end_and_offer)
            self._lay(kept)
            return
        with self._context.hub.telling():
            if self._context.vault.drafts.waiting and (drafts := self._context.vault.drafts.all()):
                from rewire_app.ui.frame.waiting_words import WaitingWords

                waiting = WaitingWords(self._context, drafts)
                waiting.closed.connect(self._end)
                self._lay(waiting)

    def _say_moved(self) -> None:
        if self._shown is not None:
            return
        from rewire_app.store.vault.kept_elsewhere import free_place

        notice = MovedNotes(free_place(self._context.folder, self._context.today))
        notice.keep.connect(self._keep)
        notice.again.connect(self._look_again)
        notice.back.connect(self._end)
        self._lay(notice)

    def _lay(self, notice: CalmScreen) -> None:
        notice.help.connect(partial(self.go.emit, routes.HELP))
        self._shown = notice
        self._covers.lay(notice)

    def _end(self) -> None:
        if self._shown is not None:
            shown, self._shown = self._shown, None
            self._covers.take_away(shown)

    def _end_and_offer(self) -> None:
        self._end()
        self.offer()

    def _forget(self) -> None:
        self._shown = None

    def _look_again(self) -> None:
        """The files may be back: then everything that waits is saved."""
        try:
            self._context.vault.open_files.check()
        except MovedStoreError as error:
            self._say(error)
            return
        self._end()
        self._save()

    def _keep(self, folder: Path) -> None:
        """Put all of it into `folder`, and go on there."""
        from rewire_app.store.vault.faults import opening
        from rewire_app.store.vault.kept_elsewhere import keep_elsewhere

        self._save()  # it cannot be saved, and is held for the new place
        try:
            keep_elsewhere(self._context.vault, folder)
            with opening(folder):
                self.words.keep_in(folder)
                settings.save(folder, self._context.settings)
        except RewireError as error:
            self._say(error)
            return
        self._kept_in = (folder, folder == self._context.folder)
        QTimer.singleShot(0, self, partial(self._move, folder))  # the button that asked for it ends with it

    def _say(self, error: RewireError) -> None:

        if isinstance(self._shown, MovedNotes):
            self._shown.say(error)
