"""What a person keeps beside their days, for the tests of the store: one of each by hand, and strategies."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from rewire_app.domain.custom import BreathPattern, CustomExercise, Favourite
from rewire_app.domain.experiment.experiment import Experiment, seal_hash
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.marks import CustomMeasure, CustomRating, Mark, MarkKind, WishedEnd
from rewire_app.domain.journal.unwanted import UnwantedEffect, Worse
from rewire_app.domain.library.reading import Highlight, Reading, Reply
from rewire_app.domain.lists.entries import (
    CrisisLine,
    CrisisSection,
    KitItem,
    LadderStep,
    ListEntry,
    Pattern,
    PatternState,
    Urge,
    Value,
    Worry,
    WorrySort,
)
from rewire_app.domain.lists.expected import (
    Asking,
    Expectation,
    ExpectationKind,
    ExpectationOutcome,
    ExpectationState,
)
from rewire_app.domain.lists.written import Dream, Script, Thought, UrgeCard
from tests.store.entries import AT, DAY, days, instants, rating, uids, words

SEAL = '{"order":"ABBABAAB","salt":"9f"}'


def value(name: str = "Patience", **given: object) -> Value:
    """Something that matters."""
    return replace(Value(uid=new_uid(AT), name=name, meaning="to stay when it is loud", lived=4), **given)


def step(words: str = "Ring the bell", **given: object) -> LadderStep:
    """A step of a ladder."""
    plain = LadderStep(uid=new_uid(AT), fear="dogs", step=words, distress=6, done_day=DAY)
    return replace(plain, **given)


def crisis_line(words: str = "Walk round the block", **given: object) -> CrisisLine:
    """A line of the plan for a crisis."""
    plain = CrisisLine(uid=new_uid(AT), section=CrisisSection.ALONE, text=words, contact="")
    return replace(plain, **given)


def pattern(reaction: str = "Going quiet", **given: object) -> Pattern:
    """An old lesson."""
    plain = Pattern(
        uid=new_uid(AT),
        reaction=reaction,
        family="away",
        triggers=("a raised voice", "größe"),
        protected="kept me out of rows",
        gain="it is over sooner",
        cost="nobody knows what I want",
        feeds="short sleep",
        response="say one sentence",
        automatic=8,
        situation="someone raises their voice",
        learned="at home, at table",
        signs=("warm ears", "größe"),
        then_now=(("they shouted", "most people wait"),),
        exercises=("b-paced",),
        articles=("L24",),
        fear="loud rooms",
        station=2,
        since=DAY,
    )
    return replace(plain, **given)


def worry(words: str = "The letter from the bank", **given: object) -> Worry:
    """A parked worry."""
    plain = Worry(uid=new_uid(AT), text=words, sort=WorrySort.OPEN, next_step="open it", due=DAY, minute=1080)
    return replace(plain, **given)


def urge(number: int = 0, **given: object) -> Urge:
    """An urge that was watched."""
    plain = Urge(
        uid=new_uid(AT),
        day=DAY + timedelta(days=number),
        urge="to check the phone",
        places=("chest", "hands"),
        first=5,
        peak=8,
        last=3,
        need="rest",
        acted=False,
    )
    return replace(plain, **given)


def kit_item(item: str = "Wool blanket", **given: object) -> KitItem:
    """A thing that soothes."""
    return replace(KitItem(uid=new_uid(AT), item=item, sense="touch"), **given)


def expectation(what: str = "Ring the office", **given: object) -> Expectation:
    """Something that waits for *How was it?*."""
    plain = Expectation(
        uid=new_uid(AT),
        what=what,
        kind=ExpectationKind.TEST,
        predict="they will hang up",
        guess=7,
        chance=80,
        belief=65,
        due=DAY,
        came="they were kind",
        found=2,
        share=10,
        learned="größe helps",
        again=3,
        know="her answer",
        stay="she has answered",
        stay_min=20,
        left_out=("saying sorry",),
        hoped=False,
        made_day=DAY,
        later=35,
        surprise=7,
        safe=("held my notes",),
        place="office",
        company="Noor",
    )
    return replace(plain, **given)


def card(urge: str = "To write to her at night", **given: object) -> UrgeCard:
    """An urge and both roads."""
    plain = UrgeCard(
        uid=new_uid(AT),
        urge=urge,
        act_pro="the silence ends",
        act_con="I am ashamed at breakfast",
        wait_pro="I sleep",
        wait_con="it gnaws for an hour",
        line="It is half over in twenty minutes.",
        instead="ring Noor",
    )
    return replace(plain, **given)


def script(ask: str = "One project fewer", **given: object) -> Script:
    """Words for something to ask for."""
    plain = Script(
        uid=new_uid(AT),
        ask=ask,
        about="work",
        describe="I have four projects",
        express="I am tired",
        reinforce="the others get done",
        mindful="come back to it",
        offer="I hand it over",
        limit="not five",
    )
    return replace(plain, **given)


def thought(hard: str = "Nobody would miss me", **given: object) -> Thought:
    """A hard thought and a fairer one."""
    return replace(Thought(uid=new_uid(AT), hard=hard, fair="Noor rang twice", belief=55), **given)


def dream(name: str = "The stairs", **given: object) -> Dream:
    """A bad dream and the new way it goes."""
    return replace(Dream(uid=new_uid(AT), dream=name, new="the door opens on the garden"), **given)


def reading(article: str = "L01", **given: object) -> Reading:
    """An article that was opened."""
    return replace(Reading(uid=new_uid(AT), article=article, opened=AT, place=3), **given)


def highlight(block: int = 2, **given: object) -> Highlight:
    """Marked words."""
    plain = Highlight(
        uid=new_uid(AT), article="L01", block=block, start=4, end=9, quote="brake", at=AT, note="mine"
    )
    return replace(plain, **given)


def reply(question: str = "1", **given: object) -> Reply:
    """An answer in own words."""
    plain = Reply(uid=new_uid(AT), article="L01", question=question, text="It comes back.", at=AT, day=DAY)
    return replace(plain, **given)


def own_exercise(id: str = "own-tea", **given: object) -> CustomExercise:
    """An exercise the person wrote."""
    return replace(CustomExercise(uid=new_uid(AT), id=id, text='title = "Tea"\n', at=AT), **given)


def favourite(exercise: str = "d-stop", **given: object) -> Favourite:
    """An exercise at hand."""
    return replace(Favourite(uid=new_uid(AT), exercise=exercise), **given)


def breath(name: str = "Slow", **given: object) -> BreathPattern:
    """A breathing pattern."""
    plain = BreathPattern(uid=new_uid(AT), name=name, inhale=4, hold=0, exhale=6.5, hold_out=0.5, minutes=5)
    return replace(plain, **given)


def mark(number: int = 0, **given: object) -> Mark:
    """Something that began on DAY + number."""
    plain = Mark(uid=new_uid(AT), from_day=DAY + timedelta(days=number), kind=MarkKind.MOVE, text="new flat")
    return replace(plain, **given)


def own_measure(name: str = "Headache", **given: object) -> CustomMeasure:
    """A measure of one's own."""
    return replace(
        CustomMeasure(uid=new_uid(AT), name=name, high=5, high_words="the worst", better=WishedEnd.LOWER),
        **given,
    )


