"""Counts the internet sockets that this process has open at this moment, as the system sees them."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

INTERNET = frozenset({2, 30 if sys.platform == "darwin" else 10})
"""The numbers of the families IPv4 and IPv6, where they are not those of Windows."""

_IPV4, _IPV6 = 2, 23
_BY_PROCESS = {"GetExtendedTcpTable": (5, {_IPV4: (24, 20), _IPV6: (56, 52)}),
               "GetExtendedUdpTable": (1, {_IPV4: (12, 8), _IPV6: (28, 24)})}  # fmt: skip
"""Of Windows: the kind of table that names processes, and by family the size of its rows and where those
hold the process. In bytes; MIB_TCPROW_OWNER_PID and its kin in iphlpapi.h."""
_TOO_SMALL = 122


def count() -> int | None:
    """How many there are; None where the system has no way to count them."""
    if sys.platform == "win32":
        return _count_on_windows()
    folder = Path("/dev/fd")
    return _count_among(folder) if folder.is_dir() else None


def _count_among(folder: Path) -> int | None:
    """Elsewhere: the family of each file that is open, also of sockets that lead nowhere yet."""
    import ctypes

    library = ctypes.CDLL(None, use_errno=True)
    address, counted = ctypes.create_string_buffer(128), 0
    for name in os.listdir(folder):
        size = ctypes.c_uint(len(address))
        if library.getsockname(int(name), address, ctypes.byref(size)) == 0:
            counted += _family(address.raw) in INTERNET
        elif ctypes.get_errno() not in (errno.ENOTSOCK, errno.EBADF):  # the listing itself is closed by now
            return None
    return counted


def _family(address: bytes) -> int:
    """Of an address as the system gives it; the BSDs put its length before."""
    return address[1] if sys.platform == "darwin" else int.from_bytes(address[:2], sys.byteorder)


def _count_on_windows() -> int | None:
    import ctypes

    try:
        library = ctypes.WinDLL("iphlpapi")  # type: ignore[attr-defined, unused-ignore]  # only there
    except OSError:
        return None
    counted = 0
    for function, (kind, families) in _BY_PROCESS.items():
        for family, (size, at) in families.items():
            table = _table(getattr(library, function), kind, family)
            if table is None:
                return None
            counted += _rows_of(table, size, at, os.getpid())
    return counted


def _table(ask: object, kind: int, family: int) -> bytes | None:
    """One table of the system, which may grow between asking for its size and reading it."""
    import ctypes

    assert callable(ask)
    size = ctypes.c_ulong(0)
    for _try in range(5):
        room = ctypes.create_string_buffer(max(size.value, 4))
        answer = ask(room, ctypes.byref(size), 0, family, kind, 0)
        if answer == 0:
            return room.raw
        if answer != _TOO_SMALL:
            return None
    return None


def _rows_of(table: bytes, size: int, at: int, process: int) -> int:
    """How many rows of `table` belong to `process`: their number comes first, then the rows."""
    number = int.from_bytes(table[:4], sys.byteorder)
    starts = range(4, 4 + number * size, size)
    return sum(
        int.from_bytes(table[start + at : start + at + 4], sys.byteorder) == process for start in starts
    )
