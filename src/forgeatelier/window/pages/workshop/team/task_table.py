# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of tasks, which may be low: the team stands above it and its rows scroll."""

from PySide6.QtCore import QSize

from forgeatelier.ground.words import _, ngettext
from forgeatelier.window.pages.workshop.team.task_lines import columns
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import DataTable, EmptyState

_LEAST_ROWS = 6
"""Filter, heading and four tasks."""


class TaskTable(DataTable):
    """It takes the height that is left, and asks for no more than a few rows unless it is empty."""

    def __init__(self) -> None:
        """Without tasks yet."""
        nothing = EmptyState(
            _("Que reste-t-il à faire avant l’atelier ?"),
            note=_(
                "Écrivez une tâche ci-dessous, puis Entrée. Celles d’un protocole viennent toutes seules."
            ),
            drawing="notebook",
        )
        super().__init__(columns(), hint=_("Filtrer les tâches"), count=_tasks, empty=nothing)

    def hasHeightForWidth(self) -> bool:
        """The words of its empty states wrap, its rows do not."""
        return not self.model.rowCount()

    def sizeHint(self) -> QSize:
        """A few rows; the words of an empty list are never cut."""
        usual = super().sizeHint()
        return QSize(usual.width(), self._low()) if self.model.rowCount() else usual

    def minimumSizeHint(self) -> QSize:
        """The same."""
        usual = super().minimumSizeHint()
        return QSize(usual.width(), self._low()) if self.model.rowCount() else usual

    def _low(self) -> int:
        return worn().measure("row") * _LEAST_ROWS


def _tasks(count: int) -> str:
    return ngettext("{n} tâche", "{n} tâches", count).format(n=count)
