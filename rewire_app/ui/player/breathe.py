"""Paced breathing, with the pace to change and a way to breathe as one likes."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.domain.exercise.exercise import Pace
from rewire_app.domain.exercise.screens import BreatheScreen
from rewire_app.i18n import _
from rewire_app.ui.player.pace_panel import PacePanel
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import COLUMN, Act, ScreenButtons, View, announce, go_on
from rewire_app.ui.widgets.breath import BreathRhythm
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.layout import put, vbox, wide
from rewire_app.ui.widgets.pacer import Pacer, StillPacer
from rewire_app.ui.widgets.text import Lead, Question, Second
from rewire_app.ui.widgets.theme import theme

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
            Question(_("Breathe as you like")),
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
