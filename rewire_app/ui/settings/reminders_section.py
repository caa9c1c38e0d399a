"""Reminders in Settings: one for each plan, the evening and the night, quiet hours, and where they show."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from rewire_app.desktop.reminder_file import new_id
from rewire_app.desktop.tray import there_is_a_tray
from rewire_app.domain.journal.entries import Plan
from rewire_app.domain.plan_parts import second_person
from rewire_app.domain.reminder_words import asked_for, buttons, notice_title
from rewire_app.domain.reminders import (
    EVERY_DAY,
    PassedBy,
    QuietHours,
    Reminder,
    ReminderKind,
    chosen,
)
from rewire_app.i18n import _
from rewire_app.reports.plan_times import threads
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.preference_control import control_for
from rewire_app.ui.base.reminder_book import keep_threads, resting
from rewire_app.ui.settings.autostart_row import AutostartRow
from rewire_app.ui.settings.reminder_row import ReminderRow
from rewire_app.ui.settings.rows import SettingRow
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.fields import TimeField
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import clear, hbox, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Second, Strong
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, theme

PRACTICE_AT, EVENING_AT, NIGHT_AT = 17 * 60 + 30, 20 * 60 + 45, 8 * 60
"""What stands there at first, minutes of the day."""

NARROW = 600
"""Px of text below which the sample stands under the switches."""

TIME_WIDTH = 92


class RemindersSection(QWidget):
    """Every change is kept at once. `go(Route)`: a plan is to be made first."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._showing = False
        self._gaps: list[tuple[QHBoxLayout, int]] = []
        self.rows: dict[str, ReminderRow] = {}
        self._made_for: tuple[Plan, ...] | None = None
        self._every = Card(padding=(27, 6))
        self._every_body = QVBoxLayout()
        nest(self._every.body, self._every_body)
        self.quiet_from = TimeField(_("Quiet hours begin at"), show_label=False)
        self.quiet_to = TimeField(_("Quiet hours end at"), show_label=False)
        for field in (self.quiet_from, self.quiet_to):
            field.changed.connect(self._change_quiet)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(S3)
        put(self._sides, wide(self._where(), 372), wide(self._sample(), 278))
        column = vbox(
            Second(_("Off until you choose one. Days without a reminder cost nothing.")), on=self, gap=0
        )
        put(column, S3 + 2, self._every, S3 + 2, self._sides)
        context.reminders.changed.connect(self._follow)
        self.restyle()

    def _where(self) -> Card:
        card = Card(padding=(22, 6))
        hours = QWidget()
        across = self._apart(hbox(self.quiet_from, Second(_("to"), wrap=False), self.quiet_to, on=hours), S2)
        across.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        card.body.addWidget(SettingRow(_("Quiet hours"), _("Nothing is shown in them"), hours))
        tray = control_for(self._context.preferences, "tray")
        there = there_is_a_tray()
        words = _("For a quick moment or a lock. Closing the window then leaves Rewire there.")
        if not there:
            words = _("This desktop has no tray now, so no icon is shown and no window is hidden.")
        put(card.body, Divider(), SettingRow(_("Icon in the tray"), words, tray))
        put(card.body, Divider(), AutostartRow(self._context))
        return card

    def _sample(self) -> Card:
        card = Card(padding=(20, 16), name=_("This is all it says"))
        one = PassedBy(id="", kind=ReminderKind.PRACTICE, day=self._context.today, minute=PRACTICE_AT)
        inner = Card(padding=(14, 12))
        self._sample_words = [Strong(notice_title()), Second(asked_for([one]))]
        self._sample_buttons = [Strong(text, role="second_strong", wrap=False) for text in buttons()]
        name, said = self._sample_words
        head = self._apart(hbox(Glyph("clock", 20, role="ink2", folder="icons"), wide(name, 1)), S2)
        acts = self._apart(hbox(*self._sample_buttons, stretch()), S4)
        put(inner.body, head, S1, said, S1, acts)
        title = Strong(_("This is all it says"), role="second_strong", ink="ink2")
        put(card.body, title, S3, inner, S3, Second(_("No name, no exercise, no sound.")), stretch())
        return card

    def _apart(self, across: QHBoxLayout, gap: int) -> QHBoxLayout:
        """Keep what is in `across` `gap` px of the design apart, whatever the size of text."""
        self._gaps.append((across, gap))
        return across

    # showing

    def refresh(self) -> None:
        """Show a row for each plan that holds, and what is chosen; raises a StoreError."""
        store = self._context.store
        plans = tuple(store.plans.holding(self._context.today))
        if plans != self._made_for:
            self._made_for = plans
            focus = self.window().focusWidget() or self
            here = next((key for key, row in self.rows.items() if row.isAncestorOf(focus)), "")
            self._make_rows(plans)
            if here in self.rows:
                self.rows[here].switch.setFocus(Qt.FocusReason.OtherFocusReason)
        self._thread_ids = {thread: name for name, thread in threads(store).items()}
        self._follow()

    def _make_rows(self, plans: tuple[Plan, ...]) -> None:
        clear(self._every_body)
        self.rows = {}
        for plan in plans:
            days = plan.weekdays or EVERY_DAY
            row = ReminderRow(_("Practice"), self._plan_words(plan), weekdays=days, minute=PRACTICE_AT)
            self._add(plan.thread, ReminderKind.PRACTICE, row)
        if not plans:
            make = SecondButton(_("Make a plan"))
            make.clicked.connect(lambda: self.go.emit(routes.settings("plan")))
            self._every_body.addWidget(SettingRow(_("Practice"), _("A plan can have a reminder"), make))
        evening = ReminderRow(
            _("Evening check"), _("About one minute"), weekdays=EVERY_DAY, minute=EVENING_AT
        )
        night = ReminderRow(
            _("Night"), _("In the morning, about 20 seconds"), weekdays=EVERY_DAY, minute=NIGHT_AT
        )
        self._add(ReminderKind.EVENING.value, ReminderKind.EVENING, evening)
        self._add(ReminderKind.NIGHT.value, ReminderKind.NIGHT, night)

    def _add(self, key: str, kind: ReminderKind, row: ReminderRow) -> None:
        if self._every_body.count():
            self._every_body.addWidget(Divider())
        self._every_body.addWidget(row)
        self.rows[key] = row
        row.chosen.connect(partial(self._change, key, kind))

    def _plan_words(self, plan: Plan) -> str:
        library = self._context.library
        what = library.title(plan.exercise) if plan.exercise else _("Any exercise")
        if not plan.cue:
            return what
        return _("{what}, after you {cue}").format(what=what, cue=second_person(plan.cue))

    def _follow(self) -> None:
        """Show what is chosen now."""
        reminders = self._context.reminders.now
        for words, ink in zip(self._sample_words, ("ink", "ink2"), strict=True):
            words.set_ink(ink if reminders.every else "ink3")
        for one in self._sample_buttons:
            one.set_ink("primaryText" if reminders.every else "ink3")
        for key, row in self.rows.items():
            known = self._chosen(key)
            row.show_chosen(known.weekdays if known else None, known.minute if known else 0, reminders.quiet)
        self._showing = True
        for field, minute in (
            (self.quiet_from, reminders.quiet.first),
            (self.quiet_to, reminders.quiet.last),
        ):
            if not field.line.hasFocus():
                field.set_value(minute)
        self._showing = False

    def _chosen(self, key: str) -> Reminder | None:
        """The reminder in the row `key`: a thread of plans, or the evening or the night."""
        every = self._context.reminders.now.every
        if key in (ReminderKind.EVENING, ReminderKind.NIGHT):
            return next((one for one in every if one.kind == key), None)
        name = self._thread_ids.get(key)
        return next((one for one in every if one.id == name), None)

    # keeping

    def _change(self, key: str, kind: ReminderKind, weekdays: int | None, minute: int) -> None:
        book, now = self._context.reminders, self._context.clock.now()
        known = self._chosen(key)
        if weekdays is None:
            if known is not None and not book.put(book.now.without(known.id)):
                self._follow()
            return
        if known is not None and (known.weekdays, known.minute) == (weekdays, minute):
            return
        name = known.id if known is not None else self._name(key, kind)
        if not name:
            self._follow()
            return
        wanted = book.now.put(chosen(name, kind, weekdays, minute, now))
        with self._context.hub.telling():
            wanted = resting(self._context.store, wanted, now.wall.date(), now)
        if not book.put(wanted):
            self._follow()

    def _name(self, key: str, kind: ReminderKind) -> str:
        """A random id, which for a plan is kept among the notes; "" where that could not be."""
        if kind is not ReminderKind.PRACTICE:
            return new_id()
        if key in self._thread_ids:
            return self._thread_ids[key]
        with self._context.hub.telling():
            name, kept = new_id(), threads(self._context.store)
            keep_threads(self._context.store, {**kept, name: key})
            self._thread_ids[key] = name
            return name
        return ""

    def _change_quiet(self, _value: object = None) -> None:
        first, last = self.quiet_from.value(), self.quiet_to.value()
        if self._showing or first is None or last is None:
            return
        book = self._context.reminders
        if not book.put(replace(book.now, quiet=QuietHours(first=first, last=last))):
            self._follow()

    # arranging

    def restyle(self) -> None:
        """Take over new sizes."""
        for across, gap in self._gaps:
            across.setSpacing(theme.px(gap))
        ways = QBoxLayout.Direction
        roomy = self.width() >= theme.px(NARROW)
        self._sides.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        for field in (self.quiet_from, self.quiet_to):
            field.setFixedWidth(theme.px(TIME_WIDTH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sample stands under the switches where there is little room."""
        self.restyle()
        super().resizeEvent(event)
