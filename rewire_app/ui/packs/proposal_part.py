"""A pack that came as a file: everything in it to read, before anything of it is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.content.articles import BETWEEN, as_text
from rewire_app.content.check_pack import is_english
from rewire_app.content.library import Library
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.exercise.outline import outline
from rewire_app.domain.library.article import Article
from rewire_app.exchange.packs.keeping import PackProposal, count_words
from rewire_app.i18n import _, ngettext
from rewire_app.reports.catalogue import minutes_text
from rewire_app.reports.exercise_page import certainty
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card, Sunken
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put, stretch, vbox
from rewire_app.ui.widgets.text import Heading, Second, SectionTitle, Strong, Title
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5
from rewire_app.ui.widgets.unfold import Unfold


class PackPreview(QWidget):
    """Says what is in the pack. `kept()`: it is wanted; `left()`: it is not."""

    kept = Signal()
    left = Signal()

    def __init__(self, proposal: PackProposal, library: Library) -> None:
        super().__init__()
        self.proposal, pack = proposal, proposal.pack
        count = count_words(len(proposal.exercises), len(proposal.articles))
        about = _("By {author}, version {version}. {count}, from {file}.").format(
            author=pack.author, version=pack.version, count=count, file=proposal.file
        )
        known = Sunken(padding=20)
        known.setAccessibleName(_("Nothing of this is kept yet"))
        put(known.body, Strong(_("Nothing of this is kept yet")), S1, Second(self._what_is_known()))
        if proposal.beside:
            put(known.body, S2, Second(proposal.beside, ink="ink"))
        words = _("Keep this pack")
        if proposal.before is not None:
            words = _("Replace version {old}").format(old=proposal.before.version)
        self.keep = MainButton(words, icon="plus")
        told = (pack.name, self._what_is_known(), proposal.beside)
        self.keep.setAccessibleDescription(" ".join(filter(None, told)))
        self.keep.clicked.connect(self.kept)
        self.leave = QuietButton(_("Leave it"))
        self.leave.clicked.connect(self.left)
        acts = Flow(gap=S3)
        if proposal.kept:
            self.keep.setParent(self)
            self.keep.hide()
        else:
            acts.add(self.keep)
        acts.add(self.leave)
        column = vbox(Title(pack.name), S1, Second(about), S4, known, S4, acts, on=self, gap=0)
        if proposal.exercises:
            put(column, S5, SectionTitle(_("Exercises")), S2)
        for exercise in proposal.exercises:
            put(column, _exercise(exercise), S3)
        if proposal.articles:
            put(column, S4, SectionTitle(_("Articles")), S2)
        titles = {one.id: one.title for one in proposal.exercises}
        for article in proposal.articles:
            put(column, _article(article, titles, library), S3)
        put(column, stretch())

    @property
    def first(self) -> QWidget:
        """What has the keyboard at first."""
        return self.leave if self.proposal.kept else self.keep

    def _what_is_known(self) -> str:
        """What Rewire knows of the pack, and what it does not."""
        words = _(
            "Rewire has checked how it is written, how fast and how long it lets you breathe, and that its "
            "risks have their cautions. Whether it helps, and whether what it says is true, Rewire cannot "
            "know. It is not Rewire’s own, and it is marked with where it comes from."
        )
        if not is_english(self.proposal.pack.language):
            words += " " + _("The words of its cautions could not be checked in this language.")
        return words


def _exercise(exercise: Exercise) -> Card:
    """One exercise: what it is, what it warns of, and what one does."""
    card = Card(padding=(21, 16), name=exercise.title)
    put(card.body, Heading(exercise.title), Second(f"{minutes_text(exercise)}. {exercise.summary}"))
    warned = (
        (_("Before you begin:"), exercise.cautions),
        (_("When to stop:"), exercise.stop_if),
        (_("A gentler way:"), exercise.gentler),
    )
    for lead, text in warned:
        if text:
            put(card.body, S1, Second(f"{lead} {text}", lead=lead))
    if not exercise.cautions:
        put(card.body, S1, Second(_("It names no risk and no caution.")))
    steps = Unfold(_("What you do"), exercise.title)
    told = outline(exercise)
    lines = [f"{number}. {words}" for number, words in enumerate(told.steps, start=1)]
    if told.more:
        lines.append(ngettext("and {n} more", "and {n} more", told.more).format(n=told.more))
    sure = _("What its author says of how sure it is: {words}.")
    words = f"{certainty(exercise.evidence.grade)}. {exercise.evidence.note}".rstrip(".")
    steps.set_words([*lines, sure.format(words=words)])
    put(card.body, steps)
    return card


def _article(article: Article, titles: dict[str, str], library: Library) -> Card:
    card = Card(padding=(21, 16), name=article.title)
    minutes = ngettext("{n} minute read", "{n} minute read", article.minutes).format(n=article.minutes)
    put(card.body, Heading(article.title), Second(f"{article.summary} {minutes.capitalize()}."))
    lines = {
        name: _("Exercise: {title}").format(title=titles.get(name) or library.title(name))
        for _kind, name in article.links
    }
    reading = Unfold(_("Read it here"), article.title)
    reading.set_words(as_text(article, lines, []).strip().split(BETWEEN)[1:])
    put(card.body, reading)
    return card
