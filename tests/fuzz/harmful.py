"""Files made to do harm: each in a folder of its own, by name. What they are of any kind, and of each format.

`small` ones take next to no time to make and to refuse, so that the tests try all of them; the others are as
large as harm needs.
"""

from __future__ import annotations

import io
import os
import socket
import struct
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.fuzz import harmful_data
from tests.fuzz.corpus import Sample, kept, zipped
from tests.fuzz.mutations import LONG

MB = 1_000_000
LOUD = "\x1b[2J\u202e\nName\r\t\x07"
"""Control characters and a line's end, as no name has them."""
LIKELY = (
    *(
        "a.csv",
        "a.json",
        "a.txt",
        "export.xml",
        "apple_health_export/export.xml",
        "backup.daylio",
        "rewire.json",
    ),
    *(
        "Habits.csv",
        "Checkmarks.csv",
        "001 A/Checkmarks.csv",
        "sleep-export.csv",
        "2026-11.txt",
        "Journal.json",
    ),
    *("xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml", "sleep-2026-11-01.json"),
)
"""Names by which files in a zip are looked for."""


@dataclass(frozen=True, slots=True)
class Harmful:
    """One kind of harm. make: writes it into an empty folder, and says where it is."""

    name: str
    make: Callable[[Path], Path]
    small: bool = True


def harmful() -> tuple[Harmful, ...]:
    """Every kind of harm that needs no format."""
    return (*_packages(), *_no_files(), *_large(), *_texts(), *_databases())


def harmful_of(format_id: str) -> tuple[Harmful, ...]:
    """The samples of one format, made harmful."""
    return tuple(
        Harmful(f"{format_id}: {name} {number}", partial(_put, change, sample), small)
        for number, sample in enumerate(kept(format_id))
        for name, change, small in SPOILED
        if name != "a zip of it, much longer" or sample.form == "zip"
    )


# packages


