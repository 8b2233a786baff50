# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What settings do: everything is in force at once, nothing has to be saved."""

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from forgeatelier import __version__
from forgeatelier.ground import words
from forgeatelier.ground.words import _
from forgeatelier.window.choices import LARGEST, SMALLEST, STEP, Choices
from forgeatelier.window.desk import Desk
from forgeatelier.window.paths import breakable
from forgeatelier.window.roles import THEMES
from forgeatelier.window.theme import worn
from forgeatelier.window.two_columns import TwoColumns
from forgeatelier.window.widgets import (
    Button,
    Card,
    Check,
    Combo,
    Field,
    Flow,
    Label,
    PageHeader,
    Radio,
    ScrollColumn,
    holding,
    stack,
)


class SettingsPage(QWidget):
    """Words, looks, size, power; where the library lies; what this program is."""

    def __init__(
        self, desk: Desk, address: str = "", *, choices: Choices, ask_folder: Callable[[], None]
    ) -> None:
        """`choices` are the window's, `ask_folder` asks for another library."""
        super().__init__()
        self._desk, self._choices, self._ask_folder = desk, choices, ask_folder
        left = holding(stack(self._words_and_looks(), gap="l"))
        right = holding(stack(self._library(), self._about(), gap="l"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(PageHeader(_("Réglages"), _("Chaque choix agit aussitôt.")))
        outer.addWidget(ScrollColumn(TwoColumns(left, right), widest=""), 1)

    def arrive(self, address: str) -> None:
        """Nothing to prepare."""

    def _words_and_looks(self) -> Card:
        card = Card(_("Affichage"), icon="contrast")
        self.language = Combo(tuple(words.LANGUAGES.items()), words.language())
        self.language.chosen.connect(self._choices.set_language)
        self.sizes = Combo(
            tuple((n, _("{n} %").format(n=n)) for n in range(SMALLEST, LARGEST + 1, STEP)),
            self._choices.now.text_scale,
        )
        self.sizes.chosen.connect(self._choices.set_text_scale)
        self.themes = QButtonGroup(self)
        looks = []
        for name, said in THEMES.items():
            look = Radio(_(said), checked=name == worn().name)
            look.setObjectName(name)
            self.themes.addButton(look)
            looks.append(look)
        self.themes.buttonClicked.connect(self._theme_chosen)
        self.low_power = Check(_("Économiser la batterie"), checked=self._choices.now.low_power)
        self.low_power.toggled.connect(self._choices.set_low_power)
        for name, made in (("language", self.language), ("sizes", self.sizes), ("low_power", self.low_power)):
            _already_kept(made, name)
        for look in looks:
            _already_kept(look, look.objectName())
        card.add(
            Field(_("Langue"), self.language),
            Field(_("Taille du texte"), self.sizes, _("Aussi avec Ctrl et + ou −.")),
            holding(stack(Label(_("Thème"), "label", tone="text"), *looks, gap="xs")),
            holding(
                stack(
                    self.low_power,
                    Label(_("Aucune animation, rien n’est préparé d’avance."), "note"),
                    gap="xs",
                )
            ),
        )
        card.body.setSpacing(worn().space("l"))
        return card

    def _library(self) -> Card:
        library = self._desk.atelier.library
        card = Card(_("Bibliothèque"), icon="folder")
        place = Label(breakable(str(library.folder)), "body", wrap=True)
        show = Button(_("Montrer le dossier"), "quiet", "folder")
        show.clicked.connect(self._show_folder)
        other = Button(_("Ouvrir une autre bibliothèque"), "quiet", "library")
        other.clicked.connect(self._ask_folder)
        card.add(place)
        if library.where.notice:
            card.add(Label(library.where.notice, "note", tone="warn"))
        card.add(holding(Flow(show, other)))
        return card

    def _about(self) -> Card:
        card = Card(_("ForgeAtelier {version}").format(version=__version__), icon="ember")
        card.add(
            Label(
                _(
                    "Logiciel libre : GPL, version 3 ou ultérieure. Textes, aide et protocoles : CC BY-SA 4.0."
                ),
                "body",
            ),
            Label(_("Polices : Noto Sans, Charis SIL, Andika (OFL 1.1). Icônes : Tabler (MIT)."), "note"),
            Label(_("Rien n’est envoyé par le réseau : ni ateliers, ni personnes, ni statistiques."), "note"),
        )
        return card

    def _theme_chosen(self, look: QWidget) -> None:
        self._choices.set_theme(look.objectName())

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.atelier.library.folder)))


def _already_kept(editor: QWidget, name: str) -> None:
    """A page built anew shows the choice of now: Ctrl and + must not leave « 100 % » written here."""
    editor.setProperty("field", name)
