"""Paced breathing, with the pace to change and a way to breathe as one likes."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.domain.custom import EXHALE, INHALE, MINUTES, BreathPattern, checked_breath
from rewire_app.domain.exercise.exercise import Pace
from rewire_app.domain.exercise.screens import BreatheScreen
from rewire_app.domain.limits import MAX_NAME
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import COLUMN, Act, ScreenButtons, View, announce, go_on
from rewire_app.ui.widgets.breath import BreathRhythm
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.pacer import Pacer, StillPacer
from rewire_app.ui.widgets.seconds_field import SecondsField
from rewire_app.ui.widgets.text import Lead, QuestionText, Second
from rewire_app.ui.widgets.theme import theme

LONGEST_HOLD = 4
"""Seconds a breath may be held when the person sets the pace here; longer holds are not offered."""

UNNAMED = "-"
"""Stands for the name of a pace that is not to be kept, while it is checked."""


class PacePanel(QWidget):
    """Seconds in and out (and held, where the exercise holds the breath), and a name to keep them.

    `keep` writes a pattern down and returns why it could not be, or "".
    """

    def __init__(self, pace: Pace, *, minutes: int, keep: Callable[[BreathPattern], str] | None) -> None:
        super().__init__()
        self._pace, self._keep = pace, keep
        self._minutes = min(max(minutes, MINUTES[0]), MINUTES[1])
        self.inhale = SecondsField(_("Breathe in, seconds"), *INHALE)
        self.hold = SecondsField(_("Hold, seconds"), 0, LONGEST_HOLD)
        self.exhale = SecondsField(_("Breathe out, seconds"), *EXHALE)
        self.hold_out = SecondsField(_("Hold after, seconds"), 0, LONGEST_HOLD)
        self.name = Field(_("A name, to keep it for another time"), _("May stay empty."), limit=MAX_NAME)
        self._lay_out()
        for field, seconds in zip(self._fields(), self._seconds(pace), strict=True):
            field.set_seconds(seconds)
        self.hold.setVisible(pace.hold > 0)
        self.hold_out.setVisible(pace.hold_out > 0)
        self.name.setVisible(keep is not None)
        self.setFocusProxy(self.inhale)

    def _lay_out(self) -> None:
        down = vbox(
            QuestionText(_("Your own pace")),
            Lead(_("A little longer out than in suits most people. Nothing forced.")),
            on=self,
            gap=theme.px(16),
        )
        for pair in ((self.inhale, self.exhale), (self.hold, self.hold_out)):
            across = hbox(gap=theme.px(16))
            for field in pair:
                across.addWidget(field, 1)
            down.addLayout(across)
        put(down, self.name, stretch())

    def _fields(self) -> tuple[SecondsField, ...]:
        return self.inhale, self.hold, self.exhale, self.hold_out

    @staticmethod
    def _seconds(pace: Pace) -> tuple[float, ...]:
        return pace.inhale, min(pace.hold, LONGEST_HOLD), pace.exhale, min(pace.hold_out, LONGEST_HOLD)

    def check(self) -> bool:
        """Whether all numbers can be used; those that cannot are marked."""
        if not all([field.check() for field in self._fields()]):
            return False
        try:
            checked_breath(self._pattern(self.name.value() or UNNAMED))
        except BadInputError as error:
            field = {"inhale": self.inhale, "exhale": self.exhale, "name": self.name}.get(
                error.field, self.hold
            )
            field.set_error(str(error))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def keep(self) -> bool:
        """Keep the pace as a pattern if it has a name; False when that could not be."""
        name = self.name.value()
        if not name or self._keep is None:
            return True
        said = self._keep(self._pattern(name))
        self.name.set_error(said)
        if not said:
            self.name.set_value("")  # kept once is enough
        return not said

    def pace(self) -> Pace:
        """The pace as it is set; an empty field keeps what was there."""
        inhale, hold, exhale, hold_out = (
            field.seconds(was) for field, was in zip(self._fields(), self._seconds(self._pace), strict=True)
        )
        return Pace(inhale=inhale, hold=hold, exhale=exhale, hold_out=hold_out)

    def _pattern(self, name: str) -> BreathPattern:
        pace = self.pace()
        return BreathPattern(
            uid="",
            name=name,
            inhale=pace.inhale,
            hold=pace.hold,
            exhale=pace.exhale,
            hold_out=pace.hold_out,
            minutes=self._minutes,
        )


LEAST, LEAST_WORDS = 170, 130
"""Height of the smallest pacer: of its drawing, and of its words at 100 %, in px."""


def pattern(pace: Pace, rounds: int) -> BreathRhythm:
    """The pacer's pattern for a pace and a number of breaths."""
    return BreathRhythm(
        breathe_in=pace.inhale,
        hold=pace.hold,
        breathe_out=pace.exhale,
        hold_out=pace.hold_out,
        breaths=rounds,
    )


