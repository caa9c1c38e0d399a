"""Makes copies of an open vault: when one is due, at the end of a session, before risky work, when asked.

All of it may run on another thread: the vault's lock is held only while the database is written out.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rewire_app.atomic import sync_folder
from rewire_app.domain.days import Instant, ZoneClock
from rewire_app.errors import BadInputError, StoreError
from rewire_app.i18n import _
from rewire_app.store.backups import listing, quarantine
from rewire_app.store.backups.restoring import copies_before, unconfirmed
from rewire_app.store.backups.rotation import to_remove
from rewire_app.store.vault import copies
from rewire_app.store.vault.copies import Backup, Occasion, Pin, Why
from rewire_app.store.vault.vault import Vault
from rewire_app.store.vault.workroom import clear_unfinished, told

APART_MS = 30 * 60_000
"""How long after a copy the next one is made by itself."""
_UNFINISHED_MS = 60 * 60_000
_FEWEST = 10
"""Entries below which one that is taken out is no sign of a loss."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shrunk:
    """A copy holds much less than the one before, which is therefore kept: was that meant?"""

    before: Backup
    after: Backup


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A copy that was made by itself; `notice` is a sentence about the second folder, or empty."""

    backup: Backup
    shrunk: Shrunk | None = None
    notice: str = ""


def changed(vault: Vault, last: Backup | None) -> bool:
    """Whether anything was saved since the `last` copy; a vault without a save needs none."""
    if last is None or last.vault != vault.vault_id:
        return vault.commit_seq > 0
    return vault.commit_seq != last.commit


def due(vault: Vault, now: Instant, last: Backup | None) -> bool:
    """Whether a copy is to be made by itself: something changed, and half an hour has gone by.

    A clock that stands before the `last` copy was wrong then or is now: then nobody knows how long it was.
    """
    gone_by = APART_MS if last is None else now.utc_ms - last.made_ms
    return changed(vault, last) and not 0 <= gone_by < APART_MS


def shrunk(before: Backup | None, after: Backup) -> Shrunk | None:
    """What to ask when a copy holds over 10 % fewer entries, or is over 30 % smaller, than the one before.

    What was erased on purpose asks nothing: the copy before it was made for that.
    """
    if before is None or before.why is Why.ERASE or before.entries < _FEWEST:
        return None
    fewer = after.entries * 10 < before.entries * 9
    smaller = after.size * 10 < before.size * 7
    return Shrunk(before=before, after=after) if fewer or smaller else None


def back_up(
    vault: Vault, why: Why, *, pinned: bool = False, folder: Path | None = None, at: Instant | None = None
) -> Backup:
    """Make a copy now, in backups/ of the profile or in `folder`, and open it to check; raises a StoreError.

    `pinned`: it is kept beyond its time. `at`: the present moment, if it is not the computer's.
    """
    at = at or ZoneClock().now()
    with told(vault.path):
        number = copies.last_number(vault.files.backups) + 1
    target = folder or vault.files.backups
    pin = (Pin.PERSON if why is Why.ASKED else Pin.REWIRE) if pinned else Pin.NO
    path = copies.new_path(target, at, number)
    return _written(vault, path, Occasion(why=why, at=at, pin=pin, number=number))


def save_as(vault: Vault, path: Path, *, at: Instant | None = None) -> Backup:
    """Make a copy as the new file `path`; raises BadInputError if there is one already, or a StoreError."""
    see_free(path)
    at = at or ZoneClock().now()
    return _written(vault, path, Occasion(why=Why.ASKED, at=at))


def see_free(path: Path) -> None:
    """Raise BadInputError unless a new file `path` can be made: none is ever written over."""
    if path.is_symlink() or path.exists():
        said = _("There is a file of this name already: {path}. Nothing was changed. Choose another name.")
    elif not path.parent.is_dir():
        said = _("There is no folder for this file: {path}. Nothing was changed. Choose another place.")
    else:
        return
    raise BadInputError(said.format(path=path))


def _written(vault: Vault, path: Path, occasion: Occasion) -> Backup:
    return copies.write_copy(vault.connection, vault.keys, vault.key, path, occasion, lock=vault.lock)


def automatic(
    vault: Vault, now: Instant, *, second: Path | None = None, closing: bool = False
) -> Taken | None:
    """Make the copy that is due, also in the `second` folder, and let go of those that are not kept.

    None when none is due, or while a copy that was put back waits to be confirmed. `closing`: the session
    ends, so that any change is enough. Raises a StoreError when the copy in the profile cannot be made; the
    second folder only leads to a notice.
    """
    files = vault.files
    if unconfirmed(files.folder) is not None:
        return None
    own = _own(vault)
    last = _last(vault, own)
    if not (changed(vault, last) if closing else due(vault, now, last)):
        return None
    clear_unfinished(files.backups, now.utc_ms - _UNFINISHED_MS)
    backup = back_up(vault, Why.CLOSING if closing else Why.AUTOMATIC, at=now)
    asked = shrunk(last, backup)
    if asked is not None and not asked.before.pinned:
        asked = Shrunk(before=copies.pinned_as(asked.before, Pin.REWIRE), after=backup)
    rotate(files.backups, vault.vault_id)
    with told(files.folder):
        quarantine.clear_old(files.quarantine, now, own)
    return Taken(backup=backup, shrunk=asked, notice=carry(backup, second))


def up_to_date(vault: Vault) -> bool:
    """Whether the newest copy holds all that was saved, so that none will be due; raises a StoreError."""
    return not changed(vault, _last(vault, _own(vault)))


def _own(vault: Vault) -> list[Backup]:
    return [copy for copy in listing.backups(vault.files) if copy.vault == vault.vault_id]


def _last(vault: Vault, own: list[Backup]) -> Backup | None:
    """The newest copy of `own`, unless it was made before a copy was put back."""
    return own[0] if own and own[0].number > copies_before(vault.files.folder) else None


def carry(backup: Backup, second: Path | None) -> str:
    """Put a copy into the `second` folder too; returns what there is to say about that, or nothing."""
    if second is None:
        return ""
    if not second.is_dir():
        return _(
            "The second folder for copies is not there now. The copy on this computer was made; "
            "the next one goes into both when the folder is back."
        )
    try:
        clear_unfinished(second, backup.made_ms - 24 * _UNFINISHED_MS)
        copies.carried(backup, copies.new_path(second, backup.made, backup.number))
        rotate(second, backup.vault)
    except StoreError as error:
        said = _("The copy on this computer was made, but not the one in the second folder.")
        return f"{said} {error}"
    return ""


def rotate(folder: Path, vault: str) -> int:
    """Remove the copies of one vault in `folder` that are not kept any longer; returns how many.

    None of a profile goes while what was put back waits to be confirmed there.
    """
    if unconfirmed(folder.parent) is not None:
        return 0
    with told(folder):
        gone = to_remove(copy for copy in copies.found(folder)[0] if copy.vault == vault)
        for copy in gone:
            copy.path.unlink()
        sync_folder(folder)
    return len(gone)


def remove(backup: Backup) -> None:
    """Remove one copy for good; raises a StoreError."""
    with told(backup.path.parent):
        backup.path.unlink(missing_ok=True)
        sync_folder(backup.path.parent)


def pin(backup: Backup, *, keep: bool) -> Backup:
    """Keep a copy until the person removes it, or let it go in its time; raises a StoreError."""
    return copies.pinned_as(backup, Pin.PERSON if keep else Pin.NO)


def open_to_all() -> str:
    """What is said before a copy is made of a vault without a passphrase."""
    return _("Anyone who has this file can read it. Set a passphrase first, or go on.")
