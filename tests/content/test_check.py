"""The check of all content finds each kind of fault, and the bundled content has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from rewire_app.content.check import check_all, summary
from rewire_app.content.lines import line_of
from tests.content.small_content import PARAGRAPH, content, faults, spoil


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return content(tmp_path)


def test_the_bundled_content_has_no_fault() -> None:
    assert check_all() == []


def test_sound_content_has_no_fault(root: Path) -> None:
    assert check_all(root) == []


WORDY = f'gate = "notice"\ncautions = "{"Mind. " * 43}"\nstop_if = "Stop at once."'
"""A caution of 46 words, when to stop included."""

EXERCISE_FAULTS = [
    ('measure = "distress"', 'measure = "joy"', "measure: there is no measure 'joy'"),
    ('glyph = "t-small"', 'glyph = "t-none"', "glyph: there is no picture glyphs/t-none.svg"),
    ('gate = "none"', 'gate = "confirm"', "cautions: the gate 'confirm' has nothing to show"),
    ('gate = "none"\ncautions = ""', WORDY,
     "cautions: 46 words with stop_if; 45 are the most"),
    ('gate = "none"', 'gate = "none"\nrisk_tags = ["cold"]', "cautions: nothing is said about 'cold'"),
    ('gate = "none"', 'gate = "none"\nrisk_tags = ["heat"]', "risk_tags: 'heat' is not known"),
    ('gate = "none"', 'gate = "none"\nframe = "night"', "measure: nothing is rated at night"),
    ("in = 4", "in = 4\nhold = 4", "steps 3.hold: holding the breath needs a gate"),
    ("You chose {{hue}}.", "You chose {{hew}}.", "steps 2.text: 'hew' is saved by no step before"),
    ("You chose {{hue}}.", "You felt {{size}}.", "steps 2.text: 'size' is saved by no step before"),
    ("You chose {{hue}}.", "You chose {{hue.name}}.", "steps 2.text: there is no column 'name'"),
    ("You chose {{hue}}.", "You chose {{hue|upper}}.", "steps 2.text: a recall in braces"),
    ("You chose {{hue}}.", "You chose {{item}}.", "steps 2.text: there is no row of a list here"),
    ("Do it once today.", "Use {{nothing}} today.", "real_life: 'nothing' is saved by no step before"),
    ('var = "hue"', 'var = "size"', "steps 2.when: 'size' is saved by no step before"),
    ('value = "Red"', 'value = "Green"', "steps 2.when: 'Green' is no option of 'hue'"),
    ('op = "eq", value = "Red"', 'op = "ge", value = 3', "steps 2.when: 'hue' is a choice"),
    ("max = 1", "max = 2", "steps 2.when: 'hue' may hold several choices"),
    ('save = "size"', 'save = "hue"', "steps 4.save: 'hue' is used twice"),
    ("You chose", "word " * 61, "steps 2.text: 62 words; 60 are the most"),
    ("You chose {{hue}}.", "Great job.", "steps 2: 'Great job' is not said here (no praise"),
    ('"Blue"]', '"Blue!"]', "steps 1: '!' is not said here"),
    ('kind = "say"', 'kind = "say"\nlink = "t-gone"', "steps 2.link: there is no 't-gone'"),
    ('when = [{', "when = [{ var = 'hue', op = 'eq', value = 'Blue' }, {",
     "steps 2: no answers lead to this step"),
    ("rounds = 6", "rounds = 6\npace_from = 'hue'\npaces = [{option = 'Red', in = 3, out = 3}]",
     "steps 3.paces: the options differ from those of 'hue'"),
    ("rounds = 6", "rounds = 6\nminutes_from = 'size'", "steps 4.save: 'size' is used twice"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "fault"), EXERCISE_FAULTS)
def test_a_fault_in_an_exercise_is_one_line(root: Path, old: str, new: str, fault: str) -> None:
    spoil(root / "exercises" / "t-small.toml", old, new)
    found = faults(root)
    assert [line for line in found if line.startswith(f"t-small.toml: {fault}")], found


def test_a_path_of_thirteen_steps_is_too_long(root: Path) -> None:
    path = root / "exercises" / "t-small.toml"
    more = '\n[[steps]]\nkind = "say"\ntext = "On."\n' * 9
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    assert faults(root) == ["t-small.toml: steps: a path has 13 steps; 12 are the most"]


def test_steps_in_branches_that_exclude_each_other_count_once(root: Path) -> None:
    path = root / "exercises" / "t-small.toml"
    branch = '\n[[steps]]\nkind = "say"\ntext = "On."\nwhen = [{var = "hue", op = "eq", value = "%s"}]\n'
    path.write_text(path.read_text("utf-8") + branch % "Red" * 8 + branch % "Blue" * 8, "utf-8")
    assert faults(root) == []


def test_a_step_for_those_who_skipped_can_be_reached(root: Path) -> None:
    spoil(
        root / "exercises" / "t-small.toml",
        'op = "eq", value = "Red" }]',
        'op = "ne", value = "Red" }, { var = "hue", op = "ne", value = "Blue" }]',
    )
    assert faults(root) == []


FROM_ANOTHER = """
[[steps]]
kind = "list"
save = "links"
min = 1
max = 3
text = "Which links?"
columns = [{ name = "what", type = "text" }, { name = "link", type = "text" }]

