"""One measure file (TOML) as a `Measure`."""

from __future__ import annotations

from rewire_app.content.fields import Fields, parse_toml
from rewire_app.domain.exercise.exercise import Scale
from rewire_app.domain.exercise.measure import Better, Measure


def parse_measure(text: str, file: str) -> Measure:
    """The measure in `text`; raises ContentError naming `file`, the field and the reason."""
    fields = Fields(file, parse_toml(text, file))
    measure = Measure(
        id=fields.text("id"),
        name=fields.text("name"),
        question=fields.text("question"),
        low=fields.text("low"),
        high=fields.text("high"),
        scale=fields.choice("scale", Scale),
        better=fields.choice("better", Better),
        short=fields.text("short"),
    )
    fields.close()
    return measure
