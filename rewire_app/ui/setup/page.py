"""The first start: what Rewire is, a first small plan, and how it may look. Each step can be skipped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rewire_app.domain.journal.entries import Plan, new_uid
from rewire_app.i18n import _, ngettext
from rewire_app.settings import SettingsSection, choices, choosable
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context, country_of_this_computer
from rewire_app.ui.base.preference_control import control_for
from rewire_app.ui.widgets.buttons import HelpButton, MainButton, QuietButton
from rewire_app.ui.widgets.choices import ChoiceList
from rewire_app.ui.widgets.fields import Combo, Field
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.marks import StepBar
from rewire_app.ui.widgets.rail import Brand
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Body, Lead, Second, SectionTitle, Title
from rewire_app.ui.widgets.text import PlanSentence as PlanText
from rewire_app.ui.widgets.theme import S2, S3, S4, S5, S8, theme

COLUMN = 780
STEPS = 3
OWN = "own"
LENGTHS = (2, 4, 5, 10)
PER_WEEK = (2, 3, 4, 5, 6, 7)


def focuses() -> list[tuple[str, str]]:
    """What a person may like to work on: key (also the name of its drawing) and words."""
    return [
        ("anger", _("Anger that comes too fast")),
        ("worry", _("Worry that won’t stop")),
        ("quiet", _("Going quiet or shutting down")),
        ("judged", _("Fear of being judged")),
        ("sleep", _("Sleep that doesn’t rest me")),
        ("body", _("Stress I carry in my body")),
    ]


def cues() -> list[tuple[str, str]]:
    """Everyday moments that a plan can hang on."""
    return [
        ("laptop", _("close my laptop")),
        ("coffee", _("make coffee or tea")),
        ("teeth", _("brush my teeth")),
        ("home", _("come home")),
        ("bed", _("get into bed")),
        (OWN, _("something else")),
    ]


class SetupPage(QWidget):
    """Three short steps. `go(Route)` leads on: to Today at the end, to Help at any time."""

    go = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        down = vbox(self._top(), on=self, margins=(28, S4, 28, 36))
        self._steps = QStackedWidget()
        for step in (self._welcome(), self._plan(), self._look()):
            self._steps.addWidget(self._column(step))
        put(down, wide(self._steps, 1), self._bottom())
        self.show_step(0)

    # frame

    def _top(self) -> QHBoxLayout:
        across = QHBoxLayout()
        brand = hbox(Brand(), stretch())
        across.addLayout(brand, 1)
        self._bar = StepBar(_("Setting up"))
        bar = vbox(6, self._bar, stretch())
        across.addLayout(bar)
        end = hbox(stretch())
        helping = HelpButton(height=44)
        helping.clicked.connect(lambda: self.go.emit(routes.HELP))
        end.addWidget(helping)
        across.addLayout(end, 1)
        return across

    def _column(self, step: QWidget) -> QWidget:
        content = QWidget()
        down = vbox(on=content, margins=(0, 39, 0, S4))
        across = hbox(stretch())
        step.setMaximumWidth(theme.px(COLUMN))
        put(across, wide(step, 40), stretch())
        put(down, across, stretch())
        return PageScroll(content)

    def _bottom(self) -> QWidget:
        holder = QWidget()
        across = hbox(on=holder, gap=S4)
        self._back = QuietButton(_("Back"), icon="chevron-left")
        self._back.clicked.connect(lambda: self.show_step(self._steps.currentIndex() - 1))
        self._skip = QuietButton(_("Skip for now"))
        self._skip.clicked.connect(self._skip_step)
        self._next = MainButton(_("Continue"), large=True)
        self._next.setMinimumWidth(theme.px(168))
        self._next.clicked.connect(self._continue)
        put(across, -S3, self._back, stretch(), self._skip, self._next)
        middle = QWidget()
        row = hbox(stretch(), on=middle)
        holder.setMaximumWidth(theme.px(COLUMN))
        put(row, wide(holder, 40), stretch())
        return middle

    # steps

    def _welcome(self) -> QWidget:
        step, column = self._blank(
            _("A quiet place to practise"),
            _(
                "Rewire is a self-help notebook: short exercises, a journal, "
                "and honest pictures of your days."
            ),
        )
        for text in (
            _("Old reactions were learned, often for good reasons. A new response grows with use."),
            _(
                "Rewire does not assess or treat, and it is not for emergencies. It is for adults, or for "
                "younger people together with an adult they trust."
            ),
            _(
                "Please use it only alongside care from a professional if you live with psychosis, mania, "
                "dissociation, an eating disorder or dependence, or if you lately went through a trauma, "
                "attempted suicide or harmed yourself. With a heart, lung or seizure condition, or when "
                "pregnant, ask a doctor before the body exercises."
            ),
        ):
            put(column, Body(text), S4)
        crisis = self._context.library.crisis()
        options = [("", _("My country is not in the list"))]
        options += [(one.iso, one.name) for one in sorted(crisis.countries, key=lambda one: one.name)]
        self._country = Combo(_("Help now shows numbers for"), options)
        self._country.set_value(self._context.settings.country or country_of_this_computer())
        column.addWidget(self._country, 0, Qt.AlignmentFlag.AlignLeft)
        return step

    def _plan(self) -> QWidget:
        step, column = self._blank(
            _("What would you like to work on?"), _("Choose one or two. You can change this at any time.")
        )
        self._focus = ChoiceList(
            [(key, text) for key, text in focuses()],
            max_chosen=len(focuses()),
            columns=2,
            glyphs={key: key for key, _text in focuses()},
            name=_("What would you like to work on?"),
        )
        put(column, self._focus, S8 + 4, SectionTitle(_("Your first small plan")), S3 + 2, self._sentence())
        self._own_cue = Field(_("After I …"), _("Something you do every day, in your own words."))
        self._own_cue.hide()
        put(
            column,
            self._own_cue,
            S3,
            Second(_("Small is the point. A plan you can keep on a bad day is a good plan.")),
        )
        return step

    def _sentence(self) -> Flow:
        self._cue = Combo(_("After I"), cues(), show_label=False)
        self._cue.changed.connect(lambda: self._own_cue.setVisible(self._cue.value() == OWN))
        exercises = sorted(self._context.library.exercises(), key=lambda one: one.title)
        self._exercise = Combo(_("I will do"), [(one.id, one.title) for one in exercises], show_label=False)
        self._exercise.set_value("b-paced")
        lengths = [(str(n), ngettext("{n} minute", "{n} minutes", n).format(n=n)) for n in LENGTHS]
        self._minutes = Combo(_("for"), lengths, show_label=False)
        self._minutes.set_value("4")
        days = [(str(n), ngettext("{n} day", "{n} days", n).format(n=n)) for n in PER_WEEK]
        self._week = Combo(_("Days a week"), days, show_label=False)
        self._week.set_value("3")
        flow = Flow(gap=S2)
        for part in (
            PlanText(_("After I"), wrap=False),
            self._cue,
            PlanText(_("I will do"), wrap=False),
            self._exercise,
            PlanText(_("for"), wrap=False),
            self._minutes,
            PlanText(_("on"), wrap=False),
            self._week,
            PlanText(_("a week"), wrap=False),
        ):
            flow.add(part)
        return flow

    def _look(self) -> QWidget:
        step, column = self._blank(
            _("Easy to read, and yours alone"), _("All of this can be changed later in Settings.")
        )
        asked = ("language", "theme", "text_size")
        for name in (one for one in choosable(SettingsSection.READING) if one in asked):
            put(column, Body(choices()[name].label(), role="heading"), S2)
            control = control_for(self._context.preferences, name)
            put(column, wide(control, 0, Qt.AlignmentFlag.AlignLeft), S5)
        for text in (
            _("Everything you write stays on this computer. Rewire never goes online."),
            _(
                "Your notes are stored encrypted. There is no passphrase yet, so anyone who can use your "
                "account on this computer can open them."
            ),
        ):
            put(column, Body(text), S4)
        return step

    def _blank(self, title: str, lead: str) -> tuple[QWidget, QVBoxLayout]:
        step = QWidget()
        column = vbox(Title(title), 2, Lead(lead), S5 - 1, on=step, gap=0)
        step.setAccessibleName(title)
        return step, column

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc goes back a step."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._next.click()
        elif event.key() == Qt.Key.Key_Escape and self._steps.currentIndex() > 0:
            self.show_step(self._steps.currentIndex() - 1)
        else:
            super().keyPressEvent(event)

    # going through

    def show_step(self, index: int) -> None:
        """Show step `index`, counted from 0."""
        self._steps.setCurrentIndex(index)
        self._bar.set_step(index + 1, STEPS)
        self._back.setVisible(index > 0)
        self._next.setText(_("Continue") if index < STEPS - 1 else _("Begin"))
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, **fields: str | int | bool) -> bool:
        return self._context.preferences.put(**fields)

    def _continue(self) -> None:
        index = self._steps.currentIndex()
        if index == 0 and not self._put(country=self._country.value() or "--"):
            return
        if index == 1 and not self._keep_plan():
            return
        self._skip_step()

    def _skip_step(self) -> None:
        index = self._steps.currentIndex()
        if index < STEPS - 1:
            self.show_step(index + 1)
        elif self._put(set_up=True):
            self.go.emit(routes.TODAY)

    def _keep_plan(self) -> bool:
        cue = self._own_cue.value() if self._cue.value() == OWN else dict(cues())[self._cue.value()]
        if not cue:
            self._own_cue.set_error(_("Write what you do every day, or choose one from the list."))
            self._own_cue.setFocus()
            return False
        context = self._context
        now = context.clock.now()
        plan = Plan(
            uid=new_uid(now),
            from_day=context.today,
            per_week=int(self._week.value()),
            cue=cue,
            exercise=self._exercise.value(),
            minutes=int(self._minutes.value()),
        )
        chosen = " ".join(self._focus.chosen())
        store, hub = context.store, context.hub
        return hub.keep(_("your plan"), None, store.plans.put, plan) and hub.keep(
            _("what you work on"), None, store.profile.put, "focus", chosen
        )
