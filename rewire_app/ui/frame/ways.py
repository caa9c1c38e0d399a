"""Where a route leads: to a page, or into an exercise; before the notes are open, as far as that goes."""

from __future__ import annotations

from rewire_app.errors import ContentError
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route, RunRoute
from rewire_app.ui.frame.covers import Covers
from rewire_app.ui.frame.pages import Pages

OF_PATTERNS = ("patterns", "ladders", "guesses", "records", "values", "plans", "diary")
BEGIN_ANEW = (
    "due",
    "library",
    "lists",
    "state",
    "custom",
    "practised",
    "unwanted",
    "questionnaires",
    "packs",
    "session",
    "bringing",
    "taking",
    *OF_PATTERNS,
)
"""Pages that show their beginning again when nothing in them is asked for."""


class Ways:
    """Follows routes."""

    def __init__(self, context: Context, pages: Pages, covers: Covers) -> None:
        self._context, self._pages, self._covers = context, pages, covers
        self._wanted: Route | None = None
        self._before_help = routes.TODAY.page

    def go(self, route: Route) -> None:
        """Show what `route` names; until the notes are open, the newest wish is kept."""
        session = self._context.session
        if route == routes.HELP:
            self._help()
        elif session is None:
            self._go_without_notes(route)
        elif not self._covers.may_end():
            self._covers.back()
        elif route == routes.RESUME:
            saved = session.store.runs.load()
            if saved is not None and self._is_there(saved.exercise):
                self._covers.play(saved.exercise, saved)
        elif route.page == "run":
            wish = route if isinstance(route, RunRoute) else routes.run(route.part)
            if self._is_there(wish.part):
                self._covers.play(wish.part, minutes=wish.minutes)
                self._covers.fill_in(wish.words_of, wish.handed or ())
        else:
            self._open(route)

    def _is_there(self, exercise: str) -> bool:
        """Whether `exercise` can be begun; of one that is gone its page is shown, which says so."""
        try:
            self._context.library.exercise(exercise)
        except ContentError:
            self._open(routes.exercise(exercise))
            return False
        return True

    def back(self) -> None:
        """From Help to what waits under it, or to the page on which it was asked for, as it was left."""
        if self._covers.waiting:
            self._covers.back()
        else:
            self._pages.show_page(self._before_help)

    @property
    def waits(self) -> bool:
        """Whether another page than Today is wished for, and waits for the notes to be open."""
        return self._wanted is not None

    def grant(self) -> None:
        """The notes are open: go where it was wished for meanwhile."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.go(wanted)

    def _go_without_notes(self, route: Route) -> None:
        """There is Today, empty, or else the screen that says why, or asks for the passphrase."""
        self._wanted = None if route == routes.TODAY else route
        if self._covers.stays:
            self._covers.back()
        elif route == routes.TODAY:
            self._open(route)

    def _help(self) -> None:
        """What covers the pages waits under Help; every other page ends it."""
        from rewire_app.ui.help.page import HelpPage

        def begin(page: Page) -> None:
            assert isinstance(page, HelpPage)
            page.begin(waiting=self._covers.waiting)

        if (place := self._pages.place) != routes.HELP:
            self._before_help = place.page
        self._covers.step_aside(lambda: self._pages.show_page("help", begin))

    def _open(self, route: Route) -> None:
        self._covers.uncover(lambda: show_in(self._pages, route))


def show_in(pages: Pages, route: Route) -> None:
    """Show what `route` names among `pages`."""

    def begin(page: Page) -> None:
        if route.part or route.at or route.page in BEGIN_ANEW:
            page.open(route)

    pages.show_page(route.page, begin)
