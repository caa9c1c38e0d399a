"""The page of what is the person's own: the list, the editor of an exercise, that of a breathing pattern."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.content.custom_exercises import custom_id, duplicate
from rewire_app.content.half_written import fresh, read_rough
from rewire_app.domain.custom import BreathPattern, CustomExercise
from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.errors import ContentError
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.removing import remove_exercise
from rewire_app.ui.base.routes import BREATHING, COPY, NEW, Route
from rewire_app.ui.custom import files
from rewire_app.ui.custom.breath_editor import BreathEditor
from rewire_app.ui.custom.editor import Editor
from rewire_app.ui.custom.exercise_draft import ExerciseDraft
from rewire_app.ui.custom.file_preview import FilePreview
from rewire_app.ui.custom.page_list import CustomList
from rewire_app.ui.widgets.layout import vbox


class CustomPage(Page):
    """The list, or over it what is being made or changed."""

    above = routes.PRACTICE
    topics = frozenset({"custom_exercises", "breath_patterns"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._shown: QWidget | None = None
        self._route = routes.CUSTOM
        self._column = vbox(gap=0)
        self.set_body(self._column, dense=True, top=26, linked=False)

    @property
    def part(self) -> str:
        """What is being changed; what is new has no name yet."""
        return "" if self._route.at == COPY else self._route.part

    @property
    def way_up(self) -> Route:
        """From what is being made to all of them."""
        return routes.PRACTICE if isinstance(self._shown, CustomList) else routes.CUSTOM

    # what is shown

    def open(self, route: Route) -> None:
        """Show the list, or make or change one; what was open and is asked for again stays as it is."""
        if route == self._route != routes.CUSTOM and route.at != COPY and self._shown is not None:
            return
        self.leave()
        if self._waits:  # why was said where it was refused
            return
        self._route = route
        if route.at == NEW:
            taken = [one.id for one in self.context.store.custom_exercises.all()]
            self._edit(fresh(custom_id("", taken)), None)
        elif route.at == COPY:
            self._copy(route.part)
        elif route.at == BREATHING:
            self._breathing(self.context.store.breath_patterns.get(route.part) if route.part else None)
        elif route.part and (entry := self.context.store.custom_exercises.by_id(route.part)) is not None:
            self._change(entry)
        else:
            self._list()

    def refresh(self) -> None:
        """Show what is there now; what is being typed stays, and undo shows in the fields."""
        shown = self._shown
        if isinstance(shown, Editor):
            if shown.draft.gone:
                self._list()
            elif shown.draft.follow():
                shown.show_exercise()
        elif isinstance(shown, BreathEditor):
            pattern = shown.pattern
            now = self.context.store.breath_patterns.get(pattern.uid) if pattern else None
            if pattern is not None and now is None:
                self._list()
            elif now is not None and now != pattern and not shown.due:
                self._breathing(now)
        elif isinstance(shown, CustomList):
            shown.show_all()

    def _put(self, widget: QWidget, focus: QWidget | None = None) -> None:
        old, self._shown = self._shown, widget
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._column.addWidget(widget, 1)
        widget.show()
        if self._scroll is not None:
            self._scroll.verticalScrollBar().setValue(0)
        to = focus or widget
        to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self, fault: str = "") -> None:
        self._route = routes.CUSTOM
        found = CustomList(self.context)
        found.go.connect(self.go)
        found.open_wanted.connect(self._ask_file)
        found.save_wanted.connect(self._save)
        found.say(fault)
        found.show_all()
        self._put(found, found.new_button)

    def _edit(self, exercise: Exercise, entry: CustomExercise | None, *, due: bool = False) -> None:
        draft = ExerciseDraft(self.context, exercise, entry, self)
        if due:
            draft.put(exercise)
            draft.keep()
        editor = Editor(self.context, draft)
        editor.go.connect(self.go)
        editor.save_wanted.connect(lambda: self._save_draft(draft))
        editor.removed.connect(lambda: self._remove(editor))
        self._put(editor, editor.about)

    def _change(self, entry: CustomExercise) -> None:
        try:
            exercise = read_rough(entry.text, entry.id)
        except ContentError as error:
            self._list(files.open_sentence(error))
            return
        self._edit(exercise, entry)

    def _copy(self, name: str) -> None:
        """Begin with a copy of an exercise, built-in or own; it is kept at once."""
        try:
            found = self._found(name)
        except ContentError as error:
            self._list(files.open_sentence(error))
            return
        taken = [one.id for one in self.context.store.custom_exercises.all()]
        self._edit(duplicate(found, _("My {title}").format(title=found.title), taken), None, due=True)

    def _found(self, name: str) -> Exercise:
        entry = self.context.store.custom_exercises.by_id(name)
        return read_rough(entry.text, name) if entry is not None else self.context.library.exercise(name)

    def _breathing(self, pattern: BreathPattern | None) -> None:
        editor = BreathEditor(self.context, pattern, self.context.seconds)
        editor.go.connect(self.go)
        self._put(editor, editor.name_field)

    # what the person does

    def _remove(self, editor: Editor) -> None:
        """Take out the exercise being made; a new one that was never kept is only left."""
        entry = editor.draft.entry
        if entry is None:
            self._list()
        elif editor.draft.keep():
            self._list()  # where it is missed, and taken back
            remove_exercise(self.context, editor.exercise.id)

    def _ask_file(self) -> None:
        path = files.ask_open(self)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Take the exercise in a file as one's own, or say where it is wrong."""
        try:
            exercise = files.read_file(path, self.context)
        except ContentError as error:
            self._list(files.open_sentence(error))
            return
        self._edit(exercise, None, due=True)

    def preview_file(self, path: Path) -> None:
        """Show the exercise in a file before anything of it is kept, or say where it is wrong."""
        self.leave()
        if self._waits:  # why was said where it was refused
            return
        self._route = routes.CUSTOM
        try:
            exercise = files.read_file(path, self.context)
        except ContentError as error:
            self._list(files.open_sentence(error))
            return
        shown = FilePreview(exercise, path.name, self.context.library)
        shown.kept.connect(lambda: self._edit(exercise, None, due=True))
        shown.left.connect(self._list)
        shown.go.connect(self.go)
        self._put(shown, shown.keep)

    def _save(self, name: str) -> None:
        try:
            self._save_as(self._found(name))
        except ContentError as error:
            self._list(files.open_sentence(error))

    def _save_draft(self, draft: ExerciseDraft) -> None:
        draft.keep()
        self._save_as(draft.exercise)

    def _save_as(self, exercise: Exercise) -> None:
        path = files.ask_save(self, exercise)
        if path is not None:
            with self.context.hub.telling():
                self.context.hub.said.emit(files.write_file(path, exercise))

    def leave(self) -> None:
        """Write down what was typed."""
        shown = self._shown
        if isinstance(shown, Editor) and shown.draft.keep():
            shown.draft.settle()
        elif isinstance(shown, BreathEditor):
            if shown.due and shown.complete:
                shown.keep()
            shown.hold()

    @property
    def _waits(self) -> bool:
        """Whether something could be saved and is not; a pattern that is not whole yet is held as a draft."""
        return self.unsaved and (not isinstance(self._shown, BreathEditor) or self._shown.complete)

    @property
    def unsaved(self) -> bool:
        """Whether something typed here could not be saved yet."""
        shown = self._shown
        if isinstance(shown, Editor):
            return shown.draft.due
        return isinstance(shown, BreathEditor) and shown.due

    @property
    def loses_nothing(self) -> bool:
        """A pattern that is not whole yet waits as a draft."""
        shown = self._shown
        return shown.hold() if isinstance(shown, BreathEditor) else not self.unsaved

    def show_waiting(self) -> str:
        """A pattern that is not whole yet says that it waits."""
        shown = self._shown
        if not isinstance(shown, BreathEditor) or shown.complete or not shown.hold():
            return ""
        return _("Your breathing pattern is not kept yet. Close once more to leave: it waits here.")
