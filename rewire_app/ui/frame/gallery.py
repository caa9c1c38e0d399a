"""All components on one sheet, in the states the design shows, for pictures and tests."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.charts.spec import SeriesLook
from rewire_app.i18n import _
from rewire_app.ui.charts.fortnight import Fortnight, FortnightDay
from rewire_app.ui.charts.moment_curve import MomentCurve, RunningCurve
from rewire_app.ui.charts.shapes import sign
from rewire_app.ui.journal.night_bar import NightBar
from rewire_app.ui.journal.night_shape import NightShape
from rewire_app.ui.player.path_line import BeforeAfterLine
from rewire_app.ui.widgets.base import Painted, box
from rewire_app.ui.widgets.buttons import MainButton, PaintedButton, QuietButton, SecondButton
from rewire_app.ui.widgets.choices import ChipGroup, ChoiceList, Segmented
from rewire_app.ui.widgets.fields import Combo, Field, TextArea, TimeField
from rewire_app.ui.widgets.focus_ring import GAP, WIDTH, paint_ring
from rewire_app.ui.widgets.marks import CertaintyMeter, StepBar, Tag
from rewire_app.ui.widgets.options import draw_radio, draw_tick_box
from rewire_app.ui.widgets.pacer_blocks import StillPacer
from rewire_app.ui.widgets.rail import RailButton, RailItem
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.settling_chip import SettlingChip
from rewire_app.ui.widgets.switch import Switch
from rewire_app.ui.widgets.text import Heading, Second, Small
from rewire_app.ui.widgets.theme import RADIUS_CONTROL, RADIUS_ITEM, theme

SIZE = (1200, 860)
SIZE_ALL = (1200, 1560)


class ChoiceMarks(Painted):
    """Radio and tick marks, off and on."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Radio marks and tick boxes"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the four marks in a row."""
        painter = self.painter()
        y = (self.height() - theme.px(22)) / 2
        draw_radio(painter, 0, y, on=False)
        draw_radio(painter, theme.px(40), y, on=True)
        draw_tick_box(painter, theme.px(80), y, on=False)
        draw_tick_box(painter, theme.px(120), y, on=True)
        painter.end()


class StillRing(QWidget):
    """A focus ring that stays, for a picture of the state."""

    def __init__(self, parent: QWidget, radius: int) -> None:
        super().__init__(parent)
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        paint_ring(painter, self.rect(), self._radius)
        painter.end()


class SeriesSign(Painted):
    """The sign of a series, as it stands before the title of its lane."""

    def __init__(self, look: SeriesLook) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the middle."""
        painter = self.painter()
        sign(painter, QRectF(self.rect()).center(), self._look)
        painter.end()


