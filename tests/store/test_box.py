"""What is dropped in without opening the notes is among them once, in order, and nobody else can read it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewire_app.domain.change import Change
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import Moment, new_uid
from rewire_app.domain.journal.notes import Note
from rewire_app.errors import BadInputError, DiskFullError, NoBoxError
from rewire_app.store.dropped import Dropped, content_of, drop, packed, unpacked
from rewire_app.store.store import Store
from rewire_app.store.taking_in import empty_box, looked_into, take_in
from rewire_app.store.vault import box, key_change
from rewire_app.store.vault.erasure import erase_profile
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.keyslots import FLOOR
from rewire_app.store.vault.unlocking import Secret, SecretKind
from rewire_app.store.vault.vault import Vault, open_vault

WORDS = "Brombeermarmelade auf dem Balkon"
MONDAY = date(2026, 11, 30)
START = 1_796_000_000_000
SECRET = Secret(kind=SecretKind.PASSPHRASE, text="a plain passphrase")


def at(minute: int) -> Instant:
    return Instant(utc_ms=START + minute * 60_000, offset_min=60, zone="Europe/Berlin")


def note(words: str = WORDS, minute: int = 0) -> Note:
    return Note(uid=new_uid(at(minute)), day=MONDAY, at=at(minute), text=words)


def moment(words: str = "A letter", minute: int = 0, peak: int | None = 7) -> Moment:
    return Moment(uid=new_uid(at(minute)), day=MONDAY, at=at(minute), trigger=words, peak=peak)


@pytest.fixture
def closed(profile: Path) -> Path:
    """A profile that was opened once and is closed now."""
    vault = open_vault(profile)
    empty_box(vault)
    vault.close()
    return profile


def opened(profile: Path) -> tuple[Vault, Store]:
    vault = open_vault(profile)
    return vault, Store(vault)


def notes_of(store: Store) -> list[str]:
    return [one.text for one in store.notes.for_day(MONDAY)]


def test_what_is_dropped_in_is_there_at_the_next_opening_and_the_box_is_empty(closed: Path) -> None:
    given_note, given_moment = note(), moment()
    drop(closed, given_note)
    drop(closed, given_moment)
    assert box.waiting(ProfileFiles(closed)) == 2
    vault, store = opened(closed)
    assert empty_box(vault) == ""
    assert store.notes.for_day(MONDAY) == [given_note]
    assert store.moments.for_day(MONDAY) == [given_moment]
    assert box.waiting(vault.files) == 0
    vault.close()


def test_what_came_first_stands_first_whatever_the_files_are_called(closed: Path) -> None:
    for minute in (3, 1, 2):
        drop(closed, note(f"number {minute}", minute))
    vault, _store = opened(closed)
    assert [one.text for one in content_of(vault.box).entries if isinstance(one, Note)] == [
        "number 1", "number 2", "number 3",
    ]  # fmt: skip
    vault.close()


def test_an_entry_is_taken_in_once_even_if_its_file_could_not_be_removed(closed: Path) -> None:
    drop(closed, note())
    [file] = ProfileFiles(closed).box.glob("*.sealed")
    sealed = file.read_bytes()
    vault, store = opened(closed)
    empty_box(vault)
    for again in (file, file.with_name(f"{'0' * 32}.sealed")):
        again.write_bytes(sealed)
    empty_box(vault)
    assert notes_of(store) == [WORDS]
    assert box.waiting(vault.files) == 0
    vault.close()


@pytest.mark.parametrize("for_ever", [False, True])
def test_what_was_removed_since_does_not_come_back(closed: Path, for_ever: bool) -> None:
    entry = note()
    drop(closed, entry)
    [file] = ProfileFiles(closed).box.glob("*.sealed")
    sealed = file.read_bytes()
    vault, store = opened(closed)
    empty_box(vault)
    store.notes.remove(entry.uid)
    if for_ever:
        store.erasing.sweep()
    file.write_bytes(sealed)
    empty_box(vault)
    assert notes_of(store) == []
    vault.close()


def test_a_write_that_is_refused_leaves_all_of_it_in_the_box(closed: Path) -> None:
    drop(closed, note())
    vault, store = opened(closed)
    content, _said = looked_into(vault)
    assert take_in(store, content, lambda _write: False) == 0

    def full(_write: Callable[[], Change]) -> bool:
        raise DiskFullError("full")

    with pytest.raises(DiskFullError):
        take_in(store, content, full)
    assert box.waiting(vault.files) == 1
    assert notes_of(store) == []
    vault.close()


def spoilt(whole: bytes) -> list[bytes]:
    """A file that was cut, had a bit turned in what is sealed, was emptied, or never was one."""
    turned = bytearray(whole)
    turned[-5] ^= 1
    return [whole[:-20], bytes(turned), b"", b"something else altogether", os.urandom(len(whole))]


def test_what_is_damaged_is_put_aside_and_told_and_holds_up_nothing(closed: Path) -> None:
    drop(closed, note())
    files = ProfileFiles(closed)
    [file] = files.box.glob("*.sealed")
    whole = file.read_bytes()
    for number, content in enumerate(spoilt(whole)):
        file.with_name(f"{number}.sealed").write_bytes(content)
    vault, store = opened(closed)
    assert empty_box(vault).startswith("5 things in the sealed box were damaged")
    assert notes_of(store) == [WORDS]
    assert list(files.box.glob("*.sealed")) == []
    assert len(list((files.quarantine / "box").iterdir())) == 5
    assert empty_box(vault) == ""
    vault.close()


def sealed_for(vault: Vault, told: object) -> None:
    box.drop_in(vault.files, json.dumps(told).encode())


def test_what_the_notes_could_not_hold_is_put_aside(closed: Path) -> None:
    vault, store = opened(closed)
    sound = json.loads(packed(moment()))
    wrong = [
        [],
        {},
        sound | {"format": 2},
        sound | {"kind": "dream"},
        sound | {"uid": "short"},
        sound | {"uid": None},
        sound | {"day": 0},
        sound | {"day": "today"},
        sound | {"day": 10**9},
        sound | {"ms": 1e300},
        sound | {"off": 2_000},
        sound | {"value": 11},
        sound | {"value": True},
        sound | {"words": None},
        sound | {"words": "a" * 65_537},
        sound | {"uid": " ".join(sound["uid"])},
        sound | {"uid": sound["uid"].upper()},
        sound | {"zone": "Z" * 70_000},
        sound | {"ms": 2**53},
        sound | {"day": sound["day"] - 2},
        sound | {"day": True},
    ]
    for told in wrong:
        sealed_for(vault, told)
    drop(closed, note())
    assert empty_box(vault).startswith(f"{len(wrong)} things")
    assert notes_of(store) == [WORDS]
    assert store.moments.for_day(MONDAY) == []
    vault.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
def test_what_is_no_file_in_the_box_holds_nothing_up(closed: Path) -> None:
    files = ProfileFiles(closed)
    os.mkfifo(files.box / "pipe.sealed")
    (files.box / "folder.sealed").mkdir()
    drop(closed, note())
    assert box.waiting(files) == 1
    vault, store = opened(closed)
    assert empty_box(vault) == ""
    assert notes_of(store) == [WORDS]
    assert not vault.box.waits
    vault.close()


def test_nothing_in_the_folder_says_what_was_dropped_in(closed: Path) -> None:
    drop(closed, note())
    content = b"".join(path.read_bytes() for path in closed.rglob("*") if path.is_file())
    names = " ".join(path.name for path in closed.rglob("*"))
    for word in ("Brombeermarmelade", "Balkon"):  # shorter ones stand in any base64 by chance
        assert word.encode() not in content
        assert word not in names


def test_short_words_and_shorter_ones_are_equally_long_when_sealed(closed: Path) -> None:
    for words in ("No", "Yes, and more of it"):
        drop(closed, note(words))
    sizes = {path.stat().st_size for path in ProfileFiles(closed).box.glob("*.sealed")}
    assert len(sizes) == 1


def test_without_a_box_nothing_is_said_to_be_kept(profile: Path) -> None:
    open_vault(profile).close()
    with pytest.raises(NoBoxError, match="Nothing was kept"):
        drop(profile, note())
    assert box.waiting(ProfileFiles(profile)) == 0


@pytest.mark.parametrize("entry", [note(""), note("\0\udcff"), note("a" * 65_537), moment("", peak=None)])
def test_what_says_nothing_or_too_much_is_refused_at_once(closed: Path, entry: Dropped) -> None:
    with pytest.raises(BadInputError):
        drop(closed, entry)
    assert box.waiting(ProfileFiles(closed)) == 0


def test_a_passphrase_that_is_set_or_removed_and_a_recovery_code_open_what_waited_before(
    closed: Path,
) -> None:
    drop(closed, note("before", 1))
    vault, _store = opened(closed)
    key_change.set_passphrase(vault, SECRET.text, cost=FLOOR)
    code = key_change.make_recovery_code(vault)
    vault.close()
    drop(closed, note("locked", 2))
    vault = open_vault(closed, secret=Secret(kind=SecretKind.RECOVERY, text=code))
    key_change.remove_passphrase(vault)
    drop(closed, note("after", 3))
    assert empty_box(vault) == ""
    assert notes_of(Store(vault)) == ["before", "locked", "after"]
    vault.close()


def test_a_box_of_other_notes_is_left_to_them(closed: Path, tmp_path: Path) -> None:
    other = open_vault(tmp_path / "other")
    empty_box(other)
    drop(other.path, note("of others"))
    [file] = other.files.box.glob("*.sealed")
    vault, store = opened(closed)
    there = vault.files.box / file.name
    there.write_bytes(file.read_bytes())
    assert empty_box(vault) == ""
    assert notes_of(store) == []
    assert there.exists()
    assert box.waiting(vault.files) == 0
    other.close()
    vault.close()


def test_into_the_box_of_notes_that_gave_way_to_others_nothing_is_dropped(
    closed: Path, tmp_path: Path
) -> None:
    other = open_vault(tmp_path / "other")
    other.close()
    for name in ("vault.db", "vault.keys"):
        (closed / name).write_bytes((other.path / name).read_bytes())
    with pytest.raises(NoBoxError):
        drop(closed, note())
    for left in ("vault.hwm", "vault.keys.prev"):
        (closed / left).unlink()
    vault = open_vault(closed)
    assert empty_box(vault) == ""
    drop(closed, note())
    empty_box(vault)
    assert notes_of(Store(vault)) == [WORDS]
    vault.close()


def test_a_key_that_somebody_put_in_its_place_is_found_out_and_replaced(closed: Path) -> None:
    files = ProfileFiles(closed)
    label = json.loads(files.box_label.read_bytes())
    strange = json.dumps(label | {"public": "09" + "00" * 31})
    files.box_label.write_text(strange)
    vault, _store = opened(closed)
    assert "a key that is not from your notes" in empty_box(vault)
    assert json.loads(files.box_label.read_bytes()) == label
    assert empty_box(vault) == ""
    vault.close()


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"[" * 100_000, b'{"format": 1, "vault": "0", "public": "", "proof": ""}']
)
def test_a_damaged_label_is_no_box_until_the_next_opening(closed: Path, content: bytes) -> None:
    files = ProfileFiles(closed)
    files.box_label.write_bytes(content)
    with pytest.raises(NoBoxError):
        drop(closed, note())
    vault, _store = opened(closed)
    empty_box(vault)
    drop(closed, note())
    vault.close()


def test_erasing_everything_takes_the_box_along(closed: Path) -> None:
    drop(closed, note())
    before = [
        path.read_bytes() for path in (ProfileFiles(closed).box_label, *ProfileFiles(closed).box.iterdir())
    ]
    erase_profile(closed)
    left = [path.read_bytes() for path in closed.rglob("*") if path.is_file()]
    assert not [one for one in before if one in left]
    assert not ProfileFiles(closed).box.exists()


def test_what_a_process_left_that_died_is_cleared_when_it_is_old(closed: Path) -> None:
    vault, _store = opened(closed)
    young, old = (vault.files.box / f".{name}.sealed.part" for name in ("a", "b"))
    for path in (young, old):
        path.write_bytes(b"half")
    os.utime(old, (1, 1))
    empty_box(vault)
    assert young.exists()
    assert not old.exists()
    vault.close()


@given(
    words=st.text(max_size=300),
    value=st.none() | st.integers(0, 10),
    before=st.integers(0, 1),
    ms=st.integers(-(2**45), 2**45),
    off=st.integers(-1_440, 1_440),
)
def test_every_entry_comes_out_as_it_went_in(
    words: str, value: int | None, before: int, ms: int, off: int
) -> None:
    whole = words.replace("\0", "").encode("utf-8", "ignore").decode()
    instant = Instant(utc_ms=ms, offset_min=off, zone="Europe/Berlin")
    day = instant.wall.date() - timedelta(days=before)
    one = Moment(uid=new_uid(instant), day=day, at=instant, trigger=words, peak=value)
    assert unpacked(packed(one)) == replace(one, trigger=whole)
