"""Pictures of a ladder: its next step, the questions and the guess before it, afterwards, and its steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.lists.expected import Expectation, ExpectationKind
from rewire_app.ui.base import routes
from rewire_app.ui.frame.window import Window
from rewire_app.ui.ladders.after_card import AfterCard
from rewire_app.ui.ladders.before_card import BeforeCard
from rewire_app.ui.ladders.page import LaddersPage
from rewire_app.ui.ladders.step_place import StepStage

BEFORE: dict[str, Any] = {
    "predict": "They wait for me to be done",
    "chance": 70,
    "guess": 6,
    "know": "who asks something",
    "stay": "the five minutes are over",
}
AFTER: dict[str, Any] = {
    "outcome": "not",
    "came": "Two asked for the numbers.",
    "later": 35,
    "surprise": 7,
    "found": 6,
}


def look_at_ladder(window: Window, keep: Callable[[QWidget, str], None]) -> None:
    """Give `keep` the ladder of the invented notes with every card of its next step."""
    context = window.context
    step = next(one for one in context.store.ladder.all() if one.done_day is None)
    window.go(routes.ladder(step.uid))
    page = window.shell.page("ladders")
    assert isinstance(page, LaddersPage)
    place = page.view.place
    keep(window, "patterns-ladder")
    place.show_stage(StepStage.GATE)
    keep(window, "patterns-ladder-questions")
    place.show_stage(StepStage.BEFORE)
    assert isinstance(place.card, BeforeCard)
    place.card.form.restore(BEFORE)
    keep(window, "patterns-ladder-before")
    going = context.store.open.add(
        Expectation(
            uid=new_uid(context.clock.now()),
            what=step.step,
            kind=ExpectationKind.EXPOSURE,
            step=step.uid,
            made_day=context.today,
            stay_min=20,
            **BEFORE,
        )
    )
    context.hub.announce(going.topics)
    assert isinstance(place.card, AfterCard)
    place.card.restore(AFTER)
    keep(window, "patterns-ladder-after")
    place.show_stage(StepStage.STOPPED)
    keep(window, "patterns-ladder-stopped")
    context.hub.announce(going.revert().topics)
    page.view.edit(on=True)
    keep(window, "patterns-ladder-steps")
    page.view.edit(on=False)
