"""Help now: one breath to slow down, ways to come back to the room, and people to talk to."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QWidget

from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.people import PeopleCard, plan_of
from rewire_app.ui.base.withheld import withheld_now
from rewire_app.ui.help.plan import PlanCard, TellSomeone
from rewire_app.ui.help.urge_cards import UrgeCardsRow
from rewire_app.ui.widgets.breath import BreathRhythm
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import CHEVRON, hbox, hung, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.pacer import Pacer, StillPacer
from rewire_app.ui.widgets.rows import OpenRow
from rewire_app.ui.widgets.text import Lead, Second, SectionTitle, Small, Title
from rewire_app.ui.widgets.theme import S2, S3, S4, S6, S8, S12, theme

IN_S, OUT_S, ROUNDS = 4, 6, 6
NARROW = 900
ROOMY, TIGHT = (37, 34), (21, 13)
"""Padding of the card of the breath where it stands beside the people, and above them, px of the design."""
AROUND_PACER = 190
"""Px of the page that the pacer leaves to its card and the button below it."""


class HelpPage(Page):
    """Opens from everywhere with one key. Its use is written down nowhere."""

    topics = frozenset({"crisis_plan", "cards", "profile", "unwanted_effects"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._pacer: Pacer | None = None
        column = vbox(gap=0)
        self._back = QuietButton(_("Back to where you were"), icon="chevron-left")
        self._back.clicked.connect(self.back)
        self._back.hide()
        self._above = vbox(gap=0)
        put(column, hung(self._back, start=CHEVRON), self._header(), S8 - 1, self._above)
        self._wide = True
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(S12)
        left = self._left = vbox(self._breathing(), self._ways(), S3, gap=S4 + 2)
        self._tell = TellSomeone()
        put(left, self._tell, stretch())
        nest(self._sides, left, 500)
        self._people = PeopleCard(context)
        self._people.sought.connect(self._show_part)
        right = vbox(self._people, gap=S4)
        self._plan = PlanCard()
        self._plan.change.connect(lambda: self.go.emit(routes.lists("crisis_plan")))
        self._plan.hide()
        right.addWidget(self._plan)
        self._plan_fault = Small("", role="second")
        self._plan_fault.hide()
        put(right, self._plan_fault, stretch())
        nest(self._sides, right, 344)
        self._below = vbox(self._silent, gap=0)
        put(column, self._sides, S6, stretch(), self._below)
        self.set_body(column, top=48)

    def _header(self) -> QHBoxLayout:
        """The calm words, and the way to the plan if there is one."""
        silent = _("Rewire cannot see that you are in trouble and cannot call anyone for you.")
        self._silent = Small(silent, role="second")
        across = QHBoxLayout()
        self._title = Title(_("Let’s slow this down"), role="calm_title")
        words = self._words = vbox(
            self._title,
            Lead(_("You don’t have to fix anything right now."), role="calm_lead"),
            gap=2,
        )
        self._to_plan = SecondButton(_("My crisis plan"))
        self._to_plan.clicked.connect(self._show_the_plan)
        self._to_plan.hide()
        put(across, wide(words, 1), wide(self._to_plan, 0, Qt.AlignmentFlag.AlignVCenter))
        return across

    def refresh(self) -> None:
        """Read the plan anew; when that is not possible now, the rest of the page stays as it is."""
        self._show_ways()
        lines = plan_of(self.context)
        self._make.setVisible(lines == [])
        for part in (self._plan, self._to_plan):
            part.setVisible(bool(lines))
        self._tell.show_names(lines or [])
        lost = lines is None and self.context.ready
        self._plan_fault.setText(_("Your own plan cannot be read right now.") if lost else "")
        self._plan_fault.setVisible(lost)
        if lines:
            self._plan.show_plan(lines)

    def _show_part(self, heading: QWidget) -> None:
        heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_into_sight(heading)

    def _show_the_plan(self) -> None:
        if self._plan.first is not None:
            self._plan.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_into_sight(self._plan)

    def begin(self, *, waiting: bool) -> None:
        """Begin at the top, with the title; Enter breathes. `waiting`: an exercise waits underneath."""
        self._back.setVisible(waiting)
        self._people.ask()
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._begin_at_top()
        QTimer.singleShot(0, self, self._begin_at_top)  # and again once everything has its place

    def _begin_at_top(self) -> None:
        """In a narrow window the numbers come first; the button that has the focus may be far below."""
        focused = self.focusWidget()
        if self._scroll is not None and focused is not None:
            self._scroll.stay_at_top(focused)
        else:
            self.to_top()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops the breathing, else it leads back to where Help was asked for."""
        if event.key() == Qt.Key.Key_Escape and self._pacer is not None:
            self._stop()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    # slowing down

    def _breathing(self) -> QWidget:
        self._card = card = Card(padding=ROOMY)
        self._breath = QStackedWidget()
        still = QWidget()
        across = hbox(on=still)
        self._pace = Second(_("In for {inhale} seconds, out for {out}.").format(inhale=IN_S, out=OUT_S))
        self._begin = MainButton(_("Begin, 1 minute"), icon="play", large=True)
        self._begin.clicked.connect(self._start)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._line.setSpacing(S6)
        told = vbox(SectionTitle(_("Breathe out with me")), self._pace, gap=0)
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        put(self._line, wide(told, 1), wide(self._begin, 0, start))
        self._line.setAlignment(told, Qt.AlignmentFlag.AlignVCenter)
        nest(across, vbox(stretch(), self._line, stretch(), gap=0), 1)
        self._still = StillPacer(132)
        across.addWidget(self._still, 0, Qt.AlignmentFlag.AlignVCenter)
        self._breath.addWidget(still)
        card.body.addWidget(self._breath)
        return card

    def _start(self) -> None:
        moving = QWidget()
        down = vbox(on=moving)
        pacer = Pacer(BreathRhythm(breathe_in=IN_S, breathe_out=OUT_S, breaths=ROUNDS))
        room = self.height() - theme.px(AROUND_PACER)
        pacer.setFixedHeight(max(theme.px(300), min(theme.px(530), room)))
        pacer.finished.connect(self._stop)
        pacer.slept.connect(self._stop)
        stop = SecondButton(_("Stop here"))
        stop.clicked.connect(self._stop)
        down.setSpacing(S3)
        put(down, wide(pacer, 1), wide(stop, 0, Qt.AlignmentFlag.AlignHCenter))
        self._pacer = pacer
        self._card.set_fill("bg")
        self._breath.addWidget(moving)
        self._breath.setCurrentWidget(moving)
        stop.setFocus()
        self.bring_into_sight(self._card)
        pacer.start()

    def _stop(self) -> None:
        moving = self._breath.currentWidget()
        if self._pacer is None or moving is None:
            return
        self._pacer.pause()
        self._pacer = None
        self._card.set_fill("surface")
        self._breath.setCurrentIndex(0)
        self._breath.removeWidget(moving)
        moving.deleteLater()
        self._begin.setFocus()

    def leave(self) -> None:
        """Nothing breathes on a page nobody sees."""
        self._stop()

    def _ways(self) -> QWidget:
        ways = (
            ("b-54321", _("Name five things you can see"), _("Come back to this room")),
            ("d-tipp", _("Cool the face, or move"), _("Some health questions come first")),
            ("a-anchor", _("Drop anchor"), _("Feel your feet while the storm goes on")),
        )
        holder = QWidget()
        self._rows = holder
        down = vbox(on=holder, gap=0, margins=(S2, 0, S2, 0))
        self._one_way: dict[str, QWidget] = {}
        for number, (exercise, title, detail) in enumerate(ways):
            self._one_way[exercise] = one = QWidget()
            row = vbox(on=one, gap=0)
            if number:
                row.addWidget(Divider())
            row.addWidget(self._way(exercise, title, detail))
            down.addWidget(one)
        self._make = QWidget()
        vbox(
            Divider(),
            self._way("d-crisisplan", _("Make a crisis plan"), _("For a calm hour. It is then shown here")),
            on=self._make,
            gap=0,
        )
        self._make.hide()
        self._cards = UrgeCardsRow(self.context)
        self._cards.go.connect(self.go)
        put(down, self._cards, self._make)
        return holder

    def _show_ways(self) -> None:
        """Offer what can be begun now, without what made things worse."""
        self._rows.setVisible(self.context.ready)
        withheld = withheld_now(self.context)
        self._cards.look()
        for exercise, row in self._one_way.items():
            row.setVisible(exercise not in withheld)

    def _way(self, exercise: str, title: str, detail: str) -> OpenRow:
        row = OpenRow(exercise, title, detail)
        row.clicked.connect(lambda: self.go.emit(routes.run(exercise)))
        return row

    # layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other when there is room, else a breath in one line, the people, and all else."""
        wide = self.width() >= theme.px(NARROW)
        if wide is not self._wide:
            self._set_wide(wide)
        super().resizeEvent(event)

    def _set_wide(self, wide: bool) -> None:
        self._wide = wide
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.LeftToRight if wide else ways.BottomToTop)
        (self._left if wide else self._above).insertWidget(0, self._card)
        (self._below if wide else self._words).addWidget(self._silent)
        self._above.setContentsMargins(0, 0, 0, 0 if wide else S4)
        self._card.set_padding(*(ROOMY if wide else TIGHT))
        self._line.setDirection(ways.TopToBottom if wide else ways.LeftToRight)
        for part in (self._pace, self._still):
            part.setVisible(wide)

    def showEvent(self, event: QShowEvent) -> None:
        """Exercises need the notes to be open; breathing and people do not."""
        self._rows.setVisible(self.context.ready)
        super().showEvent(event)
