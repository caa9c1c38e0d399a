"""What an exercise is, in words: name, why it may help and how sure that is, what one does, what to know."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.content.library import Library
from rewire_app.content.packed import is_packed
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.exercise.outline import outline
from rewire_app.domain.library.sources import source_lines
from rewire_app.i18n import _, ngettext
from rewire_app.reports.catalogue import is_custom, minutes_text
from rewire_app.reports.exercise_page import certainty, explained_in, why_article
from rewire_app.ui.base import routes
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.marks import Tag
from rewire_app.ui.widgets.text import Body, Heading, Second, Small, Strong, Title, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5, theme
from rewire_app.ui.widgets.unfold import LinkButton, Unfold

NUMBER = 26
"""Px of the design for the number of a step."""


class ExerciseTitle(QWidget):
    """Drawing and name, how long it takes and where it comes from, and what it is in one line."""

    def __init__(self, exercise: Exercise, origin: str = "") -> None:
        """`origin`: where it comes from, where it is neither built in nor the person's own."""
        super().__init__()
        origin = origin or (_("Yours.") if is_custom(exercise) else exercise.credit)
        about = _("{minutes}. {origin}").format(minutes=minutes_text(exercise), origin=origin)
        named = vbox(Title(exercise.title), Second(about), gap=0)
        top = Qt.AlignmentFlag.AlignTop
        across = hbox(wide(Glyph(exercise.glyph, 52), 0, top), wide(named, 1), gap=S4)
        down = vbox(across, S3, Voice(exercise.summary), on=self, gap=0)
        if exercise.differs:
            put(down, S1, Second(exercise.differs))


class ExerciseWords(QWidget):
    """Why, how sure, the steps, the cautions, the articles. `go(Route)`: one of those is wanted."""

    go = Signal(object)

    def __init__(self, exercise: Exercise, library: Library) -> None:
        super().__init__()
        self._column = vbox(on=self, gap=0)
        self._put_why(exercise, library)
        self._put_steps(exercise)
        self._health = self._health_words()
        put(self._column, self._health)
        if exercise.cautions or exercise.stop_if or exercise.gentler:
            put(self._column, S4, _before(exercise))
        self._put_articles(exercise, library)

    def _health_words(self) -> QWidget:
        """That questions on health come first, and a calm hour to answer them in."""
        words = _(
            "It asks about your health once, so that afterwards you only see what suits you. "
            "A calm hour is the best time for that."
        )
        answer = LinkButton(_("Answer the health questions now"))
        answer.clicked.connect(lambda: self.go.emit(routes.HEALTH_QUESTIONS))
        holder = QWidget()
        vbox(S4, Second(words), wide(answer, 0, Qt.AlignmentFlag.AlignLeading), on=holder, gap=0)
        holder.hide()
        return holder

    def show_health(self, *, asked: bool) -> None:
        """Offer the questions on health while they are `asked` before the exercise."""
        self._health.setVisible(asked)

    def _put_why(self, exercise: Exercise, library: Library) -> None:
        sources = Unfold(_("Sources"), exercise.title)
        sources.set_words(source_lines(exercise.evidence.refs, library.sources()))
        mark = Tag(certainty(exercise.evidence.grade), tone="new")
        middle = Qt.AlignmentFlag.AlignVCenter
        sure = hbox(wide(mark, 0, middle), sources.button, stretch(), gap=S3)  # what it unfolds comes below
        put(self._column, Heading(_("Why this may help")), S1, Body(exercise.evidence.note), S2, sure)
        put(self._column, sources)
        if is_packed(exercise.id):
            words = _("So say those who made its pack. Rewire has not checked whether it is true.")
            put(self._column, Second(words), S2)
        why = why_article(library, exercise)
        if why is not None:
            self._put_link(*why)
        self._column.addSpacing(S3)

    def _put_steps(self, exercise: Exercise) -> None:
        told = outline(exercise)
        put(self._column, Heading(_("What you do")), S2)
        for number, words in enumerate(told.steps, start=1):
            put(self._column, _step(str(number), Body(words)), S3)
        if told.more:
            more = ngettext("and {n} more", "and {n} more", told.more).format(n=told.more)
            put(self._column, _step("", Second(more)))

    def _put_articles(self, exercise: Exercise, library: Library) -> None:
        found = explained_in(library, exercise)
        if found:
            label = _("Also in") if exercise.article else _("Explained in")
            put(self._column, S5, Small(label, ink="ink2"))
        for name, title in found:
            self._put_link(name, title)

    def _put_link(self, article: str, title: str) -> None:
        link = LinkButton(title)
        link.clicked.connect(lambda: self.go.emit(routes.library(article)))
        self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)


def _step(number: str, words: QWidget) -> QBoxLayout:
    label = Strong(number, ink="primaryText", wrap=False)
    label.setFixedWidth(theme.px(NUMBER))
    return hbox(wide(label, 0, Qt.AlignmentFlag.AlignTop), wide(words, 1), gap=S2)


def _before(exercise: Exercise) -> Sunken:
    """What to know first, when to stop, and the gentler way."""
    card = Sunken(padding=20)
    card.setAccessibleName(_("Before you begin"))
    icon = Glyph("info", 20, role="ink2", folder="icons")
    put(card.body, hbox(icon, wide(Heading(_("Before you begin")), 1), gap=S3), S1)
    if exercise.cautions:
        put(card.body, Second(exercise.cautions), S2)
    for lead, text in ((_("When to stop:"), exercise.stop_if), (_("A gentler way:"), exercise.gentler)):
        if text:
            put(card.body, Second(f"{lead} {text}", lead=lead), S2)
    return card
