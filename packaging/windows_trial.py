"""Tries rewire-setup.exe as a person would: installed, started, upgraded with notes inside, removed."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import project
from windows_machine import Machine, TrialError, Wine

REMOVAL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\app.rewire.Rewire"
REFUSED = 2
MOST_BYTES = 75_000_000
"""What the installer may weigh."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One trial on `machine`; each step raises TrialError with what was not as it is promised."""

    machine: Machine
    picture: Path
    """Where a picture of the window goes, where there is a display to take it from."""

    @property
    def programs(self) -> Path:
        """Where the program is installed."""
        return self.machine.folder("LOCALAPPDATA") / "Programs" / "Rewire"

    @property
    def notes(self) -> Path:
        """Where the person's notes lie."""
        return self.machine.folder("LOCALAPPDATA") / "Rewire"

    @property
    def shortcut(self) -> Path:
        """The entry of the Start menu."""
        menu = self.machine.folder("APPDATA") / "Microsoft" / "Windows" / "Start Menu" / "Programs"
        return menu / "Rewire.lnk"

    def begin(self) -> None:
        """Refuse a computer on which somebody uses Rewire: the trial removes both program and notes."""
        for path in (self.programs, self.notes):
            if path.exists():
                raise TrialError(f"{path} is there already. A trial would remove it, so none is made here.")

    def all_of_it(self, setup: Path, before: Path | None) -> None:
        """Every step; `before` is an older installer to upgrade from."""
        self.begin()
        _see(setup.stat().st_size <= MOST_BYTES, f"{setup.name} is larger than {MOST_BYTES / 1e6:.0f} MB")
        outside = self._outside()
        self.install(before or setup)
        _see(self.shortcut.exists(), "the Start menu has no entry")
        self._said("sample", "--days", "30")
        self._said("--smoke")
        told = self._said("trends", "--json")
        if before:
            print(f"Before: {self._said('--version').strip()}")
        with self.started(self.shortcut, self.picture):
            self._refused_while_open(setup)
        (self.programs / "_internal" / "of-an-older-one.txt").touch()
        self.install(setup)
        print(f"Now: {self._said('--version').strip()}")
        left = (self.programs / "_internal" / "of-an-older-one.txt").exists()
        _see(not left, "a file of the older program is still there")
        _see(
            same_days(told, self._said("trends", "--json")), "the notes say something else after the upgrade"
        )
        self._said("--smoke")
        self._double_click()
        kept = _content(self.notes)
        self.remove()
        _see(_content(self.notes) == kept, "the notes are not what they were before the removal")
        self._elsewhere(setup)
        self.install(setup)
        _see(same_days(told, self._said("trends", "--json")), "the notes were not found again")
        self.remove("/NOTES=remove")
        _see(not self.notes.exists(), "the notes are still there")
        _see(self._outside() == outside, "something was written outside of the person's own folders")

    def install(self, setup: Path, *where: str) -> None:
        """Install or upgrade without asking."""
        code, said = self.machine.run(setup, "/S", *where, limit=600)
        _see(code == 0, f"{setup.name} ended with {code}: {said}")
        self.machine.settle()

    def remove(self, *words: str) -> None:
        """Remove the program without asking; its uninstaller goes on by itself after it has ended."""
        self._uninstall("/S", *words)
        _until(lambda: not self.programs.exists(), 60, f"{self.programs} is still there")
        _see(not self.shortcut.exists(), "the Start menu still has its entry")
        code, _said = self.machine.run(self._system("reg.exe"), "query", REMOVAL, limit=60)
        _see(code != 0, "Windows still lists the program")

    def _uninstall(self, *words: str) -> int:
        return self.machine.run(self.programs / "uninstall.exe", *words, limit=120)[0]

    def _refused_while_open(self, setup: Path) -> None:
        stay = _last("_?=", self.machine.named(self.programs))
        before = _content(self.programs)
        for program, words in ((setup, ("/S",)), (self.programs / "uninstall.exe", ("/S", *stay))):
            code, _said = self.machine.run(program, *words, limit=120)
            _see(code == REFUSED, f"{program.name} ended with {code} although the program was open")
        _see(self._uninstall("/S", "/NOTES=perhaps", *stay) == REFUSED, "/NOTES=perhaps was taken")
        _see(_content(self.programs) == before, "a refused installer changed the program")

    def _elsewhere(self, setup: Path) -> None:
        """A folder with blanks and umlauts, and one that is somebody else's."""
        own = self.machine.folder("LOCALAPPDATA") / "Übungen für mich"
        there = _last("/D=", self.machine.named(own))
        self.install(setup, *there)
        code, said = self.machine.run(own / "rewire-console.exe", "check", limit=300)
        _see(code == 0, f"the program in {own} ended with {code}: {said}")
        self.machine.run(own / "uninstall.exe", "/S", limit=120)
        _until(lambda: not own.exists(), 60, f"{own} is still there")
        own.mkdir()
        (own / "letter.txt").touch()
        code, _said = self.machine.run(setup, "/S", *there, limit=120)
        _see(code == REFUSED, f"{setup.name} ended with {code} for a folder that holds something else")
        shutil.rmtree(own)

    def _double_click(self) -> None:
        """The person's own exercise opens by a double click; Windows names who made the program."""
        made = project.TREE / "resources" / "en" / "exercises" / "d-stop.toml"
        own = self.machine.folder("LOCALAPPDATA") / "Übung.rewire-exercise"
        shutil.copyfile(made, own)
        with self.started(own, self.picture.with_stem(f"{self.picture.stem}-exercise")):
            pass
        own.unlink()
        publisher = project.read_project().publisher.encode("utf-16-le")
        for name in ("rewire.exe", "rewire-console.exe"):
            _see(publisher in (self.programs / name).read_bytes(), f"{name} does not say who made it")

    def _said(self, *words: str) -> str:
        """What the installed program prints."""
        code, said = self.machine.run(self.programs / "rewire-console.exe", *words, limit=300)
        _see(code == 0, f"rewire {' '.join(words)} ended with {code}: {said}")
        self.machine.settle()
        return said

    @contextlib.contextmanager
    def started(self, file: Path, picture: Path) -> Iterator[None]:
        """The program open, begun by a double click on `file`; closed as by the person afterwards."""
        begin = self._opener(file)
        quiet = subprocess.DEVNULL
        opened = subprocess.Popen(
            begin, env=self.machine.environment(), stdin=quiet, stdout=quiet, stderr=quiet
        )
        _until(self._running, 60, f"a double click on {file.name} starts nothing")
        time.sleep(15)  # until its window is drawn, on a slow computer too
        _see(self._running(), f"the program that {file.name} started has ended again")
        if isinstance(self.machine, Wine):
            subprocess.run(["import", "-window", "root", str(picture)], timeout=60, check=True)
        yield
        self.machine.run(self._system("taskkill.exe"), "/im", "rewire.exe", limit=60)
        _until(lambda: not self._running(), 30, "the window does not close when it is asked to")
        opened.wait(timeout=60)

    def _opener(self, file: Path) -> list[str]:
        """What a double click on `file` starts; Wine itself does not ask for the person's own file types."""
        if not isinstance(self.machine, Wine) or file == self.shortcut:
            return self.machine.words(self._system("cmd.exe"), "/c", "start", "", self.machine.named(file))
        kind = rf"HKCU\Software\Classes\app.rewire.Rewire.{file.suffix.rpartition('-')[2]}"
        _code, said = self.machine.run(
            self._system("reg.exe"), "query", rf"{kind}\shell\open\command", "/ve", limit=60
        )
        program = self.programs / "rewire.exe"
        _see(f'"{self.machine.named(program)}" "%1"' in said, f"{file.suffix} is not opened by the program")
        return self.machine.words(program, self.machine.named(file))

    def _running(self) -> bool:
        _code, said = self.machine.run(self._system("tasklist.exe"), limit=60)
        return "rewire.exe" in said

    def _system(self, name: str) -> Path:
        """A program of Windows."""
        if isinstance(self.machine, Wine):
            return self.machine.prefix / "drive_c" / "windows" / "system32" / name
        return Path(r"C:\Windows\System32") / name

    def _outside(self) -> set[str]:
        """The files beyond the person's own folders; on Windows itself others change them all the time."""
        if not isinstance(self.machine, Wine):
            return set()
        drive = self.machine.prefix / "drive_c"
        return {str(path) for path in drive.rglob("*") if not path.is_relative_to(drive / "users")}


def same_days(before: str, now: str) -> bool:
    """Whether each day of `now` says all that it said `before`; a newer Rewire may say more of it."""
    then, today = (json.JSONDecoder().raw_decode(told, told.index("{"))[0]["days"] for told in (before, now))
    if len(then) != len(today):
        return False
    return all(
        new.get(key) == value for old, new in zip(then, today, strict=True) for key, value in old.items()
    )


def _last(word: str, path: str) -> list[str]:
    """The last word for an installer of NSIS, which takes what follows as it is and knows no quotes."""
    return f"{word}{path}".split(" ")


def _see(held: bool, otherwise: str) -> None:
    if not held:
        raise TrialError(f"Trial: {otherwise}.")


def _until(held: Callable[[], bool], seconds: float, otherwise: str) -> None:
    end = time.monotonic() + seconds
    while not held():
        _see(time.monotonic() < end, otherwise)
        time.sleep(0.5)


def _content(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` with its bytes."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
