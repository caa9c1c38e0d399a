"""Pace and length while one breathes: a panel above the buttons, and a page for seconds of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from rewire_app.content.breath_patterns import hold_caution
from rewire_app.domain.exercise.breathing import OPEN, Breathing, holds, length_words, pace_text
from rewire_app.domain.exercise.exercise import Pace
from rewire_app.i18n import _, ngettext
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import announce
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.layout import hbox, nest, put, stretch, wide
from rewire_app.ui.widgets.text import Small, Strong
from rewire_app.ui.widgets.theme import theme

OWN = "own"
"""The key of "My own" among the paces."""

LONGEST_NAME = 28
"""Characters of a pattern's name that are shown; the page of the patterns shows the rest."""

TITLE = 96
"""Width of the names of the rows, px at 100 %."""

SIDE_BY_SIDE = 640
"""Width from which a row's name stands beside its choices, px at 100 %."""


def pace_words(pace: Pace) -> str:
    """A pace as it is chosen: "4 in, 6 out"."""
    parts = [_("{n} in").format(n=f"{pace.inhale:g}")]
    if pace.hold:
        parts.append(_("{n} held").format(n=f"{pace.hold:g}"))
    parts.append(_("{n} out").format(n=f"{pace.exhale:g}"))
    if pace.hold_out:
        parts.append(_("{n} rest").format(n=f"{pace.hold_out:g}"))
    return ", ".join(parts)


def minutes_words(minutes: float) -> str:
    """A length as it is chosen: "4 min"."""
    if minutes == OPEN:
        return length_words(minutes)
    return ngettext("{n} min", "{n} min", round(minutes)).format(n=f"{minutes:g}")


