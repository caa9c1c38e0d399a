"""The one file that holds all of an export: JSON, a record a line, told by a schema in `resources`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any

from rewire_app import __version__
from rewire_app.domain.days import Instant
from rewire_app.paths import resources
from rewire_app.store.carried import ExportPart, Wanted, carried, counts, records
from rewire_app.store.vault.vault import Vault

FORMAT = "rewire-export"
VERSION = 1
"""Which form the document has; an older one stays readable."""
SCHEMA = "export.schema.json"

Told = Callable[[int, int], object]
"""Hears that so many entries of so many are written; what it raises ends the work."""


def nobody(_done: int, _of: int) -> None:
    """Nobody waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What is exported: of `vault` what is `wanted`, at the instant `now`. `told` hears how far it is."""

    vault: Vault
    wanted: Wanted
    now: Instant
    told: Told = nobody


def schema_text() -> str:
    """The JSON Schema of the document."""
    return (resources() / SCHEMA).read_text("utf-8")


def head(export: Exported) -> dict[str, Any]:
    """What stands before the entries. Of equal notes only `exported_at` and `device_id` differ."""
    wanted = export.wanted
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": f"Rewire {__version__}",
        "exported_at": export.now.aware.isoformat(timespec="seconds"),
        "device_id": export.vault.device,
        "complete": wanted.whole,
        "parts": [part for part in ExportPart if part in wanted.parts],
        "from": wanted.first_day,
        "to": wanted.last_day,
    }


def write_document(export: Exported, file: IO[str]) -> int:
    """Write it, table by table; returns how many entries. Raises StoreError, or OSError from `file`."""
    of, done = sum(counts(export.vault, export.wanted).values()), 0
    told = [f"  {_json(name)}: {_json(value)}" for name, value in head(export).items()]
    file.write("{\n" + ",\n".join(told) + ',\n  "entries": {')
    between = "\n"
    for one in carried():
        file.write(f"{between}    {_json(one.table.name)}: [")
        between = ",\n"
        before = "\n"
        for line in _lines(records(export.vault, one, export.wanted)):
            file.write(f"{before}      {line}")
            before = ",\n"
            done += 1
            export.told(done, of)
        file.write("]" if before == "\n" else "\n    ]")
    file.write("\n  }\n}\n")
    return done


def _lines(found: Iterator[dict[str, Any]]) -> Iterator[str]:
    return (_json(record) for record in found)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