class BreatheView(View):
    """The pacer with Pause as its main button; it goes on by itself after the last breath."""

    width_px: ClassVar[int] = COLUMN

    def __init__(self, screen: BreatheScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        self._pace, self._seconds = screen.pace, screen.seconds
        self._mode = "pace" if screen.pace.custom else "pacer"
        self._running = False
        self._held = False
        if screen.notice:
            strip = Sunken()
            strip.body.addWidget(Second(screen.notice))
            self.column.addWidget(strip)
        self.pacer = Pacer(pattern(screen.pace, screen.rounds), clock=stage.clock)
        policy = self.pacer.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Ignored)
        self.pacer.setSizePolicy(policy)
        self.pacer.setMinimumHeight(LEAST + theme.px(LEAST_WORDS))
        self.pacer.finished.connect(self.onward)
        self.pacer.breath_changed.connect(lambda _number: self.ticked.emit())
        self.panel = PacePanel(screen.pace, minutes=round(screen.seconds / 60), keep=stage.keep_pattern)
        self._free = self._custom_breath()
        self._words = Second(" ".join(part for part in (screen.text, screen.hint) if part))
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        for part in (self.pacer, self.panel, self._free):
            self.column.addWidget(part, 1)
        put(self.column, theme.px(8), self._words)
        self._show_mode()

    def _custom_breath(self) -> QWidget:
        holder = QWidget()
        down = vbox(
            wide(StillPacer(160), 0, Qt.AlignmentFlag.AlignHCenter),
            on=holder,
            gap=theme.px(16),
            margins=(0, theme.px(40), 0, 0),
        )
        for words in (
            QuestionText(_("Breathe as you like")),
            Lead(_("No pace, no count. Continue when you are ready.")),
        ):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            down.addWidget(words)
        down.addStretch(1)
        return holder

    def _show_mode(self) -> None:
        for mode, part in (("pacer", self.pacer), ("pace", self.panel), ("free", self._free)):
            part.setVisible(self._mode == mode)
        self._words.setVisible(self._mode == "pacer")
        self._turn()

    def _turn(self) -> None:
        if self._running and self._mode == "pacer" and not self._held:
            self.pacer.start()
        else:
            self.pacer.pause()

    def run(self, running: bool) -> None:
        """Breathe only while the screen is seen."""
        self._running = running
        self._turn()

    def bar(self) -> ScreenButtons:
        """Pause in the middle; with the pace open, to take it over; without a pace, to go on."""
        if self._mode == "pace":
            stay = Act(key="keep-pace", text=_("Leave the pace as it was"))
            return ScreenButtons(main=Act(key="use-pace", text=_("Use this pace")), quiet=(stay,), back=False)
        if self._mode == "free":
            return ScreenButtons(main=go_on(), quiet=(Act(key="guide", text=_("Back to the pacer")),))
        hold = Act(key="hold", text=_("Go on"), icon="play")
        if not self._held:
            hold = Act(key="hold", text=_("Pause"), icon="pause")
        return ScreenButtons(
            main=hold,
            quiet=(Act(key="pace", text=_("Change the pace")),),
            right=Act(key="free", text=_("Breathe as you like")),
            centred=True,
            back=False,
        )

    def act(self, key: str) -> None:
        """Hold or go on, change the pace, or leave the pacer aside."""
        if key == "hold":
            self._held = not self._held
            announce(self, _("Paused") if self._held else _("Go on"))
        elif key == "use-pace":
            if not self.panel.check() or not self.panel.keep():
                return
            self._use(self.panel.pace())
            self._mode = "pacer"
        else:
            self._mode = {"pace": "pace", "free": "free"}.get(key, "pacer")
            self._held = False
        self._show_mode()
        if self._mode == "pace":
            self.panel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.built.emit()
        self.bar_changed.emit()

    def _use(self, pace: Pace) -> None:
        """Breathe at `pace` for the time that is left."""
        left = max(pace.seconds, self._seconds - self.pacer.elapsed)
        self._pace, self._seconds, self._held = pace, left, False
        self.pacer.restart(pattern(pace, max(1, round(left / pace.seconds))))

    def first(self) -> QWidget | None:
        """The first number while the pace is open, else the main button."""
        return self.panel if self._mode == "pace" else None
