"""An exercise that came in a file: what it asks, read before anything of it is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.content.library import Library
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.exercise_words import ExerciseTitle, ExerciseWords
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import CHEVRON, hung, put, stretch, vbox
from rewire_app.ui.widgets.text import Second, Strong
from rewire_app.ui.widgets.theme import S1, S3, S4, S5


class FilePreview(QWidget):
    """Says what is in the file, and that nothing is kept. `kept()`: it is wanted; `left()`: it is not.

    `go(Route)`: an article, or a page around this one.
    """

    kept = Signal()
    left = Signal()
    go = Signal(object)

    def __init__(self, exercise: Exercise, file: str, library: Library) -> None:
        super().__init__()
        back = BackLink(routes.CUSTOM)
        back.went.connect(self.go)
        words = ExerciseWords(exercise, library)
        words.go.connect(self.go)
        self.keep = MainButton(_("Keep it among your own"), icon="plus")
        self.keep.setAccessibleDescription(f"{exercise.title}. {_what_is_known()}")
        self.keep.clicked.connect(self.kept)
        leave = QuietButton(_("Leave it"))
        leave.clicked.connect(self.left)
        acts = Flow(gap=S3)
        for button in (self.keep, leave):
            acts.add(button)
        title = ExerciseTitle(exercise, _("From {file}.").format(file=file))
        column = vbox(hung(back, start=CHEVRON), S3, title, S4, on=self, gap=0)
        put(column, _unknown(), S4, acts, S5, words, stretch())


def _unknown() -> Sunken:
    """That nothing is kept, and what is known."""
    card = Sunken(padding=20)
    card.setAccessibleName(_("Nothing of this is kept yet"))
    put(card.body, Strong(_("Nothing of this is kept yet")), S1, Second(_what_is_known()))
    return card


def _what_is_known() -> str:
    """What Rewire knows of the file, and what it does not."""
    return _(
        "Rewire has checked how it is written, and how fast and how long it lets you breathe. Whether it "
        "helps, and whether what it says of itself is true, Rewire cannot know. Read it before you keep it."
    )
