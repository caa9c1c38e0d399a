"""The list of words that are not said, and the counter behind the reading grade."""

from __future__ import annotations

import pytest

from rewire_app.content.reading import grade, syllables
from rewire_app.content.words import TextPlace, forbidden_words


@pytest.mark.parametrize(
    "text",
    [
        "Great job",
        "Well done.",
        "You broke your streak",
        "A 6-day streak",
        "You missed two days",
        "Breathe!",
        "Just breathe",
        "You should rest",
        "This cures worry",
        "He committed suicide",
        "Thoughts of killing yourself",
        "That was the last breath",
        "Try harder",
        "Calm down",
        "You are an addict",
        "Hurry",
        "That was lazy",
        "a failed attempt",
        "You are safe",
        "Rewire treats anxiety",
        "It changes your brain",
        "Stop taking your medicine",
        "Next →",
        "Done ✓",
    ],
)
def test_what_is_never_said_is_found(text: str) -> None:
    assert forbidden_words(text, TextPlace.SCREEN)
    assert forbidden_words(text, TextPlace.EXERCISE)


@pytest.mark.parametrize(
    "text",
    [
        "Practised on 9 of 14 days. Gaps are normal.",
        "Rewire is a self-help notebook. It does not assess or treat. It is not for emergencies.",
        "In weeks when you practised more, reactivity tended to be lower. This doesn’t prove cause.",
        "3 points lower than before. Some days it won’t move.",
        "Adjust the pace.",
        "Use a time such as 23:10.",
    ],
)
def test_the_voice_of_the_design_passes(text: str) -> None:
    assert forbidden_words(text, TextPlace.SCREEN) == ()


def test_an_article_may_explain_what_a_screen_does_not_say() -> None:
    assert forbidden_words("A streak is easy to lose.", TextPlace.ARTICLE) == ()
    assert forbidden_words("A streak is easy to lose.", TextPlace.SCREEN)


@pytest.mark.parametrize(
    ("word", "count"),
    [("the", 1), ("breathe", 1), ("practised", 2), ("little", 2), ("people", 2), ("idea", 3), ("area", 3),
     ("quiet", 2), ("being", 2), ("noticed", 2), ("wanted", 2), ("changes", 2),
      ("stimulus", 3), ("emotion", 3)],
)  # fmt: skip
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_follows_the_formula() -> None:
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert grade("The cat sat. The cat sat.") == pytest.approx(0.39 * 3 + 11.8 - 15.59)
    assert grade("") == 0.0


def test_headings_and_list_items_end_a_sentence() -> None:
    assert grade("- the cat\n- the mat\n") == pytest.approx(0.39 * 2 + 11.8 - 15.59)


@pytest.mark.parametrize(
    ("text", "found"), [("It won't move.", ["won't"]), ("It won’t move.", []), ("The days' end", ["days'"])]
)
def test_an_apostrophe_is_curly(text: str, found: list[str]) -> None:
    assert [one.word for one in forbidden_words(text, TextPlace.SCREEN)] == found
