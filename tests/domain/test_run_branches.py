"""Conditions, repeats and options that come from earlier answers."""

from __future__ import annotations

from typing import Any

import pytest

from rewire_app.domain.exercise.answers import Answer, holds
from rewire_app.domain.exercise.exercise import Column, Condition, Item, ItemSet, Op, Repeat
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import PickScreen
from tests.domain.small_exercises import ask, exercise, if_, pick, rate, rows, say


@pytest.mark.parametrize(
    ("answer", "op", "value", "expected"),
    [
        (("Red",), Op.EQ, "Red", True),
        (("Red", "Blue"), Op.EQ, "Red", False),
        (("Red", "Blue"), Op.HAS, "Blue", True),
        (("Red",), Op.NE, "Blue", True),
        (None, Op.NE, "Blue", True),
        (None, Op.EQ, "Blue", False),
        (None, Op.LE, 10, False),
        (7, Op.GE, 7, True),
        (7, Op.GT, 7, False),
        (6, Op.LT, 7, True),
        (7, Op.LE, 7, True),
        (("4",), Op.GE, 4, True),
        ("words", Op.GE, 4, False),
    ],
)
def test_a_condition_compares_an_answer(
    answer: Answer | None, op: Op, value: str | float, expected: bool
) -> None:
    assert holds(Condition(var="x", op=op, value=value), answer) is expected


def test_conditions_of_a_step_are_joined_by_and() -> None:
    both = (if_("hue", Op.EQ, "Red"), if_("size", Op.GE, 5))
    run = Run.begin(exercise(pick("hue", "Red", "Blue"), rate("size"), say("Both.", *both), say("End.")))
    assert run.answer("Red").advance().answer(5).advance().screen.text == "Both."
    assert run.answer("Red").advance().answer(4).advance().screen.text == "End."
    assert run.answer("Blue").advance().answer(9).advance().screen.text == "End."


def test_going_back_and_changing_an_answer_opens_the_other_branch() -> None:
    steps = (
        pick("hue", "Red", "Blue"),
        ask("red", "Why red?", if_("hue", Op.EQ, "Red")),
        ask("blue", "Why blue?", if_("hue", Op.EQ, "Blue")),
        say("End."),
    )
    run = Run.begin(exercise(*steps)).answer("Red").advance().answer("Warm").advance()
    changed = run.back().back().answer("Blue").advance()
    assert changed.screen.text == "Why blue?"
    assert "red" not in changed.answers
    assert changed.back().answer("Red").advance().answers["red"] == "Warm"


def test_no_number_of_steps_is_told_while_answers_to_come_decide_it() -> None:
    run = Run.begin(exercise(pick("hue", "Red", "Blue"), ask("red", "Red?", if_("hue", Op.EQ, "Red"))))
    assert run.position.steps == 0
    assert run.answer("Red").position.steps == 3
    assert run.answer("Blue").position.steps == 2
    assert run.advance().position.steps == 2


def test_a_reply_belongs_to_the_step_that_was_answered() -> None:
    run = Run.begin(exercise(pick("hue", "Red", "Blue"), say("Red.", if_("hue", Op.EQ, "Red")), say("End.")))
    seen = []
    run = run.answer("Red")
    while not run.finished:
        seen.append((run.screen.text, run.position.step, run.position.steps))
        run = run.advance()
    assert [place[1:] for place in seen] == [(1, 3), (1, 3), (2, 3), (3, 3)]
    assert seen[1][0] == "Red."


def test_a_question_still_to_come_opens_no_branch_yet() -> None:
    run = Run.begin(
        exercise(say("Start."), pick("hue", "Red", "Blue"), say("x", if_("hue", Op.NE, "Red"), end=True))
    )
    assert (run.path.places[-1].id, run.position.steps) == ("finish", 0)


