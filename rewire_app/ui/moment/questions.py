"""What is asked about a moment: three things first, the rest under More."""

from __future__ import annotations

from collections.abc import Sequence

from rewire_app.domain.day_words import minutes_words
from rewire_app.domain.journal.did import did_names
from rewire_app.domain.journal.moment_words import company_names, place_names, response_names, tag_names
from rewire_app.domain.limits import MAX_NAME
from rewire_app.i18n import _
from rewire_app.ui.moment.choices import MomentChoices
from rewire_app.ui.widgets.question import AnswerKind, Question

LONGEST_CALM_MIN = 2_880
SUCH_AS = 14 * 60 + 20
"""The time that shows how times are written, minutes after midnight."""


def first_questions() -> Sequence[Question]:
    """What is asked at once; time and minutes only where no clock runs."""
    such_as = minutes_words(SUCH_AS)
    return (
        Question(key="trigger", label=_("What set it off?")),
        Question(
            key="peak",
            label=_("How strong was it at its strongest?"),
            kind=AnswerKind.RATING,
            low=_("calm"),
            high=_("as strong as it gets"),
        ),
        Question(
            key="time",
            label=_("When did it start?"),
            kind=AnswerKind.TIME,
            hint=_("Such as {time}").format(time=such_as),
            needed=_("Give a time such as {time}. About is fine.").format(time=such_as),
        ),
        Question(
            key="calm_min",
            label=_("Minutes until about calm"),
            kind=AnswerKind.NUMBER,
            hint=_("Empty if you do not know"),
            most=LONGEST_CALM_MIN,
        ),
    )


def more_questions(choices: MomentChoices) -> Sequence[Question]:
    """The rest, in the order in which it is remembered; urge and act are asked apart."""
    return (
        _one("response", _("Which path did it take?"), response_names()),
        Question(key="urge", label=_("What was the urge?")),
        _one("did", _("What did you do? Choose any."), did_names(), several=True),
        *_words("skills", _("Skills you used"), _("Another skill"), _("Your skills, one on each line")),
        *_words("feelings", _("What did you feel?"), _("Another word"), _("Your words, one on each line")),
        _one("tag", _("What kind of thing was it?"), tag_names()),
        _one("place", _("Where?"), place_names()),
        _one("company", _("With whom?"), company_names()),
        _list("pattern", _("Which pattern does it belong to?"), choices.patterns),
        _list("set_off_by", _("Was it set off by another moment?"), choices.moments),
        _list("exercise", _("Did you use an exercise?"), choices.exercises),
        Question(key="note", label=_("Anything else"), kind=AnswerKind.TEXT, voice=True, rows=2),
    )


def _one(key: str, label: str, options: Sequence[tuple[str, str]], *, several: bool = False) -> Question:
    kind = AnswerKind.SEVERAL if several else AnswerKind.ONE
    return Question(key=key, label=label, kind=kind, options=options)


def _words(key: str, label: str, another: str, all_of_them: str) -> tuple[Question, ...]:
    return (
        Question(key=key, label=label, kind=AnswerKind.SEVERAL),
        Question(key=f"{key}_new", label=another, limit=MAX_NAME),
        Question(key=f"{key}_list", label=all_of_them, kind=AnswerKind.LINES, rows=6),
    )


def _list(key: str, label: str, options: Sequence[tuple[str, str]]) -> Question:
    return Question(key=key, label=label, kind=AnswerKind.CHOICE, options=options)
