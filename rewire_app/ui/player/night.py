"""An exercise at night: always dark, a few keys, no clock and no times, and black when nobody presses any."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCursor, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout

from rewire_app.domain.exercise.screens import Screen, ScreenKind
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.player.night_layers import BlackLayer, NightKey, NightKeys, NightLayer, TomorrowLayer
from rewire_app.ui.player.player_view import PlayerView
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.tomorrow import TomorrowLine
from rewire_app.ui.player.view import FINISH, HELP, LEAVE, Act, ScreenButtons, View, announce
from rewire_app.ui.widgets.base import goes_on
from rewire_app.ui.widgets.layout import clear, nest, put
from rewire_app.ui.widgets.text import Lead, QuestionText
from rewire_app.ui.widgets.theme import theme

COLOURS = "frames/night"
BLACK_MS = 60_000
"""So long after the last key the screen goes black, ms, unless words go on by themselves."""
POINTER_BEATS = 3
"""After so many seconds in one place the pointer is hidden."""


def goes_black() -> str:
    """What happens when nobody presses a key."""
    return _("The screen goes black by itself in one minute. Any key brings it back.")


class NightEndView(View):
    """That nothing more is needed: it asks nothing, and counts nothing."""

    def __init__(self, screen: Screen, stage: Stage) -> None:
        super().__init__(screen, stage)
        words = _("That is all. You can put this away now.")
        self.setAccessibleName(words)
        self.setAccessibleDescription(goes_black())
        put(self.column, QuestionText(words), theme.px(22), Lead(goes_black()))
        self.close_column()

    @property
    def counts(self) -> bool:
        """Resting is no practice."""
        return False

    def bar(self) -> ScreenButtons:
        """Finishing is all there is."""
        return ScreenButtons(main=Act(key=FINISH, text=_("Finish")))


class NightView(PlayerView):
    """A pass in the colours of the night as long as it lasts, led by a few keys below the words."""

    def __init__(self, context: Context, title: str) -> None:
        super().__init__(title)
        self._context = context
        self.tomorrow = TomorrowLine(context, self)
        self.layers: list[NightLayer | BlackLayer] = []
        self._at, self._still_beats = QCursor.pos(), 0
        self.top.hide()
        self._keys = NightKeys(())
        self._place = QVBoxLayout()
        self._place.addWidget(self._keys)
        nest(self.below, self._place)
        self.quiet = QTimer(self)
        self.quiet.setSingleShot(True)
        self.quiet.setInterval(BLACK_MS)
        self.quiet.timeout.connect(self._go_black)
        self.beat.connect(self._look_for_pointer)
        self.destroyed.connect(_day)

    # what is seen

    def show_bar(self, *, can_go_back: bool) -> None:
        """Keys stand for the buttons, except where people to call do."""
        super().show_bar(can_go_back=can_go_back)
        shown = self.current.shown
        people = shown.kind is ScreenKind.PERSON or shown.link == "help"
        self.bar.setVisible(people)
        clear(self._place)
        keys = self._out() if people else self._keys_of(shown.kind)
        self._keys = NightKeys(keys, lambda: self._context.settings.single_keys)
        self._place.addWidget(self._keys)

    def _keys_of(self, kind: ScreenKind) -> list[NightKey]:
        """The keys of a screen: on, up, a line for tomorrow, and out."""
        if kind is ScreenKind.FINISH:
            return [self._black(), *self._out()]
        on = (_("Space"), Qt.Key.Key_Space) if kind is ScreenKind.SAY else (_("Enter"), Qt.Key.Key_Return)
        return [
            self._key(on[0], _("go on"), on[1], self.bar.main.click),
            self._key("G", _("get up for a while"), Qt.Key.Key_G, self._get_up),
            self._key("W", _("write one line, for tomorrow"), Qt.Key.Key_W, self._write),
            *self._out(),
        ]

    def _black(self) -> NightKey:
        return self._key(_("Space"), _("make it black now"), Qt.Key.Key_Space, self._go_black)

    def _out(self) -> list[NightKey]:
        return [
            self._key(_("Esc"), _("close"), Qt.Key.Key_Escape, lambda: self.pressed.emit(LEAVE)),
            self._key("F1", _("Help now"), Qt.Key.Key_F1, lambda: self.pressed.emit(HELP)),
        ]

    @staticmethod
    def _key(cap: str, words: str, key: Qt.Key, act: Callable[[], object]) -> NightKey:
        return NightKey(cap=cap, words=words, key=key, act=act)

    def focus_first(self) -> None:
        """Give the focus to the question, or to the first key: Space and Enter press it."""
        if self.layers:
            self.layers[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.bar.isVisibleTo(self):
            super().focus_first()
        elif self.isVisible():
            (self.current.first() or self._keys.first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    # what lies over it

    def _get_up(self) -> None:
        lines = (
            _("Leave the light low, and this screen too."),
            _("Sit somewhere warm, with something dull: folding, or a book you know."),
            _("Go back when your eyes are heavy. You need not look at the time."),
            _("If you could fall, sit up in bed instead, with a lamp on."),
            goes_black(),
        )
        title = _("If lying here has become a struggle, getting up for a while is a good way.")
        keys = [
            self._black(),
            self._key("B", _("back to where you were"), Qt.Key.Key_B, self._take_away),
            *self._out(),
        ]
        self._lay(NightLayer(self, title, lines, keys))

    def _write(self) -> None:
        keep = self._key(_("Enter"), _("keep it"), Qt.Key.Key_Return, self._keep)
        back = self._key(_("Esc"), _("leave it out"), Qt.Key.Key_Escape, self._written)
        layer = TomorrowLayer(self, [keep, back])
        self.tomorrow.join(layer.field)
        self._lay(layer)

    def _keep(self) -> None:
        if self.tomorrow.keep():
            self._written()

    def _written(self) -> None:
        self.tomorrow.leave()
        self._take_away()

    def _go_black(self) -> None:
        """Show nothing, unless words go on by themselves."""
        if not self.isVisible() or (not self.layers and self.current.paced):
            self.quiet.start()
            return
        black = BlackLayer(self)
        black.gone.connect(self._take_away)
        self._lay(black)

    def _lay(self, layer: NightLayer | BlackLayer) -> None:
        self.layers.append(layer)
        self.quiet.stop() if isinstance(layer, BlackLayer) else self.quiet.start()
        self._let_run()
        announce(self, f"{layer.accessibleName()} {layer.accessibleDescription()}")

    def _take_away(self) -> None:
        layer = self.layers.pop()
        layer.hide()
        layer.deleteLater()
        self.quiet.start()
        self._let_run()
        self.focus_first()

    def _let_run(self) -> None:
        self.current.run(goes_on(self) and self.sheet is None and not self.layers)

    # keys, pointer, colours

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key keeps the words in sight a minute longer."""
        self.quiet.start()
        if not self._keys.take(event.key()):
            super().keyPressEvent(event)

    def _look_for_pointer(self) -> None:
        """Hide the pointer once it has rested."""
        at = QCursor.pos()
        self._still_beats = self._still_beats + 1 if at == self._at else 0
        self._at = at
        if self._still_beats >= POINTER_BEATS:
            self.setCursor(Qt.CursorShape.BlankCursor)
        else:
            self.unsetCursor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the window."""
        super().resizeEvent(event)
        for layer in self.layers:
            layer.setGeometry(self.rect())

    def showEvent(self, event: QShowEvent) -> None:
        """It is night, also under Help, until the pass is over."""
        _colours(COLOURS)
        super().showEvent(event)
        self.quiet.start()


def _colours(name: str) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.hold(app, name)


def _day() -> None:
    """Put the chosen colours back."""
    _colours("")
