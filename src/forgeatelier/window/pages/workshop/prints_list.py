# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheets of the kit with their ticks: arrows go from one to the next, Space ticks, Enter prints."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from forgeatelier.exporting.kit.catalogue import AUDIENCES, SHEETS, USUAL, Audience, Sheet, SheetFacts
from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Check, Label, Tag, holding, row, stack


class SheetLine(QWidget):
    """One sheet: its tick, its words, and a mark when it holds personal data."""

    def __init__(self, facts: SheetFacts) -> None:
        """Not ticked."""
        super().__init__()
        self.sheet = facts.sheet
        self.check = Check(_(facts.title))
        self.check.setAccessibleDescription(_(facts.note))
        top = row(self.check, None, gap="s")
        if facts.personal:
            mark = Tag(_("noms"), "warn", "person")
            mark.setToolTip(_("Cette feuille porte des données personnelles : la garder avec l’équipe."))
            top.addWidget(mark)
        note = Label(_(facts.note), "note")
        note.setContentsMargins(worn().measure("mark") + worn().space("m"), 0, 0, 0)
        self.setLayout(stack(top, note, gap=""))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The words beside the tick show the sheet without ticking it."""
        self.check.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)


class SheetsList(QScrollArea):
    """`current_changed` carries the sheet one is on, `ticked` tells of another choice, `print_asked` of Enter.

    `mark` stands under the badges: whether they have a ring for the « no photo » sticker.
    """

    current_changed = Signal(object)
    ticked = Signal()
    print_asked = Signal()

    def __init__(self) -> None:
        """Every sheet, by who takes it in hand."""
        super().__init__()
        self.lines = {sheet: SheetLine(facts) for sheet, facts in SHEETS.items()}
        self._current = next(iter(self.lines))
        self.mark = Check(_("Cercle pour la gommette « pas de photo »"))
        parts: list[QWidget] = []
        for audience in Audience:
            heading = Label(_(AUDIENCES[audience]), "label")
            heading.setContentsMargins(0, worn().space("m") if parts else 0, 0, 0)
            parts.append(heading)
            parts += [self.lines[one.sheet] for one in SHEETS.values() if one.audience is audience]
        under = holding(row(self.mark, None))
        under.setContentsMargins(worn().measure("mark") + worn().space("m"), 0, 0, 0)
        parts.insert(parts.index(self.lines[Sheet.BADGES]) + 1, under)
        self._order = [one.sheet for one in parts if isinstance(one, SheetLine)]
        for line in self.lines.values():
            line.check.installEventFilter(self)
            line.check.toggled.connect(self._tell)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(holding(stack(*parts, None, gap="xs", margin="l"), "surface"))
        self.setFocusProxy(self.lines[self._order[0]].check)

    @property
    def current(self) -> Sheet:
        """The sheet one is on."""
        return self._current

    def chosen(self) -> tuple[Sheet, ...]:
        """The ticked ones, in the order of the kit."""
        return tuple(sheet for sheet in SHEETS if self.lines[sheet].check.isChecked())

    def choose(self, sheets: tuple[Sheet, ...]) -> None:
        """Tick these and no others."""
        for sheet, line in self.lines.items():
            line.check.blockSignals(True)
            line.check.setChecked(sheet in sheets)
            line.check.blockSignals(False)
        self.ticked.emit()

    def choose_usual(self) -> None:
        """Tick the usual kit."""
        self.choose(USUAL)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the keyboard is, the preview follows."""
        if event.type() == QEvent.Type.FocusIn:
            self._arrive(watched)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _arrive(self, watched: QObject) -> None:
        line = next(one for one in self.lines.values() if one.check is watched)
        self.ensureWidgetVisible(line)
        self.setFocusProxy(line.check)
        if line.sheet is not self._current:
            self._current = line.sheet
            self.current_changed.emit(line.sheet)

    def _pressed(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            at = self._order.index(self._current) + step
            if 0 <= at < len(self._order):
                self.lines[self._order[at]].check.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.print_asked.emit()
            return True
        return False

    def _tell(self) -> None:
        self.ticked.emit()
