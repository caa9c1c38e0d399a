"""The pages by route, each imported and built when it is first opened, and what the rail offers."""

from __future__ import annotations

from collections.abc import Callable

from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.today.page import TodayPage
from rewire_app.ui.widgets.rail import RailItem


def _due(context: Context) -> Page:
    from rewire_app.ui.today.due_page import DuePage

    return DuePage(context)


def _practice(context: Context) -> Page:
    from rewire_app.ui.practice.page import PracticePage

    return PracticePage(context)


def _exercise(context: Context) -> Page:
    from rewire_app.ui.practice.exercise_page import ExercisePage

    return ExercisePage(context)


def _custom(context: Context) -> Page:
    from rewire_app.ui.custom.page import CustomPage

    return CustomPage(context)


def _journal(context: Context) -> Page:
    from rewire_app.ui.journal.page import JournalPage

    return JournalPage(context)


def _evening(context: Context) -> Page:
    from rewire_app.ui.evening.page import EveningPage

    return EveningPage(context)


def _moment(context: Context) -> Page:
    from rewire_app.ui.moment.page import MomentPage

    return MomentPage(context)


def _finding(context: Context) -> Page:
    from rewire_app.ui.finding.page import FindingPage

    return FindingPage(context)


def _patterns(context: Context) -> Page:
    from rewire_app.ui.patterns.page import PatternsPage

    return PatternsPage(context)


def _ladders(context: Context) -> Page:
    from rewire_app.ui.ladders.page import LaddersPage

    return LaddersPage(context)


def _guesses(context: Context) -> Page:
    from rewire_app.ui.guesses.page import GuessesPage

    return GuessesPage(context)


def _records(context: Context) -> Page:
    from rewire_app.ui.records.page import RecordsPage

    return RecordsPage(context)


def _values(context: Context) -> Page:
    from rewire_app.ui.values.page import ValuesPage

    return ValuesPage(context)


def _plans(context: Context) -> Page:
    from rewire_app.ui.plans.page import PlansPage

    return PlansPage(context)


def _diary(context: Context) -> Page:
    from rewire_app.ui.diary.page import DiaryPage

    return DiaryPage(context)


def _trends(context: Context) -> Page:
    from rewire_app.ui.trends.page import TrendsPage

    return TrendsPage(context)


def _experiment(context: Context) -> Page:
    from rewire_app.ui.experiment.page import ExperimentPage

    return ExperimentPage(context)


def _library(context: Context) -> Page:
    from rewire_app.ui.library.page import LibraryPage

    return LibraryPage(context)


def _settings(context: Context) -> Page:
    from rewire_app.ui.settings.page import SettingsPage

    return SettingsPage(context)


def _help(context: Context) -> Page:
    from rewire_app.ui.help.page import HelpPage

    return HelpPage(context)


def _lists(context: Context) -> Page:
    from rewire_app.ui.lists.page import ListsPage

    return ListsPage(context)


def _practised(context: Context) -> Page:
    from rewire_app.ui.practised.page import PractisedPage

    return PractisedPage(context)


def _questionnaires(context: Context) -> Page:
    from rewire_app.ui.questionnaires.page import QuestionnairesPage

    return QuestionnairesPage(context)


def _state(context: Context) -> Page:
    from rewire_app.ui.practice.state_page import StatePage

    return StatePage(context)


def _unwanted(context: Context) -> Page:
    from rewire_app.ui.unwanted.page import UnwantedPage

    return UnwantedPage(context)


def _packs(context: Context) -> Page:
    from rewire_app.ui.packs.page import PacksPage

    return PacksPage(context)


def _taking(context: Context) -> Page:
    from rewire_app.ui.taking.page import TakingPage

    return TakingPage(context)


def _session(context: Context) -> Page:
    from rewire_app.ui.session.page import SessionPage

    return SessionPage(context)


def _bringing(context: Context) -> Page:
    from rewire_app.ui.bringing.page import BringingPage

    return BringingPage(context)


PAGES: dict[str, Callable[[Context], Page]] = {
    "today": TodayPage,
    "due": _due,
    "practice": _practice,
    "exercise": _exercise,
    "custom": _custom,
    "journal": _journal,
    "evening": _evening,
    "moment": _moment,
    "finding": _finding,
    "patterns": _patterns,
    "ladders": _ladders,
    "guesses": _guesses,
    "records": _records,
    "values": _values,
    "plans": _plans,
    "diary": _diary,
    "trends": _trends,
    "experiment": _experiment,
    "library": _library,
    "settings": _settings,
    "help": _help,
    "lists": _lists,
    "questionnaires": _questionnaires,
    "state": _state,
    "practised": _practised,
    "unwanted": _unwanted,
    "packs": _packs,
    "session": _session,
    "bringing": _bringing,
    "taking": _taking,
}
"""Pages by route, in the order of the rail; each is built when it is first opened."""


def rail_items() -> list[RailItem]:
    """What the rail offers, top to bottom."""
    return [
        RailItem(key="today", text=_("Today"), icon="today"),
        RailItem(key="practice", text=_("Practice"), icon="practice"),
        RailItem(key="journal", text=_("Journal"), icon="journal"),
        RailItem(key="patterns", text=_("Patterns"), icon="patterns"),
        RailItem(key="trends", text=_("Trends"), icon="trends"),
        RailItem(key="library", text=_("Library"), icon="library"),
    ]


def page_name(key: str) -> str:
    """What the page called `key` is called for people; "" for one that has no name of its own."""
    names = {item.key: item.text for item in rail_items()} | {
        "due": _("Due now"),
        "moment": _("A moment"),
        "custom": _("Your own"),
        "evening": _("Evening check"),
        "finding": _("Journal"),
        "experiment": _("A fair test"),
        "ladders": _("Ladders"),
        "guesses": _("Prediction book"),
        "records": _("Records"),
        "values": _("Values"),
        "plans": _("Plans"),
        "diary": _("Diary card"),
        "settings": _("Settings"),
        "help": _("Help now"),
        "lists": _("Your lists"),
        "state": _("What is strongest?"),
        "practised": _("Your practice"),
        "exercise": _("Exercise"),
        "unwanted": _("What made things worse"),
        "questionnaires": _("Questionnaires"),
        "packs": _("Packs from others"),
        "session": _("For the session"),
        "bringing": _("Bringing in"),
        "taking": _("Taking along"),
    }
    return names.get(key, "")
