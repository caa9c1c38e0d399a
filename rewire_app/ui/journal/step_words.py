"""What was noted of a day or a night, in the words in which it is taken back: "stress 5 of 10"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from rewire_app.domain.day_words import clock_words
from rewire_app.domain.journal.entries import Night
from rewire_app.i18n import _
from rewire_app.ui.widgets.question import AnswerKind, Question


def answer_words(question: Question, value: object) -> str:
    """The answer to one question of a day; what the person wrote is not repeated."""
    name = _names().get(question.key, question.name or question.label)
    if question.typed and question.kind is not AnswerKind.NUMBER:
        return name
    if value == question.nothing:
        return _("{what}, emptied").format(what=name)
    if question.kind is AnswerKind.NUMBER:
        return _("{what} {n}").format(what=name, n=value)
    if question.kind in (AnswerKind.RATING, AnswerKind.SLIDER):
        return _("{what} {n} of 10").format(what=name, n=value)
    options = dict(question.options)
    chosen = value if isinstance(value, tuple) else (value,)
    words = _(", ").join(str(options.get(one, one)) for one in chosen)
    return _("{what}: {answer}").format(what=name, answer=words)


def _names() -> dict[str, str]:
    return {
        "reactivity": _("evening check, reacting"),
        "lasted": _("how long upsets lasted"),
        "managed": _("how often it went as you wanted"),
        "mood": _("mood"),
        "good": _("words about a good moment"),
        "stress": _("stress"),
        "stress_about": _("what the stress was about"),
        "note": _("words in the note"),
    }


def night_changes(before: Night | None, after: Night) -> tuple[str, ...]:
    """The fields of a night that are other than before; none when it is new."""
    if before is None:
        return ()
    names = (one.name for one in fields(Night) if one.name not in ("uid", "day"))
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def night_words(changed: Sequence[str], night: Night) -> str:
    """What was noted of a night, its `changed` fields or, when it is new, all of it."""
    bed, up = clock_words(night.bed.wall), clock_words(night.up.wall)
    words = {
        "bed": _("the night, in bed at {time}").format(time=bed),
        "lights": _("the night, lights out at {time}").format(time=clock_words(night.lights.wall)),
        "sol_min": _("the night, asleep after {n} min").format(n=night.sol_min),
        "waso_min": _("the night, awake for {n} min").format(n=night.waso_min),
        "wake": _("the night, awake at {time}").format(time=clock_words(night.wake.wall)),
        "up": _("the night, up at {time}").format(time=up),
        "awakenings": _("the night, times awake"),
        "awake": _("the night, when awake"),
        "quality": _("the night, how it was"),
        "nap_min": _("the night, a nap"),
        "caffeine_late": _("the night, caffeine"),
        "alcohol": _("the night, alcohol"),
        "medicine": _("the night, medicine"),
        "note": _("the night, words in the note"),
    }
    if not changed:
        return _("the night, {bed} to {up}").format(bed=bed, up=up)
    if len(changed) > 1:
        return _("the times of the night, {bed} to {up}").format(bed=bed, up=up)
    return words[changed[0]]