def _short(name: str) -> str:
    """A name of the person's as it fits among the choices."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


class PacePanel(Card):
    """What may be chosen meanwhile. `chosen(Breathing)`; `own()`: seconds of one's own are to be set."""

    chosen = Signal(object)
    own = Signal()

    def __init__(self, paces: Sequence[Pace], minutes: Sequence[float], now: Breathing, stage: Stage) -> None:
        """`now` is breathed at present; the length of the plan is kept by way of `stage`."""
        super().__init__(padding=20)
        self._all: dict[str, Pace] = {}
        for pace in paces:  # of two with the same seconds the first stands for both
            self._all.setdefault(pace_text(pace), pace)
        self._stage = stage
        self._now, self._plan = now, stage.plan_minutes()
        self._was: float | None = None
        self._asked: Pace | None = None
        ours = [(key, _short(one.option.partition(":")[0])) for key, one in self._all.items() if one.own]
        shown = [(key, pace_words(one)) for key, one in self._all.items() if not one.own]
        self.pace = Segmented([*shown, (OWN, _("My own"))], name=_("Pace"))
        self.mine = Segmented(ours, name=_("My own"))
        self.other = QuietButton(_("Set the seconds"))
        # Without lengths no layout takes it: had it no parent, its own closures would keep all this for ever.
        self.length = Segmented([(f"{n:g}", minutes_words(n)) for n in minutes], self, name=_("Length"))
        self._line = Small("", role="small")
        self.read = QuietButton(_("I have read this"))
        self.keep = QuietButton(_("Keep for my plan"))
        self._lay_out(bool(ours), bool(minutes))
        self.show_now(now)
        self.pace.changed.connect(self._take_pace)
        self.mine.changed.connect(lambda key: self._ask(self._all[key]))
        self.length.changed.connect(lambda key: self._choose(Breathing(minutes=float(key))))
        self.other.clicked.connect(self.own)
        self.read.clicked.connect(self._take_asked)
        self.keep.clicked.connect(self._keep)

    def _lay_out(self, ours: bool, lengths: bool) -> None:
        self._own_row = QWidget()
        put(hbox(on=self._own_row, gap=theme.px(12)), self.mine, self.other, stretch())
        self.mine.setVisible(ours)
        self.length.setVisible(lengths)
        self._rows = [self._row(_("Pace"), self.pace), self._row("", self._own_row)]
        if lengths:
            self._rows.append(self._row(_("Length"), self.length))
        foot = hbox(wide(self._line, 1), self.read, self.keep, gap=theme.px(12))
        for row in self._rows:
            nest(self.body, row)
        nest(self.body, foot)
        self.body.setSpacing(theme.px(10))
        self._arrange()

    @staticmethod
    def _row(name: str, choices: QWidget) -> QBoxLayout:
        row = hbox(gap=theme.px(8))
        if name:
            title = Strong(name)
            title.setMinimumWidth(theme.px(TITLE))
            title.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
            title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            row.addWidget(title)
        put(row, choices, stretch())
        return row

    def _arrange(self) -> None:
        """Names beside their choices, or above them where there is little room."""
        across = self.width() >= theme.px(SIDE_BY_SIDE)
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        for row in self._rows:
            row.setDirection(way)
        self._rows[1].setContentsMargins(theme.px(TITLE + 8) if across else 0, 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for the names."""
        super().resizeEvent(event)
        self._arrange()

    def show_now(self, now: Breathing) -> None:
        """Show what is breathed at present."""
        self._now, self._asked = now, None
        if now.pace is not None:
            text = pace_text(now.pace)
            known = self._all.get(text)
            listed = known is not None and not known.own
            for group, key in ((self.pace, text if listed else OWN), (self.mine, text)):
                was = group.blockSignals(True)
                group.set_value(key)
                group.blockSignals(was)
            self._own_row.setVisible(not listed)
        if now.minutes is not None:
            was = self.length.blockSignals(True)
            self.length.set_value(f"{now.minutes:g}")
            self.length.blockSignals(was)
        self.say("")

    def _take_pace(self, key: str) -> None:
        self._own_row.setVisible(key == OWN)
        if key == OWN:
            self._asked = None
            self.say("")
        else:
            self._ask(self._all[key])

    def _ask(self, pace: Pace) -> None:
        """Breathe so; where that holds the breath, only once its caution was read."""
        self._asked = pace if holds(pace) and (self._now.pace is None or not holds(self._now.pace)) else None
        if self._asked is None:
            self._choose(Breathing(pace=pace))
        else:
            self.say(hold_caution())

    def _take_asked(self) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self._choose(Breathing(pace=asked))
            self.pace.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, wish: Breathing) -> None:
        self._now = Breathing(
            pace=wish.pace or self._now.pace,
            minutes=self._now.minutes if wish.minutes is None else wish.minutes,
        )
        self._was = None
        if wish.pace is not None:
            self.say(_("Pace {pace}, from the next breath.").format(pace=pace_words(wish.pace)))
        else:
            length = length_words(wish.minutes or OPEN)
            self.say(_("{length}, from the next breath.").format(length=length))
        self.chosen.emit(wish)

    def _keep(self) -> None:
        """Keep the length for the plan, or take that back; where it cannot be written, nothing changes."""
        back, before = self._was, self._plan
        if self._stage.keep_for_plan((self._now.minutes or OPEN) if back is None else back):
            self._was = before if back is None else None
        self._plan = self._stage.plan_minutes()
        words = _("Your plan says {length} now.").format(length=length_words(self._plan or OPEN))
        self.say("" if self._was is None else words)

    def say(self, words: str) -> None:
        """Say `words`, or else what a choice here does."""
        if not words:
            words = _("It changes with the next breath in.")
            if self._plan is not None:
                words = _("It changes with the next breath in. Your plan keeps its own length.")
        else:
            announce(self, words)
        self._line.setText(words)
        self.read.setVisible(self._asked is not None)
        kept = self._was is not None
        self.keep.setText(_("Take it back") if kept else _("Keep for my plan"))
        fresh = self._now.minutes is not None and self._now.minutes not in (OPEN, self._plan)
        self.keep.setVisible(self._plan is not None and self._asked is None and (fresh or kept))

    @property
    def first(self) -> QWidget:
        """What gets the focus when the panel opens."""
        return self.pace
