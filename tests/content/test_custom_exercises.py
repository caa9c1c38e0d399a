"""A person's own exercises: written as the same TOML, checked the same way, kept safe, never a crash."""

from __future__ import annotations

import weakref
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.content.custom_exercises import custom_faults, custom_id, duplicate
from rewire_app.content.exercises import parse_exercise
from rewire_app.content.library import Library
from rewire_app.content.toml_text import to_toml
from rewire_app.domain.exercise.exercise import (
    Breathe,
    Column,
    ColumnType,
    Condition,
    Exercise,
    Gate,
    Item,
    ItemSet,
    Keep,
    Op,
    Pace,
    PacedLength,
    Repeat,
    Scale,
)
from rewire_app.domain.lists.entries import ListKind
from rewire_app.errors import ContentError
from tests.content.small_content import EXERCISE
from tests.domain.small_exercises import ask, breathe, exercise, if_, pick, plan, rate, rows, say

LIBRARY = Library()
SMALL = parse_exercise(EXERCISE, "t-small.toml")


def own(**changes: object) -> Exercise:
    return replace(duplicate(SMALL, "Slow mornings", ()), **{"glyph": "own"} | changes)  # type: ignore[arg-type]


def faults(one: Exercise) -> list[str]:
    return [f"{fault.field}: {fault.reason}" for fault in custom_faults(one, {"b-paced"}, {"distress"})]


@pytest.mark.parametrize("exercise_id", LIBRARY.exercise_ids())
def test_every_exercise_can_be_written_and_read_again(exercise_id: str) -> None:
    one = LIBRARY.exercise(exercise_id)
    assert parse_exercise(to_toml(one), exercise_id) == one


def test_every_kind_of_step_and_field_is_written() -> None:
    one = exercise(
        pick("hue", "Red", "Blue", other=True, options_from="@values"),
        ask("why", 'Say "why"\nor not \\ at all', if_("hue", Op.NE, "Red"), hint="A hint.", link="help"),
        rate("size", scale=Scale.PERCENT),
        rows("things", Column(name="thing"), Column(name="kind", type=ColumnType.PICK, options=("a", "b"))),
        breathe(
            pace=Pace(inhale=4.5, hold=2, exhale=6),
            pace_from="hue",
            paces=(Pace(option="Red", inhale=3, exhale=5, hold_out=1), Pace(option="Blue")),
            minutes_from="hue",
            lengths=(PacedLength(option="Red", minutes=2.5),),
        ),
        Repeat(each="things", minus="hue", steps=(say("Do it.", secs=20), plan("I will [go]."))),
        Repeat(by="hue", sets=(ItemSet(option="Red", items=(Item(text="x"), Item(text="y", areas=("z",)))),),
               steps=(say("{{item}}"),)),
        Repeat(until=(Condition(var="now", op=Op.LE, value=3),), max=9, steps=(rate("now"),)),
        say("End.", if_("size", Op.GE, 70), end=True),
        keeps=(Keep(store=ListKind.URGES, fields=(("day", "=today"), ("urge", "why")),
                    when=(if_("hue", Op.EQ, "Red"),)),),
        glyph="t-small", plan="If [x], I will [y].", risk_tags=("thoughts",), cautions="Get help. \x7f",
        gate=Gate.CONFIRM, evidence=replace(SMALL.evidence, note="It's fine"), minutes=(1, 30),
    )  # fmt: skip
    assert parse_exercise(to_toml(one), "t") == one


@given(words=st.text(min_size=1).filter(lambda text: text.strip() and "\r" not in text))
def test_any_words_survive_being_written(words: str) -> None:
    try:
        words.encode("utf-8")
    except UnicodeEncodeError:
        return
    one = own(title=words, steps=(say(words), pick("save", "x" + words, "y" + words)))
    assert parse_exercise(to_toml(one), "own") == one


def test_a_built_in_exercise_becomes_a_sound_one_of_ones_own() -> None:
    for each in LIBRARY.exercises():
        mine = duplicate(each, f"My {each.title}", ())
        shipped = {*LIBRARY.exercise_ids(), *LIBRARY.article_ids()}
        assert custom_faults(mine, shipped, LIBRARY.measure_ids()) == [], each.id


def test_an_id_is_made_from_the_title_and_is_never_taken_twice() -> None:
    assert custom_id("Slow mornings, à la carte", ()) == "own-slow-mornings-a-la-carte"
    assert custom_id("!", ("own-exercise",)) == "own-exercise-2"


@pytest.mark.parametrize("name", ["nope", "/etc/motd", "../icons/trash", "Own", "a" * 300])
def test_only_bundled_drawings_can_be_named(name: str) -> None:
    assert faults(own(glyph=name)) == [f"glyph: there is no picture glyphs/{name}.svg"]


def test_a_plan_that_would_have_a_gap_is_a_fault_of_an_own_exercise_too() -> None:
    [said] = faults(own(steps=(pick("hue", "Red", "Blue"), plan("When {{hue}} comes, I will [go]."))))
    assert said.startswith("steps 2.text: say what stands there when it is skipped")


HOLD = Pace(inhale=4, hold=4, exhale=4)
FAST = Pace(inhale=2, exhale=2)


