"""How a menu that Qt draws looks: rows with room, in colours and sizes of the theme."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from rewire_app.ui.widgets.theme import theme

ROW, SIDE, EDGE = 9, 14, 6
"""Px of the design above and below the words of a row, beside them, and around all rows."""
ICON, RADIUS = 20, 8
"""Px of the design across for an icon before the words, and of the corners of a chosen row."""


def dress(menu: QMenu) -> QMenu:
    """Give `menu` the look of the theme as it is now, and return it; a menu of the system keeps its own."""

    def colour(role: str) -> str:
        return theme.color(role).name()

    row, side, edge, icon, radius = (theme.px(size) for size in (ROW, SIDE, EDGE, ICON, RADIUS))
    menu.setFont(theme.font("body"))
    menu.setStyleSheet(
        f"QMenu {{ background: {colour('surface')}; color: {colour('ink')}; icon-size: {icon}px;"
        f" border: 1px solid {colour('edge')}; padding: {edge}px; menu-scrollable: 1; }}"
        f"QMenu::item {{ padding: {row}px {side}px; border: 1px solid transparent;"
        f" border-radius: {radius}px; }}"
        f"QMenu::item:selected {{ background: {colour('primarySoft')};"
        f" border-color: {colour('primary' if theme.contrast else 'primarySoft')}; }}"
        f"QMenu::item:disabled {{ color: {colour('ink3')}; }}"
        f"QMenu::icon {{ padding-left: {side}px; }}"
        f"QMenu::separator {{ height: 1px; background: {colour('line')}; margin: {edge}px {side}px; }}"
    )
    return menu
