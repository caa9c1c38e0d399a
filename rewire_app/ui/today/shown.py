"""What stands on the card of Today, as a value: made from what was read, shown by the card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rewire_app.domain.journal.returning import DayKind
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import Route

if TYPE_CHECKING:
    from rewire_app.reports.first_day import FirstDay
    from rewire_app.reports.offered_facts import Suggestion
    from rewire_app.reports.way_back import WayBack
    from rewire_app.store.queries import Today


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOn:
    """One button of the card: its words and icon, and where it leads; None only closes the card."""

    words: str
    route: Route | None
    icon: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardShown:
    """Everything on the card. `done`: `head` says what was done. `glyph`: the picture of an exercise, or "".

    `reason` stands under the buttons, and `rule` are the lines behind "Why this one?".
    """

    head: str
    title: str
    line: str
    main: WayOn
    quiet: tuple[WayOn, ...]
    glyph: str = ""
    done: bool = False
    reason: str = ""
    rule: tuple[str, ...] = ()


def begin_words(minutes: int) -> str:
    """What stands on the button that begins."""
    return ngettext("Begin, {n} minute", "Begin, {n} minutes", minutes).format(n=minutes)


def usual(facts: Today, suggestion: Suggestion) -> CardShown:
    """The card of an ordinary day: the exercise left halfway, or today's practice."""
    offer, halfway = suggestion.offer, facts.unfinished == suggestion.offer.id
    if halfway:
        main = WayOn(words=_("Go on"), route=routes.RESUME, icon="play")
    else:
        minutes = suggestion.minutes
        main = WayOn(words=begin_words(minutes), route=routes.run(offer.id, minutes=minutes), icon="play")
    paused = _("Your plan is paused. Practise if you like.") if facts.pause else ""
    return CardShown(
        head=_("Where you left off") if halfway else _("Today’s practice"),
        title=offer.title,
        line=offer.summary,
        main=main,
        quiet=(_another(),),
        glyph=offer.glyph,
        reason=paused or suggestion.reason,
        rule=() if paused else suggestion.rule,
    )


def first_finished(day: FirstDay, cue: str) -> CardShown:
    """The card after the first finished exercise; `cue`: what the plan hangs on, as said to the person."""
    time = ngettext("{n} minute", "{n} minutes", day.minutes).format(n=day.minutes)
    when = _("After you {cue}, {time}.") if cue else _("{time}, whenever it suits you.")
    words = ngettext("Do it again, {n} minute", "Do it again, {n} minutes", day.minutes)
    again = WayOn(words=words.format(n=day.minutes), route=routes.run(day.offer.id, minutes=day.minutes))
    main, quiet = again, (_another(),)
    if day.explanation is not None:
        minutes = day.explanation.minutes
        words = ngettext("Read why it may help, {n} minute", "Read why it may help, {n} minutes", minutes)
        main = WayOn(
            words=words.format(n=minutes),
            route=routes.library(day.explanation.article),
            icon="library",
            about=day.explanation.title,
        )
        quiet = (again,)
    return CardShown(
        head=day.done,
        title=_("Tomorrow, the same again"),
        line=when.format(cue=cue, time=time) + " " + _("Short and often is enough."),
        main=main,
        quiet=quiet,
        done=True,
    )


def back_again(back: WayBack, suggestion: Suggestion) -> CardShown:
    """The card after some days away: one small thing, and the usual one beside it."""
    offer = back.small.offer
    main = WayOn(
        words=begin_words(back.small.minutes),
        route=routes.run(offer.id, minutes=back.small.minutes),
        icon="play",
        about=offer.title,
    )
    if back.kind is DayKind.LONG_AWAY:
        return CardShown(
            head=_("Everything you wrote is here, as you left it"),
            title=_("Begin again with one minute")
            if back.small.minutes == 1
            else _("Begin again with little"),
            line=back.there_was or offer.summary,
            main=main,
            quiet=(WayOn(words=_("Look around first"), route=None),),
            glyph=offer.glyph,
        )
    return CardShown(
        head=_("A small way back in"),
        title=offer.title,
        line=back.there_was or offer.summary,
        main=main,
        quiet=(*_usual_one(back, suggestion), _another()),
        glyph=offer.glyph,
    )


def _usual_one(back: WayBack, suggestion: Suggestion) -> tuple[WayOn, ...]:
    offer, minutes = suggestion.offer, suggestion.minutes
    if offer.id not in back.usual or (offer.id, minutes) == (back.small.offer.id, back.small.minutes):
        return ()
    words = ngettext("My usual {n} minute", "My usual {n} minutes", minutes).format(n=minutes)
    return (WayOn(words=words, route=routes.run(offer.id, minutes=minutes), about=offer.title),)


def _another() -> WayOn:
    return WayOn(words=_("Choose another"), route=routes.PRACTICE)
