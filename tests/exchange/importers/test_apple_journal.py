"""Apple Journal's pages, value by value."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rewire_app.exchange.importers.day_words import day_in_words
from rewire_app.exchange.importers.found import Doubt, FoundEntry
from tests.exchange.importers.files import left_out, read_of, written, zipped

ASSETS = """<div class="assetGrid">
  <div id="P" class="gridItem assetType_photo"><img src="../Resources/P.heic" class="asset_image" /></div>
  <div id="M" class="gridItem assetType_multiPinMap"><div class="gridItemOverlayFooter">Park</div></div>
</div>"""


def page(header: str, title: str, body: str, *, assets: str = "") -> str:
    """A page as Apple writes it, whose marks do not close in their order."""
    named = f'<div class="title">{title}</div>' if title else ""
    return (
        '<!DOCTYPE html PUBLIC "x">\n<html><head><meta charset="utf-8"><title>Page</title>\n'
        '<style type="text/css">p.p1 {margin: 0} div > p {color: red}</style></head>\n<body>\n'
        '<p class="p1"><span class="s1"><div class="pageContainer">\n'
        f'<div class="pageHeader">{header}</div>\n'
        f"{assets}\n{named}<div class='bodyText'></span></p>\n{body}\n"
        '<p class="p1"><span class="s1"></div></div></span></p>\n</body></html>\n'
    )


def said(found: list[Any]) -> list[tuple[object, ...]]:
    """What each entry says."""
    return [(one.member, one.day, one.title, one.text) for one in found if isinstance(one, FoundEntry)]


def paragraph(words: str) -> str:
    """A paragraph of Apple's."""
    return f'<p class="p2"><span class="s2">{words}</span></p>'


BODY = "\n".join(
    (
        paragraph("One &amp; two,\n  &lt;three&gt; a < b."),
        '<p class="p2"><span class="s2"></span><br></p>',
        '<ul class="ul1">\n<li class="li2"><span>First</span></li>\n<li class="li2">Second</li></ul>',
        paragraph("Last<br>line"),
    )
)


def test_a_zip_of_pages_is_read_whole(tmp_path: Path) -> None:
    entries = "AppleJournalEntries/Entries"
    members = {
        "AppleJournalEntries/index.html": b'<a href="Entries/2024-11-03.html">pageHeader bodyText</a>',
        f"{entries}/2024-11-03.html": page("Sunday, 3 November 2024", "A walk", BODY, assets=ASSETS).encode(),
        f"{entries}/2025-12-05_(1).html": page("Friday, December 5, 2025", "", paragraph("Grün")).encode(),
        f"{entries}/2025-12-06_Title.html": page("06/12/25", "<span>Ti</span>tle", "").encode(),
        "AppleJournalEntries/Resources/P.heic": b"\0\1",
        f"__MACOSX/{entries}/._2024-11-03.html": b"\0\5\x16\7",
    }
    kind, found = read_of(zipped(tmp_path / "AppleJournalEntries.zip", members))
    assert kind == "apple-journal"
    assert said(found) == [
        (
            f"{entries}/2024-11-03.html",
            date(2024, 11, 3),
            "A walk",
            "One & two, <three> a < b.\n\n- First\n- Second\nLast\nline",
        ),
        (f"{entries}/2025-12-05_(1).html", date(2025, 12, 5), "", "Grün"),
        (f"{entries}/2025-12-06_Title.html", date(2025, 12, 6), "Title", ""),
    ]
    assert [one.about for one in found if isinstance(one, Doubt)] == [
        "Pictures, recordings, places and what the phone noted stay out."
    ]
    assert all(one.time is None and one.line == 1 for one in found if isinstance(one, FoundEntry))


def test_words_between_two_grids_are_not_lost(tmp_path: Path) -> None:
    """A second form: the title in a span of its own, words outside of the text's own block."""
    text = (
        '<html><body><div class="pageContainer"><div class="pageHeader">\n 5 décembre 2025 \n</div>'
        "<div class='title'></span>\n<span class='s2'>Un titre</span></div>"
        f"{ASSETS}<p>Between</p>{ASSETS}<div class='bodyText'>"
        '<p class="p3"><span>Après</span></p></div></div></body></html>'
    )
    for ending in ("\n", "\r\n"):
        kind, found = read_of(written(tmp_path / "page.html", text.replace("\n", ending), "utf-16"))
        assert kind == "apple-journal"
        assert said(found) == [("page.html", date(2025, 12, 5), "Un titre", "Between\nAprès")]


def test_pages_without_a_day_or_words_stay_out(tmp_path: Path) -> None:
    folder = tmp_path / "Entries"
    folder.mkdir()
    written(folder / "2024-01-01.html", page("Monday, January 1, 2024", "", "", assets=ASSETS))
    written(folder / "2024-01-02.html", page("Wednesday, January 3, 2024", "Another day", ""))
    written(folder / "note.html", page("03/04/2024", "", paragraph("lost in time")))
    written(folder / "2024-01-05.html", "<html>")
    kind, found = read_of(folder)
    assert kind == "apple-journal"
    assert left_out(found) == [
        (1, "There are no words in it"),
        (1, "There are no words in it"),
        (1, "The day cannot be read"),
    ]
    assert said(found) == [("2024-01-02.html", date(2024, 1, 3), "Another day", "")]
    assert "Some files are named for another day than stands in them." in [
        one.about for one in found if isinstance(one, Doubt)
    ]


def test_a_page_too_large_stays_out_beside_others(tmp_path: Path) -> None:
    good = page("Monday, January 1, 2024", "Good", "").encode()
    _kind, found = read_of(
        zipped(tmp_path / "a.zip", {"a.html": good, "b.html": good + b"<p>x</p> " * 400_000})
    )
    assert [row[2] for row in said(found)] == ["Good"]
    assert left_out(found) == [(1, "This file cannot be read: it is damaged, or larger than Rewire reads")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sunday, 3 November 2024", date(2024, 11, 3)),
        ("Friday, December 5, 2025", date(2025, 12, 5)),
        ("Sonntag, 3. November 2024", date(2024, 11, 3)),
        ("domingo, 3 de noviembre de 2024", date(2024, 11, 3)),
        ("2024年11月3日 星期日", date(2024, 11, 3)),
        ("Sunday, 31 November 2024", None),
        ("11/3/2024", None),
        ("", None),
    ],
)
def test_days_as_a_page_writes_them(words: str, expected: date | None) -> None:
    assert day_in_words(words) == expected
