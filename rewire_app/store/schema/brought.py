"""The tables of what goes in and out: files brought in with their rows, words and packs, lines to raise."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Text

from rewire_app.store.schema.columns import day, entries, index, instant, number, words

imports = entries(
    "imports",
    day(),
    instant("at"),
    words("program"),
    words("file"),
    words("hash"),
    words("counts"),
    words("backup"),
    words("left_out"),
    number("taken_back", "{} IN (0, 1)"),
)

imported_rows = entries(
    "imported_rows",
    [Column("brought", Text, ForeignKey("imports.uid", ondelete="RESTRICT"), nullable=False)],
    words("kind"),
    words("row"),
    words("place"),
    number("written_ms"),
    words("filled"),
)

mappings = entries(
    "mappings", words("format"), words("about"), words("word"), words("becomes"), words("fold")
)

to_raise = entries("to_raise", day(), instant("at"), words("text"), day("done_day", optional=True))

packs = entries(
    "packs",
    words("name"),
    words("author"),
    words("version"),
    words("language"),
    words("hash"),
    words("content"),
)

index("hash", imports, "hash")
index("brought", imported_rows, "brought")
index("fold", mappings, "fold", unique=True)
index("day", to_raise, "day", "at_ms")
index("hash", packs, "hash", unique=True)
