"""Entries of a diary: notes with their tags, the mood of each day, and what activities become."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import (
    MAX_TEXT,
    DayEntry,
    LookedAfter,
    Moment,
    Practice,
    Status,
    new_uid,
)
from rewire_app.domain.journal.marks import CustomMeasure, MeasureKind, WishedEnd
from rewire_app.domain.journal.notes import MAX_TAGS, Note
from rewire_app.domain.limits import MAX_NAME
from rewire_app.exchange.importers.found import FoundEntry
from rewire_app.exchange.importers.meanings import NO_MOOD, TAG, Becomes, Meaning, WordKind
from rewire_app.exchange.importers.plain_words import even_lines
from rewire_app.exchange.importers.plan import Making, Spot
from rewire_app.i18n import _
from rewire_app.store.bringing import Filled


@dataclass(frozen=True, slots=True)
class _Placed:
    """One entry of the file, with where and when it is."""

    found: FoundEntry
    spot: Spot


def plan_entry(making: Making, place: str, found: FoundEntry) -> None:
    """Plan one entry of a diary."""
    one = _Placed(found, making.here.spot(place, found))
    meant = {word: _meaning(making, word) for word in found.activities}
    of_the_day = _note_for_the_day(making, one, meant)
    before = len(making.plan.entries)
    wanted = [_plan_activities(making, one, meant), _plan_note(making, one, meant)]
    if len(making.plan.entries) > before:
        making.plan.counts["entries"] += 1
    elif of_the_day:
        making.waiting.setdefault(one.spot.day, []).append(found)
    elif any(wanted):
        making.plan.already(found)
    else:
        making.plan.leave_out(found, _("Nothing of it becomes anything here"))


def _meaning(making: Making, word: str) -> Meaning:
    return making.meanings.get((WordKind.ACTIVITY, word), TAG)


def _mood(making: Making, found: FoundEntry) -> int | None:
    return making.meanings.get((WordKind.MOOD, found.mood), NO_MOOD).value if found.mood else None


def _note_for_the_day(making: Making, one: _Placed, meant: dict[str, Meaning]) -> bool:
    """Note mood and movement for their day, which gets one of each at the end; whether there is any."""
    mood = _mood(making, one.found)
    moved = any(meaning.becomes is Becomes.MOVED for meaning in meant.values())
    if mood is not None:
        making.moods.setdefault(one.spot.day, []).append((mood, one.spot.at))
    if moved:
        making.moved.setdefault(one.spot.day, one.spot.at)
    return moved or mood is not None


def _plan_activities(making: Making, one: _Placed, meant: dict[str, Meaning]) -> bool:
    """Plan what activities become beside tags; whether any becomes something."""
    company = ", ".join(word for word, meaning in meant.items() if meaning.becomes is Becomes.COMPANY)
    wanted = False
    for word, meaning in meant.items():
        if meaning.becomes is Becomes.PRACTICE:
            _plan_practice(making, one, word, meaning.exercise, company)
            wanted = True
        elif meaning.becomes is Becomes.MOMENT:
            _plan_moment(making, one, word, company)
            wanted = True
    return wanted


def _plan_practice(making: Making, one: _Placed, word: str, exercise: str, company: str) -> None:
    key = (one.spot.day.toordinal(), one.spot.at.utc_ms // 60_000, exercise)
    place = f"{one.spot.place}:practice:{exercise}"
    if key not in making.known.practices and place not in making.known.places:
        making.known.practices.add(key)
        practice = practised_elsewhere(making, one.spot, exercise, word)
        making.add(place, replace(practice, company=company[:MAX_NAME]), "practices")


def practised_elsewhere(making: Making, spot: Spot, exercise: str, word: str, seconds: int = 0) -> Practice:
    """A pass that was done without the screen; its note says what it was called there."""
    from_there = _("{word}, from {program}").format(word=word, program=making.here.program)
    at = spot.at
    return Practice(
        uid=new_uid(at),
        exercise=exercise,
        version=making.here.versions.get(exercise, 1),
        started=at,
        ended=Instant(utc_ms=at.utc_ms + seconds * 1000, offset_min=at.offset_min, zone=at.zone),
        day=spot.day,
        status=Status.DONE,
        seconds=seconds,
        steps_done=0,
        steps_seen=0,
        note=from_there,
        away=True,
    )


def _plan_moment(making: Making, one: _Placed, word: str, company: str) -> None:
    trigger = word[:MAX_TEXT]
    key = (one.spot.day.toordinal(), one.spot.at.utc_ms // 60_000, trigger)
    place = f"{one.spot.place}:moment:{word}"
    if key in making.known.moments or place in making.known.places:
        return
    making.known.moments.add(key)
    words = _("From {program}; how strong it was is not known.").format(program=making.here.program)
    moment = Moment(
        uid=new_uid(one.spot.at),
        at=one.spot.at,
        day=one.spot.day,
        trigger=trigger,
        company=company[:MAX_NAME],
        note=words,
    )
    making.add(place, moment, "moments")


def _plan_note(making: Making, one: _Placed, meant: dict[str, Meaning]) -> bool:
    """Plan the note of an entry, if there is anything to write; whether there is."""
    found = one.found
    tagged = [word for word, meaning in meant.items() if meaning.becomes in (Becomes.TAG, Becomes.COMPANY)]
    words = "\n\n".join(part for part in (found.title.strip(), found.text.strip()) if part)
    unsaid = found.mood if found.mood and _mood(making, found) is None else ""
    if not (words or tagged or found.tags or unsaid):
        return False
    tags = [found.mood, *tagged, *found.tags, making.here.program]
    text = words or ", ".join(filter(None, [unsaid, *tagged, *found.tags]))
    keep_note(making, one.spot, text, tags)
    return True


def keep_note(making: Making, spot: Spot, text: str, tags: list[str]) -> bool:
    """Plan a note, in several pieces if it is longer than one can be; whether anything of it is new here."""
    shown = [tag for tag in dict.fromkeys(tag.strip() for tag in tags) if tag]
    long = [tag for tag in shown if len(tag) > MAX_NAME] + shown[MAX_TAGS:]
    kept = tuple(tag for tag in shown[:MAX_TAGS] if tag not in long)
    whole = even_lines("\n\n".join(part for part in (text, ", ".join(long)) if part)).replace("\0", "")
    came = False
    for number, start in enumerate(range(0, len(whole), MAX_TEXT)):
        piece = whole[start : start + MAX_TEXT]
        key, where = (spot.day.toordinal(), spot.at.utc_ms // 60_000, piece), f"{spot.place}:note:{number}"
        if key in making.known.notes or where in making.known.places:
            continue
        making.known.notes.add(key)
        making.add(
            where, Note(uid=new_uid(spot.at), day=spot.day, at=spot.at, text=piece, tags=kept), "notes"
        )
        came = True
    return came


def plan_days(making: Making) -> None:
    """Give each day its mood (the mean of several, in whole steps) and that one moved, where it has none."""
    for day in sorted({*making.moods, *making.moved}):
        came = _plan_day(making, day)
        for found in making.waiting.get(day, ()):
            if came:
                making.plan.counts["entries"] += 1
            else:
                making.plan.already(found)


def _plan_day(making: Making, day: date) -> bool:
    """Plan what one day gets; whether that is anything new."""
    moods = making.moods.get(day, [])
    mood = _mean([value for value, _at in moods]) if moods else None
    at = moods[-1][1] if moods else making.moved[day]
    there = making.known.days.get(day.toordinal())
    if there is None:
        return _plan_new_day(making, day, at, mood)
    came = False
    if mood is not None and there.mood is None:
        came |= _fill(making, there.uid, day, "mood", mood)
    elif mood is not None and there.mood != mood:
        came |= _keep_both(making, day, mood)
    if day in making.moved and there.moved is None:
        came |= _fill(making, there.uid, day, "moved", LookedAfter.YES)
    return came


def _came(making: Making, day: date, name: str) -> bool:
    """Whether this file gave the day this field before."""
    return f"day:{day.toordinal()}:{name}" in making.known.places


def _plan_new_day(making: Making, day: date, at: Instant, mood: int | None) -> bool:
    if _came(making, day, "mood") or _came(making, day, "moved"):
        return False  # it was removed here since
    moved = LookedAfter.YES if day in making.moved else None
    name = "mood" if mood is not None else "moved"
    entry = DayEntry(uid=new_uid(at), day=day, at=at, mood=mood, moved=moved)
    making.plan.entries.append((f"day:{day.toordinal()}:{name}", entry))
    making.plan.counts["moods"] += mood is not None
    making.plan.counts["moved"] += moved is not None
    return True


def _fill(making: Making, uid: str, day: date, name: str, value: object) -> bool:
    if _came(making, day, name):
        return False  # it was emptied here since
    place = f"day:{day.toordinal()}:{name}"
    making.plan.fills.append(Filled(uid=uid, field=name, value=value, place=place))
    making.plan.counts["moods" if name == "mood" else name] += 1
    return True


def _keep_both(making: Making, day: date, mood: int) -> bool:
    """A day that has a mood keeps it; the other stands beside it, under the name of where it came from."""
    if _came(making, day, "mood"):
        return False  # it was changed here since
    name = _("Mood in {program}").format(program=making.here.program)
    wanted = CustomMeasure(
        uid=new_uid(making.here.now),
        name=name[:MAX_NAME],
        better=WishedEnd.HIGHER,
        asked=False,
        kind=MeasureKind.RATING,
    )
    kept = making.rate(making.measure(wanted), day, mood, f"day:{day.toordinal()}:beside") == ""
    making.plan.counts["kept_both"] += kept
    making.plan.counts["values"] -= kept
    return kept


def _mean(values: list[int]) -> int:
    """The mean in whole steps, halves up."""
    return (2 * sum(values) + len(values)) // (2 * len(values))
