"""The frame that every field shares: label above, box around, one sentence below when it needs a change."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rewire_app.i18n import _
from rewire_app.ui.widgets.base import Painted, announce, box
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.text import Second, Small, Strong
from rewire_app.ui.widgets.theme import RADIUS_CONTROL, TARGET, theme


class FieldBox(Painted):
    """The box around an input: 1 px at rest, 2 px primary while typing, 2 px coral when it needs a change."""

    def __init__(self, input_widget: QWidget, parent: QWidget | None = None, *, icon: str = "") -> None:
        super().__init__(parent)
        self.fault = False
        self.bare = False
        self.pretend_focus = False
        self._inset = 2
        self._input = input_widget
        self._row = QHBoxLayout(self)
        if icon:
            self._row.addWidget(Glyph(icon, 20, role="ink2", folder="icons"))
        self._row.addWidget(input_widget, 1)
        input_widget.installEventFilter(self)
        self._pad()

    def _pad(self) -> None:
        side = 0 if self.bare else theme.px(13)
        inset = 0 if self.bare else theme.px(self._inset)
        self._row.setContentsMargins(side, inset, side, inset)
        self._row.setSpacing(theme.px(10))
        palette = self._input.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.color("surface"))
        palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("ink2"))
        self._input.setPalette(palette)
        if not self.bare:
            self.setMinimumHeight(theme.px(TARGET))

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self._pad()
        super().restyle()

    def set_inset(self, inset: int) -> None:
        """Keep `inset` px of the design above and below the words."""
        self._inset = inset
        self._pad()

    def add_at_end(self, widget: QWidget) -> None:
        """Put `widget` after the input, inside the box."""
        self._row.addWidget(widget)

    def set_bare(self) -> None:
        """Do without the box, for a field that fills a card."""
        self.bare = True
        self.setMinimumHeight(0)
        self._pad()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Repaint when the input gains or loses the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the words begins typing."""
        if event.button() == Qt.MouseButton.LeftButton and self._input.isEnabled():
            self._input.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box in its state."""
        if self.bare and not self.fault:
            return
        painter = self.painter()
        radius = theme.px(RADIUS_CONTROL)
        if self.fault:
            box(painter, self.rect(), radius, theme.color("surface"), theme.color("coral"), width=2)
        elif self._input.hasFocus() or self.pretend_focus:
            box(painter, self.rect(), radius, theme.color("surface"), theme.color("primary"), width=2)
        else:
            box(painter, self.rect(), radius, theme.color("surface"), theme.color("edge"))
        painter.end()


class LabelledField(QWidget):
    """Label, hint, box and sentence, stacked; the input gets their words as its spoken name.

    `kept`: whether what is given here goes into the notes; not what is only looked for.
    """

    kept = True

    def __init__(
        self,
        label: str,
        input_widget: QWidget,
        parent: QWidget | None = None,
        *,
        hint: str = "",
        icon: str = "",
        show_label: bool = True,
    ) -> None:
        super().__init__(parent)
        self.input = input_widget
        self.label = Strong(label)
        self.hint = Small(hint)
        self.error = Second("", ink="coralText")
        self.frame = FieldBox(input_widget, icon=icon)
        self._column = vbox(on=self)
        for part in (self.label, self.hint, self.frame, self.error):
            self._column.addWidget(part)
        self._column.addStretch(1)  # not an alignment: that gives a wrapping sentence the height of one line
        self.label.setVisible(show_label and bool(label))
        self.hint.setVisible(bool(hint))
        self.error.hide()
        self.label.setBuddy(input_widget)
        input_widget.setAccessibleName(label)
        input_widget.setAccessibleDescription(hint)
        self.setFocusProxy(input_widget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._gaps()

    def _gaps(self) -> None:
        self._column.setSpacing(theme.px(6))

    def restyle(self) -> None:
        """Take over new sizes."""
        self._gaps()

    def set_words(self, label: str, hint: str) -> None:
        """Ask something else here."""
        self.label.setText(label)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.input.setAccessibleName(label)
        self.input.setAccessibleDescription(hint)

    @property
    def fault(self) -> str:
        """The sentence now shown, or nothing."""
        return self.error.text()

    def set_error(self, sentence: str) -> None:
        """Say how to mend what was typed; an empty sentence takes it back."""
        if sentence == self.error.text():
            return
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.set_doubtful(doubtful=bool(sentence))
        hint = self.hint.text()
        self.input.setAccessibleDescription(f"{sentence} {hint}".strip() if sentence else hint)

    def set_doubtful(self, *, doubtful: bool) -> None:
        """Mark the box as one to look at, where a sentence elsewhere says why."""
        self.frame.fault = doubtful or bool(self.fault)
        self.frame.update()

    def say_full(self, limit: int) -> None:
        """Say that no more than `limit` characters fit here, and that the rest was not taken."""
        sentence = _("This field holds at most {limit} characters. The rest was not taken.").format(
            limit=f"{limit:,}"
        )
        if sentence != self.fault:
            announce(self.input, sentence)
        self.set_error(sentence)
