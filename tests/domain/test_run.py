"""One pass from the first screen to the last: what is shown, what is taken, where it leads."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import pytest

from rewire_app.domain.exercise.breathing import OPEN, Breathing
from rewire_app.domain.exercise.exercise import Column, ColumnType, Gate, Input, Op, Pace, PacedLength, Scale
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import (
    AskScreen,
    BreatheScreen,
    CautionScreen,
    ExitReason,
    ExitScreen,
    FinishScreen,
    ListScreen,
    Onward,
    PickScreen,
    PlanScreen,
    RateScreen,
    SayScreen,
    ScreenKind,
)
from rewire_app.errors import BadInputError
from tests.domain.small_exercises import DISTRESS, ask, breathe, exercise, if_, pick, plan, rate, rows, say


def texts(run: Run) -> list[str]:
    """What a person reads who leaves everything out."""
    found = []
    while not run.finished:
        found.append(run.screen.text)
        run = run.advance()
    return found


def test_a_pass_shows_rating_steps_rating_and_finish_in_that_order() -> None:
    run = Run.begin(exercise(say("One."), say("Two.")), measure=DISTRESS)
    assert texts(run) == [DISTRESS.question, "One.", "Two.", DISTRESS.question, "Do it once today."]


def test_without_a_measure_it_begins_with_the_first_step() -> None:
    run = Run.begin(exercise(say("One.")))
    assert run.screen.text == "One."
    assert texts(run)[-1] == "Do it once today."


def test_the_position_counts_every_screen_of_the_path() -> None:
    run = Run.begin(exercise(say("One."), say("Two.")), measure=DISTRESS)
    assert (run.position.step, run.position.steps) == (1, 5)
    assert run.advance().position.step == 2


def test_a_timed_step_tells_its_seconds() -> None:
    screen = Run.begin(exercise(say("Wait.", secs=20))).screen
    assert isinstance(screen, SayScreen)
    assert screen.secs == 20


class TestGates:
    def test_confirm_waits_for_the_tick(self) -> None:
        run = Run.begin(exercise(gate=Gate.CONFIRM, cautions="Not with heart trouble.", stop_if="Pain."))
        assert isinstance(run.screen, CautionScreen)
        assert (run.screen.text, run.screen.stop_if) == ("Not with heart trouble.", "Pain.")
        assert not run.can_advance
        with pytest.raises(BadInputError):
            run.advance()
        ticked = run.answer(True)
        assert ticked.can_advance
        assert ticked.advance().screen.kind is ScreenKind.SAY
        assert not ticked.answer(False).can_advance

    def test_help_first_offers_help_and_lets_the_person_go_on(self) -> None:
        run = Run.begin(exercise(gate=Gate.HELP_FIRST, cautions="Help is one press away."))
        assert run.screen.link == "help"
        assert run.can_advance

    def test_notice_is_one_line_on_the_first_screen_only(self) -> None:
        run = Run.begin(exercise(gate=Gate.NOTICE, cautions="Eyes may stay open."), measure=DISTRESS)
        assert run.screen.kind is ScreenKind.RATE
        assert run.screen.notice == "Eyes may stay open."
        assert run.advance().screen.notice == ""

    def test_a_gate_can_be_left_by_stopping(self) -> None:
        run = Run.begin(exercise(gate=Gate.CONFIRM, cautions="Careful.")).stop()
        assert isinstance(run.screen, ExitScreen)
        assert run.advance().finished


class TestAnswers:
    def test_an_open_question_keeps_its_words(self) -> None:
        run = Run.begin(exercise(ask("what"))).answer("  Rain. ")
        assert isinstance(run.screen, AskScreen)
        assert run.screen.saved == "Rain."
        assert run.answers == {"what": "Rain."}

    @pytest.mark.parametrize(
        ("kind", "value", "kept"),
        [
            (Input.NUMBER, 3, 3),
            (Input.MINUTES, 15, 15),
            (Input.TIME, "7:05", "07:05"),
            (Input.TIME, "23.10", "23:10"),
            (Input.DATETIME, "Tomorrow, at the door", "Tomorrow, at the door"),
            (Input.TEXT, "", None),
        ],
    )
    def test_each_input_takes_its_own_kind(self, kind: Input, value: object, kept: object) -> None:
        assert Run.begin(exercise(ask("x", input=kind))).answer(value).answers.get("x") == kept

    @pytest.mark.parametrize(
        ("kind", "value"),
        [
            (Input.NUMBER, "many"),
            (Input.MINUTES, -1),
            (Input.TIME, "25:00"),
            (Input.TEXT, 5),
            (Input.NUMBER, True),
        ],
    )
    def test_a_wrong_kind_is_refused_with_a_sentence(self, kind: Input, value: object) -> None:
        with pytest.raises(BadInputError):
            Run.begin(exercise(ask("x", input=kind))).answer(value)

    def test_a_choice_of_one_replaces_and_can_be_taken_back(self) -> None:
        run = Run.begin(exercise(pick("hue", "Red", "Blue"))).answer("Red").answer(["Blue"])
        assert isinstance(run.screen, PickScreen)
        assert run.screen.saved == ("Blue",)
        assert run.answer(None).answers == {}

    def test_a_choice_refuses_too_many_and_unknown_words(self) -> None:
        run = Run.begin(exercise(pick("hue", "Red", "Blue", max=1)))
        with pytest.raises(BadInputError):
            run.answer(["Red", "Blue"])
        with pytest.raises(BadInputError):
            run.answer("Green")

    def test_a_free_entry_is_taken_where_it_is_offered(self) -> None:
        run = Run.begin(exercise(pick("hue", "Red", "Blue", other=True))).answer("Green")
        assert run.answers == {"hue": ["Green"]}

    @pytest.mark.parametrize("value", [-1, 11, 5.5, "5", True])
    def test_a_rating_is_a_whole_number_on_its_scale(self, value: object) -> None:
        with pytest.raises(BadInputError):
            Run.begin(exercise(rate("size"))).answer(value)

    def test_a_belief_goes_to_a_hundred(self) -> None:
        run = Run.begin(exercise(rate("sure", scale=Scale.PERCENT))).answer(70)
        assert isinstance(run.screen, RateScreen)
        assert (run.screen.saved, run.screen.scale.top) == (70, 100)

    def test_zero_is_an_answer(self) -> None:
        run = Run.begin(exercise(rate("size"), say("It was {{size}}."))).answer(0).advance()
        assert run.screen.text == "It was 0 of 10."

    def test_a_list_keeps_rows_and_drops_empty_ones(self) -> None:
        columns = (Column(name="thing"), Column(name="size", type=ColumnType.RATE))
        run = Run.begin(exercise(rows("things", *columns)))
        run = run.answer([{"thing": "cup", "size": 3}, {"thing": "", "size": None}, {"thing": "key"}])
        assert isinstance(run.screen, ListScreen)
        assert run.screen.saved == ({"thing": "cup", "size": 3}, {"thing": "key", "size": None})

    def test_a_list_refuses_too_many_rows_and_strange_cells(self) -> None:
        pick_column = Column(name="kind", type=ColumnType.PICK, options=("Can act", "Cannot act"))
        run = Run.begin(exercise(rows("things", Column(name="thing"), pick_column, max=1)))
        with pytest.raises(BadInputError):
            run.answer([{"thing": "a"}, {"thing": "b"}])
        with pytest.raises(BadInputError):
            run.answer([{"kind": "Perhaps"}])
        with pytest.raises(BadInputError):
            run.answer("a, b")

    def test_a_text_without_end_is_refused(self) -> None:
        with pytest.raises(BadInputError):
            Run.begin(exercise(ask("x"))).answer("a" * 70_000)


class TestBreath:
    PACES = (Pace(option="Even", inhale=5, exhale=5), Pace(option="Standard", inhale=4, exhale=6))
    LENGTHS = (PacedLength(option="1 minute", minutes=1), PacedLength(option="2 minutes", minutes=2))
    STEP = breathe(pace_from="pace", paces=PACES, minutes_from="mins", lengths=LENGTHS)
    ASKED = (pick("pace", "Even", "Standard"), pick("mins", "1 minute", "2 minutes"), STEP)

    def breath(self, run: Run) -> BreatheScreen:
        assert isinstance(run.screen, BreatheScreen)
        return run.screen

    def test_nothing_is_asked_before_the_breath(self) -> None:
        screen = self.breath(Run.begin(exercise(*self.ASKED)))
        assert (screen.pace.inhale, screen.pace.exhale, screen.rounds) == (4, 6, 12)
        assert screen.paces == self.PACES
        assert screen.minutes == (1, 2, OPEN)

    def test_pace_and_length_can_be_set_and_are_kept_as_answers(self) -> None:
        for steps in (self.ASKED, (self.STEP,)):
            run = Run.begin(exercise(*steps)).answer(Breathing(pace=self.PACES[0], minutes=1))
            screen = self.breath(run)
            assert (screen.pace.option, screen.rounds, screen.seconds) == ("Even", 6, 60)
            assert run.answers == {"pace": ["Even"], "mins": ["1 minute"]}

    def test_what_was_not_chosen_is_kept_as_it_was_breathed(self) -> None:
        run = Run.begin(exercise(self.STEP))
        assert run.answers == {"pace": ["Standard"], "mins": ["2 minutes"]}
        own = run.answer(Breathing(pace=Pace(inhale=3.5, exhale=5), minutes=7))
        assert own.answers == {"pace": ["in 3.5, out 5"], "mins": ["7 minutes"]}

    def test_nothing_is_kept_of_a_breath_still_to_come(self) -> None:
        run = Run.begin(exercise(say("One."), self.STEP)).breathe(Breathing(minutes=1))
        assert run.answers == {}
        assert run.advance().answers["mins"] == ["1 minute"]

    def test_until_i_stop_has_no_end(self) -> None:
        run = Run.begin(exercise(self.STEP)).answer(Breathing(minutes=OPEN))
        assert (self.breath(run).rounds, self.breath(run).seconds) == (0, math.inf)
        assert run.answers["mins"] == ["Until I stop"]

    def test_a_step_of_one_length_keeps_it(self) -> None:
        run = Run.begin(exercise(breathe(rounds=3))).answer(Breathing(minutes=9))
        assert self.breath(run).rounds == 3

    def test_a_hold_never_comes_into_a_step_without_one(self) -> None:
        run = Run.begin(exercise(breathe())).answer(Breathing(pace=Pace(inhale=4, hold=4, exhale=6)))
        assert (self.breath(run).pace.hold, self.breath(run).pace.exhale) == (0, 6)

    def test_a_run_that_was_left_when_both_were_asked_goes_on_with_its_answers(self) -> None:
        fresh = Run.begin(exercise(*self.ASKED, say("End.")))
        state = json.loads(fresh.to_json())
        state |= {"at": "3", "given": {"pace": ["Even"], "mins": ["1 minute"]}}
        run = Run.from_json(fresh.exercise, json.dumps(state))
        assert (self.breath(run).pace.option, self.breath(run).rounds) == ("Even", 6)
        assert run.answers == {"pace": ["Even"], "mins": ["1 minute"]}
        asked = Run.from_json(fresh.exercise, json.dumps(state | {"at": "2"}))
        assert isinstance(asked.screen, BreatheScreen)

    def test_typed_minutes_of_an_older_run_are_a_length_too(self) -> None:
        one = exercise(ask("mins", input=Input.MINUTES), breathe(minutes_from="mins"))
        run = replace(Run.begin(one), given={"mins": 3})
        assert self.breath(run).rounds == 18
        assert run.answers == {"mins": 3}


class TestOpening:
    BREATH = breathe()

    def test_words_to_settle_by_stand_beside_the_rating_before_the_first_breath(self) -> None:
        one = exercise(say("Sit down.", secs=10), self.BREATH, gate=Gate.NOTICE, cautions="Mind the breath.")
        run = Run.begin(one, measure=DISTRESS)
        screen = run.screen
        assert isinstance(screen, RateScreen)
        assert (screen.notice, screen.settle, screen.onward) == (
            "Mind the breath.", "Sit down.", Onward.BREATHE,
        )  # fmt: skip
        assert isinstance(run.advance().screen, BreatheScreen)

    def test_a_run_that_was_left_at_those_words_goes_on_at_the_rating(self) -> None:
        one = exercise(say("Sit down.", secs=10), self.BREATH)
        state = json.loads(Run.begin(one, measure=DISTRESS).to_json()) | {"at": "1"}
        assert Run.from_json(one, json.dumps(state), measure=DISTRESS).at == "before"

    def test_another_exercise_begins_with_its_first_step(self) -> None:
        screen = Run.begin(exercise(say("One."), say("Two.")), measure=DISTRESS).screen
        assert isinstance(screen, RateScreen)
        assert (screen.settle, screen.onward) == ("", Onward.BEGIN)

    def test_behind_a_gate_that_begins_it_the_rating_goes_on(self) -> None:
        one = exercise(say("One."), gate=Gate.CONFIRM, cautions="Mind.")
        screen = Run.begin(one, measure=DISTRESS).answer(True).advance().screen
        assert isinstance(screen, RateScreen)
        assert screen.onward is Onward.GO_ON


class TestPlans:
    STEP = plan("When [my spark] comes, I will {{move}}.")

    def at_plan(self) -> Run:
        run = Run.begin(exercise(pick("move", "Wait ten minutes", "Use TIPP"), self.STEP))
        return run.answer("Wait ten minutes").advance()

    def test_slots_carry_labels_and_earlier_answers(self) -> None:
        screen = self.at_plan().screen
        assert isinstance(screen, PlanScreen)
        slots = [(piece.text, piece.label) for piece in screen.pieces if piece.slot]
        assert slots == [("", "my spark"), ("wait ten minutes", "")]
        assert not screen.kept

    def test_filled_slots_make_the_sentence_that_is_kept(self) -> None:
        run = self.at_plan().answer(["the phone rings", ""])
        assert run.plan == "When the phone rings comes, I will wait ten minutes."
        assert isinstance(run.screen, PlanScreen)
        assert run.screen.kept

    def test_own_words_replace_the_sentence(self) -> None:
        run = self.at_plan().answer("When it rings, I breathe out.")
        assert run.plan == "When it rings, I breathe out."
        assert isinstance(run.screen, PlanScreen)
        assert run.screen.own_words

    def test_going_on_without_an_answer_keeps_no_plan(self) -> None:
        assert self.at_plan().advance().plan == ""

    def test_the_finish_shows_the_plan_of_a_step_and_asks_for_none(self) -> None:
        run = self.at_plan().answer(["it rings", ""]).advance()
        assert isinstance(run.screen, FinishScreen)
        assert run.screen.plan == "When it rings comes, I will wait ten minutes."
        assert run.screen.pieces == ()
        assert run.answer(None).plan == run.plan, "finishing took the plan away"
        assert self.at_plan().skip().screen.pieces == (), "it is asked for a second time"  # type: ignore[attr-defined]

    def test_an_exercise_without_a_plan_step_offers_its_plan_at_the_finish(self) -> None:
        run = Run.begin(exercise(plan="When [it rings], I will [breathe out].")).advance()
        assert isinstance(run.screen, FinishScreen)
        assert run.screen.plan == ""
        assert run.answer(["I sit down", ""]).plan == "When I sit down, I will breathe out."

    def test_a_note_is_kept_with_the_run(self) -> None:
        run = Run.begin(exercise()).advance().write_note("Odd, but fine.")
        assert isinstance(run.screen, FinishScreen)
        assert run.screen.note == "Odd, but fine."


class TestWaysOut:
    def test_stop_leads_to_a_kind_way_out_and_back_to_the_step(self) -> None:
        run = Run.begin(exercise(say("One."), say("Two."))).advance()
        stopped = run.stop()
        assert isinstance(stopped.screen, ExitScreen)
        assert stopped.screen.reason is ExitReason.STOPPED
        assert stopped.ended_early
        assert stopped.back().screen == run.screen
        closed = stopped.advance()
        assert closed.finished
        assert closed.ended_early
        assert (closed.steps_done, closed.steps_seen) == (1, 2)

    def test_an_end_step_closes_kindly_without_a_second_rating(self) -> None:
        steps = (
            pick("safe", "Yes", "No"),
            say("A person helps more.", if_("safe", Op.NE, "Yes"), end=True),
            say("On."),
        )
        run = Run.begin(exercise(*steps), measure=DISTRESS).advance()
        ended = run.answer("No").advance().advance()
        assert isinstance(ended.screen, ExitScreen)
        assert ended.screen.reason is ExitReason.ENDED
        assert ended.ended_early
        assert ended.advance().finished
        assert run.answer("Yes").advance().screen.text == "On."

    def test_a_skipped_question_takes_the_careful_path(self) -> None:
        steps = (
            pick("safe", "Yes", "No"),
            say("A person helps more.", if_("safe", Op.NE, "Yes"), end=True),
            say("On."),
        )
        assert Run.begin(exercise(*steps)).skip().screen.text == "A person helps more."

    def test_much_worse_at_the_end_closes_gently(self) -> None:
        run = Run.begin(exercise(), measure=DISTRESS).answer(6).advance().advance().answer(8).advance()
        assert isinstance(run.screen, ExitScreen)
        assert run.screen.reason is ExitReason.WORSE
        assert not run.ended_early
        assert run.advance().finished

    def test_high_but_not_worse_reaches_the_finish_with_aftercare(self) -> None:
        run = Run.begin(exercise(), measure=DISTRESS).answer(7).advance().advance().answer(8).advance()
        assert isinstance(run.screen, FinishScreen)
        assert run.screen.aftercare
        assert run.screen.change.startswith("1 point higher than before.")

    def test_everything_gone_through_counts_and_skipped_steps_do_not(self) -> None:
        run = Run.begin(exercise(ask("a"), ask("b"), say("End."))).advance().skip().advance()
        assert (run.steps_done, run.steps_seen) == (2, 3)

    def test_answering_after_skipping_counts_again(self) -> None:
        run = Run.begin(exercise(ask("a"), say("End."))).skip().back().answer("x").advance()
        assert run.steps_done == 1

    def test_a_finished_run_stays_finished(self) -> None:
        run = Run.begin(exercise()).advance().advance()
        assert run.finished
        assert run.advance() == run
        assert not run.back().finished


def test_the_path_is_worked_out_once_for_a_run_and_anew_for_the_next() -> None:
    run = Run.begin(exercise(ask("a"), say("End.")))
    answered = run.answer("x")
    assert run.path is run.path
    assert answered.path is not run.path
    assert (run.answers, answered.answers) == ({}, {"a": "x"})
    assert answered == Run.begin(run.exercise).answer("x"), "what was worked out is no part of the value"
