"""Where and with whom practice was, beside where and with whom moments came: a map of places and company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rewire_app.charts.columns import Columns
from rewire_app.charts.dose import MIN_PRACTICES, TrainedPractice
from rewire_app.charts.spec import Table
from rewire_app.domain.journal.moment_words import company_names, place_names
from rewire_app.i18n import _, ngettext

MIN_MOMENTS = 5
"""So many moments with a place it takes, beside the practices, until something is said."""
MIN_CAME = 2
"""So many moments it takes in one cell until practice is offered there."""
ALWAYS = 5
"""So many places and kinds of company stand on the map in any case; the last only where it was noted."""
OFFER_MINUTES = 2
"""How long the practice is that is offered, minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMoment:
    """A moment as the map needs it: its day (ordinal), where and with whom, "" not noted."""

    day: int
    place: str
    company: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCell:
    """One place with one company: how often practised, how many moments came; `words`: both in a sentence."""

    place: str
    company: str
    practised: int
    moments: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOffer:
    """A next practice: where and with whom, a cue for the plan ("After I ..."), the words of its button."""

    place: str
    company: str
    cue: str
    minutes: int
    button: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMap:
    """The cells row by row (a row a place, a column a company), what they say, and the next practice.

    `sentence`: empty while there is too little; then `so_far` says how much there is. `left_out`: what stands
    in no cell. `offer`: None while nothing is offered; `offered` is the number of its cell.
    """

    name: str
    places: tuple[str, ...]
    company: tuple[str, ...]
    cells: tuple[PlaceCell, ...]
    sentence: str
    basis: str
    so_far: str
    left_out: str
    offer: PlaceOffer | None
    offered: int | None
    summary: str
    table: Table


def place_map(
    practices: Iterable[TrainedPractice], moments: Iterable[PlacedMoment], columns: Columns
) -> PlaceMap:
    """Both from the first to the last day of `columns`, up to today."""
    last = min(columns.last, columns.today)
    done = [(one.place, one.company) for one in practices if columns.first <= one.day <= last]
    came = [(one.place, one.company) for one in moments if columns.first <= one.day <= last]
    practised, felt = Counter(done), Counter(came)
    seen = {pair for pair in (*practised, *felt) if all(pair)}
    places = _shown(place_names(), {place for place, _with in seen})
    company = _shown(company_names(), {with_whom for _place, with_whom in seen})
    cells = tuple(
        _cell(place, who, practised[(place[0], who[0])], felt[(place[0], who[0])])
        for place in places
        for who in company
    )
    placed = sum(cell.practised for cell in cells), sum(cell.moments for cell in cells)
    enough = placed[0] >= MIN_PRACTICES and placed[1] >= MIN_MOMENTS
    offered = _offered(cells) if enough else None
    sentence = _sentence(cells, offered) if enough else ""
    so_far = "" if enough else _so_far(*placed)
    left_out = _left_out(done, came)
    return PlaceMap(
        name=_("Where, and with whom"),
        places=tuple(name for _key, name in places),
        company=tuple(name for _key, name in company),
        cells=cells,
        sentence=sentence,
        basis=_basis(*placed) if enough else "",
        so_far=so_far,
        left_out=left_out,
        offer=None if offered is None else _offer(cells[offered]),
        offered=offered,
        summary=" ".join(
            filter(None, [sentence or so_far, *(cell.words for cell in cells if _any(cell)), left_out])
        ),
        table=_table(cells, len(company), [name for _key, name in places], [name for _key, name in company]),
    )


def _shown(names: Sequence[tuple[str, str]], noted: set[str]) -> list[tuple[str, str]]:
    """The names on the map: the first ones, and the last where it was noted."""
    return [pair for number, pair in enumerate(names) if number < ALWAYS or pair[0] in noted]


def _any(cell: PlaceCell) -> bool:
    return bool(cell.practised or cell.moments)


def _cell(place: tuple[str, str], who: tuple[str, str], practised: int, moments: int) -> PlaceCell:
    done = ngettext("practised {n} time", "practised {n} times", practised) if practised else _("no practice")
    came = ngettext("{n} moment came", "{n} moments came", moments) if moments else _("no moments")
    text = _("{place}, {company}: {practised}, {moments}.")
    return PlaceCell(
        place=place[0],
        company=who[0],
        practised=practised,
        moments=moments,
        words=text.format(
            place=place[1],
            company=with_whom(who[0]),
            practised=done.format(n=practised),
            moments=came.format(n=moments),
        ),
    )


def _offered(cells: Sequence[PlaceCell]) -> int | None:
    """The cell with the most moments of those without practice, the first of equal ones; never for one."""
    free = [n for n, cell in enumerate(cells) if cell.moments >= MIN_CAME and not cell.practised]
    return max(free, key=lambda number: cells[number].moments, default=None)