class TestRepeats:
    def seen(self, run: Run) -> list[str]:
        found = []
        while not run.finished:
            found.append(run.screen.text)
            run = run.advance()
        return found[:-1]

    def test_times(self) -> None:
        run = Run.begin(exercise(Repeat(times=3, steps=(say("In."), say("Out.")))))
        assert self.seen(run) == ["In.", "Out."] * 3
        assert run.position.rounds == 3
        assert (run.steps_seen, run.position.steps) == (6, 2)

    def test_each_row_of_a_list_with_an_answer_for_each(self) -> None:
        steps = (
            rows("things"),
            Repeat(each="things", steps=(ask("fact", "{{item.thing}}: the fact?"),)),
            say("{{fact.2}}"),
        )
        run = Run.begin(exercise(*steps)).answer([{"thing": "cup"}, {"thing": "key"}]).advance()
        assert run.screen.text == "cup: the fact?"
        run = run.answer("It broke").advance()
        assert run.screen.text == "key: the fact?"
        assert (run.position.round, run.position.rounds) == (2, 2)
        run = run.answer("It is here").advance()
        assert run.screen.text == "It is here"
        assert run.answers["fact"] == ["It broke", "It is here"]

    def test_each_choice_of_a_pick(self) -> None:
        steps = (
            pick("parts", "Hands", "Face", "Feet", max=3),
            Repeat(each="parts", steps=(say("Soften {{item}}."),)),
        )
        run = Run.begin(exercise(*steps)).answer(["Hands", "Feet"]).advance()
        assert self.seen(run) == ["Soften Hands.", "Soften Feet."]

    def test_each_entry_of_a_store(self) -> None:
        step = Repeat(each="@values", steps=(say("{{item}}"),))
        run = Run.begin(exercise(step), stores={"@values": ["Care", "Play"]})
        assert self.seen(run) == ["Care", "Play"]

    def test_an_empty_list_is_passed_over(self) -> None:
        run = Run.begin(exercise(rows("things"), Repeat(each="things", steps=(say("x"),)), say("End.")))
        assert run.advance().screen.text == "End."

    SETS = (
        ItemSet(
            option="Short", items=(Item(text="hands and arms", areas=("Hands", "Arms")), Item(text="face"))
        ),
        ItemSet(option="Full", items=(Item(text="hands"), Item(text="arms"), Item(text="face"))),
    )

    @pytest.mark.parametrize(
        ("length", "left_out", "expected"),
        [
            ("Short", None, ["hands and arms", "face"]),
            (None, None, ["hands and arms", "face"]),
            ("Full", None, ["hands", "arms", "face"]),
            ("Full", ["Hands", "Face"], ["arms"]),
            ("Short", ["Hands"], ["face"]),
        ],
    )
    def test_sets_are_chosen_by_one_answer_and_shortened_by_another(
        self, length: str | None, left_out: list[str] | None, expected: list[str]
    ) -> None:
        run = Run.begin(
            exercise(
                pick("len", "Short", "Full"),
                pick("skip", "Hands", "Arms", "Face", max=3),
                Repeat(sets=self.SETS, by="len", minus="skip", steps=(say("{{item}}"),)),
            )
        )
        assert self.seen(run.answer(length).advance().answer(left_out).advance()) == expected

    def until(self, most: int = 4) -> Run:
        step = Repeat(
            until=(if_("more", Op.NE, "Go on"),),
            max=most,
            steps=(rate("size"), pick("more", "Go on", "Enough")),
        )
        return Run.begin(exercise(step, say("End.")))

    def test_until_goes_on_while_the_person_wants_to(self) -> None:
        run = self.until().answer(8).advance().answer("Go on").advance()
        assert run.position.round == 2
        run = run.answer(6).advance().answer("Enough").advance()
        assert run.screen.text == "End."
        assert run.answers["size"] == [8, 6]

    def test_until_ends_when_the_question_is_skipped(self) -> None:
        assert self.until().advance().skip().screen.text == "End."

    def test_until_ends_at_the_largest_number_of_rounds(self) -> None:
        run = self.until(most=2)
        for _turn in range(2):
            run = run.answer(5).advance().answer("Go on").advance()
        assert run.screen.text == "End."

    def test_a_round_does_not_see_the_words_of_the_one_before(self) -> None:
        inner = (
            pick("more", "Yes", "No"),
            ask("why", "Why?", if_("more", Op.EQ, "Yes")),
            say("You said {{why}}"),
        )
        run = Run.begin(exercise(Repeat(times=2, steps=inner), say("First {{why.1}}, then this.")))
        run = run.answer("Yes").advance().answer("rain").advance()
        assert run.screen.text == "You said rain"
        run = run.advance().answer("No").advance()
        assert run.screen.text == "You said …"
        assert run.advance().screen.text == "First rain, then this."

    def test_a_row_is_not_recalled_after_the_repeat(self) -> None:
        steps = (Repeat(each="@values", steps=(say("{{item}}"),)), say("And {{item}} too."))
        run = Run.begin(exercise(*steps), stores={"@values": ["Care"]})
        assert run.advance().screen.text == "And … too."

    def test_an_end_inside_a_repeat_closes_the_exercise(self) -> None:
        stop = say("Rest now.", if_("more", Op.EQ, "Stop"), end=True)
        run = Run.begin(exercise(Repeat(times=3, steps=(pick("more", "On", "Stop"), stop)), say("End.")))
        ended = run.answer("On").advance().answer("Stop").advance()
        assert ended.screen.text == "Rest now."
        assert ended.advance().ended_early


