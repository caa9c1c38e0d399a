"""Settings: reading and text, motion, the plan and pauses, where the data live, and what Rewire is."""

from __future__ import annotations

import platform
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSpacerItem, QStackedWidget, QVBoxLayout, QWidget

from rewire_app import __version__
from rewire_app.domain.day_words import long_day
from rewire_app.domain.journal.entries import Pause, Plan, new_uid
from rewire_app.i18n import _, ngettext
from rewire_app.paths import resources
from rewire_app.settings import Control, SettingsSection, choices, choosable
from rewire_app.ui.base import crash, routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.preference_control import control_for
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.choices import Segmented, only
from rewire_app.ui.widgets.fields import Combo, Field
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.section_list import IN_ITEM, SectionList
from rewire_app.ui.widgets.switch import Switch
from rewire_app.ui.widgets.text import Body, Second, SectionTitle, Small, Strong, Title
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5, S6, S10, theme

NARROW = 820


class SettingRow(QWidget):
    """A name, one sentence, and one control: beside it, or below when the window is narrow."""

    def __init__(self, name: str, sentence: str, control: QWidget, *, below: bool = False) -> None:
        super().__init__()
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        across = QBoxLayout(way, self)
        across.setContentsMargins(0, 14, 0, 14)
        across.setSpacing(S3 if below else S6)
        text = vbox(Strong(name), gap=0)
        if sentence:
            told = Second(sentence)
            told.setMinimumWidth(theme.px(100))  # a long path breaks, it does not push
            text.addWidget(told)
        across.addLayout(text, 1)
        side = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignVCenter
        across.addWidget(control, 0, side)


