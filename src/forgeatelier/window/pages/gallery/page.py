# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the gallery does: shows every part, opens the palette and a toast."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.pages.gallery import layout, lists, messages
from forgeatelier.window.theme import Theme
from forgeatelier.window.widgets import Button, Command, CommandPalette, PageHeader, ScrollColumn, Toast


class GalleryPage(QWidget):
    """Every part in every state, in the theme now worn."""

    def __init__(self, theme: Theme) -> None:
        """`theme` is the one the program wears; its name stands in the header."""
        super().__init__()
        self.toast, self.palette_ = Toast(self), CommandPalette(self)
        self._again = Button(_("Montrer un message"), "quiet", "bell")
        self._again.clicked.connect(self.show_toast)
        self._find = Button(_("Toutes les commandes"), "primary", "search")
        self._find.clicked.connect(self.show_palette)
        header = PageHeader(_("Galerie"), theme.name, primary=self._find, others=(self._again,))
        self.column = ScrollColumn(widest="", gap="huge")
        for part in (
            layout.frame_parts,
            layout.words_parts,
            layout.button_parts,
            layout.field_parts,
            layout.card_parts,
            lists.step_parts,
            lists.table_parts,
            lists.photo_parts,
            messages.message_parts,
            messages.reading_parts,
        ):
            self.column.add(part())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(header)
        outer.addWidget(self.column, 1)
        self._key = QShortcut(QKeySequence("Ctrl+K"), self)
        self._key.activated.connect(self.show_palette)

    def show_toast(self) -> None:
        """Say that something was done, with the way back."""
        self.toast.say(_("« {title} » a été supprimé.").format(title="Tour de table"), self.show_palette)

    def show_palette(self) -> None:
        """Open the palette with a few commands."""
        self.palette_.open_with(
            (
                Command(
                    _("Nouvel atelier"), self.show_toast, "new workshop créer", "Ctrl+N", "add", _("Ateliers")
                ),
                Command(
                    _("Imprimer le kit"),
                    self.show_toast,
                    "print kit papier",
                    "Ctrl+P",
                    "print",
                    _("Ateliers"),
                ),
                Command(
                    _("Émargement"),
                    self.show_toast,
                    "attendance présence",
                    "",
                    "signature",
                    _("Participants"),
                ),
                Command(
                    _("Exporter vers une clé"), self.show_toast, "export usb stick", "", "usb", _("Échanges")
                ),
                Command(
                    _("Passer au thème de nuit"),
                    self.show_toast,
                    "dark night sombre",
                    "",
                    "night",
                    _("Réglages"),
                ),
            )
        )
