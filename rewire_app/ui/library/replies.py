"""The two questions of an article, answered in own words: saved while typing, kept by day, never graded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import clock_words, day_words
from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.library.reading import Reply
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.autosave import Autosave
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.fields import TextArea
from rewire_app.ui.widgets.layout import clear, hbox, hung, nest, put, stretch, vbox
from rewire_app.ui.widgets.tab_order import tab_after
from rewire_app.ui.widgets.text import Second, Small, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S5

QUIET = 13


class SavedText(QWidget):
    """A field for one answer. It is saved as it is typed; what cannot be saved stays here."""

    def __init__(
        self, context: Context, article: str, question: str, label: str, reply: Reply | None, *, named: bool
    ) -> None:
        super().__init__()
        self._context, self._article, self._question = context, article, question
        self._reply = reply
        self.field = TextArea(label, voice=True, rows=2, show_label=named)
        self.field.setFocusProxy(None)  # type: ignore[arg-type]  # left behind, it would lead Tab back here
        self.field.set_value("" if reply is None else reply.text)
        self._said = Small("", ink="ink3")
        self._said.hide()
        vbox(self.field, self._said, on=self, gap=S1)
        self._saving = Autosave(self._save, self)
        self.field.changed.connect(self._saving.soon)

    @property
    def reply(self) -> Reply | None:
        """The answer as it is kept."""
        return self._reply

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not kept yet."""
        return self.field.value() != ("" if self._reply is None else self._reply.text)

    def flush(self) -> bool:
        """Save what was typed; an emptied answer is removed. False when it could not be."""
        return self._saving.flush()

    def _save(self) -> bool:
        if not self.unsaved:
            return True
        hub, replies, text = self._context.hub, self._context.store.replies, self.field.value()
        burst = self._saving.burst(f"{self._article}/{self._question}")
        if self._reply is None:
            now = self._context.clock.now()
            made = Reply(
                uid=new_uid(now),
                article=self._article,
                question=self._question,
                text=text,
                at=now,
                day=self._context.today,
            )
            done = hub.keep(_("answer written"), burst, replies.add, made)
            self._reply = made if done else None
        elif text:
            changed = replace(self._reply, text=text)
            done = hub.keep(_("answer changed"), burst, replies.edit, changed)
            self._reply = changed if done else self._reply
        else:
            done = hub.keep(_("answer removed"), burst, replies.remove, self._reply.uid)
            self._reply = None if done else self._reply
        self._say(done)
        return done

    def _say(self, done: bool) -> None:
        time = clock_words(self._context.clock.now().wall)
        self._said.setText(
            _("Saved on this computer at {time}").format(time=time)
            if done
            else _("Not saved. What you typed is here.")
        )
        self._said.show()

    def take(self, reply: Reply | None) -> None:
        """Show `reply` as it is kept now, unless something typed here is not saved."""
        if self.unsaved:
            return
        same = self._reply == reply
        self._reply = reply
        if not same:
            self.field.set_value("" if reply is None else reply.text)
        self._saving.stop()


class EarlierReply(QWidget):
    """An answer of another day: its day, its words, and ways to change or remove it."""

    edit = Signal(str)
    remove = Signal(str)

    def __init__(self, reply: Reply) -> None:
        super().__init__()
        column = vbox(on=self, gap=S1, margins=(0, S2, 0, S2))
        day = day_words(reply.day, year=True)
        put(column, Second(day), Voice(reply.text))
        across = hbox(gap=0)
        self.change = QuietButton(_("Edit"))
        self.change.setAccessibleName(_("Edit the answer of {day}").format(day=day))
        self.change.clicked.connect(lambda: self.edit.emit(reply.uid))
        away = QuietButton(_("Remove"), plain=True)
        away.setAccessibleName(_("Remove the answer of {day}").format(day=day))
        away.clicked.connect(lambda: self.remove.emit(reply.uid))
        put(across, self.change, away, stretch())
        nest(column, across)


