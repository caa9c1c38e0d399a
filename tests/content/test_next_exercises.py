"""What follows from an exercise and what stands at the top of its file is read strictly, and written back."""

from __future__ import annotations

from pathlib import Path

import pytest

from rewire_app.content.exercises import parse_exercise
from rewire_app.content.toml_text import to_toml
from rewire_app.domain.exercise.exercise import Exercise, Next, Op, PassFrame, Say
from rewire_app.errors import ContentError
from tests.content.small_content import EXERCISE

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
    assert third == Next(to="t-third", why="It is short.")


def test_all_of_it_is_written_as_it_is_read() -> None:
    one = parsed(whole())
    assert parsed(to_toml(one)) == one


def test_a_say_takes_its_length_from_an_answer() -> None:
    step = parsed(whole()).steps[-1]
    assert isinstance(step, Say)
    assert (step.minutes_from, step.minutes, step.secs) == ("hue", 2.5, None)


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
