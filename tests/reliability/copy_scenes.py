"""Scenes of copies: one is made, and one is put in the place of the notes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from rewire_app.errors import StoreError
from rewire_app.store.backups import listing, restoring, taking
from rewire_app.store.store import Store
from rewire_app.store.vault import copies, keyslots
from rewire_app.store.vault.copies import Why
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.store.vault.vault import open_vault
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

PAIRS = {"practices": len(EARLIER), "intentions": len(EARLIER)}


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


COPY_SCENES = {
    "backup": Scene(prepare=prepare_copy, work=do_copy, judge=judge_copy),
    "naive backup": Scene(prepare=prepare_copy, work=do_naive_copy, judge=judge_copy),
    "restore": Scene(prepare=prepare_restore, work=do_restore, judge=judge_restore),
    "naive restore": Scene(prepare=prepare_restore, work=do_naive_restore, judge=judge_restore),
}