def own_rating(measure: CustomMeasure, number: int = 0, value: int = 2) -> CustomRating:
    """The value of `measure` on DAY + number."""
    return CustomRating(
        uid=new_uid(AT), measure_uid=measure.uid, day=DAY + timedelta(days=number), value=value
    )


def experiment(number: int = 0, **given: object) -> Experiment:
    """An experiment that begins on DAY + number."""
    plain = Experiment(
        uid=new_uid(AT),
        question="Which one carries further?",
        option_a="breathing",
        option_b="walking",
        outcome="reactivity",
        start_day=DAY + timedelta(days=number),
        seal=SEAL,
        sealed_hash=seal_hash(SEAL),
    )
    return replace(plain, **given)


def unwanted(number: int = 0, **given: object) -> UnwantedEffect:
    """An answer to whether anything made things worse."""
    plain = UnwantedEffect(
        uid=new_uid(AT),
        day=DAY + timedelta(days=number),
        answer=Worse.SOME,
        exercise="d-stop",
        offered=False,
        note="counting made it louder",
    )
    return replace(plain, **given)


WORDED = {
    "name", "meaning", "fear", "step", "contact", "reaction", "family", "protected", "gain", "cost", "feeds",
    "response", "text", "next_step", "urge", "need", "item", "sense", "quote", "note",
    "option_a", "outcome", "what", "predict", "came", "learned", "act_pro", "act_con", "wait_pro", "wait_con",
    "line", "instead", "ask", "about", "describe", "express", "reinforce", "mindful", "offer", "limit",
    "hard", "fair", "dream", "new", "situation", "know", "stay", "place", "company", "why",
}  # fmt: skip
"""Fields that a person fills with words of their own."""


def one_of_each() -> list[object]:
    """Everything a person can keep beside their days, once."""
    measure = own_measure()
    lists = [value(), step(), crisis_line(), pattern(), worry(), urge(), kit_item()]
    written = [expectation(), card(), script(), thought(), dream()]
    library = [reading(), highlight(), reply(), own_exercise(), favourite(), breath()]
    return [*lists, *written, *library, mark(), measure, own_rating(measure), experiment(), unwanted()]


percent = st.none() | st.integers(0, 100)
some = words.filter(lambda text: bool(text.strip()))
several = st.lists(words, max_size=4).map(tuple)

