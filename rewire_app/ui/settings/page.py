"""Settings: reading and text, motion, the plan and pauses, where the data live, and what Rewire is."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from rewire_app import __version__
from rewire_app.choosing import SettingsSection
from rewire_app.i18n import _
from rewire_app.paths import resources
from rewire_app.ui.base import crash, routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.settings.backups_section import BackupsSection
from rewire_app.ui.settings.plan_section import PlanSection
from rewire_app.ui.settings.rows import SettingRow, chosen_in, rows_card
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.section_list import IN_ITEM, SectionList
from rewire_app.ui.widgets.text import Body, SectionTitle, Small, Title
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5, S10, theme

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
            ("dates", _("Days and times"), self._dates),
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
        self._sides.addLayout(self._hang)
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

    def _show_section(self, wanted: str) -> None:
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
        body.addWidget(self._plan_section)

    def _backups(self, body: QVBoxLayout) -> None:
        self._backups_section = BackupsSection(self.context)
        self._backups_section.go.connect(self.go)
        body.addWidget(self._backups_section)

    def _data(self, body: QVBoxLayout) -> None:
        across = hbox(
            Glyph("lock", 22, folder="icons"),
            wide(Body(_("Everything you write stays on this computer. Rewire never goes online.")), 1),
            gap=S2,
        )
        put(body, across, S5)
        show = SecondButton(_("Show the folder"))
        folder = self.context.folder
        show.clicked.connect(lambda: self._show_folder(folder))
        rows = (
            SettingRow(_("Where your notes are kept"), str(folder), show),
            SettingRow(
                _("Encrypted on the disk"),
                _(
                    "The file cannot be read without its key. The key lies beside it: anyone who can use "
                    "your account on this computer can open your notes."
                ),
            ),
            SettingRow(
                _("To keep a copy"),
                _(
                    "Close Rewire, then copy the whole folder: it belongs together. The key is in it, so "
                    "whoever has the copy can open your notes."
                ),
            ),
        )
        body.addWidget(rows_card(rows))
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
        licences.clicked.connect(lambda: self._show_folder(resources() / "licences"))
        copy = SecondButton(_("Copy a fault report"))
        copy.clicked.connect(self._copy_report)
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

    def _show_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            words = _("Nothing on this computer could show the folder. It is {folder}.")
            self.context.hub.failed.emit(words.format(folder=folder))

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(crash.report())
        self.context.hub.said.emit(_("It is copied. Paste it wherever you like."))

    # keeping

    def refresh(self) -> None:
        """Show what one works on, the plan and the pause of today."""
        self._plan_section.refresh()
        if self._section == "backups":
            self._backups_section.refresh()

    def leave(self) -> None:
        """A plan that was typed and not saved yet is saved."""
        self._plan_section.flush()

    @property
    def unsaved(self) -> bool:
        """Whether a plan that was typed is not saved yet."""
        return self._plan_section.unsaved

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sections move above their content when the window is narrow."""
        ways = QBoxLayout.Direction
        wide = self.width() >= theme.px(NARROW)
        self._before.changeSize(-theme.px(IN_ITEM), 0)
        self._list.set_across(not wide)
        self._between.changeSize(S10 + 4 if wide else 0, 0 if wide else S5)
        self._sides.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        super().resizeEvent(event)
