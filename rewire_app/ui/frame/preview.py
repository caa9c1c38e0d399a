"""`rewire preview FILE`: an exercise in the player or an article in the reader, while it is being written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.content.faults import Fault
from rewire_app.content.previewed import PreviewedFile, read_draft
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.journal.entries import SavedRun
from rewire_app.domain.library.article import Article
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.place import fitted, free_parts, least_size
from rewire_app.ui.library.reader import Reader
from rewire_app.ui.player.player import Player
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import clear, stretch, vbox
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Body, Heading, Second
from rewire_app.ui.widgets.theme import S2, S4, theme

SETTLE_MS = 120
"""How long a file may still be changing after the first word of it, milliseconds."""

TALLEST = 0.4
"""The part of the window that faults take at most while there is something to show."""


def fault_words(fault: Fault) -> str:
    """A fault as a plain sentence: where it is, and why."""
    place = _("Line {n}, {field}") if fault.line else _("{field}")
    reason = fault.reason.rstrip(".")
    return _("{place}: {reason}.").format(place=place.format(n=fault.line, field=fault.field), reason=reason)


class FaultPanel(QWidget):
    """What is wrong with the file, one sentence each; hidden when nothing is."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = file
        self.heading = Heading("")
        self._list = QWidget()
        self._lines = vbox(on=self._list, gap=theme.px(S2))
        content = QWidget()
        vbox(
            self.heading,
            self._list,
            stretch(),
            on=content,
            gap=theme.px(S2),
            margins=(theme.px(24), theme.px(S4), theme.px(24), theme.px(S4)),
        )
        self._content = content
        vbox(PageScroll(content), Divider(), on=self, gap=0)

    def tell(self, faults: Sequence[Fault], *, most: int) -> None:
        """Show `faults` in at most `most` px of height."""
        self.setVisible(bool(faults))
        count = len(faults)
        words = ngettext("{n} fault in {file}", "{n} faults in {file}", count).format(
            n=count, file=self._file
        )
        self.heading.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(" ".join(map(fault_words, faults)))
        clear(self._lines)
        for fault in faults:
            self._lines.addWidget(Body(fault_words(fault), ink="coralText"))
        wanted = self._content.sizeHint().height() + theme.px(S4)
        self.setMaximumHeight(max(theme.px(80), min(wanted, most)))


class Preview(QWidget):
    """The window: faults above, the player or the reader below, read again when the file changes or by F5."""

    def __init__(self, context: Context, file: Path) -> None:
        super().__init__()
        self._context = context
        self._file = file
        self._text: bytes | None = None
        self.draft = PreviewedFile(content=None, faults=())
        self.shown: Player | Reader | None = None
        self.setWindowTitle("Rewire")
        self.setAutoFillBackground(True)
        screens = free_parts()
        self.setMinimumSize(least_size(screens[0]))
        self.setGeometry(fitted(None, screens))
        self.panel = FaultPanel(file.name)
        self.note = Second("")
        self.note.setContentsMargins(theme.px(24), theme.px(S2), theme.px(24), theme.px(S2))
        self._down = vbox(self.panel, self.note, on=self, gap=0)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._look)
        self._watcher = QFileSystemWatcher([str(file.parent)], self)
        self._watcher.directoryChanged.connect(self._touched)
        self._watcher.fileChanged.connect(self._touched)
        again = QShortcut(QKeySequence(Qt.Key.Key_F5), self)
        again.activated.connect(self.read)
        self._look()

    def _touched(self, _path: str) -> None:
        self._settle.start(SETTLE_MS)

    def _look(self) -> None:
        """Read the file if it is another one now; editors replace files, so it is watched anew."""
        if self._file.is_file() and str(self._file) not in self._watcher.files():
            self._watcher.addPath(str(self._file))
        text = self._file.read_bytes() if self._file.is_file() else b""
        if text != self._text:
            self._text = text
            self.read()

    def read(self) -> None:
        """Read the file and show what it holds; the player stays where it was, if that is still there."""
        self.draft = read_draft(self._file, self._context.library)
        faults = self.draft.faults
        content = self.draft.content
        self.panel.tell(faults, most=self.height() if content is None else round(self.height() * TALLEST))
        self.note.setText(_("Nothing here is kept. The file is read again when it changes, or by F5."))
        state = self.shown.run.to_json() if isinstance(self.shown, Player) else ""
        self._take_away()
        if isinstance(content, Exercise):
            self._play(content, state)
        elif isinstance(content, Article):
            self._put(Reader(self._context, content))

    def _take_away(self) -> None:
        if self.shown is not None:
            widget = _widget(self.shown)
            widget.hide()
            self._down.removeWidget(widget)
            widget.deleteLater()
            self.shown = None
        self._context.store.runs.clear()

    def _play(self, exercise: Exercise, state: str = "") -> None:
        saved = None
        if state and json.loads(state)["exercise"] == exercise.id:
            now = self._context.clock.now()
            saved = SavedRun(exercise=exercise.id, version=exercise.version, started=now, state=state)
        player = Player(self._context, exercise, saved, clock=self._context.seconds, asks=False)
        player.left.connect(lambda: QTimer.singleShot(0, self, self._again))
        self._put(player)

    def _again(self) -> None:
        """The exercise is over or was left: it begins anew."""
        self._take_away()
        if isinstance(self.draft.content, Exercise):
            self._play(self.draft.content)
            self.note.setText(_("It was over or left, and begins anew. Nothing of it is kept."))

    def _put(self, shown: Player | Reader) -> None:
        shown.go.connect(self._say_route)
        self.shown = shown
        widget = _widget(shown)
        self._down.insertWidget(1, widget, 1)
        widget.show()
        widget.setFocus()

    def _say_route(self, route: Route) -> None:
        self.note.setText(
            _("This would lead to {route}. The preview shows this file alone.").format(route=route)
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of what is shown before the profile goes, and look at the file no more."""
        self._watcher.blockSignals(True)
        self._settle.stop()
        self._take_away()
        super().closeEvent(event)


def _widget(shown: Player | Reader) -> QWidget:
    return shown.view if isinstance(shown, Player) else shown


def preview(qt: QApplication, file: Path) -> int:
    """Show `file` with a profile that is thrown away, until the window is closed; gives how it ended."""
    from rewire_app.content.library import Library
    from rewire_app.domain.days import ZoneClock
    from rewire_app.store.store import Store
    from rewire_app.store.vault.throwaway import throwaway
    from rewire_app.store.vault.vault import open_vault
    from rewire_app.ui.base.context import Session
    from rewire_app.ui.frame.ends import Ends

    with throwaway("preview") as folder:
        vault = open_vault(folder)
        context = Context(folder, ZoneClock())
        context.open_session(Session(vault=vault, store=Store(vault), library=Library()))
        theme.use(qt)
        window = Preview(context, file)
        ends = Ends()
        ends.asked.connect(window.close)
        window.show()
        code = qt.exec()
        ends.stop()
        window.close()
        vault.close()
    return code
