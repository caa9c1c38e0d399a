"""What was removed or written over is nowhere any more once Rewire has closed (promise C3).

Words in every field of every kind of entry are edited, removed and erased, and then looked for in the
decrypted pages of the database, unused room included, in its log and in every other file.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rewire_app import settings
from rewire_app.errors import StoreError
from rewire_app.store.everything import erase_everything
from rewire_app.store.queries import holds_anything
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import Vault, open_vault
from tests.reliability.canaries import Canaries, one_of_each
from tests.reliability.pages import decrypted
from tests.store import entries as make

ROUNDS, DEEP_ROUNDS = 12, 150


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """An open, empty vault."""
    opened = open_vault(tmp_path / "profile")
    yield opened
    opened.close()


def live(vault: Vault, rounds: int, seed: int = 1) -> Canaries:
    """A person adds one of everything, edits some of it twice, removes a part, and leaves runs and drafts."""
    store, words = Store(vault), Canaries(seed)
    for number in range(rounds):
        for name, entry in one_of_each(number):
            noun: Any = getattr(store, name)
            uid = noun_uid(store, name, entry)
            worded = words.worded(entry, uid)
            (noun.add if hasattr(noun, "add") else noun.put)(worded)
            for _edit in range(words.random.randrange(3)):
                worded = words.worded(worded, uid)
                named = name == "night_recordings"  # one for each name, and names are words too
                (noun.edit if hasattr(noun, "edit") else noun.move if named else noun.put)(worded)
            if words.random.random() < 0.5:
                noun.remove(uid)
                words.removed(uid)
        words.fact(store, "draft:moment", " and on" * words.random.randrange(2000))
        words.fact(store, f"draft:list-{number}")
        words.removed(f"draft:list-{number}")
        store.profile.put(f"draft:list-{number}", "")
        run = f"zq-run-{number:08}-qz"
        store.runs.save(make.saved_run(f'{{"answers":{{"what":"{run}"}}}}'))
        words.dead.add(run)
    store.runs.clear()
    return words


def rewrite_moments(vault: Vault, rounds: int = 900, seed: int = 1) -> Canaries:
    """A person writes, edits and removes moments of all lengths in no order: pages split and merge."""
    store, words = Store(vault), Canaries(seed)
    there: dict[str, Any] = {}
    for _round in range(rounds):
        act, entry = words.random.random(), make.moment(words.random.randrange(1000))
        if act < 0.5 or not there:
            there[entry.uid] = words.worded(entry, entry.uid)
            store.moments.add(there[entry.uid])
            continue
        uid = words.random.choice(list(there))
        if act < 0.8:
            there[uid] = words.worded(there[uid], uid)
            store.moments.edit(there[uid])
        else:
            store.moments.remove(uid)
            words.removed(uid)
            del there[uid]
    return words


def noun_uid(store: Store, name: str, entry: Any) -> str:
    """The uid under which `entry` is kept: readings have one for each article, also after it was removed."""
    if name != "readings":
        return str(entry.uid)
    there = store.vault.connection.execute("SELECT uid FROM readings WHERE article = 'L01'").fetchone()
    return str(there[0]) if there else str(entry.uid)


def found_in(vault: Vault, words: set[str]) -> set[str]:
    """Which of `words` are in any file of the closed profile, the database decrypted."""
    files = vault.files
    content = [decrypted(files.db, vault.key)]
    content += [path.read_bytes() for path in files.folder.rglob("*") if path.is_file()]
    return {word for word in words if any(word.encode() in each for each in content)}


@pytest.mark.parametrize("seed", range(3))
def test_nothing_of_what_was_removed_or_replaced_is_left_after_closing(vault: Vault, seed: int) -> None:
    words = live(vault, ROUNDS, seed)
    Store(vault).erasing.sweep()
    vault.close()
    kept = set().union(*words.alive.values())
    assert found_in(vault, words.dead) == set()
    assert found_in(vault, kept) == kept, "what is kept has to be found, or this finds nothing"
    assert vault.files.wal.stat().st_size == 0 if vault.files.wal.exists() else True


def test_nothing_is_left_where_pages_were_split_and_merged(vault: Vault) -> None:
    words = rewrite_moments(vault)
    Store(vault).erasing.sweep()
    vault.close()
    assert found_in(vault, words.dead) == set()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10, 20))
def test_nothing_of_a_year_of_writing_is_left_after_closing(vault: Vault, seed: int) -> None:
    words = live(vault, DEEP_ROUNDS, seed)
    Store(vault).erasing.sweep()
    vault.close()
    assert found_in(vault, words.dead) == set()


def only_marked(_vault: Vault) -> None:
    """Removed entries are only marked as removed."""


def deleted_without_overwriting(vault: Vault) -> None:
    """Rows are taken out, but what they held stays in the room that is free now."""
    vault.connection.execute("PRAGMA secure_delete=OFF")
    deleted_and_overwritten(vault)


def deleted_and_overwritten(vault: Vault) -> None:
    """Rows are taken out and overwritten, but what was moved between pages stays behind."""
    vault.connection.execute("DELETE FROM moments WHERE deleted_ms IS NOT NULL")


@pytest.mark.parametrize("bad", [only_marked, deleted_without_overwriting, deleted_and_overwritten])
def test_what_falls_short_of_it_is_noticed(vault: Vault, bad: Callable[[Vault], None]) -> None:
    words = rewrite_moments(vault)
    bad(vault)
    vault.close()
    assert found_in(vault, words.dead)


def everywhere(folder: Path) -> bytes:
    """Every byte of every file under `folder`."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_after_everything_was_erased_no_byte_of_the_notes_can_be_read(vault: Vault, tmp_path: Path) -> None:
    words = live(vault, 3)
    profile, old_key, files = vault.path, vault.key, vault.files
    files.quarantine.joinpath("old.db").write_bytes(b"put aside")
    files.reports.mkdir(exist_ok=True)
    files.reports.joinpath("fault.txt").write_text("a place")
    vault.close()
    before = files.db.read_bytes()
    erase_everything(profile)
    left = everywhere(profile)
    assert old_key.hex().encode() not in left
    assert old_key not in left
    pages = [before[start : start + 4096] for start in range(0, len(before), 4096)]
    assert not any(page in left for page in pages), "a page of the old database is still there"
    assert not any(files.quarantine.glob("*")) or not files.quarantine.exists()
    assert not files.reports.exists()
    anew = open_vault(profile)
    assert anew.key != old_key
    assert not holds_anything(anew)
    assert anew.commit_seq == 0
    anew.close()
    assert found_in(anew, words.dead | set().union(*words.alive.values())) == set()


