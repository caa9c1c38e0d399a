"""Copies of the entries without a window: made, gone back to, and read out of a damaged vault."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from rewire_app import settings

if TYPE_CHECKING:
    from rewire_app.store.backups.progress import Reached, Tell


def backup(profile: Path, file: Path, passphrase: Path | None) -> int:
    """Put a copy of the entries in `profile` into the new `file`; returns 0.

    Here and below, `passphrase` is the file that holds it, if one was named.
    """
    from rewire_app import terminal
    from rewire_app.store.backups.taking import open_to_all, save_as, see_free
    from rewire_app.store.taking_in import empty_box
    from rewire_app.store.vault.vault import open_vault

    terminal.see_used(profile)
    file = file.absolute()
    see_free(file)
    vault = terminal.unlocked(lambda secret: open_vault(profile, secret=secret), passphrase)
    try:
        for notice in filter(None, (*vault.notices, empty_box(vault))):
            _aside(notice)
        if not vault.protected:
            _aside(open_to_all())
        copy = save_as(vault, file)
    finally:
        vault.close()
    print(f"A copy of {copy.entries} entries is in {file}. It was opened once to check it.")
    return 0


def restore(profile: Path, file: Path, passphrase: Path | None) -> int:
    """Put the copy in `file` in the place of the entries in `profile`; returns 0."""
    from rewire_app import terminal
    from rewire_app.reports.copies import when
    from rewire_app.store.backups.restoring import restore as put_back

    done = terminal.unlocked(lambda secret: put_back(profile, file.absolute(), secret=secret), passphrase)
    if not done.locked:
        _aside("These entries open without a passphrase now.")
    print(f"The copy of {when(done.backup.made)} is in place, with {done.backup.entries} entries.")
    if any(done.aside.iterdir()):
        print(f"What was there before is in {done.aside}.")
    print("Copies are made again once you have said in the window that this is right.")
    return 0


def salvage(profile: Path, folder: Path, passphrase: Path | None) -> int:
    """Read out the damaged entries in `profile` into the new `folder`; returns 0."""
    from rewire_app import terminal
    from rewire_app.reports.copies import salvage_report
    from rewire_app.store.backups.salvage import salvage as read_out

    into, chosen = folder.absolute(), settings.load(profile).second_folder
    done = terminal.unlocked(
        lambda secret: read_out(
            profile, into, secret=secret, second=Path(chosen) if chosen else None, tell=_by_tenths()
        ),
        passphrase,
    )
    for line in salvage_report(done):
        print(line)
    print(f"Look at it with: rewire --profile {into}")
    print("The damaged entries were left as they are.")
    return 0


def _by_tenths() -> Tell:
    """Says on standard error how far reading out is, each time another tenth of a step is done."""
    from rewire_app.store.backups.progress import SalvageStep

    said: list[tuple[SalvageStep, int]] = []
    words = {
        SalvageStep.READING: "pages of the damaged file are read",
        SalvageStep.WRITING: "entries are written",
    }

    def tell(reached: Reached) -> None:
        if (at := (reached.step, reached.tenths)) not in said:
            said.append(at)
            _aside(f"{reached.done} of {reached.of} {words[reached.step]}")

    return tell


def _aside(sentence: str) -> None:
    print(f"rewire: {sentence}", file=sys.stderr)


WORDS: dict[str, Callable[[Path, Path, Path | None], int]] = {
    "backup": backup,
    "restore": restore,
    "salvage": salvage,
}
"""What each of the commands does, given the profile, its file or folder, and the passphrase file."""
