"""One exercise file (TOML) as an `Exercise`; `rewire_app.domain.exercise.exercise` tells the format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rewire_app.content.document_shape import DOCUMENT
from rewire_app.content.fields import Fields, parse_toml
from rewire_app.content.keeps import read_keep
from rewire_app.content.lines import located
from rewire_app.content.next_exercises import read_next
from rewire_app.content.steps import read_step
from rewire_app.domain.exercise.aims import Evidence, Family, Grade, Need, Target
from rewire_app.domain.exercise.document_shape import DocumentShape
from rewire_app.domain.exercise.exercise import Exercise, Gate, PassFrame


def parse_exercise(text: str, file: str) -> Exercise:
    """The exercise in `text`; raises ContentError naming `file`, line, field and reason."""
    with located(text):
        return read_exercise(parse_toml(text, file), file)


def read_exercise(table: Mapping[str, Any], file: str, *, rough: bool = False) -> Exercise:
    """The exercise in the table of a file; raises ContentError naming `file`, field and reason.

    With `rough` it may still lack words, choices, steps and what it is for.
    """
    top = Fields(file, table, rough=rough)
    exercise = Exercise(
        id=top.text("id"),
        version=top.whole("version", 1, 10_000),
        title=top.words("title"),
        summary=top.words("summary"),
        family=top.choice("family", Family),
        module=top.text("module", "", empty=True),
        credit=top.text("credit", "", empty=True),
        targets=top.choices("targets", Target),
        needs=() if top.lacks("needs", []) else top.choices("needs", Need),
        minutes=_minutes(top),
        measure=top.text("measure"),
        gate=top.choice("gate", Gate),
        risk_tags=top.texts("risk_tags", ()),
        cautions=top.text("cautions", empty=True),
        stop_if=top.text("stop_if", "", empty=True),
        gentler=top.text("gentler", "", empty=True),
        real_life=top.words("real_life"),
        plan=top.text("plan", "", empty=True),
        glyph=top.text("glyph"),
        article=top.text("article", "", empty=True),
        differs=top.text("differs", "", empty=True),
        unkept=top.flag("unkept", False),
        frame=top.choice("frame", PassFrame, PassFrame.PLAIN),
        worksheet=top.flag("worksheet", False),
        evidence=evidence(top, refs=True),
        steps=tuple(read_step(fields) for fields in top.tables("steps")),
        next=tuple(read_next(fields) for fields in top.tables("next")),
        keeps=tuple(read_keep(fields) for fields in top.tables("keeps")),
        document=_document(top),
    )
    if not (exercise.steps or rough):
        raise top.fault("steps", "there is no step")
    top.close()
    return exercise


def evidence(top: Fields, *, refs: bool) -> Evidence:
    """The `evidence` table: grade, note, and for exercises the references."""
    fields = top.table("evidence")
    found = Evidence(
        grade=fields.choice("grade", Grade),
        note=fields.text("note"),
        refs=fields.texts("refs", least=1) if refs else (),
    )
    fields.close()
    return found


def _document(top: Fields) -> DocumentShape | None:
    if not top.has("document"):
        return None
    fields = top.table("document")
    found: DocumentShape = DOCUMENT.read(fields)
    fields.close()
    return found


def _minutes(top: Fields) -> tuple[int, int]:
    values = top.values("minutes")
    if len(values) != 2 or any(type(value) is not int for value in values):
        raise top.fault("minutes", "it must be two whole numbers, such as [3, 5]")
    low, high = values
    if not 0 < low <= high <= 120:
        raise top.fault("minutes", "the first must not be larger than the second, both from 1 to 120")
    return low, high
