"""JSON of other programs, within limits of memory; what is no JSON is refused with a sentence."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from rewire_app.errors import ImportRefusedError
from rewire_app.exchange.importers.found import LeftOut
from rewire_app.exchange.importers.heads import head_text
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import damaged_file, part_unread, too_large

MOST_VALUES = 2_000_000
MOST_BRANCHES = 500_000
"""So many values, and lists and objects, are held at once: ten years of an eager diary have a fifth."""


MOST_FILES = 200
"""So many files of JSON in a zip or folder are looked into."""
HEAD = 262_144


def json_members(opened: OpenedFile, told: Callable[[str], bool]) -> list[str]:
    """The files in `opened` that begin like JSON and by whose beginning `told` knows them."""
    names = opened.members()
    if opened.is_folder or opened.is_zip:
        names = tuple(name for name in names if name.lower().endswith(".json") and "__MACOSX/" not in name)
    heads = ((name, head_text(opened, name, HEAD)) for name in names[:MOST_FILES])
    return [name for name, head in heads if head.lstrip()[:1] in ("{", "[") and told(head)]


def json_texts(opened: OpenedFile, members: list[str]) -> Iterator[tuple[str, Any] | LeftOut]:
    """What each of `members` says; one that is not whole stays out beside others, else is refused."""
    if not members:
        raise damaged_file()
    for member in members:
        try:
            yield member, json_value(opened.text(member))
        except ImportRefusedError:
            if len(members) == 1:
                raise
            yield LeftOut(line=0, member=member, reason=part_unread())


def json_value(text: str) -> Any:
    """What `text` says; raises ImportRefusedError for no JSON, NaN and its kin, and too much of it."""
    if text.count(",") > MOST_VALUES or text.count("{") + text.count("[") > MOST_BRANCHES:
        raise too_large()
    try:
        return json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise damaged_file() from None


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def json_records(value: object) -> Iterator[dict[str, Any]]:
    """The objects in a list; nothing else."""
    for one in value if isinstance(value, list) else ():
        if isinstance(one, dict):
            yield one


def json_words(value: object) -> str:
    """A text; "" for all else."""
    return value if isinstance(value, str) else ""


def json_list(value: object) -> list[Any]:
    """A list; an empty one for all else."""
    return value if isinstance(value, list) else []
