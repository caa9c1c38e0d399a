"""The small files from which fuzzing begins: for each format a folder in `corpus/`, kept in the repository.

A folder in it is one sample of several files, given zipped or as a folder. A format without one is tried with
those of all others, and with tables made of the words that its own module names.
"""

from __future__ import annotations

import ast
import io
import sys
import warnings
import zipfile
from dataclasses import dataclass
from pathlib import Path

from rewire_app.exchange.importers.catalogue import formats
from rewire_app.exchange.importers.file_format import FileFormat

CORPUS = Path(__file__).parent / "corpus"
MOST_NAME = 60_000
IMPORTERS = "rewire_app.exchange.importers."
CELLS = ("2026-11-20 21:05", "2026-11-20", "21:05", "1795132800000", "7", "1", "words")


@dataclass(frozen=True, slots=True)
class Sample:
    """Files by name; form: how they are given, "file" (only one), "zip" or "folder"."""

    members: dict[str, bytes]
    form: str

    def put(self, folder: Path) -> Path:
        """Write it into `folder`, which is empty; where it is then."""
        if self.form == "file":
            path = folder / "given.bin"
            path.write_bytes(next(iter(self.members.values())))
        elif self.form == "zip":
            path = folder / "given.zip"
            path.write_bytes(zipped(self.members))
        else:
            path = folder / "given"
            path.mkdir()
            for name, content in self.members.items():
                _write(path, name, content)
        return path


def _write(folder: Path, name: str, content: bytes) -> None:
    """One file within `folder`; a name that the disk does not take is left out."""
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
    try:
        target = folder.joinpath(*parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except (OSError, ValueError):
        return


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip of `members`, those without a name that a zip can have left out."""
    made = io.BytesIO()
    warnings.filterwarnings("ignore", "Duplicate name")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            if name.partition("\0")[0] and "\ud800" not in name and len(name) < MOST_NAME:
                archive.writestr(name, content)
    return made.getvalue()


def kept(format_id: str) -> list[Sample]:
    """The samples that are kept for a format."""
    folder = CORPUS / format_id
    return [_sample(path) for path in sorted(folder.iterdir())] if folder.is_dir() else []


def _sample(path: Path) -> Sample:
    if path.is_dir():
        files = [one for one in sorted(path.rglob("*")) if one.is_file()]
        return Sample({one.relative_to(path).as_posix(): one.read_bytes() for one in files}, "zip")
    content = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return Sample({info.filename: archive.read(info) for info in archive.infolist()}, "zip")
    return Sample({path.name: content}, "file")


def samples(format_id: str) -> list[Sample]:
    """What fuzzing a format begins with; never empty."""
    own = kept(format_id)
    if own:
        return own
    every = [one for folder in sorted(CORPUS.iterdir()) for one in kept(folder.name)]
    return every + [Sample({"made.csv": table.encode()}, "file") for table in _tables(format_id)]


def words(format_id: str) -> list[str]:
    """The words that the module of a format names: columns, keys, marks."""
    return sorted({node.value for node in _strings(format_id) if 0 < len(node.value) <= 60})


def _tables(format_id: str) -> list[str]:
    """A table under each list of words in the module of a format."""
    found = []
    for tree in _trees(format_id):
        for node in ast.walk(tree):
            if isinstance(node, ast.Tuple | ast.List | ast.Set) and len(node.elts) >= 2:
                names = [one.value for one in node.elts if isinstance(one, ast.Constant)]
                header = [name for name in names if isinstance(name, str)]
                row = [CELLS[number % len(CELLS)] for number in range(len(header))]
                found.append("\n".join([",".join(header), ",".join(row), ""]))
    return found


def _strings(format_id: str) -> list[ast.Constant]:
    nodes = [node for tree in _trees(format_id) for node in ast.walk(tree)]
    return [node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def _trees(format_id: str) -> list[ast.Module]:
    """The module of a format and those that share the first word of its name, as Python reads them."""
    one = by_id(format_id)
    name = one.read.__module__
    first = name.removeprefix(IMPORTERS).split(".")[0].split("_")[0]
    modules = {name} | {other for other in sys.modules if other.startswith(IMPORTERS + first)}
    files = [sys.modules[other].__file__ for other in sorted(modules)]
    return [ast.parse(Path(file).read_text("utf-8")) for file in files if file]


def by_id(format_id: str) -> FileFormat:
    """The format of that id."""
    return next(one for one in formats() if one.id == format_id)
