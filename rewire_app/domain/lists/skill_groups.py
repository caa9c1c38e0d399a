"""Which group of skills an exercise trains, and which a skill belongs to that was used in a moment.

The groups are the four of a DBT diary card; what trains none of them counts by itself, under other practice.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from rewire_app.i18n import _


class SkillGroup(StrEnum):
    """A group of skills, in the order of the card."""

    MINDFULNESS = "mindfulness"
    THROUGH = "through"
    FEELINGS = "feelings"
    PEOPLE = "people"
    OTHER = "other"


_OF_MODULE: Mapping[str, SkillGroup] = {
    "mindfulness": SkillGroup.MINDFULNESS,
    "present moment": SkillGroup.MINDFULNESS,
    "awareness": SkillGroup.MINDFULNESS,
    "self-as-context": SkillGroup.MINDFULNESS,
    "defusion": SkillGroup.MINDFULNESS,
    "distress tolerance": SkillGroup.THROUGH,
    "acceptance": SkillGroup.THROUGH,
    "breathing": SkillGroup.THROUGH,
    "grounding": SkillGroup.THROUGH,
    "relaxation": SkillGroup.THROUGH,
    "emotion regulation": SkillGroup.FEELINGS,
    "kindness": SkillGroup.FEELINGS,
    "behaviour": SkillGroup.FEELINGS,
    "exposure": SkillGroup.FEELINGS,
    "thinking": SkillGroup.FEELINGS,
    "worry": SkillGroup.FEELINGS,
    "interpersonal effectiveness": SkillGroup.PEOPLE,
}


def group_of_module(module: str) -> SkillGroup:
    """The group that exercises of `module` train."""
    return _OF_MODULE.get(module, SkillGroup.OTHER)


def group_of_skill(words: str) -> SkillGroup:
    """The group of a skill by its bundled name; one in words of the person's own stands under none."""
    return {
        _("Stop, step back"): SkillGroup.THROUGH,
        _("Slow breathing"): SkillGroup.THROUGH,
        _("Cold water"): SkillGroup.THROUGH,
        _("Ride the wave"): SkillGroup.THROUGH,
        _("Ground through the senses"): SkillGroup.THROUGH,
        _("Accept what is"): SkillGroup.THROUGH,
        _("Make room"): SkillGroup.THROUGH,
        _("Name the feeling"): SkillGroup.FEELINGS,
        _("Check the facts"): SkillGroup.FEELINGS,
        _("Opposite action"): SkillGroup.FEELINGS,
        _("Kind words to myself"): SkillGroup.FEELINGS,
        _("Wise mind"): SkillGroup.MINDFULNESS,
        _("Ask clearly"): SkillGroup.PEOPLE,
        _("Set a limit"): SkillGroup.PEOPLE,
    }.get(words, SkillGroup.OTHER)


def skill_group_name(group: SkillGroup) -> str:
    """What a group is called on the card."""
    return {
        SkillGroup.MINDFULNESS: _("Mindfulness"),
        SkillGroup.THROUGH: _("Getting through"),
        SkillGroup.FEELINGS: _("With feelings"),
        SkillGroup.PEOPLE: _("With people"),
        SkillGroup.OTHER: _("Other practice"),
    }[group]
