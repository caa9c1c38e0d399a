"""Lanes are chosen and ordered, remembered as keys alone, and one always stays."""

from __future__ import annotations

from rewire_app.charts.lane_choice import lane_wishes, list_words_of, moved, switched
from rewire_app.charts.notes import CustomSeries, daily
from tests.charts.conftest import TODAY


def energy(rows=()):
    return CustomSeries(
        uid="e1",
        name="Energy",
        low=0,
        high=10,
        low_words="worn out",
        high_words="awake",
        values=daily(list(rows)),
    )


def keys(wishes):
    return [wish.key for wish in wishes if wish.shown]


def test_at_first_the_four_lanes_and_own_measures_are_shown():
    wishes = lane_wishes("", [energy([(TODAY, 4)])])
    assert keys(wishes) == ["reactivity", "practice", "sleep", "stress", "own:e1"]
    assert [wish.name for wish in wishes if not wish.shown] == ["Mood"]


def test_the_choice_comes_back_as_it_was_kept():
    wishes = moved(lane_wishes("", [energy()]), "own:e1", -9)
    wishes = switched(switched(wishes, "sleep", shown=False), "mood", shown=True)
    line = list_words_of(wishes)
    assert line == "own:e1 reactivity practice -sleep stress mood"
    assert lane_wishes(line, [energy()]) == wishes


def test_the_last_lane_that_is_shown_stays():
    only_sleep = lane_wishes("sleep -reactivity -practice -stress -mood", [])
    assert switched(only_sleep, "sleep", shown=False) == only_sleep


def test_words_that_mean_nothing_are_left_out_and_new_measures_come_last():
    wishes = lane_wishes("stress own:gone stress nonsense -reactivity", [energy()])
    assert keys(wishes) == ["stress", "practice", "sleep", "own:e1"]
    assert keys(lane_wishes("-reactivity -practice -sleep -stress -mood", [])) == ["reactivity"]
