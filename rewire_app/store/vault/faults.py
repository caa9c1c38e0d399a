"""Turns what the database driver and the operating system report into the faults Rewire has words for.

Nothing a driver says reaches the person or a log: its messages may hold text from an entry.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as dbapi

from rewire_app.errors import (
    AlreadyOpenError,
    BadInputError,
    DamagedStoreError,
    DiskFullError,
    MissingStoreError,
    OnlyReadError,
    ProfileUnwritableError,
    RewireError,
    StaleStoreError,
    StoreError,
)
from rewire_app.i18n import _

_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26
_REFUSED = {18, 19, 20}
"""SQLITE_TOOBIG, SQLITE_CONSTRAINT and SQLITE_MISMATCH: the value is at fault, not the file."""

_COLUMN = re.compile(r"(?:constraint failed: ck_[a-z]+_|[a-z]\.)([a-z_]+)$")
"""The column in the driver's words about a refused value; no value is in them."""

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}

LONGEST_PATH = 500
"""Bytes in the name of a folder, all above it included: SQLite stops at 512, the files in it take some."""
LONGEST_NAME = 255
"""Letters in the name of one folder; Windows says of a longer one only that it cannot be."""
_TOO_LONG_ON_WINDOWS = 206


def damaged() -> DamagedStoreError:
    """The fault for a database that fails its own check: nothing of it may be shown."""
    return DamagedStoreError(
        _(
            "The file with your entries is damaged. Rewire noticed it and shows nothing from it. "
            "Nothing was changed. If you have a copy of the Rewire folder from before, close Rewire and put "
            "the whole copy in the folder’s place."
        )
    )


def only_read() -> OnlyReadError:
    """The fault for a change to notes that are only looked at."""
    return OnlyReadError(_("This is a copy, to look at only. Go back to your notes to change anything."))


def missing() -> MissingStoreError:
    """The fault for a database that is gone, although the files that belong to it are there."""
    return MissingStoreError(
        _(
            "The file with your entries is not in the Rewire folder, although the files that belong to it "
            "are. Nothing was changed, and no empty one was made in its place. Put the whole folder back "
            "from a copy, or choose another folder."
        )
    )


def stale(count: int) -> StaleStoreError:
    """The fault for a database in which `count` confirmed saves are missing."""
    return StaleStoreError(
        _(
            "The file with your entries is older than it was: {count} of your last saves are not in it. "
            "This happens when an older copy was put in its place, or when the disk lost something. "
            "Nothing was changed. Put back a newer copy of the whole Rewire folder if you have one, "
            "or go on with the entries that are there."
        ).format(count=count),
        lost=count,
    )


def disk_full() -> DiskFullError:
    """The fault for a disk without room."""
    return DiskFullError(
        _(
            "The disk is full, so the last change was not saved. Everything saved before is safe. "
            "Free some space on the disk, then try again."
        )
    )


def no_room_to_open() -> DiskFullError:
    """The fault for a disk without room at a start: there is no change yet to speak of."""
    return DiskFullError(
        _(
            "The disk is full, and Rewire needs a little room to open. Nothing was changed. "
            "Free some space on the disk, then try again."
        )
    )


def unwritable(path: Path | None = None) -> ProfileUnwritableError:
    """The fault for a folder or file that cannot be written."""
    where = str(path) if path else _("the Rewire folder")
    return ProfileUnwritableError(
        _(
            "Rewire cannot write to {where}. Nothing was changed. Check that it belongs to you and is not "
            "write-protected, or choose another folder."
        ).format(where=where)
    )


def of_another_user() -> ProfileUnwritableError:
    """The fault for notes that would belong to the administrator of the computer once they were opened."""
    return ProfileUnwritableError(
        _(
            "The notes in this folder belong to another user of this computer, who could no longer open them "
            "if they were opened from here. Nothing was changed. Start Rewire as that user, or choose "
            "another folder."
        )
    )


def held() -> ProfileUnwritableError:
    """The fault for a file that another program did not let go of."""
    return ProfileUnwritableError(
        _(
            "Another program holds a file in the Rewire folder. That may be a virus scanner, or a program "
            "that copies folders to other places. Nothing was changed. Wait a moment, then try again."
        )
    )


