"""Today: one practice to begin, the notes of the day, fourteen days, and a plan for real life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSpacerItem, QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.domain.journal.returning import DayKind
from rewire_app.domain.plan_parts import second_person
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import CUSTOM_TOPICS, Context
from rewire_app.ui.base.drawn import other_way
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import RunRoute
from rewire_app.ui.today.days import DaySection
from rewire_app.ui.today.experiment_line import WeekLine
from rewire_app.ui.today.going_line import GoingLine
from rewire_app.ui.today.hard_days_card import HardDaysPlace
from rewire_app.ui.today.look_backs import LookBacks
from rewire_app.ui.today.notes import DayNotes
from rewire_app.ui.today.passed_line import PassedLine
from rewire_app.ui.today.pattern_row import PatternRow
from rewire_app.ui.today.practice_card import PracticeCard
from rewire_app.ui.today.real_life import RealLife
from rewire_app.ui.today.return_parts import ReturnParts
from rewire_app.ui.today.short_nights_card import ShortNightsPlace
from rewire_app.ui.today.shown import CardShown, back_again, first_finished, usual
from rewire_app.ui.today.words import greeting
from rewire_app.ui.today.worse_card import WorsePlace
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import QUIET_END, hbox, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.room import NARROW_PAGE
from rewire_app.ui.widgets.text import ActTitle, Second
from rewire_app.ui.widgets.theme import S1, S2, S4, S5, S6, S8, S14, theme

if TYPE_CHECKING:
    from rewire_app.domain.journal.entries import Intention
    from rewire_app.reports.offered_facts import Suggestion
    from rewire_app.store.queries import Today

NARROW, LARGE = 700, 1_200
"""Widths in px at 100 %: below, the days stand under the notes; from the other on, squares are larger."""


class TodayPage(Page):
    """The first page. It is painted before the notes are open, and filled as soon as they are."""

    topics = CUSTOM_TOPICS | {
        "practices", "days", "nights", "moments", "plans", "pauses", "intentions", "profile", "experiments",
        "unwanted_effects", "open", "worries", "patterns", "recalls", "readings", "replies",
    }  # fmt: skip

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._arranged: tuple[int, int, int, bool] | None = None
        self._date, self._hello = Second("", role="second"), ActTitle("")
        by_state = QuietButton(_("What is strongest right now?"))
        by_state.clicked.connect(lambda: self.go.emit(routes.STATE))
        self._week, self._hard_days = WeekLine(context), HardDaysPlace(context)
        self._worse, self._due, self._going = WorsePlace(context), LookBacks(context), GoingLine(context)
        self._passed, self._nights = PassedLine(context), ShortNightsPlace(context)
        self._card, self._notes, self._days = PracticeCard(), DayNotes(), DaySection()
        self._back = ReturnParts(context, self)
        self._life, self._pattern = RealLife(), PatternRow(context)
        self._pattern.go.connect(self.go)
        self._kept: Intention | None = None
        self._card.closed.connect(self._back.look_around)
        self._notes.wanted.connect(self._note)
        self._days.every.connect(lambda: self.go.emit(routes.practised()))
        parts = (
            self._passed,
            self._week,
            self._hard_days,
            self._nights,
            self._card,
            self._back,
            self._worse,
            self._due,
            self._going,
        )
        for part in parts:
            part.go.connect(self.go)
        middle = Qt.AlignmentFlag.AlignVCenter
        end = -theme.px(QUIET_END)
        greeted = hbox(wide(self._hello, 1), wide(by_state, 0, middle), end, stretch(0))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._between = Divider()
        self._falling = QWidget()
        vbox(self._going, self._due, stretch(), on=self._falling, gap=0)
        notes = vbox(self._back.beside, wide(self._notes, 1))
        put(self._sides, wide(notes, 448), wide(vbox(self._days, stretch(), gap=0), 388))
        put(self._lower, wide(self._falling, 448), wide(vbox(self._pattern, stretch(), gap=0), 388))
        self._gaps = tuple(QSpacerItem(0, 0) for _gap in range(3))
        column = vbox(self._date, gap=0)
        column.addItem(self._gaps[0])
        nest(column, greeted)
        column.addItem(self._gaps[1])
        put(column, self._passed, self._hard_days, self._nights, self._card, self._week)
        column.addItem(self._gaps[2])
        put(column, self._sides, S4, self._between, S2, self._lower)
        put(column, S4, self._back.below, self._worse, self._life, stretch())
        self.set_body(column, top=39)
        self._say_day(DayKind.ORDINARY)

    # filling

    def _say_day(self, kind: DayKind) -> None:
        self._date.setText(day_words(self.context.today, week_day=True))
        self._hello.setText(greeting(self.context.clock.now().wall.hour, kind))

    def fill(self, facts: Today, suggestion: Suggestion) -> None:
        """Show what was read; `suggestion` is today's practice."""
        self._stale = False
        kind, shown = self._kind_of(facts, suggestion)
        self._say_day(kind)
        self._card.show_card(shown)
        self._notes.show_day(facts, first=kind is DayKind.FIRST)
        self._notes.setHidden(self._back.asks_for_choice)
        self._days.show_facts(facts, kind)
        self._kept = None if kind is DayKind.LONG_AWAY else facts.intention
        self._life.show_sentence(self._kept, self._due.rows)
        self._arrange()
        if self.isVisible() and self.window().focusWidget() is None:
            self._card.main_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kind_of(self, facts: Today, suggestion: Suggestion) -> tuple[DayKind, CardShown]:
        """What kind of day it is, and its card; an exercise left halfway comes before all else."""
        halfway = facts.unfinished == suggestion.offer.id
        back = self._back.show_facts(None if halfway else facts)
        if halfway:
            return DayKind.ORDINARY, usual(facts, suggestion)
        if back is not None:
            return back.kind, back_again(back, suggestion)
        if facts.first is not None:
            from rewire_app.reports.first_day import first_day

            first = first_day(facts)
            if first is not None:
                cue = second_person(facts.plan.cue) if facts.plan and facts.plan.cue else ""
                return DayKind.FIRST, first_finished(first, cue)
        return DayKind.ORDINARY, usual(facts, suggestion)

    def refresh(self) -> None:
        """Read the day anew."""
        from rewire_app.reports.offered import suggest
        from rewire_app.store import queries as reads

        facts = reads.today(self.context.vault, self.context.today.toordinal())
        self.fill(facts, suggest(facts, other_way(self.context)))
        self._look_at_parts()

    def look_back(self) -> None:
        """Show what the days before and a test say; only now all is open that it needs."""
        if self._card.title and self._card.title == other_way(self.context):
            self.refresh()
        else:
            self._look_at_parts()

    def _look_at_parts(self) -> None:
        looked = (
            self._passed,
            self._week,
            self._hard_days,
            self._nights,
            self._worse,
            self._due,
            self._going,
            self._pattern,
        )
        for part in looked:
            part.look_back()
        self._life.show_sentence(self._kept, self._due.rows)
        self._arrange()

    @property
    def minutes(self) -> int | None:
        """How long the practice takes that the main button begins; None: it does something else."""
        way = self._card.main_way
        return way.minutes if isinstance(way, RunRoute) else None

    def step_back(self, back: bool) -> None:
        """Let Begin be a second button while something else is the main thing."""
        self._card.main_button.set_second(back)

    # acting

    def begin(self) -> None:
        """Do what the main button says."""
        self._card.main_button.click()

    def note_moment(self) -> None:
        """Note a moment of today."""
        self.go.emit(routes.moment(self.context.today))

    def note_evening(self) -> None:
        """Note this evening."""
        self.go.emit(routes.evening(self.context.today))

    def note_night(self) -> None:
        """Note the last night."""
        self._go_journal("night")

    def _note(self, part: str) -> None:
        if part == "evening":
            self.note_evening()
        else:
            self._go_journal(part)

    def _go_journal(self, part: str) -> None:
        if part == "moment":
            self.note_moment()
        else:
            self.go.emit(routes.journal(self.context.today, part))

    # arranging

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything takes the place that the room gives."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        """Give everything the place and size that fit the room; little room is tighter all over."""
        roomy = self.width() >= theme.px(NARROW_PAGE) and self.height() >= theme.px(640)
        falls = not (self._due.isHidden() and self._going.isHidden())
        self._falling.setVisible(falls)
        large = self.width() >= theme.px(LARGE)
        self._between.setVisible((falls and not large) or not self._pattern.isHidden())
        self._card.fit(self.width(), roomy=roomy, dense=falls)
        here = (self.width(), self.height(), theme.scale, falls)
        if here == self._arranged:
            return
        self._arranged = here
        beside = self.width() >= theme.px(NARROW)
        ways = QBoxLayout.Direction
        for pair in (self._sides, self._lower):
            pair.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
            pair.setSpacing(theme.px((S14 if roomy else S8) if beside else S6))
        heights = (S1, S4 + 2, S6) if roomy else (1, S1 + 6, S5)
        for gap, height in zip(self._gaps, heights, strict=True):
            gap.changeSize(0, theme.px(height))
        self._notes.fit(roomy=roomy and not falls)
        self._days.fit(roomy=roomy, large=large)
        self._place_falling(between=large and falls)
        share, other = (448, 388) if roomy else (412, 300)
        for pair in (self._sides, self._lower):
            for place in range(pair.count()):
                pair.setStretch(place, other if place == pair.count() - 1 else share)

    def _place_falling(self, *, between: bool) -> None:
        """What falls due stands between notes and days where there is room for three, else below them."""
        to, other = (self._sides, self._lower) if between else (self._lower, self._sides)
        self._due.stand_beside(pattern=not between)
        if to.indexOf(self._falling) < 0:
            other.removeWidget(self._falling)
            to.insertWidget(1 if between else 0, self._falling)
