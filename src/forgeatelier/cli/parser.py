# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command and its arguments, said once."""

import argparse
from collections.abc import Sequence
from typing import Any

from forgeatelier import __version__
from forgeatelier.cli.declaring import HelpText, Task, command, common, family
from forgeatelier.cli.workshop_parser import add_decisions, add_kit, add_plan, add_ready, add_report
from forgeatelier.ground.words import _


def build() -> argparse.ArgumentParser:
    """The whole parser, in the language now spoken."""
    parser = argparse.ArgumentParser(
        prog="forgeatelier",
        formatter_class=HelpText,
        allow_abbrev=False,
        description=_("Préparer, animer, récolter et publier des ateliers, sans réseau."),
        epilog=_(
            "Sans commande, la fenêtre s’ouvre. « forgeatelier COMMANDE --help » explique chaque commande."
        ),
    )
    parser.add_argument(
        "--version", action="version", version=f"ForgeAtelier {__version__}", help=_("montrer la version")
    )
    common(parser, top=True)
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


def _library(commands: Any) -> None:
    new = command(commands, "new", "keeping.new", _("Créer une bibliothèque vide"))
    new.add_argument("folder", nargs="?", metavar=_("DOSSIER"), help=_("un dossier vide ou à créer"))
    sample = command(
        commands, "sample", "samples.sample", _("Créer une bibliothèque d’exemple, pour essayer")
    )
    sample.add_argument("folder", nargs="?", metavar=_("DOSSIER"), help=_("un dossier vide ou à créer"))
    demo = command(
        commands,
        "demo",
        "samples.demo",
        _("Faire tout le chemin, du protocole au dossier publié, sans fenêtre"),
    )
    demo.add_argument("--to", metavar=_("DOSSIER"), default="out", help=_("où mettre le dossier publié"))


def _protocol(commands: Any) -> None:
    group = family(commands, "protocol", _("Protocoles : vérifier, ajouter, lister, montrer"))
    check = command(
        group, "check", "protocols.check", _("Relire des fichiers YAML et dire tout ce qui ne va pas")
    )
    check.add_argument(
        "files", nargs="+", metavar=_("FICHIER"), help=_("un ou plusieurs fichiers de protocole")
    )
    add = command(group, "add", "protocols.add", _("Ajouter un protocole à la bibliothèque"))
    add.add_argument("file", metavar=_("FICHIER"), help=_("un fichier de protocole"))
    listing = command(group, "list", "protocols.listing", _("Lister les protocoles"))
    listing.add_argument(
        "--find", default="", metavar=_("MOTS"), help=_("seulement ceux qui contiennent ces mots")
    )
    listing.add_argument(
        "--language", default="", metavar=_("LANGUE"), help=_("seulement dans cette langue (fr, en)")
    )
    show = command(group, "show", "protocols.show", _("Montrer un protocole"))
    show.add_argument("protocol", metavar=_("PROTOCOLE"), help=_("son nom court ou son identifiant"))
    show.add_argument("--yaml", action="store_true", help=_("le fichier YAML, à modifier dans un éditeur"))
    show.add_argument("--language", default="", metavar=_("LANGUE"), help=_("dans cette langue (fr, en)"))


def _workshop(commands: Any) -> None:
    group = family(commands, "workshop", _("Ateliers : créer, lister, montrer"))
    new = command(group, "new", "workshops.new", _("Créer un atelier à partir d’un protocole"))
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
    command(group, "list", "workshops.listing", _("Lister les ateliers"))
    show = command(group, "show", "workshops.show", _("Montrer un atelier : programme, présences, prises"))
    show.add_argument(
        "workshop", metavar=_("ATELIER"), help=_("son identifiant, la fin de celui-ci, ou son titre")
    )
    add_plan(group)
    add_kit(group)
    add_report(group)
    add_ready(group)
    add_decisions(group)


def _people(commands: Any) -> None:
    group = family(
        commands, "people", _("Participants : importer une liste, trouver les doublons, remettre ses données")
    )
    take = command(
        group,
        "import",
        "people.take",
        _("Lire une liste (CSV, XLSX, Kobo), montrer ce qui est compris, puis l’ajouter"),
    )
    take.add_argument("workshop", metavar=_("ATELIER"), help=_("l’atelier concerné"))
    take.add_argument("file", metavar=_("FICHIER"), help=_("la liste"))
    take.add_argument("--apply", action="store_true", help=_("ajouter vraiment (sinon, seulement montrer)"))
    command(
        group, "duplicates", "people.duplicates", _("Montrer les fiches qui sont peut-être une même personne")
    )
    export = command(
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
    capture = command(
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
    search = command(commands, "search", "captures.search", _("Chercher dans toute la bibliothèque"))
    search.add_argument(
        "words", nargs="+", metavar=_("MOTS"), help=_("accents et majuscules ne comptent pas")
    )


def _publish(commands: Any) -> None:
    check = command(
        commands,
        "preflight",
        "publishing.preflight",
        _("Dire ce qui empêche de publier un atelier, et ce qui manque"),
    )
    check.add_argument("workshop", metavar=_("ATELIER"), help=_("l’atelier concerné"))
    publish = command(
        commands, "publish", "publishing.publish", _("Publier la fiche d’un atelier en dossier CC BY-SA")
    )
    publish.add_argument("workshop", metavar=_("ATELIER"), help=_("l’atelier concerné"))
    publish.add_argument("--to", required=True, metavar=_("DOSSIER"), help=_("où mettre le dossier publié"))
    publish.add_argument(
        "--format", default="pdf,markdown", metavar=_("FORMATS"), help=_("pdf, markdown ou les deux")
    )
    publish.add_argument("--zip", action="store_true", help=_("faire aussi un seul fichier .zip"))
    group = family(commands, "bundle", _("Dossiers publiés : vérifier"))
    look = command(
        group, "check", "publishing.check_bundle", _("Vérifier un dossier reçu, sans rien importer")
    )
    look.add_argument("bundle", metavar=_("CHEMIN"), help=_("le dossier ou le fichier .zip"))


def _keeping(commands: Any) -> None:
    command(commands, "check", "keeping.check", _("Vérifier que la bibliothèque est intacte"))
    command(commands, "backup", "keeping.backup", _("Faire une sauvegarde vérifiée"))
    restore = command(commands, "restore", "keeping.restore", _("Revenir à une sauvegarde"))
    restore.add_argument(
        "backup", nargs="?", metavar=_("FICHIER"), help=_("la sauvegarde (sinon la plus récente)")
    )
    restore.add_argument("--list", action="store_true", help=_("seulement montrer les sauvegardes"))
    command(commands, "rebuild", "keeping.rebuild", _("Refaire les tables et l’index à partir du journal"))


def _window(commands: Any) -> None:
    opened = command(commands, "window", "window.open_window", _("Ouvrir la fenêtre"))
    opened.add_argument("path", nargs="?", metavar=_("DOSSIER"), help=_("la bibliothèque à ouvrir"))
    either = command(
        commands,
        "demo-or-window",
        "samples.demo_or_window",
        _("Ouvrir la fenêtre sur l’exemple ; sans écran, faire la démonstration"),
    )
    either.add_argument("path", nargs="?", metavar=_("DOSSIER"), help=_("la bibliothèque à ouvrir"))
    command(commands, "self-test", "samples.self_test", _("Vérifier que cette installation est complète"))
