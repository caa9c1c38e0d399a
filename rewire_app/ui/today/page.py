"""Today: one practice to begin, the notes of the day, the last fourteen days, and a plan for real life."""

from __future__ import annotations

from datetime import date
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from rewire_app.domain.amounts import hours_minutes
from rewire_app.domain.day_words import day_words, weekday_letter
from rewire_app.domain.plan_parts import second_person
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import CUSTOM_TOPICS, Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.charts.fortnight import Fortnight, FortnightDay, LegendMark
from rewire_app.ui.today.experiment_line import WeekLine
from rewire_app.ui.today.hard_days_card import HardDaysPlace
from rewire_app.ui.today.words import greeting, last_moment
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import QUIET, QUIET_END, hbox, hung, put, stretch, vbox, wide
from rewire_app.ui.widgets.pacer_blocks import StillPacer
from rewire_app.ui.widgets.room import NARROW_PAGE
from rewire_app.ui.widgets.rows import FactRow
from rewire_app.ui.widgets.text import CardTitle, Heading, Lead, Second, Small, Title
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5, S6, S8, S14, theme

if TYPE_CHECKING:
    from rewire_app.domain.journal.entries import Intention
    from rewire_app.reports.offered import Suggestion
    from rewire_app.store.queries import Today

ASK_AFTER_DAYS = 3
NARROW, NARROWEST = 760, 470


