"""Which path the moments of a pattern took: counts, counts by month with minutes until calm, and links.

Every number comes from the moments as they are kept now, each by its uid: what was edited counts as it is,
what was removed or taken back counts for nothing, and nothing is added up between two looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from statistics import median

from rewire_app.domain.journal.entries import Response

RECENT_DAYS = 30
"""The days for which the paths are drawn, today among them."""
LONG_MIN = 60
"""From so many minutes on a time until calm is drawn at the upper edge."""
FEWEST = 2
"""With fewer times until calm a month has no middle one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathMoment:
    """A moment that belongs to a pattern; `day` is an ordinal, `after` the uid of the moment that set it off.

    `minutes` until calm; while `going`, how long it was known to last. None: not known.
    """

    uid: str
    day: int
    at_ms: int
    pattern: str
    path: Response | None = None
    minutes: int | None = None
    going: bool = False
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PathCounts:
    """How often each path was taken; a moment with a bit of `both` stands on both, `unclear` on neither."""

    new: int = 0
    old: int = 0
    both: int = 0
    unclear: int = 0

    @property
    def moments(self) -> int:
        """How many moments there are in all, each once."""
        return self.new + self.old - self.both + self.unclear


@dataclass(frozen=True, slots=True, kw_only=True)
class MiddleMinutes:
    """The middle one of `of` times until calm; None: it was still going, so it is longer than is known."""

    minutes: int | None
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PathMonth:
    """The days from `first` to `last`, a month or a quarter; `under_way`: today lies in them."""

    first: date
    last: date
    counts: PathCounts
    new: MiddleMinutes | None
    old: MiddleMinutes | None
    under_way: bool


class PathSpan(Enum):
    """How far back the months go: six, twelve, or all of them in quarters."""

    HALF_YEAR = 6
    YEAR = 12
    ALL = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternLink:
    """Moments of the pattern `then` that were linked to earlier ones of `first`.

    `pairs`: uids of the earlier and the later moment, the newest first. `minutes`: the middle time between.
    """

    first: str
    then: str
    pairs: tuple[tuple[str, str], ...]
    minutes: int

    @property
    def count(self) -> int:
        """How many links there are."""
        return len(self.pairs)


def _once(moments: Iterable[PathMoment]) -> list[PathMoment]:
    """Each moment once, whatever it was read together with."""
    return list({one.uid: one for one in moments}.values())


def count_paths(moments: Iterable[PathMoment]) -> PathCounts:
    """How often each path was taken in `moments`."""
    paths = [one.path for one in _once(moments)]
    both = paths.count(Response.MIXED)
    new, old = paths.count(Response.NEW) + both, paths.count(Response.OLD) + both
    return PathCounts(new=new, old=old, both=both, unclear=len(paths) - new - old + both)


def first_recent(today: date) -> int:
    """The first of the last 30 days, an ordinal."""
    return today.toordinal() - RECENT_DAYS + 1


def recent(moments: Iterable[PathMoment], today: date) -> list[PathMoment]:
    """Those of the last 30 days."""
    return [one for one in moments if first_recent(today) <= one.day <= today.toordinal()]


def middle_minutes(moments: Iterable[PathMoment]) -> MiddleMinutes | None:
    """The middle time until calm; one that was still going counts as longer than all that are known."""
    times = [float("inf") if one.going else one.minutes for one in _once(moments)]
    known = [time for time in times if time is not None]
    if len(known) < FEWEST:
        return None
    middle = median(known)
    return MiddleMinutes(minutes=None if middle == float("inf") else round(middle), of=len(known))


def by_month(moments: Iterable[PathMoment], today: date, span: PathSpan) -> list[PathMonth]:
    """The months from the first that has a moment, or from where `span` begins, to this one; none without."""
    told = [one for one in _once(moments) if one.day <= today.toordinal()]
    if not told:
        return []
    size = 3 if span is PathSpan.ALL else 1
    earliest = _begin(date.fromordinal(min(one.day for one in told)), size)
    first = _begin(today, size)
    if span is PathSpan.ALL:
        first = earliest
    else:
        for _month in range(span.value - 1):
            first = _before(first, size)
        first = max(first, earliest)
    held: dict[date, list[PathMoment]] = {}
    for one in told:
        held.setdefault(_begin(date.fromordinal(one.day), size), []).append(one)
    found = []
    while first <= today:
        following = _after(first, size)
        found.append(_month_of(held.get(first, ()), first, following - timedelta(days=1), today))
        first = following
    return found


def _month_of(moments: Sequence[PathMoment], first: date, last: date, today: date) -> PathMonth:
    return PathMonth(
        first=first,
        last=last,
        counts=count_paths(moments),
        new=middle_minutes(one for one in moments if one.path is Response.NEW),
        old=middle_minutes(one for one in moments if one.path is Response.OLD),
        under_way=first <= today <= last,
    )


def _begin(day: date, size: int) -> date:
    """The first day of the month, or of the `size` months, that `day` lies in."""
    return day.replace(month=(day.month - 1) // size * size + 1, day=1)


def _after(first: date, size: int) -> date:
    return _begin(first + timedelta(days=31 * size), size)


def _before(first: date, size: int) -> date:
    return _begin(first - timedelta(days=1), size)


def links_between(moments: Iterable[PathMoment], since: date | None) -> list[PatternLink]:
    """What came before what: links whose later moment is of `since` or later, the most frequent first."""
    told: Mapping[str, PathMoment] = {one.uid: one for one in moments}
    pairs: dict[tuple[str, str], list[tuple[PathMoment, PathMoment]]] = {}
    for later in told.values():
        earlier = told.get(later.after or "")
        if earlier is not None and (since is None or later.day >= since.toordinal()):
            pairs.setdefault((earlier.pattern, later.pattern), []).append((earlier, later))
    found = [_link(*key, held) for key, held in pairs.items()]
    return sorted(found, key=lambda one: (-one.count, one.first, one.then))


def _link(first: str, then: str, pairs: list[tuple[PathMoment, PathMoment]]) -> PatternLink:
    newest = sorted(pairs, key=lambda pair: pair[1].at_ms, reverse=True)
    between = median(max(0, later.at_ms - earlier.at_ms) for earlier, later in pairs) / 60_000
    uids = tuple((earlier.uid, later.uid) for earlier, later in newest)
    return PatternLink(first=first, then=then, pairs=uids, minutes=round(between))
