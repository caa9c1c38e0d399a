"""What an exercise keeps in the person's lists is read strictly and checked against its own questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.lists.entries import ListKind
from rewire_app.errors import ContentError
from tests.content.small_content import content, faults, spoil

STEPS = """
[[steps]]
kind = "list"
save = "rungs"
min = 1
max = 6
text = "Which steps?"
columns = [
    { name = "step", label = "Step" },
    { name = "suds", type = "rate", lo = "calm", hi = "very upset" },
    { name = "sure", type = "rate", scale = "percent", lo = "no", hi = "yes" },
]

[[steps]]
kind = "repeat"
each = "rungs"
[[steps.steps]]
kind = "ask"
save = "help"
input = "text"
text = "What helps with {{item}}?"
"""

KEEP = """
[[keeps]]
store = "ladder"
each = "rungs"
fields = { step = "rungs.step", distress = "rungs.suds", fear = "hue", done_day = "=today" }
when = [{ var = "hue", op = "ne", value = "Red" }]
"""


WAITING = """
[[steps]]
kind = "ask"
save = "day"
input = "datetime"
text = "When?"

[[steps]]
kind = "rate"
save = "odds"
scale = "percent"
lo = "never"
hi = "for sure"
text = "How likely is it?"

[[keeps]]
store = "open"
fields = { what = "hue", due = "day", chance = "odds" }
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = content(tmp_path) / "exercises" / "t-small.toml"
    path.write_text(path.read_text("utf-8") + STEPS + KEEP, "utf-8")
    return path


def test_a_keep_becomes_a_value(file: Path) -> None:
    (keep,) = Library(root=file.parents[1]).exercise("t-small").keeps
    assert (keep.store, keep.each) == (ListKind.LADDER, "rungs")
    assert dict(keep.fields)["distress"] == "rungs.suds"
    assert faults(file.parents[1]) == []


@pytest.mark.parametrize(
    ("old", "new", "field", "reason"),
    [
        ('store = "ladder"', 'store = "ladders"', "keeps 1.store", "use one of: values, ladder"),
        ("fear = ", "dread = ", "keeps 1.fields.dread", "there is no such field here"),
        ('step = "rungs.step", ', "", "keeps 1.fields", "'step' must be filled in ladder"),
        ('each = "rungs"\nf', 'every = "rungs"\nf', "keeps 1.every", "there is no such field here"),
    ],
)
def test_a_keep_for_no_list_or_field_is_refused(
    file: Path, old: str, new: str, field: str, reason: str
) -> None:
    spoil(file, old, new)
    with pytest.raises(ContentError) as caught:
        Library(root=file.parents[1]).exercise("t-small")
    assert caught.value.field == field
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('each = "rungs"\nf', 'each = "steps"\nf', "keeps 1.each: 'steps' is saved by no step"),
        ('each = "rungs"\nf', 'each = "@worries"\nf', "keeps 1.each: no step is repeated for each of"),
        ('each = "rungs"\nf', 'each = "@fears"\nf', "keeps 1.each: there is no list '@fears'"),
        ("rungs.step", "rungs.rung", "keeps 1.fields.step: there is no column 'rung' in 'rungs'"),
        ("rungs.step", "rungs.suds", "keeps 1.fields.step: the column 'suds' is a rating, not words"),
        ("rungs.suds", "rungs.step", "keeps 1.fields.distress: the column 'step' is no rating"),
        ("rungs.suds", "rungs.sure", "keeps 1.fields.distress: the column 'sure' is not a rating from 0"),
        ("rungs.suds", "hue", "keeps 1.fields.distress: this field is a rating from 0 to 10"),
        ('fear = "hue"', 'fear = "dread"', "keeps 1.fields.fear: 'dread' is saved by no step"),
        ('fear = "hue"', 'fear = "=today"', "keeps 1.fields.fear: this field is no day"),
        ('"=today"', '"hue"', 'keeps 1.fields.done_day: a day is filled with "=today"'),
        ('{ var = "hue", op = "ne"', '{ var = "shade", op = "ne"', "keeps 1.when: 'shade' is saved by no"),
        ('each = "rungs"\nf', "f", "keeps 1.fields.distress: the ratings of all rows are no rating"),
        ('each = "rungs"\nf', 'each = "hue"\nf', "keeps 1.fields.step: a column of 'rungs' needs each"),
        ('"=today"', '"help"', 'keeps 1.fields.done_day: a day is filled with "=today", or with an ask'),
    ],
)
def test_a_keep_that_its_questions_cannot_fill_is_a_fault(file: Path, old: str, new: str, fault: str) -> None:
    spoil(file, old, new)
    found = faults(file.parents[1])
    assert [line for line in found if line.startswith(f"t-small.toml: {fault}")], found


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('due = "day"', 'due = "=today"', ""),
        ('due = "day"', 'due = "hue"', 'keeps 2.fields.due: a day is filled with "=today", or with an'),
        ('chance = "odds"', 'guess = "odds"', "keeps 2.fields.guess: this field is a rating from 0 to 10"),
        ('chance = "odds"', 'chance = "=50"', "keeps 2.fields.chance: a rating comes from an answer"),
        ('chance = "odds"', 'chance = "day"', "keeps 2.fields.chance: this field is a rating from 0 to 100"),
        ('chance = "odds"', 'kind = "=test"', ""),
        ('chance = "odds"', 'kind = "=wish"', "keeps 2.fields.kind: use one of: =test, =exposure"),
    ],
)
def test_what_waits_takes_a_day_that_was_asked_for_and_likelihoods(
    file: Path, old: str, new: str, fault: str
) -> None:
    file.write_text(file.read_text("utf-8") + WAITING, "utf-8")
    spoil(file, old, new)
    found = faults(file.parents[1])
    assert found == [] if not fault else found[0].startswith(f"t-small.toml: {fault}"), found


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("Which one?", "Which of {{@values|list}}, {{@sleep.mean}}?", ""),
        ("Which one?", "Which of {{@sleep.sum}}?", "steps 1.text: there is no list '@sleep.sum'"),
        ('"Blue"]', '"Blue"]\noptions_from = "@patterns.response"', ""),
        ('"Blue"]', '"Blue"]\noptions_from = "@crisis_plan.people"', ""),
        ('"Blue"]', '"Blue"]\noptions_from = "@crisis_plan.text"', "steps 1.options_from: '@crisis_plan.te"),
        ('"Blue"]', '"Blue"]\noptions_from = "@ladder.distress"', "steps 1.options_from: '@ladder.distress'"),
        ('var = "hue", op = "eq", value = "Red"', 'var = "@ladder", op = "eq", value = ""', ""),
        (
            'var = "hue", op = "eq", value = "Red"',
            'var = "@ladder", op = "ne", value = "x"',
            "steps 2.when: a",
        ),
        (
            'var = "hue", op = "eq", value = "Red"',
            'var = "@rungs", op = "eq", value = ""',
            "steps 2.when: th",
        ),
    ],
)  # fmt: skip
def test_lists_and_numbers_of_the_person_are_known_by_name(
    file: Path, old: str, new: str, fault: str
) -> None:
    spoil(file, old, new)
    found = faults(file.parents[1])
    assert found == [] if not fault else found[0].startswith(f"t-small.toml: {fault}"), found


