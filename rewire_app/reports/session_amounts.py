"""How much of each part is on the page for a session, as it is said beside its tick."""

from __future__ import annotations

from rewire_app.domain.amounts import and_words
from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _, ngettext
from rewire_app.reports.session_figures import CountedFacts
from rewire_app.reports.session_handout import HandoutPart

PREFIX = {HandoutPart.MOMENTS: "moment", HandoutPart.RECORDS: "record", HandoutPart.NOTES: "note"}


def amount_of(part: HandoutPart, counted: CountedFacts, chosen: frozenset[str]) -> str:
    """ "3 lines, gathered since 28 October", "2 of 6 on the page, 1 struck out"."""
    facts = counted.facts
    match part:
        case HandoutPart.RAISE:
            return _raised(counted)
        case HandoutPart.PRACTISED:
            days = len(counted.practised_days)
            return ngettext("{n} day", "{n} days", days).format(n=days)
        case HandoutPart.CALM:
            evenings, moments = len(facts.reactivity), len(counted.moments)
            return _("{evenings}, {moments}").format(
                evenings=ngettext("{n} evening", "{n} evenings", evenings).format(n=evenings),
                moments=ngettext("{n} moment", "{n} moments", moments).format(n=moments),
            )
        case HandoutPart.CHART:
            return ngettext("{n} day", "{n} days", facts.days).format(n=facts.days)
        case HandoutPart.QUESTIONNAIRES:
            return and_words([one.name for one in facts.scored]) or _("none answered")
    return _chosen(part, counted, chosen)


def _raised(counted: CountedFacts) -> str:
    lines = counted.facts.to_raise
    if not lines:
        return _("none gathered yet")
    words = ngettext("{n} line, gathered since {day}", "{n} lines, gathered since {day}", len(lines))
    return words.format(n=len(lines), day=day_words(lines[0].day))


def _chosen(part: HandoutPart, counted: CountedFacts, chosen: frozenset[str]) -> str:
    facts = counted.facts
    there = {
        HandoutPart.MOMENTS: [one.uid for one in facts.moments],
        HandoutPart.RECORDS: [one.line.uid for one in facts.records],
        HandoutPart.NOTES: [one.uid for one in facts.notes],
    }[part]
    on_it = [uid for uid in there if uid in chosen]
    if not there:
        return _("none noted in these days")
    if not on_it:
        return _("none of {n} chosen").format(n=len(there))
    struck = sum(f"{PREFIX[part]}/{uid}" in counted.struck for uid in on_it)
    said = _("{n} of {all} on the page").format(n=len(on_it) - struck, all=len(there))
    words = ngettext("{said}, {n} struck out", "{said}, {n} struck out", struck)
    return words.format(said=said, n=struck) if struck else said
