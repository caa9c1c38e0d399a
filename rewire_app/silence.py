"""Counts what this process asks of a network from its start on, so that nothing can be shown to be nothing.

Python says so itself before it does it, whoever asks: Rewire, or a library it uses. What a library does past
Python is not heard here; what it has open is counted by `open_sockets`. Imported first: it imports nothing.
"""

from __future__ import annotations

import sys
import time

NAMES = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
)
"""What looks up a name."""
CALLS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"})
"""What uses a socket, with its address."""


class _Heard:
    connections = 0
    names = 0
    since: float | None = None


_so_far = _Heard()


def listen() -> None:
    """Count from now on; once for the whole process."""
    if _so_far.since is None:
        _so_far.since = time.monotonic()
        sys.addaudithook(_hear)


def _hear(event: str, given: tuple[object, ...]) -> None:
    if event[0] != "s":  # thousands of other events come before one of these: this line has to be quick
        return
    if event in NAMES:
        _so_far.names += 1
    elif event in CALLS and isinstance(given[-1], tuple):  # a local channel has a path for an address
        _so_far.connections += 1


def heard() -> tuple[int, int]:
    """How many connections were opened since the start, and how many names looked up."""
    return _so_far.connections, _so_far.names


def seconds() -> float | None:
    """For how long it has been counted; None when it is not."""
    return None if _so_far.since is None else time.monotonic() - _so_far.since
