"""What the page of each of the twelve invented people may say, and what it may not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from rewire_app.charts.comparison import comparison
from rewire_app.content.library import Library
from rewire_app.insight.findings import Certainty
from rewire_app.insight.kept_looks import kept_looks
from rewire_app.reports.suggestions import suggestions
from rewire_app.reports.trends import Trends, read_notes, trends
from rewire_app.store.store import Store
from rewire_app.store.vault.vault import open_vault
from tests.insight.people import PEOPLE, TODAY, fill

LOWER = "go with lower reactivity"
HIGHER = "go with higher reactivity"
HARD_WEEKS = "Hard weeks that you see coming"
TALK = "pause and talk to someone"
TORN_APART = "Your data cannot tell the two apart."
CALMER = "On days with practice, the same evening was calmer."
AHEAD = "So hard days may change how much you practise."
AT_THE_END = "Most evenings are at the end of the scale"
NONE_THAT_LARGE = "there is none that large"


@dataclass(frozen=True, slots=True, kw_only=True)
class MaySay:
    """The case and step of the practice card, and sentences that stand and that do not stand on the page."""

    case: str
    step: Certainty = Certainty.UNCLEAR
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = (LOWER, HIGHER, TALK, HARD_WEEKS)
    change: Certainty = Certainty.UNCLEAR


EXPECTED = {
    "helped": MaySay(
        case="clear, lower", step=Certainty.STRONG, says=(LOWER, HARD_WEEKS), never=(HIGHER, TALK)
    ),
    "harmed": MaySay(
        case="clear, higher", step=Certainty.STRONG, says=(HIGHER, TALK), never=(LOWER, HARD_WEEKS)
    ),
    "nothing": MaySay(case="no clear link yet", says=(NONE_THAT_LARGE,)),
    "trend-only": MaySay(
        case="no clear link yet", says=(TORN_APART, "Lower now than then"), change=Certainty.LIKELY
    ),
    "same-evening": MaySay(case="held back by the same evening", says=(CALMER,)),
    "weekends": MaySay(case="no clear link yet"),
    "illness-pause": MaySay(case="no clear link yet", says=("At this pace",)),
    "half-rated": MaySay(
        case="clear, lower", step=Certainty.STRONG, says=(LOWER, HARD_WEEKS), never=(HIGHER, TALK)
    ),
    "floor": MaySay(
        case="at the end of the scale", says=(AT_THE_END,), never=(LOWER, HIGHER, NONE_THAT_LARGE)
    ),
    "bursts": MaySay(
        case="clear, lower", step=Certainty.STRONG, says=(LOWER, HARD_WEEKS), never=(HIGHER, TALK)
    ),
    "reverse": MaySay(case="no clear link yet", says=(AHEAD,)),
    "skills": MaySay(case="no clear link yet"),
}


@pytest.fixture
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Trends]:
    """What Trends knows of one of the twelve, from a profile of their own, after this week's look."""
    fill(tmp_path / "profile", PEOPLE[request.param])
    vault = open_vault(tmp_path / "profile")
    notes, today = read_notes(vault, TODAY.toordinal()), TODAY.toordinal()
    looked = suggestions(notes, today, comparison(notes, today), Library())
    Store(vault).looks.keep(kept_looks(looked))
    yield trends(vault, Library(), TODAY)
    vault.close()


@pytest.mark.parametrize(("page", "may"), EXPECTED.items(), ids=EXPECTED, indirect=["page"])
def test_a_page_says_what_is_true_of_its_person_and_nothing_that_is_not(page: Trends, may: MaySay) -> None:
    verdict, text = page.comparison.verdict, page.as_text()
    assert (str(verdict.case), verdict.step) == (may.case, may.step)
    assert [words for words in may.says if words not in text] == []
    assert [words for words in may.never if words in text] == []
    steps = {found.key: found.step for found in page.findings}
    assert steps["before_and_now"] <= may.change
    assert steps["sleep"] == Certainty.UNCLEAR
