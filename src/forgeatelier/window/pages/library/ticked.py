# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes one may tick, each with its words before and after and where it comes from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.pages.library.comparison import MarkedWords
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, Check, Flow, Label, Tag, holding, stack


@dataclass(frozen=True, slots=True)
class Line:
    """One change; `warning` is a short word about it, and without `able` it cannot be ticked."""

    key: str
    label: str
    before: str = ""
    after: str = ""
    note: str = ""
    warning: str = ""
    able: bool = True


class Ticked(QWidget):
    """`changed` when something is ticked or no longer, `dropped` carries the key of what cannot be ticked and goes."""

    changed = Signal()
    dropped = Signal(str)

    def __init__(self) -> None:
        """Nothing to tick yet."""
        super().__init__()
        self._column = stack(gap="m")
        self.setLayout(self._column)
        self.checks: dict[str, Check] = {}

    def show_lines(self, lines: Sequence[Line], ticked: Iterable[str] = ()) -> None:
        """Show these changes; what was ticked stays so, and `ticked` begins so."""
        before = {*self.ticked(), *ticked}
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.checks = {}
        for line in lines:
            self._column.addWidget(self._row(line, ticked=line.able and line.key in before))

    def _row(self, line: Line, *, ticked: bool) -> QWidget:
        check = Check(line.label, checked=ticked)
        check.setEnabled(line.able)
        check.toggled.connect(self._tell)
        self.checks[line.key] = check
        theme = worn()
        inner = stack(gap="xs")
        inner.setContentsMargins(theme.measure("mark") + theme.space("m"), 0, 0, 0)
        if line.before or line.after:
            inner.addWidget(MarkedWords(line.before, line.after))
        if line.note:
            inner.addWidget(Label(line.note, "note", tone="muted"))
        if line.warning:
            said = Flow(Tag(line.warning, "warn"))
            if not line.able:
                drop = Button(_("Écarter"), "plain", "close")
                drop.clicked.connect(partial(self.dropped.emit, line.key))
                said.addWidget(drop)
            inner.addWidget(holding(said))
        return holding(stack(check, holding(inner), gap=""))

    def ticked(self) -> tuple[str, ...]:
        """The keys of what is ticked, in order."""
        return tuple(key for key, check in self.checks.items() if check.isChecked())

    def _tell(self) -> None:
        self.changed.emit()
