# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command and its arguments, said once."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from forgeatelier import __version__
from forgeatelier.ground.words import LANGUAGES, _, language

Run = Callable[[argparse.Namespace], int]


@dataclass(frozen=True, slots=True)
class Task:
    """A function of one of the modules beside this one, loaded only when it is run: `--help` stays light."""

    name: str

    def found(self) -> Run:
        """The function itself."""
        module, _dot, function = self.name.partition(".")
        task: Run = getattr(import_module(f"forgeatelier.cli.{module}"), function)
        return task

    def __call__(self, options: argparse.Namespace) -> int:
        """Run it."""
        return self.found()(options)


class _Help(argparse.HelpFormatter):
    """Help with the spaces that French puts before a colon."""

    def start_section(self, heading: str | None) -> None:
        super().start_section(f"{heading}\u00a0" if heading and language() == "fr" else heading)


def build() -> argparse.ArgumentParser:
    """The whole parser, in the language now spoken."""
    parser = argparse.ArgumentParser(
        prog="forgeatelier",
        formatter_class=_Help,
        allow_abbrev=False,
        description=_("Préparer, animer, récolter et publier des ateliers, sans réseau."),
        epilog=_(
            "Sans commande, la fenêtre s’ouvre. « forgeatelier COMMANDE --help » explique chaque commande."
        ),
    )
    parser.add_argument(
        "--version", action="version", version=f"ForgeAtelier {__version__}", help=_("montrer la version")
    )
    _common(parser, top=True)
    parser.set_defaults(run=Task("window.open_window"), path=None)
    commands = parser.add_subparsers(title=_("commandes"), metavar=_("COMMANDE"))
    for add in (_library, _protocol, _workshop, _people, _capture, _publish, _keeping, _window):
        add(commands)
    return parser


def parse(said: Sequence[str]) -> argparse.Namespace:
    """What was asked for; words and files may stand before or after the options. SystemExit 2 for a wrong usage."""
    parser = build()
    options, rest = parser.parse_known_args(said)
    several = next((name for name in ("files", "words") if hasattr(options, name)), "")
    if rest and (not several or any(word.startswith("-") for word in rest)):
        parser.parse_args(said)
    if several:
        setattr(options, several, [*getattr(options, several), *rest])
    return options


def _common(parser: argparse.ArgumentParser, *, top: bool = False) -> None:
    # Options said before the command must not be forgotten by the command's own defaults.
    missing: Any = None if top else argparse.SUPPRESS
    parser.add_argument(
        "--library",
        metavar=_("DOSSIER"),
        default=missing,
        help=_("la bibliothèque (sinon la variable FORGEATELIER_LIBRARY, sinon celle des documents)"),
    )
    parser.add_argument(
        "--json",
        action="store_true",
        default=False if top else argparse.SUPPRESS,
        help=_("répondre en JSON, pour les scripts"),
    )
    parser.add_argument(
        "--lang", choices=sorted(LANGUAGES), default=missing, help=_("la langue des messages")
    )
    parser.add_argument(
        "--verbose",
        action="store_true",
        default=False if top else argparse.SUPPRESS,
        help=_("montrer aussi le journal technique"),
    )


def _command(commands: Any, name: str, run: str, explained: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=explained, description=explained, formatter_class=_Help, allow_abbrev=False
    )
    _common(parser)
    parser.set_defaults(run=Task(run))
    return parser


def _group(commands: Any, name: str, explained: str) -> Any:
    parser = commands.add_parser(
        name, help=explained, description=explained, formatter_class=_Help, allow_abbrev=False
    )
    _common(parser)
    return parser.add_subparsers(title=_("commandes"), metavar=_("COMMANDE"), required=True)


def _library(commands: Any) -> None:
    new = _command(commands, "new", "keeping.new", _("Créer une bibliothèque vide"))
    new.add_argument("folder", nargs="?", metavar=_("DOSSIER"), help=_("un dossier vide ou à créer"))
    sample = _command(
        commands, "sample", "samples.sample", _("Créer une bibliothèque d’exemple, pour essayer")
    )
    sample.add_argument("folder", nargs="?", metavar=_("DOSSIER"), help=_("un dossier vide ou à créer"))
    demo = _command(
        commands,
        "demo",
        "samples.demo",
        _("Faire tout le chemin, du protocole au dossier publié, sans fenêtre"),
    )
    demo.add_argument("--to", metavar=_("DOSSIER"), default="out", help=_("où mettre le dossier publié"))


