"""`rewire trends` knows what the page knows, from a real store, as sentences and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from rewire_app.charts.lanes import little_yet
from rewire_app.content.library import Library
from rewire_app.domain.journal.entries import MedicineNote
from rewire_app.errors import BadInputError
from rewire_app.exchange.sample.fill import fill
from rewire_app.insight.consistency import share_of_plan, strength
from rewire_app.insight.findings import Certainty
from rewire_app.insight.link import estimate_link
from rewire_app.insight.looks import KeptLook, WeeklyLook
from rewire_app.reports.trends import read_notes, trends
from rewire_app.reports.trends_json import as_json
from rewire_app.store import plan_queries
from rewire_app.store import queries as reads
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import Vault, open_vault
from tests.store import entries as make
from tests.store.journal_entries import score as make_score

TODAY = date(2026, 11, 24)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Vault]:
    vault = open_vault(tmp_path / "profile")
    yield vault
    vault.close()


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    vault = open_vault(tmp_path_factory.mktemp("year") / "profile")
    fill(Store(vault), 365, 3, TODAY)
    yield vault
    vault.close()


def test_an_empty_profile_is_told_calmly(empty):
    found = trends(empty, Library(), TODAY)
    assert "Share of plan: not shown yet." in found.as_text()
    assert "You have 0 rated days; 42 are needed, over at least eight weeks." in found.as_text()
    told = json.loads(as_json(found))
    assert (told["from"], told["to"]) == ("2026-08-24", "2026-11-24")
    assert told["link"] is None
    assert told["verdict"]["step"] == 1
    assert len(told["days"]) == 93
    assert told["days"][0] == {
        "day": "2026-08-24",
        "practised": None,
        "minutes": None,
        "planned_per_week": None,
        "paused": None,
        "share_percent": None,
        "strength_percent": None,
        "reactivity": None,
        "stress": None,
        "mood": None,
        "asleep_minutes": None,
        "moments": None,
        "highest_peak": None,
    }


def test_a_pass_that_does_not_count_is_no_noted_day(empty):
    store = Store(empty)
    store.practices.add(make.practice(day=TODAY, status=make.Status.STOPPED, seconds=20, steps_done=1))
    notes = read_notes(empty, TODAY.toordinal())
    assert notes.noted_days() == 0
    assert little_yet(notes, TODAY.toordinal()).little.words == "Nothing is noted yet."
    store.practices.add(make.practice(1, day=TODAY, seconds=20))
    assert read_notes(empty, TODAY.toordinal()).noted_days() == 1


def test_the_json_holds_the_numbers_of_the_pure_functions(year):
    told = json.loads(as_json(trends(year, Library(), TODAY, date(2025, 11, 25), TODAY)))
    days = told["days"]
    assert len(days) == 365

    def series(name):
        return np.array([np.nan if one[name] is None else one[name] for one in days], dtype=float)

    first = date(2025, 11, 25).toordinal()
    plan = np.array([per_week for _day, per_week in plan_queries.plan_history(year)])
    starts = np.array([day for day, _per_week in plan_queries.plan_history(year)])
    at = np.searchsorted(starts, np.arange(first, first + 365), side="right") - 1
    paused = np.zeros(365, dtype=bool)
    for start, end in plan_queries.pauses(year):
        paused[max(0, start - first) : (end or 10**7) - first + 1] = True
    practised, per_week = series("practised"), plan[np.maximum(at, 0)]
    np.testing.assert_allclose(series("share_percent"), share_of_plan(practised, per_week, paused))
    np.testing.assert_allclose(series("strength_percent"), strength(practised, per_week, paused))
    assert told["consistency"]["strength_percent"] == days[-1]["strength_percent"]


def test_the_link_is_that_of_the_days_it_names(year):
    told = json.loads(as_json(trends(year, Library(), TODAY)))
    days = json.loads(as_json(trends(year, Library(), TODAY, date(2025, 11, 25))))["days"]
    inside = [one for one in days if told["verdict"]["from"] <= one["day"] <= told["verdict"]["to"]]
    assert len(inside) == 363
    assert told["verdict"]["to"] == "2026-11-22"
    again = estimate_link(
        *(
            [np.nan if one[name] is None else one[name] for one in inside]
            for name in ("practised", "reactivity", "paused")
        )
    )
    assert (told["link"]["slope"], told["link"]["low"], told["link"]["high"]) == pytest.approx(
        (again.slope, again.low, again.high)
    )
    assert told["link"]["rated_days"] == again.rated_days
    assert told["link"]["unit"] == "points of 10 per practice day"


def test_what_is_read_is_what_was_noted(year):
    first, last = reads.first_and_last_day(year) or (0, 0)
    all_notes = read_notes(year, TODAY.toordinal())
    assert (all_notes.first, all_notes.last) == (first, last)
    rows = reads.ratings(year, "reactivity", first, last)
    assert list(zip(all_notes.reactivity.days, all_notes.reactivity.values, strict=True)) == rows
    assert len(all_notes.moments.days) == len(reads.moments(year, first, last))
    recent = read_notes(year, TODAY.toordinal(), TODAY.toordinal() - 30)
    assert len(recent.practice.days) == len(all_notes.practice.days)
    assert recent.stress.days[0] >= TODAY.toordinal() - 375
    assert len(recent.reactivity.days) == len(all_notes.reactivity.days)
    assert len(recent.moments.days) == len(all_notes.moments.days)


def test_an_earlier_end_looks_from_that_day_and_no_later(year):
    earlier = TODAY - timedelta(days=100)
    found = trends(year, Library(), TODAY, end=earlier)
    assert found.last == earlier
    assert found.notes.last is not None
    assert found.notes.last <= earlier.toordinal()
    assert found.comparison.last <= earlier.toordinal()


def test_days_to_come_count_as_today(year):
    assert trends(year, Library(), TODAY, end=TODAY + timedelta(days=40)).last == TODAY


def test_a_start_after_the_end_is_refused_in_a_sentence(year):
    with pytest.raises(BadInputError, match="needs to be on or before"):
        trends(year, Library(), TODAY, TODAY, TODAY - timedelta(days=1))


def test_the_text_says_each_finding_once(year):
    found = trends(year, Library(), TODAY)
    text = found.as_text()
    assert {"link", "sleep", "before_and_now"} < {each.key for each in found.findings}
    for each in found.findings:
        assert text.count(each.sentence) == (each.key != "consistency")
    assert f"\nSleep against reactivity: {found.sleep.step_word} (" in text


def test_the_command_line_tells_what_the_last_look_said_and_makes_none(empty):
    store = Store(empty)
    fill(store, 200, 7, TODAY)
    saves = empty.commit_seq
    assert trends(empty, Library(), TODAY).comparison.verdict.side == 0
    assert reads.looks(empty) == []
    assert empty.commit_seq == saves
    link = trends(empty, Library(), TODAY).comparison.verdict.link
    assert link.p > 0.05  # a look would not keep it
    side = int(np.sign(link.slope))
    said = WeeklyLook(side=side, step=Certainty.LIKELY, since=TODAY.toordinal() - 60)
    store.looks.keep([KeptLook(card="link", week=TODAY.toordinal() - 9, look=said)])
    found = trends(empty, Library(), TODAY)
    assert found.comparison.verdict.look == said
    assert "Said since 25 September." in found.as_text()
    assert json.loads(as_json(found))["verdict"]["since"] == "2026-09-25"
    assert empty.commit_seq == saves + 1


def test_the_text_gives_a_count_no_certainty(year):
    lines = trends(year, Library(), TODAY).as_text().splitlines()
    assert "What eased during exercises" in lines
    assert [line for line in lines if line.startswith("Before and now: ") and line.endswith(" of 4)")]


def test_the_text_is_made_of_sentences(year):
    text = trends(year, Library(), TODAY, TODAY - timedelta(days=90)).as_text()
    lines = text.splitlines()
    assert lines[0] == "Trends, 26 August to 24 November 2026"
    assert all(line.endswith(".") for line in lines if line.startswith("  "))
    assert "Days up to 22 November 2026 count." in text
    assert "nan" not in text.lower().split()


def test_medicine_that_was_changed_stands_over_every_lane_on_its_day(empty):
    changed, taken = (make.day_entry(day=TODAY - timedelta(days=back), stress=4) for back in (9, 20))
    Store(empty).days.put(replace(changed, medicine=MedicineNote.CHANGED))
    Store(empty).days.put(replace(taken, medicine=MedicineNote.TAKEN))
    [event] = trends(empty, Library(), TODAY).lanes.events
    assert (event.words, event.uid, event.x_end) == ("Medicine changed", "", None)
    assert event.first == event.last == TODAY.toordinal() - 9


def test_totals_of_questionnaires_are_told_to_other_programs_for_the_days_asked_about(empty):
    for back, total in ((200, 9.0), (20, 4.0)):
        day = TODAY - timedelta(days=back)
        Store(empty).scores.add(replace(make_score(), uid=f"{back:032}", day=day, total=total))
    told = json.loads(as_json(trends(empty, Library(), TODAY)))
    assert told["questionnaires"] == [{"questionnaire": "phq-4", "day": "2026-11-04", "total": 4.0}]
