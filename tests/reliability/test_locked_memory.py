"""Locked and erased notes are in no memory, and no dump of it can be had (promises C5 and C6).

The memory of the process that stands in the place of the one that knew the notes is read whole, as soon as it
says that it is locked, in the two ways in which text lies in it.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rewire_app.domain.days import ZoneClock, logical_day
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.store import entries as make
from tests.store import list_entries as lists
from tests.ui.locked_program import ROOT, acting, told

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.getuid() != 0, reason="only the administrator of a Linux may read it"
)

ENTRIES = 20


def written(folder: Path) -> str:
    """A profile in `folder` in which one word stands in many places; gives the word."""
    word = f"zq{secrets.token_hex(6)}qz"
    vault = open_vault(folder / "profile")
    store, today = Store(vault), logical_day(ZoneClock().now(), 4)
    for number in range(ENTRIES):
        store.practices.add(make.practice(number, note=f"{word} and more {number}"))
    store.days.put(make.day_entry(0, day=today, note=f"{word} today"))
    store.moments.add(make.moment(day=today, note=f"{word} then"))
    store.kit.add(lists.kit_item(f"{word} in the drawer"))
    vault.close()
    return word


def processes(pid: int) -> Iterator[int]:
    """The process and all that it began."""
    yield pid
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            children = (task / "children").read_text().split()
        except (FileNotFoundError, ProcessLookupError):  # a thread that ended while it was being listed
            continue
        for child in children:
            yield from processes(int(child))


def copies(pid: int, word: str) -> int:
    """How often `word` lies in the memory of the process."""
    found = 0
    wanted = (word.encode(), word.encode("utf-16-le"))
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in maps:
            span, rights, *_rest = line.split()
            if not rights.startswith("rw"):
                continue
            first, last = (int(part, 16) for part in span.split("-"))
            try:
                memory.seek(first)
                held = memory.read(last - first)
            except (OSError, OverflowError, ValueError):  # what the kernel maps for itself
                continue
            found += sum(held.count(one) for one in wanted)
    return found


def in_memory(pid: int, word: str) -> int:
    """How often `word` lies in the memory of the program."""
    return sum(copies(one, word) for one in processes(pid))


def test_locked_no_word_of_the_notes_is_in_memory(tmp_path: Path) -> None:
    word = written(tmp_path)
    with acting(tmp_path, "tour") as child:
        assert told(child)[0] == "begins"
        assert in_memory(child.pid, word) > 0
        assert told(child)[0] == "locked"
        assert in_memory(child.pid, word) == 0


def test_erased_no_word_of_the_notes_is_in_memory(tmp_path: Path) -> None:
    word = written(tmp_path)
    with acting(tmp_path, "tour-erase") as child:
        assert told(child)[0] == "begins"
        assert in_memory(child.pid, word) > 0
        assert told(child)[:3] == ["erased", "Everything", "is"]
        assert in_memory(child.pid, word) == 0


def test_only_hidden_the_words_are_there(tmp_path: Path) -> None:
    """The known-bad way: a window that is hidden, and a process that stays."""
    word = written(tmp_path)
    with acting(tmp_path, "tour-hide") as child:
        assert told(child)[0] == "begins"
        assert told(child) == ["hidden"]
        assert in_memory(child.pid, word) > 0


def core_limit(pid: int) -> list[str]:
    lines = Path(f"/proc/{pid}/limits").read_text().splitlines()
    return next(line.split()[-3:-1] for line in lines if line.startswith("Max core file size"))


@pytest.mark.parametrize("scene", ["open", "key"])
def test_no_dump_is_written_and_no_other_program_may_look(scene: str, tmp_path: Path) -> None:
    """Also after the process was replaced, which takes the second away for a moment."""
    with acting(tmp_path, scene) as child:
        begins = told(child)
        last = begins if scene == "open" else told(child)
        assert last[-1] == "dumpable=0"
        assert core_limit(child.pid) == ["0", "0"]


def test_a_plain_process_may_be_looked_into() -> None:
    """The known-bad way, so that the test above shows something."""
    look = "import ctypes; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    done = subprocess.run(
        [sys.executable, "-c", look],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    assert done.stdout == "1\n"
