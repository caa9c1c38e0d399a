"""The answer to one question of a day, in the words in which it is taken back: "stress 5 of 10"."""

from __future__ import annotations

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
        return _("{what} {n} {unit}").format(what=name, n=value, unit=question.unit).strip()
    if question.kind is AnswerKind.RATING:
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
    }
