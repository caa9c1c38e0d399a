"""RedNotebook's months, value by value."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rewire_app.domain.journal.notes import Note
from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.found import FoundEntry
from rewire_app.exchange.importers.gathering import gathered
from rewire_app.exchange.importers.opened import open_file
from rewire_app.exchange.importers.rednotebook import FORMAT
from rewire_app.exchange.importers.yaml_mappings import YamlBudget, yaml_pairs
from tests.exchange.importers.bringings import plan_of
from tests.exchange.importers.files import left_out, read_of, written, zipped

WRITTEN = """\
1:
  Movies:
    Inception: null
    ? 'A film whose name is so long that it goes over the end of its line, and so
      over two of them'
    : null
  Tags:
    Old one: null
  long walk: null
  text: "Hello\\n\\n\\xDCber #Work: \\\\ \\U0001F600\\n  - indented, me@a.b&#x27; #FFFFFF\\n"
2: {text: 'one line that is folded because it is longer than
    eighty characters'}
3:
  text: |-
    A block
      of lines

    # and no remark
10: {text: 'yes'}
31:
  Ideas: null
  text: ''
"""


def said(found: list[Any]) -> list[tuple[object, ...]]:
    """What each entry says."""
    return [
        (one.line, one.day, one.title, one.text, one.tags) for one in found if isinstance(one, FoundEntry)
    ]


EXPECTED = [
    (
        10,
        date(2026, 10, 1),
        "",
        "Hello\n\nÜber #Work: \\ \U0001f600\n  - indented, me@a.b&#x27; #FFFFFF\n",
        ("Old one", "long walk", "Work"),
    ),
    (
        3,
        date(2026, 10, 1),
        "Movies",
        "Inception\nA film whose name is so long that it goes over the end of its line, "
        "and so over two of them",
        ("Movies",),
    ),
    (11, date(2026, 10, 2), "", "one line that is folded because it is longer than eighty characters", ()),
    (14, date(2026, 10, 3), "", "A block\n  of lines\n\n# and no remark", ()),
    (19, date(2026, 10, 10), "", "yes", ()),
    (22, date(2026, 10, 31), "", "", ("Ideas",)),
]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_month_as_it_is_written(tmp_path: Path, ending: str, encoding: str) -> None:
    kind, found = read_of(written(tmp_path / "2026-10.txt", WRITTEN.replace("\n", ending), encoding))
    assert kind == "rednotebook"
    assert said(found) == EXPECTED
    assert left_out(found) == []
    assert all(one.time is None for one in found if isinstance(one, FoundEntry))


def test_a_folder_of_months_and_the_zip_of_a_backup(tmp_path: Path) -> None:
    months = {
        "data/2026-11.txt": b"3: {text: later}\n",
        "data/2026-02.txt": b"28:\n  text: |\n    first\n29: {text: no such day}\n'30': {text: none}\n",
        "data/2026-03.txt": b"",
        "data/2026-04.txt": b"{}\n",
        "data/2026-10.old.txt": b"1: {text: old}\n",
        "templates/1.txt": b"1: {text: template}\n",
        "configuration.cfg": b"x=1\n",
    }
    for name, content in months.items():
        (tmp_path / "book" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "book" / name).write_bytes(content)
    for path in (tmp_path / "book", zipped(tmp_path / "RedNotebook-Backup.zip", months)):
        kind, found = read_of(path)
        assert kind == "rednotebook"
        assert said(found) == [
            (2, date(2026, 2, 28), "", "first\n", ()),
            (1, date(2026, 11, 3), "", "later", ()),
        ]
        assert left_out(found) == [(4, "The day cannot be read"), (5, "The day cannot be read")]


def test_what_stands_before_a_fault_comes_in(tmp_path: Path) -> None:
    text = "1: {text: kept}\n2: {text: 'kept too'}\n3: {text: \"broken\n4: {text: gone}\n"
    kind, found = read_of(written(tmp_path / "2026-10.txt", text))
    assert kind == "rednotebook"
    assert [row[3] for row in said(found)] == ["kept", "kept too"]
    [(line, reason)] = left_out(found)
    assert (line, reason) == (5, "From this line on the month cannot be read")


@pytest.mark.parametrize(
    "harm",
    [
        "2: *a",
        "2: &a [*a, *a]",
        "2: " + "{a: " * 5_000,
        "2: " + "[" * 50_000,
        "2:\n" + "".join(" " * n + "- \n" for n in range(1, 400)),
        "2: {a: b}\n? {c: d}\n: e",
        "- a list",
    ],
)
def test_what_yaml_can_do_beside_words_is_never_done(tmp_path: Path, harm: str) -> None:
    _kind, found = read_of(written(tmp_path / "2026-10.txt", f"1: {{text: kept}}\n{harm}\n"))
    assert said(found)[0][3] == "kept"
    assert [reason for _line, reason in left_out(found)] == ["From this line on the month cannot be read"]


def test_objects_and_numbers_of_yaml_stay_words(tmp_path: Path) -> None:
    text = (
        "1: {text: !!python/object/apply:os.system ['touch /tmp/never']}\n"
        "2: {text: !!python/unicode 'old'}\n3: {text: 2026-01-01, 5: 0x10, ~: no}\n"
        "4: plain\n5: {text: \x07bell}\n6:\n7: [a, b]\n"
    )
    _kind, found = read_of(written(tmp_path / "2026-10.txt", text))
    assert [row[2:] for row in said(found)] == [
        ("", "old", ()),
        ("", "2026-01-01", ()),
        ("5", "0x10", ("5",)),
        ("", "no", ()),
        ("", "plain", ()),
        ("", "\ufffdbell", ()),
        ("", "", ("a", "b")),
    ]
    assert left_out(found) == [(1, "There is nothing in it"), (6, "There is nothing in it")]


def test_a_month_too_large_stays_out_and_other_texts_are_no_months(tmp_path: Path) -> None:
    months = {"2026-10.txt": b"1: {text: kept}\n", "2026-11.txt": b"1: {text: x}\n" + b"# x\n" * 2_000_001}
    _kind, found = read_of(zipped(tmp_path / "a.zip", months))
    assert [row[3] for row in said(found)] == ["kept"]
    assert left_out(found) == [(1, "This month is larger than Rewire reads")]
    with open_file(written(tmp_path / "2026-12.txt", "Dear diary,\n1: no\n")) as opened:
        assert not FORMAT.looks(opened)
        with pytest.raises(ImportRefusedError, match="damaged"):
            list(FORMAT.read(opened, None))  # type: ignore[arg-type]


def test_months_that_would_take_too_long_are_refused() -> None:
    month, budget = "1: {a: {b: null}}\n2: {text: x}\n", YamlBudget(left=24)
    assert len(list(yaml_pairs(month, budget))) == 2
    with pytest.raises(ImportRefusedError, match="larger"):
        list(yaml_pairs(month, budget))


def test_days_become_notes_of_their_day(tmp_path: Path) -> None:
    _kind, found = read_of(written(tmp_path / "2026-10.txt", WRITTEN))
    assert gathered(found).without_time == 6
    notes = [note for _place, note in plan_of(found).entries if isinstance(note, Note)]
    assert [note.day.day for note in notes] == [1, 1, 2, 3, 10, 31]
    assert notes[1].text.startswith("Movies\n\nInception\nA film")
    assert notes[5].text == "Ideas"
