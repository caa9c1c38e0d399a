"""The path file: what it may say, and the path that is shipped."""

from __future__ import annotations

import pytest

from rewire_app.content.learning_path import parse_path
from rewire_app.content.library import Library
from rewire_app.domain.exercise.exercise import Gate
from rewire_app.errors import ContentError

STEP = """
[[steps]]
id = "{id}"
title = "A title"
intro = "Words."
article = "{article}"
exercise = "x-one"
question = "What is it?"
"""


def three(**changed: str) -> str:
    parts = [STEP.format(id=f"s{number}", article=f"L0{number}") for number in (1, 2, 3)]
    text = 'intro = "Three steps."\n' + "".join(parts)
    for was, now in changed.items():
        text = text.replace(f'{was} = "', f'{was} = "{now}', 1)
    return text


def test_a_sound_path_is_read_in_its_order() -> None:
    path = parse_path(three(), "path.toml")
    assert [step.id for step in path.steps] == ["s1", "s2", "s3"]
    assert path.steps[1].reply_name == "path:s2"


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ('intro = "None."\n', "steps", "there are 0; 3 to 24 make a path"),
        (three().replace('"s2"', '"s1"'), "steps 2.id", "'s1' stands there twice"),
        (three().replace('"L02"', '"L01"'), "steps 2.article", "'L01' stands there twice"),
        (three(id="S "), "steps 1.id", "small letters, digits and hyphens only"),
        (
            three().replace("[[steps]]\n", '[[steps]]\npart = "one two three four five six seven"\n', 1),
            "steps 1.part",
            "7 words; 6 are the most",
        ),
        (three(title="one two three four five six "), "steps 1.title", "8 words; 6 are the most"),
        (three(question="word " * 40), "steps 1.question", "43 words; 35 are the most"),
        (three().replace("[[steps]]\n", "[[steps]]\nlocked = true\n", 1), "steps 1.locked", "no such field"),
    ],
)
def test_a_fault_names_step_and_field(text: str, place: str, reason: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse_path(text, "path.toml")
    assert caught.value.field == place
    assert reason in caught.value.reason


def test_the_shipped_path_names_what_is_there_and_leads_through_all_its_parts() -> None:
    library = Library()
    path = library.path()
    assert 18 <= len(path.steps) <= 22
    assert path.steps[0].part
    for part in (
        "Thoughts and feelings",
        "What matters, and with whom",
        "Ways of working",
        "Keeping it going",
    ):
        assert part in [step.part for step in path.steps]
    for step in path.steps:
        assert library.article(step.article)
        assert library.exercise(step.exercise)
        assert step.question.strip().endswith((".", "?"))
        assert step.question not in library.article(step.article).questions


def test_the_step_on_fear_says_before_anything_else_whom_it_is_not_for() -> None:
    library = Library()
    [step] = [step for step in library.path().steps if step.article == "L08"]
    for words in ("real danger", "trauma", "professional", "Leaving this step out is fine"):
        assert words in step.intro
    assert library.exercise(step.exercise).gate is Gate.CONFIRM


def test_the_ladder_comes_before_the_step_that_is_taken_from_it() -> None:
    steps = Library().path().steps
    order = [step.exercise for step in steps]
    assert order.index("c-exposure") == order.index("c-ladder") + 1
    [taking] = [step for step in steps if step.exercise == "c-exposure"]
    for words in ("something safe", "trauma", "professional", "Leaving this step out is fine"):
        assert words in taking.intro
