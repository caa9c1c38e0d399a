"""The fixed sentences about the night and the evening after it."""

from __future__ import annotations

from rewire_app.i18n import _, ngettext
from rewire_app.insight.answer_words import AnswerWords
from rewire_app.insight.rules import Case, Qualifier

SLEEP_WORDS = AnswerWords(
    method=lambda: _(
        "Each evening rating is compared with the hours asleep of the night that ended that morning."
    ),
    basis=lambda n: ngettext(
        "Based on {n} day with a night and a rating, over {span} days.",
        "Based on {n} days with a night and a rating, over {span} days.",
        n,
    ),
    too_few=lambda n: ngettext(
        "You have {n} day with a night and a rating; {needed} are needed, over at least eight weeks.",
        "You have {n} days with a night and a rating; {needed} are needed, over at least eight weeks.",
        n,
    ),
    too_short=lambda left: ngettext(
        "You have {n} such days over {span} days; they need to reach over at least eight weeks, "
        "which is {left} day more.",
        "You have {n} such days over {span} days; they need to reach over at least eight weeks, "
        "which is {left} days more.",
        left,
    ),
    too_many_gaps=lambda: _(
        "Of the last {span} days {n} have a night and a rating; at least 4 of 10 are needed, which is "
        "{needed} days."
    ),
    waiting=lambda: _(
        "You have enough days now. Sleep and reactivity are compared once a week, next on {day}."
    ),
    too_even=lambda: _(
        "Your nights are about equally long. Your own data cannot show what longer or shorter ones would "
        "go with."
    ),
    cases={
        Case.NO_CLEAR_LINK: lambda: _("No clear link yet."),
        Case.LOWER: lambda: _("In your data, longer nights go with lower reactivity the day after."),
        Case.HIGHER: lambda: _("In your data, longer nights go with higher reactivity the day after."),
        Case.NOT_CHECKED: lambda: _(
            "Nights and evenings go together in your data, but stress could not be checked. Without it "
            "nothing fair can be said."
        ),
        Case.TORN: lambda: _(
            "Your numbers disagree. Sleep alone points one way, and this does not hold once stress is "
            "counted too. Rewire cannot tell which to believe."
        ),
        Case.AT_THE_ENDS: lambda: _(
            "No clear link yet. Most evenings are at the end of the scale, so small changes cannot show."
        ),
        Case.UNRELATED: lambda: _(
            "How long you sleep and how you react the next day look unrelated in your data. Any link is "
            "smaller than 0.2 points of 10 for each hour."
        ),
    },
    doubts={
        Qualifier.HOLDS: lambda: _("It holds when stress is counted too."),
        Qualifier.ADJUSTED: lambda: _("It may be about stress rather than sleep."),
        Qualifier.FAINT: lambda: _("It is less clear than when it was first said."),
    },
    after={
        Case.LOWER: lambda: _("A link is not proof: things you do not note here could explain it."),
        Case.HIGHER: lambda: _(
            "People often sleep longer when they are ill, low or worn out, so this says little about sleep "
            "itself."
        ),
    },
    could_show=lambda: _(
        "Your days could show a link of {size} points or more per hour of sleep, and there is none that "
        "large. A smaller one may still be there."
    ),
    caveat=lambda: _(
        "A hard day that you see coming can look the same: a short night before it, and a harder evening "
        "after it. Notes on stress help, but cannot rule this out."
    ),
    not_noted=lambda: _("Stress could not be checked; it is noted on too few days."),
    not_apart=lambda: _("Stress could not be checked; it hardly varies apart from the rest."),
    tilted_up=lambda: _("You rated fewer evenings after longer nights. This can tilt what you see here."),
    tilted_down=lambda: _("You rated fewer evenings after shorter nights. This can tilt what you see here."),
    changed=lambda n: ngettext("{n} more hour asleep", "{n} more hours asleep", n),
    plain=lambda: _("One more hour asleep: {size} (likely {interval})."),
    adjusted=lambda: _("With stress taken into account: {size} (likely {interval})."),
    hides_part=lambda: _("If short nights work by raising stress, the second number hides part of it."),
)
"""Sizes are told for an hour."""
