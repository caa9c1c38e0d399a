"""What is asked of goals, their small steps, and moves, and what can be done with one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from rewire_app.domain.limits import shortened
from rewire_app.domain.lists.entries import Value, checked
from rewire_app.domain.lists.expected import Expectation, ExpectationKind, ExpectationState
from rewire_app.domain.lists.goals import Move, PersonalGoal, checked_goal, checked_move
from rewire_app.domain.lists.standing import goal_line, move_line, step_line, steps_words
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.entries.day_chips import chip_of, day_chips, day_of
from rewire_app.ui.entries.short_list import ShortAct, ShortKind
from rewire_app.ui.widgets.question import AnswerKind, Question

TOWARD, AWAY = "toward", "away"
LONGEST = 40
"""Letters of a value that stand on its chip."""
OPEN, DONE, GONE = ExpectationState.OPEN, ExpectationState.DONE, ExpectationState.GONE


def goal_kind(
    context: Context, value: str | None, steps: Callable[[str], Sequence[Expectation]]
) -> ShortKind[PersonalGoal]:
    """Goals for the value `value`; `steps` gives the small steps of one."""
    today = context.today

    def asks(goal: PersonalGoal | None) -> Sequence[Question]:
        near = {7: _("In a week"), 30: _("In a month"), 91: _("In three months")}
        days = day_chips(today, goal.by_day if goal else None, near, _("No day"))
        return [
            Question(
                key="text", label=_("What do you want to reach?"), hint=_("So that you know it is done.")
            ),
            Question(key="by_day", label=_("By when?"), kind=AnswerKind.ONE, options=days),
        ]

    def made(uid: str, answers: Mapping[str, Any], before: PersonalGoal | None) -> PersonalGoal:
        given = before or PersonalGoal(uid=uid, text="", value=value)
        return checked_goal(replace(given, uid=uid, text=answers["text"], by_day=day_of(answers["by_day"])))

    def acts(goal: PersonalGoal) -> Sequence[ShortAct]:
        def put(state: ExpectationState) -> None:
            day = None if state is OPEN else context.today
            new = replace(goal, state=state, state_day=day)
            context.hub.do(_("goal changed"), context.store.goals.edit, new)

        return state_acts(goal.state, _("Reached"), put)

    return ShortKind(
        draft=f"goals/{value or ''}",
        add=_("Add a goal"),
        change=_("Change this goal"),
        main="text",
        asks=asks,
        shown=lambda goal: {"text": goal.text, "by_day": chip_of(goal.by_day)},
        made=made,
        lines=lambda goal: (
            goal_line(goal, context.today),
            steps_words(one.state for one in steps(goal.uid)),
        ),
        acts=acts,
    )


def state_acts(
    state: ExpectationState, done: str, put: Callable[[ExpectationState], None]
) -> Sequence[ShortAct]:
    """The ways from a state to the others."""
    if state is not OPEN:
        return (ShortAct(words=_("Take up again"), do=lambda: put(OPEN)),)
    return (
        ShortAct(words=done, do=lambda: put(DONE)),
        ShortAct(words=_("Let go"), do=lambda: put(GONE)),
    )


def step_kind(context: Context, goal: str) -> ShortKind[Expectation]:
    """The small steps of the goal `goal`: plans that name it, asked about like all others."""
    today = context.today

    def asks(step: Expectation | None) -> Sequence[Question]:
        near = {0: _("Today"), 1: _("Tomorrow"), 3: _("In three days"), 7: _("In a week")}
        days = day_chips(today, step.due if step else None, near, _("No day"))
        label = _("What is the small step?")
        return [
            Question(key="what", label=label, hint=_("Ten minutes are enough.")),
            Question(key="due", label=_("When is it to be?"), kind=AnswerKind.ONE, options=days),
        ]

    def made(uid: str, answers: Mapping[str, Any], before: Expectation | None) -> Expectation:
        action = ExpectationKind.ACTION
        given = before or Expectation(uid=uid, what="", kind=action, goal=goal, made_day=context.today)
        return checked(replace(given, uid=uid, what=answers["what"], due=day_of(answers["due"])))

    def acts(step: Expectation) -> Sequence[ShortAct]:
        def put(state: ExpectationState) -> None:
            day = context.today if state is DONE else None
            new = replace(step, state=state, looked_day=day)
            context.hub.do(_("small step changed"), context.store.open.edit, new)

        return state_acts(step.state, _("Done"), put)

    return ShortKind(
        draft=f"steps/{goal}",
        add=_("Add a small step"),
        change=_("Change this small step"),
        main="what",
        asks=asks,
        shown=lambda step: {"what": step.what, "due": chip_of(step.due)},
        made=made,
        lines=lambda step: (step_line(step, context.today),),
        acts=acts,
    )


def _move_asks(move: Move | None, today: date, values: Sequence[tuple[str, str]]) -> Sequence[Question]:
    """What is asked about a move; `values` (uid, name): which it may be about, empty when that is known."""
    days = day_chips(today, move.day if move else None, {0: _("Today"), -1: _("Yesterday")})
    ways = [(TOWARD, _("Toward what matters")), (AWAY, _("Away from it"))]
    asked = [
        Question(key="text", label=_("What did you do?"), hint=_("Small things count.")),
        Question(
            key="way",
            label=_("Which way was it?"),
            kind=AnswerKind.ONE,
            options=ways,
            needed=_("Choose one of these."),
        ),
        Question(key="day", label=_("When was it?"), kind=AnswerKind.ONE, options=days),
    ]
    if values:
        names = [(uid, shortened(name, LONGEST)) for uid, name in values]
        about = Question(key="value", label=_("Which value is it about?"), kind=AnswerKind.ONE, options=names)
        asked.insert(2, about)
    return asked


def move_kind(context: Context, values: Callable[[], Sequence[Value]], value: str | None) -> ShortKind[Move]:
    """Moves; `values` are those that one may be about, `value` the one that a new one is."""

    def asks(move: Move | None) -> Sequence[Question]:
        named = values() if value is None or move is not None else ()
        return _move_asks(move, context.today, [(one.uid, one.name.strip()) for one in named])

    def made(uid: str, answers: Mapping[str, Any], before: Move | None) -> Move:
        day = day_of(answers["day"]) or context.today
        at = context.clock.now()
        if before is not None and before.day == day:
            at = before.at
        elif day != context.today:
            at = context.clock.at(datetime.combine(day, time(12)))
        toward = answers["way"] == TOWARD
        about = answers.get("value", value)
        return checked_move(Move(uid=uid, day=day, at=at, toward=toward, text=answers["text"], value=about))

    return ShortKind(
        draft=f"moves/{value or ''}",
        add=_("Note a move"),
        change=_("Change this move"),
        main="text",
        asks=asks,
        shown=lambda move: {
            "text": move.text,
            "way": TOWARD if move.toward else AWAY,
            "value": move.value,
            "day": chip_of(move.day),
        },
        made=made,
        lines=lambda move: (move_line(move, _name(move, values()), context.today),),
    )


def _name(move: Move, values: Sequence[Value]) -> str:
    return next((value.name for value in values if value.uid == move.value), "")
