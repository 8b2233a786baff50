# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet the plan lies on: the steps or, when there are none, how to begin; under them what the keys do."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from forgeatelier.ground.words import _
from forgeatelier.window.pages.workshop.planner.view import PlanView
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, ElidedLabel, EmptyState, holding, row, stack

_ROWS = 8
"""With fewer rows than this the line of keys is not shown."""


class Sheet(QFrame):
    """The view, with two buttons and a line of keys below it; `lowered` tells whether there is no room for those."""

    lowered = Signal(bool)

    def __init__(self, view: PlanView, insert: Callable[[], None], method: Callable[[], None]) -> None:
        """`insert` adds a step, `method` opens the choice of methods."""
        super().__init__()
        self.setProperty("ground", "surface")
        theme = worn()
        self._view, self._some = view, False
        self.empty = EmptyState(
            _("Le déroulé est vide."),
            _("Ajouter une étape"),
            _("Dites ce qu’on fait et pour combien de temps : les heures se calculent."),
            icon="add",
        )
        self.empty.acted.connect(insert)
        self.other = Button(_("Insérer une méthode"), "quiet", "library")
        self.other.clicked.connect(method)
        layout = self.empty.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, self.other, 0, Qt.AlignmentFlag.AlignHCenter)
        self._pile = QStackedWidget()
        self._pile.addWidget(view)
        self._pile.addWidget(self.empty)
        self.add, self.method = Button(_("Étape"), "soft", "add"), Button(_("Méthode"), "soft", "library")
        self.add.setToolTip(_("Ajouter une étape (Inser)"))
        self.method.setToolTip(_("Insérer une méthode (Ctrl+M)"))
        self.add.clicked.connect(insert)
        self.method.clicked.connect(method)
        keys = _(
            "F2 ou un chiffre : durée · Entrée détails · Alt+↑↓ déplacer · Ctrl+D dupliquer · Ctrl+L en parallèle"
        )
        self.keys = ElidedLabel(keys, "note", tone="muted")
        foot = row(self.add, self.method, self.keys, gap="s")
        foot.setStretch(2, 1)
        foot.setContentsMargins(theme.space("xs"), 0, theme.space("s"), theme.space("xs"))
        self._foot = holding(foot)
        column = stack(self._pile, self._foot, gap="xs")
        column.setStretch(0, 1)
        column.setContentsMargins(theme.space("s"), 0, theme.space("xs"), 0)
        self.setLayout(column)
        self.setFocusProxy(view)

    def show_steps(self, some: bool) -> None:
        """The steps, or how to begin."""
        self._pile.setCurrentWidget(self._view if some else self.empty)
        self._some = some
        self._settle()
        self.setFocusProxy(self._view if some else self.empty.button)

    def _settle(self) -> None:
        """Where there is little height, every row of it goes to the steps."""
        low = self.height() < _ROWS * worn().measure("comfortable")
        self._foot.setVisible(self._some and not low)
        self.lowered.emit(low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line of keys comes back as soon as there is room."""
        super().resizeEvent(event)
        self._settle()

    def minimumSizeHint(self) -> QSize:
        """A few steps must be in sight."""
        return QSize(worn().measure("control") * 8, worn().measure("comfortable") * 2)
