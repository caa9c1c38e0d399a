"""The library without an article: search, what to read next, questions that are due, four ways to look."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.domain.days import logical_day
from rewire_app.domain.goals import KEY, Goal, read_goals, short_name
from rewire_app.domain.library.article import Article
from rewire_app.domain.library.learning_path import StepState, next_to_read, step_states
from rewire_app.domain.library.reading import Reading
from rewire_app.domain.library.searching import take_apart
from rewire_app.i18n import _
from rewire_app.reports.skills import articles_due
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.seeking import Seeking
from rewire_app.ui.library.article_list import SavedArticles, Topics, reading_minutes
from rewire_app.ui.library.found import FIRST, SearchResults
from rewire_app.ui.library.highlight_list import AllHighlights
from rewire_app.ui.library.path_view import PathView
from rewire_app.ui.library.recall_card import Next, NextCard, RecallCard
from rewire_app.ui.widgets.base import tell
from rewire_app.ui.widgets.choices import Segmented, only
from rewire_app.ui.widgets.layout import clear, put, stretch, vbox, wide
from rewire_app.ui.widgets.search_field import SearchField
from rewire_app.ui.widgets.tab_order import set_tab_order, stops_in, tab_after
from rewire_app.ui.widgets.text import Lead, Title
from rewire_app.ui.widgets.theme import S1, S4, S5, S6
from rewire_app.ui.widgets.unfold import LinkButton

PATH, TOPICS, KEPT, HIGHLIGHTS = "path", "topics", "kept", "highlights"
LONG_AGO = timedelta(days=28)
"""Who comes back to an article after so long is also offered its beginning."""
GET_READY_MS = 400
"""The list has been shown for so long when the search gets ready."""


class Shelf(QWidget):
    """`go(Route)`. `refresh()` reads everything anew; what is being typed stays."""

    go = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seeking = Seeking(context)
        self._limit = FIRST
        self._put_off: dict[str, date] = {}
        self._recall: RecallCard | None = None
        self._views: dict[str, QWidget] = {}
        self._known: tuple[str, ...] = ()
        self._readings: dict[str, Reading] = {}
        self._states: tuple[StepState, ...] = ()
        self._goals: tuple[Goal, ...] = ()
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(GET_READY_MS)
        self._soon.timeout.connect(self._seeking.begin)
        self._seeking.ready.connect(self._on_ready)
        self._seeking.failed.connect(context.hub.failed)

    def _build(self) -> None:
        self.column = vbox(
            Title(_("Library")),
            S1,
            Lead(_("Short articles on how change works, with how sure the field is.")),
            S5,
            on=self,
            gap=0,
            margins=None,
        )
        self.box = SearchField(_("Search articles and exercises"))
        self.box.line.setAccessibleDescription(_("or press /"))
        self.box.changed.connect(self._asked)
        self.box.line.returnPressed.connect(self._open_best)
        self.box.line.installEventFilter(self)
        put(self.column, self.box, S5)
        self._found = SearchResults(self._context.library)
        self._found.go.connect(self.go)
        self._found.left.connect(self.search)
        self._found.more.connect(self._show_all)
        self._found.clear.connect(self._begin_anew)
        self._found.hide()
        self.column.addWidget(self._found)
        self._home = QWidget()
        put(self.column, self._home, stretch())
        home = vbox(on=self._home, gap=0)
        self._next = NextCard()
        self._next.go.connect(self.go)
        self._recall_place = vbox(gap=0)
        ways = [(PATH, _("Path")), (TOPICS, _("Topics")), (KEPT, _("Kept")), (HIGHLIGHTS, _("Highlights"))]
        self.ways = Segmented(ways, name=_("Ways through the library"))
        self.ways.changed.connect(self._show_way)
        self._place = vbox(gap=0)
        self._path_first = QWidget()
        vbox(self._next, self._recall_place, S6, on=self._path_first, gap=0)
        packs = LinkButton(_("Packs from others"))
        packs.clicked.connect(lambda: self.go.emit(routes.PACKS))
        put(home, self.ways, S5, self._path_first, self._place, S5)
        put(home, wide(packs, 0, Qt.AlignmentFlag.AlignLeading))

    # search

    def search(self) -> None:
        """Put the keyboard into the box; what stands there is selected."""
        self.box.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.line.selectAll()

    def _on_ready(self) -> None:
        """Answer what was typed meanwhile; else get the rows ready, so that the first letter is no slower."""
        if self.box.value():
            self._search()
        elif (hits := self._seeking.find("a", FIRST)) is not None:
            self._found.prepare(hits, self.width())

    def _asked(self, _words: str) -> None:
        self._limit = FIRST
        self._search()

    def _search(self) -> None:
        question = self.box.line.text()
        seeking = bool(question.strip())
        if not seeking:
            self._found.hide()
            self._home.show()
            tell(self.box.line, _("or press /"))
            return
        hits = self._seeking.find(question, self._limit)
        self._found.show_hits(hits, words=bool(take_apart(question).chunks))
        self._home.hide()
        self._found.show()
        tell(self.box.line, self._found.said)

    def _show_all(self) -> None:
        before, self._limit = self._limit, len(self._context.library.exercise_ids()) * 2
        self._search()
        self._found.enter(before)

    def give_up(self) -> None:
        """Look for nothing any more."""
        self.box.set_value("")

    def _begin_anew(self) -> None:
        self.give_up()
        self.search()

    def _open_best(self) -> None:
        QTimer.singleShot(0, self, self._found.open_best)  # after this Enter: it would press something there

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the box, Down goes to the results and Esc gives the search up; typing wakes the search."""
        if watched is self.box.line and event.type() == QEvent.Type.FocusIn:
            self._seeking.begin()
        if watched is self.box.line and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Down and self._found.isVisible():
                return self._found.enter()
            if event.key() == Qt.Key.Key_Escape and self.box.line.text():
                self._begin_anew()
                return True
        return super().eventFilter(watched, event)

    def let_go(self) -> None:
        """Wait until the thread of the search has ended."""
        self._soon.stop()
        self._seeking.wait()

    def settle(self) -> None:
        """Wait until the search is ready."""
        self._seeking.begin()
        self._seeking.wait()

    # what is shown

    def refresh(self) -> None:
        """Read everything anew."""
        store, library = self._context.store, self._context.library
        self._follow_articles(library.article_ids())
        self._readings = {reading.article: reading for reading in store.readings.all()}
        replies, practised = store.replies.all(), store.practices.last_days()
        self._goals = read_goals(store.profile.get(KEY))
        self._states = step_states(library.path(), self._readings.values(), replies, practised)
        what = self._what_next(store.readings.in_progress())
        self._next.setVisible(what is not None)
        if what is not None:
            self._next.offer(what)
        due = articles_due(store, self._context.today)
        known = set(library.article_ids())
        self._show_recall([one for one in due if one in known])
        self._show_way()

    def _follow_articles(self, known: tuple[str, ...]) -> None:
        """Lists of articles are made anew when there are others, as a pack came or went."""
        if known == self._known:
            return
        self._known = known
        for way in [way for way in self._views if way != PATH]:
            view = self._views.pop(way)
            self._place.removeWidget(view)
            view.hide()
            view.deleteLater()

    def _what_next(self, begun: Reading | None) -> Next | None:
        library, today = self._context.library, self._context.today
        if begun is not None and begun.article in library.article_ids():
            article = library.article(begun.article)
            day = logical_day(begun.opened, self._context.settings.day_start)
            said = _("{minutes}. You began it on {day}, and your place is kept.")
            words = day_words(day, year=day.year != today.year)
            return Next(
                above=_("You are reading"),
                article=article,
                below=said.format(minutes=reading_minutes(article), day=words),
                button=_("Go on reading"),
                again=today - day >= LONG_AGO,
            )
        for goal in self._goals:
            if self._unread(goal.article):
                above = _("For what you work on: {goal}").format(goal=short_name(goal))
                return self._offer(library.article(goal.article), above)
        step = next_to_read(self._states)
        if step is not None:
            on_path = _("Next on the path: {step}").format(step=step.title)
            above = on_path if self._readings else _("A place to begin")
            return self._offer(library.article(step.article), above)
        for article in library.articles():
            if self._unread(article.id):
                return self._offer(article, _("Not read yet"))
        return None

    def _unread(self, article: str) -> bool:
        reading = self._readings.get(article)
        return reading is None or reading.read_day is None

    def _offer(self, article: Article, above: str) -> Next:
        """An article to begin with, under the words of why it comes now."""
        below = f"{article.summary} {reading_minutes(article).capitalize()}."
        return Next(above=above, article=article, below=below, button=_("Read"))

    def _show_recall(self, due: list[str]) -> None:
        """Offer the questions of one article; a card that is being answered stays until it is left."""
        today, held = self._context.today, self._recall
        if held is not None and (held.answered or held.unsaved or held.article in due):
            held.refresh()
            return
        waiting = [article for article in due if self._put_off.get(article) != today]
        self._drop_recall()
        if not waiting:
            return
        article = self._context.library.article(waiting[0])
        card = RecallCard(self._context, article, self._readings[article.id], len(waiting) - 1)
        card.go.connect(self.go)
        for left in (card.later, card.done):
            left.connect(self._leave_recall)
        put(self._recall_place, S4, card)
        tab_after(stops_in(self._next)[-1], card)
        self._recall = card

    def _drop_recall(self) -> None:
        clear(self._recall_place)
        self._recall = None

    def _leave_recall(self) -> None:
        if self._recall is None:
            return
        had_focus = self._recall.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._put_off[self._recall.article] = self._context.today
        self._drop_recall()
        self.refresh()
        if had_focus and self._recall is not None:
            self._recall.take_focus()
        elif had_focus:
            self.ways.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_way(self, _chosen: object = None) -> None:
        way = only(self.ways) or PATH
        view = self._views.get(way)
        new = view is None
        if view is None:
            view = self._views[way] = self._made(way)
            self._place.addWidget(view)
        self._path_first.setVisible(way == PATH)
        for name, one in self._views.items():
            if name != way:
                one.hide()
        if isinstance(view, PathView):
            view.show_states(self._states)
        elif isinstance(view, Topics | SavedArticles):
            view.show_readings(self._readings)
        elif isinstance(view, AllHighlights):
            view.show_highlights(self._context.store.highlights.all())
        if not isinstance(view, PathView) or new:  # its own steps keep themselves in order
            above = stops_in(self._path_first) if way == PATH else []
            set_tab_order([*stops_in(self.ways), *above, *stops_in(view)])
        view.show()

    def _made(self, way: str) -> QWidget:
        library = self._context.library
        view: PathView | Topics | SavedArticles | AllHighlights
        if way == PATH:
            view = PathView(
                self._context, library.path(), self._states, [goal.article for goal in self._goals]
            )
        elif way == TOPICS:
            view = Topics(library.articles())
        elif way == KEPT:
            view = SavedArticles(library.articles())
        else:
            view = AllHighlights(library)
        view.go.connect(self.go)
        return view

    def focus_article(self, article: str) -> None:
        """Give the focus to the card of an article, where it is shown; else to the box."""
        view = self._views.get(only(self.ways))
        card = view.cards.get(article) if isinstance(view, Topics | SavedArticles) else None
        if self._found.isVisible() or card is None:
            return
        card.setFocus()

    # leaving

    def flush(self) -> None:
        """Save what was typed."""
        for part in (self._recall, self._views.get(PATH)):
            if isinstance(part, RecallCard | PathView):
                part.flush()

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not kept yet."""
        parts = (self._recall, self._views.get(PATH))
        return any(part.unsaved for part in parts if isinstance(part, RecallCard | PathView))

    def showEvent(self, event: QEvent) -> None:
        """The search gets ready while one looks around."""
        super().showEvent(event)  # type: ignore[arg-type]  # Qt sends a QShowEvent
        self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button goes below the words when it gets narrow."""
        super().resizeEvent(event)
        self._next.arrange(self.width())
