"""Writes the JSON Schema of an export from the tables: `python -m tests.exchange.record_schema`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlalchemy import Integer, Table

from rewire_app.exchange.exporters.document import FORMAT, SCHEMA, VERSION
from rewire_app.exchange.exporters.explained import meaning
from rewire_app.store.carried import ExportPart, carried, fields_of, forms_of
from tests.structure import TREE

TIME = {
    "anyOf": [
        {"type": "string", "format": "date-time"},
        {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
    ]
}


def field_schema(table: Table, name: str, left_out: bool) -> dict[str, Any]:
    """What a field may hold."""
    form = forms_of(table)[name]
    if form == "instant":
        return dict(TIME)
    if form == "day":
        column = table.c[name]
        return {"type": ["string", "null"] if column.nullable else "string", "format": "date"}
    if name.endswith("_zone"):
        return {"type": "string"}
    column = table.c[name]
    kind = "string"
    if form == "number":
        kind = "integer" if isinstance(column.type, Integer) else "number"
    return {"type": [kind, "null"] if column.nullable or left_out else kind}


def schema() -> dict[str, Any]:
    """The whole schema."""
    tables = {}
    for one in carried():
        told = meaning(one)
        means = dict(told.fields)
        tables[one.table.name] = {
            "description": told.about,
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": list(fields_of(one.table)),
                "properties": {
                    name: {**field_schema(one.table, name, name in one.words), "description": means[name]}
                    for name in fields_of(one.table)
                },
            },
        }
    day = {"type": ["string", "null"], "format": "date"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An export of Rewire",
        "description": "Fields of words are null where words were left out (complete is false then).",
        "type": "object",
        "required": [
            "format", "version", "program", "exported_at", "device_id", "complete", "parts", "from", "to",
            "entries",
        ],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "program": {"type": "string"},
            "exported_at": {"type": "string", "format": "date-time"},
            "device_id": {"type": "string"},
            "complete": {"type": "boolean"},
            "parts": {"type": "array", "items": {"enum": list(ExportPart)}},
            "from": day,
            "to": day,
            "entries": {
                "type": "object",
                "additionalProperties": False,
                "required": list(tables),
                "properties": tables,
            },
        },
    }  # fmt: skip


def text() -> str:
    """The schema as it is kept."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    Path(TREE / "resources" / SCHEMA).write_text(text(), "utf-8")
