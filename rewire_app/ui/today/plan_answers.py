"""What can be said of the plan after some days away: one press each, and each can be undone."""

from __future__ import annotations

from rewire_app.domain.journal.entries import Pause, new_uid
from rewire_app.domain.journal.returning import ended, smaller
from rewire_app.i18n import _
from rewire_app.reports.way_back import WayBack
from rewire_app.store.looking_back import PLAN_FITS
from rewire_app.ui.base.context import Context


class PlanAnswers:
    """Keeps an answer; `last`: the last day with an entry, which says which absence it belongs to.

    `small`: the smaller plans that are offered, none when they are that small already.
    """

    def __init__(self, context: Context, back: WayBack, last: str) -> None:
        self._context, self._last = context, last
        assert back.plans, "there is a plan to answer about"
        self._plans = back.plans
        shrunk = (
            smaller(plan, self._uid(), context.today, least)
            for plan, least in zip(back.plans, back.least, strict=True)
        )
        self.small = tuple(plan for plan in shrunk if plan is not None)

    def _uid(self) -> str:
        return new_uid(self._context.clock.now())

    def fits(self) -> None:
        """The plan stays as it is."""
        context = self._context
        context.hub.do(_("the plan stays as it is"), context.store.profile.put, PLAN_FITS, self._last)

    def smaller(self) -> None:
        """Fewer days and minutes from today on."""
        context = self._context
        if self.small:
            context.hub.do(_("a smaller plan"), context.store.many, self.small)

    def pause(self) -> None:
        """The plan waits from today on."""
        context = self._context
        pause = Pause(uid=new_uid(context.clock.now()), from_day=context.today)
        context.hub.do(_("the plan is paused"), context.store.pauses.add, pause)

    def none(self) -> None:
        """Nothing is planned from today on."""
        context = self._context
        gone = [ended(plan, self._uid(), context.today) for plan in self._plans]
        context.hub.do(_("no plan for now"), context.store.many, gone)
