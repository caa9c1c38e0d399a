"""Runs work in a forked child whose system calls strace writes down, or makes fail.

strace is attached to the child before its work begins, so that only calls of the work are seen and counted.
What the child says goes through shared memory: no call of its own that could be counted or made to fail.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

NO_STRACE = "needs strace, and the right to trace a process"
_ANYBODY_MAY_TRACE = (0x59616D61, ctypes.c_ulong(-1))
"""PR_SET_PTRACER, PR_SET_PTRACER_ANY: where a system lets only parents look at a process."""


@cache
def available() -> bool:
    """Whether calls can be traced here: some containers let nobody look at a process."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        return False
    with subprocess.Popen(["sleep", "60"]) as child:
        command = ["strace", "-f", "-p", str(child.pid), "-o", os.devnull]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
            assert tracer.stderr is not None
            attached = "attached" in tracer.stderr.readline()
            tracer.terminate()
        child.kill()
    return attached


class Said:
    """What a child says of numbered pieces of work (0 to 999); it stays when the child is killed."""

    def __init__(self) -> None:
        """Make the shared memory; before the fork."""
        self._memory = mmap.mmap(-1, 1000)

    def begin(self, number: int) -> None:
        """Say that the work on `number` begins."""
        self._memory[number] = 1

    def confirm(self, number: int) -> None:
        """Say that `number` is done."""
        self._memory[number] = 2

    def begun(self) -> set[int]:
        """Every number that was begun."""
        return {number for number, state in enumerate(self._memory[:]) if state}

    def confirmed(self) -> set[int]:
        """Every number that was said to be done."""
        return {number for number, state in enumerate(self._memory[:]) if state == 2}


def run(work: Callable[[], int], options: list[str], trace: Path = Path(os.devnull)) -> int:
    """Do `work` in a child under `strace OPTIONS -o TRACE`; its result (0 to 200), or minus a signal."""
    waits, go = os.pipe()
    child = os.fork()
    if child == 0:
        code = 255
        try:
            os.close(go)
            ctypes.CDLL(None).prctl(*_ANYBODY_MAY_TRACE, 0, 0, 0)
            os.read(waits, 1)
            code = work()
        finally:
            os._exit(code)
    os.close(waits)
    command = ["strace", "-f", "-p", str(child), "-o", str(trace), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        said = tracer.stderr.readline()
        os.write(go, b"x")
        os.close(go)
        _child, status = os.waitpid(child, 0)
        if "attached" not in said:
            raise RuntimeError(said)
        tracer.stderr.read()
    return os.waitstatus_to_exitcode(status)
