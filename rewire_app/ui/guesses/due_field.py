"""The day by which a guess will have shown: today or later, a year ahead at most."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _
from rewire_app.ui.widgets.date_field import DateField

AHEAD = timedelta(days=365)


class DueField(DateField):
    """A day to come as its ordinal, or nothing. One that was kept stays as it is, also when it is over."""

    def __init__(self, label: str, today: Callable[[], date], hint: str = "") -> None:
        self._now = today
        self._kept: int | None = None
        super().__init__(label, lambda: today() + AHEAD, hint)

    def set_value(self, value: int | None) -> None:
        """Show `value`, or nothing."""
        self._kept = value
        super().set_value(value)

    def _read(self, text: str) -> int | None:
        day = super()._read(text)
        if day is not None and day < self._now().toordinal() and day != self._kept:
            raise ValueError(text)
        return day

    def _sentence(self) -> str:
        day = day_words(self._now() + timedelta(days=7), year=True)
        return _("Use a day from today on, such as {day}.").format(day=day)

    def open_calendar(self) -> None:
        """Show the calendar below the field, at the present month where nothing is chosen."""
        if self.value() is None:
            self.set_value(self._now().toordinal())
        super().open_calendar()
