"""RedNotebook's folder, or a zip of it: a file for each month (2026-11.txt), in which a day has its text.

Beside the text a day has categories: one with nothing below it is a tag, the others hold entries of their
own, which come in as a note for each category.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from rewire_app.exchange.importers.cells import MOST_TABLES
from rewire_app.exchange.importers.file_format import FileFormat
from rewire_app.exchange.importers.found import Choices, FoundEntry, LeftOut
from rewire_app.exchange.importers.heads import head_text
from rewire_app.exchange.importers.jrnl_json import unsigned_tags
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.plain_words import even_lines
from rewire_app.exchange.importers.refusals import damaged_file
from rewire_app.exchange.importers.wall_clocks import real_day
from rewire_app.exchange.importers.yaml_mappings import YamlBudget, YamlFaultError, YamlNode, yaml_pairs
from rewire_app.i18n import _

LARGEST_MONTH, LARGEST = 4_000_000, 32_000_000
"""So many bytes a month may have, and all of them: ten years of long days are a fifth of it."""
MOST_TAGS = 10_000
_MONTH = re.compile(r"(?:.*/)?(\d{4})-(\d{2})\.txt")
_DAYS = re.compile(r"(?:---[^\n]*\n)?(?:[ \t]*(?:#[^\n]*)?\n)*\s*(?:\{\s*)?(?:\}|['\"]?\d{1,2}['\"]?\s*:\s)")
_TEXT, _OLD_TAGS = "text", "Tags"
_HASHTAG = re.compile(
    r"(?:^|(?<=[^\w&#]))[#\uff03](?!(?:[0-9A-F]{6}|include)\b)(\w*[^\W\d_]\w*)", re.IGNORECASE
)


def _members(opened: OpenedFile) -> list[str]:
    """The files of months, in their order."""
    names = [name for name in opened.members() if _MONTH.fullmatch(name) and "__MACOSX/" not in name]
    known = any(_DAYS.match(even_lines(head_text(opened, name, 4096))) for name in names[:MOST_TABLES])
    return sorted(names) if known else []


def _looks(opened: OpenedFile) -> bool:
    return bool(_members(opened))


def _read(opened: OpenedFile, _choices: Choices) -> Iterator[FoundEntry | LeftOut]:
    members = _members(opened)
    if not members:
        raise damaged_file()
    budget = YamlBudget()
    for member in members:
        if opened.size(member) > LARGEST_MONTH:
            yield LeftOut(line=1, member=member, reason=_("This month is larger than Rewire reads"))
            continue
        yield from _month(opened, member, budget)


def _month(opened: OpenedFile, member: str, budget: YamlBudget) -> Iterator[FoundEntry | LeftOut]:
    found = _MONTH.fullmatch(member)
    assert found is not None
    text = even_lines(opened.text(member, LARGEST))
    try:
        for key, node in yaml_pairs(text, budget):
            day = (
                real_day(int(found[1]), int(found[2]), int(key)) if re.fullmatch("[0-9]{1,2}", key) else None
            )
            if day is None:
                shown = f"{key} {_shown(node)}"
                yield LeftOut(line=node.line, member=member, reason=_("The day cannot be read"), text=shown)
            else:
                yield from _day(member, day, node)
    except YamlFaultError as fault:
        rest = "\n".join(text.split("\n")[fault.line - 1 :][:20])
        reason = _("From this line on the month cannot be read")
        yield LeftOut(line=fault.line, member=member, reason=reason, text=rest)


def _shown(node: YamlNode) -> str:
    return node.words or " ".join(f"{key}: {below.words or ''}" for key, below in node.below[:5])


def _day(member: str, day: date, node: YamlNode) -> Iterator[FoundEntry | LeftOut]:
    """The note of a day with its tags, and one for each category that has entries."""
    text, tags, categories = node.words or "", [], []
    line = node.line
    for key, below in node.below:
        if key == _TEXT:
            text, line = below.words or "", below.line
        elif key == _OLD_TAGS:
            tags += [word for word, _nothing in below.below]
        elif below.words is None and not below.below:
            tags.append(key)
        else:
            categories.append((key, below))
    tags += [tag[1] for tag in islice(_HASHTAG.finditer(text), MOST_TAGS)]
    if text.strip() or tags:
        yield FoundEntry(line=line, member=member, day=day, text=even_lines(text), tags=unsigned_tags(tags))
    elif not categories:
        yield LeftOut(line=line, member=member, reason=_("There is nothing in it"), text=str(day))
    for name, below in categories:
        yield FoundEntry(
            line=below.line,
            member=f"{member}: {name[:60]}",
            day=day,
            title=name,
            text="\n".join([below.words] if below.words is not None else _entries(below)),
            tags=unsigned_tags([name]),
        )


def _entries(node: YamlNode) -> Iterator[str]:
    """The entries of a category, a line each; what stands below one of them follows it."""
    for key, below in node.below:
        yield key if below.words is None else f"{key}: {below.words}"
        yield from (f"  {line}" for line in _entries(below))


FORMAT = FileFormat(id="rednotebook", name="RedNotebook", looks=_looks, read=_read)
