"""What is asked is used, everything is led to, cautions are short and in place, and texts have a voice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rewire_app.content.check import check_all, content_faults
from rewire_app.content.check_voice import ARTICLES, EXERCISES, SEVERAL, voice_faults
from rewire_app.content.library import Library
from rewire_app.content.voice import article_voice, exercise_voice, voice
from rewire_app.domain.exercise.exercise import Say
from tests.content.small_content import PARAGRAPH, content, faults, spoil


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return content(tmp_path)


def said(root: Path) -> list[str]:
    """Every fault under `root`, without its line."""
    return [f"{fault.file}: {fault.field}: {fault.reason}" for fault in content_faults(root)]


# answers

UNUSED = "t-small.toml: steps 4.save: nothing uses the answer 'size'"


def test_an_answer_that_nothing_uses_is_a_fault_on_its_line(root: Path) -> None:
    spoil(root / "exercises" / "t-small.toml", " It was {{size}}.", "")
    assert said(root) == [UNUSED]
    assert check_all(root) == ["t-small.toml:44: steps 4.save: nothing uses the answer 'size'"]


USES = [
    '[document]\nsort = "record"\ntitle = ["hue"]\nparts = [{ of = "size", title = "How strong" }]\n',
    '[[keeps]]\nstore = "urges"\nfields = { day = "=today", urge = "hue", before = "size" }\n',
    '[[next]]\nto = "t-other"\nwhy = "It goes on."\nhands = { shade = "size" }\n',
    '[[next]]\nto = "t-other"\nwhy = "It goes on."\nwhen = [{ var = "size", op = "ge", value = 5 }]\n',
    '[[steps]]\nkind = "say"\ntext = "On."\nwhen = [{ var = "size", op = "ge", value = 5 }]\n',
    '[[steps]]\nkind = "say"\ntext = "On."\nhint = "It was {{size}}."\n',
    '[[steps]]\nkind = "say"\ntext = "The last time it was {{@last.size}}."\n',
    '[[steps]]\nkind = "say"\ntext = "On."\nshows = [{ label = "How strong", words = "{{size}}" }]\n',
]


@pytest.mark.parametrize("use", USES)
def test_whatever_uses_an_answer_is_enough(root: Path, use: str) -> None:
    path = root / "exercises" / "t-small.toml"
    spoil(path, " It was {{size}}.", "")
    assert UNUSED in said(root)
    path.write_text(f"{path.read_text('utf-8')}\n{use}", "utf-8")
    assert UNUSED not in said(root)


def test_an_answer_may_be_used_by_another_exercise_the_next_time(root: Path) -> None:
    path = root / "exercises" / "t-small.toml"
    spoil(path, " It was {{size}}.", "")
    other = path.read_text("utf-8").replace('"t-small"', '"t-other"', 1)
    other = other.replace("You chose {{hue}}.", "There it was {{@last.t-small.size}}.")
    (root / "exercises" / "t-other.toml").write_text(other, "utf-8")
    found = said(root)
    assert UNUSED not in found
    assert UNUSED.replace("t-small.toml", "t-other.toml") in found


# links


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("exercises/t-small.toml", 'article = "L01"\n', "",
         "t-small.toml: article: there is no ''; name the article that explains it"),
        ("exercises/t-small.toml", '"L01"', '"L99"', "t-small.toml: article: there is no 'L99'; name the"),
        ("articles/L01.md", "{exercise: t-small}", "",
         "L01.md: exercises: 't-small' stands in exercises alone"),
        ("articles/L01.md", 'exercises = ["t-small"]', "exercises = []",
         "L01.md: exercises: 't-small' stands in the text alone"),
    ],
)  # fmt: skip
def test_a_link_that_stands_on_one_side_alone_is_a_fault(
    root: Path, file: str, old: str, new: str, fault: str
) -> None:
    spoil(root / file, old, new)
    found = said(root)
    assert [line for line in found if line.startswith(fault)], found


def test_an_article_that_no_other_leads_to_is_a_fault(root: Path) -> None:
    first = root / "articles" / "L01.md"
    text = first.read_text("utf-8")
    (root / "articles" / "L02.md").write_text(text.replace('id = "L01"', 'id = "L02"'), "utf-8")
    assert said(root) == ["L02.md: body: no other article leads here"]
    spoil(first, "(article:L01)", "(article:L02)")
    assert said(root) == []


def test_an_exercise_that_only_the_full_list_leads_to_is_a_fault(root: Path) -> None:
    spoil(root / "articles" / "L01.md", "{exercise: t-small}", "")
    spoil(root / "articles" / "L01.md", 'exercises = ["t-small"]', "exercises = []")
    assert said(root) == ["t-small.toml: id: only the full list leads here"]


@pytest.mark.parametrize(
    "states",
    [
        '[[states]]\nid = "a"\nwords = "A"\nfits = [{ exercise = "t-small", why = "It fits." }]\n',
        'steady = [{ exercise = "t-small", why = "It steadies." }]\n',
        '[[states]]\nid = "a"\nwords = "A"\nasks = "When?"\n[[states.times]]\nid = "b"\nwords = "B"\n'
        'fits = [{ exercise = "t-small", why = "It fits." }]\n',
    ],
)
def test_a_state_leads_to_an_exercise(root: Path, states: str) -> None:
    spoil(root / "articles" / "L01.md", "{exercise: t-small}", "")
    spoil(root / "articles" / "L01.md", 'exercises = ["t-small"]', "exercises = []")
    (root / "states.toml").write_text(states, "utf-8")
    assert "t-small.toml: id: only the full list leads here" not in said(root)


@pytest.mark.parametrize(
    "link",
    ['[[steps]]\nkind = "say"\ntext = "On."\nlink = "t-small"\n', '[[next]]\nto = "t-small"\nwhy = "On."\n'],
)
def test_another_exercise_leads_to_an_exercise_and_none_to_itself(root: Path, link: str) -> None:
    path = root / "exercises" / "t-small.toml"
    spoil(root / "articles" / "L01.md", "{exercise: t-small}", "")
    spoil(root / "articles" / "L01.md", 'exercises = ["t-small"]', "exercises = []")
    text = f"{path.read_text('utf-8')}\n{link}"
    path.write_text(text, "utf-8")
    assert "t-small.toml: id: only the full list leads here" in said(root)
    (root / "exercises" / "t-other.toml").write_text(text.replace('"t-small"', '"t-other"', 1), "utf-8")
    assert "t-small.toml: id: only the full list leads here" not in said(root)


# cautions

INWARD = (
    "With psychosis, a very high mood, or if you often feel unreal, ask someone first. Eyes open is fine."
)


@pytest.mark.parametrize(
    ("caution", "fault"),
    [
        (INWARD, ""),
        (INWARD.replace("psychosis, ", ""), "before turning inward, also say: psychosis"),
        (INWARD.replace("a very high mood, ", ""), "before turning inward, also say: a very high mood"),
        (INWARD.replace("unreal", "low"), "before turning inward, also say: often feeling unreal"),
        (INWARD.replace("ask someone first", "take care"), "before turning inward, also say: whom to ask"),
    ],
)
def test_before_turning_inward_it_is_said_whom_it_is_not_for(root: Path, caution: str, fault: str) -> None:
    wanted = f'gate = "notice"\nrisk_tags = ["inward"]\ncautions = "{caution}"'
    spoil(root / "exercises" / "t-small.toml", 'gate = "none"\ncautions = ""', wanted)
    assert faults(root) == ([f"t-small.toml: cautions: {fault}"] if fault else [])


@pytest.mark.parametrize("gate", ["notice", "confirm", "help-first"])
def test_a_caution_has_forty_five_words_at_most_on_every_screen(root: Path, gate: str) -> None:
    wanted = f'gate = "{gate}"\ncautions = "{"Mind. " * 43}"\nstop_if = "Stop at once."'
    spoil(root / "exercises" / "t-small.toml", 'gate = "none"\ncautions = ""', wanted)
    assert faults(root) == ["t-small.toml: cautions: 46 words with stop_if; 45 are the most on a screen"]


DRIVING = "cautions: where eyes close or muscles let go, say not while driving or at a machine"


@pytest.mark.parametrize(
    "words", ["Close your eyes.", "You may let your eyes close.", "With your eyes shut."]
)
def test_where_eyes_close_nobody_drives(root: Path, words: str) -> None:
    path = root / "exercises" / "t-small.toml"
    spoil(path, "You chose {{hue}}.", words)
    assert faults(root) == [f"t-small.toml: {DRIVING}"]
    spoil(path, 'cautions = ""', 'cautions = "Not while driving or at a machine."')
    assert faults(root) == []


def test_where_muscles_let_go_nobody_drives(root: Path) -> None:
    wanted = 'gate = "notice"\nrisk_tags = ["muscle"]\ncautions = "Mind sore muscles."'
    spoil(root / "exercises" / "t-small.toml", 'gate = "none"\ncautions = ""', wanted)
    assert faults(root) == [f"t-small.toml: {DRIVING}"]


@pytest.mark.parametrize(
    "words", ["Stop with pain.", "Ask a doctor.", "You may get dizzy.", "In a flood, rest."]
)
def test_a_caution_is_never_in_the_second_line_alone(root: Path, words: str) -> None:
    path = root / "exercises" / "t-small.toml"
    spoil(path, 'text = "You chose {{hue}}."', f'text = "You chose {{{{hue}}}}."\nhint = "{words}"')
    [fault] = faults(root)
    assert fault.startswith("t-small.toml: steps 2.hint: ")
    assert fault.endswith(" is said in the second line alone")
    spoil(path, 'cautions = ""', f'cautions = "{words}"')
    assert faults(root) == []


@pytest.mark.parametrize(
    "note", ["Nobody has tested it by itself.", "It has hardly been tested.", "Untested."]
)
def test_the_best_grade_is_not_for_what_was_not_tested_alone(root: Path, note: str) -> None:
    path = root / "exercises" / "t-small.toml"
    spoil(path, "Part of a tested package.", note)
    assert faults(root) == []
    spoil(path, 'grade = "C"', 'grade = "A"')
    [fault] = faults(root)
    assert fault.startswith("t-small.toml: evidence.grade: the note says ")


# voice


def test_a_text_is_measured_by_its_sentences() -> None:
    heard = voice(["One two three. Four five six seven eight nine ten. One more.", "And one\n\nat last"])
    assert heard is not None
    assert (heard.sentences, heard.mean, heard.short, heard.long) == (5, 16 / 5, 4 / 5, 0)
    assert (heard.opens, heard.opening) == ("one", 2 / 5)
    assert heard.spread == pytest.approx(1.9391, abs=1e-4)
    assert voice(["", "…"]) is None


def test_headings_cards_addresses_and_answers_are_no_words(root: Path) -> None:
    library = Library(root=root)
    article = article_voice(library.article("L01"))
    plain = voice([PARAGRAPH, PARAGRAPH, PARAGRAPH, PARAGRAPH, "Not very sure. Read this one again."])
    assert article is not None
    assert plain is not None
    assert (article.sentences, article.mean) == (plain.sentences, pytest.approx(plain.mean))
    exercise = exercise_voice(library.exercise("t-small"))
    assert exercise is not None
    assert (exercise.sentences, exercise.mean) == (4, 10 / 4)


CLIPPED = "It helps. He sat down. A man is here. The sun came out. We all went. She saw it. " * 40
BREATHLESS = (
    "In the evening that came after the long day on which so much had been said and done by so many people, "
    "the man who had walked home sat by the door and thought for a while about what he would do next. "
)
EVEN = "The man walked home and sat down by the door of his house. " * 50


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (CLIPPED, "words a sentence "),
        (CLIPPED, "100% of the sentences have six words or fewer; 0% to 20% are asked for"),
        (BREATHLESS * 14, "100% of the sentences have more than 20 words; 6% to 25% are asked for"),
        (BREATHLESS * 14, "100% of the sentences open with the same word; 0% to 8% are asked for ('in')"),
        (EVEN, "words between long and short sentences (standard deviation) "),
    ],
)
def test_an_article_that_is_clipped_or_breathless_is_a_fault(root: Path, words: str, fault: str) -> None:
    path = root / "articles" / "L01.md"
    text = path.read_text("utf-8")
    start, end = text.index("## A walk") + len("## A walk"), text.index("{exercise:")
    path.write_text(f"{text[:start]}\n\n{words}\n\n{text[end:]}", "utf-8")
    found = said(root)
    near = [line for line in found if line.startswith("L01.md: body: ") and fault.partition(" ")[2] in line]
    assert near, found


@pytest.mark.parametrize(
    ("words", "fault"),
    [("Go on now. ", "words a sentence 3.0; 7 to 14 are asked for"), (BREATHLESS, "words a sentence ")],
)
def test_an_exercise_that_is_clipped_or_breathless_is_a_fault(root: Path, words: str, fault: str) -> None:
    library = Library(root=root)
    one = replace(library.exercise("t-small"), steps=tuple(Say(text=words) for _step in range(14)))
    assert any(said.startswith(f"steps: {fault}") for _one, said in voice_faults([one], []))
    assert list(voice_faults([replace(one, steps=one.steps[:11])], [])) == []  # too short to have a rhythm


def test_the_middle_of_all_has_bounds_of_its_own_once_there_are_several(root: Path) -> None:
    library = Library(root=root)
    words = "Go on to the next small thing that you can see from here. "
    one = replace(library.exercise("t-small"), steps=tuple(Say(text=words) for _step in range(14)))
    found = [said for _one, said in voice_faults([one] * SEVERAL, [])]
    assert found == [
        "exercises: in the middle of all, reading grade 1.3; 3.5 to 5 are asked for",
        "exercises: in the middle of all, words a sentence 13.0; 9 to 11 are asked for",
    ]
    assert list(voice_faults([one] * (SEVERAL - 1), [])) == []


def test_the_bundled_texts_are_within_the_bounds_that_are_meant() -> None:
    assert (ARTICLES["grade"], ARTICLES["mean"]) == ((5.5, 7), (14, 15.5))
    assert (EXERCISES["grade"], EXERCISES["mean"]) == ((3.5, 5), (9, 11))
    library = Library()
    found = [said for one, said in voice_faults(library.exercises(), library.articles()) if one is None]
    assert found == []
