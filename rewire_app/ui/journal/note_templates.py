"""What a note can begin with: a question, or a template of one's own, which is made and changed here."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.note_prompts import begun_with, prompts
from rewire_app.domain.journal.notes import NoteTemplate
from rewire_app.domain.limits import MAX_NAME
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.journal.note_panels import NotePanel
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.form_card import FormCard
from rewire_app.ui.widgets.layout import clear, hbox, hung, put, stretch, vbox
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S2, S3
from rewire_app.ui.widgets.unfold import LinkButton


class TemplateForm(FormCard):
    """A new template, or `template` again."""

    def __init__(self, template: NoteTemplate, *, known: bool) -> None:
        super().__init__(
            (
                Question(
                    key="name",
                    label=_("What is it called?"),
                    limit=MAX_NAME,
                    needed=_("Give it a name. One word is enough."),
                ),
                Question(
                    key="text",
                    label=_("What a note begins with then"),
                    kind=AnswerKind.TEXT,
                    voice=True,
                    needed=_("Write a few words, or leave the template out."),
                ),
            ),
            padding=(20, 20),
        )
        self.template, self.known = template, known
        self.form.show_values({"name": template.name, "text": template.text})
        title = Heading(_("Change the template") if known else _("A template of your own"))
        keep = self.buttons(_("Keep this template"), template.uid if known else "")
        put(self.body, title, S3, self.form.column(S3), S3, keep)

    def made(self) -> NoteTemplate | None:
        """The template with what was given; None when a field that needs a change was marked."""
        return replace(self.template, **self.form.answers()) if self.form.check() else None


class BeginningsPanel(NotePanel):
    """Questions, and the person's templates. Raises a StoreError where those cannot be read."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("Begin with"))
        self._context = context
        self.form: TemplateForm | None = None
        self._list = QWidget()
        self._rows = vbox(gap=0)
        make = SecondButton(_("Make a template"), icon="plus")
        self._place = vbox(gap=0)
        put(vbox(on=self._list, gap=0), self._rows, S2, hung(make))
        put(self.rows, self._list, self._place)
        self._drafting = Drafting(context, "note-template", self._typed, self)
        self._fill()
        self._bring_back()
        make.clicked.connect(self._new)  # last: it would keep a panel that failed

    def begin(self) -> None:
        """Put the keyboard to work: on what is half written, or on the first question."""
        if self.form is not None:
            self.form.form.begin("name")
        else:
            super().begin()

    def hold(self) -> bool:
        """Hold what is half written as a draft; False when that could not be."""
        return self._drafting.now()

    def _fill(self) -> None:
        templates = self._context.store.note_templates.all()
        clear(self._rows)
        for prompt in prompts():
            self._rows.addWidget(self._beginning(prompt, begun_with(prompt)))
        if templates:
            put(self._rows, S2, Second(_("Your own")))
        for template in templates:
            change = QuietButton(_("Edit"))
            change.setAccessibleName(_("Edit the template {name}").format(name=template.name))
            change.clicked.connect(lambda _on=False, template=template: self._open(template, known=True))
            put(self._rows, hbox(self._beginning(template.name, template.text), stretch(), change, gap=S3))

    def _beginning(self, words: str, text: str) -> LinkButton:
        button = LinkButton(words)
        button.clicked.connect(lambda: self.chosen.emit(text))
        return button

    def _new(self) -> None:
        self._open(NoteTemplate(uid=new_uid(self._context.clock.now()), name="", text=""), known=False)

    # a template

    def _typed(self) -> FormDraft | None:
        if self.form is None or not self.form.filled:
            return None
        return FormDraft(uid=self.form.template.uid, answers=self.form.form.answers())

    def _bring_back(self) -> None:
        """Open the form as an earlier window left it."""
        draft = self._drafting.first_read()
        if draft is None:
            return
        kept = self._context.store.note_templates.get(draft.uid)
        self._open(kept or NoteTemplate(uid=draft.uid, name="", text=""), known=kept is not None)
        if self.form is not None:
            self.form.form.restore({key: str(draft.answers.get(key, "")) for key in ("name", "text")})

    def _open(self, template: NoteTemplate, *, known: bool) -> None:
        self.form = form = TemplateForm(template, known=known)
        form.kept.connect(self._keep)
        form.cancelled.connect(self._close_form)
        form.removed.connect(self._remove)
        form.doubted.connect(self._doubt)
        form.form.changed.connect(self._drafting.soon)
        self._list.hide()
        self._place.addWidget(form)
        form.form.begin("name")

    def _doubt(self) -> None:
        self._context.hub.failed.emit(_("This is not kept yet. Esc once more leaves it out."))

    def _keep(self, template: NoteTemplate) -> None:
        hub, templates = self._context.hub, self._context.store.note_templates
        if self.form is not None and self.form.known:
            done = hub.do(_("template changed"), templates.edit, template)
        else:
            done = hub.do(_("template kept"), templates.add, template)
        if done:
            self._close_form()

    def _remove(self, uid: str) -> None:
        if self._context.hub.do(_("template removed"), self._context.store.note_templates.remove, uid):
            self._close_form()

    def _close_form(self) -> None:
        """Put the form away, and what was held of it."""
        if self.form is None:
            return
        form, self.form = self.form, None
        self._drafting.now()
        with self._context.hub.telling():
            self._fill()
        self._list.show()
        self._place.removeWidget(form)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        form.hide()
        form.deleteLater()
        self.begin()
