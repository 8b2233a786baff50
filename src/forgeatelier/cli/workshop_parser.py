# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of one workshop that is being prepared, run or told: plan, kit, reports, readiness, decisions."""

from typing import Any

from forgeatelier.cli.declaring import command
from forgeatelier.ground.words import _


def add_plan(group: Any) -> None:
    """The plan, and what other conditions would change."""
    plan = command(
        group, "plan", "plans.plan", _("Montrer le déroulé, et ce que d’autres conditions y changeraient")
    )
    plan.add_argument(
        "workshop", metavar=_("ATELIER"), help=_("son identifiant, la fin de celui-ci, ou son titre")
    )
    plan.add_argument("--people", metavar=_("NOMBRE"), help=_("et si tant de personnes venaient"))
    plan.add_argument("--start", metavar=_("HEURE"), help=_("et si l’on commençait à cette heure (9:30)"))
    plan.add_argument("--end", metavar=_("HEURE"), help=_("et s’il fallait finir à cette heure (16:30)"))
    plan.add_argument(
        "--without",
        metavar=_("IMPRÉVUS"),
        help=_("et s’il manquait… : no-power, no-projector, rain, séparés par des virgules"),
    )
    plan.add_argument(
        "--apply", action="store_true", help=_("garder ces conditions (sinon rien n’est modifié)")
    )


def add_kit(group: Any) -> None:
    """The printed kit."""
    kit = command(
        group, "kit", "kits.kit", _("Imprimer le kit d’un atelier : un dossier de PDF prêts à photocopier")
    )
    kit.add_argument("workshop", metavar=_("ATELIER"), help=_("l’atelier concerné"))
    kit.add_argument("--to", required=True, metavar=_("DOSSIER"), help=_("où mettre le dossier du kit"))
    kit.add_argument(
        "--sheets",
        default="",
        metavar=_("FEUILLES"),
        help=_(
            "seulement ces feuilles, séparées par des virgules : script, order, programme, wall, wall-a3, sign-in, "
            "consent, badges, groups, ballots, evaluation, packing, shopping"
        ),
    )
    kit.add_argument(
        "--role",
        default="",
        metavar=_("RÔLE"),
        help=_("pour ce rôle : ses feuilles, et ses étapes du déroulé (logisticien, interprete…)"),
    )
    kit.add_argument(
        "--language", default="", metavar=_("LANGUE"), help=_("dans cette langue (sinon celle du protocole)")
    )
    kit.add_argument(
        "--no-photo-mark",
        action="store_true",
        help=_("sans le cercle des badges où coller la gommette « pas de photo »"),
    )


def add_report(group: Any) -> None:
    """The reports of a workshop that was held."""
    report = command(
        group,
        "report",
        "reports.report",
        _("Écrire les comptes rendus d’un atelier tenu : un dossier de PDF, le jour même"),
    )
    report.add_argument("workshop", metavar=_("ATELIER"), help=_("l’atelier concerné"))
    report.add_argument(
        "--kind",
        required=True,
        metavar=_("SORTES"),
        help=_("lesquels, séparés par des virgules : photos, decisions, donor, certificates"),
    )
    report.add_argument(
        "--to", required=True, metavar=_("DOSSIER"), help=_("où mettre le dossier des comptes rendus")
    )
    report.add_argument(
        "--for",
        dest="use",
        default="",
        metavar=_("USAGE"),
        help=_(
            "pour qui : interne, bailleur ou publication. Les photos montrées en dépendent ; les décisions ne "
            "nomment leurs responsables qu’en interne"
        ),
    )
    report.add_argument(
        "--all", dest="everything", action="store_true", help=_("tout ce qui est trié, pas seulement retenu")
    )
    report.add_argument(
        "--names",
        action="store_true",
        help=_("rapport au bailleur : joindre la liste de qui a donné son accord pour y figurer"),
    )
    report.add_argument(
        "--presence",
        default="75",
        metavar=_("POURCENT"),
        help=_("attestations : part des demi-journées à avoir suivie (75 sinon)"),
    )
    report.add_argument(
        "--language", default="", metavar=_("LANGUE"), help=_("dans cette langue (sinon celle du protocole)")
    )


def add_ready(group: Any) -> None:
    """What is ready and what is not."""
    ready = command(
        group, "ready", "readiness.ready", _("Dire ce qui est prêt, à faire ou inconnu avant un atelier")
    )
    ready.add_argument("workshop", metavar=_("ATELIER"), help=_("l’atelier concerné"))
    calendar = command(
        group,
        "calendar",
        "readiness.calendar",
        _("Écrire le calendrier d’un atelier (.ics) : ses séances et ses tâches, avec leurs jours"),
    )
    calendar.add_argument("workshop", metavar=_("ATELIER"), help=_("l’atelier concerné"))
    calendar.add_argument(
        "--to", required=True, metavar=_("FICHIER"), help=_("le fichier à écrire, ou un dossier")
    )


def add_decisions(group: Any) -> None:
    """The register of decisions."""
    register = command(
        group, "decisions", "decisions.register", _("Montrer les décisions prises, et ce qu’elles deviennent")
    )
    register.add_argument(
        "workshop",
        nargs="?",
        default="",
        metavar=_("ATELIER"),
        help=_("l’atelier concerné (sinon toute la bibliothèque)"),
    )
    register.add_argument("--open", action="store_true", help=_("seulement celles qui restent à faire"))
