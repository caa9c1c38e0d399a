"""The page for a session without a window: what was noted in some days, as a PDF or an HTML file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from rewire_app.atomic import write_atomic
from rewire_app.errors import BadInputError

if TYPE_CHECKING:
    from rewire_app.reports.session_facts import HandoutFacts
    from rewire_app.reports.session_handout import Handout, HandoutWish

    Paint = Callable[[Handout, str], bytes]
    """Makes the PDF on a kind of paper."""

PDF, HTML = ".pdf", (".html", ".htm")
USUAL_DAYS = 28


def report(profile: Path, given: argparse.Namespace, paint: Paint) -> int:
    """Write the page that was asked for; returns 0. Raises RewireError or OSError, and then wrote nothing.

    A name that is taken is left alone. `paint` makes the PDF: it needs what draws.
    """
    from rewire_app.reports.session_html import handout_as_html

    path = given.target.absolute()
    ending = path.suffix.lower()
    if ending != PDF and ending not in HTML:
        raise BadInputError("the name of the file says what is made; let it end in .pdf or .html")
    if path.exists() or path.is_symlink():
        raise BadInputError(f"there is something called {path.name} already; use another name")
    found = _handout(profile, given)
    content = paint(found, given.paper) if ending == PDF else handout_as_html(found).encode()
    write_atomic(path, content)
    print(f"The page for the session is in {path}. What you wrote is on it: read it before you hand it over.")
    return 0


def _handout(profile: Path, given: argparse.Namespace) -> Handout:
    from rewire_app import settings, terminal
    from rewire_app.content.library import Library
    from rewire_app.domain.days import ZoneClock, logical_day
    from rewire_app.reports.session_facts import read_facts
    from rewire_app.reports.session_page import handout
    from rewire_app.store.queries import day_start
    from rewire_app.store.store import Store

    vault = terminal.opened(profile, given.passphrase_file)
    try:
        hour = day_start(vault)
        today = logical_day(ZoneClock().now(), settings.load(profile).day_start if hour is None else hour)
        first, last = _days(given.first, given.last, today)
        facts = read_facts(Store(vault), Library(), first, last, today)
    finally:
        vault.close()
    return handout(facts, _wish(given, facts), today)


def _days(first: date | None, last: date | None, today: date) -> tuple[date, date]:
    """Four weeks up to `last`, or up to today, unless more is said; later days are not there yet."""
    end = min(last or today, today)
    begin = first or end - timedelta(days=USUAL_DAYS - 1)
    if begin > end:
        raise BadInputError("the first day is after the last; give the earlier day to --from")
    return begin, end


def _wish(given: argparse.Namespace, facts: HandoutFacts) -> HandoutWish:
    from rewire_app.reports.session_handout import USUAL, HandoutPart, HandoutWish

    chosen = {}
    if given.notes:
        chosen[HandoutPart.NOTES] = frozenset(one.uid for one in facts.notes)
    if given.pages:
        chosen[HandoutPart.RECORDS] = frozenset(one.line.uid for one in facts.records)
    if given.sheets:
        chosen[HandoutPart.SHEETS] = frozenset(one.key for one in facts.sheets if one.sort in given.sheets)
    left_out = {HandoutPart(name) for name in given.without}
    return HandoutWish(parts=(USUAL | set(chosen)) - left_out, chosen=chosen, initials=given.initials)
