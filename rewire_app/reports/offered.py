"""Which exercise to offer today, and why: what was left halfway, a plan, then turns through what fits.

All of it follows from the day and the notes alone, so that it stays the same until the day is over, unless
a plan of several was done or something was very strong. What made things worse is left out until the person
wants it offered again. What was done last never comes again at once, except where a plan says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rewire_app.content.offers import read_offer
from rewire_app.i18n import _
from rewire_app.reports.offered_facts import Suggestion, is_hard, left_for_now, offer_of
from rewire_app.reports.offered_plans import planned
from rewire_app.reports.offered_turns import gentle, in_turn, steadying

if TYPE_CHECKING:
    from rewire_app.store.queries import Today

OF_A_MINUTE = ("b-paced", "b-sigh")
"""What takes one minute and suits most people, the gentlest first."""


def suggest(facts: Today, avoid: str = "") -> Suggestion:
    """What was left halfway, else what a plan is due for, else something gentle or what takes turns.

    Who chose nothing and has done nothing yet is offered one minute. `avoid`: the title of the way that a
    fair test did not draw for today.
    """
    known = facts.unfinished or facts.plan or facts.goals or facts.passes
    for rule in (_left_halfway, planned) if known else (one_minute,):
        found = rule(facts)
        if found is not None and found.offer.title != avoid:
            return found
    return steadying(facts) if is_hard(facts) else in_turn(facts, avoid)


def one_minute(facts: Today) -> Suggestion:
    """Something of one minute, to begin again with: what was done most often, if it can be so short.

    A little longer only where all that takes one minute made things worse.
    """
    usual = sorted(facts.passes, key=lambda one: -one.count)
    for offer in (offer_of(facts, one.exercise) for one in usual):
        if offer is not None and offer.minutes == 1 and offer.gentle:
            return Suggestion(
                offer=offer,
                minutes=1,
                reason=_("You know it, and one minute is enough."),
                rule=(_("Of what you did before, it is what you did most often that takes one minute."),),
            )
    short = [name for name in OF_A_MINUTE if name not in left_for_now(facts)]
    if not short:
        offer = read_offer(gentle(facts)[0])
        return Suggestion(offer=offer, minutes=offer.minutes, reason=_("A short, gentle one."))
    return Suggestion(
        offer=read_offer(short[0]),
        minutes=1,
        reason=_("One minute is enough."),
        rule=(_("It takes one minute, and most people can do it anywhere."),),
    )


def _left_halfway(facts: Today) -> Suggestion | None:
    offer = offer_of(facts, facts.unfinished or "")
    if offer is None:
        return None
    return Suggestion(
        offer=offer,
        minutes=offer.minutes,
        reason=_("You left it halfway."),
        rule=(
            _("What you answered so far is kept."),
            _("It is offered for two days, before anything else."),
        ),
    )
