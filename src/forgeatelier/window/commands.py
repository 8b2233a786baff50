# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done from anywhere, with the French and English words people may type for it."""

from forgeatelier.ground.words import _
from forgeatelier.window.shell import Doing, Shell
from forgeatelier.window.widgets import Command


def everywhere(window: Shell, awake: Doing) -> tuple[Command, ...]:
    """Every command of the window itself, and those of the page one is on first."""
    here = getattr(window.frame.page(), "commands", None)
    own: tuple[Command, ...] = here() if here is not None else ()
    return (*own, *_pages(window), *_doing(window, awake), *_looks(window), *_help(window))


def _to(window: Shell, address: str, title: str, synonyms: str, key: str, icon: str) -> Command:
    def go() -> None:
        window.go(address)

    return Command(title, go, synonyms, key, icon, _("Aller à"))


def _pages(window: Shell) -> tuple[Command, ...]:
    return (
        _to(window, "home", _("Accueil"), "home start début tableau de bord dashboard", "Alt+A", "home"),
        _to(
            window,
            "workshops",
            _("Ateliers"),
            "workshops list liste sessions événements events",
            "Alt+T",
            "workshops",
        ),
        _to(
            window,
            "library",
            _("Bibliothèque"),
            "library protocols protocoles methods méthodes fiches",
            "Alt+B",
            "library",
        ),
        _to(window, "commons", _("Communs"), "commons publications ressources", "Alt+C", "commons"),
        _to(
            window,
            "people",
            _("Participants"),
            "people directory annuaire personnes contacts",
            "Alt+P",
            "people",
        ),
        _to(window, "guides", _("Guides"), "guides books recueils livres publications", "Alt+G", "guides"),
        _to(
            window,
            "exchange",
            _("Échanges"),
            "exchange backup sauvegardes import export usb clé",
            "Alt+E",
            "exchange",
        ),
        _to(
            window,
            "settings",
            _("Réglages"),
            "settings preferences préférences options langue thème",
            "Ctrl+,",
            "settings",
        ),
    )


def _doing(window: Shell, awake: Doing) -> tuple[Command, ...]:
    def new() -> None:
        window.go("workshops/new")

    do, group = awake.history, _("Faire")
    undone = _("Annuler : {title}").format(title=do.undoText()) if do.canUndo() else ""
    redone = _("Rétablir : {title}").format(title=do.redoText()) if do.canRedo() else ""
    return (
        Command(
            _("Nouvel atelier"), new, "new workshop create créer session ajouter add", "Ctrl+N", "add", group
        ),
        *((Command(undone, awake.undo, "undo annuler back", "Ctrl+Z", "undo", group),) if undone else ()),
        *(
            (Command(redone, awake.redo, "redo rétablir refaire", "Ctrl+Maj+Z", "redo", group),)
            if redone
            else ()
        ),
        Command(
            _("Sauvegarder maintenant"),
            awake.back_up_now,
            "backup save copie copy sauvegarde",
            "",
            "archive",
            group,
        ),
        Command(
            _("Ouvrir une autre bibliothèque"),
            window.ask_folder,
            "open folder library dossier",
            "",
            "folder",
            group,
        ),
        Command(_("Quitter"), window.quit_, "quit exit close fermer sortir", "Ctrl+Q", "close", group),
    )


def _looks(window: Shell) -> tuple[Command, ...]:
    choices, group = window.choices, _("Réglages")

    def command(title: str, synonyms: str, icon: str, verb: str, value: str) -> Command:
        def run() -> None:
            getattr(choices, verb)(value)

        return Command(title, run, synonyms, "", icon, group)

    return (
        command(_("Thème de jour"), "day light clair theme", "day", "set_theme", "day"),
        command(_("Thème de nuit"), "night dark sombre theme", "night", "set_theme", "night"),
        command(
            _("Contraste fort"), "high contrast theme accessibilité", "contrast", "set_theme", "high-contrast"
        ),
        command("Français", "french langue language", "language", "set_language", "fr"),
        command("English", "anglais langue language", "language", "set_language", "en"),
        Command(
            _("Texte plus grand"),
            choices.larger,
            "larger text zoom in agrandir police font",
            "Ctrl++",
            "zoom-in",
            group,
        ),
        Command(
            _("Texte plus petit"),
            choices.smaller,
            "smaller text zoom out réduire police font",
            "Ctrl+-",
            "zoom-out",
            group,
        ),
    )


def _help(window: Shell) -> tuple[Command, ...]:
    return (
        _to(
            window,
            "help/demarrer",
            _("Aide : démarrer"),
            "help getting started tutorial tutoriel",
            "F1",
            "help",
        ),
        _to(window, "help/capturer", _("Aide : capturer"), "help capture photos notes", "", "help"),
        _to(window, "help/publier", _("Aide : publier"), "help publish pdf export", "", "help"),
        _to(
            window,
            "help/raccourcis",
            _("Aide : raccourcis clavier"),
            "help keys shortcuts keyboard touches",
            "",
            "keyboard",
        ),
    )
