"""Kind ways out: the sheet that asks whether to stop, the screen after stopping, and what both offer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.screens import ExitReason, ExitScreen
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import CLOSE, Act, ScreenButtons, View, announce, discard
from rewire_app.ui.widgets.buttons import MainButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.fields import TextArea
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
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
    """Covers the player. `stay`, `stop`, `go(Route)`; Esc stays, Tab does not leave the sheet."""

    spoken = "Dialog"
    stay = Signal()
    stop = Signal()
    go = Signal(object)

    def __init__(self, player: QWidget, stage: Stage, words: str) -> None:
        super().__init__(player)
        self._player = player
        title = _("You can stop here. That is fine.")
        self._card = Card(name=title)
        self._card.body.setSpacing(theme.px(10))
        put(self._card.body, CardTitle(title), Body(words, ink="ink2"), theme.px(10))
        self.stay_button = MainButton(_("Go on"), large=True)
        self.stop_button = SecondButton(_("Stop here"))
        self.stay_button.clicked.connect(self.stay)
        self.stop_button.clicked.connect(self.stop)
        across = hbox(self.stay_button, self.stop_button, stretch(), gap=theme.px(12))
        put(self._card.body, across, theme.px(14))
        self.offers = Offers(stage, _("If something is stirred up:"))
        self.offers.go.connect(self.go)
        self._card.body.addWidget(self.offers)
        self._card.setMaximumWidth(theme.px(WIDTH))
        self.setAccessibleName(title)
        self._lay_out()
        player.installEventFilter(self)
        self.setGeometry(player.rect())
        self.show()
        self.raise_()
        self.stay_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{title} {words}")

    def _lay_out(self) -> None:
        middle = QWidget()
        across = hbox(stretch(), on=middle, margins=(24, 24, 24, 24))
        down = vbox(stretch(), self._card, stretch())
        put(across, wide(down, 100), stretch())
        vbox(PageScroll(middle), on=self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the player whatever its size."""
        if watched is self._player and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._player.rect())
        return False

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes round inside the sheet."""
        ring = [self.stay_button, self.stop_button, *self.offers.buttons]
        here = next((place for place, button in enumerate(ring) if button.hasFocus()), 0)
        reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
        ring[(here + (1 if onward else -1)) % len(ring)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.stay.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Let the page behind step back."""
        painter = QPainter(self)
        veil = QColor(theme.color("sunken"))
        veil.setAlphaF(0.88)
        painter.fillRect(self.rect(), veil)
        painter.end()


class ExitView(View):
    """What can be done now, nothing of which has to be: grounding, people, a note."""

    def __init__(self, screen: ExitScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        self._stopped = screen.reason is ExitReason.STOPPED
        self.put_words()
        put_pause(self)
        if screen.reason is not ExitReason.ENDED:
            offers = Offers(stage)
            offers.go.connect(self.go)
            put(self.column, offers, theme.px(28))
        self.note = TextArea(_("A line for yourself, if you like"), voice=True, rows=2)
        self.note.set_value(screen.note)
        self.note.changed.connect(self.note_changed)
        self.column.addWidget(self.note)
        self.close_column()

    def bar(self) -> ScreenButtons:
        """Close, or leave nothing behind; what was stopped stays stopped."""
        close = Act(key=CLOSE, text=_("Close"))
        return ScreenButtons(main=close, quiet=(discard(),), back=not self._stopped)

    def first(self) -> QWidget | None:
        """The main button: nothing here has to be filled in."""
        return None

    def show_fault(self, sentence: str) -> None:
        """Say under the note why it cannot be kept."""
        self.note.set_error(sentence)
