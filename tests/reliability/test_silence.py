"""Nothing leaves this computer (promise C7): the whole program is gone through while the system looks on.

strace sees every process that Rewire starts. None may open a socket of the internet, and none may open a file
by which names are looked up.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.desktop.starts import ended, person, somebody, start, told, window

INTERNET = ("AF_INET", "AF_INET6", "AF_PACKET")
LOOKING_UP = ("/etc/resolv.conf", "/etc/hosts", "libnss_dns", "libnss_resolve", "libnss_mdns", "libresolv")
REWIRE = ("-m", "rewire_app")


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    """Where the trace goes; skips where nothing can be traced."""
    path = tmp_path / "trace"
    try:
        traced(path, "-c", "pass")
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("strace is not installed, or may not trace here")
    return path


def traced(trace: Path, *words: str) -> str:
    """Run Python with `words`, every process of it traced; returns the trace."""
    if not shutil.which("strace"):
        raise FileNotFoundError("strace")
    seen = watch(trace)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.getcwd()}
    done = subprocess.run(
        [*seen, sys.executable, *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, words, done.stdout, done.stderr)
    return trace.read_text(errors="replace")


def watch(trace: Path) -> tuple[str, ...]:
    """The words that write what a process asks of a network, and each file that it opens, into `trace`."""
    return ("strace", "-f", "-qq", "-e", "trace=network,open,openat,openat2", "-o", str(trace))


def leaks(trace: str) -> list[str]:
    """The lines of a trace that ask something of a network, or open what names are looked up by."""
    asks = (*(f"{family}" for family in INTERNET), *LOOKING_UP)
    return [line for line in trace.splitlines() if any(word in line for word in asks)]


@pytest.mark.parametrize(
    "ask",
    [
        "socket.socket()",
        "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
        "socket.getaddrinfo('rewire.invalid', 80)",
    ],
    ids=["IPv4", "IPv6", "a name"],
)
def test_a_child_that_goes_online_is_seen(trace: Path, ask: str) -> None:
    child = f"import socket\ntry: {ask}\nexcept OSError: pass"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    assert leaks(traced(trace, "-c", parent))


def test_the_whole_program_asks_nothing_of_a_network(trace: Path) -> None:
    found = traced(trace, *REWIRE, "--smoke")
    assert "AF_UNIX" in found or "openat(" in found, "nothing was traced"
    assert leaks(found) == []


def test_two_starts_that_find_each_other_ask_nothing_of_a_network(trace: Path, tmp_path: Path) -> None:
    """Qt's network library brings one along that could look up names; what that would open stays closed."""
    later = tmp_path / "later"
    with tempfile.TemporaryDirectory(prefix="rewire") as session:
        env, profile = person(Path(session)), somebody(tmp_path / "profile")
        with window(profile, env, "--once", before=watch(trace)) as first:
            assert ended(start(profile, env, before=watch(later))) == (0, "")
            assert told(first) == "front"
            assert ended(first) == (0, "")
    for found in (trace.read_text(errors="replace"), later.read_text(errors="replace")):
        assert "libQt6Network" in found
        assert [line for line in leaks(found) if "libresolv" not in line] == []


@pytest.mark.slow
@pytest.mark.parametrize("words", [("screenshots",), ("check",), ("sample", "--days", "400")], ids=" ".join)
def test_every_screen_and_command_asks_nothing_of_a_network(
    trace: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    pictures = (str(tmp_path / "pictures"),) if words[0] == "screenshots" else ()
    assert leaks(traced(trace, *REWIRE, "--profile", str(tmp_path / "profile"), *words, *pictures)) == []
