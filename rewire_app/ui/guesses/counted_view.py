"""How the prediction book is counted, in a few sentences."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.insight.calibration import MIN_GUESSES, MIN_IN_BIN
from rewire_app.ui.widgets.layout import put, vbox
from rewire_app.ui.widgets.text import Heading, Title, Voice
from rewire_app.ui.widgets.theme import S2, S3, S5


class CountedView(QWidget):
    """The whole of it, to read."""

    def __init__(self) -> None:
        super().__init__()
        column = vbox(Title(_("How this is counted")), on=self, gap=0)
        for heading, paragraphs in (
            (_("What counts"), _what_counts()),
            (_("The curve"), _the_curve()),
            (_("The sentence"), _the_sentence()),
            (_("What it cannot say"), _what_it_cannot_say()),
        ):
            put(column, S5, Heading(heading), S3)
            for words in paragraphs:
                put(column, Voice(words), S2)


def _what_counts() -> tuple[str, ...]:
    return (
        _(
            "A guess counts once you said how likely it seemed and then answered whether it came. What "
            "came in part counts as come. A guess you let go or did not answer is left out."
        ),
        _(
            "What you feared and what you hoped for are counted apart. Steps, tests, worries and nights "
            "are fears, activities and plans are hopes, unless you said otherwise."
        ),
        _("Each guess counts once. When you change or take back an answer, the curve follows."),
    )


def _the_curve() -> tuple[str, ...]:
    return (
        _(
            "Guesses are put together by how likely they seemed, in steps of 20 points. A disc stands at "
            "their average, as high as the share that came; more guesses make a larger disc. On the "
            "dotted line, as many came as you guessed."
        ),
        _(
            "The bar around a disc is the range that fits: of 100 such bars about 95 would hold the share"
            " that many more guesses would show (the interval of Wilson). A few guesses give a long bar."
        ),
        _(
            "The curve begins at {n} answered guesses, and a disc needs {few}. With fewer, chance alone "
            "can draw any shape."
        ).format(n=MIN_GUESSES, few=MIN_IN_BIN),
    )


def _the_sentence() -> tuple[str, ...]:
    return (
        _(
            "Your guesses add up: ten at 30% stand for 3 that come. If each came as often as you "
            "said, the number that comes would lie in a certain range 95 times of 100. Only outside it "
            "does the sentence say that more or less came than you expected."
        ),
        _(
            "This takes guesses as separate. Ten guesses about one evening are closer to one, and then "
            "the sentence says too much."
        ),
    )


def _what_it_cannot_say() -> tuple[str, ...]:
    return (
        _(
            "It knows only the guesses you wrote down. You may write down the worst ones, or answer "
            "sooner when all went well. It does not say what comes next time, and nothing about you."
        ),
    )
