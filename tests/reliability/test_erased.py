"""What was removed or written over is nowhere any more once Rewire has closed (promise C3).

Words in every field of every kind of entry are edited, removed and erased, and then looked for in the
decrypted pages of the database, unused room included, in its log and in every other file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

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
                (noun.edit if hasattr(noun, "edit") else noun.put)(worded)
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
    """The uid under which `entry` is kept: readings have one for each article."""
    there = store.readings.get("L01") if name == "readings" else None
    return there.uid if there else str(entry.uid)


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
