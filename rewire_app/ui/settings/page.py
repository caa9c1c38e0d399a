"""Settings: reading, motion, the plan and pauses, health, privacy, where the data live, what Rewire is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from rewire_app.choosing import SettingsSection
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.entries.writing import waiting_words
from rewire_app.ui.settings.about_section import AboutSection
from rewire_app.ui.settings.backups_section import BackupsSection
from rewire_app.ui.settings.data_section import DataSection
from rewire_app.ui.settings.health_section import HealthSection
from rewire_app.ui.settings.plan_section import PlanSection
from rewire_app.ui.settings.privacy_section import PrivacySection
from rewire_app.ui.settings.reminders_section import RemindersSection
from rewire_app.ui.settings.rows import SettingRow, chosen_in, rows_card
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.layout import hbox, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.section_list import IN_ITEM, SectionList
from rewire_app.ui.widgets.text import SectionTitle, Title
from rewire_app.ui.widgets.theme import S2, S5, S10, theme

NARROW = 820


class SettingsPage(Page):
    """Sections on the left, the chosen one on the right. Every change is kept at once."""

    topics = frozenset({"plans", "pauses", "profile"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        column = vbox(Title(_("Settings")), S5, gap=0)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(0)
        sections = [
            ("reading", _("Reading and text"), self._reading),
            ("motion", _("Motion"), self._motion),
            ("keys", _("Keys"), self._keyboard),
            ("plan", _("Your plan"), self._plan),
            ("reminders", _("Reminders"), self._reminders),
            ("health", _("Health"), self._health),
            ("dates", _("Days and times"), self._dates),
            ("privacy", _("Privacy"), self._privacy),
            ("backups", _("Backups"), self._backups),
            ("data", _("Your data"), self._data),
            ("about", _("About"), self._about),
        ]
        self._list = SectionList([(key, text) for key, text, _make in sections], name=_("Sections"))
        self._list.chosen.connect(self._show_section)
        self._hang = hbox(gap=0)
        self._before = QSpacerItem(0, 0)
        self._hang.addItem(self._before)
        self._hang.addWidget(self._list, 1, Qt.AlignmentFlag.AlignTop)
        self._between = QSpacerItem(S10 + 4, S5)
        nest(self._sides, self._hang)
        self._sides.addItem(self._between)
        self._shown: dict[str, QWidget] = {}
        self._section = ""
        column_of_sections = vbox(gap=0)
        for key, text, make in sections:
            section = QWidget()
            body = vbox(on=section, gap=0)
            if key != "backups":  # its title has a button beside it
                put(body, SectionTitle(text), S2)
            make(body)
            body.addStretch(1)
            self._shown[key] = section
            column_of_sections.addWidget(section)
        put(self._sides, wide(column_of_sections, 1))
        put(column, self._sides, stretch())
        self.set_body(column, top=35)
        self._show_section("reading")

    def open(self, route: routes.Route) -> None:
        """Show the section that is the part of `route`, with the focus on its name among the others."""
        if route.part in self._shown:
            self._show_section(route.part)
            self._list.focus_current()
            if route.part == "privacy":
                self._privacy_section.open_at(route.at)
            if route.part == "plan":
                self._plan_section.open_at(route)
            if route == routes.HEALTH_QUESTIONS:
                self._health_section.ask()

    def _show_section(self, wanted: str) -> None:
        if wanted != self._section and self._section == "privacy":
            self._privacy_section.show_overview()
        if wanted != self._section and self._section == "data":
            self._data_section.show_overview()
        self._section = wanted
        self._list.set_current(wanted)
        for key, section in self._shown.items():
            section.setVisible(key == wanted)
        if wanted == "backups" and self.context.ready:
            with self.context.hub.telling():
                self._backups_section.refresh()

    @property
    def part(self) -> str:
        """The section that is shown."""
        return self._section

    # sections

    def _reading(self, body: QVBoxLayout) -> None:
        body.addWidget(rows_card(chosen_in(SettingsSection.READING, self.context.preferences)))

    def _motion(self, body: QVBoxLayout) -> None:
        body.addWidget(rows_card(chosen_in(SettingsSection.MOTION, self.context.preferences)))

    def _keyboard(self, body: QVBoxLayout) -> None:
        show = SecondButton(_("Show all keys"))
        show.clicked.connect(lambda: self.go.emit(routes.KEYS))
        every = SettingRow(_("All keys"), _("On one sheet; the key ? shows it as well"), show)
        body.addWidget(rows_card([every, *chosen_in(SettingsSection.KEYS, self.context.preferences)]))

    def _dates(self, body: QVBoxLayout) -> None:
        body.addWidget(rows_card(chosen_in(SettingsSection.DATES, self.context.preferences)))

    def _plan(self, body: QVBoxLayout) -> None:
        self._plan_section = PlanSection(self.context)
        self._plan_section.turned.connect(self.to_top)
        body.addWidget(self._plan_section)

    def _reminders(self, body: QVBoxLayout) -> None:
        self._reminders_section = RemindersSection(self.context)
        self._reminders_section.go.connect(self.go)
        body.addWidget(self._reminders_section)

    def _health(self, body: QVBoxLayout) -> None:
        self._health_section = HealthSection(self.context)
        self._health_section.opened.connect(self.bring_into_sight)
        body.addWidget(self._health_section)

    def _privacy(self, body: QVBoxLayout) -> None:
        self._privacy_section = PrivacySection(self.context, _name_of(body))
        self._privacy_section.go.connect(self.go)
        self._privacy_section.turned.connect(self.to_top)
        body.addWidget(self._privacy_section)

    def _backups(self, body: QVBoxLayout) -> None:
        self._backups_section = BackupsSection(self.context)
        self._backups_section.go.connect(self.go)
        body.addWidget(self._backups_section)

    def _data(self, body: QVBoxLayout) -> None:
        self._data_section = DataSection(self.context, _name_of(body))
        self._data_section.turned.connect(self.to_top)
        self._data_section.go.connect(self.go)
        body.addWidget(self._data_section)

    def _about(self, body: QVBoxLayout) -> None:
        about = AboutSection(self.context)
        about.go.connect(self.go)
        body.addWidget(about)

    # keeping

    def refresh(self) -> None:
        """Show what one works on, the plan and the pause of today, and how it stands with the keys."""
        self._plan_section.refresh()
        self._reminders_section.refresh()
        self._health_section.refresh()
        self._privacy_section.refresh()
        if self._section == "backups":
            self._backups_section.refresh()

    def leave(self) -> None:
        """A plan that is half written is held; a passphrase is forgotten."""
        self._plan_section.hold()
        self._privacy_section.leave()

    @property
    def unsaved(self) -> bool:
        """Whether a plan is half written and could not be held as a draft."""
        return not self._plan_section.hold()

    def show_waiting(self) -> str:
        """The plan or pause that is half written comes into sight."""
        self._show_section("plan")
        return waiting_words(_("Your plan"), held=self._plan_section.hold())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sections move above their content when the window is narrow."""
        ways = QBoxLayout.Direction
        wide = self.width() >= theme.px(NARROW)
        self._before.changeSize(-theme.px(IN_ITEM), 0)
        self._list.set_across(not wide)
        self._between.changeSize(S10 + 4 if wide else 0, 0 if wide else S5)
        self._sides.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        super().resizeEvent(event)


def _name_of(body: QVBoxLayout) -> QWidget:
    """The name that a section begins with."""
    section = body.parentWidget()
    name = section.findChild(SectionTitle) if section is not None else None
    assert name is not None, "a section begins with its name"
    return name
