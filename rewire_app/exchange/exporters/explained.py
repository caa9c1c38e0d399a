"""What each table and field of an export means, read from one file that a test holds complete."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from rewire_app.content.fields import parse_toml, read_text
from rewire_app.i18n import _
from rewire_app.paths import resources
from rewire_app.store.carried import Carried, carried, fields_of

FILE = "export-fields.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMeaning:
    """What a table holds, and what each of its fields means, in their order."""

    name: str
    about: str
    fields: tuple[tuple[str, str], ...]


@cache
def _told() -> dict[str, Any]:
    return parse_toml(read_text(resources() / "en" / FILE), FILE)


def meaning(one: Carried) -> TableMeaning:
    """The meaning of a table; raises KeyError for a field that nobody explained."""
    told, name = _told(), one.table.name
    own, usual = told["tables"][name], told["usual"]
    zones = _("The time zone of the field before, as the computer named it.")
    found = []
    for field in fields_of(one.table):
        words = (
            own.get("fields", {}).get(field)
            or usual.get(field)
            or (zones if field.endswith("_zone") else None)
        )
        if words is None:
            raise KeyError(f"{name}.{field}")
        found.append((field, words))
    return TableMeaning(name=name, about=own["about"], fields=tuple(found))


def readme(*, words: bool, between: str) -> str:
    """The text that lies in an exported folder: what is in it, and every field of every table."""
    parts = [_head(words=words, between=between)]
    for one in carried():
        told = meaning(one)
        lines = "\n".join(f"- `{field}`: {about}" for field, about in told.fields)
        parts.append(f"## {told.name}\n\n{told.about}\n\n{lines}\n")
    return "\n".join(parts)


def _head(*, words: bool, between: str) -> str:
    cells = {",": _("a comma"), ";": _("a semicolon"), "\t": _("a tab")}[between]
    left_out = _(
        "What you wrote and the people you named are **left out**: their fields are empty, and Rewire cannot "
        "bring this export back in."
    )
    all_in = _("What you wrote is in it. Whoever can open these files can read it.")
    return "\n".join(
        [
            "# " + _("Your notes from Rewire"),
            "",
            _(
                "You can read all of this without Rewire: text files, and tables for a spreadsheet. You made "
                "it on your own computer; nobody else has a copy."
            ),
            "",
            all_in if words else left_out,
            "",
            "- `rewire.json`: " + _("everything in one file; Rewire can bring it back in."),
            "- `export.schema.json`: " + _("how that file is built, for programs (JSON Schema)."),
            "- `tables/`: "
            + _("one table for each kind of entry that you have. Between cells stands {what}.").format(
                what=cells
            ),
            "- `texts/`: " + _("what you wrote, for reading."),
            "",
            _(
                "An empty cell means “not noted”, never 0. A text that begins with = + - @ or an apostrophe "
                "has one apostrophe more in front, so that no spreadsheet takes it for a formula. Days are "
                "year-month-day; times end with how far the clock on your wall was ahead of UTC. Several "
                "texts in one cell are a list in [square brackets]. Ratings run from 0 to 10 unless it says "
                "otherwise."
            ),
            "",
        ]
    )
