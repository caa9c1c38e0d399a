"""What follows from an exercise and what stands at the top of its file is read strictly, and written back."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.content.exercises import parse_exercise
from rewire_app.content.toml_text import to_toml
from rewire_app.domain.exercise.exercise import Condition, Exercise, NextExercise, Op, PassFrame, Say
from rewire_app.errors import ContentError
from tests.content.small_content import EXERCISE, content, faults, spoil

TOP = """
article = "L01"
differs = "For one thing at a time."
unkept = true
frame = "night"
"""

NEXT = """
[[next]]
to = "t-other"
why = "It looks at the same thing from afar."
when = [{ var = "hue", op = "eq", value = "Red" }]
hands = ["hue", "size"]

[[next]]
to = "t-small"
why = "Once more."
hands = { hue = "size" }

[[next]]
to = "t-third"
why = "It is short."
"""

CLOCK = """
[[steps]]
kind = "say"
minutes_from = "hue"
minutes = 2.5
text = "Stay with it."
"""


def parsed(text: str) -> Exercise:
    return parse_exercise(text, "t-small.toml")


def whole() -> str:
    return EXERCISE.replace('\nglyph = "t-small"', '\nglyph = "t-small"' + TOP) + CLOCK + NEXT


def test_the_top_of_a_file_says_what_explains_it_and_how_it_is_shown() -> None:
    one = parsed(whole())
    assert (one.article, one.differs) == ("L01", "For one thing at a time.")
    assert (one.unkept, one.frame) == (True, PassFrame.NIGHT)


def test_without_them_an_exercise_is_kept_and_plain() -> None:
    one = parsed(EXERCISE)
    assert (one.article, one.differs, one.unkept, one.frame, one.next) == ("", "", False, PassFrame.PLAIN, ())


def test_what_follows_hands_answers_on_by_their_names_or_by_others() -> None:
    first, second, third = parsed(whole()).next
    assert first.hands == (("hue", "hue"), ("size", "size"))
    assert [(c.var, c.op, c.value) for c in first.when] == [("hue", Op.EQ, "Red")]
    assert second.hands == (("hue", "size"),)
    assert third == NextExercise(to="t-third", why="It is short.")


def test_all_of_it_is_written_as_it_is_read() -> None:
    one = parsed(whole())
    assert parsed(to_toml(one)) == one


def test_a_say_takes_its_length_from_an_answer() -> None:
    step = parsed(whole()).steps[-1]
    assert isinstance(step, Say)
    assert (step.minutes_from, step.minutes, step.secs) == ("hue", 2.5, None)


NAMES = st.text(min_size=1, max_size=8).filter(lambda text: text.strip() and "\r" not in text)
CONDITION = st.builds(
    Condition, var=NAMES, op=st.sampled_from(Op), value=st.text() | st.integers(-(10**8), 10**8)
)


@given(
    to=NAMES,
    why=NAMES,
    hands=st.lists(st.tuples(NAMES, NAMES), max_size=3, unique_by=(itemgetter(0), itemgetter(1))),
    when=st.lists(CONDITION, max_size=2),
)
def test_whatever_follows_survives_being_written(
    to: str, why: str, hands: list[tuple[str, str]], when: list[Condition]
) -> None:
    following = NextExercise(to=to, why=why, when=tuple(when), hands=tuple(hands))
    one = replace(parsed(EXERCISE), next=(following,), article=to, differs=why, unkept=bool(hands))
    assert parsed(to_toml(one)) == one


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('why = "It is short."', "", "next 3.why"),
        ('why = "It is short."', 'why = "It is short."\nhow = 1', "next 3.how"),
        ('hands = { hue = "size" }', "hands = { hue = 3 }", "next 2.hands.hue"),
        ('hands = ["hue", "size"]', 'hands = ["hue", "hue"]', "next 1.hands"),
        ('hands = ["hue", "size"]', 'hands = "hue"', "next 1.hands"),
        ('frame = "night"', 'frame = "day"', "frame"),
        ("unkept = true", "unkept = 1", "unkept"),
        ("minutes = 2.5", "", "minutes"),
        ('minutes_from = "hue"', "", "minutes"),
        ("minutes = 2.5", "minutes = 2.5\nsecs = 30", "secs"),
        ("minutes = 2.5", "minutes = 90", "minutes"),
    ],
)
def test_a_fault_is_named_by_its_field(tmp_path: Path, old: str, new: str, field: str) -> None:
    assert old in whole()
    with pytest.raises(ContentError) as caught:
        parsed(whole().replace(old, new))
    assert caught.value.field.endswith(field), caught.value.field


FIRST = """
[[steps]]
kind = "pick"
save = "tone"
max = 1
other = true
text = "How loud?"
options = ["Low", "Loud"]

