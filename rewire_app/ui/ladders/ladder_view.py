"""One ladder: drawn from the hardest step down, with the card of the chosen step beside or below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.charts.ladder import ladder_chart
from rewire_app.domain.lists.ladder_words import ladder_text, ladder_title, refusal_words
from rewire_app.domain.lists.ladders import ClimbingDay, FearLadder, RungState, StepRefusal, refusal
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.copying import copy_private
from rewire_app.ui.base.page import page_of
from rewire_app.ui.charts.ladder import LadderPlot
from rewire_app.ui.charts.numbers_table import TableBelow
from rewire_app.ui.ladders.climbing import Climbing
from rewire_app.ui.ladders.drafting import LadderDrafts
from rewire_app.ui.ladders.step_editor import StepEditor
from rewire_app.ui.ladders.step_place import StepPlace
from rewire_app.ui.widgets.act_menu import ActMenu
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import CHEVRON, clear, hbox, hung, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Small, Title
from rewire_app.ui.widgets.theme import S1, S2, S3, S5, theme
from rewire_app.ui.widgets.unfold import LinkButton

SIDE_BY_SIDE = 700
"""Under so many px of text the card stands below the ladder."""
LADDER, CARD = 8, 9
"""How the room is shared between them."""


class LadderView(QWidget):
    """`go(Route)`: elsewhere. `chosen(uid)`: another step. `opened(widget)`: something to be in sight.

    `order(uids)`: its steps are to stand in another order.
    """

    go = Signal(object)
    chosen = Signal(str)
    opened = Signal(object)
    order = Signal(object)

    def __init__(self, context: Context, climbing: Climbing, drafts: LadderDrafts) -> None:
        super().__init__()
        self._context, self._climbing = context, climbing
        self._ladder: FearLadder | None = None
        self.place = StepPlace(context, climbing, drafts)
        self.place.go.connect(self.go)
        self.place.opened.connect(self.opened)
        self.editor = StepEditor(context, climbing, drafts)
        self.editor.done.connect(lambda: self.edit(on=False))
        self.editor.order.connect(self.order)
        self.editor.hide()
        back = BackLink(routes.LADDERS)
        back.went.connect(self.go)
        self._title = Title("")
        column = vbox(hung(back, start=CHEVRON), on=self, gap=0)
        head = hbox(wide(self._title, 1), wide(self._acts(), 0, Qt.AlignmentFlag.AlignBottom), gap=S3)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(S5)
        put(self._across, wide(self._drawn(), LADDER), wide(self.place, CARD))
        self._patterns: Sequence[tuple[str, str]] = ()
        self._belongs = vbox(gap=0)
        put(column, head, self._belongs, S3, self._across, self.editor, stretch())

    def _acts(self) -> QWidget:
        self.edit_steps = QuietButton(_("Edit steps"), icon="pencil")
        self.edit_steps.clicked.connect(lambda: self.edit(on=True))
        self.more = QuietButton(_("More"), icon="more")
        self.more.clicked.connect(self._offer_more)
        acts = Flow(gap=S2)
        acts.add(self.edit_steps)
        acts.add(self.more)
        return acts

    def _drawn(self) -> Card:
        """The figure with what it says and its table."""
        self.plot = LadderPlot()
        self.plot.looked.connect(self._looked)
        self.plot.opened.connect(lambda _number: self.place.begin())
        self._below = Small("")
        self._why = Small("")
        self._table = TableBelow(_("Ladder"))
        middle = Qt.AlignmentFlag.AlignVCenter
        ends = hbox(
            wide(Small(_("Hardest at the top")), 1, middle),
            wide(Small(_("Fear, 0 to 10"), wrap=False), 0, middle),
        )
        self.figure = Card(bare=True, padding=(1, 0), name=_("The ladder"))
        put(self.figure.body, ends, S1, self.plot, S2, self._below, self._why, S2, self._table, stretch())
        return self.figure

    # showing

    @property
    def shown(self) -> FearLadder | None:
        """The ladder that is shown."""
        return self._ladder

    def show_patterns(self, patterns: Sequence[tuple[str, str]]) -> None:
        """Lead to the patterns that this ladder belongs to, by their uids and titles."""
        if patterns == self._patterns:
            return
        self._patterns = patterns
        clear(self._belongs)
        for uid, title in patterns:
            link = LinkButton(_("Pattern: {title}").format(title=title))
            link.clicked.connect(lambda _on=False, uid=uid: self.go.emit(routes.pattern_page(uid)))
            self._belongs.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)

    def show_ladder(self, ladder: FearLadder, day: ClimbingDay, uid: str) -> None:
        """Show `ladder` with the step `uid` chosen."""
        self._ladder = ladder
        self._title.setText(ladder_title(ladder))
        chart = ladder_chart(ladder)
        self.plot.show_chart(chart, uid)
        self._below.setText(chart.below)
        self._below.setVisible(bool(chart.below))
        why = ladder.next is not None and refusal(ladder.next, ladder, day)
        said = refusal_words(StepRefusal.ONE_A_DAY) if why is StepRefusal.ONE_A_DAY else ""
        self._why.setText(said)
        self._why.setVisible(bool(said))
        self._table.show_table(lambda: chart.table)
        rung = ladder.rung(uid)
        if rung is not None:
            self.place.show_step(rung, ladder, day)
        if not self.editor.isHidden():
            self.editor.show_ladder(ladder)

    def _looked(self, _number: int) -> None:
        """Only a choice shows another card; what the mouse is over does not."""
        chart, number = self.plot.chart, self.plot.chosen
        if chart is not None and 0 <= number < len(chart.rungs):
            self.chosen.emit(chart.rungs[number].uid)

    def edit(self, *, on: bool) -> None:
        """Put the steps in order, or go back to the ladder."""
        for part in (self.figure, self.place, self.edit_steps):
            part.setVisible(not on)
        self.editor.setVisible(on)
        if on and self._ladder is not None:
            self.editor.show_ladder(self._ladder)
            self.editor.begin()
        else:
            self.begin()

    def begin(self) -> None:
        """Put the keyboard on the ladder, or on its steps where they are edited."""
        if self.editor.isHidden():
            self.plot.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.editor.begin()

    # with all of it

    def _offer_more(self) -> None:
        menu = ActMenu(page_of(self), name=_("What to do with this ladder"))
        menu.offer(_("Print"), "printer", self._print)
        menu.offer(_("Copy as text"), "copy", self.copy)
        menu.offer(_("Remove this ladder"), "trash", self._remove)
        menu.open_beside(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def copy(self) -> None:
        """Put the ladder on the clipboard as text."""
        if self._ladder is not None:
            text = ladder_text(self._ladder, self._context.today)
            self._context.hub.said.emit(copy_private(text))

    def _print(self) -> None:
        from rewire_app.ui.ladders.printing import print_on
        from rewire_app.ui.widgets.paper import ask_and_print

        ladder, today = self._ladder, self._context.today
        if ladder is not None:
            ask_and_print(self.window(), _("Print the ladder"), lambda paper: print_on(paper, ladder, today))

    def _remove(self) -> None:
        if self._ladder is not None and self._climbing.remove_all(self._ladder):
            self.go.emit(routes.LADDERS)

    # room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card stands below the ladder where there is little room."""
        ways = QBoxLayout.Direction
        roomy = self.width() >= theme.px(SIDE_BY_SIDE)
        self._across.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        super().resizeEvent(event)


def uids_in_order(found: Sequence[FearLadder], moved: Sequence[str]) -> list[str]:
    """The steps of all ladders, with those of `moved` in their new order."""
    rest = [rung.step.uid for one in found for rung in one.rungs if rung.step.uid not in moved]
    return [*rest, *moved]


def first_step(ladder: FearLadder) -> str:
    """The step that is chosen where none was named: the next one, else the highest that was taken."""
    taken = (one for one in ladder.rungs if one.state is RungState.TAKEN)
    return (ladder.next or next(taken, ladder.rungs[0])).step.uid
