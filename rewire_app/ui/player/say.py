"""Words to read, with or without a quiet countdown."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.screens import SayScreen
from rewire_app.i18n import _, ngettext
from rewire_app.ui.player.answer_rows import AnswerRows, LadderPicture, ladder_sentence
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import Act, ScreenButtons, View, announce, go_on, slept
from rewire_app.ui.widgets.base import Painted, box, fixed_height, ground, tell
from rewire_app.ui.widgets.layout import hbox, put, wide
from rewire_app.ui.widgets.stopwatch import Stopwatch
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import theme

TICK_MS = 250


class TimeLine(Painted):
    """A thin line that fills while time passes."""

    spoken = "Graphic"

    def __init__(self, name: str) -> None:
        super().__init__()
        self._share = 0.0
        self.setAccessibleName(name)
        fixed_height(self)

    def show_share(self, share: float, words: str) -> None:
        """Fill `share` (0 to 1) of the line; `words` say the same."""
        self._share = min(1.0, max(0.0, share))
        tell(self, words)
        self.update()

    def sizeHint(self) -> QSize:
        """5 px high."""
        return QSize(theme.px(120), 5)

    def minimumSizeHint(self) -> QSize:
        """5 px high."""
        return QSize(40, 5)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line and its filled part."""
        painter = self.painter()
        ground(painter, self.rect(), 2.5, "line")
        filled = self.rect()
        filled.setWidth(round(self.width() * self._share))
        if self.mirrored:
            filled.moveRight(self.rect().right())
        if filled.width() > 4:
            box(painter, filled, 2.5, theme.color("primary"))
        painter.end()


class SayView(View):
    """Text to read; with seconds it goes on by itself when they are over, and can be held and repeated.

    A clock of minutes can be stopped when it is enough.
    """

    def __init__(self, screen: SayScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        longer = 1.0 if screen.clock else stage.stretch()
        self._secs = round((screen.secs or 0) * longer)
        self._ends = screen.end
        self._clock = screen.clock
        self._held = False
        self._running = False
        self._whole = -1
        self._watch = Stopwatch(stage.clock)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.put_words()
        if screen.rows:
            put(self.column, AnswerRows(screen.rows), theme.px(12))
        if screen.rungs:
            put(self.column, LadderPicture(screen.rungs), theme.px(12))
        told = [f"{row.label}: {row.words}." for row in screen.rows]
        told += [ladder_sentence(screen.rungs)] if screen.rungs else []
        if screen.link == "help":  # whom to call stands here, not only behind a button
            numbers = stage.people()
            told.append(f"{numbers.first_number}.")
            put(self.column, numbers, theme.px(12))
        self.setAccessibleDescription(" ".join(filter(None, (self.accessibleDescription(), *told))))
        if self._secs:
            self._put_countdown()
            self.tick()
        self.put_link()
        self.close_column()

    def _put_countdown(self) -> None:
        self._left = Second("")
        self._line = TimeLine(_("Time for this step"))
        self._line.setFixedWidth(theme.px(220))
        self._slept = Second(slept())
        self._slept.hide()
        holder = QWidget()
        hbox(self._line, wide(self._left, 1), on=holder, gap=theme.px(14))
        put(self.column, holder, theme.px(8), self._slept)

    def bar(self) -> ScreenButtons:
        """Next is always there; a timed text can be held and repeated."""
        if not self._secs:
            unsafe = self._ends and self.shown.link == "help"
            return ScreenButtons(main=go_on(), quiet=self.discards if unsafe else ())
        on = go_on(_("Enough for now")) if self._clock else go_on()
        hold = Act(key="hold", text=_("Go on counting") if self._held else _("Pause"))
        hold = Act(key=hold.key, text=hold.text, icon="play" if self._held else "pause")
        return ScreenButtons(main=on, quiet=(hold, Act(key="repeat", text=_("Repeat"), icon="undo")))

    def act(self, key: str) -> None:
        """Hold the countdown, let it go on, or begin it anew."""
        if key == "hold":
            self._held = not self._held
        elif key == "repeat":
            self._watch.set_to_zero()
            self._held = False
        self._slept.setVisible(False)
        self._turn()
        self.tick()
        self.bar_changed.emit()

    def run(self, running: bool) -> None:
        """Count only while the screen is seen."""
        self._running = running
        self._turn()

    def _turn(self) -> None:
        if self._secs and self._running and not self._held:
            self._watch.start()
            self._timer.start()
        else:
            self._watch.stop()
            self._timer.stop()

    @property
    def counts(self) -> bool:
        """Whether this is practice now; a countdown that is held is not."""
        return not self._held

    @property
    def paced(self) -> bool:
        """A countdown goes on by itself."""
        return self._timer.isActive()

    def _sleep(self) -> None:
        """The computer slept meanwhile: the countdown waits for the person."""
        self._held = True
        self._turn()
        self._slept.show()
        announce(self, slept())
        self.bar_changed.emit()

    def _left_words(self, whole: int) -> str:
        """How much is left of `whole` seconds; a clock says it in minutes, and so stays quiet."""
        if not self._clock:
            return ngettext("{n} more second", "{n} more seconds", whole).format(n=whole)
        if whole < 60:
            return _("less than a minute more")
        minutes = -(-whole // 60)
        return ngettext("{n} more minute", "{n} more minutes", minutes).format(n=minutes)

    def tick(self) -> None:
        """Show what is left; at the end go on."""
        if not self._secs:
            return
        if self._watch.touch():
            self._sleep()
        left = self._secs - self._watch.seconds
        whole = max(0, int(left + 0.999))
        words = self._left_words(whole)
        self._left.setText("" if self.stage.night else words)
        if whole != self._whole:
            self._whole = whole
            self.ticked.emit()
        self._line.show_share(self._watch.seconds / self._secs, words)
        if left <= 0 and self._timer.isActive():
            self._timer.stop()
            self._watch.stop()
            self.onward.emit()