class TodayPage(Page):
    """The first page. It is painted before the notes are open, and filled as soon as they are."""

    topics = CUSTOM_TOPICS | {
        "practices", "days", "nights", "moments", "plans", "pauses", "intentions", "profile",
    }  # fmt: skip

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._route = routes.PRACTICE
        self._intention: Intention | None = None
        self._breathes = True
        self._arranged: tuple[bool, bool, int] | None = None
        column = vbox(gap=0)
        self._date = Second("", role="second")
        self._hello = Title("")
        column.addWidget(self._date)
        self._above_hello = QSpacerItem(0, S1)
        column.addItem(self._above_hello)
        self._by_state = QuietButton(_("What is strongest right now?"))
        self._by_state.clicked.connect(lambda: self.go.emit(routes.STATE))
        greeted = hbox(
            wide(self._hello, 1),
            wide(self._by_state, 0, Qt.AlignmentFlag.AlignVCenter),
            -theme.px(QUIET_END),
            gap=S3,
        )
        column.addLayout(greeted)
        self._above_card, self._above_notes = QSpacerItem(0, S5), QSpacerItem(0, S8)
        column.addItem(self._above_card)
        self._week = WeekLine(context)
        self._week.go.connect(self.go)
        column.addWidget(self._week)
        self._hard_days = HardDaysPlace(context)
        self._hard_days.go.connect(self.go)
        put(column, self._hard_days, self._practice_card())
        column.addItem(self._above_notes)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        put(self._sides, wide(self._notes(), 448), wide(self._days(), 388))
        column.addLayout(self._sides)
        self._below = QVBoxLayout()
        put(column, self._below, S6, self._real_life(), stretch())
        self.set_body(column, top=39)
        self._say_day()

    # building

    def _practice_card(self) -> QWidget:
        card = Card()
        across = QHBoxLayout()
        text = vbox(gap=0)
        self._kind = Second(_("Today’s practice"))
        self._name = CardTitle("")
        self._line = Lead("")
        put(text, self._kind, S1 + 2, self._name, S1, self._line)
        self._above_begin = QSpacerItem(0, S6)
        text.addItem(self._above_begin)
        self._buttons = buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._begin = MainButton(_("Begin"), icon="play", large=True)
        self._begin.clicked.connect(self._go_practise)
        self._other = QuietButton(_("Choose another"))
        self._other.clicked.connect(lambda: self.go.emit(routes.PRACTICE))
        for button in (self._begin, self._other):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        buttons.addStretch(1)
        text.addLayout(buttons)
        self._cue = QWidget()
        cue = hbox(
            wide(Glyph("flag", 18, role="ink2", folder="icons"), 0, Qt.AlignmentFlag.AlignTop),
            on=self._cue,
            gap=S2,
            margins=(0, S5, 0, 0),
        )
        self._cue_text = Small("")
        cue.addWidget(self._cue_text, 1)
        text.addWidget(self._cue)
        self._text = text
        column = vbox(text, stretch())
        across.addLayout(column, 1)
        self._still = StillPacer(200)
        self._glyph = Glyph("b-paced", 150)
        self._glyph.hide()
        for picture in (self._still, self._glyph):
            across.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(across)
        self._card = card
        self._begin.setEnabled(False)
        self._cue.hide()
        return card

    def _notes(self) -> QVBoxLayout:
        column = vbox(Heading(_("Notes for today")), gap=0)
        self._above_rows = QSpacerItem(0, S2)
        column.addItem(self._above_rows)
        self._evening = FactRow(_("Evening"), _("Note"))
        self._sleep = FactRow(_("Sleep"), _("Note"))
        self._stress = FactRow(_("Stress"), _("Note"))
        self._moments = FactRow(_("Moments"), _("Add"))
        parts = (
            (self._sleep, "night"),
            (self._stress, "stress"),
            (self._moments, "moment"),
            (self._evening, "evening"),
        )
        for number, (row, part) in enumerate(parts):
            if number:
                column.addWidget(Divider())
            row.clicked.connect(lambda part=part: self._go_journal(part))
            column.addLayout(hung(row, end=QUIET_END))
        self._rows = tuple(row for row, _part in parts)
        column.addStretch(1)
        return column

    def _days(self) -> QVBoxLayout:
        column = vbox(Heading(_("Last 14 days")), S5, gap=0)
        self._strip = Fortnight()
        put(column, self._strip, S5)
        self._practised = self._legend(column, "practice")
        self._noted = self._legend(column, "reactivity")
        column.addStretch(1)
        return column

    def _legend(self, column: QVBoxLayout, series: str) -> Small:
        across = hbox(gap=S2)
        text = Small("")
        put(across, wide(LegendMark(series), 0, Qt.AlignmentFlag.AlignVCenter), wide(text, 1))
        put(column, across, S2)
        return text

    def _real_life(self) -> QWidget:
        self._plan_row = QWidget()
        down = vbox(Divider(), on=self._plan_row, gap=S4)
        across = hbox(wide(Glyph("patterns", 36, folder="icons"), 0, Qt.AlignmentFlag.AlignTop), gap=S4)
        text = vbox(gap=0)
        self._sentence = Second("", role="strong", ink="ink")
        self._asked = Second("")
        put(text, self._sentence, self._asked)
        across.addLayout(text, 1)
        put(down, across, -S3)
        self._answers = Flow(gap=S2)
        for words, value in (
            (_("It came, and I did it"), "used"),
            (_("It came, I did something else"), "came"),
            (_("Not yet"), "not yet"),
        ):
            button = QuietButton(words)
            button.clicked.connect(lambda _on=False, value=value: self._recall(value))
            self._answers.add(button)
        beside = QHBoxLayout()
        beside.addSpacing(theme.px(36) + S4 - theme.px(QUIET))  # the answers begin under the sentence
        beside.addWidget(self._answers, 1)
        down.addLayout(beside)
        self._plan_row.hide()
        return self._plan_row

    # filling

    def _say_day(self) -> None:
        now = self.context.clock.now()
        self._date.setText(day_words(self.context.today, week_day=True))
        self._hello.setText(greeting(now.wall.hour))

    def fill(self, facts: Today, suggestion: Suggestion) -> None:
        """Show what was read; `suggestion` is today's practice."""
        self._stale = False
        self._say_day()
        self._fill_practice(facts, suggestion)
        self._fill_notes(facts)
        peaks = [peak for _day, peak in facts.moment_peaks if peak is not None]
        typical = _("{n}, typical peak {peak:.0f} of 10")
        count = len(facts.moment_peaks)
        moments = ngettext("{n} moment", "{n} moments", count).format(n=count)
        if peaks:
            moments = typical.format(n=moments, peak=median(peaks))
        if facts.practised:
            practised = _("Practised on {n} of 14 days. Gaps are normal.").format(n=len(facts.practised))
        else:
            practised = _("No practice noted in these 14 days. That is fine.")
        self._practised.setText(practised)
        self._noted.setText(moments if count else _("No moments noted"))
        noted = {day for day, _peak in facts.moment_peaks}
        self._strip.set_days(
            [
                FortnightDay(
                    letter=weekday_letter(date.fromordinal(day)),
                    practised=day in facts.practised,
                    moment=day in noted,
                )
                for day in range(facts.day - 13, facts.day + 1)
            ]
        )
        self._fill_intention(facts)
        if self.isVisible() and self.window().focusWidget() is None:
            self._begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_practice(self, facts: Today, suggestion: Suggestion) -> None:
        plan, offer = facts.plan, suggestion.offer
        if facts.unfinished == offer.id:
            self._kind.setText(_("Where you left off"))
            self._begin.setText(_("Go on"))
            self._route = routes.RESUME
        else:
            self._kind.setText(_("Today’s practice"))
            minutes = suggestion.minutes
            self._begin.setText(
                ngettext("Begin, {n} minute", "Begin, {n} minutes", minutes).format(n=minutes)
            )
            self._route = routes.run(offer.id, minutes=minutes)
        self._name.setText(offer.title)
        self._line.setText(offer.summary)
        self._begin.setEnabled(True)
        self._breathes = offer.id == "b-paced"
        self._glyph.set_name(offer.glyph)
        self._arrange()
        words = ""
        if facts.pause:
            words = _("Your plan is paused. Practise if you like.")
        elif plan and plan.cue:
            words = _("Your plan: after you {cue}").format(cue=second_person(plan.cue))
        elif plan:
            words = ngettext("Your plan: {n} day a week", "Your plan: {n} days a week", plan.per_week).format(
                n=plan.per_week
            )
        self._cue_text.setText(words)
        self._cue.setVisible(bool(words))

    def _fill_notes(self, facts: Today) -> None:
        if facts.asleep_min is not None and facts.in_bed_min:
            share = round(100 * facts.asleep_min / facts.in_bed_min)
            slept = _("{time} asleep").format(time=hours_minutes(facts.asleep_min))
            self._sleep.show_fact(slept, _("{n}% of the time in bed").format(n=share), _("Edit"))
        else:
            self._sleep.show_fact(_("Not noted yet"), "", _("Note"), noted=False)
        for row, value in ((self._stress, facts.stress), (self._evening, facts.reactivity)):
            if value is None:
                row.show_fact(_("Not noted yet"), "", _("Note"), noted=False)
            else:
                words = _("Reacted {n} of 10") if row is self._evening else _("{n} of 10")
                row.show_fact(words.format(n=value), "", _("Edit"))
        if facts.moment_count:
            today = ngettext("{n} today", "{n} today", facts.moment_count).format(n=facts.moment_count)
            self._moments.show_fact(today, last_moment(facts), _("Add"))
        else:
            self._moments.show_fact(_("None noted today"), "", _("Add"), noted=False)

    def _fill_intention(self, facts: Today) -> None:
        self._intention = kept = facts.intention
        self._plan_row.setVisible(kept is not None)
        if kept is None:
            return
        due = facts.day - kept.day.toordinal() >= ASK_AFTER_DAYS
        self._sentence.setText(kept.text)
        self._asked.setText(_("Did the moment come?") if due else _("Your sentence for real life"))
        self._answers.setVisible(due)

    def refresh(self) -> None:
        """Read the day anew."""
        from rewire_app.reports.offered import suggest
        from rewire_app.store import queries as reads

        facts = reads.today(self.context.vault, self.context.today.toordinal())
        self.fill(facts, suggest(facts))
        self.look_back()

    def look_back(self) -> None:
        """Show what the days before and the weeks of a test say; only now all is open that it needs."""
        self._week.look_back()
        self._hard_days.look_back()

    # acting

    def _go_practise(self) -> None:
        self.go.emit(self._route)

    def _go_journal(self, part: str) -> None:
        self.go.emit(routes.journal(self.context.today, part))

    def _recall(self, value: str) -> None:
        from dataclasses import replace

        from rewire_app.domain.journal.entries import IntentionOutcome

        if self._intention is None:
            return
        context = self.context
        answered = replace(self._intention, recalled=IntentionOutcome(value), recalled_day=context.today)
        context.hub.do(_("answer kept"), context.store.intentions.edit, answered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The fortnight moves below the notes when there is little room."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        """Give everything the place and size that fit the width; narrow is tighter all over."""
        room, wide = self.width() >= theme.px(680), self.width() >= theme.px(NARROW_PAGE)
        beside = self.width() >= theme.px(NARROW)
        self._still.set_size(200 if wide else 138)
        ways = QBoxLayout.Direction
        stacked = self.width() < theme.px(NARROWEST)
        self._buttons.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._still.setVisible(room and self._breathes)
        self._glyph.setVisible(room and not self._breathes)
        if (wide, beside, theme.scale) == self._arranged:
            return
        self._arranged = (wide, beside, theme.scale)
        self._sides.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._sides.setSpacing((S14 if wide else S8) if beside else S6)
        pads = (41, 30, 55, 31) if wide else (29, 25, 35, 25)
        self._card.body.setContentsMargins(*(theme.px(pad) for pad in pads))
        for space, roomy, tight in (
            (self._above_hello, S1, 1),
            (self._above_card, S5, 14),
            (self._above_notes, 30, 22),
            (self._above_begin, S6 + 1, 17),
            (self._above_rows, 6, S1),
        ):
            space.changeSize(0, theme.px(roomy if wide else tight))
        self._name.set_role("card_title" if wide else "card_title_small")
        self._line.set_role("lead" if wide else "body")
        self._begin.set_large(wide)
        self._buttons.setSpacing(S3 if wide else S2)
        for row in self._rows:
            row.set_tight(not wide)
        for place, share in enumerate((448, 388) if wide else (412, 300)):
            self._sides.setStretch(place, share)
        (self._text if wide else self._below).addWidget(self._cue)
