# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the planner can do, as the palette (Ctrl+K) offers it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.method.step import Form
from forgeatelier.model.workshop.planned_step import Zone
from forgeatelier.window import icons
from forgeatelier.window.pages.workshop.planner.inline import LENGTH, TITLE, Inline
from forgeatelier.window.pages.workshop.planner.verbs import Verbs
from forgeatelier.window.widgets import KIND_WORDS, Command

Page = Mapping[str, Callable[[], None]]


def commands(verbs: Verbs, inline: Inline, page: Page) -> tuple[Command, ...]:
    """Those of the page first, then those of the steps chosen, when there are any."""
    chosen = _steps(verbs, inline) if verbs.ids() else ()
    return (*_page(verbs, page), *chosen)


def menu(verbs: Verbs, inline: Inline, page: Page, over: QWidget) -> QMenu:
    """The same for whoever presses the other button of the mouse; it goes away by itself."""
    made = QMenu(over)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    group = ""
    for command in _steps_first(commands(verbs, inline, page)):
        if group and command.group != group:
            made.addSeparator()
        group = command.group
        keys = f"\t{command.key}" if command.key else ""
        made.addAction(icons.icon(command.icon), f"{command.title}{keys}", command.run)
    return made


def _steps_first(offered: tuple[Command, ...]) -> tuple[Command, ...]:
    """What concerns the steps first, without the eight forms: the fields at the right have those."""
    first = [one for one in offered if one.group != _("Déroulé") and one.icon != "tag"]
    return (*first, *(one for one in offered if one.group == _("Déroulé")))


def _page(verbs: Verbs, page: Page) -> tuple[Command, ...]:
    group = _("Déroulé")
    told = (
        (_("Ajouter une étape"), verbs.insert, "add insert new step bloc nouvelle", _("Inser"), "add"),
        (
            _("Insérer une méthode"),
            page["method"],
            "insert method protocol bibliothèque",
            "Ctrl+M",
            "library",
        ),
        (_("Et si… (tester un imprévu)"), page["suppose"], "what if simulation scénario", "Ctrl+T", "idea"),
        (
            _("Changer le nombre de personnes"),
            page["people"],
            "people number participants",
            "Ctrl+G",
            "people",
        ),
        (
            _("Voir la journée à l’échelle"),
            page["hours"],
            "day view true height horaire agenda",
            "Ctrl+H",
            "clock",
        ),
        (_("Raccourcir pour finir à l’heure"), verbs.shorten, "shorten fit compress durées", "", "adjust"),
        (_("Aller au conflit suivant"), page["faults"], "conflicts problems erreurs", "", "warning"),
        (_("Régler l’atelier : titre, dates, lieu"), page["facts"], "settings facts workshop", "", "edit"),
        (_("Coller des étapes"), verbs.paste, "paste", "Ctrl+V", "copy"),
    )
    made = tuple(Command(title, run, words, key, icon, group) for title, run, words, key, icon in told)
    if "propose" not in page:
        return made
    words = "propose change protocol modification bibliothèque"
    return (*made, Command(_("Proposer au protocole"), page["propose"], words, icon="idea", group=group))


def _steps(verbs: Verbs, inline: Inline) -> tuple[Command, ...]:
    group = _("Étapes choisies")
    told = (
        (_("Changer la durée"), partial(inline.begin, LENGTH), "length duration minutes", "F2", "clock"),
        (_("Changer le titre"), partial(inline.begin, TITLE), "title rename", _("Maj+F2"), "edit"),
        (_("Dupliquer"), verbs.duplicate, "duplicate copy", "Ctrl+D", "copy"),
        (_("Retirer du déroulé"), verbs.remove, "remove delete supprimer", _("Suppr"), "delete"),
        (_("Copier"), verbs.copy, "copy", "Ctrl+C", "copy"),
        (_("Couper"), verbs.cut, "cut", "Ctrl+X", "copy"),
        (_("Monter"), partial(verbs.move, -1), "move up", "Alt+↑", "arrow-up"),
        (_("Descendre"), partial(verbs.move, 1), "move down", "Alt+↓", "arrow-down"),
        (_("Mettre en parallèle"), verbs.fork, "fork parallel lanes groupes voies", "Ctrl+L", "merge"),
        (_("Réunir les voies"), verbs.join, "join lanes", _("Ctrl+Maj+L"), "merge"),
        (_("Fixer ou libérer le début"), verbs.lock_start, "lock start verrou", "Ctrl+B", "lock"),
        (_("Fixer ou libérer la fin"), verbs.lock_end, "lock end verrou", "Ctrl+E", "lock"),
        (_("Changer l’importance"), verbs.weigh, "importance essential useful optional", "Ctrl+I", "star"),
        (
            _("Mettre avant l’atelier"),
            partial(verbs.send, Zone.BEFORE),
            "pre-work before préparation",
            "",
            "up",
        ),
        (_("Mettre pendant l’atelier"), partial(verbs.send, Zone.DAY), "during day", "", "clock"),
        (_("Mettre après l’atelier"), partial(verbs.send, Zone.AFTER), "follow-up after suivi", "", "down"),
        (_("Passer au jour suivant"), partial(verbs.to_day, 1), "next day", _("Alt+Pg suiv"), "next"),
        (_("Passer au jour précédent"), partial(verbs.to_day, -1), "previous day", _("Alt+Pg préc"), "left"),
    )
    kinds = tuple(
        Command(
            _("Forme : {kind}").format(kind=_(KIND_WORDS[form.value])),
            partial(verbs.take_form, form),
            f"kind form {form.value}",
            icon="tag",
            group=group,
        )
        for form in Form
    )
    return (*(Command(title, run, words, key, icon, group) for title, run, words, key, icon in told), *kinds)
