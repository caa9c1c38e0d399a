"""What a row says of an entry, and where its links lead."""

from __future__ import annotations

from datetime import date

from rewire_app.domain.library.searching import DocumentSource, Hit, Marked, near
from rewire_app.i18n import _
from rewire_app.reports.written import OwnEntry, WrittenKind, kind_name, one_line
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import Route
from rewire_app.ui.finding.entry_row import EntryLine

TONE = {
    WrittenKind.MOMENT: "old",
    WrittenKind.RATING: "old",
    WrittenKind.ANSWER: "new",
    WrittenKind.PRACTICE: "new",
    WrittenKind.PLAN: "new",
    WrittenKind.HIGHLIGHT: "new",
    WrittenKind.EVENING: "stress",
    WrittenKind.NIGHT: "sleep",
}
"""The tone of the tag of each kind; the others have none."""

AT = {
    WrittenKind.NOTE: "note/{uid}",
    WrittenKind.MOMENT: "moment/{uid}",
    WrittenKind.RATING: "rating/{uid}",
    WrittenKind.EVENING: "evening",
    WrittenKind.NIGHT: "night",
}
"""Where in its day an entry of a kind stands."""


def line_of(entry: OwnEntry, about: str, words: Marked, today: date, *, removable: bool = False) -> EntryLine:
    """The row of an entry of the person's."""
    return EntryLine(
        tag=kind_name(entry.kind),
        tone=TONE.get(entry.kind, "neutral"),
        place=entry.place(today),
        about=one_line(Marked(text=about)).text if entry.day is not None else "",
        words=words,
        ways=_ways(entry),
        uid=entry.uid if removable else "",
    )


def _ways(entry: OwnEntry) -> tuple[tuple[str, Route], ...]:
    """First to the entry itself, then to its day where that is elsewhere."""
    if entry.list is not None:
        return ((_("Open"), routes.list_entry(entry.list, entry.uid)),)
    if entry.kind is WrittenKind.MARK:
        return ((_("Open"), routes.TRENDS),)
    if entry.day is None:
        return ((_("Open"), _on_its_page(entry)),)
    near = routes.journal(entry.when, AT.get(entry.kind, "").format(uid=entry.uid))
    itself: Route
    if entry.kind is WrittenKind.HIGHLIGHT:
        itself = routes.library(entry.article, mark=entry.uid)
    elif entry.article:
        itself = routes.library(entry.article, at=routes.QUESTIONS)
    elif entry.page:
        itself = _on_its_page(entry)
    elif entry.kind in (WrittenKind.ANSWER, WrittenKind.PRACTICE):
        itself = routes.practice(entry.uid)
    else:
        return ((_("Near this day"), near),)
    return (_("Open"), itself), (_("Near this day"), near)


def _on_its_page(entry: OwnEntry) -> Route:
    """Where an entry stands that has a page of its own kind."""
    match entry.page:
        case routes.UNWANTED.page:
            return routes.unwanted(entry.uid)
        case routes.DIARY.page:
            return routes.DIARY if entry.day is None else routes.diary(entry.day)
    page, _slash, part = entry.page.partition("/")
    return Route(page=page, part=part)


def line_of_hit(hit: Hit) -> EntryLine:
    """The row of an article or an exercise."""
    tag, route = _("Exercise"), routes.exercise(hit.id)
    if hit.source is DocumentSource.ARTICLE:
        tag, route = _("Article"), routes.library(hit.id, block=hit.block, find=hit.find)
    return EntryLine(
        tag=tag,
        tone="neutral",
        place=hit.title.text,
        about=hit.heading.text,
        words=near(hit.text),
        ways=((_("Open"), route),),
    )
