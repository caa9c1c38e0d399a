"""Why a file is not read, each in a sentence."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from rewire_app.errors import ImportRefusedError
from rewire_app.i18n import _

MEMBERS = 20_000
"""So many files in a zip or folder are listed."""


@contextmanager
def told() -> Iterator[None]:
    """Faults of files and zips, as a sentence."""
    try:
        yield
    except FileNotFoundError:
        raise ImportRefusedError(_("There is no such file. Nothing was changed.")) from None
    except OSError:
        raise ImportRefusedError(
            _("This file cannot be read now. See that it is there and that you may open it.")
        ) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise damaged_file() from None


def damaged_file() -> ImportRefusedError:
    """The refusal of a file that is not whole."""
    return ImportRefusedError(
        _("This file is damaged or not whole. Nothing was changed. Make it anew in the other program.")
    )


def part_unread() -> str:
    """Why one file of several stays out."""
    return _("This file cannot be read: it is damaged, or larger than Rewire reads")


def too_large() -> ImportRefusedError:
    """The refusal of a file that is larger than what is read."""
    return ImportRefusedError(_("This file is larger than Rewire reads. Nothing was changed."))


def too_long() -> ImportRefusedError:
    """The refusal of a text with more lines than are read."""
    return ImportRefusedError(_("This file has more lines than Rewire reads. Nothing was changed."))


def too_much() -> ImportRefusedError:
    """The refusal of a file with more rows, or more words in them, than are taken in at once."""
    return ImportRefusedError(
        _(
            "There is more in this file than Rewire takes in at once. Nothing was changed. Export fewer "
            "years in the other program, and bring in one file after the other."
        )
    )


def too_packed() -> ImportRefusedError:
    """The refusal of a zip whose content becomes far larger than it can be by honest packing."""
    return ImportRefusedError(_("What is packed in this file becomes far too large. Nothing was changed."))


def too_many() -> ImportRefusedError:
    """The refusal of a zip or folder with more files than are listed."""
    words = _("There are more than {n} files in this. It was not read, and nothing was changed.")
    return ImportRefusedError(words.format(n=f"{MEMBERS:,}"))


def outside() -> ImportRefusedError:
    """The refusal of a zip that names places outside itself."""
    return ImportRefusedError(
        _("This file names places outside itself. It was not read; nothing was changed.")
    )


def locked() -> ImportRefusedError:
    """The refusal of what another program has encrypted."""
    return ImportRefusedError(
        _(
            "This file is locked with a password. Unpack it with that password first, and bring in what was "
            "in it; or make it without one."
        )
    )


def too_deep() -> ImportRefusedError:
    """The refusal of a file whose parts lie within each other without end."""
    return ImportRefusedError(
        _("This file is nested deeper than any program writes it. Nothing was changed.")
    )


def entities() -> ImportRefusedError:
    """The refusal of a document that declares what its words stand for, by which a few become very many."""
    return ImportRefusedError(
        _("This file declares short words for long ones, as no export does. It was not read.")
    )


def changed_meanwhile() -> ImportRefusedError:
    """The refusal of a file that is another one after it was read than before."""
    return ImportRefusedError(
        _(
            "This file changed while it was read. Nothing was changed here. Wait until it is whole, then "
            "try again."
        )
    )


def no_file() -> ImportRefusedError:
    """The refusal of what is neither file nor folder."""
    return ImportRefusedError(_("This is no file that can be read. Nothing was changed."))