class Ground(Painted):
    """The sunken ground of a piece of rail."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = self.painter()
        box(painter, self.rect(), theme.px(12), theme.color("sunken"))
        painter.end()


class SampleSheet(QWidget):
    """Paper of the design's `size` in px, on which components stand at points of the design."""

    def __init__(self, size: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setFixedSize(theme.px(size[0]), theme.px(size[1]))

    def _put(self, widget: QWidget, x: int, y: int, width: int = 0, height: int = 0) -> QWidget:
        """Place `widget` at a point of the design, with its own size where none is given."""
        widget.setParent(self)
        hint = widget.sizeHint()
        wide = theme.px(width) if width else hint.width()
        tall = theme.px(height) if height else hint.height()
        if not height and widget.hasHeightForWidth():
            tall = widget.heightForWidth(wide)
        widget.setGeometry(theme.px(x), theme.px(y), wide, tall)
        return widget

    def _head(self, text: str, x: int, y: int) -> None:
        self._put(Heading(text, wrap=False), x, y - 12)

    def _note(self, text: str, x: int, y: int) -> None:
        self._put(Small(text, wrap=False), x, y - 10)

    def _ring(self, rect: QRect, radius: int, *, inside: bool = False) -> None:
        reach = 0 if inside else GAP + WIDTH
        ring = StillRing(self, radius + reach)
        ring.setGeometry(rect.adjusted(-reach, -reach, reach, reach))


class Gallery(SampleSheet):
    """The component sheet of the design; `everything` adds the larger figures below it."""

    def __init__(self, parent: QWidget | None = None, *, everything: bool = False) -> None:
        super().__init__(SIZE_ALL if everything else SIZE, parent)
        for section in (self._buttons, self._filters, self._choices, self._fields):
            section()
        for section in (self._ratings, self._tags, self._moments, self._rail, self._series):
            section()
        if everything:
            self._figures()

    def _hot(self, widget: QWidget) -> QWidget:
        widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        return widget

    def _buttons(self) -> None:
        self._head("Main button", 44, 48)
        states = (
            ("rest", 44),
            ("hover", 150),
            ("pressed", 256),
            ("keyboard focus", 362),
            ("not available", 477),
        )
        for state, x in states:
            button = MainButton("Begin")
            self._put(button, x, 74)
            self._note(state, x, 139)
            self._show_state(button, state)
        self._head("Second and quiet buttons", 44, 188)
        others: list[tuple[str, int, PaintedButton]] = [
            ("rest", 44, SecondButton("Change")),
            ("hover", 151, SecondButton("Change")),
            ("focus", 259, SecondButton("Change")),
            ("rest", 366, QuietButton("Another")),
            ("hover", 461, QuietButton("Another")),
        ]
        for state, x, other in others:
            self._put(other, x, 214)
            self._note(state, x, 279)
            self._show_state(other, state)

    def _show_state(self, button: PaintedButton, state: str) -> None:
        if state == "hover":
            self._hot(button)
        elif state == "pressed":
            button.setDown(True)
        elif state == "not available":
            button.setEnabled(False)
        elif state in ("focus", "keyboard focus"):
            self._ring(button.geometry(), theme.px(RADIUS_CONTROL))

    def _filters(self) -> None:
        self._head("Filters", 44, 328)
        for state, x in (("off", 44), ("on", 131), ("focus", 220)):
            group = ChipGroup([("sleep", "Sleep")], name="Need")
            group.set_value("sleep" if state == "on" else None)
            self._put(group, x, 350, 90)
            self._note(state, x, 411)
            if state == "focus":
                chip = group.findChildren(QWidget)[0]
                rect = QRect(group.pos().x(), group.pos().y() + 4, chip.sizeHint().width() - theme.px(8), 0)
                rect.setHeight(theme.px(36))
                self._ring(rect, theme.px(18))
        segments = Segmented([("1", "1 month"), ("3", "3 months"), ("all", "All")], name="Time shown")
        self._put(segments, 308, 354)
        self._note("one of a few", 308, 417)

    def _choices(self) -> None:
        self._head("Choices", 44, 466)
        self._put(ChoiceMarks(), 44, 488, 150, 36)
        self._put(Switch("Off"), 204, 484)
        self._put(Switch("On", on=True), 270, 484)
        self._note("radio, tick box, switch", 44, 541)

    def _fields(self) -> None:
        self._head("Fields", 44, 598)
        rest = Field("Search", show_label=False, placeholder="Search")
        self._put(rest, 44, 624, 168, 44)
        self._note("field, rest", 44, 689)
        typing = Field("Search", show_label=False)
        typing.set_value("breath")
        typing.frame.pretend_focus = True
        self._put(typing, 230, 624, 168, 44)
        self._note("typing", 230, 689)
        wrong = TimeField("Woke")
        wrong.label.hide()
        wrong.line.setText("25:70")
        wrong.check()
        self._put(wrong, 416, 624, 168, 76)
        self._note("needs a change", 416, 715)

    def _ratings(self) -> None:
        self._head("Rating", 656, 48)
        rating = Rating(name="Rating")
        rating.set_value(6)
        self._put(rating, 656, 74, 470)
        self._note("rating 0 to 10: arrows move, digits jump", 656, 143)

    def _tags(self) -> None:
        self._head("Tags and certainty", 656, 192)
        x = 656
        for tag in (
            Tag("New response", "new", "check"),
            Tag("Old pattern", "old"),
            Tag("Sleep", "sleep"),
            Tag("Later"),
        ):
            self._put(tag, x, 218)
            x += round(tag.width() * 100 / theme.scale) + 8
        self._note("tags", 656, 265)
        self._put(CertaintyMeter(1, "Too early"), 656, 292, 190)
        self._note("too early", 656, 321)
        self._put(CertaintyMeter(3, "Likely"), 864, 292, 190)
        self._note("likely", 864, 321)

    def _moments(self) -> None:
        self._head("A moment, drawn", 656, 370)
        for peak, minutes, x, text in (
            (7, 25, 656, "peak 7, 25 min"),
            (4, 10, 786, "peak 4, 10 min"),
            (9, 60, 916, "peak 9, 60 min to calm"),
        ):
            self._put(MomentCurve(peak, minutes), x, 396)
            self._note(text, x, 475)
        running = RunningCurve()
        running.show_so_far(7, 6)
        self._put(running, 1082, 400)
        self._note("settling", 1082, 475)

    def _rail(self) -> None:
        self._head("Rail", 656, 524)
        self._put(Ground(), 656, 550, 188, 152)
        for key, text, y in (
            ("today", "Today", 556),
            ("practice", "Practice", 604),
            ("journal", "Journal", 652),
        ):
            button = RailButton(RailItem(key=key, text=text, icon=key))
            self._put(button, 662, y, 176, 44)
            button.setChecked(key == "today")
            if key == "practice":
                self._hot(button)
            if key == "journal":
                self._ring(button.geometry(), theme.px(RADIUS_ITEM), inside=True)
        self._note("rail: here, hover, focus", 656, 723)

    def _series(self) -> None:
        from rewire_app.charts.series import SERIES  # with numpy, which nothing else here needs

        self._head("Series, by shape and colour", 886, 524)
        for number, series in enumerate(SERIES):
            y = 562 + 36 * number
            self._put(SeriesSign(series.look), 888, y - 12, 40, 24)
            self._put(Second(f"{series.name()}: {series.look.shape}", ink="ink", wrap=False), 940, y - 10)

    def _figures(self) -> None:
        night = NightBar()
        night.set_night(NightShape(bed=-50, lights=-30, asleep=-15, wake=405, up=430, awake=30))
        self._put(night, 44, 780, 850)
        line = BeforeAfterLine(7, 4, "at ease", "as tense as can be")
        self._put(line, 44, 940, 700)
        days = [
            FortnightDay(letter=letter, practised=mark in "xb", moment=mark in "bt", today=mark == "t")
            for letter, mark in zip("WTFSSMTWTFSSMT", "x-xb-xx-bxx-xt", strict=True)
        ]
        self._put(Fortnight(days), 780, 960)
        chip = SettlingChip()
        chip.show_time("Settling, 6 min", "since 18:42", "6 min")
        self._put(chip, 940, 860)
        chip.show()
        self._put(StepBar("Paced breathing", 2, 4), 940, 800)
        self._put(StillPacer(160), 980, 1060)
        rows = ChoiceList(
            [("argue", "Argue back, now"), ("quiet", "Go quiet and pull away")],
            name="What it wants",
            other=True,
        )
        rows.set_value("quiet")
        self._put(rows, 44, 1070, 660, 170)
        asked = Rating("no push", "hard to resist", name="How strong is that push now?")
        self._put(asked, 44, 1270, 660)
        note = TextArea("Note", voice=True, rows=2)
        note.set_value("Read the message twice and felt my chest go tight.")
        self._put(note, 44, 1370, 660, 130)
        self._put(Combo("Lock after", [("10", "10 minutes"), ("20", "20 minutes")]), 760, 1270, 240, 80)
