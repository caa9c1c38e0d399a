"""A week of the diary card in words: the hardest day, the skills, and first of all an urge to hurt oneself.

The screen speaks to the person, paper speaks for them: each sentence is there in both voices.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rewire_app import i18n
from rewire_app.domain.amounts import and_words, number_words
from rewire_app.domain.day_words import weekdays
from rewire_app.i18n import _, ngettext
from rewire_app.paths import ENGLISH
from rewire_app.reports.diary_week import (
    ASLEEP,
    DAYS,
    MOMENT,
    STRESS,
    DiaryPart,
    DiaryWeek,
    WeekRow,
    cell_text,
    column_words,
    part_title,
)

COMPARED = 3
"""With ratings on fewer days than these none of them is called the hardest."""
NAMED = 2
"""So many ratings of the hardest day are named, beside the hours asleep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HarmTold:
    """An urge to hurt oneself that came: the sentence of it, and what can be done."""

    sentence: str
    help: str


def empty_words() -> str:
    """What is said of a week without anything in it."""
    return _("Nothing noted this week. Fill in what you remember, or leave it.")


def weekday(day: date) -> str:
    """ "Wednesday"."""
    return weekdays()[day.weekday()]


def hardest(week: DiaryWeek) -> date | None:
    """The day with the strongest rating among stress, moments and urges; the next ones part equal days.

    None where fewer than three days are rated, or two are as hard. Feelings are not compared: some are
    welcome.
    """
    rows = [row for row in week.rows if row.part is DiaryPart.URGES or row.key in (STRESS, MOMENT)]
    ratings = [[row.cells[number].value for row in rows] for number in range(DAYS)]
    rated = sum(any(value is not None for value in day) for day in ratings)
    ranked = sorted(
        ((tuple(sorted((value for value in day if value), reverse=True)), number))
        for number, day in enumerate(ratings)
    )
    (before, _number), (top, number) = ranked[-2:]
    return week.days[number] if rated >= COMPARED and top and top != before else None


def hardest_words(week: DiaryWeek) -> str:
    """ "Wednesday was the hardest day: shame 8, stress 7, 5.5 h asleep."; "" without one."""
    day = hardest(week)
    if day is None:
        return ""
    number = (day - week.first).days
    told = [
        _("{name} {n}").format(name=in_a_sentence(row.name), n=round(row.cells[number].value or 0))
        for row in _telling(week, number)
    ][:NAMED]
    asleep = week.row(ASLEEP)
    if asleep is not None and (hours := asleep.cells[number].value) is not None:
        told.append(_("{hours} h asleep").format(hours=number_words(hours)))
    so_far = _("{weekday} was the hardest day so far: {told}.")
    words = so_far if week.open else _("{weekday} was the hardest day: {told}.")
    return words.format(weekday=weekday(day), told=_(", ").join(told))


def _telling(week: DiaryWeek, number: int) -> Iterable[WeekRow]:
    """The rows that say how hard a day was: a feeling at its height, stress, a moment, the strongest urge."""
    feelings = [row for row in week.of(DiaryPart.FEELINGS) if _at_its_height(row, number)]
    yield from sorted(feelings, key=lambda row: -(row.cells[number].value or 0))[:1]
    known = [row for key in (STRESS, MOMENT) if (row := week.row(key)) is not None]
    yield from (row for row in known if row.cells[number].value)
    urges = [row for row in week.of(DiaryPart.URGES) if row.cells[number].value and not row.harm]
    yield from sorted(urges, key=lambda row: -(row.cells[number].value or 0))[:1]


def _at_its_height(row: WeekRow, number: int) -> bool:
    value = row.cells[number].value
    return bool(value) and value == max(cell.value for cell in row.cells if cell.value is not None)


def in_a_sentence(name: str) -> str:
    """A name as it stands inside an English sentence: "Shame" is "shame", "AA" stays as it is."""
    lowered = name[1:] == name[1:].lower() and i18n.language() == ENGLISH
    return name[:1].lower() + name[1:] if lowered else name


