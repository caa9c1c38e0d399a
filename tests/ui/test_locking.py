"""Locking keeps what was typed and replaces the process, whatever is open, and where one was is known."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from rewire_app import process
from rewire_app.domain.days import ZoneClock, logical_day
from rewire_app.process import AGAIN, Again, begun_again
from rewire_app.store.store import Store
from rewire_app.store.vault.unlocking import Secret, SecretKind
from rewire_app.store.vault.vault import Vault, open_vault
from tests.ui.locked_program import MUCH, TYPED, WORDS, acting, told

on_posix = pytest.mark.skipif(
    sys.platform == "win32", reason="there a new process begins: tests/test_windows.py"
)

BOX = pytest.param("box", marks=pytest.mark.slow)  # a dialog as that of a file


def unlocked(folder: Path) -> Vault:
    return open_vault(folder / "profile", secret=Secret(kind=SecretKind.PASSPHRASE, text=WORDS))


def note_in(vault: Vault) -> str:
    notes = Store(vault).notes.for_day(logical_day(ZoneClock().now(), 4))
    return "\n".join(note.text for note in notes)


def place_in(vault: Vault) -> dict[str, object]:
    place: dict[str, object] = json.loads(Store(vault).profile.get("return") or "{}")
    return place


@on_posix
@pytest.mark.parametrize("scene", ["key", "file", "print", "menu", "idle", BOX])
def test_the_process_is_replaced_and_what_was_typed_is_saved(scene: str, tmp_path: Path) -> None:
    with acting(tmp_path, scene) as child:
        assert told(child) == ["begins", str(child.pid)]
        assert told(child)[:3] == ["locked", str(child.pid), "Rewire"]
    vault = unlocked(tmp_path)
    assert note_in(vault) == TYPED
    assert place_in(vault)["page"] == "journal"
    vault.close()


@on_posix
def test_hiding_locks_as_well_and_the_sheet_comes_back_at_once(tmp_path: Path) -> None:
    with acting(tmp_path, "hide") as child:
        assert told(child)[0] == "begins"
        assert told(child)[:3] == ["locked", str(child.pid), "Notes"]
    vault = unlocked(tmp_path)
    assert note_in(vault) == TYPED
    vault.close()


@on_posix
def test_a_copy_that_is_looked_at_is_let_go_of_and_the_notes_are_locked(tmp_path: Path) -> None:
    temp = tmp_path / "temp"
    temp.mkdir()
    with acting(tmp_path, "look", env={"TMPDIR": str(temp)}) as child:
        assert told(child)[0] == "begins"
        assert told(child)[:2] == ["locked", str(child.pid)]
        assert not list(temp.glob("rewire-look-*"))
    vault = unlocked(tmp_path)
    assert note_in(vault) == TYPED
    assert place_in(vault)["page"] == "journal"
    vault.close()


@on_posix
def test_an_exercise_in_the_middle_of_a_step_is_kept_and_returned_to(tmp_path: Path) -> None:
    with acting(tmp_path, "player") as child:
        assert told(child)[0] == "begins"
        assert told(child)[0] == "locked"
    vault = unlocked(tmp_path)
    run = Store(vault).runs.load()
    assert run is not None
    assert run.exercise == "d-stop"
    place = place_in(vault)
    assert (place["page"], place["part"], place["playing"]) == ("library", "L07", True)
    vault.close()


@on_posix
def test_what_is_half_written_waits_as_a_draft(tmp_path: Path) -> None:
    with acting(tmp_path, "moment") as child:
        assert told(child)[0] == "begins"
        assert told(child)[0] == "locked"
    vault = unlocked(tmp_path)
    assert TYPED in (Store(vault).profile.get("draft:moment") or "")
    vault.close()


@on_posix
def test_the_first_start_can_be_locked(tmp_path: Path) -> None:
    with acting(tmp_path, "setup", set_up=False) as child:
        assert told(child)[0] == "begins"
        assert told(child)[0] == "locked"


@on_posix
def test_words_that_the_notes_refuse_wait_as_a_draft_and_it_locks(tmp_path: Path) -> None:
    with acting(tmp_path, "full") as child:
        assert told(child)[0] == "begins"
        assert told(child)[0] == "locked"
    vault = unlocked(tmp_path)
    assert [draft.text for draft in vault.drafts.all()] == [MUCH]
    vault.close()


@on_posix
def test_words_that_can_be_kept_nowhere_are_asked_about_first(tmp_path: Path) -> None:
    with acting(tmp_path, "nowhere") as child:
        assert told(child)[0] == "begins"
        assert told(child) == ["asked", "True"]
        assert told(child)[0] == "locked"


def test_the_message_to_the_next_process_is_told_once_and_anything_else_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(AGAIN, '{"folder": "/somewhere", "hidden": true, "erased": false}')
    assert begun_again() == Again(folder="/somewhere", hidden=True)
    assert AGAIN not in os.environ
    assert begun_again() is None
    for text in ("{", "[]", '"x"', "{}", "null", "7"):
        monkeypatch.setenv(AGAIN, text)
        assert begun_again() is None


def test_a_program_that_cannot_be_started_again_leaves_no_message_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    with pytest.raises(FileNotFoundError):
        process.replace(Again())
    assert AGAIN not in os.environ


def test_the_same_words_start_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "orig_argv", ["python3", "-m", "rewire_app", "--profile", "here"])
    assert process.command() == [sys.executable, "-m", "rewire_app", "--profile", "here"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["rewire", "--profile", "here"])
    assert process.command() == [sys.executable, "--profile", "here"]
