"""A pause to write or change: its first and last day, why, and which days it changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal

from rewire_app.domain.day_words import day_words
from rewire_app.domain.journal.entries import Pause
from rewire_app.domain.journal.pausing import AHEAD, effect_words
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import FormDraft
from rewire_app.ui.widgets.date_field import DateField
from rewire_app.ui.widgets.form_card import FormCard
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.question import Question
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S2, S4

REASON, FIRST, LAST = "reason", "first", "last"


class PauseDay(DateField):
    """A day as its ordinal, or nothing: any that was, or one of the year to come."""

    def __init__(self, label: str, today: Callable[[], date], hint: str = "") -> None:
        self._now = today
        super().__init__(label, lambda: today() + AHEAD, hint)

    def _sentence(self) -> str:
        return _("Use a day such as {day}.").format(day=day_words(self._now(), year=True))

    def open_calendar(self) -> None:
        """Show the calendar below the field, at the present month where nothing is chosen."""
        if self.value() is None:
            self.set_value(self._now().toordinal())
        super().open_calendar()


class PauseForm(FormCard):
    """A new pause, or `pause` again. `others`: the pauses there are beside it. `name`: its uid.

    `typed_on()`: something was typed or chosen.
    """

    typed_on = Signal()

    def __init__(
        self, context: Context, uid: str, pause: Pause | None = None, others: Sequence[Pause] = ()
    ) -> None:
        why = Question(key=REASON, label=_("What for?"), hint=_("If you like: ill, on holiday"))
        super().__init__([why], padding=(29, 25))
        self._context, self.name, self.pause, self._others = context, uid, pause, others
        title = _("Change this pause") if pause is not None else _("A pause")
        self.setAccessibleName(title)
        self.first = PauseDay(_("From"), lambda: context.today)
        hint = _("Empty while it goes on.")
        self.last = PauseDay(_("To, that day included"), lambda: context.today, hint)
        for field in (self.first, self.last):
            field.kept = True
        self._effect = Second("")
        self.body.setSpacing(S4)
        told = vbox(self._effect, S2, self.buttons(_("Keep this pause"), uid if pause else ""), gap=0)
        put(self.body, Heading(title), self.first, self.last, self.form.field(REASON), told)
        self.first.set_value(pause.from_day.toordinal() if pause else None)
        self.last.set_value(pause.to_day.toordinal() if pause and pause.to_day else None)
        self.form.show_values({REASON: pause.reason if pause else ""})
        self._shown = self._days()
        for field in (self.first, self.last):
            field.changed.connect(self._moved)
            field.line.textEdited.connect(self._say_effect)
        self.form.changed.connect(self._tell)
        self._say_effect()

    def _days(self) -> tuple[int | None, int | None]:
        return self.first.value(), self.last.value()

    def _tell(self) -> None:
        self.typed_on.emit()

    def _moved(self) -> None:
        self._say_effect()
        self._tell()

    @property
    def filled(self) -> bool:
        """Whether anything is other than it was."""
        return super().filled or self.moved

    @property
    def moved(self) -> bool:
        """Whether its days are others than they were."""
        return self._days() != self._shown

    @property
    def effect(self) -> str:
        """Which days it changes, as it is said."""
        return self._effect.text()

    def typed(self) -> FormDraft:
        """What is typed, as a draft."""
        days = dict(zip((FIRST, LAST), self._days(), strict=True))
        known = self.name if self.pause is not None else ""
        return FormDraft(uid=self.name, under=known, answers=self.form.answers() | days)

    def restore(self, given: Mapping[str, Any]) -> None:
        """Show answers that were given and not kept."""
        self.form.restore({REASON: str(given.get(REASON, ""))})
        for key, field in ((FIRST, self.first), (LAST, self.last)):
            day = given.get(key)
            field.set_value(day if isinstance(day, int) else None)
        self._say_effect()

    def become_new(self, name: str) -> None:
        """The pause is gone, what was typed stays: keeping it makes a new one."""
        self.name, self.pause = name, None

    def begin(self) -> None:
        """Put the keyboard where one begins."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_effect(self) -> None:
        """Say which days change, while they can be known."""
        before = [*self._others, *([self.pause] if self.pause else [])]
        wanted = self._wanted()
        if wanted is None or not self.moved:
            self._effect.setText(_("Paused days count for nothing either way."))
        else:
            self._effect.setText(effect_words(before, [*self._others, wanted], self._context.today))

    def _wanted(self) -> Pause | None:
        first, last = self._days()
        if first is None or (last is not None and last < first):
            return None
        if last is None and (first > self._context.today.toordinal() or self.last.line.text().strip()):
            return None  # it has no end that could be read
        pause = self.pause or Pause(uid=self.name, from_day=date.fromordinal(first))
        end = None if last is None else date.fromordinal(last)
        reason = str(self.form.answer(REASON))
        return replace(pause, from_day=date.fromordinal(first), to_day=end, reason=reason)

    def made(self) -> Pause | None:
        """The pause as it is written, or None when a field that needs a change was marked."""
        for field in (self.first, self.last):
            if not field.check():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return None
        first, last = self._days()
        sentence, field = "", self.first
        if first is None:
            sentence = _("Choose the first day.")
        elif last is None and first > self._context.today.toordinal():
            sentence, field = _("A pause that is still to come needs a last day."), self.last
        elif last is not None and last < first:
            sentence, field = _("This day comes before the first one. Change either of them."), self.last
        if sentence:
            field.set_error(sentence)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return self._wanted()
