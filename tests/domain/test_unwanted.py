"""When Today may ask whether anything made things worse."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rewire_app.domain.journal.unwanted import may_ask

TODAY = date(2026, 11, 24)


def ago(days: int | None) -> date | None:
    return None if days is None else TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("first", "latest", "answered", "distress", "asks"),
    [
        (30, 1, None, None, True),
        (29, 1, None, None, False),
        (300, 27, None, 7, True),
        (300, 28, None, None, False),
        (None, None, None, None, False),
        (300, 1, 30, None, True),
        (300, 1, 29, None, False),
        (300, 1, 0, None, False),
        (300, 1, -400, None, True),
        (300, 1, None, 8, False),
        (300, 1, None, 10, False),
        (-3, -3, None, None, False),
    ],
)
def test_it_is_asked_once_a_month_after_a_month_of_practice_and_on_no_hard_day(
    first: int | None, latest: int | None, answered: int | None, distress: int | None, asks: bool
) -> None:
    """In days before today; below 0 the clock was set back since."""
    found = may_ask(TODAY, first=ago(first), latest=ago(latest), answered=ago(answered), distress=distress)
    assert found is asks
