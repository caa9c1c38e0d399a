"""The page for a session as one HTML file: black on white, its chart with words for who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape

from rewire_app import i18n
from rewire_app.charts.handout_lanes import HandoutChart, HandoutShape, ShapeKind, drawn
from rewire_app.domain.amounts import hours_minutes, number_words
from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _
from rewire_app.reports.session_handout import Handout, HandoutPiece, HandoutSection, PieceForm

WIDE = 650.0
"""Px across the page, as on paper."""
ROOM = 4
"""Lines to write on at the end."""
STYLE = """
body { font: 14px/20px sans-serif; color: black; background: white; max-width: 650px; margin: 48px auto; }
header { border-bottom: 2px solid; display: flex; flex-wrap: wrap; justify-content: space-between; }
h1 { font: 600 24px/32px serif; margin: 0; }
h2 { font: 600 15px/20px sans-serif; margin: 12px 0 3px; }
p { margin: 0 0 2px; white-space: pre-line; overflow-wrap: anywhere; }
ol { margin: 0; padding-left: 24px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 3px 10px 3px 0; vertical-align: top; }
td { border-top: 1px solid; }
figure { margin: 8px 0; }
svg { width: 100%; height: auto; }
svg text { font: 11px sans-serif; }
svg .name { font-weight: 600; }
.blank { border-bottom: 1px solid; height: 32px; }
footer { border-top: 1px solid; margin-top: 24px; font-size: 12px; }
@media print { details { display: none; } body { margin: 0; } }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def handout_as_html(handout: Handout) -> str:
    """All that is not struck out, as a whole document that loads nothing."""
    printed = handout.printed()
    foot = printed.foot.format(page=1, pages=1)
    parts = [
        f'<!DOCTYPE html>\n<html lang="{escape(i18n.language())}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">',
        f"<title>{escape(_('For the session'))}</title>\n<style>{STYLE}</style>\n</head>\n<body>",
        f"<header><h1>{escape(printed.title)}</h1><p>{escape(printed.who)}</p></header>\n<main>",
        *(part for section in printed.sections for part in _section(section)),
        f"<section><h2>{escape(printed.room)}</h2>{_blanks(ROOM)}</section>",
        f"</main>\n<footer><p>{escape(foot)}</p></footer>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _blanks(count: int) -> str:
    return '<div class="blank"></div>' * count


def _section(section: HandoutSection) -> Iterator[str]:
    yield "<section>"
    if section.title:
        yield f"<h2>{escape(section.title)}</h2>"
    if section.heads:
        yield _table(section.heads, [piece.cells for piece in section.pieces])
    numbered = [piece for piece in section.pieces if piece.form is PieceForm.NUMBERED]
    if numbered:
        yield f"<ol>{''.join(f'<li>{_runs(piece)}</li>' for piece in numbered)}</ol>"
    inline = [piece for piece in section.pieces if piece.form is PieceForm.INLINE]
    for piece in section.pieces:
        if piece.chart is not None:
            yield from _figure(piece.chart)
        elif piece.form is PieceForm.LINES:
            yield f"<p>{_runs(piece)}</p>"
    if inline:
        yield f"<p>{' '.join(map(_runs, inline))}</p>"
    yield f"{_blanks(section.blanks)}</section>"


def _runs(piece: HandoutPiece) -> str:
    return "".join(f"<b>{escape(run.text)}</b>" if run.bold else escape(run.text) for run in piece.runs)


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _figure(chart: HandoutChart) -> Iterator[str]:
    """The picture with its words, and its numbers as a table below."""
    found = drawn(chart, WIDE)
    words = escape(chart.said)
    yield f'<figure><svg viewBox="0 0 {found.wide:g} {found.high:g}" role="img" aria-label="{words}">'
    yield f"<title>{words}</title>"
    yield from (_svg(shape) for lane in found.lanes for shape in lane.shapes)
    yield from map(_svg, found.dates)
    yield f"</svg><details><summary>{escape(_('The numbers of this picture'))}</summary>"
    yield _table(*_numbers(chart))
    yield "</details></figure>"


def _numbers(chart: HandoutChart) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """A row for each day on which any lane has something; what was not noted is said so."""
    heads = (_("Day"), *(lane.name for lane in chart.lanes))
    rows = []
    for day in range(chart.first, chart.last + 1):
        cells = [_cell(lane.key, dict(lane.values).get(day)) for lane in chart.lanes]
        if any(cells):
            told = (cell or _("not noted") for cell in cells)
            rows.append((day_words(date.fromordinal(day)), *told))
    return heads, rows


def _cell(key: str, value: float | None) -> str:
    if value is None:
        return ""
    match key:
        case "lane/practice":
            return _("practised")
        case "lane/sleep":
            return hours_minutes(value * 60)
    return number_words(value)


def _svg(shape: HandoutShape) -> str:
    """A shape as SVG, black on nothing."""
    if shape.text:
        return _svg_words(shape)
    x, y = shape.points[0]
    half, whole = f"{shape.reach / 2:.1f}", f"{shape.reach:.1f}"
    points = " ".join(f"{a:.1f},{b:.1f}" for a, b in shape.points)
    left, top = f"{x - shape.reach / 2:.1f}", f"{y - shape.reach / 2:.1f}"
    line, circle = f'<polyline points="{points}" fill="none"', f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half}"'
    return {
        ShapeKind.RULE: f'{line} stroke="black" stroke-width="0.5"/>',
        ShapeKind.CURVE: f'{line} stroke="black" stroke-width="1.4"/>',
        ShapeKind.DOT: f"{circle}/>",
        ShapeKind.RING: f'{circle} fill="none" stroke="black"/>',
        ShapeKind.SQUARE: f'<rect x="{left}" y="{top}" width="{whole}" height="{whole}"/>',
        ShapeKind.DASH: f'<path d="M{left} {y:.1f}h{whole}" stroke="black" stroke-width="2.6"/>',
        ShapeKind.DIAMOND: f'<path d="M{x:.1f} {top}l{half} {half}l-{half} {half}l-{half} -{half}z"/>',
    }[shape.kind]


def _svg_words(shape: HandoutShape) -> str:
    x, y = shape.points[0]
    anchor = {ShapeKind.NAME: "start", ShapeKind.SCALE: "end"}.get(shape.kind, "middle")
    name = ' class="name"' if shape.kind is ShapeKind.NAME else ""
    return f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="{anchor}"{name}>{escape(shape.text)}</text>'
