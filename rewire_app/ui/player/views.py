"""Which view shows which kind of screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rewire_app.domain.exercise.screens import Screen, ScreenKind
from rewire_app.ui.player.ask import AskView
from rewire_app.ui.player.breathe import BreatheView
from rewire_app.ui.player.care import CareView
from rewire_app.ui.player.caution import CautionView
from rewire_app.ui.player.choose import PickView, RateView
from rewire_app.ui.player.finish import FinishView
from rewire_app.ui.player.night import NightEndView
from rewire_app.ui.player.person_first import PersonFirstView
from rewire_app.ui.player.plan import PlanView
from rewire_app.ui.player.rows import RowsView
from rewire_app.ui.player.say import SayView
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import View
from rewire_app.ui.player.way_out import ExitView

VIEWS: dict[ScreenKind, Callable[[Any, Stage], View]] = {
    ScreenKind.CAUTION: CautionView,
    ScreenKind.SAY: SayView,
    ScreenKind.PERSON: PersonFirstView,
    ScreenKind.BREATHE: BreatheView,
    ScreenKind.ASK: AskView,
    ScreenKind.PICK: PickView,
    ScreenKind.CARE: CareView,
    ScreenKind.RATE: RateView,
    ScreenKind.LIST: RowsView,
    ScreenKind.PLAN: PlanView,
    ScreenKind.EXIT: ExitView,
    ScreenKind.FINISH: FinishView,
}
"""Every kind has exactly one view; a guard test holds this table to it."""


def view_of(screen: Screen, stage: Stage) -> View:
    """The view for `screen`; at night the end is nothing but that."""
    if stage.night and screen.kind is ScreenKind.FINISH:
        return NightEndView(screen, stage)
    return VIEWS[screen.kind](screen, stage)
