"""Series and periods stay apart for people who see fewer colours; the numbers are those of the themes."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from rewire_app.choosing import theme_names
from rewire_app.ui.charts.period_key import ROLES, SYMBOLS
from rewire_app.ui.widgets.theme import read_colours
from tests.charts.colour_vision import SEEN, apart, ciede2000

SERIES = ("coral", "primary", "indigo", "amber")
SERIES_APART = 13.0
"""CIEDE2000 that two series keep at least; each also has a shape of its own."""
PERIODS_APART = 18.0


@pytest.mark.parametrize(
    ("one", "two", "distance"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.5, 0.0), (58.0, 24.0, 15.0), 19.4535),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ],
)
def test_the_distance_is_that_of_the_published_pairs(one, two, distance):
    assert ciede2000(np.array(one), np.array(two)) == pytest.approx(distance, abs=1e-4)


@pytest.mark.parametrize("seen", SEEN)
def test_grey_stays_grey_however_it_is_seen(seen):
    assert apart("#808080", "#808080", seen) == 0
    assert SEEN[seen].sum(axis=1) == pytest.approx([1, 1, 1], abs=1e-4)


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize("name", theme_names())
def test_every_pair_of_series_stays_apart(name, seen):
    colours = read_colours(name)
    for one, two in combinations(SERIES, 2):
        assert apart(colours[one], colours[two], seen) >= SERIES_APART, (one, two)


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize("name", theme_names())
def test_every_pair_of_periods_stays_apart_and_has_its_own_shape(name, seen):
    colours = read_colours(name)
    for one, two in combinations(ROLES, 2):
        assert apart(colours[one], colours[two], seen) >= PERIODS_APART, (one, two)
    assert len(set(SYMBOLS)) == len(ROLES) == 3
