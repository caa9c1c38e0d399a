"""Bundled questionnaires: TOML to values. Their items are those of others, word for word."""

from __future__ import annotations

from rewire_app.content.fields import Fields, parse_toml
from rewire_app.domain.journal.questionnaires import (
    PublishedSpread,
    Questionnaire,
    QuestionnaireItem,
    Scoring,
    WayToPeople,
)

FOLDER = "questionnaires"
HIGHEST = 100
"""No option and no total of an item that names people is higher."""


def parse_questionnaire(text: str, file: str) -> Questionnaire:
    """The questionnaire in `text`; raises ContentError naming `file`, the field and the reason."""
    fields = Fields(file, parse_toml(text, file))
    found = Questionnaire(
        id=fields.text("id"),
        name=fields.text("name"),
        about=fields.text("about"),
        stem=fields.text("stem"),
        first=fields.whole("first", 0, 1),
        options=fields.texts("options", least=2),
        items=_items(fields),
        scoring=fields.choice("scoring", Scoring),
        source=fields.text("source"),
        licence=fields.text("licence"),
        people=_people(fields.table("people")) if fields.has("people") else None,
        spread=_spread(fields.table("spread")) if fields.has("spread") else None,
    )
    fields.close()
    if found.people is not None and any(
        not 0 <= one < len(found.items) for pair in found.people.pairs for one in pair
    ):
        raise fields.fault("people.pairs", f"there are {len(found.items)} items")
    return found


def _items(fields: Fields) -> tuple[QuestionnaireItem, ...]:
    texts, reverse = fields.texts("items", least=2), fields.texts("reverse", ())
    strange = [one for one in reverse if one not in texts]
    if strange:
        raise fields.fault("reverse", f"{strange[0]!r} is none of the items")
    return tuple(QuestionnaireItem(text=text, reverse=text in reverse) for text in texts)


def _people(fields: Fields) -> WayToPeople:
    pairs = []
    for pair in fields.values("pairs"):
        if not isinstance(pair, list) or len(pair) != 2 or not all(type(one) is int for one in pair):
            raise fields.fault("pairs", "each is two numbers of items, the first item is 1")
        pairs.append((pair[0] - 1, pair[1] - 1))
    found = WayToPeople(
        total=fields.whole("total", 1, HIGHEST),
        pairs=tuple(pairs),
        pair=fields.whole("pair", 1, HIGHEST),
    )
    fields.close()
    return found


def _spread(fields: Fields) -> PublishedSpread:
    found = PublishedSpread(
        sd=fields.number("sd", 0.01, HIGHEST),
        reliability=fields.number("reliability", 0.01, 0.99),
        author=fields.text("author"),
        year=fields.whole("year", 1900, 2100),
    )
    fields.close()
    return found
