"""Earlier answers in later sentences read like sentences."""

from __future__ import annotations

import pytest

from rewire_app.domain.exercise.exercise import Column, ColumnType, Input, PlanStep, Scale, Step
from rewire_app.domain.exercise.recall import shown
from rewire_app.domain.exercise.run import Run
from rewire_app.domain.exercise.screens import PlanScreen
from tests.domain.small_exercises import ask, exercise, pick, rate, rows, say

PAIR = (Column(name="what"), Column(name="sure", type=ColumnType.RATE, scale=Scale.PERCENT))


def read(step: Step, value: object, text: str) -> str:
    run = Run.begin(exercise(step, say(text)), stores={"@days": ["5"]})
    return run.answer(value).advance().screen.text


@pytest.mark.parametrize(
    ("step", "value", "text", "expected"),
    [
        (ask("a"), "the rain", "It is {{a}}.", "It is the rain."),
        (ask("a"), "The rain.", "You wrote: {{a}}. Good to know.", "You wrote: The rain. Good to know."),
        (ask("a"), "two\n lines", '"{{a}}"', '"two lines"'),
        (ask("a"), "No news\nShe called.\nWe laughed", "So: {{a}}.", "So: No news. She called. We laughed."),
        (ask("a"), "go.", 'Say "{{a}}" out loud.', 'Say "go" out loud.'),
        (ask("a"), None, "It is {{a}}.", "It is …"),
        (ask("a"), None, "When {{a}}, I will wait.", "When …, I will wait."),
        (ask("a"), "{{b}} and {0}", "It is {{a}}.", "It is {{b}} and {0}."),
        (ask("a", input=Input.MINUTES), 15, "For {{a}} minutes.", "For 15 minutes."),
        (rate("r"), 6, "About {{r}}.", "About 6 of 10."),
        (rate("r", scale=Scale.PERCENT), 70, "You are {{r}} sure.", "You are 70% sure."),
        (rate("r"), 6, "From {{r|number}} down.", "From 6 down."),
        (pick("p", "Wait a bit", "Use TIPP"), "Wait a bit", "I will {{p}}.", "I will wait a bit."),
        (pick("p", "STOP", "Wait"), "STOP", "I will use {{p}}.", "I will use STOP."),
        (pick("p", "I want out", "Wait"), "I want out", "Here is: {{p}}", "Here is: I want out"),
        (pick("p", "Hands", "Face"), "Hands", "{{p}} first.", "Hands first."),
        (pick("p", "Fear", "Anger", "Shame", max=3), ["Fear", "Anger", "Shame"], "Here is {{p|list}}.",
         "Here is fear, anger and shame."),
        (pick("p", "Fear", "Anger", max=2), ["Fear", "Anger"], "First {{p.1}}.", "First fear."),
        (pick("p", "Red", "Blue", other=True), "Paris", "I see {{p}}.", "I see Paris."),
        (rows("l", *PAIR), [{"what": "cup", "sure": 40}], "{{l.1.what}}: {{l.1.sure}}", "cup: 40%"),
        (rows("l", *PAIR), [{"what": "cup"}, {"what": "key"}], "With {{l|list}}.", "With cup and key."),
        (rows("l", *PAIR), [{"what": "Cup."}, {"what": "key."}], "With {{l|list}}.", "With Cup and key."),
        (rows("l", *PAIR), [{"what": "i sat."}, {"what": "so what..."}, {"what": "It rained."}],
         "You wrote: {{l|list}}.", "You wrote: i sat, so what... and It rained."),
        (rows("l", *PAIR), [{"what": "cup"}], "And {{l.2.what}} too.", "And … too."),
        (ask("a"), None, "Look around. You chose {{a}}.", "Look around."),
        (ask("a"), None, "{{a}} {{a}}", "… …"),
        (ask("a"), "Why me?", "You wrote: {{a}}. Read it.", "You wrote: Why me? Read it."),
        (ask("a"), "I will wait.", "Then I will {{a}} and breathe.", "Then I will wait and breathe."),
        (ask("a"), "I will", "Then I will {{a}}.", "Then I will I will."),
        (ask("a"), "Step back.", "Then I will {{a|small}}.", "Then I will step back."),
        (ask("a"), "Step back.", "Next: {{a|small}}.", "Next: Step back."),
        (ask("a"), None, "I will {{a|small|or go outside}}.", "I will go outside."),
        (ask("a"), "Sit down.", "I will {{a|small|or go outside}}.", "I will sit down."),
        (ask("a"), "Never good.", "When {{a|quoted|or it}} comes.", "When “Never good” comes."),
        (ask("a"), None, "When {{a|quoted|or the story}} comes.", "When the story comes."),
        (pick("p", other=True, max=2), ["Wait", "Breathe"], "Use {{p|list|small}}.", "Use wait and breathe."),
        (pick("p", other=True, max=2), ["Wait", "Sit"], "I will {{p|small|list}}.", "I will wait and sit."),
        (ask("a"), None, "On {{@days}} days, {{@nights}} nights.", "On 5 days, … nights."),
    ],
)  # fmt: skip
def test_a_recalled_answer_reads_well(step: Step, value: object, text: str, expected: str) -> None:
    assert read(step, value, text) == expected


def test_sentences_side_by_side_stay_sentences() -> None:
    run = Run.begin(exercise(ask("d"), ask("e"), say("Read it: {{d}} {{e}}")))
    run = run.answer("You came late").advance().answer("I was worried.").advance()
    assert run.screen.text == "Read it: You came late. I was worried."


def test_a_second_line_says_nothing_where_nothing_was_answered() -> None:
    run = Run.begin(exercise(ask("a"), say("On.", hint="You wrote {{a}}."))).skip()
    assert run.screen.hint == ""


def test_a_plan_with_gaps_ends_without_a_stop_after_its_last_gap() -> None:
    step = PlanStep(text="When {{a}} comes, I will {{a}}.")
    run = Run.begin(exercise(ask("a"), step)).skip()
    assert run.screen.text == "When … comes, I will …"
    assert isinstance(run.screen, PlanScreen)
    assert "".join(shown(run.screen.pieces)) == run.screen.sentence


def test_a_plan_reads_whole_when_nothing_was_answered_and_can_be_kept_like_that() -> None:
    step = PlanStep(text="When {{a|quoted|or the story}} comes, I will {{a|small|or breathe out}}.")
    run = Run.begin(exercise(ask("a"), step)).skip()
    assert run.screen.text == "When the story comes, I will breathe out."
    assert isinstance(run.screen, PlanScreen)
    assert [piece.label for piece in run.screen.pieces if piece.slot] == ["the story", "breathe out"]
    assert run.answer(["the story", "sit down"]).plan == "When the story comes, I will sit down."


def test_a_second_line_recalls_too() -> None:
    run = Run.begin(exercise(ask("a"), say("On.", hint="You wrote {{a}}."))).answer("rain").advance()
    assert run.screen.hint == "You wrote rain."
