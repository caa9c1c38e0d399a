"""Where the Windows program is built and tried: Windows itself, or Wine on Linux, by the same few words."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

NOISE = (
    "wine32",
    "XDG_RUNTIME_DIR",
    "multiarch",
    "apt-get install",
    "dpkg --add-architecture",
    "as root, please",
)
"""What Wine says at every start, whatever is asked of it."""


class TrialError(Exception):
    """What keeps the program from being built or tried, as a sentence."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Windows itself."""

    python: Path
    """The Python for Windows that builds and tests."""

    def words(self, program: Path, *given: str) -> list[str]:
        """The command that starts `program`."""
        return [str(program), *given]

    def named(self, path: Path) -> str:
        """`path` as Windows calls it."""
        return str(path)

    def folder(self, name: str) -> Path:
        """A folder of the person's that a variable such as LOCALAPPDATA names."""
        return Path(os.environ[name])

    def settle(self) -> None:
        """Let everything that was written reach the disk."""

    def run(self, program: Path, *given: str, limit: int, tree: Path | None = None) -> tuple[int, str]:
        """Start `program` and wait: its exit code and what it printed. Raises TrialError at the limit."""
        begun = time.monotonic()
        with tempfile.TemporaryFile() as out:  # a pipe would stay open as long as anything it starts runs on
            process = subprocess.Popen(
                self.words(program, *given),
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                cwd=tree,
                env=self.environment(),
            )
            try:
                process.wait(timeout=limit)
            except subprocess.TimeoutExpired:
                process.kill()
                raise TrialError(f"{program.name} did not end within {limit} s.") from None
            out.seek(0)
            said = out.read()
        text = said.decode("utf-8", "replace").replace("\r\n", "\n")
        text = "".join(line for line in text.splitlines(True) if not any(word in line for word in NOISE))
        seconds = time.monotonic() - begun
        print(
            f"{program.name} {' '.join(given)}: ended with {process.returncode} after {seconds:.0f} s",
            flush=True,
        )
        return process.returncode, text

    def environment(self) -> dict[str, str]:
        """The variables that each program is started with."""
        return dict(os.environ)


@dataclass(frozen=True, slots=True)
class Wine(Machine):
    """Wine on Linux, with a Windows of its own in the folder `prefix`."""

    prefix: Path

    def words(self, program: Path, *given: str) -> list[str]:
        """The command that starts `program`."""
        return ["wine", self.named(program), *given]

    def named(self, path: Path) -> str:
        """`path` as Windows calls it: drive Z is the root."""
        drive = self.prefix / "drive_c"
        if path.is_relative_to(drive):
            return "C:\\" + str(path.relative_to(drive)).replace("/", "\\")
        return ("Z:" + str(path)).replace("/", "\\") if path.is_absolute() else str(path)

    def folder(self, name: str) -> Path:
        """A folder of the person's that a variable such as LOCALAPPDATA names."""
        places = {"LOCALAPPDATA": "AppData/Local", "APPDATA": "AppData/Roaming"}
        (home,) = (path for path in (self.prefix / "drive_c" / "users").iterdir() if path.name != "Public")
        return home / places[name]

    def settle(self) -> None:
        """Let the last program end, and Wine write down the registry."""
        subprocess.run(["wineserver", "-w"], env=self.environment(), timeout=60, check=False)

    def environment(self) -> dict[str, str]:
        """The variables that each program is started with."""
        return {**os.environ, "WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all"}


def need(tool: str, package: str) -> str:
    """Where `tool` is; raises TrialError with the Debian package that brings it."""
    found = shutil.which(tool)
    if not found and sys.platform == "win32":
        found = shutil.which(tool, path=r"C:\Program Files (x86)\NSIS;C:\Program Files\NSIS")
    if not found:
        raise TrialError(f"{tool} is missing. On Debian, the package {package} brings it.")
    return found


def checked(words: Sequence[str | Path], limit: int) -> str:
    """What a command of this system printed; raises TrialError with its last lines when it failed."""
    try:
        done = subprocess.run(
            [str(word) for word in words], capture_output=True, text=True, timeout=limit, check=False
        )
    except subprocess.TimeoutExpired:
        raise TrialError(f"{words[0]} did not end within {limit} s.") from None
    said = done.stdout + done.stderr
    if done.returncode:
        tail = "\n".join(said.splitlines()[-15:])
        raise TrialError(f"{Path(words[0]).name} ended with {done.returncode}:\n{tail}")
    return said
