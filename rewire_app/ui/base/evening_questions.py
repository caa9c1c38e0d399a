"""What the evening check asks of a day, and what was answered, in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from rewire_app.domain.journal.entries import DayEntry, Lasted, LookedAfter, Managed, MedicineNote
from rewire_app.i18n import _
from rewire_app.ui.widgets.question import AnswerKind, Question

_Rating = partial(Question, kind=AnswerKind.RATING, in_row=True)
_One = partial(Question, kind=AnswerKind.ONE, in_row=True)

ABOUT = "stress_about"


def evening_questions() -> Sequence[Question]:
    """The six rows of the evening check, looking back at the day, in the order in which they are asked."""
    return (
        _Rating(
            key="reactivity",
            label=_("All in all, how easily and strongly did you react today?"),
            low=_("hardly at all"),
            high=_("as much as I ever do"),
        ),
        _One(
            key="lasted",
            label=_("How long did upsets last?"),
            options=(
                (Lasted.NONE, _("None")),
                (Lasted.MINUTES, _("Minutes")),
                (Lasted.HOUR, _("Up to an hour")),
                (Lasted.HOURS, _("Hours")),
                (Lasted.DAY, _("Most of the day")),
            ),
        ),
        _One(
            key="managed",
            label=_("How often did you manage the response you wanted?"),
            hint=_("When it mattered."),
            options=(
                (Managed.NEVER, _("Never")),
                (Managed.RARELY, _("Rarely")),
                (Managed.HALF, _("Half")),
                (Managed.MOSTLY, _("Mostly")),
                (Managed.ALWAYS, _("Always")),
                (Managed.NOTHING, _("Nothing came up")),
            ),
        ),
        _Rating(key="stress", label=_("Stress today"), low=_("none"), high=_("too much")),
        _Rating(key="mood", label=_("Mood over the day"), low=_("very low"), high=_("very good")),
        Question(
            key="good",
            label=_("One good moment"),
            hint=_("A few words, if there was one."),
            in_row=True,
        ),
    )


def about_question() -> Question:
    """What the stress of the day was about."""
    return Question(
        key=ABOUT,
        name=_("What the stress was about"),
        kind=AnswerKind.SEVERAL,
        options=(
            ("work", _("Work")),
            ("family", _("Family")),
            ("health", _("Health")),
            ("money", _("Money")),
            ("other", _("Other")),
        ),
        in_row=True,
    )


def body_questions() -> Sequence[Question]:
    """How far the body was looked after, and what there is to say about medicine; no names, no doses."""
    far = (
        (LookedAfter.YES, _("Yes")),
        (LookedAfter.PARTLY, _("Partly")),
        (LookedAfter.NO, _("No")),
    )
    asked = {
        "body": _("Looked after an illness or a pain"),
        "ate": _("Ate regularly"),
        "sober": _("Little or no alcohol and drugs"),
        "slept": _("Slept enough"),
        "moved": _("Moved the body"),
    }
    return (
        *(_One(key=key, label=words, options=far) for key, words in asked.items()),
        _One(
            key="medicine",
            label=_("Medicine"),
            hint=_("No names and no doses."),
            options=(
                (MedicineNote.TAKEN, _("Taken")),
                (MedicineNote.MISSED, _("Missed")),
                (MedicineNote.CHANGED, _("Changed today")),
            ),
        ),
    )


def noted_of(entry: DayEntry | None, questions: Sequence[Question]) -> int:
    """How many of `questions` have an answer in `entry`."""
    if entry is None:
        return 0
    return sum(getattr(entry, one.key) not in (one.nothing, None) for one in questions)


def answers_said(entry: DayEntry, keys: Sequence[str] = ()) -> Sequence[tuple[str, str]]:
    """What was answered (of `keys` alone), each as its name and its answer; words are left out."""
    names = {
        "reactivity": _("Reacted"),
        "lasted": _("Upsets"),
        "managed": _("Wanted response"),
        "stress": _("Stress"),
        ABOUT: _("Stress about"),
        "mood": _("Mood"),
    }
    said = []
    for one in (*evening_questions(), about_question(), *body_questions()):
        value = getattr(entry, one.key)
        if one.typed or value in (one.nothing, ()) or (keys and one.key not in keys):
            continue
        options = dict[object, str](one.options)
        given = value if isinstance(value, tuple) else (value,)
        listed = _(", ").join(options.get(each, str(each)) for each in given)
        words = _("{n} of 10").format(n=value) if one.kind is AnswerKind.RATING else listed
        said.append((names.get(one.key, one.label), words))
    return said
