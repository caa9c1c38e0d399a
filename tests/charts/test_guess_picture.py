"""What is said and drawn of guesses: nothing below ten, no mark below three, words that fit the numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rewire_app.charts.guess_picture import GuessPicture, guess_picture
from rewire_app.insight.calibration import AnsweredGuess


def picture(*bins: tuple[int, int, int], hoped: bool = False) -> GuessPicture:
    """Of so many guesses at a chance, some came."""
    guesses = [
        AnsweredGuess(chance=chance, came=number < came)
        for chance, came, count in bins
        for number in range(count)
    ]
    return guess_picture(guesses, hoped=hoped)


def test_less_came_than_was_feared() -> None:
    made = picture((10, 1, 7), (30, 2, 8), (50, 3, 9), (70, 3, 8), (90, 3, 6))
    assert made.sentence == (
        "Of 38 things you feared, 12 came. Your guesses add up to about 19, so less came than you expected."
    )
    assert [one.words for one in made.counts] == ["1 of 7", "2 of 8", "3 of 9", "3 of 8", "3 of 6"]
    assert "Guesses of 80% to 100%: 3 of 6 came. From 19% to 81% fits so few." in made.summary
    assert made.table.rows[1] == ("20% to 39%", "8", "2", "25%", "7% to 59%")


def test_about_as_much_and_more() -> None:
    about = picture((60, 7, 12), hoped=True).sentence
    assert about.startswith("Of 12 things you hoped for, 7 came. Your guesses add up to about 7.")
    assert about.endswith("About as much came as you guessed, as far as 12 guesses can show.")
    assert picture((10, 8, 12)).sentence.endswith("so more came than you expected.")
    assert picture((95, 0, 12)).sentence.startswith("Of 12 things you feared, none came.")


def test_few_stand_on_a_line_without_a_curve() -> None:
    made = picture((30, 0, 1), (80, 1, 2), (75, 1, 1))
    assert (made.drawn, made.marks, made.counts) == (False, (), ())
    assert [(one.guessed, one.came, one.level) for one in made.line] == [
        (0.3, False, 0), (0.8, True, 0), (0.8, False, 1), (0.75, True, 0),
    ]  # fmt: skip
    assert made.sentence.endswith("4 guesses are answered, and 2 of them came.")
    assert made.summary.endswith("30% did not come, 75% came, 80% came, 80% did not come.")
    assert "begins at 10 answered guesses" in made.limits


def test_one_and_none() -> None:
    assert picture((40, 0, 1)).sentence.endswith("1 guess is answered, and it did not come.")
    assert picture().sentence == "No guess is answered yet."


@given(st.lists(st.builds(AnsweredGuess, chance=st.integers(0, 100), came=st.booleans()), max_size=40))
def test_marks_and_line_show_what_there_is(guesses: list[AnsweredGuess]) -> None:
    made = guess_picture(guesses, hoped=False)
    assert len(made.line) == (0 if made.drawn else len(guesses))
    assert all(0 <= mark.low <= mark.came <= mark.high <= 1 and mark.count >= 3 for mark in made.marks)
    assert sum(int(row[1]) for row in made.table.rows) == len(guesses)