[[steps]]
kind = "list"
save = "things"
min = 1
max = 3
columns = [{ name = "thing" }]
text = "Which things?"

[[steps]]
kind = "say"
text = "Last time: {{@last.t-other.tone}}."

[[next]]
to = "t-other"
why = "It looks at the same thing from afar."
when = [{ var = "hue", op = "eq", value = "Red" }]
hands = { shade = "hue", size = "size", tone = "things" }

[[next]]
to = "t-other"
why = "It is short."
"""

SECOND = """
[[steps]]
kind = "pick"
save = "shade"
max = 1
text = "Which?"
options = ["Red", "Blue", "Green"]

[[steps]]
kind = "pick"
save = "tone"
max = 2
other = true
text = "How loud?"
options = ["Low", "Loud"]

[[steps]]
kind = "rate"
save = "sure"
scale = "percent"
text = "How sure?"
lo = "not at all"
hi = "fully"

[[steps]]
kind = "repeat"
times = 2
[[steps.steps]]
kind = "ask"
save = "each"
input = "text"
text = "And this?"

[[steps]]
kind = "pick"
save = "safe"
max = 1
text = "Is it safe?"
options = ["Yes", "No, I am not safe"]

[[steps]]
kind = "say"
person_first = true
end = true
text = "Then people come first."
when = [{ var = "safe", op = "eq", value = "No, I am not safe" }]
"""


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    """Content with two exercises, of which the second follows from the first."""
    root = content(tmp_path)
    (root / "exercises" / "t-small.toml").write_text(EXERCISE + FIRST, "utf-8")
    other = EXERCISE.replace('id = "t-small"', 'id = "t-other"') + SECOND
    (root / "exercises" / "t-other.toml").write_text(other, "utf-8")
    return root


def test_what_fits_is_handed_on_without_a_fault(pair: Path) -> None:
    assert faults(pair) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('to = "t-other"', 'to = "t-gone"', "next 1.to: there is no other exercise 't-gone'"),
        ('to = "t-other"', 'to = "t-small"', "next 1.to: there is no other exercise 't-small'"),
        ("at the same thing from afar", "at it " + "again " * 10, "next 1.why: 15 words; 12 are the most"),
        ('when = [{ var = "hue", op = "eq", value = "Red" }]\nh', "h", "next 2: it is never offered; next 1"),
        ('when = [{ var = "hue", op = "eq", value = "Red" }]\nh',
         'when = [{ var = "hue", op = "eq", value = "Grey" }]\nh', "next 1.when: 'Grey' is no option"),
        ('when = [{ var = "hue", op = "eq", value = "Red" }]\nh',
         'when = [{ var = "shade", op = "eq", value = "Red" }]\nh', "next 1.when: 'shade' is saved by no"),
        ('shade = "hue"', 'shade = "hew"', "next 1.hands: 'hew' is saved by no step"),
        ('shade = "hue"', 'shadow = "hue"', "next 1.hands: 't-other' asks once for no 'shadow'"),
        ('shade = "hue"', 'each = "hue"', "next 1.hands: 't-other' asks once for no 'each'"),
        ('shade = "hue"', 'safe = "hue"', "next 1.hands: 'safe' asks there whether one is safe, and 'hue'"),
        ('shade = "hue"', 'sure = "size"', "next 1.hands: 'size' is no answer to 'sure'"),
        ('shade = "hue"', 'sure = "hue"', "next 1.hands: 'hue' is no answer to 'sure'"),
        ('shade = "hue"', 'shade = "tone"', "next 1.hands: '…' is no option of 'shade'"),
        ('"Blue"]', '"Pink"]', "next 1.hands: 'Pink' is no option of 'shade'"),
        ("{{@last.t-other.tone}}", "{{@last.t-other.tune}}", "steps: '@last.t-other.tune': no step of 't-ot"),
        ("{{@last.t-other.tone}}", "{{@last.t-gone.tone}}", "steps: '@last.t-gone.tone': no step of"),
    ],
)  # fmt: skip
def test_what_cannot_follow_or_be_handed_on_is_a_fault(pair: Path, old: str, new: str, fault: str) -> None:
    spoil(pair / "exercises" / "t-small.toml", old, new)
    found = faults(pair)
    assert [line for line in found if line.startswith(f"t-small.toml: {fault}")], found
