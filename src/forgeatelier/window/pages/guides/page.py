# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page of guides does: shows the sheets a guide can be made of, and says how."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.commons.sheet import Publication
from forgeatelier.window.desk import Desk
from forgeatelier.window.models.published import Published, columns, published
from forgeatelier.window.widgets import Banner, DataTable, EmptyState, PageHeader, holding, stack


class GuidesPage(QWidget):
    """A guide gathers published sheets; each sheet is a bundle in PDF and Markdown that can be joined by hand today."""

    def __init__(self, desk: Desk, address: str = "") -> None:
        """Over the desk's library."""
        super().__init__()
        self._desk = desk
        empty = EmptyState(
            _("Un guide rassemble des fiches : aucune n’est encore publiée."),
            _("Choisir un atelier"),
            _("La première se prépare dans la phase « Publier » d’un atelier."),
            drawing="guide",
        )
        empty.acted.connect(self._to_workshops)
        self.table = DataTable(columns(), hint=_("Filtrer les fiches publiées"), count=_count, empty=empty)
        self.table.opened.connect(self._open)
        self._how = Banner(
            "info",
            _(
                "Cette version publie des fiches, une par atelier ; elle ne les assemble pas encore en recueil."
            ),
            _("Chaque dossier publié contient la fiche en PDF et en Markdown : on peut déjà les réunir."),
            closable=False,
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(PageHeader(_("Guides")))
        outer.addWidget(holding(stack(self._how, self.table, gap="l", margin="xl")), 1)
        desk.bulletin.changed.connect(self._changed)
        self._show()

    def arrive(self, address: str) -> None:
        """Ready to filter."""
        self.table.search.setFocus()

    def _changed(self, change: Change) -> None:
        if change.touches(Publication):
            self._show()

    def _show(self) -> None:
        found = published(self._desk.atelier.library, latest_only=True)
        self.table.show_rows(found)
        self._how.setHidden(not found)

    def _open(self, one: Published) -> None:
        self._desk.go(f"workshop/{one.workshop_id}/publish")

    def _to_workshops(self) -> None:
        self._desk.go("workshops")


def _count(count: int) -> str:
    return ngettext("{n} fiche", "{n} fiches", count).format(n=count)
