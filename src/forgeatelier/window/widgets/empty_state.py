# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing here yet: one small drawing, one sentence, one action."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from forgeatelier.ground.shipped import UI
from forgeatelier.window.theme import Theme, worn
from forgeatelier.window.widgets.buttons import Button
from forgeatelier.window.widgets.drawing import painter_of
from forgeatelier.window.widgets.text import Label, reveal


@lru_cache(maxsize=64)
def _renderer(name: str, inks: tuple[tuple[str, str], ...]) -> QSvgRenderer:
    drawing = (UI / "drawings" / f"{name}.svg").read_text(encoding="utf-8")
    for word, colour in inks:
        drawing = drawing.replace(f'"{word}"', f'"{colour}"')
    return QSvgRenderer(QByteArray(drawing.encode()))


def _inks(theme: Theme) -> tuple[tuple[str, str], ...]:
    """The three inks of a drawing: its lines, its ember, its paper."""
    return (
        ("currentColor", theme.colour("muted").name()),
        ("ember", theme.colour("accent").name()),
        ("paper", theme.colour("raised").name()),
    )


class Drawing(QWidget):
    """A small drawing from ui/drawings in the inks of the theme."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name`: notebook, photos, people, guide, stick, plant, nothing-found."""
        super().__init__(parent)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A third wider than high; it does not grow with the text."""
        side = worn().measures.grows["drawing"]
        return QSize(side * 4 // 3, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = painter_of(self)
        _renderer(self._name, _inks(worn())).render(painter, QRectF(self.rect()))
        painter.end()


class EmptyState(QWidget):
    """`acted` tells that the one action was asked for."""

    acted = Signal()

    def __init__(
        self, sentence: str, action: str = "", note: str = "", *, drawing: str = "notebook", icon: str = ""
    ) -> None:
        """`action` is a verb; without one there is no button."""
        super().__init__()
        self.setAccessibleName(sentence)
        theme = worn()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.space("xl"), theme.space("xl"), theme.space("xl"), theme.space("xl"))
        layout.setSpacing(theme.space("s"))
        centre = Qt.AlignmentFlag.AlignHCenter
        self.sentence, self.note = Label(sentence, "lead"), Label(note, "body", tone="muted")
        self.button = Button(action, "primary", icon)
        self.button.clicked.connect(self.acted)
        reveal(self.button, bool(action))
        reveal(self.note, bool(note))
        layout.addStretch(1)
        layout.addWidget(Drawing(drawing), 0, centre)
        layout.addSpacing(theme.space("s"))
        for label in (self.sentence, self.note):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addSpacing(theme.space("s"))
        layout.addWidget(self.button, 0, centre)
        layout.addStretch(2)
