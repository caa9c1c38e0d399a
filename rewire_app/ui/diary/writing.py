"""Writing what the diary card holds; each write can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.diary import DiaryCell, DiaryDay, DiaryRow, DiarySort
from rewire_app.i18n import _
from rewire_app.reports.diary import ORDER
from rewire_app.reports.diary_week import WeekCell
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.autosave import Burst

MOST = 12
"""So many rows of a sort stand on a card: it is a week on one page."""


class DiaryWriting:
    """What of the card the person gives: cells, reasons, rows and their order."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._burst = 0

    def new_uid(self) -> str:
        """A fresh uid."""
        return new_uid(self._context.clock.now())

    def put_cell(self, row: str, day: date, cell: WeekCell) -> bool:
        """Let a row hold `cell` on a day; nothing noted is no cell. False if it could not be saved."""
        hub, cells = self._context.hub, self._context.store.diary_cells
        with hub.telling():
            known = next((one for one in cells.between(day, day) if one.row == row), None)
            value = None if cell.value is None else round(cell.value)
            if (known.value if known is not None else None, value) != (1, 10):
                self._burst += 1  # a 1 and the 0 that makes it ten are one step
            burst = Burst(of=f"diary/{row}/{day.isoformat()}", number=self._burst)
            if cell.noted:
                uid = known.uid if known is not None else self.new_uid()
                kept = DiaryCell(uid=uid, row=row, day=day, value=value, acted=cell.acted)
                return hub.keep(_("a cell of the diary card"), burst, cells.put, kept)
            if known is not None:
                return hub.keep(_("a cell of the diary card"), burst, cells.remove, known.uid)
            return True
        return False

    def put_why(self, day: date, words: str, burst: Burst) -> bool:
        """Keep why no skill was used on a day; without words there is no reason."""
        hub, days = self._context.hub, self._context.store.diary_days
        with hub.telling():
            known = days.get(day)
            if (known.why if known is not None else "") == words:
                return True
            if known is not None and not words:
                return hub.keep(_("why no skill was used"), burst, days.remove, known.uid)
            kept = DiaryDay(uid=known.uid if known is not None else self.new_uid(), day=day, why=words)
            return hub.keep(_("why no skill was used"), burst, days.put, kept)
        return False

    def keep_row(self, row: DiaryRow, *, known: bool) -> bool:
        """Add a row, or put it in the place of the one with its uid."""
        hub, rows = self._context.hub, self._context.store.diary_rows
        if known:
            return hub.do(_("row of the diary card changed"), rows.edit, row)
        return hub.do(_("row of the diary card added"), rows.add, row)

    def remove_row(self, uid: str) -> bool:
        """Take a row out; what it held waits for its return."""
        return self._context.hub.do(
            _("row of the diary card removed"), self._context.store.diary_rows.remove, uid
        )

    def begin_with(self, feelings: Sequence[str]) -> bool:
        """Add a row for each of these feelings, in one step."""
        rows = [DiaryRow(uid=self.new_uid(), sort=DiarySort.FEELING, name=name) for name in feelings]
        return self._context.hub.do(_("rows of the diary card added"), self._context.store.many, rows)

    def put_order(self, uids: Sequence[str]) -> bool:
        """Keep this order of all rows; several moves in a row are one step."""
        put = self._context.store.profile.put
        return self._context.hub.keep(_("order changed"), Burst(of=ORDER), put, ORDER, " ".join(uids))