def _packages() -> Iterator[Harmful]:
    yield Harmful("a bomb in a zip", _bomb, small=False)
    yield Harmful("a zip that is all lists of members", _lists)
    yield Harmful("a zip whose members lie upon each other", _overlapping)
    for name in ("../a.csv", "/etc/passwd", "C:\\a.csv", "..\\..\\a.csv", "a/../../export.xml"):
        yield Harmful(f"a zip with the name {name}", partial(_named, name))
    yield Harmful("a zip with a name of control characters", partial(_named, f"{LOUD}.csv"))
    yield Harmful("a zip with a very long name", partial(_named, "a" * 60_000 + ".csv"))
    yield Harmful("a zip of links", _links)
    for stated in (0, 3, 4_294_967_294):
        yield Harmful(f"a zip that says {stated} bytes", partial(_lying, stated))
    yield Harmful("a zip of 20,001 files", _many, small=False)
    yield Harmful("a zip that is cut off", partial(_spoiled_zip, lambda made: made[: len(made) // 2]))
    yield Harmful("a zip without its end", partial(_spoiled_zip, lambda made: made[:-22]))
    yield Harmful("a zip of zips", _zips)
    yield Harmful("a locked zip", partial(_spoiled_zip, _locked))


def _file(folder: Path, content: bytes, name: str = "given.bin") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _bomb(folder: Path) -> Path:
    path = folder / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name in LIKELY:
            with made.open(name, "w") as member:
                for _piece in range(60):
                    member.write(b"\0" * MB)
    return path


def _lists(folder: Path) -> Path:
    size = 200 * MB
    path = _file(folder, b"PK\x03\x04")
    with path.open("r+b") as file:
        file.truncate(4 + size)
        file.seek(4 + size)
        file.write(struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65_535, 65_535, size, 4, 0))
    return path


def _overlapping(folder: Path) -> Path:
    """Twenty names for the same packed bytes."""
    content = zipped({"a.csv": b"day,mood\n" * 50_000})
    start = content.index(b"PK\x01\x02")
    entry = content[start : content.index(b"PK\x05\x06")]
    made = b"".join(entry.replace(b"a.csv", b"%c.csv" % (97 + n)) for n in range(20))
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 20, 20, len(made), start, 0)
    return _file(folder, content[:start] + made + end)


def _named(name: str, folder: Path) -> Path:
    path = folder / "named.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(zipfile.ZipInfo(name), b"full_date,time,mood,activities\n2026-11-20,21:05,good,a\n")
        made.writestr("a.csv", b"full_date,time,mood,activities\n2026-11-20,21:05,good,a\n")
    return path


def _links(folder: Path) -> Path:
    path = folder / "links.zip"
    with zipfile.ZipFile(path, "w") as made:
        for name in LIKELY:
            link = zipfile.ZipInfo(name)
            link.external_attr = 0o120777 << 16
            made.writestr(link, "/etc/passwd")
    return path


def _lying(stated: int, folder: Path) -> Path:
    content = b"full_date,time,mood,activities\n" + b"2026-11-20,21:05,good,a\n" * 100
    made = zipped({"a.csv": content})
    return _file(folder, made.replace(struct.pack("<L", len(content)), struct.pack("<L", stated)))


def _many(folder: Path) -> Path:
    path = folder / "many.zip"
    with zipfile.ZipFile(path, "w") as made:
        for number in range(20_001):
            made.writestr(zipfile.ZipInfo(f"{number}.csv"), b"")
    return path


def _spoiled_zip(spoil: Callable[[bytes], bytes], folder: Path) -> Path:
    rows = b"full_date,time,mood,activities\n2026-11-20,21:05,good,a\n"
    return _file(folder, spoil(zipped(dict.fromkeys(LIKELY, rows))))


def _locked(made: bytes) -> bytes:
    return made.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


def _zips(folder: Path) -> Path:
    content = b"day,mood\n" * 10_000
    for _turn in range(20):
        content = zipped({f"{name}.zip": content for name in "ab"} | {"a.csv": b"x"})
        if len(content) > MB:
            break
    return _file(folder, content)


# what is no file, or no common one


def _no_files() -> Iterator[Harmful]:
    yield Harmful("nothing at all", lambda folder: _file(folder, b""))
    yield Harmful("one byte", lambda folder: _file(folder, b"\0"))
    yield Harmful("a folder in the place of a file", lambda folder: folder)
    yield Harmful("a folder of strange things", _strange_folder)
    yield Harmful("a folder within a folder, very deep", _deep_folder)
    yield Harmful("a folder of 20,001 files", _full_folder, small=False)
    yield Harmful("a name of control characters", _loudly_named)
    yield Harmful("a file that is not there", lambda folder: folder / "gone.csv")
    if os.name == "posix":
        yield Harmful("a pipe", _pipe)
        yield Harmful("a device that never ends", lambda _folder: Path("/dev/zero"))
        yield Harmful("a link to a device", _link)
        yield Harmful("a socket", _socket)


def _strange_folder(folder: Path) -> Path:
    """Links, pipes and folders where files are looked for."""
    for number, name in enumerate(LIKELY):
        target = folder / "given" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if os.name != "posix" or number % 3 == 0:
            target.mkdir(exist_ok=True)
        elif number % 3 == 1:
            os.mkfifo(target)
        else:
            target.symlink_to("/dev/zero")
    return folder / "given"


def _deep_folder(folder: Path) -> Path:
    deep = folder.joinpath(*["d"] * 60)
    deep.mkdir(parents=True)
    (deep / "a.csv").write_bytes(b"full_date,time,mood,activities\n")
    return folder


def _full_folder(folder: Path) -> Path:
    for number in range(20_001):
        (folder / f"{number}.csv").touch()
    return folder


def _loudly_named(folder: Path) -> Path:
    name = f"{LOUD}.csv" if os.name == "posix" else "\u202ea.csv"
    return _file(folder, b"full_date,time,mood,activities\n2026-11-20,25:05,good,a\n", name)


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


def _link(folder: Path) -> Path:
    (folder / "link.csv").symlink_to("/dev/zero")
    return folder / "link.csv"


def _socket(folder: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as made:
        before = Path.cwd()
        os.chdir(folder)  # its path has little room
        try:
            made.bind("socket")
        finally:
            os.chdir(before)
    return folder / "socket"


# too much of it


def _large() -> Iterator[Harmful]:
    fillers = {
        "lines": b"\n",
        "blanks": b" ",
        "zeros": b"\0",
        "quotes": b'"',
        "open cells": b'a,"\n',
        "cells": b"a,",
        "rows of a table": b"a,b\n",
        "dated rows": b"2026-11-20,3\n",
        "brackets": b"[",
        "objects": b'{"a":1},',
        "braces": b'{"a":',
        "marks": b"<a>",
        "list marks": b"- a\n",
        "carriage returns": b"\r",
        "dated headings": b"[2026-11-20 10:00] a\n",
        "letters of two bytes": "ä".encode(),
        "bytes of no letter": b"\xff",
    }
    for name, filler in fillers.items():
        yield Harmful(f"290 MB of {name}", partial(_filled, filler, 290, b""), small=False)
        yield Harmful(f"60 MB of {name}", partial(_filled, filler, 60, b""), small=False)
    yield Harmful("60 MB of letters and one picture", partial(_filled, b"a", 60, "🙂".encode()), small=False)
    yield Harmful("a file over the limit", _over)
    for name, (head, row, rows) in harmful_data.JUST_UNDER.items():
        yield Harmful(f"{rows:,} {name}", partial(_just_under, head, row, rows), small=False)
    for name, words in harmful_data.BEGUN.items():
        yield Harmful(f"60 MB that begin like {name}", partial(_filled, words[1], 60, words[0]), small=False)


def _just_under(head: str, row: str, rows: int, folder: Path) -> Path:
    """So many different rows: nearly as many as are taken in."""
    path = folder / "rows.bin"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(head)
        for number in range(rows):
            file.write(
                row.replace("{n}", str(number)).replace("{m}", f"{number // 60 % 24:02}:{number % 60:02}")
            )
    return path


def _filled(filler: bytes, megabytes: int, head: bytes, folder: Path) -> Path:
    path = folder / "filled.bin"
    piece = filler * (MB // len(filler))
    with path.open("wb") as file:
        file.write(head)
        for _turn in range(megabytes):
            file.write(piece)
    return path


def _over(folder: Path) -> Path:
    path = _file(folder, b"day,mood\n")
    os.truncate(path, 4_000 * MB + 1)
    return path


# texts and tables, and databases: what is in them stands in `harmful_data`


def _texts() -> Iterator[Harmful]:
    for number, (name, made) in enumerate(harmful_data.texts().items()):
        yield Harmful(name, partial(_put_text, made))
        yield Harmful(f"{name}, zipped", partial(_put_zipped, made), small=number % 6 == 0)


def _put_text(content: bytes, folder: Path) -> Path:
    return _file(folder, content)


def _put_zipped(content: bytes, folder: Path) -> Path:
    return _file(folder, zipped(dict.fromkeys(LIKELY, content)))


def _databases() -> Iterator[Harmful]:
    for name, (make, small) in harmful_data.DATABASES.items():
        yield Harmful(name, partial(_put_database, make), small)


def _put_database(make: Callable[[Path], None], folder: Path) -> Path:
    path = folder / "given.db"
    make(path)
    return path


# the samples of a format, made harmful


def _put(change: Callable[[Sample], Sample], sample: Sample, folder: Path) -> Path:
    return change(sample).put(folder)


def _longer(sample: Sample, form: str = "") -> Sample:
    """Every file goes on with its last two lines for 60 MB."""
    members = {}
    for name, content in sample.members.items():
        lines = content.splitlines(keepends=True)
        last = b"".join(lines[-2:]).rstrip(b"\r\n") + b"\n"
        rest = io.BytesIO()
        rest.write(content + b"\n")
        share = 60 * MB // len(sample.members)
        rest.write(last * (share // max(1, len(last))))
        members[name] = rest.getvalue()
    return Sample(members, form or sample.form)


def _numbered(number: str, sample: Sample) -> Sample:
    """Every number in it is another."""
    return Sample(
        {name: harmful_data.with_number(content, number) for name, content in sample.members.items()},
        sample.form,
    )


def _formulas(sample: Sample) -> Sample:
    return Sample(
        {name: harmful_data.with_formulas(content) for name, content in sample.members.items()}, sample.form
    )


SPOILED: tuple[tuple[str, Callable[[Sample], Sample], bool], ...] = (
    *((f"numbers are {number[:12]}", partial(_numbered, number), True) for number in (LONG, "1e400", "NaN")),
    ("numbers are beyond 64 bits", partial(_numbered, "9223372036854775808"), True),
    ("a number of 4,000 digits", partial(_numbered, "9" * 4_000), True),
    ("cells are formulas", _formulas, True),
    ("much longer", partial(_longer, form="folder"), False),
    ("a zip of it, much longer", _longer, False),
)
