"""What is said about an experiment, in sentences: blind before its end, plain and limited after it."""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.domain.day_words import day_words
from rewire_app.domain.experiment.experiment import EVENINGS, Experiment
from rewire_app.i18n import _, ngettext
from rewire_app.insight.contrast import CLEAR
from rewire_app.insight.experiment_course import NEEDED, Course, ExperimentPhase, Week
from rewire_app.insight.experiment_result import Conclusion, Result
from rewire_app.insight.random_weeks import EACH, ORDERS, WEEKS, RandomWeeks

MOST_CLEAR = max(count for count in range(len(ORDERS)) if count / len(ORDERS) < CLEAR)
"""In how many orders at most a gap as large may come up for a clear result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an experiment is judged by: its name and the ends of its scale, if they are known."""

    key: str
    name: str
    low: int = 0
    high: int = 10
    scaled: bool = True

    @property
    def is_evening(self) -> bool:
        """Whether it is the evening check, where lower is calmer."""
        return self.key == EVENINGS

    def said(self, value: float) -> str:
        """A mean with its end point: "4.6 of 10", "12.0 (scale 5 to 40)"."""
        if not self.scaled:
            return f"{value:.1f}"
        if self.low == 0:
            return _("{value:.1f} of {high}").format(value=value, high=self.high)
        return _("{value:.1f} (scale {low} to {high})").format(value=value, low=self.low, high=self.high)


def evening_check() -> Outcome:
    """The evening check as an outcome."""
    return Outcome(key=EVENINGS, name=_("How strongly you reacted (evening check)"))


def gone_measure(key: str, low: int, high: int) -> Outcome:
    """An own measure that is not in the list any more, with the ends of the values that stayed."""
    return Outcome(key=key, name=_("A measure that you removed"), low=low, high=high, scaled=False)


def title(experiment: Experiment) -> str:
    """Both options in one line, with a capital."""
    text = _("{a}, or {b}").format(a=experiment.option_a, b=experiment.option_b)
    return text[:1].upper() + text[1:]


def where(course: Course) -> str:
    """Where the test stands, without any rating: "Week 3 of 8. 5 of 7 evenings rated so far."."""
    if course.phase is ExperimentPhase.WAITING:
        return _("It begins on Monday {day}. On that day you will see what comes first.").format(
            day=day_words(course.weeks[0].first, year=True)
        )
    if course.phase is ExperimentPhase.RESTING:
        return _("The test waits this week. Do whatever helps you. Nothing of this week counts.")
    if course.now is not None:
        return _("Week {week} of {weeks}. {rated} of 7 evenings rated so far.").format(
            week=course.now.number, weeks=WEEKS, rated=course.now.rated
        )
    return ""


def still_possible(course: Course) -> str:
    """What missing ratings mean while a test goes on; empty as long as nothing is lost."""
    if not course.going or not course.short:
        return ""
    return " ".join(
        (
            _few(course.short),
            _(
                "A gap is a gap. But each of the eight weeks needs {needed} rated evenings, so this test "
                "cannot give a fair answer any more. You can stop it and begin a new one, or go on "
                "and look at the weeks as they were."
            ).format(needed=NEEDED),
        )
    )


def sentence(result: Result, experiment: Experiment, outcome: Outcome) -> str:
    """The result in one or two sentences."""
    test = result.test
    if test is None:
        return _(
            "Not enough ratings for a fair answer. {few} Each of the eight weeks needs {needed}."
        ).format(few=_few(tuple(each.week for each in result.weeks if each.mean is None)), needed=NEEDED)
    if result.finding is Conclusion.CLEAR:
        return _clear(test, experiment, outcome)
    return _(
        "No clear difference. The average was {mean_a} with “{a}” and {mean_b} with “{b}”. "
        "A gap like this or larger comes up in {count} of the {orders} possible orders, "
        "so chance is enough to explain it."
    ).format(
        mean_a=outcome.said(test.mean_a),
        mean_b=outcome.said(test.mean_b),
        a=experiment.option_a,
        b=experiment.option_b,
        count=test.as_far,
        orders=test.orders,
    )


def in_short(result: Result, experiment: Experiment) -> str:
    """The result in a few words, for a list."""
    if result.finding is Conclusion.TOO_FEW:
        return _("Not enough ratings for a fair answer")
    if result.finding is Conclusion.UNCLEAR or result.test is None:
        return _("No clear difference")
    lower = experiment.option_a if result.test.difference < 0 else experiment.option_b
    return _("Clearly lower with “{option}”").format(option=lower)


