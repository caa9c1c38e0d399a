"""An exercise of which nothing is kept has nothing that would be, and at night nothing is rated."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small_content import content, faults, spoil

NOTHING = "nothing of this exercise is kept"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = content(tmp_path) / "exercises" / "t-small.toml"
    spoil(path, 'measure = "distress"', 'measure = "none"\nunkept = true\nframe = "night"')
    return path


def test_an_unkept_exercise_may_ask_and_say(file: Path) -> None:
    assert faults(file.parents[1]) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('measure = "none"', 'measure = "distress"', "measure: nothing is rated at night"),
        ('frame = "night"', 'plan = "I will [go]."', f"plan: {NOTHING}"),
        ("You chose {{hue}}.", "Last time {{@last.hue}}.", f"steps: '@last.hue': {NOTHING}"),
        ("rounds = 6", 'rounds = 6\nminutes_from = "mins"', "steps 3: a pace that is chosen is kept"),
    ],
)
def test_what_would_be_kept_is_a_fault(file: Path, old: str, new: str, fault: str) -> None:
    spoil(file, old, new)
    found = faults(file.parents[1])
    assert found[0].startswith(f"t-small.toml: {fault}"), found


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ('\n[[keeps]]\nstore = "worries"\nfields = { text = "hue", sort = "=open" }\n', f"keeps: {NOTHING}"),
        ('\n[[next]]\nto = "t-other"\nwhy = "It is short."\n', f"next: {NOTHING}"),
        ('\n[document]\nsort = "record"\ntitle = ["hue"]\n', f"document: {NOTHING}"),
        (
            '\n[[steps]]\nkind = "care"\nsave = "health"\ntopics = ["heart"]\ntext = "Any of these?"\n',
            "steps 5: what is answered to care is kept",
        ),
        ('\n[[steps]]\nkind = "plan"\ntext = "I will [go]."\n', "steps 5: a plan is kept"),
    ],
)
def test_a_table_that_keeps_something_is_a_fault(file: Path, more: str, fault: str) -> None:
    file.write_text(file.read_text("utf-8") + more, "utf-8")
    found = faults(file.parents[1])
    assert found[0].startswith(f"t-small.toml: {fault}"), found


def test_by_day_an_unkept_exercise_is_not_rated_either(file: Path) -> None:
    spoil(file, 'frame = "night"', "")
    spoil(file, 'measure = "none"', 'measure = "distress"')
    assert faults(file.parents[1]) == [f't-small.toml: measure: {NOTHING}; use "none"']


def test_the_last_time_of_an_unkept_exercise_is_nothing(file: Path) -> None:
    other = file.read_text("utf-8").replace('id = "t-small"', 'id = "t-other"').replace("unkept = true\n", "")
    other = other.replace("You chose {{hue}}.", "Last time {{@last.t-small.hue}}.")
    (file.parent / "t-other.toml").write_text(other, "utf-8")
    assert faults(file.parents[1]) == [
        "t-other.toml: steps: '@last.t-small.hue': nothing of 't-small' is kept"
    ]
