"""Days whose month is a word, in the languages that are known; no day is guessed where a word may be two."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from rewire_app.exchange.importers.wall_clocks import real_day

MONTHS = (
    (
        "january jan januar janvier janv enero ene gennaio gen janeiro januari tammikuuta ocak stycznia "
        "ledna januára января янв січня"
    ),
    (
        "february feb februar février févr fév febrero febbraio fevereiro fev februari helmikuuta şubat "
        "február lutego února februára февраля фев лютого"
    ),
    ("march mar märz mär mars marzo março maart mrt maaliskuuta mart március marca března марта березня"),
    ("april apr avril avr abril abr aprile huhtikuuta nisan április kwietnia dubna apríla апреля апр квітня"),
    "may mai mayo maggio mag maio mei maj toukokuuta mayıs május maja května mája мая травня",
    ("june jun juni juin junio giugno giu junho kesäkuuta haziran június czerwca června júna июня червня"),
    (
        "july jul juli juillet juil julio luglio lug julho heinäkuuta temmuz július lipca července júla "
        "июля липня"
    ),
    (
        "august aug août agosto ago augustus elokuuta ağustos augusztus sierpnia srpna augusta августа "
        "авг серпня"
    ),
    (
        "september sep sept septembre septiembre settembre set setembro syyskuuta eylül szeptember "
        "września září septembra сентября сент вересня"
    ),
    (
        "october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta ekim október "
        "października října októbra октября окт жовтня"
    ),
    ("november nov novembre noviembre novembro marraskuuta kasım listopada listopadu novembra ноября нояб"),
    (
        "december dec dezember dez décembre déc diciembre dic dicembre dezembro joulukuuta aralık grudnia "
        "prosince decembra декабря дек грудня"
    ),
)
"""How phones write each month within a day, without a point.

A word that is another month in a language nearby is left out, but for "listopada": in Polish no point stands
behind the day, in Croatian one does.
"""
_MONTHS = {word: n for n, words in enumerate(MONTHS, 1) for word in words.split()}
_PART = re.compile(r"\d+|[^\W\d_]+")
_EASTERN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_EASTERN_DAY = re.compile(r"(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_CROATIAN = re.compile(r"\d\.\s*listopada")
_JOINING = frozenset(("de", "of", "the", "st", "nd", "rd", "th"))


def day_of_year(year: str, words: str) -> date | None:
    """The day of a year and of "12 May" or "October 30" in a language that is known; None if it is not."""
    eastern = _EASTERN_DAY.fullmatch(words.strip())
    if eastern and re.fullmatch(r"[0-9]{4}", year):
        return real_day(int(year), int(eastern[1]), int(eastern[2]))
    words = _even(words)
    if _CROATIAN.search(words):
        return None
    parts = [part for part in _PART.findall(words) if part not in _JOINING]
    days = [int(part) for part in parts if part.isascii() and part.isdigit() and len(part) <= 2]
    months = [_MONTHS[part] for part in parts if part in _MONTHS]
    if len(parts) != 2 or len(days) != 1 or len(months) != 1 or not re.fullmatch(r"[0-9]{4}", year):
        return None
    return real_day(int(year), months[0], days[0])


def is_month(word: str) -> bool:
    """Whether `word` is a month in a language that is known."""
    return _even(word) in _MONTHS


def day_in_words(text: str) -> date | None:
    """The day of "Sunday, 3 November 2024" and its like, the name of the weekday being of no account."""
    told = _EASTERN.search(text)
    if told:
        return real_day(int(told[1]), int(told[2]), int(told[3]))
    text = _even(text)
    if _CROATIAN.search(text):
        return None
    parts = _PART.findall(text)
    years = [part for part in parts if len(part) == 4 and part.isascii() and part.isdigit()]
    rest = [part for part in parts if part in _MONTHS or (len(part) <= 2 and part.isdigit())]
    return day_of_year(years[0], " ".join(rest)) if len(years) == 1 else None


def day_alone(text: str) -> date | None:
    """The day of "12 May 2026", "Sat, 22nd Jan 2022" or 27-Jul-2026, if there is nothing else in it."""
    if _EASTERN.fullmatch(text.strip()):
        return day_in_words(text)
    parts = [part for part in _PART.findall(_even(text)) if part not in _JOINING]
    others = [part for part in parts if part not in _MONTHS and not part.isdigit()]
    alone = len(parts) - len(others) == 3 and len(others) <= 1 and not any(mark in text for mark in ":_/")
    return day_in_words(text) if alone else None


def _even(words: str) -> str:
    """`words` as months are compared: small, with each letter and its accent as one sign."""
    return unicodedata.normalize("NFKC", words).casefold()
