"""For whom a step stands on a worksheet: its conditions in words, as nobody turns a page for the person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rewire_app.domain.exercise.exercise import Condition, Op, Pick, Rate, Repeat, Say, Step, saves
from rewire_app.domain.exercise.measure import rating_text
from rewire_app.domain.exercise.person_first import told_by
from rewire_app.i18n import _

NAMED = 3
"""So many answers are named as those for whom something is; of more, the ones for whom it is not."""


@dataclass(slots=True)
class _Asked:
    """What is asked about one answer: those that fit (`chosen`), those that do not (`not_chosen`)."""

    chosen: list[str] = field(default_factory=list)
    not_chosen: list[str] = field(default_factory=list)


class WorksheetWays:
    """The ways through the steps of one exercise."""

    def __init__(self, steps: Sequence[Step]) -> None:
        every = [one for step in steps for one in (step, *(step.steps if isinstance(step, Repeat) else ()))]
        self.asked: Mapping[str, Step] = {name: step for step in every if (name := saves(step))}
        self._first = [one for one in every if isinstance(one, Say) and one.person_first and one.when]

    def unsafe(self, step: Step) -> tuple[str, ...]:
        """The options of `step` after which a person comes first."""
        if not isinstance(step, Pick):
            return ()
        led = [one for one in self._first if one.when[-1].var == step.save]
        return tuple(option for option in step.options if any(told_by(one, (option,)) for one in led))

    def answers(self, step: Step) -> str:
        """The answers for which `step` is meant: "“Guilt” and “It fits”"; "" where it is for everyone."""
        found: dict[str, _Asked] = {}
        parts: list[str] = []
        met = {known for one in step.when if one.var in self.asked for known in self.asked[one.var].when}
        for one in step.when:
            asked = self.asked.get(one.var)
            if asked is None or asked.off_paper or one in met:
                continue  # a list of the person's or a count; or who was asked the other has met it
            if isinstance(asked, Rate):
                parts.append(_numbered(one, asked))
            elif isinstance(asked, Pick):
                these = found.setdefault(one.var, _Asked())
                (these.not_chosen if one.op is Op.NE else these.chosen).append(str(one.value))
        first = isinstance(step, Say) and step.person_first
        chosen = [self._chosen(self.asked[name], these, first=first) for name, these in found.items()]
        return _(" and ").join([*chosen, *parts])

    def for_whom(self, step: Step) -> str:
        """ "If your answer is “Guilt” and “It fits”:"; "" where it is for everyone."""
        answers = self.answers(step)
        return _("If your answer is {answers}:").format(answers=answers) if answers else ""

    def _chosen(self, asked: Step, these: _Asked, *, first: bool) -> str:
        """The answers that fit, in quotation marks; the others where those are fewer."""
        if these.chosen:
            return _quoted(these.chosen)
        options = asked.options if isinstance(asked, Pick) else ()
        closed = () if first else self.unsafe(asked)
        rest = [one for one in options if one not in these.not_chosen and one not in closed]
        if not rest:
            return _("something else")
        if len(rest) <= NAMED or len(rest) <= len(these.not_chosen):
            return _quoted(rest)
        return _("anything but {answers}").format(answers=_quoted(these.not_chosen))


def is_for_screen(step: Step) -> bool:
    """Whether `step` stands on no paper: it says so, or is for who has nothing in a list yet."""
    empty = any(one.var.startswith("@") and one.op is Op.EQ and one.value == "" for one in step.when)
    return step.off_paper or empty


def _numbered(condition: Condition, step: Rate) -> str:
    number = rating_text(float(condition.value), step.scale)
    if condition.op in (Op.GE, Op.GT):
        return _("{number} or more").format(number=number)
    return _("{number} or less").format(number=number)


def _quoted(answers: Iterable[str]) -> str:
    return _(" or ").join(_("“{words}”").format(words=one) for one in answers)
