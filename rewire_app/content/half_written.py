"""An own exercise that is still being written: read although parts of it are missing, and what is missing.

`parse_exercise` refuses such a text, so what is half written stays out of the catalogue. `read_rough` reads
it by the same descriptions: its structure has to be sound, and what is unwritten comes back empty. `missing`
lists that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rewire_app.content.branches import numbered
from rewire_app.content.exercises import parse_exercise, read_exercise
from rewire_app.content.faults import Fault
from rewire_app.content.fields import parse_toml
from rewire_app.content.steps import kind_of
from rewire_app.domain.custom import OWN_GLYPH
from rewire_app.domain.exercise.aims import Evidence, Family, Grade, Target
from rewire_app.domain.exercise.exercise import Exercise, Gate
from rewire_app.i18n import _
from rewire_app.paths import picture, resources

HEAD = ("title", "summary", "real_life")
"""Fields at the top that need words."""


def fresh(custom_id: str) -> Exercise:
    """An exercise with nothing in it yet."""
    return Exercise(
        id=custom_id,
        version=1,
        title="",
        summary="",
        family=Family.UNLEARN,
        targets=(Target.UNLEARN,),
        needs=(),
        minutes=(3, 5),
        measure="none",
        gate=Gate.NONE,
        cautions="",
        real_life=_("Try it once in the next days, where it fits."),
        glyph=OWN_GLYPH,
        evidence=Evidence(
            grade=Grade.D,
            note=_("You wrote this exercise yourself. Nobody has tested it."),
            refs=(_("Yours"),),
        ),
        steps=(),
    )


def missing(exercise: Exercise) -> list[Fault]:
    """What has still to be written before `exercise` can be used, each with its field."""
    return [Fault(file=exercise.id, field=field, reason=said) for field, said in _missing(exercise)]


def _missing(exercise: Exercise) -> Iterator[tuple[str, str]]:
    empty = _("there are no words here yet")
    for field in HEAD:
        if not getattr(exercise, field).strip():
            yield field, empty
    if not exercise.needs:
        yield "needs", _("nothing is chosen yet")
    if not exercise.steps:
        yield "steps", _("there is no step yet")
    for number, step, _around in numbered(exercise.steps):
        for flaw in kind_of(step).unwritten(step):
            yield f"steps {number}.{flaw.field}", flaw.unwritten


def read_rough(text: str, custom_id: str) -> Exercise:
    """What `to_toml` wrote, whatever is still missing; raises ContentError when it is no such text.

    A drawing that is not there becomes the plain one: the editor has no field for it.
    """
    found = read_exercise(parse_toml(text, custom_id), custom_id, rough=True)
    return found if picture(found.glyph, resources() / "glyphs") else replace(found, glyph=OWN_GLYPH)


def import_text(text: str, file: str, custom_id: str) -> Exercise:
    """The exercise in the text of `file`, as `custom_id`; raises ContentError with line and field."""
    return replace(parse_exercise(text, file), id=custom_id)