def _offer(cell: PlaceCell) -> PlaceOffer:
    where = _where(cell.place)
    return PlaceOffer(
        place=cell.place,
        company=cell.company,
        cue=_cue(cell, where),
        minutes=OFFER_MINUTES,
        button=_("Plan {n} minutes {where}").format(n=OFFER_MINUTES, where=where),
    )


def _cue(cell: PlaceCell, where: str) -> str:
    """What a plan may hang on there, as it goes on from "After I"."""
    alone = {
        "home": _("come home"),
        "work": _("get to work"),
        "street": _("go out"),
        "online": _("go online"),
        "transport": _("set off"),
    }
    people = {
        "partner": _("see my partner {where}"),
        "family": _("see my family {where}"),
        "colleagues": _("meet my colleagues {where}"),
        "friends": _("meet my friends {where}"),
        "strangers": _("come among other people {where}"),
    }
    text = people.get(cell.company) or alone.get(cell.place) or _("get there")
    return text.format(where=where)


def _where(place: str) -> str:
    """Where, within a sentence: "at work"."""
    said = {
        "home": _("at home"),
        "work": _("at work"),
        "street": _("out and about"),
        "online": _("online"),
        "transport": _("on the way"),
    }
    return said.get(place, _("somewhere else"))


def with_whom(company: str) -> str:
    """With whom, within a sentence: "with colleagues"."""
    said = {
        "alone": _("alone"),
        "partner": _("with your partner"),
        "family": _("with family"),
        "colleagues": _("with colleagues"),
        "friends": _("with friends"),
    }
    return said.get(company, _("among strangers"))


def _here(cell: PlaceCell) -> str:
    return ", ".join((_where(cell.place), with_whom(cell.company)))


def _sentence(cells: Sequence[PlaceCell], offered: int | None) -> str:
    """Where most practice was and where most moments came; whether there was practice there."""
    most = max(cells, key=lambda cell: cell.practised)
    mostly = most.practised * 2 > sum(cell.practised for cell in cells)
    text = _("You practised mostly {here}.") if mostly else _("You practised most often {here}.")
    return " ".join([text.format(here=_here(most)), *_came(cells, offered)])


def _came(cells: Sequence[PlaceCell], offered: int | None) -> Iterator[str]:
    """Where most moments came, if that is one cell, and where of these there was no practice."""
    most = max(cell.moments for cell in cells)
    first = [cell for cell in cells if cell.moments == most]
    if len(first) > 1:
        yield _("Moments came in many places, and in no single one most often.")
    elif not first[0].practised:
        text = _("Moments came most often {here}, where there is no practice yet.")
        yield text.format(here=_here(first[0]))
        return
    else:
        yield _("Moments came most often {here}.").format(here=_here(first[0]))
    if offered is not None:
        yield _("There is no practice yet {here}.").format(here=_here(cells[offered]))


def _basis(practices: int, moments: int) -> str:
    return _("From {practices} and {moments} with a place.").format(
        practices=_practices(practices), moments=_moments(moments)
    )


def _so_far(practices: int, moments: int) -> str:
    return _(
        "So far {practices} and {moments} say where and with whom. From {n} practices and {m} moments on "
        "there is a sentence here."
    ).format(practices=_practices(practices), moments=_moments(moments), n=MIN_PRACTICES, m=MIN_MOMENTS)


def _practices(count: int) -> str:
    return ngettext("{n} practice", "{n} practices", count).format(n=count)


def _moments(count: int) -> str:
    return ngettext("{n} moment", "{n} moments", count).format(n=count)


def _left_out(done: Iterable[tuple[str, str]], came: Iterable[tuple[str, str]]) -> str:
    """What names a place or a company and not both, and so stands in no cell."""
    half = [sum(any(pair) and not all(pair) for pair in pairs) for pairs in (done, came)]
    if not any(half):
        return ""
    parts = [
        words for count, words in zip(half, (_practices(half[0]), _moments(half[1])), strict=True) if count
    ]
    text = ngettext(
        "{things} names only one of the two and stands in no cell.",
        "{things} name only one of the two and stand in no cell.",
        sum(half),
    )
    return text.format(things=_(" and ").join(parts))


def _table(cells: Sequence[PlaceCell], wide: int, places: Sequence[str], company: Sequence[str]) -> Table:
    rows = [cells[start : start + wide] for start in range(0, len(cells), wide)]
    return Table(
        headings=(_("Where"), *company),
        rows=tuple((name, *(_counts(cell) for cell in row)) for name, row in zip(places, rows, strict=True)),
    )


def _counts(cell: PlaceCell) -> str:
    """ "practised 3, moments 1", or nothing."""
    parts = (
        (cell.practised, _("practised {n}")),
        (cell.moments, _("moments {n}")),
    )
    return ", ".join(text.format(n=count) for count, text in parts if count)
