"""How an article falls into sections, cards and the box that says how sure it is."""

from __future__ import annotations

from datetime import date

from rewire_app.domain.exercise.aims import Evidence, Grade
from rewire_app.domain.library.article import Article, Embedded, Markdown, SureBox

BODY = """An opening with a [link](article:L07).

## Two kinds of talk

First words.

{exercise: b-paced}

Words *after*, and [STOP](exercise:d-stop).

## How sure are we?

**Known:** little.
"""


def article(body: str = BODY) -> Article:
    return Article(
        id="L01",
        title="Talk",
        topic="Change",
        summary="Short.",
        exercises=("b-paced",),
        reviewed=date(2026, 11, 22),
        evidence=Evidence(grade=Grade.B, note="Some trials."),
        sources=(),
        body=body,
    )


def test_sections_have_titles_and_anchors() -> None:
    found = [(section.title, section.anchor) for section in article().sections]
    assert found == [
        ("", ""),
        ("Two kinds of talk", "two-kinds-of-talk"),
        ("How sure are we?", "how-sure-are-we"),
    ]


def test_a_card_stands_between_the_words_around_it() -> None:
    segments = article().sections[1].segments
    assert segments == (
        Markdown("First words."),
        Embedded("b-paced"),
        Markdown("Words *after*, and [STOP](exercise:d-stop)."),
    )


def test_the_sure_section_is_a_box() -> None:
    assert article().sections[2].segments == (SureBox("**Known:** little."),)


def test_links_name_articles_and_exercises() -> None:
    assert set(article().links) == {("article", "L07"), ("exercise", "d-stop"), ("exercise", "b-paced")}


def test_minutes_are_counted_at_180_words_a_minute_without_markup() -> None:
    assert article("word " * 180).minutes == 1
    assert article("word " * 181).minutes == 2
    assert article("[one](article:L07) **two** {exercise: b-paced}").words == 2
