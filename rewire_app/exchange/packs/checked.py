"""Content packs looked at by a child of this very program, bound in memory and time, before anything is kept.

The child reads the file and checks all of it; this process only ever sees texts that were read to the end.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from rewire_app import i18n
from rewire_app.content.check_pack import PackCheck, PackHead, parse_head
from rewire_app.content.faults import Fault
from rewire_app.domain.packs import HEAD_FILE
from rewire_app.errors import ContentError, ImportRefusedError, RewireError
from rewire_app.exchange.bound_child import SECONDS, ask_child, be_child
from rewire_app.exchange.packs.zipped import PackFiles, read_folder, read_zip
from rewire_app.i18n import _
from rewire_app.process import CHECK_PACK

MOST_ANSWER = 16_000_000
"""So many bytes of answer are taken."""
MOST_FAULTS = 20
"""So many faults are told at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAtPack:
    """A pack that was read: its head and files, why it cannot be kept, and hints for its author."""

    file: str
    hash: str
    head: PackHead | None
    texts: Mapping[str, str]
    faults: tuple[Fault, ...]
    hints: tuple[Fault, ...] = ()


def look_at_pack(path: Path) -> LookedAtPack:
    """The pack at `path`, a file or a folder in which one is written; raises ImportRefusedError."""
    told = _answer(path)
    if told is None:
        raise ImportRefusedError(
            _(
                "This pack is damaged, or it takes more than {n} seconds to check. Nothing was changed. "
                "Whoever made it can make two smaller ones of it."
            ).format(n=SECONDS)
        )
    if told.get("refused"):
        raise ImportRefusedError(str(told["refused"]))
    return LookedAtPack(
        file=path.name,
        hash=told["hash"],
        head=PackHead(**told["head"]) if told["head"] else None,
        texts=told["texts"],
        faults=tuple(Fault(**one) for one in told["faults"]),
        hints=tuple(Fault(**one) for one in told["hints"]),
    )


def check_files(read: PackFiles, file: str) -> LookedAtPack:
    """What there is to say about files that were read."""
    from rewire_app.content.library import Library

    texts = dict(read.texts)
    head: PackHead | None = None
    faults: list[Fault] = list(read.faults)
    hints: list[Fault] = []
    try:
        head = parse_head(texts[HEAD_FILE]) if HEAD_FILE in texts else None
    except ContentError as error:
        faults.append(Fault.of(error))
    if len(texts) == 1 and not faults:
        faults.append(
            Fault(file=HEAD_FILE, field="file", reason="there is no exercise and no article beside it")
        )
    if not read.faults and head is not None:
        library = Library()
        known = replace(library.known(), sources=frozenset(library.sources()))
        check = PackCheck(texts, known, library.exercise, english=head.english)
        faults += itertools.islice(check.faults(), MOST_FAULTS)
        hints += itertools.islice(check.hints(), MOST_FAULTS)
    return LookedAtPack(
        file=file, hash=read.hash, head=head, texts=texts, faults=tuple(faults), hints=tuple(hints)
    )


def _answer(path: Path) -> dict[str, Any] | None:
    """What the child answers; None if it did not come to its end."""
    asked = {"path": str(path.absolute()), "language": i18n.language()}
    data = ask_child(CHECK_PACK, asked, most=MOST_ANSWER)
    if data is None or len(data) > MOST_ANSWER:
        return None
    try:
        found = json.loads(data)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def serve() -> int:
    """Be the child: check the pack that is asked about; 0, or 1 if it cannot."""
    return be_child(_told)


def _told(asked: dict[str, Any], out: BinaryIO) -> None:
    i18n.use_language(asked["language"])
    path = Path(asked["path"])
    told: dict[str, Any]
    try:
        looked = check_files(read_folder(path) if path.is_dir() else read_zip(path), path.name)
        told = {
            "hash": looked.hash,
            "head": None if looked.head is None else asdict(looked.head),
            "texts": dict(looked.texts) if not looked.faults else {},
            "faults": [asdict(one) for one in looked.faults],
            "hints": [asdict(one) for one in looked.hints],
        }
    except RewireError as error:
        told = {"refused": str(error)}
    out.write(json.dumps(told).encode())
