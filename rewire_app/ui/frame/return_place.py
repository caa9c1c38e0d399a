"""Where the person was when Rewire locked: kept among the notes, to be there again after unlocking."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.routes import Route
from rewire_app.ui.frame.covers import Covers
from rewire_app.ui.frame.routes import PAGES

KEY = "return"
"""Under which fact of the profile the place is kept; "" there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnPlace:
    """A page and which part of it; `playing`: an exercise lay over it; `day`: on which day that was."""

    page: str
    part: str
    playing: bool
    day: str

    def ways(self) -> tuple[Route, ...]:
        """Where to go: to the page, and from there on with the exercise."""
        library = self.page == "library" and self.part
        page = routes.library(self.part) if library else Route(page=self.page, part=self.part)
        return (page, routes.RESUME) if self.playing else (page,)


def keep_place(context: Context, place: Route, covers: Covers) -> None:
    """Keep where the person is, unless nothing of that may be kept; raises a StoreError."""
    if covers.unkept:
        return
    today = context.today.isoformat()
    here = ReturnPlace(page=place.page, part=place.part, playing=covers.playing, day=today)
    context.store.profile.put(KEY, json.dumps(asdict(here)))


def take_place(context: Context) -> tuple[Route, ...]:
    """The ways to where the person was, told once; none for another day. Raises a StoreError."""
    text = context.store.profile.get(KEY)
    if not text:
        return ()
    context.store.profile.put(KEY, "")
    try:
        kept = ReturnPlace(**json.loads(text))
    except (ValueError, TypeError):
        return ()
    if kept.day != context.today.isoformat() or kept.page not in PAGES:
        return ()
    return kept.ways()
