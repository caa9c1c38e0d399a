"""What was said of a night whose times are not kept yet: held, and brought back with its day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.journal.night_card import NightCard

NAME = "night/{day}"
"""The name of the draft of the night that ended on a day."""


class NightDraft(QObject):
    """The draft of what `card` asks; every day has its own, so that others can be looked at meanwhile."""

    def __init__(self, context: Context, card: NightCard) -> None:
        super().__init__(card)
        self._context, self._card = context, card
        self._day = date.min
        self._drafting: Drafting | None = None
        card.touched.connect(self._soon)

    def read(self, day: date) -> tuple[Drafting, FormDraft | None] | None:
        """The draft of `day`; None while that day is shown. Raises a StoreError."""
        if day == self._day:
            return None
        drafting = Drafting(self._context, NAME.format(day=day.isoformat()), self._typed, self)
        return drafting, drafting.first_read()

    def show_day(self, day: date, found: tuple[Drafting, FormDraft | None] | None) -> None:
        """Bring back what was read, once the card shows the night of `day`."""
        if found is not None:
            before, (self._drafting, draft) = self._drafting, found
            self._day = day
            if before is not None:
                before.deleteLater()
            if draft is not None:
                self._card.restore(draft.answers)
        self.now()

    def now(self) -> bool:
        """Hold what is said so far, or that there is nothing; False when that could not be."""
        return self._drafting is None or self._drafting.now()

    def _soon(self) -> None:
        if self._drafting is not None:
            self._drafting.soon()

    def _typed(self) -> FormDraft | None:
        told = self._card.half_told
        return FormDraft(uid="", answers=told) if told is not None else None