class TestOptionsFromEarlier:
    def options(self, run: Run) -> PickScreen:
        assert isinstance(run.screen, PickScreen)
        return run.screen

    def test_a_list_column_becomes_options(self) -> None:
        steps = (rows("ideas", Column(name="idea")), pick("best", options_from="ideas.idea"))
        run = (
            Run.begin(exercise(*steps))
            .answer([{"idea": "Walk"}, {"idea": "Call"}, {"idea": "Walk"}])
            .advance()
        )
        assert self.options(run).options == ("Walk", "Call")
        assert not self.options(run).other

    def test_a_shortlist_narrows_down_and_forgets_what_is_gone(self) -> None:
        steps = (
            pick("all", "A1", "B1", "C1", max=3),
            pick("few", options_from="all", max=2),
            pick("top", options_from="few"),
        )
        run = Run.begin(exercise(*steps)).answer(["A1", "B1", "C1"]).advance().answer(["A1", "C1"]).advance()
        assert self.options(run).options == ("A1", "C1")
        run = run.answer("C1").back().back().answer(["A1", "B1"]).advance()
        assert self.options(run).saved == ("A1",)
        assert run.answers == {"all": ["A1", "B1"], "few": ["A1"], "top": ["A1"]}

    def test_a_single_choice_is_not_asked_and_stands_as_the_answer(self) -> None:
        steps = (pick("all", "A1", "B1", max=2), pick("top", options_from="all"), say("On with {{top}}."))
        run = Run.begin(exercise(*steps))
        assert run.position.steps == 0, "whether it is asked is not known yet"
        alone = run.answer(["B1"]).advance()
        assert alone.screen.text == "On with B1."
        assert alone.answers == {"all": ["B1"], "top": ["B1"]}
        assert alone.back().screen == run.answer(["B1"]).screen
        both = run.answer(["A1", "B1"]).advance()
        assert self.options(both).options == ("A1", "B1")

    @pytest.mark.parametrize("other", [{"other": True}, {"max": 2}], ids=["own words", "several"])
    def test_where_more_can_be_said_a_single_choice_is_asked(self, other: dict[str, Any]) -> None:
        steps = (pick("all", "A1", "B1", max=2), pick("top", options_from="all", **other))
        run = Run.begin(exercise(*steps)).answer(["B1"]).advance()
        assert self.options(run).options == ("B1",)

    def test_a_store_becomes_options(self) -> None:
        run = Run.begin(
            exercise(pick("step", options_from="@ladder.step")), stores={"@ladder.step": ["Queue", "Bus"]}
        )
        assert self.options(run).options == ("Queue", "Bus")

    def test_nothing_to_choose_from_offers_a_free_entry(self) -> None:
        run = Run.begin(exercise(pick("step", options_from="@ladder.step")))
        assert self.options(run).other
        assert run.answer("The lift").answers == {"step": ["The lift"]}
