"""The page of one exercise: what it is and why, what one does, what to know first, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.errors import ContentError
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.exercise_words import ExerciseTitle, ExerciseWords
from rewire_app.ui.base.keys import pressed
from rewire_app.ui.base.last_time import LastTime
from rewire_app.ui.base.named_by import NamedBy
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.practice.card_menu import CardMenu, is_favourite, turn_favourite
from rewire_app.ui.practice.exercise_acts import ExerciseActs
from rewire_app.ui.practice.worse_note import WorseNote
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.layout import clear, hbox, put, stretch, take_out, vbox, wide
from rewire_app.ui.widgets.tab_order import set_tab_order, stops_in
from rewire_app.ui.widgets.text import Body, Title
from rewire_app.ui.widgets.theme import S2, S4, S5, S10, theme

SIDE, BESIDE = 268, 820
"""Px of the design: how wide the side is, and from which width on it stands beside the words."""


class ExercisePage(Page):
    """Shows the exercise that the part of its route names; one that is gone says so."""

    above = routes.PRACTICE
    topics = frozenset(
        {
            "practices",
            "plans",
            "favourites",
            "custom_exercises",
            "packs",
            "breath_patterns",
            "experiments",
            "unwanted_effects",
            "profile",
            "patterns",
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._name = ""
        self._shown: Exercise | None = None
        self._beside: bool | None = None
        self._gone: MainButton | None = None
        self.acts: ExerciseActs | None = None
        self._last = LastTime(context)
        self._worse, self._named = WorseNote(context), NamedBy(context)
        for part in (self._last, self._worse, self._named):
            part.go.connect(self.go)
        self._words, self._side = QVBoxLayout(), QVBoxLayout()
        for column in (self._words, self._side):
            column.setSpacing(0)
        self._across = hbox(wide(self._words, 1), self._side, gap=0)
        page = vbox(S2, self._across, stretch(), gap=0)
        self.set_body(page, dense=True, top=26)

    @property
    def part(self) -> str:
        """The exercise that is shown."""
        return self._name

    # what is shown

    def open(self, route: Route) -> None:
        """Show the exercise that `route` names, from its top, with the focus on the button that begins."""
        self._name = route.part
        self.renew()
        self.to_top()
        self._take_focus()

    def _take_focus(self) -> None:
        main = self.acts.begin if self.acts is not None else self._gone
        if main is not None:
            main.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the exercise, how it begins now, and its last time; raises a StoreError."""
        exercise = self._read()
        if exercise is None or exercise is not self._shown or self.acts is None:
            held = self._holds_focus
            self._build(exercise)
            if held:
                self._take_focus()
        if exercise is None or self.acts is None:
            return
        from rewire_app.reports.care import asks_health
        from rewire_app.reports.exercise_page import way_in

        context = self.context
        way = way_in(context.vault, exercise, context.today.toordinal())
        favourite = is_favourite(context, exercise.id)
        self.acts.show_way(way, favourite=favourite, today=self._coin())
        self._about.show_health(asked=asks_health(context.store, exercise, context.today))
        self._last.show_exercise(exercise.id)
        self._worse.show_exercise(exercise.id)
        self._named.show_named(exercise=exercise.id)
        self._order()

    def _read(self) -> Exercise | None:
        try:
            return self.context.library.exercise(self._name)
        except ContentError:
            return None

    def _coin(self) -> str:
        """What a fair test drew for today where this exercise is one of its two ways, "" else."""
        if self._shown is None or not self.context.store.experiments.all():
            return ""
        from rewire_app.reports.experiments_today import beside_exercise

        return beside_exercise(self.context.store, self.context.today, self._shown.title)

    # building

    def _build(self, exercise: Exercise | None) -> None:
        for part in (self._last, self._worse, self._named):
            part.setParent(self)
            part.hide()
        for column in (self._words, self._side):
            clear(column)
        self._shown, self.acts, self._gone, self._beside = exercise, None, None, None
        if exercise is None:
            self._put_gone()
            return
        self._head = ExerciseTitle(exercise)
        self._about = ExerciseWords(exercise, self.context.library)
        self._about.go.connect(self.go)
        self.acts = ExerciseActs(exercise)
        self.acts.go.connect(self.go)
        self.acts.kept.connect(self._turn)
        self.acts.more.connect(self._open_menu)
        self._arrange()

    def _put_gone(self) -> None:
        """Say that it is not there, and where to go from here."""
        title = self.context.library.title(self._name)
        words = _("{title} was removed, or its file cannot be read. What you practised with it is kept.")
        self._gone = MainButton(_("Open Practice"), icon="practice")
        self._gone.clicked.connect(lambda: self.go.emit(routes.PRACTICE))
        earlier = QuietButton(_("Earlier times"), icon="clock")
        earlier.clicked.connect(lambda: self.go.emit(routes.practised(exercise=self._name)))
        put(
            self._words,
            Title(_("This exercise is not here any more")),
            S4,
            Body(words.format(title=title)),
            S4,
        )
        put(self._words, hbox(self._gone, earlier, stretch(), gap=S4))

    def _arrange(self) -> None:
        """The side beside the words, or in narrow windows its button right below the name."""
        beside = self.width() >= theme.px(BESIDE)
        if self.acts is None or beside == self._beside:
            return
        self._beside = beside
        for column in (self._words, self._side):
            take_out(column)
        parts: list[QWidget] = [self._head, self._about]
        if beside:
            put(self._side, self.acts, S4, self._worse, self._last, S4, self._named, stretch())
        else:
            parts = [self._head, self.acts, self._worse, self._about, self._last, self._named]
        for part in parts:
            put(self._words, part)
            if part not in (self._worse, self._named):  # they have no room while hidden
                put(self._words, S5)
        self._across.setSpacing(theme.px(S10) if beside else 0)
        for part in (self.acts, self._worse, self._last, self._named):
            part.setMaximumWidth(theme.px(SIDE) if beside else theme.px(420))
            part.setMinimumWidth(theme.px(SIDE) if beside else 0)
        self._order()

    def _order(self) -> None:
        """Tab goes as it is read: down the words, then down the side."""
        if self.acts is None:
            return
        acts, about, last = stops_in(self.acts), stops_in(self._about), stops_in(self._last)
        acts += stops_in(self._worse)
        last += stops_in(self._named)
        read = [*about, *acts, *last] if self._beside else [*acts, *about, *last]
        set_tab_order([self.top_link, *read] if self.top_link is not None else read)

    # what the person does

    def _turn(self) -> None:
        turn_favourite(self.context, self._name)

    def _open_menu(self) -> None:
        if self.acts is None:
            return
        at = self.acts.menu.mapToGlobal(QPoint(0, self.acts.menu.height()))
        menu = CardMenu(self.context, self._name, page=self, whole=False)
        menu.go.connect(self.go)
        menu.open_beside(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins, F keeps it as a favourite or no longer, Esc leads back to Practice."""
        letters = self.context.settings.single_keys
        if self._shown is not None and letters and pressed(event, "favourite"):
            self._turn()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another order."""
        self._arrange()
        super().resizeEvent(event)
