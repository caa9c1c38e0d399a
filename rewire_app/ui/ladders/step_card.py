"""A step as it is read: its tries, and whether it can be taken today, or why not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.lists.expected import Expectation
from rewire_app.domain.lists.ladder_words import (
    aftermath_words,
    harder_words,
    refusal_words,
    rung_words,
    try_lines,
)
from rewire_app.domain.lists.ladders import (
    Aftermath,
    ClimbingDay,
    FearLadder,
    RungState,
    StepRefusal,
    TriedStep,
    aftermath,
    harder_lately,
    refusal,
)
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base import routes
from rewire_app.ui.ladders.card_head import PADDING, card_head
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import QUIET, clear, hung, nest, put, vbox, wide
from rewire_app.ui.widgets.text import Body, Second, Small
from rewire_app.ui.widgets.theme import S1, S2, S3, S4
from rewire_app.ui.widgets.unfold import LinkButton

SHOWN = 3
"""So many tries are read at once, the latest first; the rest unfold."""
FIRST_FEAR = 5
"""Up to so much fear is about right for a first step, 0 to 10."""
SETTLES, SETTLE_MINUTES = "a-anchor", 2
"""What settles first after very strong fear, and for how long."""


class RungCard(Card):
    """`go(Route)`: elsewhere. `taken()`: the step is to be taken now."""

    go = Signal(object)
    taken = Signal()

    def __init__(self, rung: TriedStep, ladder: FearLadder, day: ClimbingDay) -> None:
        super().__init__(padding=PADDING, name=rung.step.step)
        self._rung, self._day = rung, day
        self._first: QWidget | None = None
        self.why = refusal(rung, ladder, day)
        put(self.body, card_head(_lead(rung), "", rung.step.step), S1, Second(rung_words(rung)), S4)
        self._put_end()
        if self.why is None:
            self._put_take(first=all(one.state is not RungState.TAKEN for one in ladder.rungs))
        else:
            put(self.body, Body(refusal_words(self.why)))
            self._put_ways(self.why)
        self._tries = vbox(gap=0)
        nest(self.body, self._tries)
        self._put_tries(SHOWN)

    def _put_end(self) -> None:
        """What is said on the day on which fear was much stronger than expected here."""
        last = self._rung.tries[-1] if self._rung.tries else None
        if last is None or last.looked_day != self._day.today:
            return
        after = aftermath(last.found, self._rung.step.distress)
        if after is Aftermath.END:
            put(self.body, Body(aftermath_words(after)), S2)

    def _put_take(self, *, first: bool) -> None:
        if harder_lately(self._rung):
            put(self.body, Body(harder_words()), S3)
        again = self._rung.state is RungState.TAKEN
        fear = self._rung.step.distress
        if first and fear is not None and fear > FIRST_FEAR:
            words = _(
                "For a first step, an expected fear of 3 to 5 is about right. A smaller one can be added."
            )
            put(self.body, Second(words), S3)
        self._first = take = MainButton(_("Take it again") if again else _("Take this step"), icon="play")
        take.clicked.connect(self.taken)
        put(self.body, wide(take, 0, Qt.AlignmentFlag.AlignLeading), S2)
        words = (
            _("In another place, or with other people, it teaches most.")
            if again
            else _("A few questions and your guess come first.")
        )
        put(self.body, Small(words))

    def _put_ways(self, why: StepRefusal) -> None:
        """Ways on where a step is not offered because it was too much."""
        if why not in (StepRefusal.HARD_DAY, StepRefusal.UNWANTED):
            return
        self._first = settle = SecondButton(_("Settle first, 2 minutes"), icon="play")
        settle.clicked.connect(lambda: self.go.emit(routes.run(SETTLES, minutes=SETTLE_MINUTES)))
        help_now = QuietButton(_("Help now"), icon="help")
        help_now.clicked.connect(lambda: self.go.emit(routes.HELP))
        put(self.body, S3, wide(settle, 0, Qt.AlignmentFlag.AlignLeading), hung(help_now, start=QUIET))

    # tries

    def _put_tries(self, most: int) -> None:
        tries = list(reversed(self._rung.tries))
        for one in tries[:most]:
            put(self._tries, S4, Divider(), S3, self._try(one))
        left = len(tries) - most
        if left > 0:
            words = ngettext("{n} more try", "{n} more tries", left).format(n=left)
            more = LinkButton(words, icon="chevron-down")
            more.clicked.connect(lambda: self._unfold(more))
            put(self._tries, S3, wide(more, 0, Qt.AlignmentFlag.AlignLeading))

    def _try(self, one: Expectation) -> QWidget:
        holder = QWidget()
        lines = try_lines(one, self._day.today)
        column = vbox(Second(lines[0], ink="ink"), *map(Second, lines[1:]), on=holder, gap=2)
        link = LinkButton(_("Open this guess"))
        link.setAccessibleDescription(lines[0])
        link.clicked.connect(lambda: self.go.emit(routes.guess(one.uid)))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        return holder

    def _unfold(self, more: QWidget) -> None:
        more.clearFocus()
        clear(self._tries)
        self._put_tries(len(self._rung.tries))

    def begin(self) -> None:
        """Put the keyboard on what can be done here; where that is nothing, it stays where it is."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)


def _lead(rung: TriedStep) -> str:
    return {
        RungState.TAKEN: _("A step you have taken"),
        RungState.NEXT: _("Your next step"),
        RungState.LATER: _("A later step"),
    }[rung.state]
