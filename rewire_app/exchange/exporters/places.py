"""Where an export may go, and what is said when it cannot: what is wrong, and what to do."""

from __future__ import annotations

import errno
from pathlib import Path

from rewire_app.errors import BadInputError, FileNotSavedError
from rewire_app.i18n import _

NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
TOO_LONG_ON_WINDOWS = 206
"""The error of Windows for a path that is longer than it takes."""


def see_place(path: Path, notes: Path) -> None:
    """Raise BadInputError unless `path`, absolute, can be made anew outside the folder `notes`."""
    if path.is_symlink() or path.exists():
        said = _("There is something called {name} already. Choose another name.")
    elif not path.parent.is_dir():
        said = _("There is no folder {folder}. Make it first, or choose another place.")
    elif path.resolve().is_relative_to(notes.resolve()):
        said = _("This place is in the folder of your notes, where only Rewire writes. Choose another place.")
    else:
        return
    raise BadInputError(said.format(name=path.name, folder=path.parent), field="path")


def not_made(error: OSError, path: Path) -> FileNotSavedError:
    """The fault for an export that the system did not let come to its end."""
    if error.errno in NO_ROOM:
        said = _(
            "There is not enough room in {folder}. Nothing was left there. Make room, or use another place."
        )
    elif error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == TOO_LONG_ON_WINDOWS:
        said = _("This name is too long for {folder}. Nothing was written. Choose a shorter one.")
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        said = _("Nothing may be written in {folder}. Choose another place, or one that belongs to you.")
    else:
        said = _(
            "The export could not be written in {folder}: {reason}. Nothing was left there. Try elsewhere."
        )
    return FileNotSavedError(said.format(folder=path.parent, reason=error.strerror or _("unknown reason")))
