"""Scenes of a whole vault: a copy is made, a copy is put back, the way in is changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from rewire_app.errors import LockedStoreError, StoreError, WrongSecretError
from rewire_app.store.backups import listing, restoring, taking
from rewire_app.store.store import Store
from rewire_app.store.vault import copies, key_change, keyslots, wrapping
from rewire_app.store.vault.copies import Why
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.unlocking import Secret
from rewire_app.store.vault.vault import Vault, open_vault
from tests.reliability.scenes import (
    DONE,
    EARLIER,
    LATER,
    REFUSED,
    Scene,
    faults_of_copies,
    kept_numbers,
    prepare_save,
    save,
)
from tests.reliability.traced import Said
from tests.store.cheap import CHEAP, opened, passphrase

PAIRS = {"practices": len(EARLIER), "intentions": len(EARLIER)}
OLD_WORDS, NEW_WORDS = "old words for this", "new words for this"


def attempt(work: Callable[[], object], said: Said) -> int:
    """Do the work; DONE is only what it confirmed."""
    try:
        work()
    except StoreError:
        return REFUSED
    said.confirm(1)
    return DONE


# A copy is made of five pairs, beside an earlier copy.
def prepare_copy(profile: Path) -> None:
    prepare_save(profile)
    with closing(open_vault(profile)) as vault:
        taking.back_up(vault, Why.ASKED)


def do_copy(profile: Path, said: Said) -> int:
    def work() -> None:
        with closing(open_vault(profile)) as vault:
            taking.back_up(vault, Why.ASKED)

    return attempt(work, said)


def do_naive_copy(profile: Path, said: Said) -> int:
    """A copy that has its final name while it is written."""

    def work() -> None:
        [earlier] = listing.backups(ProfileFiles(profile))
        with open(earlier.path, "rb") as old, open(earlier.path.with_name("2.rewire"), "wb") as new:
            while part := old.read(1 << 16):
                new.write(part)

    return attempt(work, said)


def judge_copy(profile: Path, said: Said) -> Iterable[str]:
    files = ProfileFiles(profile)
    yield from faults_of_copies(files, PAIRS)
    made = len(listing.backups(files))
    if not 1 + len(said.confirmed()) <= made <= 2:
        yield f"there are {made} copies"
    with closing(open_vault(profile)) as vault:
        yield from vault.faults()
        if kept_numbers(vault) != set(EARLIER):
            yield "the notes are others"


# A copy of five pairs is put in the place of ten.
def prepare_restore(profile: Path) -> None:
    prepare_copy(profile)
    with closing(open_vault(profile)) as vault:
        for number in LATER:
            save(Store(vault), number)


def do_restore(profile: Path, said: Said) -> int:
    [copy] = listing.backups(ProfileFiles(profile))
    return attempt(lambda: restoring.restore(profile, copy.path), said)


def do_naive_restore(profile: Path, said: Said) -> int:
    """The files of a copy are put over those that are there."""

    def work() -> None:
        files = ProfileFiles(profile)
        [copy] = listing.backups(files)
        new = profile / "new"
        new.mkdir()
        copies.unpacked(copy.path, new)
        shutil.copytree(
            profile, files.quarantine / "aside", ignore=shutil.ignore_patterns("quarantine", "new")
        )
        shutil.move(new / "vault.db", files.db)
        restoring.complete(profile, keyslots.parsed((new / "vault.keys").read_bytes()), copy.commit)
        note = restoring.Unconfirmed(aside="aside", made=copy.made, entries=copy.entries)
        restoring.ask_to_confirm(profile, note)

    return attempt(work, said)


def judge_restore(profile: Path, said: Said) -> Iterable[str]:
    files = ProfileFiles(profile)
    with closing(open_vault(profile)) as vault:
        yield from vault.faults()
        found = kept_numbers(vault)
    if found not in (set(EARLIER), set(EARLIER) | set(LATER)):
        yield f"the notes are neither those before nor those of the copy: {sorted(found)}"
    put_back = found == set(EARLIER)
    if said.confirmed() and not put_back:
        yield "was said to be done"
    if put_back != (restoring.unconfirmed(profile) is not None):
        yield "what waits to be confirmed is not what is there"
    aside = [path for path in files.quarantine.rglob("vault.db") if path.is_file()]
    if put_back and not any(holds_all(path.parent, profile.parent) for path in aside):
        yield "what was there is not to be found"
    yield from faults_of_copies(files, {})


def holds_all(folder: Path, room: Path) -> bool:
    """Whether what was put aside opens as it was."""
    copy = room / "aside"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    with closing(open_vault(copy)) as vault:
        return kept_numbers(vault) == set(EARLIER) | set(LATER)


# Who can open the vault is changed.
def prepare_locked(profile: Path) -> None:
    prepare_save(profile)
    with closing(opened(profile)) as vault:
        key_change.set_passphrase(vault, OLD_WORDS, cost=CHEAP)
    opened(profile, passphrase(OLD_WORDS)).close()


def changing(change: Callable[[Vault], object], before: Secret | None) -> Callable[[Path, Said], int]:
    """Work that opens the vault and changes who can."""

    def work(profile: Path, said: Said) -> int:
        try:
            vault = opened(profile, before)
        except StoreError:
            return REFUSED
        done = attempt(lambda: change(vault), said)
        try:
            vault.close()
        except StoreError:
            return REFUSED
        return done

    return work


def change_words(vault: Vault) -> None:
    key_change.set_passphrase(vault, NEW_WORDS, cost=CHEAP)


def change_words_in_place(vault: Vault) -> None:
    """The key file is written over, and its spare goes first."""
    slot = wrapping.passphrase_slot(vault.key, NEW_WORDS.encode(), vault.keys.vault, CHEAP)
    keys = vault.keys.with_slot(slot, instead_of=(keyslots.PassphraseSlot,))
    vault.files.spare_keys.unlink()
    vault.files.keys.write_bytes(keyslots.packed(keys))


def opens(profile: Path, secret: Secret | None) -> bool:
    """Whether the vault opens so, with all that was in it."""
    try:
        vault = opened(profile, secret)
    except (WrongSecretError, LockedStoreError):
        return False
    with closing(vault):
        return kept_numbers(vault) == set(EARLIER) and not vault.faults()


def judged_by(before: Secret | None, after: Secret | None) -> Callable[[Path, Said], Iterable[str]]:
    """A judge: the way before or the way after opens, and what was confirmed is the only one."""

    def judge(profile: Path, said: Said) -> Iterable[str]:
        old, new = opens(profile, before), opens(profile, after)
        if not (old or new):
            yield "nothing opens it"
        if said.confirmed() and not new:
            yield "was said to be done"
        if said.confirmed() and old and after is not None:
            yield "the way before still opens it"

    return judge


FIRST, SECOND = passphrase(OLD_WORDS), passphrase(NEW_WORDS)
SCENES = {
    "backup": Scene(prepare=prepare_copy, work=do_copy, judge=judge_copy),
    "naive backup": Scene(prepare=prepare_copy, work=do_naive_copy, judge=judge_copy),
    "restore": Scene(prepare=prepare_restore, work=do_restore, judge=judge_restore),
    "naive restore": Scene(prepare=prepare_restore, work=do_naive_restore, judge=judge_restore),
    "set passphrase": Scene(
        prepare=prepare_save, work=changing(change_words, None), judge=judged_by(None, SECOND)
    ),
    "change passphrase": Scene(
        prepare=prepare_locked, work=changing(change_words, FIRST), judge=judged_by(FIRST, SECOND)
    ),
    "remove passphrase": Scene(
        prepare=prepare_locked,
        work=changing(key_change.remove_passphrase, FIRST),
        judge=judged_by(FIRST, None),
    ),
    "naive change": Scene(
        prepare=prepare_locked, work=changing(change_words_in_place, FIRST), judge=judged_by(FIRST, SECOND)
    ),
}
