"""What every view of the player is given besides its screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rewire_app.errors import ContentError
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import Route

if TYPE_CHECKING:
    from datetime import date

    from rewire_app.content.library import Library
    from rewire_app.domain.custom import BreathPattern
    from rewire_app.domain.exercise.exercise import Pace
    from rewire_app.domain.exercise.screens import FinishScreen
    from rewire_app.ui.base.people import PeopleCard

GROUNDING = ("a-anchor", "b-54321")
"""The exercises that are offered when something was hard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The library, the exercise under way, a monotonic clock, today, and how long it has taken (seconds).

    `people` makes the card with the few numbers to call first. `say` tells what went well, over the pages.
    `worse`: whether this pass and the two rated ones before it each ended worse than they began.
    `counts`: whether it counts as practice if it ends as it stands. `letters`: whether keys of a single
    letter may do something. `lists`: what this pass keeps in the person's lists, in one line, or "". `made`:
    what it made, where that says more than how long it took, or "". `withheld`: what is not to be offered.
    `unkept`: nothing of the pass is written anywhere.
    `keep_pattern` writes a breathing pattern down and returns why it could not be, or "". `plan_minutes`: the
    length in the plan for this exercise, 0 where it has none, None without such a plan; `keep_for_plan`
    changes it, True once written. `stretch`: how many times as long a timed step takes as it says.
    `where`: place and company as noted so far, "" each; `write_where` notes them.
    `night`: nothing tells a time.
    """

    library: Library
    exercise: str
    clock: Callable[[], float]
    seconds: Callable[[], int]
    today: date
    people: Callable[..., PeopleCard]
    say: Callable[[str], None]
    worse: Callable[[], bool] = lambda: False
    counts: Callable[[], bool] = lambda: True
    letters: Callable[[], bool] = lambda: True
    lists: Callable[[], str] = str
    made: Callable[[], str] = str
    withheld: frozenset[str] = frozenset()
    unkept: bool = False
    keep_pattern: Callable[[BreathPattern], str] | None = None
    remember_pace: Callable[[Pace], None] = lambda _pace: None
    plan_minutes: Callable[[], float | None] = lambda: None
    keep_for_plan: Callable[[float], bool] = lambda _minutes: False
    stretch: Callable[[], float] = lambda: 1.0
    where: Callable[[], tuple[str, str]] = lambda: ("", "")
    write_where: Callable[[str, str], None] = lambda _place, _company: None
    night: bool = False

    @property
    def repeats(self) -> bool:
        """Whether the end offers the same exercise again: what leaves no trace and the night end quietly."""
        return not self.unkept and not self.night

    def grounding(self) -> list[tuple[Route, str]]:
        """Route and words of each grounding exercise but the one under way, and what made things worse."""
        known = set(self.library.exercise_ids()) - self.withheld - {self.exercise}
        wanted = [key for key in GROUNDING if key in known]
        return [(routes.run(key), self.library.exercise(key).title) for key in wanted]

    def following(self, screen: FinishScreen) -> tuple[Route, str] | None:
        """Route and title of the exercise that follows; None where none does, or it is not to be offered."""
        one = screen.next
        if one is None or one.to in self.withheld or one.to not in self.library.exercise_ids():
            return None
        return routes.follow(one.to, screen.hands), self.library.exercise(one.to).title

    def link(self, link: str) -> tuple[Route, str, str] | None:
        """Route, words and icon for the `link` of a screen; None when it leads nowhere."""
        if link == "help":
            return routes.of_link("help", ""), _("Open Help now"), "help"
        if link in self.library.exercise_ids():
            title = self.library.exercise(link).title
            return routes.run(link), _("Go to {exercise}").format(exercise=title), "practice"
        try:
            title = self.library.article(link).title
        except ContentError:
            return None
        return routes.of_link("article", link), _("Read: {article}").format(article=title), "library"
