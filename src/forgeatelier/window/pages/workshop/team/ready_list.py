# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The readiness list: thirteen lines, each with a shape, a word and a colour; what is unknown is never green."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.readiness import Readiness
from forgeatelier.model.workshop.readiness_checks import CHECKS, OPTIONAL, Check, is_ready
from forgeatelier.model.workshop.readiness_words import STATES, summary, verdict
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.tall import bring_into_sight
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Glyph, Inspector, Label, holding, reveal, row, stack
from forgeatelier.window.widgets.drawing import painter_of, ring, rounded

LOOKS = {
    Readiness.READY: ("ok", "ok"),
    Readiness.TO_DO: ("step-open", "warn"),
    Readiness.UNKNOWN: ("step-unknown", "muted"),
}
"""The shape and the colour of each state."""

_NEXT = {
    Readiness.UNKNOWN: Readiness.READY,
    Readiness.READY: Readiness.TO_DO,
    Readiness.TO_DO: Readiness.UNKNOWN,
}

PLACES = {
    "when": "prepare/programme:town",
    "team": "prepare/team:people",
    "people": "prepare/people",
    "tasks": "prepare/team:tasks",
    "supplies": "prepare/materials:to-get",
    "packed": "prepare/materials:box",
    "printed": "prepare/prints",
    "room": "prepare/programme:venue",
    "backup": "exchange",
    "screen": "run",
}
"""Where each thing is done; the others are done away from the program."""


class CheckLine(QWidget):
    """One check: Space says something else of it, Enter leads to where it is done; `moved` goes up or down."""

    cycled = Signal(str)
    opened = Signal(str)
    moved = Signal(str, int)

    def __init__(self, code: str) -> None:
        """`code` of the readiness list."""
        super().__init__()
        self.code = code
        self.leads = code in PLACES
        self.check: Check | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.mark = Glyph("step-unknown", "muted", "icon")
        self.title = Label(_(CHECKS[code]), "body", wrap=True)
        self.said = Label("", "note", wrap=True)
        layout = QHBoxLayout(self)
        edge = worn().space("xs")
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(worn().space("s"))
        layout.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(stack(self.title, self.said, gap=""), 1)
        if self.leads:
            layout.addWidget(Glyph("right", "muted", "glyph"), 0, Qt.AlignmentFlag.AlignVCenter)

    def show_check(self, check: Check) -> None:
        """Show how it stands."""
        if check == self.check:
            return
        self.check = check
        shape, tone = LOOKS[check.state]
        self.mark.set_role(shape, tone)
        words = check.words or (_("dit à la main") if check.by_hand else "")
        word = _(STATES[check.state])
        self.said.setText(saying.tied(f"{word} · {words}" if words else word))
        self.said.set_tone(tone)
        self.setAccessibleName(f"{check.title}\N{NO-BREAK SPACE}: {word}")
        ways = (
            _("Espace : dire autre chose. Entrée : y aller.")
            if self.leads
            else _("Espace : dire autre chose.")
        )
        self.setAccessibleDescription(f"{words} {ways}".strip())
        self.setToolTip(ways)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground under the pointer, a ring with the focus."""
        theme = worn()
        painter = painter_of(self)
        area, radius = QRectF(self.rect()), float(theme.measure("radius"))
        if self.underMouse():
            rounded(painter, area, radius, theme.colour("sunken"))
        if self.hasFocus():
            ring(painter, area, radius)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space cycles, Enter leads (or cycles when there is nowhere to go), the arrows move."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self.cycled.emit(self.code)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.moved.emit(self.code, 1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The mark cycles, the words lead."""
        if event.button() != Qt.MouseButton.LeftButton or not self.rect().contains(
            event.position().toPoint()
        ):
            return
        if event.position().x() < self.title.x():
            self.cycled.emit(self.code)
        else:
            self._open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What has the focus is in sight."""
        super().focusInEvent(event)
        bring_into_sight(self)

    def _open(self) -> None:
        (self.opened if self.leads else self.cycled).emit(self.code)


class ReadyList(Inspector):
    """`said` with the code of a check and its new state, `opened` with the code of one to go to."""

    said = Signal(str, object)
    opened = Signal(str)

    def __init__(self) -> None:
        """Nothing known yet."""
        super().__init__(_("Prêt pour l’atelier ?"))
        self.summary = Label("", "strong", wrap=True)
        self._sign = Glyph("step-open", "warn", "glyph")
        self.verdict = Label("", "body", wrap=True)
        line = row(self._sign, gap="s")
        line.addWidget(self.verdict, 1)
        self._well = holding(line)
        self.lines: dict[str, CheckLine] = {}
        column = stack(gap="")
        for code in CHECKS:
            made = CheckLine(code)
            made.cycled.connect(self._cycle)
            made.opened.connect(self.opened)
            made.moved.connect(self._move)
            self.lines[code] = made
            column.addWidget(made)
        self._optional = Label(
            _("Le deuxième écran et le point d’accès sont facultatifs : ils ne retiennent rien."), "note"
        )
        self.add(holding(stack(self.summary, self._well, gap="xs")), holding(column), self._optional)
        first = next(iter(self.lines.values()))
        self.setFocusProxy(first)

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        """Show how everything stands."""
        self.summary.setText(summary(checks))
        ready = is_ready(checks)
        self._sign.set_role(*(LOOKS[Readiness.READY] if ready else LOOKS[Readiness.TO_DO]))
        self.verdict.setText(verdict(checks))
        for check in checks:
            self.lines[check.code].show_check(check)
        left = any(one.state is not Readiness.READY for one in checks if one.code in OPTIONAL)
        reveal(self._optional, left)

    def _cycle(self, code: str) -> None:
        check = self.lines[code].check
        if check is not None:
            # What the program sees stands until someone says otherwise: the first word is the opposite of it.
            seen = check.state if check.by_hand else _seen(check.state)
            self.said.emit(code, _NEXT[seen])

    def _move(self, code: str, step: int) -> None:
        codes = list(self.lines)
        at = codes.index(code) + step
        if 0 <= at < len(codes):
            self.lines[codes[at]].setFocus(Qt.FocusReason.TabFocusReason)


def _seen(state: Readiness) -> Readiness:
    """Where the cycle begins: a check the program finds ready is first said to be left to do."""
    return Readiness.READY if state is Readiness.READY else Readiness.UNKNOWN
