"""Nights as devices tell them: beside the diary, never in it; one a day for each recorder, and no naps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from rewire_app.domain.days import Instant, instant, logical_day
from rewire_app.domain.journal.entries import NightRecording, new_uid
from rewire_app.domain.journal.marks import CustomMeasure, MeasureKind, WishedEnd
from rewire_app.domain.limits import MAX_NAME
from rewire_app.domain.lists.entries import folded
from rewire_app.exchange.importers.found import UNSAID, FoundSleep
from rewire_app.exchange.importers.plan import Making, Spot
from rewire_app.exchange.importers.plan_entries import keep_note
from rewire_app.i18n import _

LONGEST_H = 36
"""Nobody sleeps longer; a span that does is a fault of the file."""
NightAt = tuple[str, FoundSleep, Instant, Instant]
"""A night with its place in the file, and from when to when it went."""


def plan_sleeps(making: Making, sleeps: list[tuple[str, FoundSleep]]) -> None:
    """Plan every night; of several of one recorder that end on a day, the longest.

    Of recorders that tell of the same night (`FoundSleep.telling`), the one that tells most.
    """
    nights: dict[tuple[int, str], list[NightAt]] = {}
    for place, found in sleeps:
        if not found.main:
            making.plan.leave_out(found, _("A nap; only the sleep of the night comes in"))
            continue
        start, end = _at(making, found.start), _at(making, found.end)
        if not 0 <= end.utc_ms - start.utc_ms <= LONGEST_H * 3_600_000:
            making.plan.leave_out(found, _("It ends before it begins, or after more than a day"))
            continue
        if found.asleep_min is not None and found.asleep_min > LONGEST_H * 60:
            making.plan.leave_out(found, _("So much sleep is not possible"))
            continue
        day = logical_day(end, making.here.day_start).toordinal()
        recorder = found.recorder.strip()[:MAX_NAME] or making.here.program
        nights.setdefault((day, folded(recorder)), []).append((place, found, start, end))
    longest: dict[tuple[int, str], NightAt] = {}
    for key, several in sorted(nights.items()):
        several.sort(key=lambda one: one[2].utc_ms - one[3].utc_ms)
        longest[key] = several[0]
        for _place, found, _start, _end in several[1:]:
            making.plan.leave_out(found, _("A shorter sleep of the same day; the longest one comes in"))
    for (_day, recorder), one in _told_best(making, longest).items():
        _plan_night(making, recorder, one)


def _told_best(making: Making, nights: Mapping[tuple[int, str], NightAt]) -> dict[tuple[int, str], NightAt]:
    """Of recorders that tell of one night, the one that tells most; all where they stand side by side.

    A nap that is told well does not stand for a night: the longest one gives way to what is about half of it.
    """
    days: dict[int, list[tuple[str, NightAt]]] = {}
    for (day, recorder), one in nights.items():
        days.setdefault(day, []).append((recorder, one))
    kept: dict[tuple[int, str], NightAt] = {}
    for day, several in days.items():
        rivals = [one for _recorder, one in several if one[1].telling]
        best = _best(rivals) if rivals else None
        for recorder, one in several:
            if best is None or one is best or not one[1].telling:
                kept[day, recorder] = one
            else:
                words = _("{recorder} tells more of this day’s sleep")
                making.plan.leave_out(one[1], words.format(recorder=best[1].recorder.strip()[:MAX_NAME]))
    return kept


def _best(rivals: Sequence[NightAt]) -> NightAt:
    longest = max(rivals, key=_length_ms)
    begin, end = longest[2].utc_ms, longest[3].utc_ms
    same = [one for one in rivals if 2 * (min(one[3].utc_ms, end) - max(one[2].utc_ms, begin)) >= end - begin]
    return max(same, key=lambda one: (one[1].telling, one[1].asleep_min or 0, _length_ms(one)))


def _length_ms(one: NightAt) -> int:
    return one[3].utc_ms - one[2].utc_ms


def _at(making: Making, moment: datetime) -> Instant:
    """The instant of a moment; as the clock here shows it where the file says no zone."""
    if moment.tzinfo is UNSAID:
        return making.here.clock.shown(moment)
    if moment.utcoffset() is None:
        return making.here.clock.at(moment)
    return instant(moment, str(getattr(moment.tzinfo, "key", "")))


def _plan_night(making: Making, folded_recorder: str, one: NightAt) -> None:
    place, found, start, end = one
    day = logical_day(end, making.here.day_start)
    there = making.known.recordings.get((day.toordinal(), folded_recorder))
    if place in making.known.places or there == (start.utc_ms, end.utc_ms):
        making.plan.already(found)
        return
    if there is not None:
        making.plan.leave_out(found, _("There is another night of this recorder on that day"))
        return
    making.known.recordings[day.toordinal(), folded_recorder] = (start.utc_ms, end.utc_ms)
    night = NightRecording(
        uid=new_uid(end),
        day=day,
        recorder=found.recorder.strip()[:MAX_NAME] or making.here.program,
        asleep=start,
        wake=end,
        asleep_min=_minutes(found.asleep_min),
        awake_min=_minutes(found.awake_min),
    )
    making.add(place, night, "nights")
    making.plan.counts["entries"] += 1
    if found.text.strip():
        keep_note(making, Spot(place, end, day), found.text.strip(), [_("Sleep"), making.here.program])
    if found.rating is not None:
        wanted = CustomMeasure(
            uid=new_uid(making.here.now),
            name=_("Night in {program}").format(program=making.here.program)[:MAX_NAME],
            better=WishedEnd.HIGHER,
            asked=False,
            kind=MeasureKind.RATING,
        )
        making.rate(making.measure(wanted), day, round(found.rating), f"{place}:rating")


def _minutes(given: int | None) -> int | None:
    return None if given is None or given < 0 else given
