"""The page for a session with a therapist: its parts as ticks beside the page as it prints."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.domain.day_words import short_span
from rewire_app.i18n import _, ngettext
from rewire_app.reports.session_facts import HandoutFacts, read_facts
from rewire_app.reports.session_handout import Handout, HandoutPart, HandoutWish
from rewire_app.reports.session_page import chosen_of, handout, offered, part_name
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.charts.saving import save_somewhere
from rewire_app.ui.session.gathered import GatheredLines
from rewire_app.ui.session.naming import NameChoice
from rewire_app.ui.session.parts import ChoiceSheet, HandoutParts
from rewire_app.ui.session.preview import HandoutPreview
from rewire_app.ui.session.setting import A4, PAPERS, HandoutPaper, set_handout
from rewire_app.ui.widgets.buttons import MainButton, SecondButton
from rewire_app.ui.widgets.choices import Segmented, only
from rewire_app.ui.widgets.date_field import DateField
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.room import NEAR
from rewire_app.ui.widgets.text import Second, Title
from rewire_app.ui.widgets.theme import S2, S3, S4, S6, theme
from rewire_app.ui.widgets.unfold import LinkButton

WEEKS = 4
BESIDE, CHOICES, NAMES = 760, 332, 64
"""Px of the design: from where on the page stands beside its parts, how wide they are, and their names."""
NAME = "for-the-session"
"""How a saved file is called, with the day behind it."""


class SessionPage(Page):
    """What is chosen and struck out stays until the window closes; nothing of it is written anywhere."""

    above: ClassVar[Route | None] = routes.TODAY
    topics = frozenset(
        {
            "to_raise", "practices", "days", "nights", "moments", "notes", "scores", "custom_exercises",
            "crisis_plan", "values", "ladder", "open", "patterns", "scripts", "cards", "kit", "diary_rows",
            "diary_cells", "diary_days",
        }
    )  # fmt: skip

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._part = ""
        self._struck: frozenset[str] = frozenset()
        self._chosen: dict[HandoutPart, frozenset[str]] = {}
        first = context.today - timedelta(days=7 * WEEKS - 1)
        self._facts = HandoutFacts(first=first, last=context.today, titles={})
        self.handout = handout(self._facts, HandoutWish(), context.today)
        self.parts = HandoutParts(self.handout.rows)
        self.name = NameChoice(context, self)
        self.paper = Segmented([(one.key, one.name) for one in PAPERS.values()], name=_("Paper"))
        self.first = DateField(_("From"), lambda: context.today)
        self.last = DateField(_("To, that day included"), lambda: context.today)
        self.first.set_value(first.toordinal())
        self.last.set_value(context.today.toordinal())
        self.days = LinkButton("")
        self.days.clicked.connect(self._open_days)
        self._dates = QWidget()
        self.main = MainButton(_("Print"), icon="printer")
        self.save = SecondButton(_("Save as PDF"))
        self.web = LinkButton(_("Save as a web page"))
        self.preview = HandoutPreview(self.handout, A4)
        self.said = Second("")
        self.gathered = GatheredLines(context)
        self._choices, self._shown, self._whole = QWidget(), QWidget(), QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._whole)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self._connect()
        self._show_part()

    def _lay_out(self) -> None:
        lead = _("What you see is what prints. Choose a line on the page to strike it out.")
        column = vbox(Title(_("For the session")), Second(lead), S3, self.parts, S3, on=self._choices, gap=0)
        self._named = [Second(words, wrap=False) for words in (_("Name"), _("Paper"), _("Days"))]
        middle = Qt.AlignmentFlag.AlignVCenter
        for label, control in zip(self._named, (self.name.choice, self.paper, self.days), strict=True):
            put(column, hbox(wide(label, 0, middle), wide(control, 0, middle), stretch(), gap=S2))
            put(column, S2)
            if control is self.name.choice:
                put(column, self.name.field)
        put(column, self._dates, S2)
        vbox(self.first, S2, self.last, on=self._dates, gap=0)
        self._dates.hide()
        acts = Flow(gap=S3, below=S2)
        for button in (self.main, self.save, self.web):
            acts.add(button)
        put(column, acts, stretch())
        vbox(self.said, S3, self.preview, stretch(), on=self._shown, gap=0)
        top = Qt.AlignmentFlag.AlignTop
        put(self._across, wide(self._choices, 0, top), wide(self._shown, 1, top))
        whole = vbox(self._whole, self.gathered, stretch(), gap=0)
        self.set_body(whole, dense=True, top=15)
        self._arrange()

    def _connect(self) -> None:
        for control in (self.parts, self.paper):
            control.changed.connect(self._build)
        self.name.changed.connect(self._build)
        for field in (self.first, self.last):
            field.changed.connect(self._read_days)
        self.parts.choosing.connect(self._choose)
        self.preview.struck.connect(self._strike)
        self.preview.reached.connect(self._follow_keys)
        self.main.clicked.connect(self._print)
        self.save.clicked.connect(self._save_pdf)
        self.web.clicked.connect(self._save_web)
        self.gathered.went.connect(self.go)
        self.gathered.opened.connect(self.bring_into_sight)

    # what is shown

    @property
    def part(self) -> str:
        """ "raise" while the gathered lines are in sight."""
        return self._part

    @property
    def way_up(self) -> Route | None:
        """From the lines back to the page."""
        return routes.SESSION if self._part else self.above

    def open(self, route: Route) -> None:
        """Show the page, or the lines that are gathered for it."""
        self.leave()
        self._part = routes.TO_RAISE.part if route.part == routes.TO_RAISE.part else ""
        self.renew()
        self._show_part()
        self.to_top()
        if self._part:
            self.gathered.begin()

    def _show_part(self) -> None:
        self.gathered.setVisible(bool(self._part))
        self._whole.setVisible(not self._part)
        if self.top_link is not None:
            self.top_link.setVisible(not self._part)

    def refresh(self) -> None:
        """Read the days anew; raises a StoreError."""
        self.gathered.refresh()
        self.name.refresh()
        days = self._days()
        if days is not None:
            self._facts = read_facts(self.context.store, self.context.library, *days, self.context.today)
            self._build()

    def _days(self) -> tuple[date, date] | None:
        """The first and the last day; None while they cannot be."""
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            return None
        if last < first:
            self.last.set_error(_("This day comes before the first one. Change either of them."))
            return None
        return date.fromordinal(first), date.fromordinal(last)

    def _open_days(self) -> None:
        """Show the fields of the days, or hide them."""
        shown = self._dates.isHidden()
        self._dates.setVisible(shown)
        if shown:
            self.first.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_days(self, _value: object = None) -> None:
        self.last.set_error("")
        self.renew()

    def _wish(self) -> HandoutWish:
        return HandoutWish(
            parts=self.parts.parts(), struck=self._struck, chosen=self._chosen, initials=self.name.initials
        )

    def _build(self, _value: object = None) -> None:
        """Count anew what is on the page, and show it."""
        self.handout = handout(self._facts, self._wish(), self.context.today)
        self.parts.show_rows(self.handout.rows)
        self.preview.show_handout(self.handout, self._kind)
        self.said.setText(self._said(self.handout))
        days = short_span(self._facts.first, self._facts.last)
        self.days.setText(days)
        self.days.setAccessibleName(_("Days: {days}. Choose others").format(days=days))

    @property
    def _kind(self) -> HandoutPaper:
        return PAPERS[str(only(self.paper))]

    def _said(self, shown: Handout) -> str:
        pages = len(set_handout(shown.printed(), self._kind)[0].pages)
        said = ngettext("{n} page.", "{n} pages.", pages).format(n=pages)
        if not shown.struck:
            return said
        struck = ngettext(
            "What is crossed out is not in the file, and no figure counts it.",
            "The {n} crossed-out things are not in the file, and no figure counts them.",
            shown.struck,
        )
        return f"{said} {struck.format(n=shown.struck)}"

    # choosing and striking out

    def _strike(self, key: str) -> None:
        self._struck = self._struck ^ {key}
        self._build()

    def _choose(self, part: HandoutPart) -> None:
        if part is HandoutPart.RAISE:
            self.go.emit(routes.TO_RAISE)
            return
        chosen = chosen_of(self._facts, self._wish(), part)
        sheet = ChoiceSheet(self, part_name(part), offered(self._facts, part), chosen)
        sheet.picked.connect(partial(self._picked, part))
        sheet.lay_over()

    def _picked(self, part: HandoutPart, uids: frozenset[str]) -> None:
        self._chosen[part] = uids
        if uids and part not in self.parts.parts():
            self.parts.set_value([*self.parts.chosen(), part])
        else:
            self._build()

    def _follow_keys(self, where: QRect) -> None:
        """Let the thing that the keys led to be in sight."""
        if self._scroll is not None and (content := self._scroll.widget()) is not None:
            centre = self.preview.mapTo(content, where.center())
            self._scroll.ensureVisible(centre.x(), centre.y(), 0, where.height() // 2 + theme.px(S6))

    # out

    def _print(self) -> None:
        from rewire_app.ui.session.paper import print_handout
        from rewire_app.ui.widgets.paper import ask_and_print

        print_it = partial(print_handout, handout=self.handout, paper=self._kind)
        ask_and_print(self.window(), _("Print the page"), print_it)

    def _save_pdf(self) -> None:
        from rewire_app.ui.session.paper import handout_as_pdf

        self._save(_("PDF (*.pdf)"), "pdf", handout_as_pdf(self.handout, self._kind))

    def _save_web(self) -> None:
        from rewire_app.reports.session_html import handout_as_html

        self._save(_("Web page (*.html)"), "html", handout_as_html(self.handout).encode())

    def _save(self, kind: str, ending: str, content: bytes) -> None:
        name = f"{NAME}-{self.context.today.isoformat()}.{ending}"
        save_somewhere(self, _("Save the page"), kind, name, content)

    # its form, and leaving

    def _arrange(self) -> None:
        """Side by side, or in a narrow window one below the other."""
        beside = self.width() >= theme.px(BESIDE)
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._across.setSpacing(theme.px(S6 + S4) if beside else theme.px(S6))
        across = theme.px(CHOICES)
        self._choices.setMinimumWidth(across if beside else 0)
        self._choices.setMaximumWidth(across if beside else theme.px(NEAR))
        self._shown.setMaximumWidth(theme.px(NEAR))
        self.gathered.setMaximumWidth(theme.px(NEAR))
        for label in self._named:
            label.setMinimumWidth(theme.px(NAMES))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the form for the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self._arrange()

    def leave(self) -> None:
        """Initials are kept, a line that is half written is held as a draft."""
        self.name.flush()
        self.gathered.lines.draft.now()

    @property
    def unsaved(self) -> bool:
        """Whether a line is half written, or initials are not kept."""
        return self.gathered.lines.unsaved or self.name.unsaved

    @property
    def loses_nothing(self) -> bool:
        """Whether initials are kept and what is half written waits as a draft."""
        return self.name.flush() and self.gathered.lines.draft.now()

    @property
    def waiting(self) -> str:
        """What could not be saved."""
        return _("a line to raise that is half written") if self.gathered.lines.unsaved else _("initials")
