"""Kind ways out: the sheet that asks how to leave, the screen after stopping, and what both offer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.screens import ExitReason, ExitScreen
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import CLOSE, Act, ScreenButtons, View, announce
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.fields import TextArea
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import QUIET, hbox, hung, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Body, CardTitle, Second
from rewire_app.ui.widgets.theme import S5, theme

WIDTH = 560
"""The sheet's width in px at 100 %."""


class Offers(QWidget):
    """Grounding exercises and Help now, side by side. `go(Route)`."""

    go = Signal(object)

    def __init__(self, stage: Stage, words: str = "") -> None:
        super().__init__()
        down = vbox(on=self, gap=theme.px(10))
        if words:
            down.addWidget(Second(words))
        flow = Flow(gap=12)
        self.buttons: list[SecondButton] = []
        for route, title in [*stage.grounding(), (routes.HELP, _("Help now"))]:
            button = SecondButton(title, icon="help" if route == routes.HELP else "")
            button.clicked.connect(lambda _on=False, to=route: self.go.emit(to))
            flow.add(button)
            self.buttons.append(button)
        down.addWidget(flow)
        self.setAccessibleName(words or _("Ways to steady ground"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def put_pause(screen: View) -> None:
    """When this exercise ended worse three times running, say on `screen` that it can be left for now."""
    if screen.stage.worse():
        words = _(
            "The last three times, things were harder after this exercise than before it. "
            "You could leave it for now. Another one may suit you better."
        )
        put(screen.column, Body(words), theme.px(S5))


class LeaveSheet(QWidget):
    """Covers the player below `top`. `stay`, `wait`, `stop`, `again`, `discard`, `go(Route)`.

    Esc stays, Tab does not leave the sheet. `finished`: what leaving means once all is done, when nothing can
    wait; "" before.
    """

    spoken = "Dialog"
    stay = Signal()
    wait = Signal()
    stop = Signal()
    discard = Signal()
    again = Signal()
    go = Signal(object)

    def __init__(self, player: QWidget, top: QWidget, stage: Stage, *, finished: str) -> None:
        super().__init__(player)
        self._player, self._top = player, top
        title = _("You can stop here. That is fine.")
        self._card = Card(name=title)
        self._card.body.setSpacing(theme.px(10))
        self.stay_button = MainButton(_("Go on"))
        self.wait_button = SecondButton(_("Stop for now"))
        self.stop_button = SecondButton(_("Stop here"))
        self.again_button = SecondButton(_("Again"))
        self.discard_button = QuietButton(_("Keep nothing of this"))
        if finished:
            self.wait_button.hide()
        if not finished or not stage.repeats:
            self.again_button.hide()
        lines = (finished,) if finished else _stopping_lines(stage)
        self._put_ways(title, lines)
        self.offers = Offers(stage, _("If something is stirred up:"))
        self.offers.go.connect(self.go)
        put(self._card.body, self.offers, theme.px(6))
        nest(self._card.body, hung(self.discard_button, start=QUIET))
        self._card.setMaximumWidth(theme.px(WIDTH))
        self.setAccessibleName(title)
        self._lay_out()
        player.installEventFilter(self)
        self._cover()
        self.show()
        self.raise_()
        self.stay_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, " ".join((title, *lines)))

    def _put_ways(self, title: str, lines: Sequence[str]) -> None:
        """What each way does, then the ways."""
        put(self._card.body, CardTitle(title), *(Body(line, ink="ink2") for line in lines), theme.px(10))
        ways = Flow(gap=12)
        for button, way in (
            (self.stay_button, self.stay),
            (self.wait_button, self.wait),
            (self.stop_button, self.stop),
            (self.again_button, self.again),
        ):
            button.clicked.connect(way)
            ways.add(button)
        self.discard_button.clicked.connect(self.discard)
        put(self._card.body, ways, theme.px(14))

    def _lay_out(self) -> None:
        middle = QWidget()
        across = hbox(stretch(), on=middle, margins=(24, 24, 24, 24))
        down = vbox(stretch(), self._card, stretch())
        put(across, wide(down, 100), stretch())
        vbox(PageScroll(middle), on=self)

    def _cover(self) -> None:
        rest = self._player.rect()
        rest.setTop(self._top.geometry().bottom() + 1)
        self.setGeometry(rest)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the player whatever its size."""
        if watched is self._player and event.type() == QEvent.Type.Resize:
            self._cover()
        return False

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes round inside the sheet."""
        ways = [self.stay_button, self.wait_button, self.stop_button, self.again_button]
        ring = [*(way for way in ways if not way.isHidden()), *self.offers.buttons, self.discard_button]
        here = next((place for place, button in enumerate(ring) if button.hasFocus()), 0)
        reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
        ring[(here + (1 if onward else -1)) % len(ring)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.stay.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Let the page behind be gone: what shines through in places only disturbs."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("sunken"))
        painter.end()


def _stopping_lines(stage: Stage) -> tuple[str, ...]:
    """What stopping for now and stopping here mean, and whether it would count."""
    lines = (
        _("Stop for now: it waits on Today for two days. Then it is kept as it stands."),
        _("Stop here: what you wrote is kept, and the exercise is over."),
    )
    return lines if stage.counts() else (*lines, when_it_counts())


def when_it_counts() -> str:
    """From when on a pass that did not reach its end counts as practice."""
    return _("A stopped exercise counts as practice from one minute and 80% of its steps on.")


class ExitView(View):
    """What can be done now, nothing of which has to be: grounding, people, a note."""

    def __init__(self, screen: ExitScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        self._stopped = screen.reason is ExitReason.STOPPED
        self.put_words()
        put_pause(self)
        if self._stopped and not stage.counts():
            put(self.column, Second(when_it_counts()), theme.px(S5))
        if stage.unkept or screen.reason is not ExitReason.ENDED:
            offers = Offers(stage)
            offers.go.connect(self.go)
            put(self.column, offers, theme.px(28))
        self.note = TextArea(_("A line for yourself, if you like"), voice=True, rows=2)
        self.note.set_value(screen.note)
        self.note.changed.connect(self.note_changed)
        self.column.addWidget(self.note)
        self.note.setHidden(stage.unkept)
        self.close_column()

    def bar(self) -> ScreenButtons:
        """Close, or leave nothing behind; what was stopped stays stopped."""
        close = Act(key=CLOSE, text=_("Close"))
        return ScreenButtons(main=close, quiet=self.discards, back=not self._stopped)

    def first(self) -> QWidget | None:
        """The main button: nothing here has to be filled in."""
        return None

    def show_fault(self, sentence: str) -> None:
        """Say under the note why it cannot be kept."""
        self.note.set_error(sentence)
