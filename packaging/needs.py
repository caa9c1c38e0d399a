"""What a built Linux folder asks of the system: libraries that are not inside, and how new a C library.

`python packaging/needs.py FOLDER` prints both; it refuses a folder that asks for a library it may not.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SYSTEM = re.compile(
    r"(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|util)\.so\.\d+"  # the C library
    r"|lib(GL|EGL|GLX|OpenGL|GLdispatch)\.so\.\d+"  # belongs to the driver of the graphics card
    r"|libxcb\.so\.1|libwayland-(client|cursor|egl)\.so\.\d+"  # speaks with those
    r"|libcups\.so\.2)"  # only for printing, and Qt does without
)
"""What the system has to bring: the rest lies in the folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What the folder asks for: `glibc` as numbers, such as (2, 36), and names of libraries by file."""

    glibc: tuple[int, ...]
    libraries: dict[str, tuple[str, ...]]

    def refused(self) -> dict[str, tuple[str, ...]]:
        """Those that no system is known to have, by the file that asks for them."""
        wrong = {
            file: tuple(n for n in names if not SYSTEM.fullmatch(n)) for file, names in self.libraries.items()
        }
        return {file: names for file, names in wrong.items() if names}


def needs(folder: Path) -> Needs:
    """What the programs and libraries below `folder` ask for; asks objdump (binutils)."""
    inside = {file.name for file in folder.rglob("*")}
    glibc, libraries = (0,), {}
    for file in sorted(folder.rglob("*")):
        if file.is_symlink() or not file.is_file() or not _is_elf(file):
            continue
        asked, newest = told(_header(file))
        glibc = max(glibc, newest)
        libraries[str(file.relative_to(folder))] = tuple(name for name in asked if name not in inside)
    return Needs(glibc=glibc, libraries=libraries)


def told(header: str) -> tuple[list[str], tuple[int, ...]]:
    """Of what objdump tells of one file: the libraries it asks for, and the newest C library."""
    newest = max((_numbers(found) for found in re.findall(r"\bGLIBC_([\d.]+)", header)), default=(0,))
    return re.findall(r"^ +NEEDED +(\S+)$", header, re.MULTILINE), newest


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _is_elf(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"


def _header(file: Path) -> str:
    asked = ["objdump", "--private-headers", str(file)]
    return subprocess.run(asked, check=True, capture_output=True, text=True, timeout=120).stdout


def _lines(found: Needs) -> Iterator[str]:
    asked = sorted({name for names in found.libraries.values() for name in names})
    yield f"It needs glibc {'.'.join(map(str, found.glibc))} or newer, and of the system: {', '.join(asked)}."


def main(words: list[str]) -> int:
    """Print what the folder asks for; 1 when it asks for what it may not."""
    found = needs(Path(words[0]))
    print(*_lines(found), sep="\n")
    for file, names in found.refused().items():
        print(
            f"{file} asks for {', '.join(names)}, which is not inside: install it where this is built.",
            file=sys.stderr,
        )
    return 1 if found.refused() else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