def _protocol(commands: Any) -> None:
    group = _group(commands, "protocol", _("Protocoles : vérifier, ajouter, lister, montrer"))
    check = _command(
        group, "check", "protocols.check", _("Relire des fichiers YAML et dire tout ce qui ne va pas")
    )
    check.add_argument(
        "files", nargs="+", metavar=_("FICHIER"), help=_("un ou plusieurs fichiers de protocole")
    )
    add = _command(group, "add", "protocols.add", _("Ajouter un protocole à la bibliothèque"))
    add.add_argument("file", metavar=_("FICHIER"), help=_("un fichier de protocole"))
    listing = _command(group, "list", "protocols.listing", _("Lister les protocoles"))
    listing.add_argument(
        "--find", default="", metavar=_("MOTS"), help=_("seulement ceux qui contiennent ces mots")
    )
    listing.add_argument(
        "--language", default="", metavar=_("LANGUE"), help=_("seulement dans cette langue (fr, en)")
    )
    show = _command(group, "show", "protocols.show", _("Montrer un protocole"))
    show.add_argument("protocol", metavar=_("PROTOCOLE"), help=_("son nom court ou son identifiant"))
    show.add_argument("--yaml", action="store_true", help=_("le fichier YAML, à modifier dans un éditeur"))
    show.add_argument("--language", default="", metavar=_("LANGUE"), help=_("dans cette langue (fr, en)"))


def _workshop(commands: Any) -> None:
    group = _group(commands, "workshop", _("Ateliers : créer, lister, montrer"))
    new = _command(group, "new", "workshops.new", _("Créer un atelier à partir d’un protocole"))
    new.add_argument(
        "--protocol", default="", metavar=_("PROTOCOLE"), help=_("nom court ou identifiant du protocole")
    )
    new.add_argument("--title", default="", metavar=_("TITRE"), help=_("titre (sinon celui du protocole)"))
    new.add_argument(
        "--date", default="", metavar=_("DATE"), help=_("jour, par exemple 2026-03-12 ou 12/03/2026")
    )
    new.add_argument("--people", default="", metavar=_("NOMBRE"), help=_("nombre de personnes prévues"))
    new.add_argument("--town", default="", metavar=_("VILLE"), help=_("ville ou village"))
    new.add_argument(
        "--country", default="", metavar=_("PAYS"), help=_("pays, par son nom ou son code : BF, SN, CI…")
    )
    new.add_argument("--host", default="", metavar=_("STRUCTURE"), help=_("structure d’accueil"))
    new.add_argument("--language", default="", metavar=_("LANGUE"), help=_("langue du protocole (fr, en)"))
    _command(group, "list", "workshops.listing", _("Lister les ateliers"))
    show = _command(group, "show", "workshops.show", _("Montrer un atelier : programme, présences, prises"))
    show.add_argument(
        "workshop", metavar=_("ATELIER"), help=_("son identifiant, la fin de celui-ci, ou son titre")
    )
    _plan(group)
    _kit(group)
    _report(group)
    _ready(group)
    _decisions(group)


