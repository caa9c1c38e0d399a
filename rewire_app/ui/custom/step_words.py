"""What the steps of an exercise are called in the editor, and what is wrong with one in plain sentences."""

from __future__ import annotations

import re

from rewire_app.content.faults import Fault
from rewire_app.content.steps import kind_of
from rewire_app.domain.exercise.exercise import Repeat, Step
from rewire_app.i18n import _

LONGEST = 36
"""Most letters of a step's words in its heading."""


def heading(step: Step) -> str:
    """The kind of a step and the beginning of its words, in one line."""
    words = " ".join(step.text.split())
    if isinstance(step, Repeat) and not words and step.steps:
        words = " ".join(step.steps[0].text.split())
    if len(words) > LONGEST:
        words = words[: LONGEST - 1].rstrip() + "…"
    return _("{kind}: {words}").format(kind=kind_of(step).title(), words=words or _("no words yet"))


def kind_words(name: str) -> str:
    """What a kind of step does, in one line."""
    return {
        "say": _("Words to read, with a quiet countdown if you like."),
        "breathe": _("A circle to breathe with, at your pace."),
        "ask": _("A question, answered in your own words."),
        "pick": _("A question with answers to choose from."),
        "rate": _("How strong something is, from 0 to 10."),
        "list": _("Several lines, one under the other."),
        "plan": _("A sentence for real life: when this, I will that."),
    }[name]


def fault_sentence(fault: Fault) -> str:
    """Why something cannot stay as it is, as a sentence."""
    reason = fault.reason
    for pattern, sentence in _plain():
        found = re.search(pattern, reason)
        if found:
            return sentence.format(*found.groups())
    reason = reason.rstrip(".")
    return f"{reason[:1].upper()}{reason[1:]}."


def _plain() -> list[tuple[str, str]]:
    """Reasons of the check and how they are said here."""
    return [
        (
            r"holding the breath needs",
            _("Holding the breath needs a caution. Write one under “Take care”, further down."),
        ),
        (
            r"more than (\d+) breaths a minute need",
            _("Faster than {0} breaths a minute can make dizzy. Make it slower, or write a caution."),
        ),
        (
            r"this is ([\d.]+) breaths a minute; ([\d.]+) to (\d+)",
            _("This makes {0} breaths a minute. From {1} to {2} are possible."),
        ),
        (r"no answers lead to this step", _("No answer leads to this step. Look at when it is shown.")),
        (
            r"a path has (\d+) steps; (\d+) are the most",
            _("One way through has {0} steps. {1} are the most; leave some out."),
        ),
        (
            r"'([^']+)' is saved by no step before",
            _("This uses an answer ({0}) that no earlier step asks for. Move the step, or change its words."),
        ),
        (r"(\d+) words; (\d+) are the most", _("These are {0} words. {1} are the most in one step.")),
        (
            r"'(.+)' is no option of",
            _("This waits for the choice “{0}”, and that question does not offer it any more."),
        ),
        (
            r"the options differ from those of",
            _("The choices of the question and what hangs on them differ. Name them as they were."),
        ),
        (r"the gate .* has nothing to show", _("Write the caution, or leave it out.")),
        (
            r"nothing is said about .* \(one of: (.+)\)",
            _("This exercise needs a caution with one of these words: {0}."),
        ),
        (
            r"a recall in braces is not written",
            _("Words in double braces recall an answer. Write them as {{{{name}}}}, or take the braces out."),
        ),
        (r"there is no measure", _("What is rated before and after is gone. Choose something else.")),
        (r"there is no '([^']+)'", _("This leads to {0}, and that is gone.")),
    ]
