"""What a pass leaves in the person's lists: one entry for each row, choice, line or round."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from rewire_app.domain.days import Instant
from rewire_app.domain.exercise.exercise import Column, ColumnType, Condition, Input, Keep, Op, Repeat, Step
from rewire_app.domain.exercise.list_rows import on_the_ladder
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.lists.entries import CrisisSection, LadderStep, ListKind, PatternState, WorrySort
from rewire_app.domain.lists.expected import Expectation, ExpectationKind, ExpectationState
from tests.domain.small_exercises import ask, exercise, if_, pick, rate, rows, say

AT = Instant(utc_ms=1_790_000_000_000, offset_min=0, zone="UTC")
DAY = date(2026, 11, 22)
STEPS = rows("rungs", Column(name="step"), Column(name="suds", type=ColumnType.RATE))


def keep(store: str, each: str = "", *when: Condition, **fields: str) -> Keep:
    return Keep(store=ListKind(store), each=each, fields=tuple(fields.items()), when=when)


def left(
    steps: tuple[Step, ...],
    keeps: tuple[Keep, ...],
    *answers: Any,
    stop: bool = False,
    stores: dict[str, list[str]] | None = None,
) -> list[dict[str, Any]]:
    """The entries that `answers`, given one to a screen, leave behind, without their uids."""
    run = Run.begin(exercise(*steps, keeps=keeps), stores=stores)
    for answer in answers:
        run = (run if answer is None else run.answer(answer)).advance()
    run = run.stop() if stop else run
    found = run.kept(AT, DAY)
    assert len({entry.uid for entry in found}) == len(found)
    return [
        {
            name: getattr(entry, name)
            for name in type(entry).__slots__
            if name != "uid" and getattr(entry, name)
        }
        for entry in found
    ]


def test_each_row_of_a_list_becomes_an_entry() -> None:
    kept = keep("ladder", "rungs", step="rungs.step", distress="rungs.suds", fear="fear")
    given = [{"step": "Ring a friend", "suds": 3}, {"step": "Go to the party", "suds": 8}]
    assert left((ask("fear"), STEPS), (kept,), "Crowds", given) == [
        {"step": "Ring a friend", "fear": "Crowds", "distress": 3},
        {"step": "Go to the party", "fear": "Crowds", "distress": 8},
    ]


def test_a_row_without_its_main_words_is_left_out() -> None:
    kept = keep("ladder", "rungs", step="rungs.step", distress="rungs.suds")
    assert left((STEPS,), (kept,), [{"suds": 3}, {"step": "Go"}]) == [{"step": "Go"}]
    assert left((STEPS,), (kept,), None) == []


def test_each_choice_of_a_pick_becomes_an_entry() -> None:
    steps = (pick("chosen", "Care", "Play", "Rest", max=3),)
    kept = keep("values", "chosen", name="item")
    assert left(steps, (kept,), ["Care", "Rest"]) == [{"name": "Care"}, {"name": "Rest"}]


def test_each_line_of_an_answer_becomes_an_entry() -> None:
    kept = keep("crisis_plan", "names", section="=people", text="item")
    assert left((ask("names"),), (kept,), "Sam\n\n Kim ") == [
        {"section": CrisisSection.PEOPLE, "text": "Sam"},
        {"section": CrisisSection.PEOPLE, "text": "Kim"},
    ]


def test_answers_of_a_repeat_go_with_their_row() -> None:
    steps = (
        pick("chosen", "Care", "Play", max=2),
        Repeat(each="chosen", steps=(ask("why"), rate("lived"))),
    )
    kept = keep("values", "chosen", name="item", meaning="why", lived="lived")
    assert left(steps, (kept,), ["Care", "Play"], "Being there", 4, None, 7) == [
        {"name": "Care", "meaning": "Being there", "lived": 4},
        {"name": "Play", "lived": 7},
    ]


def test_a_list_of_the_person_is_gone_through_and_changed() -> None:
    steps = (
        Repeat(
            each="@worries",
            steps=(
                pick("sort", "I can act", "I cannot act"),
                ask("next", "What?", if_("sort", Op.EQ, "I can act")),
            ),
        ),
    )
    keeps = (
        keep(
            "worries", "@worries", if_("sort", Op.EQ, "I can act"), text="item", sort="=act", next_step="next"
        ),
        keep("worries", "@worries", if_("sort", Op.EQ, "I cannot act"), text="item", sort="=wait"),
    )
    stores = {"@worries": ["The rent", "The weather", "The car"]}
    answers = ("I can act", "Ring the landlord", "I cannot act", None)
    assert left(steps, keeps, *answers, stores=stores) == [
        {"text": "The rent", "sort": WorrySort.ACT, "next_step": "Ring the landlord"},
        {"text": "The weather", "sort": WorrySort.WAIT},
    ]


def test_the_peak_and_the_first_of_several_rounds() -> None:
    steps = (ask("urge"), rate("first"), Repeat(times=3, steps=(rate("now"),)))
    kept = keep("urges", urge="urge", first="now.1", peak="now.max", last="now")
    assert left(steps, (kept,), "To smoke", 5, 6, 8, 3) == [
        {"day": DAY, "urge": "To smoke", "first": 6, "peak": 8, "last": 3}
    ]


def test_several_choices_fill_a_field_that_holds_several() -> None:
    steps = (ask("urge"), pick("body", "Chest", "Hands", "Jaw", max=3))
    kept = keep("urges", urge="urge", places="body", need="body")
    assert left(steps, (kept,), "To shout", ["Chest", "Jaw"]) == [
        {"day": DAY, "urge": "To shout", "places": ("Chest", "Jaw"), "need": "Chest and Jaw"}
    ]


def test_a_condition_decides_whether_anything_is_kept() -> None:
    steps = (pick("mode", "Park a worry", "Look at them"), ask("worry"))
    kept = keep("worries", "", if_("mode", Op.EQ, "Park a worry"), text="worry", sort="=open")
    assert left(steps, (kept,), "Park a worry", "The rent") == [{"text": "The rent", "sort": WorrySort.OPEN}]
    assert left(steps, (kept,), "Look at them", "The rent") == []


def test_two_keeps_of_the_same_thing_are_joined() -> None:
    steps = (pick("chosen", "Care", "Play", max=2), ask("most"), ask("why"))
    keeps = (keep("values", "chosen", name="item"), keep("values", name="most", meaning="why"))
    assert left(steps, keeps, ["Care", "Play"], "care", "Being there") == [
        {"name": "care", "meaning": "Being there"},
        {"name": "Play"},
    ]


def test_a_pass_that_is_stopped_keeps_what_was_answered_but_marks_nothing_as_done() -> None:
    steps = (pick("step", "Ring", other=True), say("Do it."), ask("after"))
    kept = keep("ladder", step="step", done_day="=today")
    assert left(steps, (kept,), "Ring", None, "Good") == [{"step": "Ring", "done_day": DAY}]
    assert left(steps, (kept,), "Ring", stop=True) == [{"step": "Ring"}]
    assert left(steps, (kept,), stop=True) == []


def test_what_waits_is_due_on_the_day_that_was_asked_for() -> None:
    steps = (ask("plan"), ask("day"), rate("odds"))
    kept = keep("open", what="plan", kind="=talk", due="day", chance="odds")
    waits = {"state": ExpectationState.OPEN, "made_day": DAY}
    talk = {"what": "Ring Sam", "kind": ExpectationKind.TALK, **waits}
    assert left(steps, (kept,), "Ring Sam", "2026-11-24T18:30", 8) == [
        talk | {"due": date(2026, 11, 24), "chance": 8}
    ]
    assert left(steps, (kept,), "Ring Sam", None, None) == [talk]


def test_a_pass_that_is_stopped_closes_nothing() -> None:
    steps = (ask("plan"), ask("came"), say("So it was."))
    kept = keep("open", what="plan", came="came", state="=done")
    waits = {"what": "Ring Sam", "state": ExpectationState.OPEN, "made_day": DAY}
    assert left(steps, (kept,), "Ring Sam", "He laughed", stop=True) == [waits | {"came": "He laughed"}]


def test_a_look_back_that_skipped_everything_closes_nothing_but_letting_go_does() -> None:
    steps = (ask("plan"), ask("came"))
    waits = {"what": "Ring Sam", "state": ExpectationState.OPEN, "made_day": DAY}
    gone = {"what": "Ring Sam", "state": ExpectationState.GONE, "looked_day": DAY}
    looked, let_go = (
        keep("open", what="plan", came="came", state="=done"),
        keep("open", what="plan", state="=gone"),
    )
    assert left(steps, (looked,), "Ring Sam", None) == [waits]
    assert left(steps, (let_go,), "Ring Sam", None) == [gone]


def test_closing_what_waits_needs_only_its_words_whichever_answer_comes_first() -> None:
    steps = (ask("plan"), ask("came"), rate("found"))
    keeps = (keep("open", what="plan", came="came", state="=done"), keep("open", what="plan", found="found"))
    closed = {"what": "Ring Sam", "came": "He laughed", "found": 3, "state": ExpectationState.DONE}
    closed["looked_day"] = DAY
    for order in (keeps, keeps[::-1]):
        assert left(steps, order, "Ring Sam", "He laughed", 3) == [closed]


def test_an_answer_on_a_branch_that_was_closed_again_is_not_kept() -> None:
    steps = (pick("mode", "A", "B"), ask("worry", "Which?", if_("mode", Op.EQ, "A")), say("End."))
    kept = keep("worries", text="worry", sort="=open")
    run = Run.begin(exercise(*steps, keeps=(kept,))).answer("A").advance().answer("The rent").advance()
    assert len(run.kept(AT, DAY)) == 1
    assert run.back().back().answer("B").advance().kept(AT, DAY) == ()


def rung(uid: str, step: str, fear: str = "", done: date | None = None) -> LadderStep:
    return LadderStep(uid=uid * 32, step=step, fear=fear, done_day=done)


def test_a_step_without_its_fear_is_the_one_already_on_the_ladder() -> None:
    ladder = [rung("1", "ring a friend", "People", DAY), rung("2", "Ring a friend", "The phone")]
    assert on_the_ladder([rung("3", "Ring a friend", done=DAY)], ladder) == (
        rung("3", "Ring a friend", "The phone", DAY),
    )
    fresh = (rung("3", "Go out"), rung("4", "Ring a friend", "Strangers"))
    assert on_the_ladder(fresh, ladder) == fresh


def test_without_each_a_column_is_kept_of_all_rows() -> None:
    column = rows("gains", Column(name="what"), Column(name="sure", type=ColumnType.RATE))
    kept = keep("patterns", reaction="old", gain="gains.what", triggers="gains.what")
    given = [{"what": "Quiet", "sure": 3}, {"sure": 4}, {"what": "Time"}]
    assert left((ask("old"), column), (kept,), "Running", given) == [
        {
            "reaction": "Running",
            "gain": "Quiet\nTime",
            "triggers": ("Quiet", "Time"),
            "state": PatternState.ACTIVE,
        }
    ]


def test_a_day_that_was_asked_for_is_kept() -> None:
    kept = keep("ladder", step="step", done_day="when")
    steps = (ask("step"), ask("when", input=Input.DATETIME))
    assert left(steps, (kept,), "Go in", "2026-12-01T18:30", stop=True) == [
        {"step": "Go in", "done_day": date(2026, 12, 1)}
    ]
    assert left(steps, (kept,), "Go in", None) == [{"step": "Go in"}]


def test_a_day_that_every_entry_has_is_that_of_the_pass_unless_one_was_given() -> None:
    kept = keep("urges", urge="urge", day="when")
    steps = (ask("urge"), ask("when", input=Input.DATETIME))
    assert left(steps, (kept,), "To shout", "2026-11-20T18:30") == [
        {"urge": "To shout", "day": date(2026, 11, 20)}
    ]
    assert left(steps, (kept,), "To shout", None) == [{"urge": "To shout", "day": DAY}]


def test_a_keep_may_hang_on_how_many_there_are() -> None:
    many = if_("rungs.count", Op.GE, 2)
    kept = keep("ladder", "rungs", many, step="rungs.step")
    assert left((STEPS,), (kept,), [{"step": "Go"}]) == []
    assert len(left((STEPS,), (kept,), [{"step": "Go"}, {"step": "Stay"}])) == 2


def test_what_is_expected_of_a_step_belongs_to_it_where_it_will_stand() -> None:
    def rung(uid: str, words: str, fear: str = "") -> LadderStep:
        return LadderStep(uid=uid * 32, step=words, fear=fear)

    expected = Expectation(uid="9" * 32, what="ring a shop ", kind=ExpectationKind.EXPOSURE)
    other = replace(expected, kind=ExpectationKind.TEST)
    ladder = [rung("1", "Ring a shop", "Heights"), rung("2", "Ring a shop", "Phones")]
    for fresh, step in (
        ([], "1"),
        ([rung("3", "Ring a shop", "Phones")], "2"),
        ([rung("4", "Ring a shop", "Lifts")], "4"),
    ):
        *_steps, tried, left = on_the_ladder([*fresh, expected, other], ladder)
        assert tried == replace(expected, step=step * 32)
        assert left == other
    [alone] = on_the_ladder([expected], [])
    assert alone == expected
