"""What sets off what among the patterns, as values: boxes on a fixed grid, and lines that are counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rewire_app.charts.spec import Table
from rewire_app.i18n import _, ngettext
from rewire_app.insight.pattern_paths import PatternLink

MOST_DRAWN = 7
"""At most so many patterns are drawn, those with the most links."""
FEWEST_LINKS = 3
"""With fewer links nothing is drawn."""
COLUMNS = 2
"""So many boxes stand side by side."""
DAY, HOUR = 1_440, 60
"""Minutes of a day and of an hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkBox:
    """One pattern in the picture: its name, how many moments it has, and where on the grid it stands."""

    uid: str
    name: str
    detail: str
    column: int
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLine:
    """One line from the box `first` to the box `then` (numbers of boxes); `back`: there is one back, too."""

    first: int
    then: int
    count: int
    back: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """One link of the table: its words, and the line in the picture (None: not drawn)."""

    link: PatternLink
    cells: tuple[str, str, str, str]
    words: str
    later: str
    line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternLinks:
    """The picture (no boxes where there are too few links), every link as a row, and what is said of it."""

    name: str
    summary: str
    boxes: tuple[LinkBox, ...]
    lines: tuple[LinkLine, ...]
    rows: tuple[LinkRow, ...]
    total: int
    left_out: int
    table: Table


def links_words(total: int) -> str:
    """How many links there are."""
    return ngettext("{n} link between your moments", "{n} links between your moments", total).format(n=total)


def pattern_links(
    links: Sequence[PatternLink], names: Mapping[str, str], moments: Mapping[str, int], days: int | None
) -> PatternLinks:
    """The picture of `links` between patterns that have a name; `moments`: how many each has in `days`."""
    known = [one for one in links if one.first in names and one.then in names]
    total = sum(one.count for one in known)
    boxes = _boxes(known, names, moments, days) if total >= FEWEST_LINKS else ()
    place = {box.uid: number for number, box in enumerate(boxes)}
    drawn = [one for one in known if one.first != one.then and {one.first, one.then} <= place.keys()]
    ways = {(one.first, one.then) for one in drawn}
    lines = tuple(
        LinkLine(
            first=place[one.first],
            then=place[one.then],
            count=one.count,
            back=(one.then, one.first) in ways,
            words=_words(one, names, total),
        )
        for one in drawn
    )
    rows = tuple(_row(one, names, total, drawn) for one in known)
    linked = {uid for one in known for uid in (one.first, one.then)}
    return PatternLinks(
        name=_("What sets off what"),
        summary=" ".join([links_words(total) + ".", *(one.words for one in rows)]),
        boxes=boxes,
        lines=lines,
        rows=rows,
        total=total,
        left_out=len(linked) - len(boxes) if boxes else 0,
        table=Table(
            headings=(_("First"), _("Then"), _("Links"), _("Time between")),
            rows=tuple(one.cells for one in rows),
        ),
    )


def _boxes(
    links: Sequence[PatternLink], names: Mapping[str, str], moments: Mapping[str, int], days: int | None
) -> tuple[LinkBox, ...]:
    """The patterns with the most links to others, each in its place, row by row."""
    weight: Counter[str] = Counter()
    for one in links:
        if one.first != one.then:
            weight.update({one.first: one.count, one.then: one.count})
    order = sorted(weight, key=lambda uid: (-weight[uid], names[uid]))[:MOST_DRAWN]
    return tuple(
        LinkBox(
            uid=uid,
            name=names[uid],
            detail=_moments(moments.get(uid, 0), days),
            column=number % COLUMNS,
            row=number // COLUMNS,
        )
        for number, uid in enumerate(order)
    )


def _moments(n: int, days: int | None) -> str:
    if days is None:
        return ngettext("{n} moment", "{n} moments", n).format(n=n)
    words = ngettext("{n} moment in {days} days", "{n} moments in {days} days", n)
    return words.format(n=n, days=days)


def _row(one: PatternLink, names: Mapping[str, str], total: int, drawn: Sequence[PatternLink]) -> LinkRow:
    between = between_words(one.minutes)
    return LinkRow(
        link=one,
        cells=(names[one.first], names[one.then], str(one.count), between),
        words=_words(one, names, total),
        later=_("Usually about {time} later.").format(time=between),
        line=drawn.index(one) if one in drawn else None,
    )


def _words(one: PatternLink, names: Mapping[str, str], total: int) -> str:
    """What came next, never what caused it."""
    said = ngettext(
        "After a moment of “{first}”, one of “{then}” came next {n} time.",
        "After a moment of “{first}”, one of “{then}” came next {n} times.",
        one.count,
    ).format(first=names[one.first], then=names[one.then], n=one.count)
    share = ngettext("That is {n} of your {total} link.", "That is {n} of your {total} links.", total)
    return f"{said} {share.format(n=one.count, total=total)}"


def between_words(minutes: int) -> str:
    """A time between two moments, roughly: "20 min", "2 h", "1 day"."""
    if minutes >= DAY * 3 // 4:
        days = max(1, round(minutes / DAY))
        return ngettext("{n} day", "{n} days", days).format(n=days)
    if minutes >= HOUR * 3 // 4:
        return _("{n} h").format(n=max(1, round(minutes / HOUR)))
    return _("{n} min").format(n=minutes)