[[steps]]
kind = "pick"
save = "weak"
max = 1
text = "Which one?"
options_from = "links.link"

[[steps]]
kind = "say"
text = "You chose {{weak}}."
when = [{ var = "weak", op = "ne", value = "" }, { var = "weak", op = "ne", value = "no link" }]

[[steps]]
kind = "pick"
save = "value"
max = 1
text = "Which value?"
options_from = "@values"
options = ["None of them"]

[[steps]]
kind = "say"
text = "It is yours."
when = [{ var = "value", op = "eq", value = "Care" }]
"""


def test_a_step_that_follows_a_choice_from_an_earlier_answer_can_be_reached(root: Path) -> None:
    path = root / "exercises" / "t-small.toml"
    path.write_text(path.read_text("utf-8") + FROM_ANOTHER, "utf-8")
    assert faults(root) == []


def test_a_plan_that_would_have_a_gap_is_a_fault(root: Path) -> None:
    path = root / "exercises" / "t-small.toml"
    plan = '\n[[steps]]\nkind = "plan"\ntext = "When {{hue|small|or it}} comes, I will {{hue}}."\n'
    path.write_text(path.read_text("utf-8") + plan, "utf-8")
    assert [fault.partition(": ")[2] for fault in faults(root)] == [
        "steps 5.text: say what stands there when it is skipped: {{hue|or these words}}"
    ]


def test_a_step_after_an_unconditional_end_is_never_reached(root: Path) -> None:
    spoil(
        root / "exercises" / "t-small.toml",
        'when = [{ var = "hue", op = "eq", value = "Red" }]',
        "end = true",
    )
    assert faults(root) == [
        "t-small.toml: steps 3: no answers lead to this step",
        "t-small.toml: steps 4: no answers lead to this step",
    ]


LINES = [
    ("exercises/t-small.toml", 'gate = "none"', 'gate = "maybe"', "t-small.toml:11: gate: "),
    ("exercises/t-small.toml", "max = 1", "max = 0", "t-small.toml:26: steps 1.max: "),
    ("exercises/t-small.toml", 'kind = "say"', 'kind = "shout"', "t-small.toml:31: steps 2.kind: "),
    ("exercises/t-small.toml", 'value = "Red"', 'value = "Green"', "t-small.toml:33: steps 2.when: "),
    ("exercises/t-small.toml", 'save = "size"', "", "t-small.toml:42: steps 4.save: it is missing"),
    ("exercises/t-small.toml", "rounds = 6", "rounds = ", "t-small.toml:40: file: it is not valid TOML"),
    ("sources.toml", "year = 2013", "year = 13", "sources.toml:4: lambert2013.year: "),
    ("articles/L01.md", '["What ended in something to do?", ', "[", "L01.md:8: questions"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "said"), LINES)
def test_a_fault_names_its_line(root: Path, name: str, old: str, new: str, said: str) -> None:
    spoil(root / name, old, new)
    assert [line for line in check_all(root) if line.startswith(said)], check_all(root)


def test_a_step_inside_a_repeat_and_an_entry_on_a_line_of_its_own_have_their_line() -> None:
    text = """title = "A [[steps]] in quotes"
[[steps]]
kind = "repeat"
times = 2
[[steps.steps]]
kind = "say"
text = '''
two
lines'''
[[steps.steps]]
kind = "list"
columns = [
    { name = "one" },
    { name = "two" },
]
"""
    assert line_of(text, "steps 1.steps 2.kind") == 11
    assert line_of(text, "steps 1.2.kind") == 11
    assert line_of(text, "steps 1.steps 2.columns 2.name") == 14
    assert line_of(text, "steps 1.1.text") == 7
    assert line_of(text, "steps 1.times") == 4
    assert line_of(text, "steps") is None


PATH = """intro = "Three steps."

[[steps]]
id = "one"
title = "First"
intro = "Begin here."
article = "L01"
exercise = "t-gone"
question = "What do you see?"

