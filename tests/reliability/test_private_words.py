"""What a person wrote stands nowhere but in the encrypted notes, whatever goes wrong (C1, C2)."""

from __future__ import annotations

import base64
import re
import shutil
import sys
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import pytest

from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.reliability.canaries import LEFT, one_of_each
from tests.reliability.told import ROOT, told

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals that end a process")

WORD = "Brombeermarmelade71"
FATAL = {"a_null_pointer", "an_abort", "a_kill", "a_kill_within_a_save"}
SILENT = {"a_future"}
"""What reaches no hook: whoever asks the future for its answer meets it there."""
CRASHES = {
    "a_slot", "a_key_error", "a_chain", "a_group", "notes_on_an_error", "an_error_that_holds_its_object",
    "no_end_of_calls", "no_memory", "a_file_with_such_a_name", "an_override", "a_painter", "an_event_filter",
    "a_thread", "a_thread_of_qt", "a_task_of_qt", "an_end_of_an_object", "a_warning_of_qt",
    "a_refusal_nobody_catches", "a_fault_of_the_driver",
}  # fmt: skip
"""Ways after which the report has something to say, while the process lives on."""


def ways() -> list[str]:
    """The names of all ways, without loading a window here."""
    source = (Path(__file__).parent / "provoked.py").read_text("utf-8")
    return re.findall(r"^@way\ndef (\w+)\(", source, re.MULTILINE)


WAYS = ways()


def needles() -> list[bytes]:
    """The word as it may be written: in UTF-8 and UTF-16, and in base64 at any place of a longer text."""
    plain = [WORD.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    packed = []
    for text in plain:
        for before in range(3):
            whole = base64.b64encode(bytes(before) + text)
            packed.append(whole[4 if before else 0 : -4])
    return plain + packed


NEEDLES = needles()


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What one way left behind: its files by name, what it printed, how it ended."""

    files: dict[str, bytes]
    code: int

    @property
    def found(self) -> list[str]:
        """Where the word stands."""
        return [name for name, content in self.files.items() if any(needle in content for needle in NEEDLES)]

    @property
    def report(self) -> str:
        """What was written down of faults."""
        return self.files.get("profile/reports/faults.txt", b"").decode()


def worded(entry: Any) -> Any:
    """`entry` with the word in each text it has."""
    given: dict[str, Any] = {}
    for field in fields(entry):
        if field.name in LEFT:
            continue
        if field.type == "str":
            given[field.name] = f"own-{WORD.lower()}" if field.name == "id" else WORD
        elif field.type == "tuple[str, ...]":
            given[field.name] = (WORD,)
    if "option_b" in given:
        given["option_b"] = f"{WORD} the other"
    if hasattr(entry, "answers"):
        given["answers"] = f'{{"what":"{WORD}"}}'
    return replace(entry, **given)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with the word in every field."""
    profile = tmp_path_factory.mktemp("written") / "profile"
    vault = open_vault(profile)
    store = Store(vault)
    store.many([worded(entry) for _noun, entry in one_of_each(0)])
    store.profile.put("focus", WORD)
    vault.close()
    return profile


def gone_wrong(written: Path, base: Path, *names: str, naive: bool = False) -> dict[str, Left]:
    """Everything that is left after each way, in a home of its own."""
    for name in names:
        for part in ("home", "tmp"):
            (base / name / part).mkdir(parents=True)
        shutil.copytree(written, base / name / "profile")
    ended = told("provoked", base, WORD, *(["naive"] if naive else []), *names)
    return {name: Left(files=left_in(base / name), code=ended[name]) for name in names}


def left_in(folder: Path) -> dict[str, bytes]:
    """The content of every file."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def left(written: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Left]:
    """What every way left."""
    return gone_wrong(written, tmp_path_factory.mktemp("ways"), *WAYS)


def test_thirty_ways_and_more_go_wrong(left: dict[str, Left]) -> None:
    assert len(WAYS) >= 30
    ended = {name for name, one in left.items() if one.code < 0}
    assert ended >= FATAL
    broken = {name: one.files["err"].decode()[-400:] for name, one in left.items() if one.code > 0}
    assert broken == {}


def test_the_word_stands_nowhere(left: dict[str, Left]) -> None:
    assert {name: one.found for name, one in left.items() if one.found} == {}


def test_the_notes_still_hold_it(left: dict[str, Left], written: Path) -> None:
    vault = open_vault(written)
    assert Store(vault).profile.get("focus") == WORD
    vault.close()
    assert all("profile/vault.db" in one.files for one in left.values())


@pytest.mark.parametrize("name", sorted(CRASHES))
def test_a_crash_is_reported_by_kind_and_place(name: str, left: dict[str, Left]) -> None:
    assert left[name].report, "nothing was written down"
    assert str(ROOT) not in left[name].report


@pytest.mark.parametrize("name", ["a_null_pointer", "an_abort"])
def test_a_process_that_dies_leaves_places(name: str, left: dict[str, Left]) -> None:
    assert b"Fatal Python error" in left[name].files["profile/reports/crash.txt"]


def test_a_program_that_logs_what_an_exception_says_is_noticed(written: Path, tmp_path: Path) -> None:
    ways = ("a_slot", "a_chain", "a_group", "notes_on_an_error")
    found = gone_wrong(written, tmp_path, *ways, naive=True)
    assert [name for name in ways if "program.log" in found[name].found] == list(ways)


@pytest.mark.parametrize("text", [f"about {WORD}", f"x{WORD}", f"xy{WORD} today"])
def test_the_search_finds_the_word_in_base64_at_any_place(text: str) -> None:
    for code in ("utf-8", "utf-16-le"):
        packed = base64.b64encode(text.encode(code))
        assert Left(files={"cache": packed}, code=0).found == ["cache"]
