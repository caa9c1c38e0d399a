"""What a person does on a ladder, as writes of the open store: each can be undone, or says why it failed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.entries import LadderStep
from rewire_app.domain.lists.expected import Expectation, ExpectationKind, ExpectationState
from rewire_app.domain.lists.ladders import FearLadder, TriedStep
from rewire_app.i18n import _
from rewire_app.reports.ladders import ORDER
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.autosave import Burst


class Climbing:
    """Going, looking back, stopping; and the steps of a ladder by hand. False: it could not be saved."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # tries

    def go(self, step: LadderStep, answers: Mapping[str, Any]) -> bool:
        """Keep what is expected of `step`: from here on it is under way."""
        context = self._context
        expected = Expectation(
            uid=new_uid(context.clock.now()),
            what=step.step,
            kind=ExpectationKind.EXPOSURE,
            step=step.uid,
            made_day=context.today,
            **answers,
        )
        return context.hub.do(_("a step begun"), context.store.open.keep, expected)

    def look_back(self, rung: TriedStep, answers: Mapping[str, Any]) -> bool:
        """Keep what came of the try under way; the step is taken."""
        context, tried = self._context, rung.under_way
        if tried is None:
            return False
        over = replace(tried, **answers, state=ExpectationState.DONE, looked_day=context.today)
        taken = replace(rung.step, done_day=context.today)
        return context.hub.do(_("a step taken"), context.store.many, (over, taken))

    def hold(self, rung: TriedStep, answers: Mapping[str, Any]) -> bool:
        """Note what is known so far of the try under way, which was too strong to be looked back on now."""
        context, tried = self._context, rung.under_way
        if tried is None:
            return False
        noted = replace(tried, **{**answers, "outcome": None}, looked_day=context.today)
        return context.hub.do(_("strong fear noted"), context.store.open.edit, noted)

    def stop(self, rung: TriedStep, answers: Mapping[str, Any]) -> bool:
        """End the try under way as it is: it counts as a try, and the step stays where it stands."""
        context, tried = self._context, rung.under_way
        if tried is None:
            return False
        told = {name: value for name, value in answers.items() if name != "outcome"}
        over = replace(tried, **told, state=ExpectationState.DONE, looked_day=context.today)
        return context.hub.do(_("a step stopped"), context.store.open.edit, over)

    def leave_out(self, tried: Expectation) -> bool:
        """Nobody went: what was expected is taken out."""
        return self._context.hub.do(_("a step not gone to"), self._context.store.open.remove, tried.uid)

    # steps

    def add(self, step: LadderStep) -> bool:
        """Put a new step on a ladder; the first one makes the ladder."""
        return self._context.hub.do(_("a step added"), self._context.store.ladder.add, step)

    def change(self, step: LadderStep) -> bool:
        """Put `step` in the place of the one with its uid."""
        return self._context.hub.do(_("a step changed"), self._context.store.ladder.edit, step)

    def remove(self, step: LadderStep) -> bool:
        """Take a step out; its tries stay among the guesses."""
        return self._context.hub.do(_("a step removed"), self._context.store.ladder.remove, step.uid)

    def rename(self, ladder: FearLadder, fear: str) -> bool:
        """Call the fear of a ladder something else."""
        uids = [rung.step.uid for rung in ladder.rungs]
        rename = self._context.store.rename_ladder
        return self._context.hub.do(_("a ladder renamed"), rename, uids, ladder.fear, fear)

    def remove_all(self, ladder: FearLadder) -> bool:
        """Take a whole ladder out, in one step; its tries stay among the guesses."""
        uids = [rung.step.uid for rung in ladder.rungs]
        return self._context.hub.do(_("a ladder removed"), self._context.store.remove_all, {LadderStep: uids})

    def put_order(self, uids: Sequence[str]) -> bool:
        """Keep this order of all steps; several moves in a row are one step of undo."""
        put = self._context.store.profile.put
        return self._context.hub.keep(_("order changed"), Burst(of=ORDER), put, ORDER, " ".join(uids))
