"""What a process asks of a network is counted, whoever asks it in Python or past it."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from rewire_app import open_sockets

ASKS = """
import socket
from rewire_app import silence
silence.listen()
{ask}
print(*silence.heard())
"""


def heard(ask: str) -> str:
    """How many connections and names a process counts that does `ask`."""
    code = ASKS.format(ask=ask)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=300
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("ask", "counted"),
    [
        ("", "0 0"),
        ("socket.socket().connect_ex(('127.0.0.1', 9))", "1 0"),
        ("socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))", "1 0"),
        ("socket.getaddrinfo('127.0.0.1', 9)", "0 1"),
        ("socket.gethostbyname('127.0.0.1')", "0 1"),
    ],
)
def test_connections_and_names_are_counted(ask: str, counted: str) -> None:
    assert heard(ask) == counted


@pytest.mark.skipif(sys.platform == "win32", reason="local channels have other names there")
def test_a_local_channel_is_no_connection() -> None:
    assert heard("socket.socket(socket.AF_UNIX).connect_ex('/nowhere')") == "0 0"


def test_open_internet_sockets_are_counted_and_others_are_not() -> None:
    before = open_sockets.count()
    if before is None:
        pytest.skip("this system has no way to count them")
    with socket.socket() as stream, socket.socket(type=socket.SOCK_DGRAM) as datagram:
        stream.bind(("127.0.0.1", 0))
        stream.listen()
        datagram.bind(("127.0.0.1", 0))
        first, second = socket.socketpair()
        with first, second:
            assert open_sockets.count() == before + 2 + (2 if first.family == socket.AF_INET else 0)
    assert open_sockets.count() == before


def test_rows_of_a_table_of_windows_are_told_apart_by_process() -> None:
    row = b"".join(number.to_bytes(4, sys.byteorder) for number in (2, 0, 0, 0, 0, 77))
    other = row[:-4] + (78).to_bytes(4, sys.byteorder)
    table = (3).to_bytes(4, sys.byteorder) + row + other + row
    assert open_sockets._rows_of(table, 24, 20, 77) == 2
