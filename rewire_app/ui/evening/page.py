"""The evening check of one day: six rows, and the way back at its end. Saves as it is answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from rewire_app.domain.change import Change
from rewire_app.domain.day_words import long_day
from rewire_app.domain.journal.entries import DayEntry
from rewire_app.i18n import _
from rewire_app.store.diary_queries import rows_asked
from rewire_app.ui.base import routes
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.keys import pressed
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.base.saved_line import SavedLine
from rewire_app.ui.evening.before import evening_before
from rewire_app.ui.evening.check_card import CheckCard
from rewire_app.ui.evening.custom_ratings import CustomRatingsPart
from rewire_app.ui.evening.day_fields import DayFields
from rewire_app.ui.widgets.autosave import Burst
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.layout import CHEVRON, hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import BesideTitle, Second, Title
from rewire_app.ui.widgets.theme import S1, S3, S4, theme
from rewire_app.ui.widgets.unfold import LinkButton

NARROW = 620
"""Px of text across below which what stands side by side at both ends of the page stands in lines."""
FROM_HOUR = 18
"""The hour from which it is the evening that is asked about."""


class EveningPage(Page):
    """One day, which stays until another is asked for; the one before is told once this one is answered."""

    topics = frozenset({"days", "custom_measures", "custom_ratings", "diary_rows"})
    above: ClassVar[Route | None] = routes.JOURNAL

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._day = context.today
        self._before: DayEntry | None = None
        self._shown_already = ""
        self._own = CustomRatingsPart(context, partial(self._keep, "custom_ratings"))
        self.card = CheckCard(self._own)
        self.card.counted.connect(self._tell)
        self.card.setEnabled(False)  # until the day was read: an answer would be saved over what is there
        self._fields = DayFields(context, self.card, partial(self._keep, "days"))
        self._fields.tried.connect(lambda kept: self._saved.say(kept=kept and not self._own.unsaved))
        self._head, self._foot = (QBoxLayout(QBoxLayout.Direction.LeftToRight) for _end in range(2))
        self._to_diary = LinkButton(_("Fill in the diary card"), icon="table")
        self._to_diary.clicked.connect(lambda: self.go.emit(routes.fill_diary(self._day)))
        self._to_diary.hide()
        column = vbox(self._first_line(), self._head, 10, self.card, stretch(), S4, self._foot, gap=0)
        self._title, self._when = Title(_("Evening check")), BesideTitle("")
        put(self._head, self._title, wide(self._when, 1))
        self._noted, self._other = Second(""), Second("")
        self._done = MainButton("", large=True)
        self._done.clicked.connect(lambda: self.go.emit(self._back_to))
        put(self._foot, wide(vbox(self._noted, self._other, gap=0), 1), self._to_diary, self._done)
        self.set_body(column, dense=True, top=15, linked=False)

    def _first_line(self) -> QBoxLayout:
        """The way back, and that it is saved."""
        self._links = {one: BackLink(one) for one in (routes.TODAY, routes.JOURNAL)}
        for link in self._links.values():
            link.clicked.connect(lambda: self.go.emit(self._back_to))
        self._saved = SavedLine(self.context.clock)
        links = hbox(-theme.px(CHEVRON), *self._links.values(), gap=0)
        return hbox(links, stretch(), self._saved, gap=S3)

    @property
    def _back_to(self) -> Route:
        """Today, or the day of the Journal that was looked at."""
        return routes.TODAY if self._day == self.context.today else routes.journal(self._day)

    @property
    def way_up(self) -> Route | None:
        """Where the link at the top leads."""
        return self._back_to

    @property
    def part(self) -> str:
        """The day that is shown."""
        return self._day.isoformat()

    # days

    def open(self, route: Route) -> None:
        """Ask about the day that is the part of `route`, unless something of another is not saved."""
        day = min(date.fromisoformat(route.part), self.context.today) if route.part else self.context.today
        self.leave()
        if day != self._day and self.unsaved:
            return
        before, self._day = self._day, day
        if not self.renew():
            self._day = before
            return
        if day != before:
            self._saved.say_nothing()
        self.card.begin()

    def refresh(self) -> None:
        """Read the day anew; what is being typed stays."""
        self._show(self.topics)
        self.card.setEnabled(True)

    def follow(self, topics: frozenset[str]) -> None:
        """Read only what changed, and not what is shown already."""
        with self.context.hub.telling():
            self._show(topics - {self._shown_already})
            if not self._shown_already:
                self._saved.say_nothing()
            return
        self.mark_stale()

    def _show(self, topics: frozenset[str]) -> None:
        """Read what `topics` name, all of it before any of it is shown."""
        days, parts = self.context.store.days, list[Callable[[], None]]()
        if topics & {"custom_measures", "custom_ratings"}:
            parts.append(partial(self._own.show_day, self._day, *self._own.read(self._day)))
        if "days" in topics:
            parts.append(partial(self._fields.show_day, self._day, days.get(self._day)))
            self._before = days.get(self._day - timedelta(days=1))
        if "diary_rows" in topics:
            parts.append(partial(self._to_diary.setVisible, rows_asked(self.context.vault)))
        for show in parts:
            show()
        today = self._day == self.context.today
        for route, link in self._links.items():
            link.setVisible((route == routes.TODAY) == today)
        self._done.setText(_("Done, back to Today") if today else _("Done, back to the Journal"))
        early = today and self.context.clock.now().wall.hour in range(
            self.context.settings.day_start, FROM_HOUR
        )
        day = long_day(self._day, self.context.today)
        words = _("{day}. For the evening; you can fill it now.") if early else _("{day}, about a minute")
        self._when.setText(words.format(day=day))
        self._tell()

    def _tell(self) -> None:
        """How much is noted, and the evening before once this one is answered."""
        words = _("{n} of {all} noted. Any of them can stay open.")
        self._noted.setText(words.format(n=self.card.answered, all=self.card.asked))
        yesterday = self._day == self.context.today
        self._other.setText(evening_before(self._before, shown=self.card.rated, yesterday=yesterday))

    # keeping

    def leave(self) -> None:
        """Whatever was typed is saved before something else is shown."""
        for part in (self._fields, self._own):
            part.flush()

    @property
    def unsaved(self) -> bool:
        """Whether something noted could not be saved yet."""
        return self._fields.unsaved or self._own.unsaved

    @property
    def waiting(self) -> str:
        """What is not saved yet."""
        return _("what you noted on {day}").format(day=long_day(self._day, self.context.today))

    def show_waiting(self) -> str:
        """The card comes into sight."""
        self.bring_into_sight(self.card)
        return ""

    def _keep(self, topic: str, what: str, burst: Burst, write: Callable[[], Change]) -> bool:
        """Save what the card shows already; neighbours of one `burst` are one step to undo."""
        self._shown_already = topic
        try:
            return self.context.hub.keep(what, burst, write)
        finally:
            self._shown_already = ""

    # keys and room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is Done, also behind the words of a good moment: they are saved by then."""
        if pressed(event, "main"):
            self._done.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Little room puts below what stands beside."""
        ways, flag = QBoxLayout.Direction, Qt.AlignmentFlag
        roomy = self.width() >= theme.px(NARROW)
        for row in (self._head, self._foot):
            row.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
            row.setSpacing(theme.px(S4 if roomy else S1))
        self._head.setAlignment(self._when, flag.AlignBottom if roomy else flag.AlignTop)
        # Else a line with the button below is no wider than it, and Qt makes room for more lines of words.
        self._foot.setAlignment(self._done, flag.AlignTrailing if roomy else flag.AlignLeading)
        self.card.fit(self.width())
        super().resizeEvent(event)
