"""The glossary: read strictly, found once an article outside links, and plain in its own words."""

from __future__ import annotations

import pytest

from rewire_app.content import prose, reading
from rewire_app.content.library import Library, parse_glossary
from rewire_app.content.words import TextPlace, forbidden_words
from rewire_app.domain.library.glossary import Glossary, GlossaryWord, Use
from rewire_app.errors import ContentError

LIBRARY = Library()
HARDEST = 11.0
"""No meaning is harder to read than this grade."""

SMALL = Glossary(
    [
        GlossaryWord(word="exposure", forms=("exposure therapy",), meaning="Meeting."),
        GlossaryWord(word="cue", forms=("cues",), meaning="A sign."),
    ]
)


def test_a_word_is_marked_where_it_first_stands() -> None:
    blocks = ("No rescue here.", "Cues come first; a cue again.", "Exposure therapy, exposure.")
    assert SMALL.first_uses(blocks, ((), (), ())) == (
        Use(word="cue", block=1, start=0, end=4),
        Use(word="exposure", block=2, start=0, end=16),
    )


def test_a_word_inside_a_link_waits_for_the_next_place() -> None:
    blocks = ("Read about cues here. A cue it is.",)
    assert SMALL.first_uses(blocks, (((11, 15),),)) == (Use(word="cue", block=0, start=24, end=27),)


def test_part_of_a_word_is_no_word() -> None:
    assert SMALL.first_uses(("A cue-card, overexposure, cued.",), ((),)) == ()
    assert Glossary([]).first_uses(("cue",), ((),)) == ()


def test_a_word_in_capitals_is_found_in_capitals_alone() -> None:
    therapy = Glossary([GlossaryWord(word="ACT", forms=(), meaning="A therapy.")])
    assert therapy.first_uses(("To act. Act now. ACT is a therapy.",), ((),)) == (
        Use(word="ACT", block=0, start=17, end=20),
    )


def test_every_form_leads_to_its_word() -> None:
    found = SMALL.find("Exposure Therapy")
    assert found is not None
    assert found.word == "exposure"
    assert SMALL.find("exposed") is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('[[words]]\nword = "cue"', "meaning"),
        ('[[words]]\nword = "cue"\nmeaning = "A sign."\nmeans = "x"', "no such field"),
        (
            '[[words]]\nword = "a"\nmeaning = "b"\n[[words]]\nword = "c"\nforms = ["A"]\nmeaning = "d"',
            "already",
        ),
        (f'[[words]]\nword = "a"\nmeaning = "{"x " * 46}"', "45 words"),
    ],
)
def test_a_fault_names_file_and_reason(text: str, reason: str) -> None:
    with pytest.raises(ContentError, match=reason) as caught:
        parse_glossary(text, "glossary.toml")
    assert "glossary.toml" in str(caught.value)


def test_the_bundled_glossary_is_plain() -> None:
    found = LIBRARY.glossary().words
    assert len(found) >= 40
    for word in found:
        assert not forbidden_words(word.meaning, TextPlace.ARTICLE), word.word
    hard = {word.word: reading.grade(word.meaning) for word in found}
    assert sorted(hard.values())[len(hard) // 2] <= 8.0


@pytest.mark.parametrize("article", LIBRARY.article_ids())
def test_words_are_found_in_the_articles_where_they_stand(article: str) -> None:
    found = LIBRARY.article(article)
    blocks = prose.blocks(found)
    for use in LIBRARY.glossary().first_uses(blocks, prose.links(found)):
        word = LIBRARY.glossary().find(blocks[use.block][use.start : use.end])
        assert word is not None
        assert word.word == use.word
