"""What is said follows the rules as they were simulated: a second statement of them, on random legs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rewire_app.insight.findings import Certainty
from rewire_app.insight.legs import Legs
from rewire_app.insight.looks import WeeklyLook
from rewire_app.insight.questions import PRACTICE, SLEEP
from rewire_app.insight.regression import NoEstimate, refused
from rewire_app.insight.rules import RULES, Case, Qualifier
from rewire_app.insight.verdict import weigh
from tests.insight.made_legs import GOOD, NONE, PLENTY, SOME, SURE, leg, legs_of, unchecked

SAY, KEEP = 0.005, 0.05

slopes = st.sampled_from([-1.2, -0.3, -0.02, 0.02, 0.3, 1.2])
ps = st.sampled_from([1e-6, 0.0049, 0.0051, 0.02, 0.0499, 0.0501, 0.1, 0.1999, 0.2001, 0.6])
made = st.builds(leg, slopes, ps)
befores = st.one_of(
    st.none(),
    st.builds(
        WeeklyLook,
        side=st.sampled_from([-1, 1]),
        step=st.sampled_from([Certainty.LIKELY, Certainty.STRONG]),
        since=st.just(700_000),
    ),
    st.builds(WeeklyLook, side=st.just(0), step=st.sampled_from([Certainty.UNCLEAR, Certainty.STRONG])),
)
practice = st.builds(
    Legs,
    link=made,
    today=made,
    evening=made,
    adjusted=st.one_of(st.none(), st.just(unchecked()), made),
    ahead=st.one_of(st.just(unchecked()), made),
)
sleep = st.builds(Legs, link=made, adjusted=st.one_of(st.none(), st.just(unchecked()), made))


def sign(value: float) -> int:
    return (value > 0) - (value < 0)


def reached(legs: Legs, c: float) -> int:
    """The box of the rule for practice at one level: -4, -3, 0, 3 or 4, the sign being the side."""
    one, today, also = legs.link, legs.today, legs.evening
    adjusted = legs.adjusted if legs.adjusted is not None and legs.adjusted.refusal is None else None
    agree = sign(today.slope) == sign(one.slope)
    agree = agree and (adjusted is None or sign(adjusted.slope) == sign(one.slope))
    unflagged = not (legs.ahead.refusal is None and legs.ahead.p < 0.05)
    strong = adjusted is not None and adjusted.p < c and today.p < c and unflagged
    if one.p < c and one.slope < 0 and agree:
        return -4 if strong else -3
    if one.p < c and one.slope > 0 and agree and today.p < c and not (also.slope < 0 and also.p < 0.20):
        return 4 if strong else 3
    return 0


def reached_by_sleep(legs: Legs, c: float) -> int:
    one = legs.link
    if legs.adjusted is None or legs.adjusted.refusal is not None:
        return 0
    if one.p < c and sign(legs.adjusted.slope) == sign(one.slope):
        return sign(one.slope) * (4 if legs.adjusted.p < c else 3)
    return 0


def shown(reach, legs: Legs, before: WeeklyLook | None) -> int:
    """Reached at the strict level, or shown last week on the same side and still reached at the lax one."""
    strict, lax = reach(legs, SAY), reach(legs, KEEP)
    if before is None or before.side == 0 or sign(lax) != before.side:
        return strict
    kept = before.side * min(int(before.step), abs(lax))
    return strict if abs(strict) > abs(kept) else kept


@settings(max_examples=300, deadline=None)
@given(practice, befores)
@example(legs_of(-0.4, SOME, adjusted=SURE), WeeklyLook(side=-1, step=Certainty.LIKELY, since=1))
@example(legs_of(0.4, GOOD, evening=(-0.5, 0.19)), None)
def test_practice_is_said_and_kept_as_the_rule_says(legs, before):
    verdict = weigh(legs, PLENTY, said=before)
    said = shown(reached, legs, before)
    assert verdict.side * int(verdict.step) == said
    kept = before is not None and said != 0 and before.side == sign(said)
    assert verdict.since == (before.since if kept else None)


@settings(max_examples=150, deadline=None)
@given(sleep, befores)
def test_sleep_is_said_and_kept_as_the_rule_says(legs, before):
    verdict = weigh(legs, PLENTY, SLEEP, said=before)
    assert verdict.side * int(verdict.step) == shown(reached_by_sleep, legs, before)


PARTS = {
    "go with lower reactivity": lambda said, *_rest: said < 0,
    "go with higher reactivity": lambda said, *_rest: said > 0,
    "It holds when stress and sleep": lambda said, *_rest: abs(said) == 4,
    "A link is not proof": lambda said, *_rest: said < 0,
    "pause and talk to someone": lambda said, *_rest: said > 0,
    "the same evening was calmer": lambda said, held, *_rest: said == 0 and held,
    "No clear link yet": lambda said, _held, torn, tiny: not (said or torn or _held or tiny),
    "Your numbers disagree": lambda _said, _held, torn, _tiny: torn,
    "look unrelated": lambda _said, _held, _torn, tiny: tiny,
}


@settings(max_examples=300, deadline=None)
@given(practice, befores)
def test_every_part_of_a_sentence_stands_there_exactly_when_its_rule_says(legs, before):
    verdict = weigh(legs, PLENTY, said=before)
    said = shown(reached, legs, before)
    one = legs.link
    c = KEEP if before is not None and before.side == sign(one.slope) else SAY
    checked = legs.adjusted is not None and legs.adjusted.refusal is None
    agree = sign(legs.today.slope) == sign(one.slope)
    agree = agree and (not checked or sign(legs.adjusted.slope) == sign(one.slope))
    calmer = legs.evening.slope < 0 and legs.evening.p < 0.20
    held = said == 0 and one.p < c and one.slope > 0 and agree and calmer
    torn = said == 0 and one.p < c and not held
    inside = [each.low >= -0.1 and each.low <= 0 <= each.high <= 0.1 for each in (one, legs.adjusted) if each]
    tiny = one.p >= c and inside[0] and (inside[-1] if checked else True)
    for words, rule in PARTS.items():
        assert (words in verdict.sentence) is bool(rule(said, held, torn, tiny)), words
    lower, side = said < 0, said != 0
    assert any("Hard weeks that you see coming" in note for note in verdict.notes) is lower
    assert any("one person in nine" in note for note in verdict.notes) is side
    assert any("your days alone" in note for note in verdict.notes) is side


DOUBTS = [
    ({"adjusted": None}, "could not be checked"),
    ({"adjusted": SOME}, "may be about stress or sleep"),
    ({"ahead": 0.0499}, "It may run the other way"),
    ({"today": 0.0049}, "It holds when stress and sleep are counted too"),
]


@pytest.mark.parametrize("side", [-1, 1])
@pytest.mark.parametrize(("more", "words"), DOUBTS)
def test_what_is_not_strong_says_the_first_reason(side, more, words):
    verdict = weigh(legs_of(side * 0.4, GOOD, **more), PLENTY)
    assert verdict.side == side
    assert words in verdict.sentence
    assert (verdict.step is Certainty.STRONG) is ("today" in more)


def test_lower_may_be_less_clear_with_practice_on_the_day_itself():
    verdict = weigh(legs_of(-0.4, GOOD, today=SOME), PLENTY)
    assert (verdict.case, verdict.step) == (Case.LOWER, Certainty.LIKELY)
    assert "less clear once practice on the day itself is counted" in verdict.sentence
    assert weigh(legs_of(0.4, GOOD, today=SOME), PLENTY).case is Case.TORN


def test_what_is_kept_without_any_other_doubt_says_that_it_was_clearer():
    before = WeeklyLook(side=-1, step=Certainty.LIKELY, since=1)
    verdict = weigh(legs_of(-0.4, SOME), PLENTY, said=before)
    assert (verdict.case, verdict.step, verdict.since) == (Case.LOWER, Certainty.LIKELY, 1)
    assert "It is less clear than when it was first said." in verdict.sentence


def test_sleep_that_is_kept_says_that_it_was_clearer():
    before = WeeklyLook(side=-1, step=Certainty.LIKELY, since=1)
    legs = Legs(link=leg(-0.4, SOME), adjusted=leg(-0.4, SURE))
    verdict = weigh(legs, PLENTY, SLEEP, said=before)
    assert (verdict.case, verdict.step) == (Case.LOWER, Certainty.LIKELY)
    assert "It is less clear than when it was first said." in verdict.sentence


def test_sleep_says_no_side_before_stress_is_held_equal():
    verdict = weigh(Legs(link=leg(-0.4, SURE), adjusted=unchecked()), PLENTY, SLEEP)
    assert (str(verdict.case), verdict.step) == ("could not be checked", Certainty.UNCLEAR)
    assert "stress could not be checked" in verdict.sentence
    assert "lower" not in verdict.sentence


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (NoEstimate.STRESS_OR_SLEEP_MISSING, "on too few days"),
        (NoEstimate.NOT_SEPARABLE, "hardly vary apart"),
    ],
)
def test_why_stress_and_sleep_could_not_be_checked_is_told_among_the_numbers(why, words):
    legs = replace(legs_of(-0.4, GOOD), adjusted=refused(why, 60))
    verdict = weigh(legs, PLENTY)
    assert "Stress and sleep could not be checked. " in verdict.sentence
    assert words in verdict.worked_out.numbers[1]


def test_a_same_evening_guard_has_its_own_words():
    held = weigh(legs_of(0.4, GOOD, evening=(-0.6, 0.19)), PLENTY)
    assert (str(held.case), held.step) == ("held back by the same evening", Certainty.UNCLEAR)
    assert held.sentence == (
        "On days with practice, the same evening was calmer. Over the week the numbers point the other way. "
        "Rewire cannot tell which to believe."
    )
    assert weigh(legs_of(0.4, GOOD, evening=(-0.6, 0.2)), PLENTY).case is Case.HIGHER
    assert weigh(legs_of(0.4, GOOD, evening=(0.6, 0.001)), PLENTY).case is Case.HIGHER


@pytest.mark.parametrize("share", [0.5, 0.51])
def test_ratings_at_the_ends_of_the_scale_cannot_show_small_changes(share):
    verdict = weigh(legs_of(-0.01, NONE, adjusted=(-0.01, NONE)), replace(PLENTY, at_ends=share))
    ends = share > 0.5
    assert (verdict.case is Case.AT_THE_ENDS) is ends
    assert ("Most evenings are at the end of the scale" in verdict.sentence) is ends
    assert weigh(legs_of(-0.4, GOOD), replace(PLENTY, at_ends=share)).case is Case.LOWER


@pytest.mark.parametrize(
    ("adjusted", "case", "step"),
    [
        ((-0.01, NONE), Case.UNRELATED, Certainty.STRONG),
        (None, Case.UNRELATED, Certainty.LIKELY),
        ((-0.3, SURE), Case.NO_CLEAR_LINK, Certainty.UNCLEAR),
        ((-0.09, 0.06), Case.NO_CLEAR_LINK, Certainty.UNCLEAR),
    ],
)
def test_practically_none_needs_the_adjusted_link_inside_the_margin_too(adjusted, case, step):
    verdict = weigh(legs_of(-0.01, NONE, today=(-0.01, NONE), adjusted=adjusted), PLENTY)
    assert (verdict.case, verdict.step) == (case, step)


@pytest.mark.parametrize(
    ("look", "legs", "case", "step"),
    [
        # this week's look is made: new numbers change neither its case nor its step
        (
            WeeklyLook(side=-1, step=Certainty.STRONG, since=5),
            legs_of(-0.2, NONE),
            Case.LOWER,
            Certainty.STRONG,
        ),
        (
            WeeklyLook(side=0, step=Certainty.UNCLEAR),
            legs_of(-0.2, SURE),
            Case.NO_CLEAR_LINK,
            Certainty.UNCLEAR,
        ),
        (WeeklyLook(side=-1, step=Certainty.LIKELY), legs_of(-0.2, SURE), Case.LOWER, Certainty.LIKELY),
        (
            WeeklyLook(side=-1, step=Certainty.STRONG),
            legs_of(0.2, SURE),
            Case.NO_CLEAR_LINK,
            Certainty.UNCLEAR,
        ),
        (WeeklyLook(side=0, step=Certainty.STRONG), legs_of(0.01, NONE), Case.UNRELATED, Certainty.STRONG),
        (
            WeeklyLook(side=0, step=Certainty.UNCLEAR),
            legs_of(0.01, NONE),
            Case.NO_CLEAR_LINK,
            Certainty.UNCLEAR,
        ),
    ],
)
def test_a_look_that_is_made_stands_until_the_next(look, legs, case, step):
    verdict = weigh(replace(legs, adjusted=legs.link), PLENTY, made=look)
    assert (verdict.case, verdict.step) == (case, step)
    assert verdict.since == (look.since if verdict.side else None)
    waits = case is Case.NO_CLEAR_LINK and legs.link.p < SAY
    assert ("its next look may say more" in verdict.sentence) is waits


@pytest.mark.parametrize(
    ("step", "more", "words"),
    [
        (Certainty.STRONG, {}, "It holds when stress and sleep are counted too."),
        (Certainty.STRONG, {"adjusted": None}, "Stress and sleep could not be checked."),
        (Certainty.STRONG, {"ahead": 0.01}, "It may run the other way"),
        (Certainty.LIKELY, {"adjusted": SOME}, "It may be about stress or sleep"),
        (Certainty.LIKELY, {}, "go with lower reactivity. A link is not proof"),
    ],
)
def test_a_look_that_stands_says_what_holds_of_it_now(step, more, words):
    verdict = weigh(legs_of(-0.4, SURE, **more), PLENTY, made=WeeklyLook(side=-1, step=step, since=5))
    assert (verdict.case, verdict.step) == (Case.LOWER, step)
    assert words in verdict.sentence


def test_every_case_that_a_rule_can_choose_has_its_words():
    for question in (PRACTICE, SLEEP):
        cases = {rule.case for rule in RULES}
        unused = {Case.NOT_CHECKED} if question is PRACTICE else {Case.SAME_EVENING}
        assert cases - unused == set(question.words.cases)
    doubts = {rule.why for rule in RULES} - {Qualifier.NOTHING, Qualifier.NEXT_LOOK}
    assert set(PRACTICE.words.doubts) == doubts
    assert set(SLEEP.words.doubts) == doubts - {Qualifier.NOT_CHECKED, Qualifier.AHEAD, Qualifier.TODAY}
