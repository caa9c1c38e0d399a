"""Every fault Rewire expects, each with a sentence for the person who meets it."""

from __future__ import annotations


class RewireError(Exception):
    """A known fault: `str(error)` is a calm sentence that says what happened and what can be done."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self._sentence = sentence  # not args: on its way through C++ Qt writes names of methods into them

    def __str__(self) -> str:
        return self._sentence


class BadInputError(RewireError):
    """Something typed cannot be used; `field` names where, so that the screen can mark it."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class ContentError(RewireError):
    """A content file is missing or cannot be read; names file, line where it is known, field and reason."""

    def __init__(self, file: str, field: str, reason: str, line: int | None = None) -> None:
        super().__init__(f"{file}: {field}: {reason}")
        self.file = file
        self.field = field
        self.reason = reason
        self.line = line

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.field}: {self.reason}"


class NoWindowError(RewireError):
    """There is no display for a window, or the system lacks a library that one needs."""


class NobodyWaitsError(RewireError):
    """Whoever asked for something to be worked out has gone on; there is nobody to tell."""

    def __init__(self) -> None:
        super().__init__("")


class StoreError(RewireError):
    """The person's data cannot be opened or written; nothing was changed."""


class ProfileUnwritableError(StoreError):
    """The profile folder cannot be written."""


class DiskFullError(StoreError):
    """The disk has no room for another save."""


class AlreadyOpenError(StoreError):
    """Another copy of Rewire has this profile open."""


class NewerStoreError(StoreError):
    """The database was written by a newer Rewire."""


class DamagedStoreError(StoreError):
    """A file of the profile is damaged; nothing from it is shown."""


class MissingStoreError(StoreError):
    """The database is gone although its companions are there."""


class MovedStoreError(StoreError):
    """The open database is not where it was: another program moved, deleted or replaced it."""


class OnlyReadError(StoreError):
    """These notes are only looked at, as those of a copy: nothing is written to them."""


class DamagedKeyError(DamagedStoreError):
    """The key file is damaged or gone; without it the entries cannot be read."""


class StaleStoreError(StoreError):
    """The database is older than what was confirmed as saved: `lost` saves are not in it (0: not known)."""

    def __init__(self, message: str, *, lost: int = 0) -> None:
        super().__init__(message)
        self.lost = lost


class LockedStoreError(StoreError):
    """The profile opens with a passphrase or a recovery code, and none was given."""


class WrongSecretError(StoreError):
    """The passphrase or recovery code that was given is not the right one; nothing was changed."""


class NoBoxError(StoreError):
    """There is no sealed box yet into which something could be dropped."""


class FileNotSavedError(RewireError):
    """A file that someone asked for could not be written; what was there before is still there."""


class ImportRefusedError(RewireError):
    """A file of another program is not read: damaged, hostile, too large or locked. Nothing was changed."""
