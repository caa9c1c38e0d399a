"""When to try to remember something again: after 2, 7 and 21 days, then by how the tries went (FSRS).

Trying to remember after a while keeps something longer than looking at it again. Each try waits for the one
before it: who answers late is asked late, and nothing piles up. With three answers there is enough to let
the pauses follow what came back; until then they are fixed, and shorter only after nothing came.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from rewire_app.domain.journal.dropped import CameBack

PAUSES = (2, 5, 14)
"""Days from learning to the first try, and between the tries after it: 2, 7 and 21 days in all."""
ENOUGH = len(PAUSES)
"""So many answers let the pauses follow them."""
SHORTEST, LONGEST = 2, 180
"""No pause is shorter or longer, days."""
WANTED = 0.9
"""How likely something is still to come back when it is asked about."""


def next_try(learned: date, answers: Mapping[date, CameBack]) -> date:
    """The day of the next try, past or to come. `answers`: by day; those before `learned` say nothing."""
    days = sorted(day for day in answers if day > learned)
    if len(days) >= ENOUGH:
        return _followed(learned, [(day, answers[day]) for day in days])
    last = days[-1] if days else learned
    nothing = bool(days) and answers[last] is CameBack.NOT
    return last + timedelta(days=SHORTEST if nothing else PAUSES[len(days)])


def _followed(learned: date, tries: list[tuple[date, CameBack]]) -> date:
    """By the kept package fsrs, without chance in it; learning counts as the first time it came."""
    from fsrs import Card, Rating, Scheduler

    grades = {CameBack.CAME: Rating.Good, CameBack.PARTLY: Rating.Hard, CameBack.NOT: Rating.Again}
    scheduler = Scheduler(
        desired_retention=WANTED,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST,
        enable_fuzzing=False,
    )
    card = Card(card_id=1)
    for day, grade in [(learned, CameBack.CAME), *tries]:
        noon = datetime.combine(day, time(12), UTC)
        card, _log = scheduler.review_card(card, grades[grade], noon)
    last = tries[-1][0]
    return max(card.due.date(), last + timedelta(days=SHORTEST))
