"""What lies over rail and pages: an exercise, the first start, the lock, or why nothing opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from rewire_app.domain.journal.entries import SavedRun
from rewire_app.errors import RewireError
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.frame.guard import Guard
from rewire_app.ui.frame.handing_on import hand_on

if TYPE_CHECKING:
    from rewire_app.domain.exercise.following import Handed
    from rewire_app.ui.frame.notice import OpeningScreen
    from rewire_app.ui.player.player import Player
    from rewire_app.ui.setup.page import SetupPage


class Covers(QStackedWidget):
    """Shows `frame`, or what covers it. `go(Route)`: a cover leads elsewhere. `uncovered()`: it is gone.

    `ended()`: the exercise is over or was left.
    """

    go = Signal(object)
    uncovered = Signal()
    ended = Signal()

    def __init__(self, context: Context, frame: QWidget) -> None:
        super().__init__()
        self._context = context
        self._frame = frame
        self._player: Player | None = None
        self._refusal: OpeningScreen | None = None
        self._setup: SetupPage | None = None
        self._asked = False
        self.addWidget(frame)
        self.guard = Guard(context, self, self)

    @property
    def refusal(self) -> OpeningScreen | None:
        """The screen that says why the notes could not be opened, while it is there."""
        return self._refusal

    @property
    def stays(self) -> bool:
        """Whether nothing but Help can be shown instead: the notes are locked, or could not be opened."""
        return self._refusal is not None or self.guard.lock is not None

    @property
    def waiting(self) -> bool:
        """Whether something lies over the pages, or waits under Help."""
        return self.count() > 1

    @property
    def cover(self) -> QWidget | None:
        """What lies over the pages now."""
        widget = self.currentWidget()
        return None if widget is self._frame else widget

    @property
    def covered(self) -> bool:
        """Whether something lies over the pages now."""
        return self.cover is not None

    @property
    def playing(self) -> bool:
        """Whether an exercise is under way, in sight or under Help."""
        return self._player is not None

    @property
    def unkept(self) -> bool:
        """Whether nothing may be written of the exercise that is under way."""
        return self._player is not None and self._player.run.exercise.unkept

    @property
    def paced(self) -> bool:
        """Whether an exercise in sight goes on by itself now."""
        return self._player is not None and self._player.view.current.paced

    def play(self, exercise: str, saved: SavedRun | None = None, *, minutes: int | None = None) -> None:
        """Run an exercise, from its beginning or from where it was left; `minutes` as in its route."""
        from rewire_app.ui.player.player import Player

        self.uncover()
        context = self._context
        player = Player(
            context, context.library.exercise(exercise), saved, clock=context.seconds, minutes=minutes
        )
        player.left.connect(self._end)
        player.go.connect(self.go)
        self._player = player
        self.lay(player.view)

    def fill_in(self, practice: str, handed: Handed = ()) -> None:
        """Let the words of an earlier practice stand in the fields of the exercise that was just begun.

        What it is `handed` by the exercise before counts as given.
        """
        if self._player is not None and (practice or handed):
            if practice:
                self._player.passage.fill_in(practice)
            self._player.passage.take_over(handed)
            self._player.show_current()

    def end_overdue(self) -> None:
        """Keep as ended early what was left halfway too long ago, unless an exercise is under way."""
        context = self._context
        with context.hub.telling():
            if context.session is not None and self._player is None and context.store.runs.load() is not None:
                from rewire_app.ui.player.left_runs import end_overdue

                end_overdue(context)

    def set_up(self) -> None:
        """Show the first start."""
        from rewire_app.ui.setup.page import SetupPage

        self._setup = setup = SetupPage(self._context)
        setup.go.connect(self.go)
        self.lay(setup)

    def notes_opened(self) -> None:
        """The notes are open: a first start can go on to what is kept in them."""
        if self._setup is not None:
            self._setup.notes_opened()

    def refuse(self, error: RewireError) -> OpeningScreen:
        """Say why the notes could not be opened, and what can be done about it."""
        from rewire_app.ui.frame.damage import KINDS, DamageScreen
        from rewire_app.ui.frame.refusal import Refusal

        folder = self._context.folder
        if isinstance(error, KINDS):
            from rewire_app.ui.frame.at_hand import at_hand

            second, today = self._context.second_folder, self._context.clock.now().wall.date()
            notice: OpeningScreen = DamageScreen(error, folder, at_hand(error, folder, second, today))
        else:
            notice = Refusal(error, folder)
        self._refusal = notice
        self.lay(notice)
        return notice

    def take_away(self, cover: QWidget, show: Callable[[], object] = lambda: None) -> None:
        """End one `cover`; what lay under it is seen again, once `show` has changed what is to be changed."""
        below = self.widget(self.indexOf(cover) - 1)
        assert below is not None, "the frame lies under every cover"
        with hand_on(self, below):
            show()
            if not below.isAncestorOf(self.window().focusWidget() or self):
                below.setFocus()
        self.removeWidget(cover)
        cover.deleteLater()

    def lay(self, widget: QWidget) -> None:
        """Lay `widget` over all that is there."""
        self.addWidget(widget)
        self.back()

    def save(self) -> bool:
        """Let what covers the pages save what was typed, also one that waits; False when it could not be."""
        held = self._setup is None or self._setup.hold()
        return (self._player is None or self._player.save()) and held

    def may_end(self) -> bool:
        """Whether the exercise is saved, or was asked about: help of another kind is never out of reach."""
        if self.save() or self._asked:
            return True
        self._asked = True
        self._context.hub.failed.emit(
            _("Some of your words here are not saved. Go once more to leave without them.")
        )
        return False

    def step_aside(self, show: Callable[[], None]) -> None:
        """`show` what is under it; what covered the pages waits."""
        with hand_on(self, self._frame):
            show()

    def back(self) -> None:
        """Show what waits, with the focus where it puts it."""
        widget = self.widget(self.count() - 1) or self._frame
        with hand_on(self, widget):
            if not widget.isAncestorOf(self.window().focusWidget() or self):
                widget.setFocus()

    def uncover(self, show: Callable[[], object] = lambda: None) -> None:
        """End what covers the pages, and `show` what is to be seen of them."""
        self._player = self._refusal = self._setup = None
        self._asked = False
        self.uncovered.emit()
        with hand_on(self, self._frame):
            show()
        for index in reversed(range(self.count())):
            widget = self.widget(index)
            if widget is not None and widget is not self._frame:
                self.removeWidget(widget)
                widget.deleteLater()

    def _end(self) -> None:
        self.uncover(self.ended.emit)
