"""One copy is one file: whole, opened before it has its name, and refused when it is anything else."""

from __future__ import annotations

import json
import os
import stat
import struct
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from rewire_app.errors import DamagedStoreError, DiskFullError, NewerStoreError, StoreError
from rewire_app.store.backups.taking import back_up, save_as
from rewire_app.store.vault import copies, copy_file, keyslots, tally, workroom
from rewire_app.store.vault.copies import Pin, Why
from rewire_app.store.vault.vault import Vault
from tests.rights import planted, private
from tests.store import entries as make
from tests.store.backups.copied import NOON, add_practices, content_of, copy_of


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """An open vault with 20 practices."""
    add_practices(vault, 20)
    return vault


def members(path: Path) -> dict[str, bytes]:
    """What is in a zip."""
    with zipfile.ZipFile(path) as found:
        return {name: found.read(name) for name in found.namelist()}


def write_zip(path: Path, content: dict[str, bytes], how: int = zipfile.ZIP_STORED) -> None:
    """A zip of these members."""
    with zipfile.ZipFile(path, "w", how) as made:
        for name, given in content.items():
            made.writestr(zipfile.ZipInfo(name), given, how)


def test_a_copy_is_a_zip_of_database_keys_and_what_it_is(filled: Vault) -> None:
    copy = copy_of(filled)
    found = members(copy.path)
    assert list(found) == ["vault.db", "vault.keys", "about.json"]
    assert keyslots.parsed(found["vault.keys"]) == filled.keys
    assert private(copy.path)
    assert os.listdir(filled.files.backups) == [copy.path.name]
    told = json.loads(found["about.json"])
    assert (told["entries"], told["counts"]["practices"], told["why"]) == (20, 20, "automatic")
    assert (told["made_ms"], told["made_off"], told["locked"]) == (NOON.utc_ms, 60, False)


def test_what_a_copy_says_of_itself_holds_no_word(vault: Vault) -> None:
    from rewire_app.store.store import Store

    Store(vault).practices.add(make.practice(note="canary", exercise="canary"))
    about = members(copy_of(vault).path)["about.json"].decode()
    assert "canary" not in about
    told = json.loads(about)
    texts = {name for name, value in told.items() if isinstance(value, str)}
    assert texts == {"why", "pin", "schema", "vault", "content"}


def test_a_copy_is_read_as_it_was_made(filled: Vault) -> None:
    copy = back_up(filled, Why.ERASE, pinned=True, at=NOON)
    assert copies.about(copy.path) == copy
    assert (copy.pin, copy.pinned, copy.commit) == (Pin.REWIRE, True, filled.commit_seq)
    assert copy.content == tally.content_hash(filled.connection)


def test_a_copy_is_numbered_after_those_before_it(filled: Vault) -> None:
    assert [copy_of(filled, days).number for days in (0, -4000, 3)] == [1, 2, 3]


