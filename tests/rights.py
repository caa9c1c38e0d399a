"""What systems let a person do with files: whom a file is for, and whether one may plant a link."""

from __future__ import annotations

import contextlib
import re
import stat
import sys
from pathlib import Path

import pytest

OWNERS = {"SY", "BA", "OW", "CO"}
"""In such a list: the system, its administrators, whoever owns the file, whoever made it."""

_OWNER = re.compile(r"^O:(S-[\d-]+|[A-Z]{2})")
_ALLOWED = re.compile(r"\(A;[^;]*;[^;]*;[^;]*;[^;]*;([^;)]+)\)")


def private(path: Path) -> bool:
    """Whether nobody but its owner may use `path`; what a system's administrator may is beyond a program."""
    if sys.platform != "win32":
        return stat.S_IMODE(path.lstat().st_mode) == (0o700 if path.is_dir() else 0o600)
    told = list_of_rights(path)
    owner = _OWNER.match(told)
    return not set(_ALLOWED.findall(told)) - OWNERS - {owner[1] if owner else ""}


def writable(file: Path) -> bool:
    """Whether this person may write into `file`; to ask for its rights tells too little of the superuser."""
    try:
        with open(file, "r+b"):
            return True
    except PermissionError:
        return False


def list_of_rights(path: Path) -> str:
    """The owner of `path` and who may do what with it, as Windows writes it (SDDL); raises OSError."""
    assert sys.platform == "win32"
    import ctypes
    from ctypes import wintypes

    of_a_file, owner_and_list, form = 1, 0x1 | 0x4, 1
    security = ctypes.windll.advapi32
    found, text = ctypes.c_void_p(), wintypes.LPWSTR()
    asked = (wintypes.LPCWSTR(str(path)), of_a_file, owner_and_list, None, None, None, None)
    if fault := security.GetNamedSecurityInfoW(*asked, ctypes.byref(found)):
        raise ctypes.WinError(fault)
    written = security.ConvertSecurityDescriptorToStringSecurityDescriptorW
    if not written(found, form, owner_and_list, ctypes.byref(text), None):
        raise ctypes.WinError()
    try:
        return text.value or ""
    finally:
        ctypes.windll.kernel32.LocalFree(text)
        ctypes.windll.kernel32.LocalFree(found)


def planted(link: Path, target: Path) -> None:
    """Make `link` lead to `target`; skips the test where that needs a right that this person has not."""
    with contextlib.suppress(OSError):
        link.symlink_to(target)
    if not link.is_symlink():
        pytest.skip("here a link needs rights, or there are none")