def supports(result: Result) -> tuple[str, ...]:
    """What the result supports and what it cannot, one sentence or two each."""
    said = {
        Conclusion.CLEAR: _(
            "“Because” is fair here, within this test: chance alone decided which week got which option. "
            "Most numbers in Rewire cannot say that."
        ),
        Conclusion.UNCLEAR: _(
            "This does not make the two the same. Eight weeks can only show a large difference. Use the one "
            "that suits you."
        ),
        Conclusion.TOO_FEW: _(
            "With a week less, even the largest gap would come up by chance too often. So Rewire leaves the "
            "answer open. A new test begins with a new drawing."
        ),
    }
    limits = [
        _("It is about you, in these eight weeks. It says nothing about other people or other times."),
        _("You knew each week which option it was. What one hopes for can colour a rating."),
        _("What lingers from one week into the next makes a real difference look smaller."),
        _("It compares what was drawn, whether or not each week went as drawn."),
    ]
    if result.left_out:
        limits.append(
            ngettext(
                "{n} week was left out as a time of crisis. If one option made such a week more likely, "
                "this test cannot see it.",
                "{n} weeks were left out as times of crisis. If one option made such weeks more likely, "
                "this test cannot see it.",
                result.left_out,
            ).format(n=result.left_out)
        )
    return (said[result.finding], *(limits if result.finding is not Conclusion.TOO_FEW else ()))


def worked_out(result: Result, experiment: Experiment) -> tuple[str, ...]:
    """The figures to check by hand."""
    lines = [
        _("The number of a week is the average of its rated evenings. A week needs {needed} of them.").format(
            needed=NEEDED
        )
    ]
    test = result.test
    if test is None:
        return (*lines, _("Without all eight numbers nothing is compared."))
    for letter, option in (("A", experiment.option_a), ("B", experiment.option_b)):
        means = [each.mean for each in result.weeks if each.week.option == letter and each.mean is not None]
        lines.append(
            _(
                "{letter}, “{option}”: {means}. Added up {total:.2f}, divided by {each} it is {mean:.3f}."
            ).format(
                letter=letter,
                option=option,
                means=" + ".join(f"{mean:.2f}" for mean in means),
                total=sum(means),
                each=EACH,
                mean=sum(means) / EACH,
            )
        )
    lines.append(
        _("The gap between them is {gap:.2f}. All of these are rounded.").format(gap=abs(test.difference))
    )
    lines.append(
        _(
            "Four weeks of each can come in {orders} orders. The same sum was done for every one of them. "
            "In {count} of {orders} the gap is {gap:.2f} or more, whichever of the two is lower. "
            "Rewire says “clear” when it is {most} or fewer."
        ).format(orders=test.orders, count=test.as_far, gap=abs(test.difference), most=MOST_CLEAR)
    )
    return tuple(lines)


def stopped_words(experiment: Experiment, course: Course) -> str:
    """What is said of a stopped experiment."""
    assert experiment.stopped_day is not None
    begun = course.begun
    return _(
        "You stopped this test on {day}, in week {week} of {weeks}. That is always open to you. "
        "A stopped test cannot say anything fair about the two options: it has too few weeks, and the "
        "moment of stopping was not left to chance."
    ).format(
        day=day_words(experiment.stopped_day, year=True),
        week=begun[-1].number if begun else 1,
        weeks=WEEKS,
    )


def broken_words() -> str:
    """What is said when the sealed order cannot be trusted."""
    return _(
        "The sealed order does not fit its code, or no longer fits this test. Something was changed after "
        "the drawing. So this test cannot say anything. Your evening notes are untouched."
    )


def _clear(test: RandomWeeks, experiment: Experiment, outcome: Outcome) -> str:
    a, b = (experiment.option_a, test.mean_a), (experiment.option_b, test.mean_b)
    (low_words, low), (high_words, high) = (a, b) if test.difference < 0 else (b, a)
    text = (
        _(
            "Your evenings were calmer in the weeks of “{low_words}”: {low} on average, and {high} in the "
            "weeks of “{high_words}”. A gap this large comes up in only {count} of the {orders} possible "
            "orders."
        )
        if outcome.is_evening
        else _(
            "{name}: lower in the weeks of “{low_words}”, {low} on average, and {high} in the weeks of "
            "“{high_words}”. A gap this large comes up in only {count} of the {orders} possible orders."
        )
    )
    return text.format(
        name=outcome.name,
        low_words=low_words,
        high_words=high_words,
        low=outcome.said(low),
        high=outcome.said(high),
        count=test.as_far,
        orders=test.orders,
    )


def _few(weeks: tuple[Week, ...]) -> str:
    """ "Week 3 has 2 rated evenings, week 5 none."."""
    parts = [
        _("none in week {week}").format(week=week.number)
        if not week.rated
        else ngettext("{n} in week {week}", "{n} in week {week}", week.rated).format(
            n=week.rated, week=week.number
        )
        for week in weeks
    ]
    return _("Evenings rated: {parts}.").format(parts=", ".join(parts))
