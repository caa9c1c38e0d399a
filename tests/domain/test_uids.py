"""A uid is a UUIDv7: ordered by time, never given twice, and cheap to ask for on any thread."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from datetime import UTC, datetime
from uuid import UUID

import pytest

from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import new_uid

AT = Instant(utc_ms=1_796_083_200_000, offset_min=0)  # 2026-12-01 00:00 UTC


def test_it_holds_its_moment_and_says_what_it_is() -> None:
    uid = UUID(new_uid(AT))
    assert (uid.version, uid.variant) == (7, "specified in RFC 4122")
    assert datetime.fromtimestamp((uid.int >> 80) / 1000, UTC) == datetime(2026, 12, 1, tzinfo=UTC)


def test_four_threads_that_ask_at_once_never_get_the_same() -> None:
    made: list[str] = []

    def ask() -> None:
        made.extend(new_uid(AT) for _turn in range(5_000))

    threads = [threading.Thread(target=ask) for _one in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert len(set(made)) == len(made) == 20_000


def test_the_system_is_asked_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each time lets go of Python's lock, and a window that waits for it would wait anew."""
    asked = []
    system = os.urandom
    monkeypatch.setattr(os, "urandom", lambda n: asked.append(n) or system(n))  # type: ignore[func-returns-value]
    for _turn in range(10_000):
        new_uid(AT)
    assert len(asked) <= 3


COPY = """
import os
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.entries import new_uid
at = Instant(utc_ms=0, offset_min=0)
new_uid(at)
child = os.fork()
os.write(1, f"{new_uid(at)}\\n".encode())
child and os.waitpid(child, 0)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no copies of a process")
def test_a_copy_of_the_process_gets_others() -> None:
    done = subprocess.run([sys.executable, "-c", COPY], capture_output=True, check=True, timeout=30)
    [one, other] = done.stdout.split()
    assert one != other
