"""What settles me, as values: what was done in moments against the minutes until calm, most used first.

Never a ranking: the rows stand in the order of their uses, and what bars that overlap do not show is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rewire_app.charts.columns import Columns
from rewire_app.charts.spec import Table, Tick
from rewire_app.domain.amounts import hours_minutes
from rewire_app.domain.journal.did import did_names, folded_did, grouped_did, when_words
from rewire_app.i18n import _, ngettext
from rewire_app.insight.settling import MIN_MOMENTS, MIN_USES, OtherTime, Settling, SkillTime, settle

LOWEST, HIGHEST = 5, 160
"""The axis in minutes; it widens to the data by doublings."""
END = 5_120
"""Where the axis ends at the latest, minutes."""
LONGEST = 2_880
"""From so many minutes on an interval is open: a moment can be noted as two days long at most."""
LONG = 600
"""From so many minutes on times are said in hours."""
MOST_TICKS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneMoment:
    """A moment as this picture needs it: its day (ordinal), what was done, and how long it took.

    `minutes`: until calm, or so far while `going`; None not known.
    """

    day: int
    did: tuple[str, ...]
    peak: int | None
    minutes: int | None
    going: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlingDot:
    """One moment in a row: its minutes, whether it was still going then, and how many lie below it there."""

    minutes: float
    going: bool
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlingRow:
    """One thing done: its name, how often (and how often still going), its moments, and about how long.

    `low`, `high`: what fits, minutes. `words`: the row as a sentence; `days`: of its moments, rising.
    """

    name: str
    uses: int
    going: int
    times: str
    dots: tuple[SettlingDot, ...]
    minutes: float
    low: float
    high: float
    words: str
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlingPicture:
    """The rows, the axis in minutes, and everything that is said; `rows` is empty while there is too little.

    `counts`: what was done and how often, while nothing can be drawn. `few`: what was done too seldom.
    `limits`: what it cannot say. `worked_out`: how it came about. `today`: an ordinal.
    """

    name: str
    rows: tuple[SettlingRow, ...]
    across: tuple[float, float]
    ticks: tuple[Tick, ...]
    so_far: str
    counts: tuple[str, ...]
    few: str
    limits: tuple[str, ...]
    worked_out: tuple[str, ...]
    summary: str
    table: Table
    today: int


def settling_picture(done: Sequence[DoneMoment], columns: Columns) -> SettlingPicture:
    """The moments from the first to the last day of `columns`; builds for none, one, and decades of them."""
    inside = [one for one in done if columns.first <= one.day <= min(columns.last, columns.today)]
    keyed = list(zip(grouped_did(one.did for one in inside), inside, strict=True))
    found = settle(
        [keys for keys, _one in keyed],
        [float("nan") if one.minutes is None else float(one.minutes) for one in inside],
        [one.going for one in inside],
        [float("nan") if one.peak is None else float(one.peak) for one in inside],
    )
    names = _names(inside)
    used = [(keys, one) for keys, one in keyed if keys and one.minutes is not None]
    rows = tuple(
        _row(skill, other, names[skill.name], [one for keys, one in used if skill.name in keys])
        for skill, other in zip(found.skills, found.others, strict=True)
    )
    across = _axis(rows)
    counts = () if found.shown else tuple(_count(names[name], number) for name, number in found.few)
    so_far = _so_far(found)
    few = _few([(names[name], number) for name, number in found.few]) if found.shown and found.few else ""
    limits = _limits(rows, found, len(inside), sum(bool(keys) for keys, _one in keyed)) if rows else ()
    said = [row.words for row in rows] or [so_far, *counts]
    return SettlingPicture(
        name=_("What settles me"),
        rows=rows,
        across=across,
        ticks=_ticks(across),
        so_far=so_far,
        counts=counts,
        few=few,
        limits=limits,
        worked_out=_worked_out(),
        summary=" ".join([*said, few, *limits]).strip(),
        table=_table(rows, [(names[name], number) for name, number in found.few]),
        today=columns.today,
    )


def _names(done: Sequence[DoneMoment]) -> dict[str, str]:
    """What each key is called: as it can be chosen, or as it was written last."""
    written = {folded_did(words): " ".join(words.split()) for one in done for words in one.did}
    return written | dict(did_names())


def _row(skill: SkillTime, other: OtherTime | None, name: str, moments: Sequence[DoneMoment]) -> SettlingRow:
    going = sum(one.going for one in moments)
    times = _count_words(skill.uses)
    if going:
        times = _("{times}, {n} still going").format(times=times, n=going)
    begin = when_words().get(skill.name) or _("With “{words}”").format(words=name)
    words = ngettext(
        "{when}, calm came after about {time}, {n} time.",
        "{when}, calm came after about {time}, {n} times.",
        skill.uses,
    ).format(when=begin, time=time_words(skill.minutes, skill.low, skill.high), n=skill.uses)
    if other is not None:
        like = _("Other moments like it: {time}.").format(time=time_words(*other))
        words = f"{words} {like}"
    return SettlingRow(
        name=name,
        uses=skill.uses,
        going=going,
        times=times,
        dots=_dots(moments),
        minutes=skill.minutes,
        low=skill.low,
        high=skill.high,
        words=words,
        days=tuple(sorted({one.day for one in moments})),
    )


def _dots(moments: Sequence[DoneMoment]) -> tuple[SettlingDot, ...]:
    """The moments from the shortest on; those of one length stand above each other."""
    placed: dict[float, int] = {}
    dots = []
    for one in sorted(moments, key=lambda one: (one.minutes or 0, one.going)):
        minutes = float(max(1, one.minutes or 0))
        level = placed[minutes] = placed.get(minutes, -1) + 1
        dots.append(SettlingDot(minutes=minutes, going=one.going, level=level))
    return tuple(dots)


def time_words(minutes: float, low: float, high: float) -> str:
    """ "20 minutes (12 to 35)", and in hours where it is long; an end nobody can know is open."""
    if high <= LONG:
        whole = max(1, round(minutes))
        text = ngettext("{n} minute ({low} to {high})", "{n} minutes ({low} to {high})", whole)
        return text.format(n=whole, low=max(1, round(low)), high=max(1, round(high)))
    about = hours_minutes(min(minutes, LONGEST))
    if high > LONGEST:
        return _("{time} ({low} or longer)").format(time=about, low=hours_minutes(min(low, LONGEST)))
    return _("{time} ({low} to {high})").format(time=about, low=hours_minutes(low), high=hours_minutes(high))


def _axis(rows: Sequence[SettlingRow]) -> tuple[float, float]:
    """From the shortest to the longest time that is drawn, in doublings."""
    low, high = float(LOWEST), float(HIGHEST)
    values = [value for row in rows for value in (row.low, row.high, *(dot.minutes for dot in row.dots))]
    while values and low > 1 and min(values) < low:
        low /= 2
    while values and high < END and max(values) > high:
        high *= 2
    return max(1.0, low), high


def _ticks(across: tuple[float, float]) -> tuple[Tick, ...]:
    low, high = across
    at = [float(LOWEST)]
    while at[0] / 2 >= low:
        at.insert(0, at[0] / 2)
    while at[-1] * 2 <= high:
        at.append(at[-1] * 2)
    step = -(-len(at) // MOST_TICKS)
    shown = at[::step]
    named = {shown[0], shown[-1]}  # the unit at both ends is enough
    return tuple(Tick(y=minutes, text=_tick_words(minutes, unit=minutes in named)) for minutes in shown)


def _tick_words(minutes: float, *, unit: bool) -> str:
    number = f"{minutes:.0f}" if minutes >= LOWEST else f"{minutes:.1f}".removesuffix(".0")
    return _("{n} min").format(n=number) if unit else number


def _count_words(count: int) -> str:
    return ngettext("{n} time", "{n} times", count).format(n=count)


def _count(name: str, count: int) -> str:
    return _("{name}: {times}").format(name=name, times=_count_words(count))


def _few(few: Sequence[tuple[str, int]]) -> str:
    listed = ", ".join(_("{name} {n}").format(name=name, n=number) for name, number in few)
    return _("Too few to draw: {things}. Drawn from {n} times on.").format(things=listed, n=MIN_USES)


def _so_far(found: Settling) -> str:
    """How many moments there are of those that are needed, or what is missing in them."""
    if found.shown:
        return ""
    if found.moments >= MIN_MOMENTS:
        return _(
            "All of these moments were still going when they were noted, so no time until calm is known."
        )
    return _("{n} of {needed} moments so far.").format(n=found.moments, needed=MIN_MOMENTS)


def _limits(rows: Sequence[SettlingRow], found: Settling, moments: int, named: int) -> tuple[str, ...]:
    said = [_("You choose what you do by how bad it is, so this is not a comparison of what works.")]
    apart = any(one.high < other.low for one in rows for other in rows)
    if len(rows) > 1 and not apart:
        said.append(_("The bars overlap: nothing here is faster than the rest for sure."))
    counted = ngettext(
        "{named} of {n} moment names what you did.", "{named} of {n} moments name what you did.", moments
    ).format(named=named, n=moments)
    if found.going:
        counted += " " + ngettext(
            "{n} of them was still going when you noted it.",
            "{n} of them were still going when you noted them.",
            found.going,
        ).format(n=found.going)
    if named > found.moments:
        counted += " " + ngettext(
            "{n} has no minutes and is left out.",
            "{n} have no minutes and are left out.",
            named - found.moments,
        ).format(n=named - found.moments)
    return (*said, counted)


def _worked_out() -> tuple[str, ...]:
    return (
        _(
            "Each bar is what fits your moments: about how many minutes a moment of usual strength takes. Of "
            "100 such bars, about 95 hold the true number. The line in it is the best guess."
        ),
        _(
            "A moment that was still going counts as longer than it was known to last. What you did seldom "
            "leans on what you did often, so that three short moments do not look like a discovery."
        ),
        _(
            "Several things done in one moment count as one time for each, and share its minutes equally. "
            "Words count as the same whatever their capitals and blanks."
        ),
        _("A moment whose strength was not noted counts as one of usual strength."),
        _("From {moments} moments and {uses} times on.").format(moments=MIN_MOMENTS, uses=MIN_USES),
    )


def _table(rows: Sequence[SettlingRow], few: Sequence[tuple[str, int]]) -> Table:
    """Every thing done; those that are not drawn have their count alone."""
    drawn = tuple(
        (
            row.name,
            row.times,
            *(hours_minutes(min(value, LONGEST)) for value in (row.minutes, row.low, row.high)),
        )
        for row in rows
    )
    rest = tuple((name, _count_words(number), *(_("too few"),) * 3) for name, number in few)
    return Table(
        headings=(_("What you did"), _("How often"), _("About"), _("From"), _("To")), rows=(*drawn, *rest)
    )
