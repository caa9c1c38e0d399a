"""`rewire` and `python -m rewire_app`: sets up the process, then hands the words over."""

from __future__ import annotations

import gc
import os
import signal
import sys

from rewire_app import silence
from rewire_app.process import leave_no_dump


def main() -> int:
    """Run the command line; returns the exit code."""
    silence.listen()
    os.umask(0o077)  # nothing of a person is ever readable by others
    leave_no_dump()
    while (number := os.open(os.devnull, os.O_RDWR)) < 3:
        pass  # a closed standard stream: else a file of the notes gets its number, and what is printed
    os.close(number)
    gc.disable()  # a collection while starting only costs time; the window collects when it rests
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):  # they end it as Ctrl+C does
        asked = getattr(signal, name, None)
        if asked is not None and signal.getsignal(asked) is not signal.SIG_IGN:
            signal.signal(asked, signal.default_int_handler)
    try:
        from rewire_app.app import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # nobody is at fault
        return 0


if __name__ == "__main__":
    sys.exit(main())