def too_long() -> ProfileUnwritableError:
    """The fault for a folder whose name, with all folders above it, is longer than the database takes."""
    return ProfileUnwritableError(
        _(
            "The path to the folder for your notes is too long: with all folders above it, its name takes "
            "more than {n} characters. Nothing was changed. Choose a folder with a shorter path."
        ).format(n=LONGEST_PATH)
    )


def no_locks() -> ProfileUnwritableError:
    """The fault for a folder in which no file can be locked, as on many network drives."""
    return ProfileUnwritableError(
        _(
            "This folder lies on a drive that cannot keep two programs from writing at once; many network "
            "drives cannot. Nothing was changed. Choose a folder on this computer."
        )
    )


def unfit_value(field: str = "") -> BadInputError:
    """The fault for a value that the tables refuse; `field` is its column."""
    return BadInputError(
        _(
            "One of the values is outside what Rewire can keep. Nothing was saved; "
            "what was there before stays."
        ),
        field=field,
    )


def from_driver(error: BaseException | None) -> RewireError:
    """The Rewire fault for an exception of the database driver."""
    code = _code(error)
    if code in _REFUSED:
        found = _COLUMN.search(str(error))
        return unfit_value(found.group(1) if found else "")
    return _FAULTS.get(code, unreachable)()


def is_no_database(error: dbapi.Error) -> bool:
    """Whether the driver can make nothing of a file: its key is another one, or its first page is damaged."""
    return _code(error) == _NOTADB


def is_no_room(error: BaseException) -> bool:
    """Whether an exception of the driver, the system or Rewire says that the disk is full."""
    return (
        isinstance(error, DiskFullError)
        or _code(error) == _FULL
        or (isinstance(error, OSError) and error.errno in _NO_ROOM)
    )


def _code(error: BaseException | None) -> int:
    """The primary code of SQLite in a driver's exception; 0 if it has none."""
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else 0


def in_use() -> AlreadyOpenError:
    """The fault for a database that another program holds."""
    return AlreadyOpenError(
        _(
            "Another program has the file with your entries open. Nothing was changed. "
            "Close it, then try again."
        )
    )


def disk_failed() -> StoreError:
    """The fault for a disk that does not read or write as it has to."""
    return StoreError(
        _(
            "The disk is not answering as it normally does. Nothing was changed. Check the disk, then try "
            "again."
        )
    )


def unreachable() -> StoreError:
    """The fault for anything else the driver reports."""
    return StoreError(
        _("The entries could not be reached. Nothing was changed. Close Rewire and start it again.")
    )


_FAULTS: dict[int, Callable[[], RewireError]] = {
    _FULL: disk_full,
    _CORRUPT: damaged,
    _NOTADB: damaged,
    _BUSY: in_use,
    _LOCKED: in_use,
    _READONLY: damaged,  # an open database that may not be written is one in which a page failed its check
    _CANTOPEN: unwritable,
    _IOERR: disk_failed,
}


def from_system(error: OSError, path: Path) -> StoreError:
    """The Rewire fault for an exception of the operating system about `path`."""
    if error.errno in _NO_ROOM:
        return disk_full()
    if error.errno == errno.EBUSY:
        return held()
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == _TOO_LONG_ON_WINDOWS:
        return too_long()
    if any(len(name) > LONGEST_NAME for name in path.parts):
        return too_long()
    return unwritable(path)


@contextmanager
def opening(folder: Path) -> Iterator[None]:
    """Run what opens the database in `folder` so that only Rewire faults leave, in words that fit a start."""
    fault: RewireError
    try:
        yield
    except OSError as error:
        fault = from_system(error, folder)
    except dbapi.Error as error:
        fault = unwritable(folder) if _code(error) == _READONLY else from_driver(error)
    except DiskFullError as error:
        fault = error
    else:
        return
    raise no_room_to_open() if isinstance(fault, DiskFullError) else fault


@contextmanager
def stated() -> Iterator[None]:
    """Run driver calls so that only Rewire faults leave; the driver's own is dropped with its text."""
    try:
        yield
    except dbapi.Error as error:
        raise from_driver(error) from None
