"""The JSON of Trends: every key it promises and no other, in full and with nothing noted at all."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta

import pytest

from rewire_app.content.library import Library
from rewire_app.domain.days import instant
from rewire_app.domain.journal.entries import DayEntry, Pause, new_uid
from rewire_app.exchange.sample.fill import fill
from rewire_app.insight.link import lag_profile
from rewire_app.reports import trends_json
from rewire_app.reports.trends import trends
from rewire_app.reports.trends_json import as_json
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault

TODAY = date(2026, 11, 24)
NONE, TEXT, NUMBER, FLAG = type(None), str, (int, float), bool
LINES = [TEXT]

LINK = {"slope": NUMBER, "low": NUMBER, "high": NUMBER, "rated_days": int, "unit": TEXT}
FINDING = {
    "key": TEXT,
    "title": TEXT,
    "sentence": TEXT,
    "step": (int, NONE),
    "step_word": (TEXT, NONE),
    "basis": TEXT,
    "not_proven": (TEXT, NONE),
    "notes": LINES,
    "missing": LINES,
    "worked_out": {"method": TEXT, "window": TEXT, "numbers": LINES, "assumptions": LINES},
    "figures": [{"title": TEXT, "headings": LINES, "rows": [LINES]}],
    "dated": TEXT,
    "from": TEXT,
    "to": TEXT,
}
MAYBE = (int, float, NONE)
WHOLE = (int, NONE)
VERDICT = {
    "case": TEXT,
    "step": int,
    "step_word": TEXT,
    "sentence": TEXT,
    "missing": LINES,
    "notes": LINES,
    "numbers": LINES,
    "basis": TEXT,
    "rated_days": int,
    "span_days": int,
    "from": TEXT,
    "to": TEXT,
    "since": (TEXT, NONE),
    "could_show": {"points": NUMBER, "later_points": MAYBE, "later_days": WHOLE},
}
ESTIMATES = (".link", ".link_today", ".link_adjusted", ".link_ahead", ".sleep_link", ".sleep_link_adjusted")
OPTIONAL = (*ESTIMATES, ".verdict.could_show", ".sleep_verdict.could_show", ".harder_weeks")
SCHEMA = {
    "from": TEXT,
    "to": TEXT,
    "consistency": {
        "share_percent": MAYBE,
        "share_words": TEXT,
        "share_why": TEXT,
        "strength_percent": MAYBE,
        "strength_words": TEXT,
        "strength_why": TEXT,
    },
    "verdict": VERDICT,
    "link": LINK,
    "link_today": LINK,
    "link_adjusted": LINK,
    "link_ahead": LINK,
    "sleep_verdict": VERDICT,
    "sleep_link": LINK,
    "sleep_link_adjusted": LINK,
    "findings": [FINDING],
    "lags": [
        {
            "days_earlier": int,
            "slope_points_of_10_per_practice_day": MAYBE,
            "low_points": MAYBE,
            "high_points": MAYBE,
        }
    ],
    "columns": [{"from": TEXT, "to": TEXT, "name": TEXT, "reading": TEXT, "under_way": FLAG}],
    "lanes": [
        {
            "key": TEXT,
            "title": TEXT,
            "what": TEXT,
            "scale_low": NUMBER,
            "scale_high": NUMBER,
            "marks": [{"shape": TEXT, "column": NUMBER, "value": NUMBER, "outlined": FLAG}],
        }
    ],
    "moments": [
        {
            "day": TEXT,
            "peak_0_to_10": MAYBE,
            "minutes_to_calm": MAYBE,
            "minutes_measured": (FLAG, NONE),
            "still_going": (FLAG, NONE),
            "new_response": (FLAG, NONE),
        }
    ],
    "settles": [
        {
            "what": TEXT,
            "times": int,
            "still_going": int,
            "minutes": NUMBER,
            "low": NUMBER,
            "high": NUMBER,
        }
    ],
    "trained": [
        {
            "trains": TEXT,
            "name": TEXT,
            "times_in_30_days": int,
            "last": (TEXT, NONE),
            "days_apart": MAYBE,
            "columns": [{"from": TEXT, "times": int}],
        }
    ],
    "places": [{"place": TEXT, "company": TEXT, "practised": int, "moments": int}],
    "sleep_habits": {
        "nights": int,
        "middle_moves_by_minutes": MAYBE,
        "weekend_later_by_minutes": MAYBE,
    },
    "nights": [
        {
            "day": TEXT,
            "bed": TEXT,
            "fell_asleep": TEXT,
            "woke": TEXT,
            "up": TEXT,
            "minutes_asleep": int,
            "minutes_in_bed": int,
            "middle": TEXT,
        }
    ],
    "harder_weeks": {
        "from": TEXT,
        "to": TEXT,
        "mean_before": NUMBER,
        "mean_in_them": NUMBER,
        "change_points": NUMBER,
    },
    "unwanted_effects": [{"day": TEXT, "answer": TEXT, "what": (TEXT, NONE), "offered": FLAG}],
    "questionnaires": [{"questionnaire": TEXT, "day": TEXT, "total": NUMBER}],
    "own_measures": [
        {
            "name": TEXT,
            "kind": TEXT,
            "unit": TEXT,
            "scale_low": NUMBER,
            "scale_high": NUMBER,
            "values": [{"day": TEXT, "value": MAYBE}],
        }
    ],
    "days": [
        {
            "day": TEXT,
            "practised": WHOLE,
            "minutes": MAYBE,
            "planned_per_week": WHOLE,
            "paused": WHOLE,
            "share_percent": MAYBE,
            "strength_percent": MAYBE,
            "reactivity": MAYBE,
            "stress": MAYBE,
            "mood": MAYBE,
            "asleep_minutes": MAYBE,
            "moments": WHOLE,
            "highest_peak": MAYBE,
        }
    ],
}


def faults(value, shape, where="", *, optional=()):
    """Where `value` has not exactly the keys and types of `shape`."""
    if isinstance(shape, dict):
        if value is None and where in optional:
            return []
        if not isinstance(value, dict) or set(value) != set(shape):
            return [f"{where}: {sorted(value) if isinstance(value, dict) else value!r}"]
        return [
            fault
            for key in shape
            for fault in faults(value[key], shape[key], f"{where}.{key}", optional=optional)
        ]
    if isinstance(shape, list):
        return [fault for each in value for fault in faults(each, shape[0], f"{where}[]", optional=optional)]
    return [] if isinstance(value, shape) else [f"{where}: {value!r}"]


@pytest.fixture(params=[0, 3, 60, 200])
def told(request, tmp_path):
    """What is told after that many days of notes."""
    vault = open_vault(tmp_path)
    if request.param:
        fill(Store(vault), request.param, 7, TODAY)
    found = trends(vault, Library(), TODAY)
    yield found, json.loads(as_json(found)), request.param
    vault.close()


def test_every_promised_key_is_there_and_no_other(told):
    _found, whole, _days = told
    experiments = whole.pop("experiments")
    assert isinstance(experiments, list)
    assert faults(whole, SCHEMA, optional=OPTIONAL) == []


def test_every_key_is_told_about(told):
    _found, whole, _days = told
    described = trends_json.__doc__ or ""
    for key in whole:
        assert key in described


def test_the_findings_are_those_of_the_page_in_their_order(told):
    found, whole, _days = told
    assert [each["key"] for each in whole["findings"]] == [
        "link",
        "sleep",
        "before_and_now",
        "moments",
        "eased",
        "consistency",
    ]
    assert [each["sentence"] for each in whole["findings"]] == [each.sentence for each in found.findings]
    assert whole["findings"][0]["sentence"] == whole["verdict"]["sentence"]
    assert whole["findings"][1]["sentence"] == whole["sleep_verdict"]["sentence"]


def test_what_the_days_could_show_is_told_with_its_sentence(told):
    found, whole, days = told
    seen = whole["verdict"]["could_show"]
    assert (seen is not None) is (days == 200)
    if seen:
        assert seen["points"] == found.comparison.verdict.sight.smallest
        assert f"could show a link of {seen['points']}" in whole["verdict"]["sentence"]
        assert f"At this pace {seen['later_points']}" in whole["verdict"]["sentence"]
        later = TODAY - timedelta(days=2) + timedelta(days=seen["later_days"])
        assert f"around {later:%B}." in whole["verdict"]["sentence"]


def test_lags_are_there_once_there_is_a_link_and_are_those_of_the_profile(told):
    found, whole, days = told
    assert bool(whole["lags"]) is (whole["link"] is not None) is (days == 200)
    if whole["lags"]:
        compared = found.comparison.days
        profile = lag_profile(compared.amounts, compared.reactivity, compared.paused)
        assert [each["slope_points_of_10_per_practice_day"] for each in whole["lags"]] == [
            each.slope for each in profile
        ]


def test_moments_and_lanes_are_those_of_the_days(told):
    _found, whole, _days = told
    assert len(whole["moments"]) == sum(day["moments"] or 0 for day in whole["days"])
    assert whole["columns"][0]["from"] <= whole["from"]
    keys = {lane["key"] for lane in whole["lanes"]}
    assert {"reactivity", "practice", "sleep", "stress"} <= keys


def test_a_day_after_the_last_note_is_not_known_unless_it_is_paused(tmp_path):
    vault = open_vault(tmp_path)
    store = Store(vault)
    for day in (TODAY - timedelta(days=9), TODAY - timedelta(days=5)):
        at = instant(datetime.combine(day, time(21), UTC))
        store.days.put(DayEntry(uid=new_uid(at), day=day, at=at, reactivity=5))
    store.pauses.add(Pause(uid=new_uid(at), from_day=TODAY - timedelta(days=1)))
    days = json.loads(as_json(trends(vault, Library(), TODAY)))["days"][-11:]
    vault.close()
    told = [(day["practised"], day["moments"], day["paused"]) for day in days]
    unknown, nothing, paused = (None, None, None), (0, 0, 0), (None, None, 1)
    assert told == [unknown, *[nothing] * 5, *[unknown] * 3, *[paused] * 2]
