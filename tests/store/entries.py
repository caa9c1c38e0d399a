"""Entries for the tests of the store: one of each kind by hand, and strategies for any."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.dropped import CameBack, QuickRating, SkillRecall
from rewire_app.domain.journal.entries import (
    DayEntry,
    Intention,
    IntentionOutcome,
    Lasted,
    LookedAfter,
    Managed,
    MedicineNote,
    Moment,
    Night,
    Pause,
    Plan,
    Practice,
    Response,
    SavedRun,
    Status,
    new_uid,
)

DAY = date(2026, 3, 29)
AT = Instant(utc_ms=1_774_800_000_000, offset_min=60, zone="Europe/Berlin")


def later(minutes: int, at: Instant = AT) -> Instant:
    """`at`, some minutes on."""
    return replace(at, utc_ms=at.utc_ms + minutes * 60_000)


def practice(number: int = 0, **given: object) -> Practice:
    """A practice that counts, `number` days after DAY."""
    start = later(number * 1440)
    plain = Practice(
        uid=new_uid(start),
        exercise="d-stop",
        version=1,
        started=start,
        ended=later(4, start),
        day=DAY + timedelta(days=number),
        status=Status.DONE,
        seconds=240,
        steps_done=4,
        steps_seen=4,
        measure="tension",
        before=7,
        after=4,
        answers='{"what":"the letter"}',
        note="easier than last time",
    )
    return replace(plain, **given)


def day_entry(number: int = 0, **given: object) -> DayEntry:
    """An evening check."""
    plain = DayEntry(
        uid=new_uid(AT),
        day=DAY + timedelta(days=number),
        at=later(number * 1440),
        reactivity=6,
        lasted=Lasted.HOUR,
        managed=Managed.HALF,
        stress=5,
        stress_about=("work", "größe"),
        mood=0,
        good="tea",
        note="long day",
    )
    return replace(plain, **given)


def night(number: int = 0, **given: object) -> Night:
    """A night that ends on DAY + number."""
    evening = later(number * 1440 - 480)
    plain = Night(
        uid=new_uid(AT),
        day=DAY + timedelta(days=number),
        bed=evening,
        lights=later(20, evening),
        sol_min=15,
        waso_min=30,
        wake=later(450, evening),
        up=later(470, evening),
        awakenings=2,
        quality=6,
        nap_min=None,
        caffeine_late=True,
        alcohol=False,
        medicine=None,
        note="",
    )
    return replace(plain, **given)


def moment(number: int = 0, **given: object) -> Moment:
    """A moment of reactivity."""
    plain = Moment(
        uid=new_uid(AT),
        at=later(number * 1440),
        day=DAY + timedelta(days=number),
        trigger="an e-mail",
        tag="work",
        peak=8,
        calm_min=25,
        still_going=False,
        response=Response.MIXED,
        urge="write back at once",
        did=("wrote back", "then walked"),
        place="desk",
        company="alone",
        note="",
    )
    return replace(plain, **given)


def plan(number: int = 0, **given: object) -> Plan:
    """A plan from DAY + number on."""
    plain = Plan(
        uid=new_uid(AT), from_day=DAY + timedelta(days=number), per_week=4, cue="after coffee", minutes=5
    )
    return replace(plain, **given)


def pause(number: int = 0, **given: object) -> Pause:
    """An open pause from DAY + number on."""
    return replace(Pause(uid=new_uid(AT), from_day=DAY + timedelta(days=number), reason="flu"), **given)


def intention(number: int = 0, **given: object) -> Intention:
    """An if-then sentence."""
    plain = Intention(
        uid=new_uid(AT), day=DAY + timedelta(days=number), text="If the phone rings, then breathe"
    )
    return replace(plain, **given)


def rating_dropped(number: int = 0, **given: object) -> QuickRating:
    """A quick rating of DAY + number."""
    day, at = DAY + timedelta(days=number), later(number * 1440)
    return replace(QuickRating(uid=new_uid(AT), day=day, at=at, value=7, words="after the call"), **given)


def skill_recall(number: int = 0, **given: object) -> SkillRecall:
    """What came back of an exercise on DAY + number."""
    day, at = DAY + timedelta(days=number), later(number * 1440)
    plain = SkillRecall(uid=new_uid(AT), subject="d-stop", day=day, at=at, grade=CameBack.PARTLY)
    return replace(plain, **given)


def saved_run(state: str = '{"step":2}') -> SavedRun:
    """A run under way."""
    return SavedRun(exercise="b-paced", version=2, started=AT, state=state)


words = st.text(max_size=60).map(lambda text: text.replace("\0", "").encode("utf-8", "ignore").decode())
rating = st.none() | st.integers(0, 10)
count = st.integers(0, 10_000)
days = st.dates(date(1990, 1, 1), date(2200, 1, 1))
instants = st.builds(
    Instant,
    utc_ms=st.integers(0, 7_000_000_000_000),
    offset_min=st.integers(-1440, 1440),
    zone=st.sampled_from(["", "Europe/Berlin", "Pacific/Kiritimati"]),
)
uids = instants.map(new_uid)
ids = st.sampled_from(["d-stop", "b-paced", "e-name"])

practices = st.builds(
    Practice,
    uid=uids,
    exercise=ids,
    version=st.integers(1, 99),
    started=instants,
    ended=instants,
    day=days,
    status=st.sampled_from(Status),
    seconds=count,
    steps_done=count,
    steps_seen=count,
    measure=words,
    before=st.none() | st.integers(0, 100),
    after=st.none() | st.integers(0, 100),
    answers=words,
    note=words,
    place=words,
    company=words,
    away=st.booleans(),
)
day_entries = st.builds(
    DayEntry,
    uid=uids,
    day=days,
    at=instants,
    reactivity=rating,
    lasted=st.none() | st.sampled_from(Lasted),
    managed=st.none() | st.sampled_from(Managed),
    stress=rating,
    stress_about=st.lists(words, max_size=4).map(tuple),
    mood=rating,
    good=words,
    note=words,
    body=st.none() | st.sampled_from(LookedAfter),
    ate=st.none() | st.sampled_from(LookedAfter),
    sober=st.none() | st.sampled_from(LookedAfter),
    slept=st.none() | st.sampled_from(LookedAfter),
    moved=st.none() | st.sampled_from(LookedAfter),
    medicine=st.none() | st.sampled_from(MedicineNote),
)


@st.composite
def _nights(draw: st.DrawFn) -> Night:
    bed = draw(instants)
    steps = [draw(st.integers(0, 600)) for _ in range(3)]
    lights = later(steps[0], draw(st.just(bed)))
    wake = later(steps[1], lights)
    flag = st.none() | st.booleans()
    return Night(
        uid=draw(uids),
        day=draw(days),
        bed=bed,
        lights=lights,
        sol_min=draw(count),
        waso_min=draw(count),
        wake=replace(wake, offset_min=draw(st.integers(-720, 840))),
        up=later(steps[2], wake),
        awakenings=draw(st.none() | count),
        quality=draw(rating),
        nap_min=draw(st.none() | count),
        caffeine_late=draw(flag),
        alcohol=draw(flag),
        medicine=draw(flag),
        note=draw(words),
        awake=draw(st.lists(st.tuples(count, count), max_size=3).map(tuple)),
        noted_day=draw(st.none() | days),
    )


nights = _nights()
moments = st.builds(
    Moment,
    uid=uids,
    at=instants,
    day=days,
    trigger=words,
    tag=words,
    peak=rating,
    calm_min=st.none() | count,
    still_going=st.booleans(),
    response=st.none() | st.sampled_from(Response),
    urge=words,
    did=st.lists(words, max_size=4).map(tuple),
    place=words,
    company=words,
    note=words,
    measured=st.none() | st.booleans(),
    feelings=st.lists(words, max_size=4).map(tuple),
    skills=st.lists(words, max_size=4).map(tuple),
    exercise=ids | st.just(""),
)


def _plan_with(weekdays: int | None, per_week: int, **given: object) -> Plan:
    """A plan whose days a week are as many as its weekdays, if it names them."""
    days = per_week if weekdays is None else weekdays.bit_count()
    return Plan(per_week=days, weekdays=weekdays, **given)  # type: ignore[arg-type]


plans = st.builds(
    _plan_with,
    weekdays=st.none() | st.integers(1, 127),
    per_week=st.integers(0, 7),
    uid=uids,
    from_day=days,
    cue=words,
    exercise=ids | st.just(""),
    minutes=st.none() | st.integers(1, 600),
    thread=st.just("plan") | uids,
    obstacle=words,
    answer=words,
)
ratings_dropped = st.builds(
    QuickRating, uid=uids, day=days, at=instants, value=st.integers(0, 10), words=words
)
skill_recalls = st.builds(
    SkillRecall, uid=uids, subject=ids, day=days, at=instants, grade=st.sampled_from(CameBack)
)
pauses = st.builds(
    lambda uid, start, length, reason: Pause(
        uid=uid,
        from_day=start,
        to_day=None if length is None else start + timedelta(days=length),
        reason=reason,
    ),
    uids,
    days,
    st.none() | st.integers(0, 90),
    words,
)
intentions = st.builds(
    Intention,
    uid=uids,
    day=days,
    text=words,
    exercise=ids | st.just(""),
    recalled=st.none() | st.sampled_from(IntentionOutcome),
    recalled_day=st.none() | days,
)
