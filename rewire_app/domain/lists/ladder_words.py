"""What is said of a ladder: each step in a line, why one is not offered today, and how fear went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rewire_app.domain.day_words import day_words
from rewire_app.domain.lists.expected import Expectation, ExpectationOutcome
from rewire_app.domain.lists.ladders import (
    Aftermath,
    Contexts,
    FearCourse,
    FearLadder,
    RungState,
    StepRefusal,
    TriedStep,
    contexts,
    fear_course,
    gone_on,
)
from rewire_app.i18n import _, ngettext

LATEST = 5
"""So many tries are told one by one; of more, the latest."""


def ladder_title(ladder: FearLadder) -> str:
    """What a ladder is called."""
    return ladder.fear or _("Steps")


def rung_words(rung: TriedStep) -> str:
    """Where a step stands, as it is read beside it: "2 tries, 2 places. Fear 6, then 4"."""
    if rung.under_way is not None:
        return _("Under way. {expected}").format(expected=_expected(rung)).strip(" .")
    said = tries_words(rung.tries)
    if rung.state is RungState.TAKEN or said:
        return said or _("Taken. {expected}").format(expected=_expected(rung)).strip(" .")
    lead = _("Next. {expected}") if rung.state is RungState.NEXT else _("Later. {expected}")
    return lead.format(expected=_expected(rung)).strip(" .")


def _expected(rung: TriedStep) -> str:
    fear = rung.step.distress
    return "" if fear is None else _("Expected fear {n}").format(n=fear)


def tries_words(tries: Sequence[Expectation]) -> str:
    """How often, in how many places, and with how much fear; "" where there was no try."""
    if not tries:
        return ""
    n = len(tries)
    counted = ngettext("{n} try", "{n} tries", n).format(n=n)
    told = ", ".join(filter(None, (counted, context_words(contexts(tries)))))
    fears = [one.found for one in tries if one.found is not None]
    return ". ".join(filter(None, (told, fear_words(fears))))


def context_words(found: Contexts) -> str:
    """ "2 places, 2 kinds of company"; what was never noted is left out, and company that never changed."""
    places = ngettext("{n} place", "{n} places", found.places).format(n=found.places) if found.places else ""
    company = _("{n} kinds of company").format(n=found.companies) if found.companies > 1 else ""
    return ", ".join(filter(None, (places, company)))


def fear_words(fears: Sequence[int]) -> str:
    """How strong fear was, try by try."""
    if not fears:
        return ""
    if len(fears) == 1:
        return _("Fear {n} at its highest").format(n=fears[0])
    if len(fears) == 2:
        return _("Fear {first}, then {then}").format(first=fears[0], then=fears[1])
    numbers = _(", ").join(str(n) for n in fears[-LATEST:])
    told = _("Fear {numbers}") if len(fears) <= LATEST else _("Fear lately {numbers}")
    return told.format(numbers=numbers)


def refusal_words(why: StepRefusal) -> str:
    """Why a step is not offered today, and what can be done."""
    return {
        StepRefusal.HARD_DAY: _(
            "Something today was rated 8 or more of 10. Nothing harder is offered for the rest of the day. "
            "The ladder waits, and Help now is there."
        ),
        StepRefusal.UNWANTED: _(
            "You noted that taking a step made things worse, so no step is offered. "
            "A doctor or therapist can take it with you."
        ),
        StepRefusal.ONE_A_DAY: _(
            "One new step a day. The next can be planned from tomorrow; "
            "one that you have taken can be taken again, best in another place."
        ),
        StepRefusal.ONE_UP: _("One step up at a time. Those below it come first."),
        StepRefusal.TOO_FAR: _(
            "From the steps you have taken to this one is more than two points of fear. "
            "A step between them makes it easier: add one under Edit steps."
        ),
    }[why]


def harder_words() -> str:
    """What is suggested where a step was harder than expected three times running."""
    return _(
        "Three times running this was harder than you expected. It is fine to leave it for now: "
        "a lower step, a shorter time, or someone beside you comes first."
    )


def course_words(ladder: FearLadder) -> str:
    """The sentence under a ladder: what the marks mean, and how fear went. Either way it counts as a try."""
    said = [_("One dot is one try, the upright line is what you expected.")]
    course = fear_course(ladder)
    if course.steps:
        said.append(_went(course))
        said.append(_("Either way it counts as a try."))
    return " ".join(said)


def _went(course: FearCourse) -> str:
    """On how many of the steps that were tried more than once fear fell, stayed and rose."""
    if course.steps == 1:
        fell, stayed = _("fell"), _("stayed as it was")
        told = fell if course.fell else stayed if course.stayed else _("rose")
        return _("On the step you tried more than once, fear {told}.").format(told=told)
    parts = (
        (course.fell, _("fell on {n}")),
        (course.stayed, _("stayed on {n}")),
        (course.rose, _("rose on {n}")),
    )
    told = _(", ").join(words.format(n=n) for n, words in parts if n)
    return _("Of {n} steps you tried more than once, fear {told}.").format(n=course.steps, told=told)


def outcome_name(outcome: ExpectationOutcome) -> str:
    """What became of what was expected, as it is chosen and said."""
    return {
        ExpectationOutcome.CAME: _("It came"),
        ExpectationOutcome.PARTLY: _("Partly"),
        ExpectationOutcome.NOT: _("It did not"),
    }[outcome]


def before_words(one: Expectation) -> str:
    """What was expected, how likely and how bad, in one line."""
    said = [_("“{words}”").format(words=one.predict)] if one.predict else []
    if one.chance is not None and one.guess is not None:
        said.append(_("{n}% likely, {bad} of 10 bad.").format(n=one.chance, bad=one.guess))
    elif one.chance is not None:
        said.append(_("{n}% likely.").format(n=one.chance))
    return " ".join(said)


def after_words(one: Expectation) -> str:
    """What came of it, and how likely it seemed then; fear is told without comment."""
    said = [_("{outcome}.").format(outcome=outcome_name(one.outcome))] if one.outcome is not None else []
    said += [one.came] if one.came else []
    if one.later is not None:
        said.append(_("{n}% likely afterwards.").format(n=one.later))
    if one.found is not None:
        said.append(_("Fear {n} at its highest.").format(n=one.found))
    where = _(", ").join(filter(None, (one.place, one.company)))
    said += [_("{where}.").format(where=where)] if where else []
    return " ".join(said) or _("Stopped early. Going up to it and looking is part of it.")


def try_lines(one: Expectation, today: date) -> tuple[str, ...]:
    """A try, line by line: its day with what was expected, what came, and what it taught."""
    day = gone_on(one)
    when = day_words(day, year=day.year != today.year) if day is not None else _("Earlier")
    learned = _("Learned: {words}").format(words=one.learned) if one.learned else ""
    lead = _("{day}: {words}").format(day=when, words=before_words(one) or one.what)
    return tuple(filter(None, (lead, after_words(one), learned)))


def ladder_text(ladder: FearLadder, today: date) -> str:
    """The whole ladder as plain text, the hardest step first, with what its tries taught."""
    parts = [ladder_title(ladder)]
    for rung in ladder.rungs:
        lines = [line for one in rung.tries for line in try_lines(one, today)]
        parts.append("\n".join((f"{rung.step.step}. {rung_words(rung)}", *(f"  {line}" for line in lines))))
    return "\n\n".join(parts)


def aftermath_words(after: Aftermath) -> str:
    """What is said where fear was very strong; "" where it was not."""
    return {
        Aftermath.NONE: "",
        Aftermath.SETTLE: _("That was strong. Settle first; nothing harder today."),
        Aftermath.END: _(
            "That was much stronger than you expected. It ends here for today, and that is all right."
        ),
    }[after]
