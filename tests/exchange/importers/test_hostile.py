"""Files made to do harm: refused with a sentence or read, nothing else, and the profile stays as it is.

What each costs in time and memory is measured by `python -m tests.fuzz.hostile`, which has large ones too.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.bringing import read_file
from rewire_app.exchange.importers.catalogue import AUTO, formats
from rewire_app.exchange.importers.found import LeftOut
from rewire_app.exchange.importers.opened import open_file
from tests.exchange.importers.files import written, zipped
from tests.fuzz.harmful import Harmful, harmful, harmful_of
from tests.fuzz.trying import Trier

SMALL = [one for one in harmful() if one.small]
SAMPLES = [(kind.id, one) for kind in formats() for one in harmful_of(kind.id) if one.small]
DAYLIO = "full_date,time,mood,activities\n"


@pytest.fixture(scope="module")
def trier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trier]:
    """A profile in which all of them are tried."""
    made = Trier(tmp_path_factory.mktemp("hostile"))
    yield made
    made.close()


@pytest.mark.parametrize("one", SMALL, ids=lambda one: one.name)
def test_harm_is_refused_or_read_and_leaves_no_trace(one: Harmful, trier: Trier, tmp_path: Path) -> None:
    path = one.make(tmp_path)
    every = [kind.id for kind in formats()]
    for wanted in (AUTO, *([] if path.suffix == ".db" else every)):  # a database has a process of its own
        outcome = trier.try_one(path, wanted, write=False)
        assert not outcome.fault, f"{wanted}: {outcome.fault}"
        assert outcome.said[-1:] in (".", "t"), outcome.said  # a sentence, or "n stay out"


@pytest.mark.parametrize(("wanted", "one"), SAMPLES, ids=lambda one: getattr(one, "name", ""))
def test_samples_made_harmful_come_in_and_go_out(
    wanted: str, one: Harmful, trier: Trier, tmp_path: Path
) -> None:
    outcome = trier.try_one(one.make(tmp_path), wanted, write=True)
    assert not outcome.fault, outcome.fault


def test_what_is_brought_in_of_formulas_stays_words(trier: Trier, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "Date,Note\n2026-11-20,\"=cmd|' /C calc'!A0\"\n2026-11-19,=1+1\n")
    assert trier.try_one(path, AUTO, write=True).said == "2 entries, 0 stay out"
    texts = [one.text for _place, one in read_file(path).gathered.found]  # type: ignore[union-attr]
    assert texts == ["=cmd|' /C calc'!A0", "=1+1"]


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", DAYLIO + "2026-11-20,21:05,good,a\n" * 1_000)

    def grows(_done: int) -> None:
        with path.open("a") as file:
            file.write("2026-11-19,21:05,good,a\n")

    with pytest.raises(ImportRefusedError, match="changed while it was read"):
        read_file(path, tell=grows)


def test_a_file_that_takes_the_place_of_another_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    path = written(folder / "a.csv", DAYLIO + "2026-11-20,21:05,good,a\n" * 1_000)

    def another(_done: int) -> None:
        if path.exists():
            path.rename(tmp_path / "away.csv")
            written(folder / "a.csv", DAYLIO)

    with pytest.raises(ImportRefusedError, match="changed while it was read"):
        read_file(folder, tell=another)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    written(tmp_path / "a.csv", DAYLIO)
    written(tmp_path / "b.csv", DAYLIO)
    with open_file(tmp_path) as opened:
        (tmp_path / "a.csv").unlink()
        os.mkfifo(tmp_path / "a.csv")
        (tmp_path / "b.csv").unlink()
        (tmp_path / "b.csv").symlink_to("/etc/passwd")
        for name in ("a.csv", "b.csv"):
            with pytest.raises(ImportRefusedError):
                opened.head(name)


def test_text_with_more_lines_than_are_read_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(DAYLIO.encode() + b"\n" * 1_000_001)
    began = time.process_time()
    with pytest.raises(ImportRefusedError, match="more lines"):
        read_file(path, "daylio")
    assert time.process_time() - began < 5


def test_one_picture_does_not_make_a_text_four_times_as_large(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("🙂".encode() + b"a" * 20_000_000)
    with open_file(path) as opened, pytest.raises(ImportRefusedError, match="larger than Rewire reads"):
        opened.text("a.txt")
    path.write_bytes(b"a" * 20_000_000)
    with open_file(path) as opened:
        assert len(opened.text("a.txt")) == 20_000_000


def test_very_long_names_cost_no_memory(tmp_path: Path) -> None:
    rows = b"Date,Note," + b"x" * 60_000 + b"\n" + b"2026-11-20,a,1\n" * 2_000
    with pytest.raises(ImportRefusedError, match="more in this file"):
        read_file(zipped(tmp_path / "a.zip", {"a.csv": rows}), "table")


def test_names_and_rows_that_speak_to_a_terminal_are_told_on_one_line(tmp_path: Path) -> None:
    rows = DAYLIO + "\x1b[2J\u202e2026,21:05,good,a\n"
    file = read_file(zipped(tmp_path / "a.zip", {"a\n\x1b[31m.csv": rows.encode()}))
    [one] = file.gathered.left_out
    assert isinstance(one, LeftOut)
    assert (one.member, one.text) == ("a [31m.csv", "[2J 2026,21:05,good,a")
