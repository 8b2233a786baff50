# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two phases that have tabs: preparing and harvesting."""

from collections.abc import Callable
from functools import partial

from forgeatelier.ground.words import _
from forgeatelier.window.pages.workshop.board import Board
from forgeatelier.window.pages.workshop.captures import Notes, Photos
from forgeatelier.window.pages.workshop.evaluation import EvaluationTab
from forgeatelier.window.pages.workshop.hot import HotHarvest
from forgeatelier.window.pages.workshop.layout import Panel, Tabbed
from forgeatelier.window.pages.workshop.lessons import LessonsTab
from forgeatelier.window.pages.workshop.materials import Materials
from forgeatelier.window.pages.workshop.outputs import OutputsTab
from forgeatelier.window.pages.workshop.people import People
from forgeatelier.window.pages.workshop.planner import Planner
from forgeatelier.window.pages.workshop.prints import Prints
from forgeatelier.window.pages.workshop.reports import Reports
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.pages.workshop.team import Team
from forgeatelier.window.pages.workshop.times import Times


class PreparePanel(Tabbed):
    """Préparer: Déroulé, Matériel, Équipe, Personnes."""

    def __init__(self, subject: Subject) -> None:
        """Open on the running order."""
        tabs = (
            ("programme", _("Déroulé")),
            ("materials", _("Matériel")),
            ("team", _("Équipe")),
            ("people", _("Personnes")),
            ("prints", _("Impressions")),
        )
        makers: dict[str, Callable[[], Panel]] = {
            "programme": partial(Planner, subject),
            "materials": partial(Materials, subject),
            "team": partial(Team, subject),
            "people": partial(People, subject),
            "prints": partial(Prints, subject),
        }
        super().__init__(subject, tabs, makers)


class HarvestPanel(Tabbed):
    """Récolter: À chaud, Photos, Notes et décisions, Tableau, Temps réels, Productions, Évaluation, Leçons."""

    def __init__(self, subject: Subject) -> None:
        """Open on what is left to do."""
        tabs = (
            ("hot", _("À chaud")),
            ("photos", _("Photos")),
            ("notes", _("Notes et décisions")),
            ("board", _("Tableau")),
            ("times", _("Temps réels")),
            ("outputs", _("Productions")),
            ("evaluation", _("Évaluation")),
            ("lessons", _("Leçons")),
            ("reports", _("Comptes rendus")),
        )
        makers: dict[str, Callable[[], Panel]] = {
            "hot": partial(HotHarvest, subject),
            "photos": partial(Photos, subject),
            "notes": partial(Notes, subject),
            "board": partial(Board, subject),
            "times": partial(Times, subject),
            "outputs": partial(OutputsTab, subject),
            "evaluation": partial(EvaluationTab, subject),
            "lessons": partial(LessonsTab, subject),
            "reports": partial(Reports, subject),
        }
        super().__init__(subject, tabs, makers)