def test_others_read_the_vault_while_its_copy_is_checked(
    filled: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    verify = copies.verify
    free = []

    def watched(*given: object) -> None:
        def ask() -> None:
            free.append(filled.lock.acquire(timeout=5))
            filled.lock.release()

        asking = threading.Thread(target=ask)
        asking.start()
        asking.join()
        verify(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(copies, "verify", watched)
    copy_of(filled)
    assert free == [True]


def test_a_copy_that_does_not_open_gets_no_name(filled: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = copy_file.pack

    def damaging(part: Path, sources: dict[str, Path], about: bytes) -> None:
        db = sources["vault.db"]
        content = bytearray(db.read_bytes())
        content[len(content) // 2] ^= 1
        db.write_bytes(content)
        pack(part, sources, about)

    monkeypatch.setattr(copy_file, "pack", damaging)
    with pytest.raises(StoreError):
        copy_of(filled)
    assert os.listdir(filled.files.backups) == []


def test_a_copy_needs_room(filled: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workroom, "LEAST_ROOM", 1 << 60)
    with pytest.raises(DiskFullError, match="free space"):
        copy_of(filled)
    assert os.listdir(filled.files.backups) == []


def test_a_copy_is_pinned_without_a_change_to_what_is_in_it(filled: Vault) -> None:
    copy = copy_of(filled)
    before = members(copy.path)
    pinned = copies.pinned_as(copy, Pin.PERSON)
    after = members(copy.path)
    assert copies.about(copy.path) == pinned
    assert pinned.pinned
    assert {name: after[name] for name in ("vault.db", "vault.keys")} == {
        name: before[name] for name in ("vault.db", "vault.keys")
    }


def test_a_planted_link_leads_a_copy_nowhere(filled: Vault, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    link = tmp_path / "out.rewire"
    planted(link, victim)
    with pytest.raises(Exception, match="of this name already"):
        save_as(filled, link)
    assert victim.read_text() == "mine"
    assert link.is_symlink()


def damaged(content: dict[str, bytes]) -> dict[str, Callable[[Path], None]]:
    """Files that are no copies, by what is wrong with them."""
    about = json.loads(content["about.json"])

    def told(**changes: object) -> dict[str, bytes]:
        return content | {"about.json": json.dumps(about | changes).encode()}

    def cut(path: Path) -> None:
        write_zip(path, content)
        path.write_bytes(path.read_bytes()[:-1])

    def longer(path: Path) -> None:
        write_zip(path, content)
        path.write_bytes(path.read_bytes() + b"more")

    def lying(path: Path) -> None:
        write_zip(path, content)
        raw = bytearray(path.read_bytes())
        where = raw.rindex(b"PK\1\2")
        struct.pack_into("<II", raw, where + 20, 1 << 29, 1 << 29)
        path.write_bytes(raw)

    def linked(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as made:
            for name, given in content.items():
                member = zipfile.ZipInfo(name)
                member.external_attr = (stat.S_IFLNK | 0o777) << 16
                made.writestr(member, given)

    def twice(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as made:
            for name in ("vault.db", "vault.keys"):
                made.writestr(zipfile.ZipInfo(name), content[name])
            with pytest.warns(UserWarning, match="Duplicate"):
                made.writestr(zipfile.ZipInfo("vault.keys"), content["vault.keys"])

    return {
        "empty": lambda path: path.write_bytes(b"") and None,
        "text": lambda path: path.write_text("hello" * 100) and None,
        "cut": cut,
        "longer": longer,
        "lying sizes": lying,
        "links": linked,
        "one name twice": twice,
        "a member more": lambda path: write_zip(path, content | {"../evil": b"x"}),
        "a path as a name": lambda path: write_zip(
            path, {f"../{name}": given for name, given in content.items()}
        ),
        "a member less": lambda path: write_zip(path, {"vault.db": content["vault.db"]}),
        "compressed": lambda path: write_zip(path, content, zipfile.ZIP_DEFLATED),
        "a bomb": lambda path: write_zip(path, content | {"vault.db": bytes(1 << 24)}, zipfile.ZIP_DEFLATED),
        "half a page": lambda path: write_zip(path, content | {"vault.db": b"x" * 100}),
        "deep": lambda path: write_zip(path, content | {"about.json": b"[" * 60_000}),
        "long": lambda path: write_zip(path, content | {"about.json": b" " * 70_000}),
        "huge number": lambda path: write_zip(path, content | {"about.json": b"9" * 60_000}),
        "a list": lambda path: write_zip(path, content | {"about.json": b"[]"}),
        "no entries": lambda path: write_zip(path, told(entries=None)),
        "a word for a number": lambda path: write_zip(path, told(commit="12")),
        "a time beyond all calendars": lambda path: write_zip(path, told(made_ms=1 << 60)),
        "no vault": lambda path: write_zip(path, told(vault="x")),
        "a folder": lambda path: path.mkdir(),
    }


KINDS = tuple(damaged({"about.json": b"{}", "vault.db": b"", "vault.keys": b""}))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_copy_is_refused_in_a_sentence(kind: str, filled: Vault, tmp_path: Path) -> None:
    content = members(copy_of(filled).path)
    path = tmp_path / "given.rewire"
    damaged(content)[kind](path)
    target = tmp_path / "into"
    target.mkdir()
    with pytest.raises(DamagedStoreError, match="not a copy that Rewire made"):
        copies.unpacked(path, target)
    assert not (tmp_path / "evil").exists()


def test_every_bit_of_a_copy_that_is_flipped_is_noticed(filled: Vault, tmp_path: Path) -> None:
    import random

    chance = random.Random(4)
    copy = copy_of(filled)
    whole = copy.path.read_bytes()
    about_at = whole.index(b"about.json") + len(b"about.json")
    for number in range(150):
        at = chance.randrange(len(whole)) if number % 2 else chance.randrange(about_at, len(whole))
        raw = bytearray(whole)
        raw[at] ^= 1 << chance.randrange(8)
        path = tmp_path / "flipped.rewire"
        path.write_bytes(raw)
        into = tmp_path / str(number)
        into.mkdir()
        try:
            found = copies.unpacked(path, into)
            copies.verify(into, found, filled.key)
        except (DamagedStoreError, NewerStoreError):
            continue
        assert found == copies.replace(copy, path=path)
        assert content_hash(into / "vault.db", filled.key) == copy.content


def content_hash(db: Path, key: bytes) -> str:
    """The hash over the rows of an unpacked database."""
    connection = copies.connect_to_look(db, key)
    try:
        return tally.content_hash(connection)
    finally:
        connection.close()


def test_a_copy_of_a_newer_rewire_is_told_apart(filled: Vault, tmp_path: Path) -> None:
    content = members(copy_of(filled).path)
    about = json.loads(content["about.json"]) | {"format": 2}
    path = tmp_path / "newer.rewire"
    write_zip(path, content | {"about.json": json.dumps(about).encode()})
    with pytest.raises(NewerStoreError):
        copies.about(path)


def test_a_copy_holds_what_is_saved_and_not_yet_in_the_database_file(filled: Vault, profile: Path) -> None:
    assert filled.files.wal.stat().st_size > 0
    copy = copy_of(filled)
    filled.close()
    assert copy.content == content_of(profile)
