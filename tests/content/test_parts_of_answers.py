"""Counts, fields of chosen entries, answers of the last time and shared names are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small_content import content, faults, spoil

MORE = """
[[steps]]
kind = "pick"
save = "one"
max = 1
other = true
options_from = "@worries"
text = "Which of these?"

[[steps]]
kind = "pick"
save = "many"
max = 3
text = "Which of these fit?"
options = ["Cup", "Key", "Coat"]

[[steps]]
kind = "ask"
save = "red"
input = "lines"
text = "What is it like in red?"
when = [{ var = "hue", op = "eq", value = "Red" }]

[[steps]]
kind = "say"
text = "You have a next step: {{one.next_step}}. You chose {{many.count}}. Last time: {{@last.many|list}}."
when = [{ var = "one.sort", op = "eq", value = "act" }, { var = "many.count", op = "ge", value = 2 }]
"""

WHEN = 'when = [{ var = "one.sort", op = "eq", value = "act" }, { var = "many.count", op = "ge", value = 2 }]'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = content(tmp_path) / "exercises" / "t-small.toml"
    path.write_text(path.read_text("utf-8") + MORE, "utf-8")
    return path


def test_parts_of_answers_are_known(file: Path) -> None:
    assert faults(file.parents[1]) == []


def when(var: str, op: str, value: str) -> str:
    return f'when = [{{ var = "{var}", op = "{op}", value = {value} }}]'


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("{{one.next_step}}", "{{one.text}}", ""),
        ("{{one.next_step}}", "{{one.sense}}", "steps 8.text: 'one' has no field 'sense'; use one of: text"),
        ("{{one.next_step}}", "{{one.count}}", ""),
        ("{{many.count}}", "{{many.sort}}", "steps 8.text: there is no column 'sort' to recall"),
        ("{{many.count}}", "{{size.count}}", "steps 8.text: 'size' is one answer; there is nothing to count"),
        ("{{many.count}}", "{{some.count}}", "steps 8.text: 'some' is saved by no step before"),
        ("{{@last.many|list}}", "{{@last.some|list}}", "steps: '@last.some': 'some' is saved by no step"),
        ("{{@last.many|list}}", "{{@last.t-small.many}}", ""),
        ("{{@last.many|list}}", "{{@last.t-small.some}}", "steps: '@last.t-small.some': 'some' is saved"),
        (WHEN, when("one.sort", "eq", '"wont"'), "steps 8.when: 'one.sort' is one of: open, act, wait, gone"),
        (WHEN, when("one.sort", "ge", '"act"'), "steps 8.when: 'one.sort' is one of"),
        (WHEN, when("one.next_step", "ne", '""'), ""),
        (WHEN, when("one.next_step", "ne", '"Go"'), "steps 8.when: 'one.next_step' is in the person's own"),
        (WHEN, when("one.sense", "ne", '""'), "steps 8.when: 'one' has no field 'sense'"),
        (WHEN, when("many.sort", "ne", '""'), "steps 8.when: there is no column 'sort'"),
        (WHEN, when("many.count", "ge", '"two"'), "steps 8.when: 'many.count' is a number"),
        (WHEN, when("many.count", "has", "2"), "steps 8.when: 'many.count' is a number"),
        (WHEN, when("size.count", "ge", "2"), "steps 8.when: 'size' is one answer"),
        (WHEN, when("red.count", "ge", "2"), ""),
        (WHEN, when("many.count", "gt", "3"), "steps 8: no answers lead to this step"),
        (WHEN, when("@last.many", "ne", '""'), ""),
        (WHEN, when("@last.some", "ne", '""'), "steps: '@last.some': 'some' is saved by no step"),
        (WHEN, when("@last.many", "eq", '"Cup"'), "steps 8.when: a list is only empty"),
    ],
)
def test_a_part_that_no_answer_has_is_a_fault(file: Path, old: str, new: str, fault: str) -> None:
    spoil(file, old, new)
    found = faults(file.parents[1])
    assert found == [] if not fault else found[0].startswith(f"t-small.toml: {fault}"), found


def test_a_field_is_asked_of_one_chosen_entry(file: Path) -> None:
    spoil(file, 'save = "one"\nmax = 1', 'save = "one"\nmax = 2')
    assert faults(file.parents[1]) == [
        "t-small.toml: steps 8.when: 'one' may hold several choices; a field is asked of one"
    ]


@pytest.mark.parametrize(
    ("field", "op", "value", "fault"),
    [
        ("distress", "ge", 10, ""),
        ("distress", "ge", 11, "steps 8.when: 'one.distress' is a number from 0 to 10"),
        ("distress", "has", 3, "steps 8.when: 'one.distress' is a number from 0 to 10"),
    ],
)
def test_a_rating_of_an_entry_has_its_bounds(file: Path, field: str, op: str, value: int, fault: str) -> None:
    spoil(file, "@worries", "@ladder.step")
    spoil(file, "{{one.next_step}}", "{{one.fear}}")
    spoil(file, WHEN, when(f"one.{field}", op, str(value)))
    found = faults(file.parents[1])
    assert found == [] if not fault else found[0].startswith(f"t-small.toml: {fault}"), found


ALTERNATIVE = """
[[steps]]
kind = "ask"
save = "red"
input = "lines"
text = "What is it like in blue?"
when = [{ var = "hue", op = "ne", value = "Red" }]
"""


ASK = 'kind = "ask"\nsave = "red"\ninput = "lines"'
PICK = 'kind = "pick"\nmax = 1\nsave = "red"'


CLOCK = """
[[steps]]
kind = "pick"
save = "mins"
max = 1
text = "How long?"
options = ["2 minutes", "5 minutes"]