class SettingsPage(Page):
    """Sections on the left, the chosen one on the right. Every change is kept at once."""

    topics = frozenset({"plans", "pauses"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._showing = True
        self._waits = False
        column = vbox(Title(_("Settings")), S5, gap=0)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(0)
        sections = [
            ("reading", _("Reading and text"), self._reading),
            ("motion", _("Motion"), self._motion),
            ("plan", _("Your plan"), self._plan),
            ("dates", _("Days and times"), self._dates),
            ("data", _("Your data"), self._data),
            ("about", _("About"), self._about),
        ]
        self._list = SectionList([(key, text) for key, text, _make in sections], name=_("Sections"))
        self._list.chosen.connect(lambda key: self.open(routes.settings(key)))
        self._hang = hbox(gap=0)
        self._before = QSpacerItem(0, 0)
        self._hang.addItem(self._before)
        self._hang.addWidget(self._list, 1, Qt.AlignmentFlag.AlignTop)
        self._between = QSpacerItem(S10 + 4, S5)
        self._sides.addLayout(self._hang)
        self._sides.addItem(self._between)
        self._shown = QStackedWidget()
        self._keys: list[str] = []
        for key, text, make in sections:
            section = QWidget()
            body = vbox(SectionTitle(text), S2, on=section, gap=0)
            make(body)
            body.addStretch(1)
            self._keys.append(key)
            self._shown.addWidget(section)
        self._sides.addWidget(self._shown, 1)
        put(column, self._sides, stretch())
        self.set_body(column, top=35)
        self._showing = False
        self.open(routes.settings("reading"))

    def open(self, route: routes.Route) -> None:
        """Show the section that is the part of `route`."""
        if route.part in self._keys:
            self._list.set_current(route.part)
            self._shown.setCurrentIndex(self._keys.index(route.part))

    # sections

    def _card(self, body: QVBoxLayout, rows: list[QWidget]) -> None:
        card = Card(padding=(29, 11))
        for number, row in enumerate(rows):
            if number:
                card.body.addWidget(Divider())
            card.body.addWidget(row)
        body.addWidget(card)

    def _chosen_in(self, section: SettingsSection) -> list[QWidget]:
        """The rows of all settings of `section`."""
        rows: list[QWidget] = []
        for name in choosable(section):
            choice, control = choices()[name], control_for(self.context.preferences, name)
            below = choice.control is Control.ROW
            rows.append(SettingRow(choice.label(), choice.sentence(), control, below=below))
        return rows

    def _reading(self, body: QVBoxLayout) -> None:
        self._card(body, self._chosen_in(SettingsSection.READING))

    def _motion(self, body: QVBoxLayout) -> None:
        self._card(body, self._chosen_in(SettingsSection.MOTION))

    def _dates(self, body: QVBoxLayout) -> None:
        self._card(body, self._chosen_in(SettingsSection.DATES))

    def _plan(self, body: QVBoxLayout) -> None:
        self._plan_controls()
        words = QWidget()
        vbox(self._cue, self._exercise, on=words, gap=S4, margins=(0, 14, 0, 18))
        self._card(
            body,
            [
                SettingRow(
                    _("Days a week"),
                    _("A change counts from today on. Earlier days keep the plan they had."),
                    self._week,
                    below=True,
                ),
                words,
                SettingRow(
                    _("Pause the plan"),
                    _("For illness or a holiday. Paused days count for nothing either way."),
                    self._pause,
                ),
                *self._chosen_in(SettingsSection.PLAN),
            ],
        )
        put(body, S2, self._since)

    def _plan_controls(self) -> None:
        days = [(str(n), ngettext("{n} day", "{n} days", n).format(n=n)) for n in range(1, 8)]
        self._week = Segmented(days, name=_("Days a week"))
        self._week.changed.connect(self._change_plan)
        self._cue = Field(_("After I …"), _("Something you do every day"))
        self._cue.line.textEdited.connect(self._wait)
        self._cue.line.editingFinished.connect(self._change_plan)
        exercises = [("", _("Any exercise"))]
        exercises += sorted(
            ((one.id, one.title) for one in self.context.library.exercises()), key=lambda pair: pair[1]
        )
        self._exercise = Combo(_("I will do"), exercises)
        self._exercise.changed.connect(self._change_plan)
        self._pause = Switch(_("Pause the plan"))
        self._pause.changed.connect(self._change_pause)
        self._since = Small("")

    def _data(self, body: QVBoxLayout) -> None:
        across = hbox(
            Glyph("lock", 22, folder="icons"),
            wide(Body(_("Everything you write stays on this computer. Rewire never goes online.")), 1),
            gap=S2,
        )
        put(body, across, S5)
        show = SecondButton(_("Show the folder"))
        folder = self.context.folder
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        place = Body(str(folder))
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._card(
            body,
            [
                SettingRow(_("Where your notes are kept"), str(folder), show),
                SettingRow(
                    _("Encrypted on the disk"),
                    _(
                        "The file cannot be read without its key. The key lies beside it: anyone who can use "
                        "your account on this computer can open your notes."
                    ),
                    QWidget(),
                ),
                SettingRow(
                    _("To keep a copy"),
                    _("Close Rewire first, then copy the whole folder. It belongs together."),
                    QWidget(),
                ),
            ],
        )
        put(
            body,
            S4,
            Small(_("On a computer you share, an account of your own keeps your notes apart from others’.")),
        )

    def _about(self, body: QVBoxLayout) -> None:
        for text in (
            _("Rewire {version}").format(version=__version__),
            _("Rewire is a self-help notebook. It does not assess or treat. It is not for emergencies."),
            _(
                "The exercises are drawn from skills of DBT (dialectical behaviour therapy), ACT (acceptance "
                "and commitment therapy) and CBT (cognitive behavioural therapy). They are no replacement "
                "for any of them."
            ),
            _(
                "MIT licence. Fonts: Atkinson Hyperlegible Next and Literata (SIL Open Font License). "
                "Icons: Lucide (ISC)."
            ),
        ):
            put(body, Body(text), S4)
        licences = SecondButton(_("Show the licences"))
        licences.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(resources() / "licences")))
        )
        copy = SecondButton(_("Copy a fault report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(crash.report()))
        row = Flow(gap=S3)
        row.add(licences)
        row.add(copy)
        put(
            body,
            row,
            S2,
            Small(
                _(
                    "A fault report names the version, {system} and places in the program. Never your words."
                ).format(system=platform.system())
            ),
            S1,
        )

    # keeping

    def refresh(self) -> None:
        """Show the plan and the pause of today."""
        today, store = self.context.today, self.context.store
        plan, pause = store.plans.current(today), store.pauses.open(today)
        self._showing = True
        if not self._waits:
            self._week.set_value(str(plan.per_week) if plan else None)
            self._cue.set_value(plan.cue if plan else "")
            self._exercise.set_value(plan.exercise if plan else "")
        self._pause.set_value(pause is not None)
        self._since.setText(
            _("Paused since {day}.").format(day=long_day(pause.from_day, today)) if pause else ""
        )
        self._since.setVisible(pause is not None)
        self._showing = False

    def leave(self) -> None:
        """A plan that was typed and not saved yet is saved."""
        if self._waits:
            self._change_plan()

    @property
    def unsaved(self) -> bool:
        """Whether a plan that was typed is not saved yet."""
        return self._waits

    def _wait(self) -> None:
        self._waits = True

    def _change_plan(self) -> None:
        if self._showing:
            return
        self._waits = True
        with self.context.hub.telling():
            self._waits = not self._put_plan()

    def _put_plan(self) -> bool:
        """Whether the plan is as it stands here; raises a StoreError when the one before cannot be read."""
        if not self._week.chosen():
            return not self._cue.value()
        chosen = only(self._week)
        context = self.context
        before = context.store.plans.current(context.today)
        cue, exercise = self._cue.value(), self._exercise.value()
        if before and (before.per_week, before.cue, before.exercise) == (int(chosen), cue, exercise):
            return True
        plan = Plan(
            uid=new_uid(context.clock.now()),
            from_day=context.today,
            per_week=int(chosen),
            cue=cue,
            exercise=exercise,
            minutes=before.minutes if before and before.exercise == exercise else None,
        )
        return context.hub.do(_("Plan changed"), context.store.plans.put, plan)

    def _change_pause(self) -> None:
        if self._showing:
            return
        context = self.context
        store, today = context.store, context.today
        running = store.pauses.open(today)
        if self._pause.value() and running is None:
            pause = Pause(uid=new_uid(context.clock.now()), from_day=today)
            context.hub.do(_("Plan paused"), store.pauses.add, pause)
        elif not self._pause.value() and running is not None:
            last = today - timedelta(days=1)
            if running.from_day > last:  # begun today: no day was paused
                context.hub.do(_("Pause ended"), store.pauses.remove, running.uid)
            else:
                context.hub.do(_("Pause ended"), store.pauses.edit, replace(running, to_day=last))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sections move above their content when the window is narrow."""
        ways = QBoxLayout.Direction
        wide = self.width() >= theme.px(NARROW)
        self._before.changeSize(-theme.px(IN_ITEM), 0)
        self._list.set_across(not wide)
        self._between.changeSize(S10 + 4 if wide else 0, 0 if wide else S5)
        self._sides.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        super().resizeEvent(event)
