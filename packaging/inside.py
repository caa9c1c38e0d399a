"""Which parts are inside the built folder, and the licence of each: told from where every file came.

The specification of the build notes where each file and module came from; runs with the Python of the build.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path

TREE = Path(__file__).resolve().parents[1]
BUILD = TREE / "build"
LICENCES = "resources/licences"
COMMON = Path("/usr/share/common-licenses")
"""Where Debian keeps the long texts that its packages refer to."""

UNTOLD = "as its text says"
"""Of a part that names no licence in a field of its own."""

_TEXT = re.compile(r"LICEN|COPYING|NOTICE", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something that others made and that is inside; `texts` are the files that tell its licence."""

    name: str
    version: str
    licence: str
    address: str
    """As a package URL, which names no host: pkg:pypi/numpy@2.4.6."""
    texts: tuple[Path, ...] = ()


OURS = Part(name="Rewire", version="", licence="MIT", address="")


def owners(origins: Iterable[str]) -> dict[str, Part | None]:
    """The part that each file of `origins` belongs to; None for one that nobody is known to have made."""
    found: dict[str, Part | None] = {}
    system: list[str] = []
    for origin in set(origins):
        part = _library(origin) or _python(origin) or (OURS if _is_in(origin, TREE) else None)
        if part is None and sys.platform == "linux":
            system.append(origin)
        found[origin] = part
    return found | _debian(system)


def licences(parts: Iterable[Part | None]) -> Iterator[tuple[str, str]]:
    """The texts of `parts` as files of the build: where each lies now, and the folder for it."""
    common: set[str] = set()
    for part in sorted({part for part in parts if part}, key=lambda part: part.name):
        for text in part.texts:
            inner = (
                f"/{text.parent.name}" if part.address.startswith("pkg:pypi/") else ""
            )  # numpy has many LICENSE
            yield str(text), f"{LICENCES}/libraries/{part.name}{inner}"
            if part.address.startswith("pkg:deb/"):
                common |= set(re.findall(rf"{COMMON}/([\w.-]*\w)", text.read_text("utf-8")))
    for text in sorted({(COMMON / name).resolve() for name in common}):
        if text.is_file():
            yield str(text), f"{LICENCES}/libraries/common-licenses"


def _is_in(file: str, folder: Path) -> bool:
    return Path(file).is_relative_to(folder)


@cache
def _distributed() -> dict[str, Distribution]:
    return {str(file.locate()): found for found in distributions() for file in found.files or ()}


@cache
def _of_distribution(found: Distribution) -> Part:
    name, told = found.name, found.metadata
    files = [Path(str(file.locate())) for file in found.files or ()]
    classifiers = [
        row.rpartition(" :: ")[2] for row in told.get_all("Classifier") or () if row.startswith("License")
    ]
    licence = told.get("License-Expression") or (told.get("License") or "").strip() or "; ".join(classifiers)
    return Part(
        name=name,
        version=found.version,
        licence=licence.partition("\n")[0] or UNTOLD,
        address=f"pkg:pypi/{name.lower().replace('_', '-')}@{found.version}",
        texts=tuple(sorted(file for file in files if ".dist-info" in str(file) and _TEXT.search(file.name))),
    )


def _library(origin: str) -> Part | None:
    found = _distributed().get(origin)
    return _of_distribution(found) if found else None


def _python(origin: str) -> Part | None:
    """Python, where `origin` is a module or library of its own, or what the build puts together from them."""
    homes = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix).resolve())
    own = any(_is_in(origin, home) for home in homes if home != Path("/usr"))
    named = Path(origin).name.lower().startswith(("libpython", "python3", "base_library.zip"))
    return python() if own or named else None


@cache
def python() -> Part:
    """Python itself, of the version that builds."""
    version = sys.version.partition(" ")[0]
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    texts = (folder / name for folder in places for name in ("LICENSE.txt", "LICENSE"))
    return Part(
        name="Python",
        version=version,
        licence="PSF-2.0",
        address=f"pkg:generic/python@{version}",
        texts=tuple(text for text in texts if text.is_file())[:1],
    )


def _debian(files: list[str]) -> Mapping[str, Part | None]:
    """The packages that own `files` of the system; of /usr/lib and /lib, which are one, dpkg knows either."""
    places = {name: file for file in files for name in {file, file.removeprefix("/usr"), f"/usr{file}"}}
    if not places or not shutil.which("dpkg-query"):
        return {}
    asked = subprocess.run(
        ["dpkg-query", "--search", *places], capture_output=True, text=True, timeout=120, check=False
    )
    found: dict[str, Part | None] = {}
    for line in asked.stdout.splitlines():
        package, _colon, name = line.partition(": ")
        if name in places:
            found[places[name]] = _of_debian(package.partition(",")[0])
    return found


@cache
def _of_debian(package: str) -> Part:
    asked = ["dpkg-query", "--show", "--showformat=${Package} ${Version} ${Architecture}", package]
    told = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=True).stdout
    name, version, architecture = told.split()
    text = Path("/usr/share/doc") / name / "copyright"
    rows = re.findall(r"^License: *(\S.*)$", text.read_text("utf-8"), re.MULTILINE)
    return Part(
        name=name,
        version=version,
        licence="; ".join(dict.fromkeys(rows)) or UNTOLD,
        address=f"pkg:deb/debian/{name}@{version}?arch={architecture}",
        texts=(text,),
    )