def skills_words(week: DiaryWeek, *, own: bool = False) -> str:
    """ "You used skills 15 times, on all 7 days."; with `own` as the person would say it."""
    by_day = [[row.cells[number].value for row in week.of(DiaryPart.SKILLS)] for number in range(week.over)]
    known = [value for day in by_day for value in day if value is not None]
    if not known:
        return ""
    count = round(sum(known))
    if not count:
        return _("No skill is noted so far.") if week.open else _("No skill is noted this week.")
    lead = _("Skills were used") if own else _("You used skills")
    times = ngettext("{lead} {n} time", "{lead} {n} times", count).format(lead=lead, n=count)
    on = sum(any(day) for day in by_day)
    if on == DAYS:
        return _("{times}, on all 7 days.").format(times=times)
    days = ngettext("{times}, on {n} of {days} day", "{times}, on {n} of {days} days", week.over)
    so_far = _("{words} so far.") if week.open else _("{words}.")
    return so_far.format(words=days.format(times=times, n=on, days=week.over))


def harm_told(week: DiaryWeek, *, own: bool = False) -> HarmTold | None:
    """The urge to hurt oneself of this week, None where it did not come. Only a mark on its row says so."""
    rows = [row for row in week.of(DiaryPart.URGES) if row.harm]
    came: list[str] = []
    acted: list[str] = []
    held = True
    for number, day in enumerate(week.days):
        cells = [row.cells[number] for row in rows]
        top = max((cell.value for cell in cells if cell.value is not None), default=0)
        did = any(cell.acted for cell in cells)
        if not top and not did:
            continue
        named = _("{weekday}, {n} of 10").format(weekday=weekday(day), n=round(top))
        came.append(named if top else weekday(day))
        acted += [weekday(day)] if did else []
        held = held and all(cell.acted is False for cell in cells if cell.value)
    if not came:
        return None
    parts = [_urge_words(came, own=own)]
    if acted:
        words = _("I acted on it on {days}.") if own else _("You acted on it on {days}.")
        parts.append(words.format(days=and_words(acted)))
    elif held:
        parts.append(_("I did not act on it.") if own else _("You did not act on it."))
    return HarmTold(
        sentence=" ".join(parts),
        help=_("If you are hurt, or it comes again, Help now lists people to talk to.")
        if acted
        else _("If it comes again, Help now is always here."),
    )


def _urge_words(came: Sequence[str], *, own: bool) -> str:
    if len(came) == 1:
        once = _("An urge to hurt myself came on {days}."), _("An urge to hurt yourself came on {days}.")
        return once[not own].format(days=came[0])
    several = (
        _("An urge to hurt myself came on {n} days: {days}."),
        _("An urge to hurt yourself came on {n} days: {days}."),
    )
    return several[not own].format(n=len(came), days=_("; ").join(came))


def week_words(week: DiaryWeek, *, own: bool = False) -> str:
    """The week in one paragraph, without the urge to hurt oneself, which stands apart."""
    return " ".join(filter(None, (hardest_words(week), skills_words(week, own=own))))


def why_title(day: date) -> str:
    """What stands above a reason."""
    return _("Why no skill, on {weekday}").format(weekday=weekday(day))


def own_words(week: DiaryWeek) -> str:
    """All that is said of the week as the person would say it, in one paragraph."""
    harm = harm_told(week, own=True)
    told = [harm.sentence] if harm is not None else []
    told += [week_words(week, own=True), *_own_whys(week)]
    return " ".join(filter(None, told))


def _own_whys(week: DiaryWeek) -> Iterable[str]:
    words = _("{title}: “{words}”")
    return (words.format(title=why_title(day), words=why) for day, why in sorted(week.whys.items()))


def as_text(week: DiaryWeek) -> str:
    """The whole card as plain text, with tabs between the days; it speaks as the person does."""
    lines = [_("Diary card"), week.long_title, ""]
    lines.append("\t".join(["", *map(column_words, week.days)]))
    for part, rows in week.parts():
        lines.append(part_title(part))
        lines += ["\t".join([row.name, *(cell_text(row, cell) for cell in row.cells)]) for row in rows]
    lines += ["", _("· is not noted, which is not 0."), ""]
    harm = harm_told(week, own=True)
    lines += [harm.sentence] if harm is not None else []
    lines += [words] if (words := week_words(week, own=True)) else []
    lines += _own_whys(week)
    return "\n".join(lines).rstrip() + "\n"
