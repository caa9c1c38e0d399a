"""A finished test by days or by weeks: three outcomes, every evening, the difference, and what to keep."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.charts.fair_test import difference_span, every_evening
from rewire_app.domain.experiment.day_notes import KeptWay, day_notes
from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.i18n import _
from rewire_app.insight.experiment_words import Outcome, title
from rewire_app.insight.fair_course import FairCourse
from rewire_app.insight.fair_result import FairResult
from rewire_app.insight.fair_words import (
    difference_words,
    limits,
    meaning,
    outcome_words,
    span,
    stopped_words,
    worked_out,
)
from rewire_app.ui.base.copying import copy_private
from rewire_app.ui.base.page import page_of
from rewire_app.ui.charts.fair_pictures import DifferencePicture, EveningsDots
from rewire_app.ui.charts.numbers_table import TableBelow
from rewire_app.ui.charts.outcome_tiles import OutcomeTiles
from rewire_app.ui.experiment.seal_block import SealBlock
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.choices import ChoiceList
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Body, Heading, Second, Small, Strong, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5, theme
from rewire_app.ui.widgets.unfold import LinkButton, Unfold

BESIDE = 700
"""Px of the design from which evenings and difference stand side by side."""


def keep_words(experiment: Experiment) -> dict[KeptWay, str]:
    """What can be kept, in words."""
    return {
        KeptWay.A: experiment.option_a,
        KeptWay.B: experiment.option_b,
        KeptWay.BOTH: _("Both"),
        KeptWay.NEITHER: _("Neither"),
    }


class WaysOut(Flow):
    """ "Begin a new test", where none goes on, and "Remove this test"."""

    again = Signal()
    remove = Signal()

    def __init__(self, *, may_begin: bool) -> None:
        super().__init__(gap=S2)
        if may_begin:
            begin = SecondButton(_("Begin a new test"))
            begin.clicked.connect(self.again)
            self.add(begin)
        away = QuietButton(_("Remove this test"))
        away.clicked.connect(self.remove)
        self.add(away)


class ClosedFairCard(Card):
    """A test that is over and was not looked at, or one that was stopped. `opened()`: show the result."""

    opened = Signal()

    def __init__(self, experiment: Experiment, course: FairCourse, *, may_begin: bool) -> None:
        super().__init__(name=_("Result of the test"))
        put(self.body, Small(title(experiment), role="second"), S3)
        stopped = experiment.stopped_day is not None
        self.ways = WaysOut(may_begin=may_begin and stopped)
        if stopped:
            put(self.body, Body(stopped_words(experiment, course)), S4, self.ways)
            return
        button = MainButton(_("Show the result"), large=True)
        button.clicked.connect(self.opened)
        put(self.body, Voice(_("The eight weeks are over. The result is ready when you are.")), S5)
        put(self.body, wide(button, 0, Qt.AlignmentFlag.AlignLeft), S3, self.ways)


class FairResultCard(QWidget):
    """The result. `kept(KeptWay)`: what the person keeps."""

    kept = Signal(object)

    def __init__(
        self,
        experiment: Experiment,
        course: FairCourse,
        outcome: Outcome,
        result: FairResult,
        *,
        may_begin: bool,
    ) -> None:
        super().__init__()
        self._experiment, self._course, self._outcome = experiment, course, outcome
        self._result = result
        self.sentence = difference_words(result, experiment, outcome, course.rule)
        self.tiles = OutcomeTiles(
            [(text, each is result.finding) for each, text in outcome_words(experiment, outcome)]
        )
        self.ways = WaysOut(may_begin=may_begin)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for card in (self._evenings(), self._difference()):
            if card is not None:
                self._cards.addWidget(card, 1)
        column = vbox(self.tiles, S4, on=self, gap=0)
        nest(column, self._cards)
        column.addSpacing(S4)
        self._say_meaning(column)
        how = Unfold(_("How this was worked out"))
        self.told = (*worked_out(result, experiment, course.rule), *limits(result, course.rule))
        how.set_words(self.told)
        put(column, S3, how, S2, SealBlock(experiment, opened=True), S3, self.ways)
        self._arrange()

    # parts

    def _evenings(self) -> Card | None:
        spec = every_evening(self._result, self._experiment, self._outcome)
        if spec is None:
            return None
        card = Card(padding=24, name=_("Every rated evening"))
        scale = _("{name}, {low} to {high}").format(
            name=self._outcome.name, low=self._outcome.low, high=self._outcome.high
        )
        below = TableBelow(_("Every rated evening, as a table"))
        below.show_table(lambda: spec.table)
        put(card.body, Heading(_("Every rated evening")), S1, Small(scale), S3, EveningsDots(spec), S2, below)
        put(card.body, stretch())
        return card

    def _difference(self) -> Card | None:
        spec = difference_span(self._result, self._experiment, self._outcome)
        if spec is None:
            return None
        card = Card(padding=24, name=_("The difference, in points"))
        band = _("The band is what this test is too small to see.")
        put(card.body, Heading(_("The difference, in points")), S1)
        if spec.least is not None:
            put(card.body, Small(band))
        put(card.body, S3, DifferencePicture(spec, self.sentence), S4, Voice(self.sentence), stretch())
        return card

    def _copy(self) -> None:
        page_of(self).context.hub.said.emit(copy_private(self.as_text()))

    def _say_meaning(self, column: QBoxLayout) -> None:
        strong, rest = meaning(self._result, self._experiment)
        keep = day_notes(self._experiment).keep
        self.choose = MainButton(_("Choose again") if keep else _("Choose what to keep"))
        self.choose.clicked.connect(self._offer)
        copy = LinkButton(_("Copy as text"), icon="copy")
        copy.clicked.connect(self._copy)
        put(column, Strong(strong), S1, Second(rest))
        if keep is not None:
            words = keep_words(self._experiment)[keep]
            put(column, S3, Body(_("You keep: {what}").format(what=words)))
        acts = Flow(gap=S5)
        acts.add(self.choose)
        acts.add(copy)
        self.offer = ChoiceList(
            [(str(key), text) for key, text in keep_words(self._experiment).items()],
            name=_("What do you keep?"),
            columns=2,
        )
        self.offer.hide()
        self.offer.changed.connect(lambda key: self.kept.emit(KeptWay(key)))
        put(column, S3, acts, S2, self.offer)

    def _offer(self) -> None:
        """Ask what to keep; nothing is chosen for anybody."""
        self.offer.show()
        self.offer.setFocus(Qt.FocusReason.TabFocusReason)

    def as_text(self) -> str:
        """The result as it can be pasted somewhere else."""
        came = [tile.accessibleName() for tile in self.tiles.tiles if tile.came]
        parts = [
            title(self._experiment),
            span(self._experiment, self._course, self._result),
            *came,
            self.sentence,
            " ".join(meaning(self._result, self._experiment)),
        ]
        return "\n".join(part for part in parts if part)

    # arranging

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another order."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        beside = self.width() >= theme.px(BESIDE)
        ways = QBoxLayout.Direction
        self._cards.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._cards.setSpacing(theme.px(S5 if beside else S4))
