"""The file of people to talk to, by country."""

from __future__ import annotations

import re

from rewire_app.content.fields import Fields, parse_toml
from rewire_app.domain.crisis import Country, Crisis, HelpLine, LineGrade, LineWay

FILE = "crisis.toml"


def parse_crisis(text: str, file: str) -> Crisis:
    """The countries and lines in `text`; raises ContentError naming `file`, the field and the reason."""
    fields = Fields(file, parse_toml(text, file))
    crisis = Crisis(
        checked=fields.day("checked"),
        fallback=fields.text("fallback"),
        countries=tuple(_country(table) for table in fields.tables("countries")),
    )
    codes = [country.iso for country in crisis.countries]
    for code in codes:
        if codes.count(code) > 1:
            raise fields.fault("countries", f"{code} stands there twice")
    if not codes:
        raise fields.fault("countries", "there is none")
    fields.close()
    return crisis


def _country(fields: Fields) -> Country:
    country = Country(
        iso=fields.text("iso"),
        name=fields.text("name"),
        emergency=fields.text("emergency", ""),
        police=fields.text("police", ""),
        ambulance=fields.text("ambulance", ""),
        lines=tuple(_line(table) for table in fields.tables("lines")),
        violence=tuple(_line(table) for table in fields.tables("violence")),
    )
    if not (country.emergency or (country.police and country.ambulance)):
        raise fields.fault("emergency", "it is missing; without it, name police and ambulance")
    if bool(country.police) is not bool(country.ambulance):
        raise fields.fault("police", "police and ambulance are named together")
    if not re.fullmatch("[A-Z]{2}", country.iso):
        raise fields.fault("iso", "it must be two capital letters, such as NL")
    fields.close()
    return country


def _line(fields: Fields) -> HelpLine:
    line = HelpLine(
        name=fields.text("name"),
        contact=fields.text("contact"),
        hours=fields.text("hours", "", empty=True),
        note=fields.text("note", "", empty=True),
        certainty=fields.choice("certainty", LineGrade),
        by=fields.choice("by", LineWay, LineWay.CALL),
    )
    fields.close()
    return line
