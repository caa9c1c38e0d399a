"""Paced breathing: pace and length can be changed meanwhile, and the pacer can be left aside."""

from __future__ import annotations

import math
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QSizePolicy, QWidget

from rewire_app.domain.exercise.breathing import OPEN, Breathing
from rewire_app.domain.exercise.exercise import Pace
from rewire_app.domain.exercise.screens import BreatheScreen
from rewire_app.i18n import _
from rewire_app.ui.base.keys import KEYS
from rewire_app.ui.player.own_pace import OwnPace
from rewire_app.ui.player.pace_panel import PacePanel
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import COLUMN_WIDE, NEXT, Act, ScreenButtons, View, announce, go_on, slept
from rewire_app.ui.widgets.breath import BreathRhythm
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.layout import put, vbox, wide
from rewire_app.ui.widgets.pacer import Pacer, StillPacer
from rewire_app.ui.widgets.text import Lead, QuestionText, Second
from rewire_app.ui.widgets.theme import theme


def pattern(pace: Pace, rounds: int) -> BreathRhythm:
    """The pacer's pattern for a pace and a number of breaths."""
    return BreathRhythm(
        breathe_in=pace.inhale,
        hold=pace.hold,
        breathe_out=pace.exhale,
        hold_out=pace.hold_out,
        breaths=rounds,
    )


def _made_pacer(screen: BreatheScreen, stage: Stage) -> Pacer:
    """The pacer for `screen`: it takes the height there is, and never less than its words need."""
    pacer = Pacer(pattern(screen.pace, screen.rounds), clock=stage.clock)
    policy = pacer.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Ignored)
    pacer.setSizePolicy(policy)
    pacer.setMinimumHeight(pacer.minimumSizeHint().height())
    return pacer


def _free_breath() -> QWidget:
    """What stands in the place of the pacer for whoever leaves it aside."""
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


