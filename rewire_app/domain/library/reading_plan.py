"""When the two questions of an article are offered again: 2, 7 and 21 days after it was read.

Trying to remember something after a while keeps it longer than reading it again. Each offer waits for the
one before it: who answers late is asked late, with the same pauses between. No offer piles up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rewire_app.domain.library.reading import Reading, Reply

RECALL_DAYS = (2, 7, 21)
"""Days from the reading to each offer, when every offer is taken on its day."""

QUESTIONS = ("1", "2")
"""The names under which replies to the two questions of an article are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """The questions of `article`, offered for the `turn`th time (1 to 3) since `due`."""

    article: str
    due: date
    turn: int


def next_recall(reading: Reading, replies: Iterable[Reply]) -> Recall | None:
    """The next offer for an article, past or to come; None before it was read and after the third."""
    if reading.read_day is None:
        return None
    days = sorted(
        {reply.day for reply in replies if reply.article == reading.article and reply.question in QUESTIONS}
    )
    from_day, passed = reading.read_day, 0
    for turn, after in enumerate(RECALL_DAYS, start=1):
        due = from_day + timedelta(days=after - passed)
        answered = next((day for day in days if day >= due), None)
        if answered is None:
            return Recall(article=reading.article, due=due, turn=turn)
        from_day, passed = answered, after
    return None


def due_recalls(readings: Iterable[Reading], replies: Iterable[Reply], today: date) -> tuple[Recall, ...]:
    """The offers that are due on `today`, at most one an article, the longest due first."""
    kept = list(replies)
    offers = (next_recall(reading, kept) for reading in readings)
    due = [offer for offer in offers if offer is not None and offer.due <= today]
    return tuple(sorted(due, key=lambda offer: (offer.due, offer.article)))
