"""A day of the journal: the night before, what the evening said, moments and a note. Saves by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from rewire_app.domain.change import Change
from rewire_app.domain.day_words import long_day
from rewire_app.domain.journal.entries import Night
from rewire_app.domain.journal.night_entry import NightTimes, like, usual
from rewire_app.i18n import _
from rewire_app.reports.own_measures import own_values
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.journal_switch import DAY, JournalSwitch
from rewire_app.ui.base.keys import register
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.practised_card import PractisedCard
from rewire_app.ui.base.raising import raise_in_session
from rewire_app.ui.base.routes import Route
from rewire_app.ui.base.saved_line import SavedLine
from rewire_app.ui.journal.ahead_card import AheadCard
from rewire_app.ui.journal.evening_card import EveningSummary
from rewire_app.ui.journal.moments_card import MomentsCard
from rewire_app.ui.journal.night_card import NightCard
from rewire_app.ui.journal.night_draft import NightDraft
from rewire_app.ui.journal.note_card import NoteCard
from rewire_app.ui.journal.note_help import NoteHelp
from rewire_app.ui.journal.note_writing import NoteWriting
from rewire_app.ui.journal.ratings_card import RatingsCard
from rewire_app.ui.journal.step_words import night_changes, night_words
from rewire_app.ui.widgets.autosave import Burst
from rewire_app.ui.widgets.buttons import IconButton, QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import ICON, hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Title
from rewire_app.ui.widgets.theme import S3, theme

NARROW, NARROWEST = 800, 500
USUAL_NIGHTS = 14
"""How many of the newest nights say what is usual."""
BETWEEN = 18
"""Px between the cards of a day."""


class JournalPage(Page):
    """One day at a time; the newest day is today. What is noted is saved as it is noted."""

    topics = frozenset(
        {"days", "nights", "moments", "custom_measures", "custom_ratings", "practices", "notes", "ratings"}
    )
    topics |= AheadCard.topics | {"night_recordings", "profile"}

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._day = context.today
        self._follows = True
        self._shown_already = ""
        self._turns = False
        column = vbox(self._header(), -2, gap=BETWEEN)
        offers = {"like_last": self._last_night, "usual_night": self._usual_night}
        self._night = NightCard(context.clock, lambda: context.settings.day_start, self._keep_night, offers)
        self._night.back.connect(lambda: self.go.emit(routes.TODAY))
        self._night.cleared.connect(self._clear_night)
        self._night_draft = NightDraft(context, self._night)
        self._evening = EveningSummary()
        self._evening.wanted.connect(lambda: self.go.emit(routes.evening(self._day)))
        self._moments = MomentsCard(context)
        self._moments.go.connect(self.go)
        self._ratings = RatingsCard(context)
        self._note = NoteCard()
        self._note.raised.connect(partial(raise_in_session, context))
        self._notes = NoteWriting(context, self._note, partial(self._keep, "notes"))
        self._notes.opened.connect(self.bring_into_sight)
        self._help = NoteHelp(context, self._note, self._notes)
        self._help.go.connect(self.go)
        self._practised = PractisedCard(context)
        self._practised.go.connect(self.go)
        self._notes.tried.connect(lambda kept: self._say_saved(kept=kept))
        self._cards: tuple[Card, ...] = (
            self._night,
            self._evening,
            self._moments,
            self._note,
        )
        for part in self._cards:
            part.setEnabled(False)  # until the day was read: an empty field would be saved over what is there
        self._ahead = AheadCard(context)
        put(column, self._ahead, self._night)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(BETWEEN)
        put(self._sides, wide(self._evening, 392), wide(self._moments, 498))
        put(column, self._sides, self._ratings, self._note, self._practised, stretch())
        self.set_body(column, dense=True, top=26)
        for place, by in enumerate((-1, 1)):
            register("days", self, partial(self._turn, by), only=place)

    def _header(self) -> QBoxLayout:
        across = hbox(-theme.px(ICON), gap=S3)  # the ring around an arrow keeps clear of the title
        self._back = IconButton(_("The day before"), "chevron-left")
        self._back.clicked.connect(lambda: self._turn(-1))
        self._on = IconButton(_("The day after"), "chevron-right")
        self._on.clicked.connect(lambda: self._turn(1))
        self._title = Title("")
        self._switch = JournalSwitch(DAY, lambda: self._day)
        self._switch.went.connect(self.go)
        self._to_today = QuietButton(_("Today"))
        self._to_today.clicked.connect(lambda: self.open(routes.journal(self.context.today)))
        self._saved = SavedLine(self.context.clock)
        put(across, self._back, self._title, self._on, self._to_today, stretch())
        ways = vbox(self._switch, self._saved, gap=0)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(0)
        put(self._head, wide(vbox(across, stretch(), gap=0), 1), ways)
        return self._head

    # days

    def open(self, route: Route) -> None:
        """Show the day that is the part of `route`, and bring what it is at into sight."""
        day, part = min(date.fromisoformat(route.part), self.context.today), route.at
        if not (self.renew() if day == self._day else self._turn_to(day)):
            return
        kind, _slash, uid = part.partition("/")
        if kind == "moment":
            self._show_moment(uid)
            return
        if kind == "note":
            self._notes.bring(uid)
            return
        if kind == "rating":
            self.bring_into_sight(self._ratings)
            return
        places: dict[str, tuple[Card, Callable[[], None]]] = {
            "night": (self._night, self._night.begin),
            "evening": (self._evening, self._evening.button.setFocus),
        }
        if part in places:
            card, begin = places[part]
            begin()
            self.bring_into_sight(card)

    def _show_moment(self, uid: str) -> None:
        """Bring a moment of the day into sight, with the keyboard on it."""
        row = self._moments.row_of(uid)
        if row is not None:
            self.bring_into_sight(row)
            row.change.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn_to(self, day: date) -> bool:
        """Show another day; False when this one is not saved whole, or that one cannot be read."""
        self.leave()
        if not self.loses_nothing:
            return False
        return self._show_other(day)

    def _show_other(self, day: date) -> bool:
        """Show another day, once nothing waits to be saved; False when it cannot be read."""
        before = self._day, self._follows
        self._day, self._follows = day, day == self.context.today
        self._turns = not self._stale
        done = self.renew()
        self._turns = False
        if not done:
            self._day, self._follows = before  # what is on the screen still belongs to it
            return False
        self._saved.say_nothing()
        return True

    @property
    def part(self) -> str:
        """The day that is shown."""
        return self._day.isoformat()

    def turn_day(self, before: date) -> None:
        """A page that showed today goes on to the new one; another day stays."""
        super().turn_day(before)
        if self._follows:
            self._go_on()

    def _go_on(self) -> None:
        """Save what is typed under the day it was typed on, and show today, which is another by now."""
        shown, today, hub = self._day, self.context.today, self.context.hub
        if shown == today or not self._follows:
            return
        self.leave()
        if self.unsaved:
            sentence = _("It is {today} now. This page is still {day}: something here is not kept yet.")
        elif self._show_other(today):
            sentence = _("It is {today} now. What you noted before is saved under {day}.")
        else:
            return
        if self.isVisible():
            hub.said.emit(sentence.format(today=long_day(today, today), day=long_day(shown, today)))

    def _turn(self, days: int) -> None:
        self.open(routes.journal(self._day + timedelta(days=days)))

    def refresh(self) -> None:
        """Read the day anew; what is being typed stays."""
        self._show(self.topics, turned=self._turns)
        for part in self._cards:
            part.setEnabled(True)

    def follow(self, topics: frozenset[str]) -> None:
        """Read only what changed, and not what the card that wrote it shows already."""
        with self.context.hub.telling():
            self._show(topics - {self._shown_already})
            if not self._shown_already and topics & {"days", "nights", "notes"}:
                self._saved.say_nothing()  # it was taken back or changed elsewhere
            return
        self.mark_stale()

    def _show(self, topics: frozenset[str], *, turned: bool = False) -> None:
        """Read what `topics` name, all of it before any of it is shown.

        `turned`: only the day is another; what lies ahead of today is as it was.
        """
        store, day, newest = self.context.store, self._day, self.context.today
        today = day == newest
        parts: list[Callable[[], None]] = []
        if "nights" in topics:
            parts.append(partial(self._night.show_night, day, store.nights.get(day), today=today))
            parts.append(partial(self._night_draft.show_day, day, self._night_draft.read(day)))
        if "night_recordings" in topics:
            parts.append(partial(self._night.show_recordings, store.night_recordings.for_day(day)))
        if topics & {"days", "custom_measures", "custom_ratings"}:
            entry = store.days.get(day)
            parts.append(partial(self._evening.show_day, entry, own_values(store, day)))
        if topics & {"days", "notes"}:
            parts.append(partial(self._notes.show_day, day, self._notes.read(day)))
        if topics & {"moments", "profile", "practices"}:
            parts.append(partial(self._moments.show_day, day, *self._moments.read(day)))
        if "ratings" in topics:
            parts.append(partial(self._ratings.show_ratings, self._ratings.read(day)))
        if "practices" in topics:
            parts.append(partial(self._practised.show_lines, self._practised.read(day)))
        if topics & self._ahead.topics and not turned:
            parts.append(partial(self._ahead.show_found, self._ahead.read(topics)))
        for show in parts:
            show()
        self._title.setText(long_day(day, newest))
        self._on.setEnabled(day < newest)
        self._to_today.setVisible(day < newest)

    def leave(self) -> None:
        """Whatever was typed is saved before another page or day is shown."""
        self._night.flush()
        self._notes.end()
        self._night_draft.now()

    @property
    def unsaved(self) -> bool:
        """Whether something noted could not be saved yet, or a night is half told."""
        return self._night_waits or self._notes.unsaved

    @property
    def _night_waits(self) -> bool:
        return self._night.unsaved or self._night.half_told is not None

    @property
    def loses_nothing(self) -> bool:
        """Only what was said of a night waits as a draft."""
        drafts = [self._night_draft.now(), not self._help.unheld]
        return all(drafts) and not self._notes.unsaved and not self._night.unsaved

    @property
    def waiting(self) -> str:
        """What is not saved yet."""
        return (
            _("the night")
            if self._night_waits
            else _("what you noted on {day}").format(day=long_day(self._day, self.context.today))
        )

    def show_waiting(self) -> str:
        """The night, else the note comes into sight."""
        self.bring_into_sight(self._night if self._night_waits else self._note)
        if self._night_waits and self.loses_nothing:
            return _("A night in the Journal is not kept yet. Close once more to leave: it waits here.")
        return ""

    # keeping

    def _keep(self, topic: str, what: str, burst: Burst, write: Callable[[], Change]) -> bool:
        """Save what its card shows already; neighbours of one `burst` are one step to undo."""
        self._shown_already = topic
        try:
            return self.context.hub.keep(what, burst, write)
        finally:
            self._shown_already = ""

    def _keep_night(self, night: Night) -> bool:
        nights, kept = self.context.store.nights, False
        with self.context.hub.telling():
            changed = night_changes(nights.get(self._day), night)
            burst, words = Burst(of=f"night {changed}"), night_words(changed, night)
            kept = self._keep("nights", words, burst, partial(nights.put, night))
        self._say_saved(kept=kept)
        return kept

    def _usual_night(self) -> NightTimes | None:
        with self.context.hub.telling():
            return usual(self.context.store.nights.recent(USUAL_NIGHTS), self.context.clock)
        return None

    def _last_night(self) -> NightTimes | None:
        with self.context.hub.telling():
            before = self.context.store.nights.before(self._day)
            return None if before is None else like(before, self.context.clock)
        return None

    def _clear_night(self, uid: str) -> None:
        self.context.hub.do(_("night removed"), self.context.store.nights.remove, uid)

    def _say_saved(self, *, kept: bool) -> None:
        self._saved.say(kept=kept and not any(part.unsaved for part in (self._night, self._notes)))

    def arrive(self) -> None:
        """Whoever comes back from another page finds the notes as they read."""
        if self._notes.let_go():
            self.mark_stale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Evening and moments stand below each other when there is little room."""
        ways = QBoxLayout.Direction
        wide = self.width() >= theme.px(NARROW)
        for row in (self._sides, self._head):
            row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._head.setSpacing(0 if wide else S3)
        self._night.set_narrow(self.width() < theme.px(NARROWEST))
        self._moments.set_narrow(self.width() < theme.px(NARROWEST))
        super().resizeEvent(event)
