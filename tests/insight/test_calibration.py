"""A year of weekly looks keeps its promises on simulated people (slow), and the usual recipe does not."""

from __future__ import annotations

import pytest

from tests.insight import calibration
from tests.insight.calibration import NOTHING, WEEKENDS, year
from tests.insight.diaries import ERRORS


def missed(**limits: bool) -> list[str]:
    """Which bars are not met."""
    return [name for name, met in limits.items() if not met]


@pytest.mark.slow
@pytest.mark.parametrize("scenario", NOTHING)
def test_a_year_of_looks_seldom_finds_a_link_where_there_is_none(scenario):
    one = year(scenario)
    assert missed(said=one.ever <= 6.5, strong=one.strong_lower <= 3.5) == []
    assert one.usual > 6.5
    assert one.steady > 6.5


@pytest.mark.slow
@pytest.mark.parametrize(
    ("scenario", "any_card", "sleep", "strong"),
    [
        ("base", 15, 6, 6),
        ("weekend", 15, 6, 6),
        ("weekend from Friday", 15, 6, 6),
        ("sleep follows stress", 17.5, 9, 4),
    ],
)
def test_a_year_of_looks_at_the_page_seldom_says_anything_where_nothing_goes_on(
    scenario, any_card, sleep, strong
):
    one = calibration.page(scenario)
    bars = {
        "any": one.any_card <= any_card,
        "sleep": one.sleep <= sleep,
        "strong": one.sleep_strong <= strong,
        "change": one.change <= 6,
    }
    assert missed(**bars) == []
    assert one.usual[3] > 17.5
    assert one.steady[3] > 17.5


@pytest.mark.slow
@pytest.mark.parametrize(
    ("scenario", "higher"), [("same evening -0.5", 3), ("same evening -1", 1.5), ("same evening -2", 1.5)]
)
def test_what_helps_the_same_evening_is_seldom_told_as_harm(scenario, higher):
    assert year(scenario).higher <= higher


@pytest.mark.slow
@pytest.mark.parametrize(("slope", "stands"), [(0.2, 40), (0.3, 74)])
def test_a_true_harm_still_stands_at_the_end_of_the_year(slope, stands):
    assert year("base", slope).stands_higher >= stands


@pytest.mark.slow
@pytest.mark.parametrize(("slope", "stands", "strong"), [(-0.2, 47, 36), (-0.3, 87, 77)])
def test_a_true_help_stands_at_the_end_of_the_year_and_is_hardly_ever_taken_back(slope, stands, strong):
    one = year("base", slope)
    bars = {
        "stands": one.stands_lower >= stands,
        "strong": one.stands_strong >= strong,
        "lost": one.lost <= 0.25,
    }
    assert missed(**bars) == []


@pytest.mark.slow
def test_the_size_told_of_a_small_help_is_hardly_too_large():
    assert abs(year("base", -0.1).size) <= 0.25


@pytest.mark.slow
@pytest.mark.parametrize("errors", ERRORS)
def test_one_look_is_hardly_ever_wrong_however_days_resemble_each_other(errors):
    assert [one.said for one in calibration.one_look(errors) if one.said > 2] == []


@pytest.mark.slow
def test_the_interval_keeps_its_promise_and_the_usual_recipe_does_not():
    looks = [one for errors in ERRORS for slope in (0.0, -0.3) for one in calibration.one_look(errors, slope)]
    null = [one for errors in ERRORS for one in calibration.one_look(errors)]

    def bar(alarms: list[float], covered: list[float]) -> list[str]:
        return missed(
            alarms=max(alarms) <= 8.5,
            mean_alarms=sum(alarms) / len(alarms) <= 5.5,
            covered=min(covered) >= 92,
            mean_covered=sum(covered) / len(covered) >= 94,
        )

    assert bar([one.at_95 for one in null], [one.covered for one in looks]) == []
    assert len(bar([one.usual for one in null], [one.usual_covered for one in looks])) == 4


@pytest.mark.slow
@pytest.mark.parametrize("errors", [name for name in ERRORS if name != "near random walk + noise"])
def test_before_and_now_is_hardly_ever_wrong_at_one_look(errors):
    assert [one.said for one in calibration.change_look(errors) if one.said > 2] == []


@pytest.mark.slow
def test_noting_stress_spares_most_of_what_hard_weeks_seen_coming_make_strong():
    noted, never = (year(f"hard weeks, {how}").strong_lower for how in ("noted", "not noted"))
    assert noted <= never / 2


@pytest.mark.slow
@pytest.mark.parametrize("scenario", WEEKENDS)
def test_longer_calmer_weekends_are_not_told_as_sleep(scenario):
    looks = calibration.weekend_look(scenario)
    assert [one for one in looks if one.said > 2 or one.at_95 > 8] == []
    assert looks[-1].usual > 8  # without the weekday columns


@pytest.mark.slow
def test_an_illness_pause_is_not_told_as_too_little_practice():
    assert [one for one in calibration.pause_look() if one.said > 2 or one.at_95 > 8] == []


@pytest.mark.slow
def test_the_smallest_link_a_person_is_told_of_would_be_found():
    at_8, *later = calibration.smallest_found()
    assert at_8 >= 70
    assert [share for share in later if not 74 <= share <= 87] == []


@pytest.mark.slow
@pytest.mark.parametrize("errors", ["independent", "AR(1) .5", "slow mood (.9) + noise"])
def test_looking_at_every_lag_raises_few_false_alarms(errors):
    assert [share for share in calibration.any_lag(errors) if share > 7] == []


def test_a_few_people_are_not_misled_in_a_year_of_looks_and_the_usual_recipe_misleads_most():
    one = year("base", people=40)
    assert one.ever <= 15
    assert one.usual >= 50


def test_most_of_a_few_people_are_told_of_a_true_help_by_the_end_of_the_year():
    assert year("base", -0.3, people=40).stands_lower >= 70


@pytest.mark.parametrize("errors", ERRORS)
def test_a_few_people_are_not_misled_at_one_look(errors):
    (one,) = calibration.one_look(errors, people=40, ends=(60,))
    assert one.said <= 7.5
    assert one.at_95 <= 20
