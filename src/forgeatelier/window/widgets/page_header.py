# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of a page: where one is on the left, the phases in the middle, one primary action on the right."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.buttons import IconButton
from forgeatelier.window.widgets.layouts import row, stack
from forgeatelier.window.widgets.text import ElidedLabel, reveal


class PageHeader(QFrame):
    """One line: title and note, whatever stands in the middle, the other actions, the primary one last."""

    back = Signal()

    def __init__(
        self,
        title: str,
        note: str = "",
        *,
        middle: QWidget | None = None,
        primary: QWidget | None = None,
        others: tuple[QWidget, ...] = (),
        back_to: str = "",
    ) -> None:
        """`middle` is usually a PhaseStrip; `back_to` names the list one came from and shows an arrow."""
        super().__init__()
        self.setProperty("ground", "surface")
        self.setProperty("edge", "bottom")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme = worn()
        self._title, self._note = ElidedLabel(title, "title"), ElidedLabel(note, "note")
        reveal(self._note, bool(note))
        self._left = row(gap="s")
        if back_to:
            arrow = IconButton("left", _("Retour : {place}").format(place=back_to), key="Alt+Left")
            arrow.clicked.connect(self.back)
            self._left.addWidget(arrow)
        self._left.addLayout(stack(self._title, self._note, gap=""), 1)
        self._right = row(None, *others, gap="s")
        if primary is not None:
            self._right.addWidget(primary)
        self._middle, self._folded = middle, False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(
            theme.space("xl"), theme.space("s"), theme.space("xl"), theme.space("s")
        )
        self._grid.setHorizontalSpacing(theme.space("l"))
        self._grid.setVerticalSpacing(theme.space("s"))
        self._grid.addLayout(self._left, 0, 0)
        if middle is not None:
            self._grid.addWidget(middle, 0, 1, Qt.AlignmentFlag.AlignCenter)
        self._grid.addLayout(self._right, 0, 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(2, 1 if middle is not None else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """When the title would have to be cut, the middle goes on to a line of its own."""
        super().resizeEvent(event)
        if self._middle is None:
            return
        gaps = 2 * self._grid.horizontalSpacing() + 2 * worn().space("xl")
        wanted = (
            self._left.sizeHint().width() + self._middle.sizeHint().width() + self._right.sizeHint().width()
        )
        folded = wanted + gaps > self.width()
        if folded != self._folded:
            self._folded = folded
            self._grid.removeWidget(self._middle)
            place = (1, 0, 1, 3) if folded else (0, 1, 1, 1)
            side = Qt.AlignmentFlag.AlignLeft if folded else Qt.AlignmentFlag.AlignCenter
            self._grid.addWidget(self._middle, *place, side)
            self._grid.setColumnStretch(2, 0 if folded else 1)
            self.updateGeometry()

    def set_title(self, title: str, note: str = "") -> None:
        """Say where one is."""
        self._title.setText(title)
        self._note.setText(note)
        reveal(self._note, bool(note))

    def add_action(self, button: QWidget) -> None:
        """One more action, before the primary one."""
        self._right.insertWidget(1, button)

    def minimumSizeHint(self) -> QSize:
        """Never lower than a header; as narrow as its widest line."""
        edges = 2 * worn().space("xl")
        line = self._left.minimumSize().width() + self._right.sizeHint().width() + worn().space("l")
        middle = self._middle.sizeHint().width() if self._middle is not None else 0
        return QSize(
            max(line, middle) + edges, max(super().minimumSizeHint().height(), worn().measure("header"))
        )
