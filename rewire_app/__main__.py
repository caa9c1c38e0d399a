"""`rewire` and `python -m rewire_app`: sets up the process, then hands the words over."""

from __future__ import annotations

import gc
import os
import sys


def main() -> int:
    """Run the command line; returns the exit code."""
    os.umask(0o077)  # nothing of a person is ever readable by others
    gc.disable()  # a collection while starting only costs time; the window collects when it rests
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from rewire_app.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
