"""A passphrase or recovery code for the command line: asked for on the terminal, or read from a named file.

Never from the words of the command itself: everyone on the computer sees those, and shells keep them.
"""

from __future__ import annotations

import getpass
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rewire_app.errors import BadInputError, LockedStoreError
from rewire_app.store.vault.recovery_code import read_code
from rewire_app.store.vault.unlocking import Secret, SecretKind

if TYPE_CHECKING:
    from rewire_app.store.vault.vault import Vault

_Opened = TypeVar("_Opened")

PROMPT = "Passphrase, or the code from your recovery kit: "

MOST_BYTES = 10_000
"""A file with more in it is another one than was meant."""


def unlocked(attempt: Callable[[Secret | None], _Opened], file: Path | None) -> _Opened:
    """What `attempt` opens without a secret, or else with the one in `file` or typed on the terminal.

    Raises what `attempt` raises, BadInputError for a file that holds no passphrase, or LockedStoreError where
    there is neither a file nor a terminal.
    """
    if file is not None:
        return attempt(_as_secret(line_of(file)))
    try:
        return attempt(None)
    except LockedStoreError:
        pass  # so that what is asked now is no part of that fault
    return attempt(_as_secret(_typed()))


def opened(profile: Path, file: Path | None) -> Vault:
    """The vault in `profile`, with what waited in the sealed box; opened as `unlocked` tells.

    What opening put right is said beside what was asked for.
    """
    from rewire_app.store.taking_in import empty_box
    from rewire_app.store.vault.vault import open_vault

    vault = unlocked(lambda secret: open_vault(profile, secret=secret, use_keychain=True), file)
    for notice in filter(None, (*vault.notices, empty_box(vault))):
        print(f"rewire: {notice}", file=sys.stderr)
    return vault


def see_used(profile: Path) -> None:
    """Raise BadInputError for a profile without entries: none is made for this."""
    from rewire_app.store.vault.files import ProfileFiles

    if not profile.is_dir() or ProfileFiles(profile).untouched():
        raise BadInputError(f"there are no entries in {profile}, so there is nothing to copy")


def _as_secret(text: str) -> Secret:
    """A text that is a recovery code, as its check says, is taken for one."""
    try:
        read_code(text)
    except BadInputError:
        return Secret(kind=SecretKind.PASSPHRASE, text=text)
    return Secret(kind=SecretKind.RECOVERY, text=text)


def line_of(file: Path) -> str:
    """The first line of `file`, without its end; raises BadInputError where it holds no passphrase."""
    try:
        with open(file, "rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInputError(
            f"the file with the passphrase cannot be read: {file}: {error.strerror}"
        ) from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    text = text.removesuffix("\n").removesuffix("\r")
    if not text or "\n" in text or len(content) > MOST_BYTES:
        raise BadInputError(f"the file with the passphrase has to hold one line of text: {file}")
    return text


def _somebody_can_type() -> bool:
    """Whether this is a terminal; on Windows the empty device (NUL) calls itself one too."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    if sys.platform != "win32":
        return True
    import ctypes
    import msvcrt

    console, mode = ctypes.c_void_p(msvcrt.get_osfhandle(sys.stdin.fileno())), ctypes.c_uint32()
    return bool(ctypes.windll.kernel32.GetConsoleMode(console, ctypes.byref(mode)))


def _typed() -> str:
    if not _somebody_can_type():
        raise LockedStoreError(
            "These entries are protected by a passphrase, and there is no terminal to ask for it. "
            "Nothing was changed. Name a file that holds it before the word: --passphrase-file FILE"
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # what is typed would be seen
            return getpass.getpass(PROMPT)
    except (EOFError, getpass.GetPassWarning):
        raise LockedStoreError("No passphrase was given, so nothing was opened or changed.") from None
