"""Beside the ladder: the card of the chosen step, from reading it to what was learned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum, auto
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.exercise.exposure import TAKES_STEPS, habits
from rewire_app.domain.lists.ladders import ClimbingDay, FearLadder, TriedStep, refusal
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.ladders.after_card import AfterCard
from rewire_app.ui.ladders.before_card import BeforeCard
from rewire_app.ui.ladders.climbing import Climbing
from rewire_app.ui.ladders.drafting import LadderDrafts
from rewire_app.ui.ladders.gate_card import WITH_SOMEONE, GateCard
from rewire_app.ui.ladders.other_chips import offered
from rewire_app.ui.ladders.overview import GUIDED
from rewire_app.ui.ladders.step_card import SETTLE_MINUTES, SETTLES, RungCard
from rewire_app.ui.ladders.stop_card import StopCard
from rewire_app.ui.widgets.layout import put, stretch, vbox

BEFORE, AFTER = "before", "after"
"""The names of its forms in drafts."""
DAY = "day"
"""The day on which the questions before a step were answered: on another one they are asked anew."""


class StepStage(StrEnum):
    """Which card of a step is shown."""

    READ = auto()
    GATE = auto()
    BEFORE = auto()
    AFTER = auto()
    STOPPED = auto()


StageCard = RungCard | GateCard | BeforeCard | AfterCard | StopCard


class StepPlace(QWidget):
    """`go(Route)`: elsewhere. `opened(widget)`: another card is there and wants to be in sight."""

    go = Signal(object)
    opened = Signal(object)

    def __init__(self, context: Context, climbing: Climbing, drafts: LadderDrafts) -> None:
        super().__init__()
        self._context, self._climbing, self._drafts = context, climbing, drafts
        self._step: tuple[TriedStep, FearLadder, ClimbingDay] | None = None
        self.stage = StepStage.READ
        self.card: StageCard | None = None
        self._column = vbox(on=self, gap=0)
        put(self._column, stretch())

    # which card

    def show_step(self, rung: TriedStep, ladder: FearLadder, day: ClimbingDay) -> None:
        """Show the card of a step; what is being written on it stays."""
        was, self._step = self._step, (rung, ladder, day)
        if was is None or (was[0].step.uid, was[2].today) != (rung.step.uid, day.today):
            self.stage = self._first_stage(rung, day)
        wanted = self._fitting(rung, ladder, day)
        before = was[0] if was is not None else rung
        same = (before.step.uid, before.under_way) == (rung.step.uid, rung.under_way)
        stays = same and wanted is self.stage and wanted is not StepStage.READ
        if self.card is None or not stays:
            self._enter(wanted)

    def _first_stage(self, rung: TriedStep, day: ClimbingDay) -> StepStage:
        """Where a step begins: where it was left today, else by being read."""
        held = self._drafts.of(BEFORE, rung.step.uid).get(DAY)
        return StepStage.BEFORE if held == day.today.isoformat() else StepStage.READ

    def _fitting(self, rung: TriedStep, ladder: FearLadder, day: ClimbingDay) -> StepStage:
        """The stage that goes with how things are now."""
        if rung.under_way is not None:
            return StepStage.AFTER
        if self.stage is StepStage.AFTER:
            return StepStage.READ
        asking = self.stage in (StepStage.GATE, StepStage.BEFORE)
        return StepStage.READ if asking and refusal(rung, ladder, day) is not None else self.stage

    def _enter(self, stage: StepStage) -> None:
        held = self.card is not None and self.isAncestorOf(self.window().focusWidget() or self.window())
        if self.card is not None:
            self._column.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
        self.stage = stage
        makers: Mapping[StepStage, Callable[[], StageCard]] = {
            StepStage.READ: self._read,
            StepStage.GATE: self._gate,
            StepStage.BEFORE: self._before,
            StepStage.AFTER: self._after,
            StepStage.STOPPED: self._stopped,
        }
        self.card = card = makers[stage]()
        self._column.insertWidget(0, card)
        card.show()
        if held:
            self.begin()

    def show_stage(self, stage: StepStage) -> None:
        """Go on to another card because the person did."""
        self._enter(stage)
        self.begin()
        self.opened.emit(self.card)

    def begin(self) -> None:
        """Put the keyboard into the card."""
        if self.card is not None:
            self.card.begin()

    # the cards

    @property
    def _shown(self) -> tuple[TriedStep, FearLadder, ClimbingDay]:
        assert self._step is not None, "a step is shown"
        return self._step

    def _read(self) -> RungCard:
        card = RungCard(*self._shown)
        card.go.connect(self.go)
        card.taken.connect(lambda: self.show_stage(StepStage.GATE))
        return card

    def _gate(self) -> GateCard:
        library = self._context.library
        title = library.article(WITH_SOMEONE).title
        card = GateCard(self._shown[0].step.step, library.exercise(TAKES_STEPS), title)
        card.go.connect(self.go)
        card.left.connect(lambda: self.show_stage(StepStage.READ))
        card.passed.connect(lambda: self.show_stage(StepStage.BEFORE))
        return card

    def _before(self) -> BeforeCard:
        rung, ladder, _day = self._shown
        earlier = [words for one in _newest_first(ladder) for words in one.left_out]
        guided = habits(self._context.library.exercise(GUIDED))
        card = BeforeCard(rung, offered(earlier, guided))
        card.restore(self._drafts.of(BEFORE, rung.step.uid))
        card.form.changed.connect(lambda _key: self._hold(card, BEFORE))
        card.kept.connect(self._go)
        card.cancelled.connect(self._not_today)
        self._warn(card)
        return card

    def _after(self) -> AfterCard:
        rung, ladder, _day = self._shown
        assert rung.under_way is not None, "a try is under way"
        earlier = [words for one in _newest_first(ladder) for words in one.safe]
        guided = habits(self._context.library.exercise(GUIDED))
        card = AfterCard(rung, offered([_("Nothing")], earlier, rung.under_way.left_out, guided))
        card.restore(self._drafts.of(AFTER, rung.step.uid))
        card.form.changed.connect(lambda _key: self._hold(card, AFTER))
        card.kept.connect(self._look_back)
        card.stopped.connect(self._stop)
        card.settled.connect(self._settle_first)
        card.help.connect(lambda: self.go.emit(routes.HELP))
        card.away.connect(self._not_gone)
        self._warn(card)
        return card

    def _stopped(self) -> StopCard:
        exercise = self._context.library.exercise(TAKES_STEPS)
        card = StopCard(self._context, self._shown[0].step.step, exercise)
        card.go.connect(self.go)
        card.done.connect(lambda: self.show_stage(StepStage.READ))
        return card

    def _warn(self, card: BeforeCard | AfterCard) -> None:
        words = _("This is not kept yet. Esc once more leaves it out.")
        card.doubted.connect(lambda: self._context.hub.failed.emit(words))

    # what is written

    def _hold(self, card: BeforeCard | AfterCard, form: str) -> None:
        day = {DAY: self._context.today.isoformat()}
        self._drafts.note(form, card.step, {**card.form.answers(), **day} if card.filled else {})

    def _go(self, answers: Any) -> None:
        rung, _ladder, day = self._shown
        if day.today != self._context.today:  # the questions were answered on another day
            self.show_stage(StepStage.GATE)
        elif self._climbing.go(rung.step, answers):
            self._drafts.end(BEFORE, rung.step.uid)
            self.begin()
            self.opened.emit(self.card)

    def _not_today(self) -> None:
        self._drafts.end(BEFORE, self._shown[0].step.uid)
        self.show_stage(StepStage.READ)

    def _look_back(self, answers: Any) -> None:
        rung, card = self._shown[0], self.card
        too_strong = isinstance(card, AfterCard) and card.too_strong
        if self._climbing.look_back(rung, answers):
            self._drafts.end(AFTER, rung.step.uid)
            if too_strong:
                self._settle()
            else:
                self.begin()

    def _settle_first(self) -> None:
        """Very strong fear is noted, so that nothing harder is offered; the rest waits on the card."""
        if isinstance(self.card, AfterCard):
            self._climbing.hold(self._shown[0], self.card.told())
        self._settle()

    def _settle(self) -> None:
        """Two minutes of settling; what is written here waits."""
        self._drafts.now()
        self.go.emit(routes.run(SETTLES, minutes=SETTLE_MINUTES))

    def _stop(self) -> None:
        """Stopping always works: what is said then does not wait for the write."""
        rung, card = self._shown[0], self.card
        answers = card.told() if isinstance(card, AfterCard) else {}
        self._drafts.end(AFTER, rung.step.uid)
        self._climbing.stop(rung, answers)
        self.show_stage(StepStage.STOPPED)

    def _not_gone(self) -> None:
        rung = self._shown[0]
        if rung.under_way is not None and self._climbing.leave_out(rung.under_way):
            self._drafts.end(AFTER, rung.step.uid)
            self.begin()

    @property
    def unsaved(self) -> bool:
        """Whether something is written that is not kept yet."""
        return isinstance(self.card, BeforeCard | AfterCard) and self.card.filled


def _newest_first(ladder: FearLadder) -> Iterable[Any]:
    """The tries of all steps, the last ones first."""
    tries = [one for rung in ladder.rungs for one in rung.tries]
    return sorted(tries, key=lambda one: one.uid, reverse=True)