[[steps]]
kind = "say"
minutes_from = "mins"
minutes = 2
text = "Stay with it."
"""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("5 minutes", "7.5 minutes", ""),
        ("5 minutes", "Long", "steps 10.minutes_from: 'Long' does not begin with a number of minutes"),
        ('minutes_from = "mins"', 'minutes_from = "time"', "steps 10.minutes_from: 'time' is saved by no"),
        ('minutes_from = "mins"', 'minutes_from = "size"', "steps 10.minutes_from: 'size' is no number of"),
        ('minutes_from = "mins"', 'minutes_from = "red"', "steps 10.minutes_from: 'red' is no number of"),
    ],
)
def test_a_clock_is_as_long_as_an_answer_in_minutes(file: Path, old: str, new: str, fault: str) -> None:
    found = also(file, CLOCK.replace(old, new))
    assert found == [] if not fault else found[0].startswith(f"t-small.toml: {fault}"), found


def also(file: Path, step: str) -> list[str]:
    """The faults once `step` stands at the end of `file`."""
    file.write_text(file.read_text("utf-8") + step, "utf-8")
    return faults(file.parents[1])


def test_questions_that_exclude_each_other_share_a_name(file: Path) -> None:
    assert also(file, ALTERNATIVE) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('op = "ne", value = "Red"', 'op = "ne", value = "Blue"', "'red' is asked twice on one way"),
        ('op = "ne", value = "Red"', 'op = "eq", value = "Red"', "'red' is asked twice on one way"),
        ('when = [{ var = "hue", op = "ne", value = "Red" }]', "", "'red' is asked twice on one way"),
        ('input = "lines"', 'input = "minutes"', "'red' is used twice"),
        (ASK, f'{PICK}\noptions = ["A", "B"]', "'red' is used twice"),
    ],
)  # fmt: skip
def test_two_questions_that_may_be_met_on_one_way_cannot(file: Path, old: str, new: str, fault: str) -> None:
    assert old in ALTERNATIVE
    found = also(file, ALTERNATIVE.replace(old, new))
    assert found == [f"t-small.toml: steps 9.save: {fault}"]


def shade(*options: str, op: str) -> str:
    """A choice among `options` under the name "red", where the hue is Red (`op`)."""
    offered = ", ".join(f'"{one}"' for one in options)
    where = when("hue", op, '"Red"')
    return f'\n[[steps]]\ntext = "Which?"\n{PICK}\noptions = [{offered}]\n{where}\n'


def test_choices_under_one_name_may_have_other_options(file: Path) -> None:
    spoil(file, ASK, f'{PICK}\noptions = ["Wine", "Rose"]')
    where = when("red", "eq", '"Ink"')
    asked = f'\n[[steps]]\nkind = "say"\ntext = "{{{{red}}}}."\n{where}\n'
    assert also(file, shade("Sky", "Ink", op="ne") + asked) == []
    assert also(file, asked.replace('"Ink"', '"Mud"')) == [
        "t-small.toml: steps 11.when: 'Mud' is no option of 'red'",
        "t-small.toml: steps 11: no answers lead to this step",
    ]
