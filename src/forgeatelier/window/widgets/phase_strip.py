# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The four phases of a workshop, always in sight: Préparer, Animer, Récolter, Publier."""

from collections.abc import Collection

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from forgeatelier.ground.words import _, marked
from forgeatelier.window import icons
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.drawing import height_of, painter_of, ring, rounded, width_of, words

PHASES = (
    ("prepare", marked("Préparer")),
    ("run", marked("Animer")),
    ("harvest", marked("Récolter")),
    ("publish", marked("Publier")),
)
"""Code and words of the four phases, in order."""


class _Phase(QAbstractButton):
    """One phase: a shape, a word, and the way to the next."""

    def __init__(self, name: str, text: str, *, last: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self._last = name, last
        self.done = False
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme, font = worn(), worn().font(weight=600)
        pill = theme.measure("glyph") + theme.space("xs") + 2 * theme.space("m") + width_of(self.text(), font)
        arrow = 0 if self._last else theme.measure("glyph") + 2 * theme.space("xs")
        return QSize(pill + arrow, max(theme.measure("control"), height_of(font) + theme.space("s")))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = worn()
        painter = painter_of(self)
        side, gap = float(theme.measure("glyph")), float(theme.space("m"))
        after = 0 if self._last else side + 2 * theme.space("xs")
        pill = QRectF(0, 0, self.width() - after, self.height())
        here = self.isChecked()
        if here:
            rounded(painter, pill, pill.height() / 2, theme.colour("accent"))
        elif self.underMouse():
            rounded(painter, pill, pill.height() / 2, theme.colour("sunken"))
        if self.hasFocus():
            inset = pill if not here else pill.adjusted(2, 2, -2, -2)
            if here:
                rounded(painter, pill, pill.height() / 2, theme.colour("surface"))
                rounded(painter, pill.adjusted(4, 4, -4, -4), pill.height() / 2 - 4, theme.colour("accent"))
                inset = pill
            ring(painter, inset, inset.height() / 2)
        ink = theme.colour("on-accent" if here else "text" if self.done else "muted")
        role = "step-done" if self.done else "ember" if here else "step-open"
        mark = QRectF(gap, (self.height() - side) / 2, side, side)
        icons.paint(painter, role, mark, ink if here else theme.colour("ok" if self.done else "muted"), 2)
        font = theme.font(weight=600 if here else 500)
        left = mark.right() + theme.space("xs")
        words(painter, QRectF(left, 0, pill.right() - left, self.height()), self.text(), font, ink)
        if not self._last:
            arrow = QRectF(pill.right() + theme.space("xs"), (self.height() - side) / 2, side, side)
            icons.paint(painter, "right", arrow, theme.colour("edge"))
        painter.end()


class PhaseStrip(QWidget):
    """Where the workshop stands and the way to any other phase; arrows move, Enter or Space goes there."""

    chosen = Signal(str)

    def __init__(
        self, current: str = "prepare", done: Collection[str] = (), parent: QWidget | None = None
    ) -> None:
        """Phases by code: prepare, run, harvest, publish."""
        super().__init__(parent)
        self.setAccessibleName(_("Phases de l’atelier"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._phases: list[_Phase] = []
        for name, said in PHASES:
            phase = _Phase(name, _(said), last=name == PHASES[-1][0], parent=self)
            phase.clicked.connect(self._tell)
            layout.addWidget(phase)
            self._phases.append(phase)
        self.show_state(current, done)

    def show_state(self, current: str, done: Collection[str] = ()) -> None:
        """Show which phase is open and which are done."""
        for phase in self._phases:
            phase.setChecked(phase.name == current)
            phase.done = phase.name in done
            state = _("en cours") if phase.isChecked() else _("fait") if phase.done else _("à venir")
            phase.setAccessibleName(f"{phase.text()}, {state}")
            phase.setToolTip(f"{phase.text()} ({state})")
            phase.update()
        self._current = current

    def current(self) -> str:
        """The phase now open."""
        return self._current

    def _tell(self) -> None:
        asked = self.sender()
        if isinstance(asked, _Phase):
            # The page decides whether one gets there; until then the strip says where one is.
            for phase in self._phases:
                phase.setChecked(phase.name == self._current)
            if asked.name != self._current:
                self.chosen.emit(asked.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move between the phases, Enter goes there."""
        at = next((i for i, phase in enumerate(self._phases) if phase.hasFocus()), 0)
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            step = 1 if (event.key() == Qt.Key.Key_Right) != self.isRightToLeft() else -1
            self._phases[(at + step) % len(self._phases)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._phases[at].click()
        else:
            super().keyPressEvent(event)
