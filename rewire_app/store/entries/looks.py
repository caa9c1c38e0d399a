"""The newest weekly look of each card: kept for itself, so that undo and removal never touch it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from rewire_app.insight.findings import Certainty
from rewire_app.insight.looks import KeptLook, WeeklyLook
from rewire_app.store.ledger import Ledger, Writing
from rewire_app.store.schema.lists import looks


class Looks:
    """One look a card; nobody is told when one is kept, since nothing that is shown changes by it."""

    def __init__(self, ledger: Ledger) -> None:
        """Use the store's `ledger`."""
        self._ledger = ledger

    def get(self, card: str) -> KeptLook | None:
        """The newest look of `card`, or None if there was none."""
        with self._ledger.reading() as connection:
            row = connection.execute(select(looks).where(looks.c.card == card)).first()
        if row is None:
            return None
        look = WeeklyLook(side=row.side, step=Certainty(row.step), since=row.since)
        return KeptLook(card=row.card, week=row.week, look=look)

    def keep(self, made: Iterable[KeptLook]) -> None:
        """Keep each look whose week has none yet, in the place of the card's last; raises StoreError."""
        new = []
        for each in made:
            kept = self.get(each.card)
            if kept is None or kept.week != each.week:
                new.append(each)
        if not new:
            return

        def work(writing: Writing) -> None:
            for each in new:
                values = {
                    "week": each.week,
                    "side": each.look.side,
                    "step": int(each.look.step),
                    "since": each.look.since,
                }
                writing.leave_for(looks, "card", each.card, values)

        self._ledger.write(work)
