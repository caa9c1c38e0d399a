"""What Today says after the first finished exercise: what was done, what is next, and where to read why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rewire_app.content.explained import Explanation, explanation_of, measure_words
from rewire_app.content.offers import Offer, known_offer
from rewire_app.domain.amounts import length_words
from rewire_app.domain.day_words import clock_words
from rewire_app.domain.days import Instant
from rewire_app.i18n import _

if TYPE_CHECKING:
    from rewire_app.store.looking_back import FirstPass
    from rewire_app.store.queries import Today


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstDay:
    """`offer`: what was done, `minutes` of it again; `done`: how it went; `explanation`: why it may help."""

    offer: Offer
    minutes: int
    done: str
    explanation: Explanation | None


def first_day(facts: Today) -> FirstDay | None:
    """What to say on the day of the first finished exercise; None on others, or if it is gone or withheld."""
    offer = known_offer(facts.first.exercise, dict(facts.own), facts.patterns) if facts.first else None
    if facts.first is None or offer is None or offer.id in facts.withheld:
        return None
    planned = facts.plan.minutes if facts.plan and facts.plan.exercise == offer.id else None
    return FirstDay(
        offer=offer,
        minutes=planned or offer.minutes,
        done=_done(facts.first, offer.title),
        explanation=explanation_of(offer.id),
    )


def _done(first: FirstPass, title: str) -> str:
    """ "Paced breathing, 4 minutes, at 18:31. How tense you felt: 7 before, 5 after, of 10." """
    utc_ms, offset_min = first.ended
    at = clock_words(Instant(utc_ms=utc_ms, offset_min=offset_min).wall)
    words = _("{exercise}, {time}, at {clock}.").format(
        exercise=title,
        time=_("away from the screen") if first.away else length_words(first.seconds),
        clock=at,
    )
    rated, percent = measure_words(first.measure)
    if not rated or first.before is None or first.after is None:
        return words
    text = (
        _("{rated}: {before}% before, {after}% after.")
        if percent
        else _("{rated}: {before} before, {after} after, of 10.")
    )
    return words + " " + text.format(rated=rated, before=first.before, after=first.after)
