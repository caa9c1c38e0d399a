"""Whatever stands in a file, reading it ends in a value or in one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rewire_app.content.articles import parse_article
from rewire_app.content.exercises import parse_exercise
from rewire_app.content.half_written import read_rough
from rewire_app.content.library import Library
from rewire_app.content.sources import parse_sources
from rewire_app.domain.custom import CUSTOM_PREFIX
from rewire_app.errors import ContentError
from tests.content.small_content import ARTICLE, EXERCISE, SOURCES

READ: list[tuple[Callable[[str, str], object], str, str]] = [
    (parse_exercise, EXERCISE, "version = 1"),
    (read_rough, EXERCISE, "version = 1"),
    (parse_article, ARTICLE, "reviewed = 2026-11-22"),
    (parse_sources, SOURCES, "year = 2013"),
]
BEYOND = [
    ("a = " + "[" * 20_000, "brackets inside one another"),
    ("a = " + "{a = " * 20_000, "brackets inside one another"),
    ("a = " + "[" * 30 + "]" * 30, "brackets inside one another"),
    ("a" + ".a" * 30 + " = 1", "brackets inside one another"),
    ("a = " + "1" * 50_000, "too many digits"),
    ("a = 0x" + "f" * 50_000, "at most nine digits"),
    ("a = 1e999", "at most nine digits"),
    ("a = nan", "at most nine digits"),
]


@pytest.mark.parametrize(("read", "text", "field"), READ)
@pytest.mark.parametrize(("beyond", "reason"), BEYOND)
def test_what_is_too_deep_or_too_large_is_one_sentence(
    read: Callable[[str, str], object], text: str, field: str, beyond: str, reason: str
) -> None:
    with pytest.raises(ContentError, match=reason) as caught:
        read(text.replace(field, beyond), "t-small")
    assert len(str(caught.value)) < 120


def test_the_line_of_a_number_that_is_too_large_is_named() -> None:
    text = EXERCISE.replace("rounds = 6", "rounds = 0x" + "f" * 50_000)
    with pytest.raises(ContentError) as caught:
        parse_exercise(text, "t-small.toml")
    assert caught.value.field == "steps 3.rounds"
    assert caught.value.line == EXERCISE.splitlines().index("rounds = 6") + 1


@pytest.mark.parametrize(("beyond", "_reason"), BEYOND)
def test_an_own_exercise_from_before_that_cannot_be_read_harms_nothing(beyond: str, _reason: str) -> None:
    library = Library()
    library.own.use({f"{CUSTOM_PREFIX}far": beyond})
    library.own.remember({f"{CUSTOM_PREFIX}gone": beyond}, {})
    assert library.own.sound() == ()
    assert library.title(f"{CUSTOM_PREFIX}far") == "Far"
    assert library.title(f"{CUSTOM_PREFIX}gone") == "Gone"