KEPT_STRATEGIES: dict[str, st.SearchStrategy[ListEntry]] = {
    "values": st.builds(Value, uid=uids, name=some, meaning=words, lived=rating),
    "ladder": st.builds(
        LadderStep, uid=uids, fear=words, step=some, distress=rating, done_day=st.none() | days
    ),
    "crisis_plan": st.builds(
        CrisisLine, uid=uids, section=st.sampled_from(CrisisSection), text=some, contact=words
    ),
    "patterns": st.builds(
        Pattern,
        uid=uids,
        reaction=some,
        family=words,
        triggers=several,
        protected=words,
        gain=words,
        cost=words,
        feeds=words,
        response=words,
        automatic=rating,
        situation=words,
        learned=words,
        signs=several,
        then_now=st.lists(st.tuples(words, words), max_size=3).map(tuple),
        fear=words,
        station=st.none() | st.integers(1, 5),
        state=st.sampled_from(PatternState),
        since=st.none() | days,
    ),
    "worries": st.builds(
        Worry,
        uid=uids,
        text=some,
        sort=st.sampled_from(WorrySort),
        next_step=words,
        due=st.none() | days,
        minute=st.none() | st.integers(0, 1439),
    ),
    "urges": st.builds(
        Urge,
        uid=uids,
        day=days,
        urge=some,
        places=several,
        first=rating,
        peak=rating,
        last=rating,
        need=words,
        acted=st.none() | st.booleans(),
    ),
    "kit": st.builds(KitItem, uid=uids, item=some, sense=words),
    "open": st.builds(
        Expectation,
        uid=uids,
        what=some,
        kind=st.none() | st.sampled_from(ExpectationKind),
        predict=words,
        guess=rating,
        chance=percent,
        belief=percent,
        due=st.none() | days,
        came=words,
        found=rating,
        share=percent,
        learned=words,
        again=rating,
        state=st.sampled_from(ExpectationState),
        know=words,
        stay=words,
        stay_min=st.none() | st.integers(1, 1440),
        left_out=several,
        hoped=st.none() | st.booleans(),
        made_day=st.none() | days,
        outcome=st.none() | st.sampled_from(ExpectationOutcome),
        later=percent,
        surprise=rating,
        safe=several,
        place=words,
        company=words,
        looked_day=st.none() | days,
        asking=st.sampled_from(Asking),
        ask_day=st.none() | days,
    ),
    "cards": st.builds(
        UrgeCard,
        uid=uids,
        urge=some,
        act_pro=words,
        act_con=words,
        wait_pro=words,
        wait_con=words,
        line=words,
        instead=words,
    ),
    "scripts": st.builds(
        Script,
        uid=uids,
        ask=some,
        about=words,
        describe=words,
        express=words,
        reinforce=words,
        mindful=words,
        offer=words,
        limit=words,
    ),
    "thoughts": st.builds(Thought, uid=uids, hard=some, fair=words, belief=percent),
    "dreams": st.builds(Dream, uid=uids, dream=some, new=words),
}

blocks = st.integers(0, 5_000)
readings = st.builds(
    Reading,
    uid=uids,
    article=st.sampled_from(["L01", "L02", "L36"]),
    opened=instants,
    read_day=st.none() | days,
    place=blocks,
    kept=st.booleans(),
)
highlights = st.builds(
    lambda start, length, **given: Highlight(start=start, end=start + length, **given),
    start=blocks,
    length=st.integers(1, 500),
    uid=uids,
    article=st.sampled_from(["L01", "L02"]),
    block=blocks,
    quote=some,
    at=instants,
    note=words,
)
replies = st.builds(
    Reply,
    uid=uids,
    article=st.sampled_from(["L01", ""]),
    question=st.sampled_from(["1", "2", "path:first-week"]),
    text=some,
    at=instants,
    day=days,
)
halves = st.integers(6, 20).map(lambda number: number / 2)
breaths = st.builds(
    BreathPattern,
    uid=uids,
    name=some,
    inhale=halves,
    hold=st.integers(0, 14).map(lambda number: number / 2),
    exhale=halves,
    hold_out=st.integers(0, 14).map(lambda number: number / 2),
    minutes=st.integers(1, 20),
)
unwanted_effects = st.builds(
    lambda exercise, offered, **given: UnwantedEffect(
        exercise=exercise, offered=offered or not exercise, **given
    ),
    uid=uids,
    day=days,
    answer=st.sampled_from(Worse),
    exercise=st.sampled_from(["d-stop", "L12", "own-tea", ""]),
    offered=st.booleans(),
    note=words,
)
marks = st.builds(
    lambda start, length, **given: Mark(
        from_day=start, to_day=None if length is None else start + timedelta(days=length), **given
    ),
    start=days,
    length=st.none() | st.integers(0, 900),
    uid=uids,
    kind=st.sampled_from(MarkKind),
    text=words,
)
