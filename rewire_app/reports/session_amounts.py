"""How much of each part is on the page for a session, as it is said beside its tick."""

from __future__ import annotations

from rewire_app.domain.amounts import and_words
from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _, ngettext
from rewire_app.reports.session_figures import CountedFacts, chart_of
from rewire_app.reports.session_handout import HandoutPart
from rewire_app.reports.session_sheets import struck_of

PREFIX = {HandoutPart.MOMENTS: "moment", HandoutPart.RECORDS: "record", HandoutPart.NOTES: "note"}


def amount_of(part: HandoutPart, counted: CountedFacts, chosen: frozenset[str]) -> str:
    """ "3 lines, gathered since 28 October", "2 of 6 on the page, 1 struck out"."""
    match part:
        case HandoutPart.RAISE:
            said = _raised(counted)
        case HandoutPart.PRACTISED:
            said = _days(len(counted.practised_days))
        case HandoutPart.CALM:
            said = _rated(counted)
        case HandoutPart.CHART:
            said = _days(counted.facts.days if chart_of(counted).lanes else 0)
        case HandoutPart.QUESTIONNAIRES:
            said = and_words([one.name for one in counted.facts.scored])
        case HandoutPart.SHEETS:
            said = _sheets(counted, chosen)
        case _:
            said = _chosen(part, counted, chosen)
    return said or _("not noted yet")


def _days(days: int) -> str:
    return ngettext("{n} day", "{n} days", days).format(n=days) if days else ""


def _rated(counted: CountedFacts) -> str:
    evenings, moments = len(counted.facts.reactivity), len(counted.moments)
    if not evenings and not moments:
        return ""
    return _("{evenings}, {moments}").format(
        evenings=ngettext("{n} evening", "{n} evenings", evenings).format(n=evenings),
        moments=ngettext("{n} moment", "{n} moments", moments).format(n=moments),
    )


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
    struck = sum(f"{PREFIX[part]}/{uid}" in counted.struck for uid in on_it)
    return _on_page(len(on_it), len(on_it) - struck, len(there), struck)


def _sheets(counted: CountedFacts, chosen: frozenset[str]) -> str:
    there = counted.facts.sheets
    on_it = [one for one in there if one.key in chosen]
    return _on_page(len(on_it), len(on_it), len(there), sum(struck_of(one, counted.struck) for one in on_it))


def _on_page(chosen: int, left: int, there: int, struck: int) -> str:
    """How many of `there` were chosen and are `left`, and how much is struck out; "" nothing is there."""
    if not there:
        return ""
    if not chosen:
        return _("none of {n} chosen").format(n=there)
    said = _("{n} of {all} on the page").format(n=left, all=there)
    words = ngettext("{said}, {n} struck out", "{said}, {n} struck out", struck)
    return words.format(said=said, n=struck) if struck else said