def test_a_pick_from_a_list_that_may_be_empty_needs_more(file: Path) -> None:
    spoil(file, 'options = ["Red", "Blue"]', 'options_from = "@values"')
    with pytest.raises(ContentError, match=r"t-small\.toml:\d+: steps 1\.options_from: that list may be"):
        Library(root=file.parents[1]).exercise("t-small")


CARE = """
[[steps]]
kind = "care"
save = "health"
topics = ["heart", "lungs"]
text = "Is any of this true?"

[[steps]]
kind = "say"
text = "Cold water."
when = [{ var = "health", op = "eq", value = "none" }]

[[steps]]
kind = "say"
text = "A gentle way."
when = [{ var = "health", op = "ne", value = "none" }]
"""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("Cold", "Colder", ""),
        ('op = "eq", value = "none"', 'op = "eq", value = "heart"', ""),
        ('op = "ne", value = "none"', 'op = "eq", value = "not sure"', ""),
        ('op = "ne", value = "none"', 'op = "ne", value = "heart"', "also holds when it was passed over"),
        ('op = "eq", value = "none"', 'op = "eq", value = "cold"', "'cold' is no option of 'health'"),
        ('op = "eq", value = "none"', 'op = "ge", value = "none"', "compare it with eq, ne or has"),
        ('["heart", "lungs"]', '["heart", "feet"]', "'feet' is not known; use one of: heart"),
        ('["heart", "lungs"]', "[]", "topics: it needs at least one entry"),
    ],
)
def test_what_to_be_careful_with_is_asked_by_topics_and_compared_safely(
    tmp_path: Path, old: str, new: str, fault: str
) -> None:
    path = content(tmp_path) / "exercises" / "t-small.toml"
    path.write_text(path.read_text("utf-8") + CARE, "utf-8")
    spoil(path, old, new)
    found = faults(path.parents[1])
    assert found == [] if not fault else fault in " ".join(found), found


def test_a_question_on_health_stands_outside_of_repeats_under_its_own_name(
    tmp_path: Path,
) -> None:
    path = content(tmp_path) / "exercises" / "t-small.toml"
    plain = path.read_text("utf-8")
    again = CARE.replace("[[steps]]", '[[steps]]\nwhen = [{ var = "hue", op = "eq", value = "Red" }]', 1)
    path.write_text(plain + again + again.partition("\n\n[[steps]]")[0].replace("Red", "Blue"), "utf-8")
    assert any("'health' is used twice" in fault for fault in faults(path.parents[1]))
    inside = CARE.partition("\n\n[[steps]]")[0].replace("[[steps]]", "[[steps.steps]]")
    path.write_text(f'{plain}\n[[steps]]\nkind = "repeat"\ntimes = 2\ntext = ""\n{inside}\n', "utf-8")
    assert any("asked once, outside of a repeat" in fault for fault in faults(path.parents[1]))
