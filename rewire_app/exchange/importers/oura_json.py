"""Oura's periods of sleep: as JSON, from its site once and for programs now, and as its tables have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from rewire_app.exchange.importers.found import FoundAmount, FoundSleep, LeftOut
from rewire_app.exchange.importers.json_files import MOST_BRANCHES, JsonParts
from rewire_app.exchange.importers.nights import NightRow, json_heads, minutes, stamp
from rewire_app.exchange.importers.opened import OpenedFile
from rewire_app.exchange.importers.refusals import too_large
from rewire_app.i18n import _

NAME = "Oura"
HEADS = (("bedtime_start", "bedtime_end"), ("summary_date", "met_1min"), ("summary_date", "score_total"))
"""By the keys of one of these a file is known; the whole export may begin with other things than nights."""
LISTS = ("sleep", "data")
"""Under which keys nights are listed."""
ASLEEP, AWAKE = ("total_sleep_duration", "total"), ("awake_time", "awake")
"""How long was slept and lain awake, in seconds, now and once."""
MOST_MARKS = 4_000_000
"""So many commas a file may have: six years of days, each with a number for every minute."""
NIGHT, REMOVED, RESTED = "long_sleep", "deleted", "rest"
"""Kinds of periods; every other is a nap."""


def period(place: NightRow, get: Callable[[str], Any]) -> FoundSleep | LeftOut:
    """A period of sleep, of which `get` gives what stands under a name."""
    kind = str(get("type") or "").casefold()
    if kind == REMOVED:
        return place.out(_("It was removed in Oura"))
    if kind == RESTED:
        return place.out(_("A rest, and no sleep"))
    asleep, awake = ([minutes(get(name)) for name in names] for names in (ASLEEP, AWAKE))
    return place.night(
        NAME,
        (stamp(get("bedtime_start")), stamp(get("bedtime_end"))),
        asleep_min=next((told for told in asleep if told is not None), None),
        awake_min=next((told for told in awake if told is not None), None),
        main=kind in ("", NIGHT) and get("is_longest") != 0,
    )


def oura_documents(opened: OpenedFile) -> Iterator[str]:
    """The files of JSON that Oura made."""
    return json_heads(opened, *HEADS)


def oura_nights(opened: OpenedFile, member: str) -> Iterator[FoundSleep | FoundAmount | LeftOut]:
    """The nights in a file of JSON, each with its score if one is told; all else in it is passed over."""
    text = opened.text(member)
    if text.count(",") > MOST_MARKS or text.count("{") + text.count("[") > MOST_BRANCHES:
        raise too_large()
    for number, told in enumerate(_records(JsonParts(text)), 1):
        if not isinstance(told, dict):
            yield NightRow(number, member, str(told)[:240]).out(_("This is no entry"))
            continue
        shown = " ".join(str(told.get(name, "?"))[:60] for name in ("bedtime_start", "bedtime_end", "type"))
        place = NightRow(number, member, shown)
        found = period(place, told.get)
        yield found
        if isinstance(found, FoundSleep) and found.main and isinstance(told.get("score"), int | float):
            yield place.score(NAME, found.end, str(told["score"]))


def _records(parts: JsonParts) -> Iterator[Any]:
    """What is listed as nights, one at a time; an object without such a list is one itself."""
    if parts.next == "[":
        for _turn in parts.turns():
            yield parts.value()
        return
    alone: dict[str, Any] = {}
    for key in parts.pairs():
        if parts.next == "[":
            for _turn in parts.turns():
                one = parts.value()
                if key in LISTS:
                    yield one
        else:
            alone[key] = parts.value()
    if HEADS[0][0] in alone:
        yield alone