class BreatheView(View):
    """The pacer with Pause as its main button; it goes on by itself after the last breath."""

    width_px: ClassVar[int] = COLUMN_WIDE
    fills: ClassVar[bool] = True

    def __init__(self, screen: BreatheScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        self._pace, self._seconds = screen.pace, screen.seconds
        self._mode = "pacer"
        self._running = self._held = False
        self.own: OwnPace | None = None
        if screen.notice:
            strip = Sunken()
            strip.body.addWidget(Second(screen.notice))
            self.column.addWidget(strip)
        self.pacer = _made_pacer(screen, stage)
        self.pacer.finished.connect(self.onward)
        self.pacer.breath_changed.connect(lambda _number: self.ticked.emit())
        self.pacer.slept.connect(self._sleep)
        self._free = _free_breath()
        self._said = " ".join(part for part in (screen.text, screen.hint) if part)
        self._words = Second(self._said)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._offered = (screen.paces, screen.minutes)
        self._panel: PacePanel | None = None
        for part in (self.pacer, self._free):
            self.column.addWidget(part, 1)
        put(self.column, theme.px(8), self._words)
        self._show_mode()

    @property
    def panel(self) -> PacePanel:
        """Where the pace is changed, made when it is first wanted: the first breath does not wait for it."""
        if self._panel is None:
            self._panel = PacePanel(*self._offered, self._now(), self.stage)
            self._panel.chosen.connect(self._choose)
            self._panel.own.connect(lambda: self.act("own"))
            self.column.addWidget(self._panel)
            self._panel.hide()
        return self._panel

    @property
    def counts(self) -> bool:
        """Whether this is practice now: breathing is, a pause is not."""
        return self._mode == "free" or (self._mode == "pacer" and not self._held)

    @property
    def paced(self) -> bool:
        """Breathing goes on by itself."""
        return self._running and self.counts

    def _now(self) -> Breathing:
        minutes = OPEN if math.isinf(self._seconds) else self._seconds / 60
        return Breathing(pace=self._pace, minutes=minutes)

    @property
    def open(self) -> bool:
        """Whether the panel is open."""
        return self._panel is not None and not self._panel.isHidden()

    def _show_mode(self) -> None:
        pacing = self._mode == "pacer"
        self.pacer.setVisible(pacing)
        self._free.setVisible(self._mode == "free")
        if not pacing and self._panel is not None:
            self._panel.hide()
        self._words.setVisible(pacing and not self.open)
        self._words.setText(self._said)
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

    def _sleep(self) -> None:
        """The computer slept meanwhile: the breath waits for the person."""
        self._held = True
        self._words.setText(slept())
        if self.open:
            self.panel.say(slept())
        else:
            announce(self, slept())
        self.bar_changed.emit()

    def bar(self) -> ScreenButtons:
        """Pause in the middle; over seconds of one's own, to take them; without a pace, to go on."""
        if self._mode == "own":
            stay = Act(key="keep-pace", text=_("Leave the pace as it was"))
            return ScreenButtons(main=Act(key="use-pace", text=_("Use this pace")), quiet=(stay,), back=False)
        if self._mode == "free":
            return ScreenButtons(main=go_on(), quiet=(Act(key="guide", text=_("Back to the pacer")),))
        hold = Act(key="hold", text=_("Go on"), icon="play")
        if not self._held:
            hold = Act(key="hold", text=_("Pause"), icon="pause")
        pace = Act(
            key="pace",
            text=_("Change the pace"),
            short=_("Pace"),
            icon="chevron-down" if self.open else "",
            on=self.open,
        )
        free = Act(key="free", text=_("Breathe as you like"))
        if math.isinf(self._seconds):
            enough = Act(key=NEXT, text=_("That is enough"))
            return ScreenButtons(main=hold, quiet=(pace, free), right=enough, centred=True, back=False)
        return ScreenButtons(main=hold, quiet=(pace,), right=free, centred=True, back=False)

    def act(self, key: str) -> None:
        """Hold or go on, change the pace, or leave the pacer aside."""
        if key == "hold":
            self._held = not self._held
            announce(self, _("Paused") if self._held else _("Go on"))
        elif key == "pace":
            self.panel.setVisible(not self.open)
        elif key == "own":
            self._open_own()
        elif key in ("use-pace", "keep-pace"):
            if not self._close_own(use=key == "use-pace"):
                return
        else:
            self._mode = "free" if key == "free" else "pacer"
            self._held = False
        self._show_mode()
        self.bar_changed.emit()
        if key == "own" and self.own is not None:
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == "pace" and self.open:
            self.panel.show_now(self._now())
            self.panel.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.built.emit()

    def take_key(self, key: int, /) -> bool:
        """P opens and closes the panel; Esc closes what is open, and only then leaves."""
        if key == Qt.Key.Key_Escape and self._mode == "own":
            self.act("keep-pace")
        elif self._mode == "pacer" and (self._means_pace(key) or (key == Qt.Key.Key_Escape and self.open)):
            self.act("pace")
        else:
            return False
        return True

    def _means_pace(self, key: int) -> bool:
        return self.stage.letters() and QKeySequence(key).toString() in KEYS["pace"].keys

    def _open_own(self) -> None:
        self.own = OwnPace(self._pace, minutes=self._now().minutes or 1, keep=self.stage.keep_pattern)
        self.column.insertWidget(self.column.indexOf(self._free), self.own, 1)
        self._mode = "own"

    def _close_own(self, *, use: bool) -> bool:
        """Back to the pacer, perhaps with the seconds that were set; False when they cannot be used."""
        own = self.own
        if own is None or (use and not (own.check() and own.keep())):
            return False
        if use:
            self._choose(Breathing(pace=own.pace()))
        self.column.removeWidget(own)
        own.hide()
        own.deleteLater()
        self.own, self._mode, self._held = None, "pacer", False
        return True

    def _choose(self, wish: Breathing) -> None:
        """Breathe as wished from the next breath in, and keep it as the answer."""
        if wish.pace is not None:
            self._pace = wish.pace
            self.stage.remember_pace(wish.pace)
        if wish.minutes is not None:
            self._seconds = math.inf if wish.minutes == OPEN else wish.minutes * 60
        self.pacer.change(pattern(self._pace, 1), self._seconds)
        self.changed.emit(wish)
        self.bar_changed.emit()

    def first(self) -> QWidget | None:
        """The first number while seconds are set, else the main button."""
        return self.own
