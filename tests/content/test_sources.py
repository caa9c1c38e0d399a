"""What content rests on is told once, whole, and by a key."""

from __future__ import annotations

from pathlib import Path

import pytest

from rewire_app.content.check import check_all
from rewire_app.content.library import Library
from rewire_app.domain.library.sources import source_lines
from tests.content.small_content import content, faults, spoil


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return content(tmp_path)


def test_a_source_is_told_in_a_line_and_what_was_not_looked_up_says_so(root: Path) -> None:
    assert source_lines(["lambert2013", "linehan2015"], Library(root=root).sources()) == (
        "Lambert (2013). The efficacy and effectiveness of psychotherapy. Handbook.",
        "Linehan (2015). DBT Skills Training Manual. Book. Not re-checked.",
    )


def test_what_an_own_exercise_rests_on_is_told_as_it_was_written(root: Path) -> None:
    assert source_lines(["My own notes"], Library(root=root).sources()) == ("My own notes",)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('title = "DBT Skills Training Manual"\n', "", "sources.toml: linehan2015.title: it is missing"),
        ('journal = "Book"', 'journal = ""', "sources.toml: linehan2015.journal: it must not be empty"),
        ("seen = false", "", "sources.toml: linehan2015.seen: it is missing"),
        ("seen = false", "seen = false\ndoi = 'x'", "sources.toml: linehan2015.doi: there is no such field"),
        ("[linehan2015]", '["Linehan 2015"]', "sources.toml: Linehan 2015: small letters and digits only"),
        ('author = "Lambert"', 'author = "O\'Neill"', 'sources.toml: lambert2013.author: "O\'Neill"'),
        ("[lambert2013]", "[lambert2012]", "sources.toml: lambert2012.author: nothing rests on it"),
        ("[lambert2013]", "[lambert2012]", "L01.md: sources: there is no 'lambert2013' in sources.toml"),
        ("[linehan2015]", "[linehan]", "t-small.toml: evidence.refs: there is no 'linehan2015'"),
    ],
)
def test_a_source_that_is_not_whole_is_a_fault(root: Path, old: str, new: str, fault: str) -> None:
    spoil(root / "sources.toml", old, new)
    found = faults(root)
    assert [line for line in found if line.startswith(fault)], found


def test_a_fault_of_a_source_names_its_line(root: Path) -> None:
    spoil(root / "sources.toml", "[linehan2015]", "[linehan]")
    assert check_all(root) == [
        "sources.toml:10: linehan.author: nothing rests on it",
        "t-small.toml:21: evidence.refs: there is no 'linehan2015' in sources.toml",
    ]
