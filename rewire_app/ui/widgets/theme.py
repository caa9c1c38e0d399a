"""How Rewire looks: colours, fonts and sizes by role, and the one place that changes them.

Every widget asks here when it paints, so a change of theme or text size needs no style sheet:
`theme.apply` sets palette and font, restyles what is open and says `changed`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from rewire_app.errors import ContentError
from rewire_app.paths import resources
from rewire_app.settings import Settings

S1, S2, S3, S4, S5, S6, S8, S10, S12, S14 = 4, 8, 12, 16, 20, 24, 32, 40, 48, 56
"""Spacing steps in pixels at 100 %."""

PAGE_MARGIN = 48
PAGE_MARGIN_DENSE = 36
CARD_PADDING = 28
CARD_PADDING_DENSE = 22
RADIUS_CARD = 16
RADIUS_CONTROL = 12
RADIUS_ITEM = 10
RADIUS_TAG = 8
RADIUS_BLOCK = 3
TARGET = 44
TARGET_LARGE = 52

SANS = "Atkinson Hyperlegible Next"
DISPLAY = "Literata Display"
TEXT = "Literata Text"
FONT_FILES = (
    "AtkinsonNext-Regular.ttf",
    "AtkinsonNext-SemiBold.ttf",
    "AtkinsonNext-Bold.ttf",
    "Literata-Display-SemiBold.ttf",
    "Literata-Text-Regular.ttf",
)


@dataclass(frozen=True, slots=True)
class Face:
    """One kind of text: family, size and line height in pixels at 100 %, weight, tracking in em."""

    family: str
    size: int
    line: int
    weight: int = 400
    tracking: float = 0.0
    tabular: bool = False


FACES: dict[str, Face] = {
    "article_title": Face(DISPLAY, 38, 46, 600, -0.01),
    "title": Face(DISPLAY, 32, 40, 600, -0.01),
    "question": Face(DISPLAY, 30, 40, 600, -0.01),
    "pacer": Face(DISPLAY, 34, 42, 600, -0.01),
    "pacer_large": Face(DISPLAY, 44, 54, 600, -0.01),
    "calm_title": Face(DISPLAY, 36, 44, 600, -0.01),
    "card_title": Face(DISPLAY, 28, 36, 600, -0.01),
    "card_title_small": Face(DISPLAY, 26, 34, 600, -0.01),
    "section_title": Face(DISPLAY, 24, 32, 600, -0.01),
    "brand": Face(DISPLAY, 21, 28, 600, -0.01),
    "path_name": Face(DISPLAY, 21, 27, 600, -0.01),
    "box_name": Face(DISPLAY, 16, 23, 600, -0.01),
    "plan": Face(TEXT, 22, 40),
    "quote": Face(TEXT, 22, 32),
    "large": Face(TEXT, 28, 42),
    "article": Face(TEXT, 19, 32),
    "voice": Face(TEXT, 18, 28),
    "heading": Face(SANS, 18, 24, 600),
    "calm_lead": Face(SANS, 18, 26),
    "lead": Face(SANS, 17, 26),
    "body": Face(SANS, 16, 24),
    "strong": Face(SANS, 16, 24, 600),
    "button": Face(SANS, 16, 24, 600),
    "button_large": Face(SANS, 17, 24, 600),
    "choice": Face(SANS, 17, 24),
    "choice_on": Face(SANS, 17, 24, 600),
    "second": Face(SANS, 15, 21),
    "second_strong": Face(SANS, 15, 21, 600),
    "small": Face(SANS, 14, 20),
    "small_strong": Face(SANS, 14, 20, 600),
    "cell": Face(SANS, 15, 20, tabular=True),
    "tick": Face(SANS, 13, 16, tabular=True),
    "tick_strong": Face(SANS, 13, 16, 600, tabular=True),
    "rating": Face(SANS, 17, 24),
    "rating_on": Face(SANS, 17, 24, 700),
    "stat": Face(SANS, 20, 26, 600),
    "number": Face(SANS, 27, 34, 700),
    "code": Face(SANS, 26, 34, 700, 0.077, tabular=True),
}

ROLES = tuple(
    """
    bg surface sunken line edge ink ink2 ink3 primary primaryHover primaryPress onPrimary primaryText
    primarySoft primaryLine coral coralText coralSoft indigo indigoText indigoSoft
    amber amberText amberSoft focus selection
    """.split()  # noqa: SIM905 - a table reads better than a list
)


def read_colours(name: str, *, contrast: bool = False) -> dict[str, str]:
    """The colours of theme `name` as role to "#RRGGBB".

    `contrast` gives the high-contrast form: hairlines become edges, second and third text become ink.
    The file is TOML kept flat on purpose: read line by line it costs a tenth of a TOML parser at start.
    Raises ContentError for a missing file, a missing or unknown role, or a value that is no colour.
    """
    path = resources() / "themes" / f"{name}.toml"
    shown = f"themes/{name}.toml"
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise ContentError(shown, "file", error.strerror or "cannot be read") from error
    colours: dict[str, str] = {}
    for line in lines:
        role, _equals, value = (part.strip() for part in line.partition("="))
        if not role or role.startswith("#"):
            continue
        value = value.strip('"')
        if role == "title":  # what it is called is read where themes are chosen
            continue
        if role not in ROLES:
            raise ContentError(shown, role, "is not a colour role")
        if len(value) != 7 or not QColor.isValidColorName(value):
            raise ContentError(shown, role, f"{value!r} is not a colour such as #19706B")
        colours[role] = value
    for role in ROLES:
        if role not in colours:
            raise ContentError(shown, role, "is missing")
    if contrast:
        colours |= {"line": colours["edge"], "ink2": colours["ink"], "ink3": colours["ink"]}
        colours |= {"primaryLine": colours["primary"]}
    return colours


@runtime_checkable
class Restyled(Protocol):
    """A widget that measures itself anew when the theme changed."""

    def restyle(self) -> None:
        """Take over new colours, fonts and sizes."""


class Theme(QObject):
    """The look in force. `changed` follows every `apply` that changed something, after all widgets did."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = "light"
        self.contrast = False
        self.scale = 100
        self.line_spacing = 100
        self.plain_font = False
        self.reduced_motion = False
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}
        self._fonts_loaded = False
        self._applied: tuple[object, ...] = ()
        self._chosen, self._wish = "light", False
        self._held = ""

    @property
    def dark(self) -> bool:
        """Whether light words stand on dark paper."""
        return self.color("bg").lightness() < self.color("ink").lightness()

    def color(self, role: str) -> QColor:
        """The colour of `role`; KeyError for a role the design does not have."""
        if not self._colours:
            named = read_colours(self.name, contrast=self.contrast)
            self._colours = {key: QColor(value) for key, value in named.items()}
        return self._colours[role]

    def px(self, size: float) -> int:
        """`size` pixels of the design at the chosen text size."""
        return round(size * self.scale / 100)

    def font(self, role: str) -> QFont:
        """The font of a text role (see FACES)."""
        font = self._fonts.get(role)
        if font is None:
            font = self._fonts[role] = self._make_font(FACES[role])
        return font

    def metrics(self, role: str) -> QFontMetricsF:
        """Measures of a text role's font, in pixels."""
        metrics = self._metrics.get(role)
        if metrics is None:
            metrics = self._metrics[role] = QFontMetricsF(self.font(role))
        return metrics

    def line(self, role: str) -> int:
        """The line height of a text role in pixels, never less than the font needs."""
        wanted = FACES[role].line * self.scale * self.line_spacing / 10_000
        metrics = self.metrics(role)
        return round(max(wanted, metrics.height() * 0.8))

    def _make_font(self, face: Face) -> QFont:
        self._load_fonts()
        font = QFont(SANS if self.plain_font else face.family)
        font.setPixelSize(max(1, self.px(face.size)))
        font.setWeight(QFont.Weight(face.weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if face.tracking and not self.plain_font:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + face.tracking * 100)
        if face.tabular and hasattr(font, "setFeature"):
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _load_fonts(self) -> None:
        """Register the bundled fonts, once a process; raises ContentError when one cannot be used."""
        if self._fonts_loaded:
            return
        for file in FONT_FILES:
            if QFontDatabase.addApplicationFont(str(resources() / "fonts" / file)) < 0:
                raise ContentError(f"fonts/{file}", "file", "cannot be loaded")
        self._fonts_loaded = True

    def apply(self, settings: Settings, app: QApplication) -> None:
        """Take over `settings` (and, where they say "system", the desktop's own wishes)."""
        hints = app.styleHints()
        name, contrast, still = settings.theme, False, settings.motion == "reduced"
        if name == "system":
            name = "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
        if hasattr(hints, "accessibility"):
            wishes = hints.accessibility()
            contrast = wishes.contrastPreference() == Qt.ContrastPreference.HighContrast
            if settings.motion == "system" and hasattr(wishes, "motionPreference"):
                still = "reduce" in str(wishes.motionPreference()).lower()
        self.use(
            app,
            name=name,
            contrast=contrast,
            scale=settings.text_size,
            line_spacing=settings.line_spacing,
            plain_font=settings.plain_font,
            reduced_motion=still,
        )

    def hold(self, app: QApplication, name: str) -> None:
        """Show theme `name` whatever is chosen, until it is "" again; sizes and motion stay as chosen."""
        self._held = name
        self.use(
            app,
            name=self._chosen,
            contrast=self._wish,
            scale=self.scale,
            line_spacing=self.line_spacing,
            plain_font=self.plain_font,
            reduced_motion=self.reduced_motion,
        )

    def use(
        self,
        app: QApplication,
        *,
        name: str = "light",
        contrast: bool = False,
        scale: int = 100,
        line_spacing: int = 100,
        plain_font: bool = False,
        reduced_motion: bool = False,
    ) -> None:
        """Put exactly this look in force: theme name, contrast, text size and line spacing in per cent."""
        self._chosen, self._wish = name, contrast
        name = self._held or name
        wanted = (name, contrast, scale, line_spacing, plain_font, reduced_motion)
        if wanted == self._applied:
            return
        first = not self._applied
        self._applied = wanted
        named = read_colours(name, contrast=contrast)
        self._colours = {key: QColor(value) for key, value in named.items()}
        self._fonts.clear()
        self._metrics.clear()
        self.name, self.scale = name, scale
        self.contrast = named["line"] == named["edge"]  # asked for by the desktop, or the theme's own
        self.line_spacing, self.plain_font, self.reduced_motion = line_spacing, plain_font, reduced_motion
        app.setPalette(self.palette())
        app.setFont(self.font("body"))
        if not first:
            for widget in app.allWidgets():
                if isinstance(widget, Restyled):
                    widget.restyle()
        self.changed.emit()

    def palette(self) -> QPalette:
        """The colours as Qt's own widgets understand them."""
        palette = QPalette()
        group, role, color = QPalette.ColorGroup, QPalette.ColorRole, self.color
        pairs = {
            role.Window: "bg",
            role.WindowText: "ink",
            role.Base: "surface",
            role.AlternateBase: "sunken",
            role.Text: "ink",
            role.Button: "surface",
            role.ButtonText: "ink",
            role.BrightText: "coralText",
            role.ToolTipBase: "surface",
            role.ToolTipText: "ink",
            role.PlaceholderText: "ink2",
            role.Highlight: "selection",
            role.HighlightedText: "ink",
            role.Link: "primaryText",
            role.LinkVisited: "primaryText",
            role.Accent: "primary",
            role.Light: "surface",
            role.Midlight: "sunken",
            role.Mid: "line",
            role.Dark: "edge",
            role.Shadow: "line",
        }
        for key, name in pairs.items():
            palette.setColor(key, color(name))
        for key in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(group.Disabled, key, color("ink3"))
        return palette


theme = Theme()
"""The look of this process."""
