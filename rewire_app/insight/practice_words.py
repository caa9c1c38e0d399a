"""The fixed sentences about practice and reactivity."""

from __future__ import annotations

from rewire_app.i18n import _, ngettext
from rewire_app.insight.answer_words import AnswerWords
from rewire_app.insight.rules import Case, Qualifier

PRACTICE_WORDS = AnswerWords(
    method=lambda: _(
        "Each evening rating is compared with the number of practice days in the 7 days before it."
    ),
    basis=lambda n: ngettext(
        "Based on {n} rated day over {span} days.", "Based on {n} rated days over {span} days.", n
    ),
    too_few=lambda n: ngettext(
        "You have {n} rated day; {needed} are needed, over at least eight weeks.",
        "You have {n} rated days; {needed} are needed, over at least eight weeks.",
        n,
    ),
    too_short=lambda left: ngettext(
        "You have {n} rated days over {span} days; they need to reach over at least eight weeks, "
        "which is {left} day more.",
        "You have {n} rated days over {span} days; they need to reach over at least eight weeks, "
        "which is {left} days more.",
        left,
    ),
    too_many_gaps=lambda: _(
        "Of the last {span} days {n} are rated; at least 4 of 10 are needed, which is {needed} days."
    ),
    waiting=lambda: _(
        "You have enough days now. Practice and reactivity are compared once a week, next on {day}."
    ),
    too_even=lambda: _(
        "You practise about the same number of days each week. Good for practice; it means your own data "
        "cannot show what more or less would do."
    ),
    cases={
        Case.NO_CLEAR_LINK: lambda: _("No clear link yet."),
        Case.LOWER: lambda: _("In your data, weeks with more practice go with lower reactivity."),
        Case.HIGHER: lambda: _("In your data, weeks with more practice go with higher reactivity."),
        Case.SAME_EVENING: lambda: _(
            "On days with practice, the same evening was calmer. Over the week the numbers point the other "
            "way. Rewire cannot tell which to believe."
        ),
        Case.TORN: lambda: _(
            "Your numbers disagree. Practice alone points one way, and this does not hold once stress, sleep "
            "or practice on the day itself is counted too. Rewire cannot tell which to believe."
        ),
        Case.AT_THE_ENDS: lambda: _(
            "No clear link yet. Most evenings are at the end of the scale, so small changes cannot show."
        ),
        Case.UNRELATED: lambda: _(
            "Practice and reactivity look unrelated in your data. Any link is smaller than 0.1 points of 10 "
            "for each practice day."
        ),
    },
    doubts={
        Qualifier.HOLDS: lambda: _("It holds when stress and sleep are counted too."),
        Qualifier.NOT_CHECKED: lambda: _("Stress and sleep could not be checked."),
        Qualifier.ADJUSTED: lambda: _("It may be about stress or sleep rather than practice."),
        Qualifier.AHEAD: lambda: _(
            "It may run the other way: hard days may change how much you practise in the days after them."
        ),
        Qualifier.TODAY: lambda: _("It is less clear once practice on the day itself is counted too."),
        Qualifier.FAINT: lambda: _("It is less clear than when it was first said."),
    },
    after={
        Case.LOWER: lambda: _("A link is not proof: things you do not note here could explain it."),
        Case.HIGHER: lambda: _(
            "People often practise more when life is harder; some exercises also stir things up at first. If "
            "it feels like the exercises make things worse, pause and talk to someone."
        ),
    },
    could_show=lambda: _(
        "Your days could show a link of {size} points or more per practice day, and there is none that "
        "large. A smaller one may still be there."
    ),
    caveat=lambda: _(
        "Hard weeks that you see coming can look the same: less practice before them, and harder evenings "
        "in them. Notes on stress help, but cannot rule this out."
    ),
    not_noted=lambda: _("Stress and sleep could not be checked; they are noted on too few days."),
    not_apart=lambda: _("Stress and sleep could not be checked; they hardly vary apart from the rest."),
    tilted_up=lambda: _(
        "You rated fewer evenings in weeks with more practice. This can tilt what you see here."
    ),
    tilted_down=lambda: _(
        "You rated fewer evenings in weeks with less practice. This can tilt what you see here."
    ),
    changed=lambda n: ngettext(
        "{n} practice day in the week instead of none", "{n} practice days in the week instead of none", n
    ),
    plain=lambda: _("One more practice day in the week: {size} (likely {interval})."),
    adjusted=lambda: _("With stress and sleep taken into account: {size} (likely {interval})."),
    hides_part=lambda: _("If practice works by lowering stress, the second number hides part of it."),
)
"""Sizes are told for the person's own plan, against a week without practice."""