class AskedQuestion(QWidget):
    """One question with today's answer, and the earlier ones on demand."""

    def __init__(self, context: Context, article: str, number: str, text: str) -> None:
        super().__init__()
        self._context, self._article, self._number = context, article, number
        self._open = False
        self._editing = ""
        self._earlier: tuple[Reply, ...] = ()
        self.answer = SavedText(context, article, number, text, None, named=True)
        self._more = QuietButton("", icon="chevron-down")
        self._more.clicked.connect(self._toggle)
        self._rows = vbox(gap=0)
        self.editors: list[SavedText] = []
        vbox(self.answer, hung(self._more, start=QUIET), self._rows, on=self, gap=S1)

    def show_replies(self, replies: Sequence[Reply]) -> None:
        """Show the answers to this question, the newest first; what is being typed stays."""
        today = self._context.today
        held = self.answer.reply
        now = next((reply for reply in replies if reply.day == today), None)
        if held is not None and held.day != today:  # midnight passed while it was typed
            now = next((reply for reply in replies if reply.uid == held.uid), None)
        self.answer.take(now)
        rest = [reply for reply in replies if now is None or reply.uid != now.uid]
        earlier = tuple(sorted(rest, key=lambda reply: reply.at.utc_ms, reverse=True))
        if any(editor.unsaved or editor.field.edit.hasFocus() for editor in self.editors):
            self._earlier = earlier
            return
        if earlier != self._earlier or not earlier:
            self._earlier = earlier
            self._fill()

    def _toggle(self) -> None:
        if self._rows_saved():
            self._open = not self._open
            self._fill()

    def _rows_saved(self) -> bool:
        """Save what is typed in the rows; False when some of it has to stay there."""
        return all([editor.flush() for editor in self.editors])

    def _fill(self) -> None:
        clear(self._rows)
        self.editors = []
        number = len(self._earlier)
        self._more.setVisible(number > 0)
        show = ngettext("Show {n} earlier answer", "Show {n} earlier answers", number).format(n=number)
        self._more.setText(_("Hide earlier answers") if self._open else show)
        self._more.set_icon("chevron-up" if self._open else "chevron-down")
        if not self._open:
            return
        last: QWidget = self._more
        for reply in self._earlier:
            row = self._editor(reply) if reply.uid == self._editing else self._row(reply)
            self._rows.addWidget(row)
            tab_after(last, row)
            last = row.findChildren(QuietButton)[-1] if isinstance(row, EarlierReply) else last

    def _row(self, reply: Reply) -> QWidget:
        row = EarlierReply(reply)
        row.edit.connect(self._edit)
        row.remove.connect(self._remove)
        return row

    def _editor(self, reply: Reply) -> QWidget:
        label = _("Answer of {day}").format(day=day_words(reply.day, year=True))
        editor = SavedText(self._context, self._article, self._number, label, reply, named=True)
        self.editors.append(editor)
        return editor

    def _edit(self, uid: str) -> None:
        if not self._rows_saved():
            return
        self._editing = uid
        self._fill()
        for editor in self.editors:
            editor.field.edit.setFocus()

    def _remove(self, uid: str) -> None:
        if self._context.hub.do(_("answer removed"), self._context.store.replies.remove, uid):
            (self._more if self._earlier else self).setFocus()  # not a field: it would keep Ctrl+Z to itself

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not kept yet."""
        return self.answer.unsaved or any(editor.unsaved for editor in self.editors)

    def flush(self) -> None:
        """Save what was typed."""
        self.answer.flush()
        for editor in self.editors:
            editor.flush()


class ReplyFields(QWidget):
    """Both questions, or nothing for an article that asks none."""

    def __init__(self, context: Context, article: str, questions: Sequence[str]) -> None:
        super().__init__()
        self._context, self._article = context, article
        self.lead = Second("")
        column = vbox(self.lead, on=self, gap=S3)
        self.asked: dict[str, AskedQuestion] = {}
        for number, text in enumerate(questions, start=1):
            asked = AskedQuestion(context, article, str(number), text)
            self.asked[str(number)] = asked
            put(column, asked, S5 - S3)
        self.refresh()

    def refresh(self) -> None:
        """Read the answers anew."""
        replies = self._context.store.replies.for_article(self._article)
        for number, asked in self.asked.items():
            asked.show_replies([reply for reply in replies if reply.question == number])

    def say(self, words: str) -> None:
        """Say `words` above the questions."""
        self.lead.setText(words)

    def first(self) -> QWidget:
        """Where answering begins."""
        return self.asked["1"].answer.field.edit

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not kept yet."""
        return any(asked.unsaved for asked in self.asked.values())

    def flush(self) -> None:
        """Save what was typed."""
        for asked in self.asked.values():
            asked.flush()
