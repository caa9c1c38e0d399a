"""What is written in a calm hour and read in another: cards for urges, scripts, fairer thoughts, dreams."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgeCard:
    """An urge and both roads: what acting on it brings and costs, and what waiting brings and costs.

    `line`: the sentence to be read when it comes back. `instead`: what to do in its place.
    """

    uid: str
    urge: str
    act_pro: str = ""
    act_con: str = ""
    wait_pro: str = ""
    wait_con: str = ""
    line: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """Words for something to ask for or to refuse, part by part; `ask` is the request itself."""

    uid: str
    ask: str
    about: str = ""
    describe: str = ""
    express: str = ""
    reinforce: str = ""
    mindful: str = ""
    offer: str = ""
    limit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thought:
    """A hard thought and a fairer one; `belief`: how far the fairer one is believed, 0-100."""

    uid: str
    hard: str
    fair: str = ""
    belief: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dream:
    """A bad dream under a short name, and the new way it goes."""

    uid: str
    dream: str
    new: str = ""
