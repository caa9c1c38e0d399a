"""One entry of Day One, whatever file it comes from: an instant of UTC and, if told, its zone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rewire_app.exchange.importers.found import Doubt, FoundEntry, LeftOut
from rewire_app.exchange.importers.jrnl_json import stars_stay_out, unsigned_tags
from rewire_app.exchange.importers.plain_words import even_lines
from rewire_app.exchange.importers.wall_clocks import real_day, zone_of
from rewire_app.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOneEntry:
    """What a file says. at: aware, None if it cannot be read. shown: how that stands in the file.

    zone: "" if none is told. whole_day: written for a day, so that its time says nothing. has_places:
    also weather, steps and the like.
    """

    at: datetime | None
    shown: str
    zone: str = ""
    text: str = ""
    tags: tuple[str, ...] = ()
    whole_day: bool = False
    starred: bool = False
    has_media: bool = False
    has_places: bool = False

    def found(self, line: int, member: str) -> FoundEntry | LeftOut:
        """The entry in the file's own terms; day and time are those of its zone, or of UTC."""
        at, tags = self._on_wall(), unsigned_tags(self.tags)
        day = None if at is None else real_day(at.year, at.month, at.day)
        why = ""
        if at is None or day is None:
            why = _("The day cannot be read")
        elif not self.text.strip() and not tags:
            why = _("There are no words in it")
        if why or at is None or day is None:
            return LeftOut(line=line, member=member, reason=why, text=f"{self.shown} {self.text[:200]}")
        zone = zone_of(self.zone)
        offset = at.utcoffset() or timedelta()
        return FoundEntry(
            line=line,
            member=member,
            day=day,
            time=None if self.whole_day else at.time(),
            offset_min=offset // timedelta(minutes=1) if zone is not None or offset else None,
            zone=self.zone if isinstance(zone, ZoneInfo) else "",
            utc=zone is None and not offset and not self.whole_day,
            text=even_lines(self.text),
            tags=tags,
        )

    def _on_wall(self) -> datetime | None:
        """What the clock showed where it was written; as it stands where no zone is told."""
        if self.at is None or not 1 < self.at.year < 9999:
            return None
        zone = zone_of(self.zone)
        return self.at.astimezone(zone) if zone is not None else self.at


def what_stays_out(one: DayOneEntry, seen: set[Doubt]) -> Iterator[Doubt]:
    """What an entry has that does not come in, each said once: what was said is kept in `seen`."""
    said = []
    if one.has_media:
        words = _("Words, tags and times come in. Where a picture stood, the text keeps its mark.")
        said.append(Doubt(about=_("Pictures and recordings stay out."), sentence=words))
    if one.has_places:
        words = _("Words, tags and times come in.")
        said.append(Doubt(about=_("Places, weather and steps stay out."), sentence=words))
    if one.starred:
        said.append(stars_stay_out())
    if one.zone and zone_of(one.zone) is None:
        words = _("Its times are read as those without a zone.")
        said.append(Doubt(about=_("A time zone in the file has a name that is not known."), sentence=words))
    for doubt in said:
        if doubt not in seen:
            seen.add(doubt)
            yield doubt