@pytest.mark.parametrize(
    ("pace", "fault"),
    [
        (HOLD, "steps 1.hold: holding the breath needs a caution"),
        (Pace(inhale=4, hold=11, exhale=4), "steps 1.hold: no breath is held for longer than 10 seconds"),
        (FAST, "steps 1.in: more than 10 breaths a minute need a caution"),
        (Pace(inhale=1, exhale=1), "steps 1.in: this is 30.0 breaths a minute; 3.5 to 20 are possible"),
        (Pace(inhale=10, exhale=10), "steps 1.in: this is 3.0 breaths a minute; 3.5 to 20 are possible"),
    ],
)
def test_what_may_make_dizzy_is_refused_or_needs_its_caution(pace: Pace, fault: str) -> None:
    assert [line for line in faults(own(steps=(breathe(pace=pace),))) if line.startswith(fault)]


@pytest.mark.parametrize("pace", [HOLD, FAST, Pace(inhale=5, exhale=5)])
def test_with_a_gate_and_its_caution_it_is_allowed(pace: Pace) -> None:
    careful = own(
        steps=(breathe(pace=pace),), gate=Gate.CONFIRM, cautions="Stop if you get dizzy; hold less long."
    )
    assert faults(careful) == []


def test_an_own_pace_among_the_choices_is_looked_at_too() -> None:
    step = Breathe(
        text="Breathe.",
        pace=Pace(),
        rounds=6,
        pace_from="hue",
        paces=(replace(HOLD, option="Red"), replace(FAST, option="Blue")),
    )
    said = faults(own(steps=(pick("hue", "Red", "Blue"), step)))
    assert len(said) == 2


def test_faults_name_the_line_in_the_text_of_the_exercise() -> None:
    one = own(steps=(say("Look at {{gone}}."),))
    [fault] = custom_faults(one, set(), {"distress"})
    assert fault.field == "steps 1.text"
    assert fault.line is not None
    assert to_toml(one).splitlines()[fault.line - 1].startswith("text = ")


class TestInTheLibrary:
    def library(self, **texts: str) -> Library:
        library = Library()
        library.own.use({name.replace("_", "-"): text for name, text in texts.items()})
        return library

    def test_own_exercises_stand_beside_the_built_in_ones(self) -> None:
        library = self.library(own_slow_mornings=to_toml(own()))
        assert library.exercise("own-slow-mornings").title == "Slow mornings"
        assert library.exercises()[-1].id == library.exercise_ids()[-1] == "own-slow-mornings"

    def test_a_broken_one_is_listed_with_its_fault_and_harms_nothing(self) -> None:
        library = self.library(own_broken="title = 3", own_slow_mornings=to_toml(own()))
        assert library.own.ids() == ("own-broken", "own-slow-mornings")
        fault = library.own.fault("own-broken")
        assert fault is not None
        assert str(fault) == "own-broken: id: it is missing"
        assert [one.id for one in library.own.sound()] == ["own-slow-mornings"]
        assert "own-broken" not in library.exercise_ids()
        with pytest.raises(ContentError):
            library.exercise("own-broken")

    def test_a_broken_one_keeps_nothing_of_who_asked_for_it(self) -> None:
        class Asker:
            def ask(self) -> None:
                with suppress(ContentError):
                    library.exercise("own-broken")

        library, asker = self.library(own_broken="title = 3"), Asker()
        asker.ask()
        gone = weakref.ref(asker)
        del asker
        assert gone() is None

    def test_a_dangerous_one_cannot_be_opened(self) -> None:
        library = self.library(own_slow_mornings=to_toml(own(steps=(breathe(pace=HOLD),))))
        fault = library.own.fault("own-slow-mornings")
        assert fault is not None
        assert "holding the breath" in fault.reason

    def test_what_was_removed_keeps_its_title_after_a_restart(self) -> None:
        library = Library()
        library.own.use({})
        gone = {"own-slow-mornings": to_toml(own(title="Slow, slow mornings")), "own-broken": "title = "}
        library.own.remember(gone, {f"own-breath-{'a' * 32}": "Long out"})
        assert library.title("own-slow-mornings") == "Slow, slow mornings"
        assert library.title(f"own-breath-{'a' * 32}") == "Long out"
        assert library.title("own-broken") == "Broken"
        assert library.title(f"own-breath-{'b' * 32}") == "A breathing pattern you removed"

    def test_a_title_outlives_its_exercise(self) -> None:
        library = self.library(own_slow_mornings=to_toml(own(title="Slow, slow mornings")))
        assert library.title("own-slow-mornings") == "Slow, slow mornings"
        library.own.use({})
        assert library.title("own-slow-mornings") == "Slow, slow mornings"
        assert Library().title("own-slow-mornings") == "Slow mornings"
        assert library.title("b-paced") == library.exercise("b-paced").title
        assert library.title("z-gone") == "Z gone"

    def test_a_change_is_read_again(self) -> None:
        library = self.library(own_slow_mornings=to_toml(own()))
        assert library.exercise("own-slow-mornings").version == 1
        library.own.use({"own-slow-mornings": to_toml(own(version=2))})
        assert library.exercise("own-slow-mornings").version == 2
