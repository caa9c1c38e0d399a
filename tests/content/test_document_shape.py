"""How an exercise reads as a document is told in its file: read strictly, checked against its questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from rewire_app.content.exercises import parse_exercise
from rewire_app.content.library import Library
from rewire_app.content.toml_text import to_toml
from rewire_app.domain.exercise.document_shape import DocumentSort, PartLook
from rewire_app.errors import ContentError
from tests.content.small_content import content, faults, spoil

DOCUMENT = """
[document]
sort = "record"
title = ["hue"]
quoted = true
parts = [
    { of = "hue", title = "The colour", look = "tags" },
    { of = "size", title = "How strong it was", letter = "S" },
]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = content(tmp_path) / "exercises" / "t-small.toml"
    path.write_text(path.read_text("utf-8") + DOCUMENT, "utf-8")
    return path


def test_a_document_becomes_a_value_and_a_text_again(file: Path) -> None:
    found = Library(root=file.parents[1]).exercise("t-small")
    assert found.document is not None
    assert (found.document.sort, found.document.title) == (DocumentSort.RECORD, ("hue",))
    assert [part.look for part in found.document.parts] == [PartLook.TAGS, PartLook.PLAIN]
    assert faults(file.parents[1]) == []
    assert parse_exercise(to_toml(found), "t-small.toml") == found


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('sort = "record"', 'sort = "diary"', "document.sort"),
        ('look = "tags"', 'look = "bold"', "document.parts 1.look"),
        ('letter = "S"', 'letters = "S"', "document.parts 2.letters"),
        ("quoted = true", 'quoted = "yes"', "document.quoted"),
    ],
)
def test_a_document_that_says_something_else_is_refused(file: Path, old: str, new: str, field: str) -> None:
    spoil(file, old, new)
    with pytest.raises(ContentError) as caught:
        Library(root=file.parents[1]).exercise("t-small")
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('of = "hue"', 'of = "tone"', "document.parts 1.of: 'tone' is saved by no step"),
        ('title = ["hue"]', 'title = ["tone"]', "document.title: 'tone' is saved by no step"),
        ('title = ["hue"]', 'title = ["hue.tone"]', "document.title: 'hue' has no column 'tone'"),
        ('look = "tags"', 'look = "change"', "document.parts 1.look: a change needs a rating"),
        ("The colour", "Your hurry", "document.parts 1.title: "),
    ],
)
def test_a_document_of_what_nobody_asks_is_a_fault(file: Path, old: str, new: str, said: str) -> None:
    spoil(file, old, new)
    found = faults(file.parents[1])
    assert len(found) == 1
    assert said in found[0]
