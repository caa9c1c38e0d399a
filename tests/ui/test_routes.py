"""Routes: each leads to a page or to what covers it, and a link in the content to what it names."""

from __future__ import annotations

from datetime import date

from rewire_app.ui.base import routes
from rewire_app.ui.base.routes import ArticleRoute, Route
from rewire_app.ui.frame.routes import PAGES


def test_every_route_leads_to_a_page_or_to_what_covers_it() -> None:
    fixed = [value for value in vars(routes).values() if isinstance(value, Route)]
    made = [routes.journal(date(2026, 11, 24)), routes.library("L07"), routes.lists("ladder")]
    own = [routes.change("own-tea"), routes.copy("d-stop"), routes.pattern("a" * 32)]
    tabs = [routes.pattern_page("a" * 32), routes.ladder("a" * 32), routes.guess("a" * 32)]
    made += [*tabs, routes.diary(date(2026, 11, 24))]
    assert len(fixed) > 10
    for route in [*fixed, *made, *own, routes.settings("plan")]:
        assert route.page in PAGES or route.page in ("run", "keys", "lock", "hide")


def test_links_in_the_content_lead_to_what_they_name() -> None:
    assert routes.of_link("article", "L07") == ArticleRoute(page="library", part="L07")
    assert routes.of_link("exercise", "b-paced") == routes.exercise("b-paced")
    assert routes.of_link("help", "") == routes.HELP


def test_a_route_can_be_said_in_one_word() -> None:
    assert str(routes.TODAY) == "today"
    assert str(routes.journal(date(2026, 11, 24), "evening")) == "journal/2026-11-24/evening"
