# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list with its details beside it; when there is no room for both, one takes the place of the other."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, holding, row, stack


class Beside(QWidget):
    """`main` on the left, `details` on the right, or either alone; `returned` when one comes back to the main part."""

    returned = Signal()
    arranged = Signal(bool)

    def __init__(
        self,
        main: QWidget,
        details: QWidget,
        back: str = "",
        *,
        shares: tuple[int, int] = (1, 0),
        least: tuple[int, int] = (0, 0),
    ) -> None:
        """`back` names the main part on the button that leads back to it; `shares` part the width between the two.

        `least` are the widths below which the two no longer stand beside each other, in pixels at 100 %;
        `arranged` tells whether they do not.
        """
        super().__init__()
        self.main, self.details = main, details
        self._shares, self._least = shares, least
        self._inside = False
        self._narrow = False
        self._back = Button(back or _("Retour à la liste"), "plain", "left")
        self._back.clicked.connect(self.show_main)
        self._bar = holding(row(self._back, None, margin="xs"), "raised")
        self._side = holding(stack(self._bar, details, gap=""))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(main, shares[0])
        layout.addWidget(self._side, shares[1])
        self._arrange()

    @property
    def narrow(self) -> bool:
        """Whether only one of the two is in sight."""
        return self._narrow

    def show_details(self) -> None:
        """Bring the details into sight; they already are when there is room."""
        self._inside = True
        self._arrange()

    def show_main(self) -> None:
        """Come back to the main part."""
        self._inside = False
        self._arrange()
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        self.returned.emit()

    def _needed(self) -> int:
        """How much width the two need beside each other; larger text needs more, though not in proportion."""
        theme = worn()
        grown = 1 + (theme.text_scale - 1) * 0.6
        main = self._least[0] or theme.measures.stays["inspector"] * 1.4
        details = self._least[1] * grown or self.details.sizeHint().width()
        return round(main * grown + details)

    def _arrange(self) -> None:
        self._narrow = self.width() < self._needed()
        self._bar.setVisible(self._narrow)
        self.main.setVisible(not self._narrow or not self._inside)
        self._side.setVisible(not self._narrow or self._inside)
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setStretchFactor(self._side, 1 if self._narrow else self._shares[1])
        self.arranged.emit(self._narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One beside the other as soon as there is room."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc comes back to the list."""
        if event.key() == Qt.Key.Key_Escape and self._inside:
            self.show_main()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """One of the two must fit."""
        one, other = self.main.minimumSizeHint(), self.details.minimumSizeHint()
        return QSize(min(max(one.width(), other.width()), worn().measure("inspector") * 2), 0)