def _plan(group: Any) -> None:
    plan = _command(
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


def _kit(group: Any) -> None:
    kit = _command(
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


def _report(group: Any) -> None:
    report = _command(
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


def _ready(group: Any) -> None:
    ready = _command(
        group, "ready", "readiness.ready", _("Dire ce qui est prêt, à faire ou inconnu avant un atelier")
    )
    ready.add_argument("workshop", metavar=_("ATELIER"), help=_("l’atelier concerné"))
    calendar = _command(
        group,
        "calendar",
        "readiness.calendar",
        _("Écrire le calendrier d’un atelier (.ics) : ses séances et ses tâches, avec leurs jours"),
    )
    calendar.add_argument("workshop", metavar=_("ATELIER"), help=_("l’atelier concerné"))
    calendar.add_argument(
        "--to", required=True, metavar=_("FICHIER"), help=_("le fichier à écrire, ou un dossier")
    )


def _decisions(group: Any) -> None:
    register = _command(
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


def _people(commands: Any) -> None:
    group = _group(commands, "people", _("Participants : importer une liste"))
    take = _command(
        group,
        "import",
        "people.take",
        _("Lire une liste (CSV, XLSX, Kobo), montrer ce qui est compris, puis l’ajouter"),
    )
    take.add_argument("workshop", metavar=_("ATELIER"), help=_("l’atelier concerné"))
    take.add_argument("file", metavar=_("FICHIER"), help=_("la liste"))
    take.add_argument("--apply", action="store_true", help=_("ajouter vraiment (sinon, seulement montrer)"))
    _command(
        group, "duplicates", "people.duplicates", _("Montrer les fiches qui sont peut-être une même personne")
    )
    export = _command(
        group,
        "export",
        "people.export",
        _("Écrire tout ce que la bibliothèque garde sur une personne : un fichier à lire et un fichier JSON"),
    )
    export.add_argument(
        "person", metavar=_("PERSONNE"), help=_("son nom, ou son identifiant ou la fin de celui-ci")
    )
    export.add_argument(
        "--to", required=True, metavar=_("FICHIER"), help=_("le fichier à écrire : .html ou .pdf")
    )


def _capture(commands: Any) -> None:
    capture = _command(
        commands,
        "capture",
        "captures.capture",
        _("Ajouter photos, fichiers, notes ou décisions à un atelier"),
    )
    capture.add_argument("workshop", metavar=_("ATELIER"), help=_("l’atelier concerné"))
    capture.add_argument(
        "files", nargs="*", metavar=_("FICHIER"), help=_("photos, sons, fichiers ou dossiers")
    )
    capture.add_argument("--note", default="", metavar=_("TEXTE"), help=_("une note"))
    capture.add_argument("--decision", default="", metavar=_("TEXTE"), help=_("une décision"))
    capture.add_argument("--link", default="", metavar=_("ADRESSE"), help=_("une adresse de site"))
    capture.add_argument("--step", default="", metavar=_("ÉTAPE"), help=_("l’étape du programme"))
    capture.add_argument("--caption", default="", metavar=_("TEXTE"), help=_("légende de la photo"))
    capture.add_argument(
        "--alt", default="", metavar=_("TEXTE"), help=_("description de la photo pour qui ne voit pas")
    )
    capture.add_argument(
        "--nobody", action="store_true", help=_("personne n’est reconnaissable sur ces photos")
    )
    capture.add_argument("--keep", action="store_true", help=_("retenir pour la fiche"))
    search = _command(commands, "search", "captures.search", _("Chercher dans toute la bibliothèque"))
    search.add_argument(
        "words", nargs="+", metavar=_("MOTS"), help=_("accents et majuscules ne comptent pas")
    )


def _publish(commands: Any) -> None:
    check = _command(
        commands,
        "preflight",
        "publishing.preflight",
        _("Dire ce qui empêche de publier un atelier, et ce qui manque"),
    )
    check.add_argument("workshop", metavar=_("ATELIER"), help=_("l’atelier concerné"))
    publish = _command(
        commands, "publish", "publishing.publish", _("Publier la fiche d’un atelier en dossier CC BY-SA")
    )
    publish.add_argument("workshop", metavar=_("ATELIER"), help=_("l’atelier concerné"))
    publish.add_argument("--to", required=True, metavar=_("DOSSIER"), help=_("où mettre le dossier publié"))
    publish.add_argument(
        "--format", default="pdf,markdown", metavar=_("FORMATS"), help=_("pdf, markdown ou les deux")
    )
    publish.add_argument("--zip", action="store_true", help=_("faire aussi un seul fichier .zip"))
    group = _group(commands, "bundle", _("Dossiers publiés : vérifier"))
    look = _command(
        group, "check", "publishing.check_bundle", _("Vérifier un dossier reçu, sans rien importer")
    )
    look.add_argument("bundle", metavar=_("CHEMIN"), help=_("le dossier ou le fichier .zip"))


def _keeping(commands: Any) -> None:
    _command(commands, "check", "keeping.check", _("Vérifier que la bibliothèque est intacte"))
    _command(commands, "backup", "keeping.backup", _("Faire une sauvegarde vérifiée"))
    restore = _command(commands, "restore", "keeping.restore", _("Revenir à une sauvegarde"))
    restore.add_argument(
        "backup", nargs="?", metavar=_("FICHIER"), help=_("la sauvegarde (sinon la plus récente)")
    )
    restore.add_argument("--list", action="store_true", help=_("seulement montrer les sauvegardes"))
    _command(commands, "rebuild", "keeping.rebuild", _("Refaire les tables et l’index à partir du journal"))


def _window(commands: Any) -> None:
    opened = _command(commands, "window", "window.open_window", _("Ouvrir la fenêtre"))
    opened.add_argument("path", nargs="?", metavar=_("DOSSIER"), help=_("la bibliothèque à ouvrir"))
    either = _command(
        commands,
        "demo-or-window",
        "samples.demo_or_window",
        _("Ouvrir la fenêtre sur l’exemple ; sans écran, faire la démonstration"),
    )
    either.add_argument("path", nargs="?", metavar=_("DOSSIER"), help=_("la bibliothèque à ouvrir"))
    _command(commands, "self-test", "samples.self_test", _("Vérifier que cette installation est complète"))
