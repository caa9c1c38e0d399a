"""What the readers of nights share: moments as programs write them, and a night or why it stays out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from rewire_app.exchange.importers.cells import LARGEST, MOST_TABLES, number, plain_digits
from rewire_app.exchange.importers.found import UNSAID, Doubt, FoundAmount, FoundSleep, LeftOut
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.tables import column_name, columns_of, first_records
from rewire_app.exchange.importers.wall_clocks import iso_moment
from rewire_app.i18n import _

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EARLIEST_MS, LATEST_MS = 631_152_000_000, 7_258_118_400_000
"""1990 and 2200: a count of milliseconds outside of them is no time of a night."""
DEEP = 500
"""So far into a file with several tables one is looked for, in records."""
HEAD = 65_536
TABLE_ENDS = (".csv", ".tsv", ".txt")
_COUNT = re.compile(r"\d{1,9}(?:[.,]0+)?|\d{1,3}(?:[.,'’\s]\d{3}){1,2}")


@dataclass(frozen=True, slots=True)
class NightRow:
    """Where a night stands in a file, from 1, and how its row begins."""

    line: int
    member: str
    raw: str

    def out(self, reason: str) -> LeftOut:
        """The row as one that stays out."""
        return LeftOut(line=self.line, member=self.member, reason=reason, text=self.raw)

    def night(
        self,
        recorder: str,
        span: tuple[datetime | None, datetime | None],
        *,
        asleep_min: int | None = None,
        awake_min: int | None = None,
        rating: float | None = None,
        text: str = "",
        main: bool = True,
    ) -> FoundSleep | LeftOut:
        """The night from the first to the second of `span`; None is a time that could not be read."""
        start, end = span
        if start is None or end is None:
            words = _("When it began cannot be read"), _("When it ended cannot be read")
            return self.out(words[0] if start is None else words[1])
        length = passed(start, end)
        if length is None:
            return self.out(_("Only one of its times has a zone"))
        if length <= timedelta(0):
            return self.out(_("It ends before it begins") if length else _("It ends when it begins"))
        return FoundSleep(
            line=self.line,
            member=self.member,
            recorder=recorder,
            start=start,
            end=end,
            asleep_min=asleep_min,
            awake_min=awake_min,
            rating=rating,
            text=text,
            main=main,
        )

    def score(self, program: str, day: datetime | None, text: str) -> FoundAmount | LeftOut:
        """What a device says of a night as one number, on the day of `day`."""
        value = number(text)
        if day is None:
            return self.out(_("The day cannot be read"))
        if value is None:
            return self.out(_("The number cannot be read"))
        if value < 0:
            return self.out(_("Its number stands for none"))
        name = _("Sleep score, {program}").format(program=program)
        place = f"{self.member}: {name}"
        return FoundAmount(line=self.line, member=place, name=name, day=day.date(), value=value)


def passed(start: datetime, end: datetime) -> timedelta | None:
    """How long it is from `start` to `end`, whatever clocks did; None where only one has a zone."""
    if (start.utcoffset() is None) != (end.utcoffset() is None):
        return None
    if start.utcoffset() is not None:
        return end.astimezone(UTC) - start.astimezone(UTC)
    length = end - start
    # In an hour that the clocks show twice, the second one is told by the end's fold.
    return length + timedelta(hours=1) if end.fold and length <= timedelta(0) else length


def ended(start: datetime | None, end: datetime | None, minutes: float | None) -> datetime | None:
    """`end` on the wall, the second of its kind where `minutes` is an hour more than the clocks show."""
    if start is None or end is None or minutes is None or end.utcoffset() is not None:
        return end
    more = minutes - (end - start) / timedelta(minutes=1)
    return end.replace(fold=1) if abs(more - 60) <= 1 else end


def epoch(told: object, zone: tzinfo = UNSAID) -> datetime | None:
    """The moment of a count of milliseconds since 1970, a whole number or its digits; None for no night's."""
    if isinstance(told, str) and re.fullmatch(r"\d{9,14}(?:\.0)?", told.strip()):
        told = int(told.strip().partition(".")[0])
    if isinstance(told, float) and told.is_integer():
        told = int(told)
    if not isinstance(told, int) or not EARLIEST_MS <= told < LATEST_MS:
        return None
    return (EPOCH + timedelta(milliseconds=told)).astimezone(zone)


def stamp(text: object, zone: tzinfo | None = None) -> datetime | None:
    """The moment of an ISO date and time, with its offset if it has one, else in `zone`; None for none."""
    at = iso_moment(plain_digits(text)) if isinstance(text, str) else None
    return at.replace(tzinfo=zone) if at is not None and at.utcoffset() is None else at


def count(text: str) -> int | None:
    """The whole number of 412, 1,234 or 1 234; None for none, and for less than 0."""
    text = plain_digits(text).strip()
    if not _COUNT.fullmatch(text):
        return None
    return int(re.sub(r"[.,]0{1,2}$|\D", "", text))


def minutes(seconds: object) -> int | None:
    """Whole minutes of seconds, a number or its digits; None for none, and for less than 0."""
    value = number(seconds) if isinstance(seconds, str) else seconds
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LARGEST:
        return None
    return round(value / 60)


def named_members(opened: OpenedFile, ends: Collection[str]) -> list[str]:
    """The files in `opened` that may tell of sleep: first all that are called so, then some others.

    A single file is one of them, whatever it is called.
    """
    names = opened.members()
    if not opened.is_folder and not opened.is_zip:
        return list(names)
    fit = sorted(name for name in names if name.lower().endswith(tuple(ends)))
    likely = {name for name in fit if "sleep" in name.rsplit("/", 1)[-1].lower()}
    return sorted(likely) + [name for name in fit if name not in likely][:MOST_TABLES]


def night_tables(opened: OpenedFile, *headers: Collection[str]) -> Iterator[str]:
    """The files in `opened` in which a table with all columns of one of `headers` begins."""
    wanted = [{column_name(name) for name in header} for header in headers]
    for name in named_members(opened, TABLE_ENDS):
        records = (columns_of(record.cells).keys() for record in first_records(opened, name, DEEP))
        if any(needed <= here for here in records for needed in wanted):
            yield name


def json_heads(opened: OpenedFile, *alternatives: Collection[str]) -> Iterator[str]:
    """The files in `opened` that begin like JSON in which all of one of `alternatives` stand, in quotes."""
    wanted = [[f'"{key}"'.encode() for key in keys] for keys in alternatives]
    for name in named_members(opened, (".json",)):
        head = opened.head(name, HEAD).replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
        if head[:1] in (b"[", b"{") and any(all(key in head for key in keys) for keys in wanted):
            yield name


def no_nights() -> Doubt:
    """What is said of a file that has no row."""
    return Doubt(
        about=_("There is no night in this file."),
        sentence=_("It has a beginning, and nothing stands under it."),
    )


def only_times() -> Doubt:
    """What is said where a device knows more of a night than comes in."""
    return Doubt(
        about=_("Phases of sleep, heart rates and movements stay out."),
        sentence=_("Nights come in with their times, and how long was slept and lain awake."),
    )
