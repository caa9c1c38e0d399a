"""A child of this very program that looks at a file of others, bound in memory and time.

It is asked by its standard input and answers on its standard output; whatever it does, this process only ever
sees bytes, and not more of them than it takes.
"""

from __future__ import annotations

import contextlib
import json
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

from rewire_app.process import bound, itself, own_environment

MEMORY = 300_000_000
SECONDS = 5
"""Bytes and seconds of processor that the child may use at most."""
PATIENCE = 20
"""Seconds after which it is ended also where the computer had no time for it."""
_ASKED = 64_000


def ask_child(word: str, asked: Mapping[str, object], *, most: int) -> bytes | None:
    """What the child that `word` starts answers, up to one byte more than `most`.

    None if it did not come to its end.
    """
    import subprocess

    with subprocess.Popen(
        itself(word),
        env=own_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        clock = threading.Timer(PATIENCE, child.kill)
        clock.daemon = True
        clock.start()
        try:
            with contextlib.suppress(OSError):
                child.stdin.write(json.dumps(asked).encode())
                child.stdin.close()
            data = child.stdout.read(most + 1)
            if len(data) > most:
                return data
            return data if child.wait(timeout=SECONDS) == 0 else None
        except subprocess.TimeoutExpired:
            return None
        finally:
            clock.cancel()
            child.kill()


def be_child(answer: Callable[[dict[str, Any], BinaryIO], object]) -> int:
    """Be the child: bind this process and let `answer` write what was asked for; 0, or 1 if it cannot."""
    bound(MEMORY, SECONDS)
    try:
        answer(json.loads(sys.stdin.buffer.read(_ASKED)), sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except Exception:  # whatever a file made for harm brings about: nothing of it is told
        return 1
    return 0