@pytest.mark.parametrize("step", range(1, 40, 3))
def test_an_erasing_that_was_cut_short_goes_on_at_the_next_opening(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    live(vault, 1)
    profile, key = vault.path, vault.key
    vault.close()
    calls = iter(range(1, step + 1))

    def cut(path: Path, missing_ok: bool = False) -> None:
        if next(calls, None) is None:
            raise OSError(5, "the power went")
        if path.exists() or not missing_ok:
            os.unlink(path)

    monkeypatch.setattr(Path, "unlink", cut)
    with contextlib.suppress(StoreError):
        erase_everything(profile)
    monkeypatch.undo()
    anew = open_vault(profile)
    assert anew.key != key
    assert not holds_anything(anew)
    anew.close()
    assert not anew.files.erasing.exists()


def test_backups_and_settings_stay_unless_they_are_named(vault: Vault) -> None:
    kept, gone = vault.files.backups / "a.rewire", vault.files.backups / "b.rewire"
    for path in (kept, gone):
        path.write_bytes(b"a copy")
    settings.save(vault.path, settings.Settings(text_size=150))
    vault.close()
    erase_everything(vault.path, backups=[gone])
    assert kept.exists()
    assert not gone.exists()
    assert settings.load(vault.path).text_size == 150
    erase_everything(vault.path, choices=True)
    assert settings.load(vault.path).text_size == 100


def test_a_file_that_is_not_rewires_stays(vault: Vault) -> None:
    own = vault.path / "a letter.txt"
    own.write_text("mine")
    vault.close()
    erase_everything(vault.path)
    assert own.read_text() == "mine"
