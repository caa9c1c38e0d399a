"""Where an exercise comes from, what it trains and is looked for, and how sure the field is of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """Where an exercise comes from."""

    DBT = "dbt"
    ACT = "act"
    CBT = "cbt"
    BREATH = "breath"
    SLEEP = "sleep"
    UNLEARN = "unlearn"


class Target(StrEnum):
    """What an exercise trains."""

    ALARM = "alarm"
    BRAKE = "brake"
    NOTICE = "notice"
    UNLEARN = "unlearn"
    REAL = "real"
    BODY = "body"
    DIRECTION = "direction"
    CONNECT = "connect"


class Need(StrEnum):
    """What a person may come looking for; the filter on the Practice page."""

    CALM = "calm"
    THOUGHTS = "thoughts"
    ACTION = "action"
    FEAR = "fear"
    SLEEP = "sleep"
    PEOPLE = "people"
    DIRECTION = "direction"


class Grade(StrEnum):
    """How well an exercise is supported: A meta-analyses, B trials, C part of a tested package, D little."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How sure the field is: a grade, its sentence, and who found it (author and year)."""

    grade: Grade
    note: str
    refs: tuple[str, ...] = ()
