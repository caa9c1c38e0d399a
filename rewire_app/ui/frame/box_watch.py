"""Takes what is dropped into the sealed box into the notes: at their opening, and while they are open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from rewire_app.domain.change import Change
from rewire_app.errors import RewireError
from rewire_app.i18n import ngettext
from rewire_app.ui.base import crash
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.errand import Errand

if TYPE_CHECKING:
    from rewire_app.store.dropped import BoxContent

TOGETHER_MS = 150
"""What comes within so short a time is taken in together, milliseconds."""


class BoxWatch(QObject):
    """Hears of the box by the system, so that nothing runs while nothing is dropped in."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._errand: Errand[tuple[BoxContent, str]] | None = None
        self._again = False
        self._watcher: QFileSystemWatcher | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TOGETHER_MS)
        self._soon.timeout.connect(self.look)

    def begin(self) -> None:
        """The notes are open: take in what waits, then hear of more. Invented notes have no box."""
        if not self._context.sample:
            self.look()

    def end(self) -> None:
        """The notes are let go of: nothing is taken in any more."""
        self._soon.stop()
        self._again = False
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        errand, self._errand = self._errand, None
        if errand is not None:
            errand.drop()
            errand.wait()

    @property
    def hears(self) -> bool:
        """Whether the system tells of what is dropped in."""
        return self._watcher is not None and bool(self._watcher.directories())

    def look(self) -> None:
        """Look into the box, on a thread of its own; while one looks already, once more afterwards."""
        session = self._context.session
        if session is None or session.vault.only_read:
            return
        if not session.vault.files.folder.is_dir():
            return  # it was moved away, and the next save says so
        if self._errand is not None:
            self._again = True
            return
        from rewire_app.store.taking_in import looked_into

        self._errand = errand = Errand(partial(looked_into, session.vault))
        errand.done.connect(self._take_in)
        errand.failed.connect(self._fail)
        errand.start()

    def _take_in(self, found: tuple[BoxContent, str]) -> None:
        from rewire_app.store.taking_in import take_in

        self._errand = None
        session, hub = self._context.session, self._context.hub
        if session is None:
            return
        content, said = found
        if said:
            hub.said.emit(said)
        if content.files:
            with hub.telling():
                take_in(session.store, content, partial(self._keep, len(content.entries)))
        self._go_on()

    def _keep(self, count: int, write: Callable[[], Change]) -> bool:
        words = ngettext("one thing taken from the sealed box", "{n} things taken from the sealed box", count)
        return self._context.hub.do(words.format(n=count), write)

    def _fail(self, error: RewireError) -> None:
        self._errand = None
        self._context.hub.failed.emit(crash.sentence(error))
        self._go_on()

    def _go_on(self) -> None:
        if self._context.session is None:
            return
        self._watch()
        again, self._again = self._again, False
        if again:
            self._come()

    def _watch(self) -> None:
        """Hear of the folder, also of one that was made anew."""
        folder = str(self._context.vault.files.box)
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self._come)
        if folder not in self._watcher.directories() and self._watcher.addPath(folder):
            self._come()  # what came before it was heard

    def _come(self) -> None:
        if not self._soon.isActive():  # never put off, however much comes
            self._soon.start()