[[steps]]
id = "two"
title = "Then"
intro = "Go on."
article = "L98"
exercise = "t-small"
question = "And now?"
[[steps]]
id = "three"
title = "What you must do"
intro = "Go on."
article = "L99"
exercise = "t-small"
question = "And now?"
"""


def test_a_path_and_a_glossary_are_looked_at_when_they_are_there(root: Path) -> None:
    (root / "path.toml").write_text(PATH, "utf-8")
    (root / "glossary.toml").write_text('[[words]]\nword = "urge"\nmeaning = "A cure."\n', "utf-8")
    assert check_all(root) == [
        "glossary.toml: words 'urge': 'cure' is not said here (no promise of a cure)",
        "path.toml:8: steps 1.exercise: there is no 't-gone'",
        "path.toml:15: steps 2.article: there is no 'L98'",
        "path.toml:22: steps 3.article: there is no 'L99'",
        "path.toml:20: steps 3.title: 'must' is not said here (offer, do not order)",
    ]


def test_the_summary_names_how_reading_was_measured(root: Path) -> None:
    assert summary(root).startswith(
        "1 exercises, 1 articles. In the middle of all, by reading grade (Flesch-Kincaid) and words a "
        "sentence: articles 5."
    )


ARTICLE_FAULTS = [
    ("\n".join([PARAGRAPH] * 2), "", "body: "),
    ("## How sure are we?", "## Something else", "body: the section 'How sure are we?' is missing"),
    ("## A walk", "## How sure are we?", "body: two sections are called"),
    ("(article:L01)", "(article:L99)", "body: the link article:L99 leads nowhere"),
    ("(article:L01)", "(article:t-small)", "body: the link article:t-small leads nowhere"),
    ("{exercise: t-small}", "{exercise: t-gone}", "body: the link exercise:t-gone leads nowhere"),
    ('exercises = ["t-small"]', 'exercises = ["t-gone"]', "exercises: there is no 't-gone'"),
    ("Not very sure.", "It is a guaranteed cure.", "body: 'cure' is not said here"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "fault"), ARTICLE_FAULTS)
def test_a_fault_in_an_article_is_one_line(root: Path, old: str, new: str, fault: str) -> None:
    spoil(root / "articles" / "L01.md", old, new)
    found = faults(root)
    assert [line for line in found if line.startswith(f"L01.md: {fault}")], found


def test_an_article_without_sources_is_a_fault(root: Path) -> None:
    spoil(root / "articles" / "L01.md", '["lambert2013"]', "[]")
    assert faults(root) == [
        "L01.md: sources: there is none",
        "sources.toml: lambert2013.author: nothing rests on it",
    ]


def test_an_article_that_is_hard_to_read_is_a_fault(root: Path) -> None:
    hard = "Neuropsychological considerations notwithstanding, individualised interventions necessitate "
    hard += (
        "comprehensive reconceptualisation of physiological predispositions and environmental contingencies. "
    )
    path = root / "articles" / "L01.md"
    spoil(path, "\n".join([PARAGRAPH] * 4), hard * 30)
    found = faults(root)
    assert [line for line in found if line.startswith("L01.md: body: reading grade")], found


def test_a_file_that_cannot_be_read_is_one_line_among_the_others(root: Path) -> None:
    (root / "measures" / "distress.toml").unlink()
    (root / "crisis.toml").unlink()
    assert faults(root) == [
        "measures: folder: it is missing or empty",
        "t-small.toml: measure: there is no measure 'distress'",
        "crisis.toml: file: it is missing",
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("0800 0113", "+44116123", "NL 113: write it as it is dialled there"),
        ('certainty = "H"', 'certainty = "H"\nby = "text"', "NL 113: the note says what to text"),
        ('"112"', '"112 (ambulance)"', "NL emergency: what brings only one stands as police or ambulance"),
        (
            'emergency = "112"',
            "",
            "countries 1.emergency: it is missing; without it, name police and ambulance",
        ),
        ('"112"', '"112"\npolice = "1"', "countries 1.police: police and ambulance are named together"),
        ("countries.lines", "countries.fires", "countries 1.fires: there is no such field here"),
        ("checked = 2026-11-22", "", "checked: it is missing"),
    ],
)
def test_a_line_that_would_mislead_is_a_fault(root: Path, old: str, new: str, fault: str) -> None:
    spoil(root / "crisis.toml", old, new)
    assert faults(root) == [f"crisis.toml: {fault}"]


def test_a_line_for_people_hurt_by_someone_has_a_certainty_too(root: Path) -> None:
    spoil(root / "crisis.toml", "countries.lines", "countries.violence")
    assert faults(root) == []
    spoil(root / "crisis.toml", 'certainty = "H"', "")
    assert faults(root) == ["crisis.toml: countries 1.violence 1.certainty: it is missing"]
