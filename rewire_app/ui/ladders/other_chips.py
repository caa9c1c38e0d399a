"""Chips for words that were used before, with one more to write others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rewire_app.i18n import _
from rewire_app.ui.widgets.choices import OTHER
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.question import AnswerKind, Question

MOST = 6
"""So many words are offered, those that were used last first."""
LINE = "{key}_other"


def offered(*groups: Iterable[str]) -> tuple[str, ...]:
    """The words of `groups` in their order, each once, not more than can be looked over."""
    return tuple(dict.fromkeys(words for group in groups for words in group if words.strip()))[:MOST]


def chip_questions(key: str, label: str, words: Sequence[str]) -> tuple[Question, Question]:
    """The question with `words` as chips, and the line for what is none of them."""
    options = [(one, one) for one in words] + [(OTHER, _("Other"))]
    return (
        Question(key=key, label=label, kind=AnswerKind.SEVERAL, options=options),
        Question(key=LINE.format(key=key), label=_("Other: {what}").format(what=label)),
    )


def follow_other(form: Form, key: str) -> None:
    """Ask for other words only where they were chosen."""
    form.ask(LINE.format(key=key), asked=OTHER in form.answer(key))


def told(answers: dict[str, Any], key: str) -> tuple[str, ...]:
    """All words that were given to `key`; the line is taken out of `answers`."""
    written = str(answers.pop(LINE.format(key=key), "") or "").strip()
    chosen = tuple(one for one in answers.pop(key) if one != OTHER)
    return (*chosen, written) if written else chosen
