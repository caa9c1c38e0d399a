"""How long a check of the crisis lines is good for."""

from __future__ import annotations

from datetime import date

import pytest

from rewire_app.domain.crisis import Crisis


@pytest.mark.parametrize(
    ("checked", "today", "aged"),
    [
        (date(2026, 11, 22), date(2026, 11, 24), False),
        (date(2026, 11, 22), date(2027, 5, 22), False),
        (date(2026, 11, 22), date(2027, 5, 23), True),
        (date(2026, 11, 22), date(2027, 6, 1), True),
        (date(2026, 8, 31), date(2027, 2, 28), False),
        (date(2026, 8, 31), date(2027, 3, 1), True),
        (date(2026, 11, 22), date(2026, 11, 1), False),
    ],
)
def test_numbers_age_after_six_months(checked: date, today: date, aged: bool) -> None:
    assert Crisis(checked=checked, fallback="", countries=()).aged(today) is aged
