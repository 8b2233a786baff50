# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page of commons does: shows every bundle that left, and the way to the next one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.commons.sheet import Publication
from forgeatelier.window.desk import Desk
from forgeatelier.window.models.published import Published, columns, published
from forgeatelier.window.widgets import DataTable, EmptyState, Label, PageHeader, holding, stack


class CommonsPage(QWidget):
    """A workshop becomes a commons when its sheet is published under a free licence."""

    def __init__(self, desk: Desk, address: str = "") -> None:
        """Over the desk's library."""
        super().__init__()
        self._desk = desk
        empty = EmptyState(
            _("Rien n’est encore publié."),
            _("Choisir un atelier"),
            _(
                "Un atelier devient un commun quand sa fiche est publiée sous licence libre, dans sa phase « Publier »."
            ),
            drawing="plant",
        )
        empty.acted.connect(self._to_workshops)
        self.table = DataTable(columns(), hint=_("Filtrer les dossiers publiés"), count=_count, empty=empty)
        self.table.opened.connect(self._open)
        said = Label(
            _("Chacun de ces dossiers se lit, s’imprime, se copie et s’adapte sans ForgeAtelier."),
            "body",
            tone="muted",
        )
        body = holding(stack(said, self.table, gap="m", margin="xl"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(PageHeader(_("Communs")))
        outer.addWidget(body, 1)
        self._said = said
        desk.bulletin.changed.connect(self._changed)
        self._show()

    def arrive(self, address: str) -> None:
        """Ready to filter."""
        self.table.search.setFocus()

    def _changed(self, change: Change) -> None:
        if change.touches(Publication):
            self._show()

    def _show(self) -> None:
        found = published(self._desk.atelier.library)
        self.table.show_rows(found)
        self._said.setHidden(not found)

    def _open(self, one: Published) -> None:
        self._desk.go(f"workshop/{one.workshop_id}/publish")

    def _to_workshops(self) -> None:
        self._desk.go("workshops")


def _count(count: int) -> str:
    return ngettext("{n} dossier publié", "{n} dossiers publiés", count).format(n=count)
