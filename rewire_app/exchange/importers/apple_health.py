"""Apple Health's export: of hundreds of megabytes the sleep alone, read as a stream.

Phone, watch and other programs tell of the same night, each in its own records: every recorder's sleeps are
found by themselves, and nothing is ever added up over several.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime

from rewire_app.exchange.importers.apple_sleep import Phase, PhaseRecord, RecordsOf
from rewire_app.exchange.importers.cells import MOST_TABLES
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, Doubt, FoundSleep, LeftOut, RowsRead
from rewire_app.exchange.importers.opened import STREAMED, OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file, too_large
from rewire_app.exchange.importers.wall_clocks import FARTHEST_MIN, real_day
from rewire_app.exchange.importers.xml_stream import PIECE, ElementsWanted, read_elements, root_begins
from rewire_app.i18n import _, ngettext

NAME = "Apple Health"
ROOT = "HealthData"
SLEEP = "HKCategoryTypeIdentifierSleepAnalysis"
VALUE = "HKCategoryValueSleepAnalysis"
PHASES = {
    f"{VALUE}InBed": Phase.IN_BED,
    f"{VALUE}Awake": Phase.AWAKE,
    f"{VALUE}Asleep": Phase.ASLEEP,
    f"{VALUE}AsleepUnspecified": Phase.ASLEEP,
    f"{VALUE}AsleepCore": Phase.CORE,
    f"{VALUE}AsleepDeep": Phase.DEEP,
    f"{VALUE}AsleepREM": Phase.REM,
}
MOST = 1_000_000
"""So many records of sleep are held; twenty years of a watch have half of them."""
MOST_OUT = 2_000
"""So many that stay out are listed one by one."""
MOST_RECORDERS = 200
_MOMENT = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[ T](\d{1,2}):(\d\d):(\d\d)(?: ?([AP])\.?M\.?)? ?(?:Z|([+-])(\d\d):?(\d\d))",
    re.ASCII | re.IGNORECASE,
)


def _members(opened: OpenedFile) -> list[str]:
    """The files in `opened` that are such exports."""
    names = opened.members()
    if opened.is_folder or opened.is_zip:
        names = tuple(name for name in names if name.lower().endswith(".xml"))
    return [name for name in names[:MOST_TABLES] if _is_export(opened.head(name, PIECE))]


def _is_export(head: bytes) -> bool:
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
    return begins and (b"<!DOCTYPE %s" % ROOT.encode() in head or root_begins(head, ROOT) is not None)


def _looks(opened: OpenedFile) -> bool:
    return bool(_members(opened))


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundSleep | LeftOut | Doubt | RowsRead]:
    members = _members(opened)
    if not members:
        raise damaged_file()
    found = False
    for member in members:
        records = _Records(member)
        with opened.open(member, STREAMED) as stream:
            for count in read_elements(stream, ElementsWanted(ROOT, "Record", SLEEP, records.take)):
                yield RowsRead(count)
        yield from records.left_out
        if records.more_out:
            yield _more_out(records.more_out)
        for one in _sleeps(member, records):
            found = found or isinstance(one, FoundSleep)
            yield one
    if found:
        words = _("Steps, heart rates and all else in this file stay out.")
        yield Doubt(about=_("Only sleep comes in."), sentence=words)
    else:
        words = _("It was read to its end.")
        yield Doubt(about=_("There is no sleep in this file."), sentence=words)


class _Records:
    """The sleep records of one file, as they are met."""

    def __init__(self, member: str) -> None:
        self._member = member
        self.of: dict[str, RecordsOf] = {}
        self.left_out: list[LeftOut] = []
        self.more_out = 0
        self._count = 0

    def take(self, attributes: list[str], line: int) -> None:
        """Keep what a record says of sleep."""
        values = dict(zip(attributes[::2], attributes[1::2], strict=True))
        if values.get("type") != SLEEP:
            return
        self._count += 1
        phase = PHASES.get(values.get("value", ""))
        start, end = _moment(values.get("startDate", "")), _moment(values.get("endDate", ""))
        recorder = _plain(values.get("sourceName", "")) or NAME
        if phase is None:
            why = _("What this record says is not known here")
        elif start is None or end is None:
            why = _("When it began cannot be read") if start is None else _("When it ended cannot be read")
        elif end <= start:
            why = _("It ends before it begins") if end < start else _("It ends when it begins")
        elif self._count > MOST or (recorder not in self.of and len(self.of) >= MOST_RECORDERS):
            raise too_large()
        else:
            self.of.setdefault(recorder, RecordsOf()).add(_record(line, phase, start, end))
            return
        self.leave_out(line, why, f"{recorder}, {values.get('startDate', '')}, {values.get('value', '')}")

    def leave_out(self, line: int, why: str, text: str) -> None:
        """Note that a record stays out; very many are counted only."""
        if len(self.left_out) >= MOST_OUT:
            self.more_out += 1
            return
        self.left_out.append(LeftOut(line=line, member=self._member, reason=why, text=text))


def _sleeps(member: str, records: _Records) -> Iterator[FoundSleep | LeftOut | Doubt]:
    lines: set[int] = set()
    only_in_bed = 0
    for recorder, own in records.of.items():
        for one in own.sleeps():
            line = 0 if one.line in lines else one.line  # a line names one sleep at most
            lines.add(one.line)
            if isinstance(one, PhaseRecord):
                reason = _("It tells of lying awake alone, and of no sleep")
                yield LeftOut(line=line, member=member, reason=reason, text=recorder)
                continue
            only_in_bed += one.asleep_min is None
            yield FoundSleep(
                line=line,
                member=member,
                recorder=recorder,
                start=one.start,
                end=one.end,
                asleep_min=one.asleep_min,
                awake_min=one.awake_min,
                telling=one.telling,
            )
    if only_in_bed:
        about = ngettext(
            "{n} sleep is told as time in bed alone.",
            "{n} sleeps are told as time in bed alone.",
            only_in_bed,
        )
        words = _("Such a night has its times, and no minutes of sleep.")
        yield Doubt(about=about.format(n=f"{only_in_bed:,}"), sentence=words)


def _more_out(n: int) -> Doubt:
    about = ngettext("{n} more record stays out.", "{n} more records stay out.", n).format(n=f"{n:,}")
    return Doubt(about=about, sentence=_("They are too many to be listed one by one."))


def _record(line: int, phase: Phase, start: datetime, end: datetime) -> PhaseRecord:
    return PhaseRecord(
        line, phase, *(int(one.timestamp()) for one in (start, end)), *map(_offset, (start, end))
    )


def _offset(moment: datetime) -> int:
    offset = moment.utcoffset()
    assert offset is not None
    return round(offset.total_seconds() / 60)


def _plain(name: str) -> str:
    """A recorder's name with ordinary blanks: Apple puts one that does not break into its own."""
    return " ".join(name.split())


def _moment(text: str) -> datetime | None:
    """The moment of 2026-11-20 23:10:00 +0100, or with 11:10:00 PM; None for none."""
    found = _MOMENT.fullmatch(unicodedata.normalize("NFKC", text[:60]).strip())
    if not found or real_day(int(found[1]), int(found[2]), int(found[3])) is None:
        return None
    hour = int(found[4])
    if found[7]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[7].upper() == "P" else 0)
    sign, hours, minutes = found[8] or "+", found[9] or "00", found[10] or "00"
    if int(hours) * 60 + int(minutes) > FARTHEST_MIN:
        return None
    text = f"{found[1]}-{found[2]}-{found[3]}T{hour:02}:{found[5]}:{found[6]}{sign}{hours}:{minutes}"
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


FORMAT = FileFormat(id="apple-health", name=NAME, looks=_looks, read=_read)
