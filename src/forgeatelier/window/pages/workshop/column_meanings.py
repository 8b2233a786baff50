# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each column of a list means: as it was understood, and as one says otherwise; the result follows at once."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from forgeatelier.actions.people_lists.mapping import MEANT, NOT_USED, meant_by
from forgeatelier.actions.people_lists.understood import Column, ListPreview
from forgeatelier.ground.words import _
from forgeatelier.window.pages.workshop import list_tables
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Combo, ElidedLabel, Glyph, Label, ScrollColumn, holding, row, stack

_EXAMPLES = 3
_LONGEST = 60
_ROOM = 34
"""In controls: narrower, columns and people do not stand beside each other."""


class ColumnMeanings(QWidget):
    """`said` tells the index of a column and the short name of what it is."""

    said = Signal(int, str)

    def __init__(self) -> None:
        """Nothing read yet."""
        super().__init__()
        self.choices: dict[int, Combo] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(worn().space("m"))
        self._grid.setVerticalSpacing(worn().space("xs"))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        advice = Label(
            _(
                "Chaque colonne a le sens que vous lui donnez\N{NO-BREAK SPACE}; les personnes se relisent aussitôt."
            ),
            "note",
        )
        column = ScrollColumn(holding(stack(advice, holding(self._grid), gap="m")), widest="", margin="s")
        self.result = list_tables.people_table()
        line = row(column, self.result, gap="m")
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The people stand beside the columns while there is room; otherwise they have their own tab."""
        super().resizeEvent(event)
        self.result.setVisible(self.width() >= worn().measure("control") * _ROOM)

    def show_preview(self, preview: ListPreview) -> None:
        """Show every column with examples of what it holds; choices that stay the same keep their place."""
        if self.choices.keys() != {column.index for column in preview.columns}:
            _empty(self._grid)
            self.choices = {}
            for line, column in enumerate(preview.columns):
                self._add(line, column, preview)
        self.result.show_rows(preview.rows)
        for column in preview.columns:
            self.choices[column.index].choose(meant_by(column))
            self._show_mark(column)

    def _add(self, line: int, column: Column, preview: ListPreview) -> None:
        title = column.header or _("Colonne {n}").format(n=column.index + 1)
        name = ElidedLabel(title, "strong")
        name.setToolTip(title)
        example = ElidedLabel(_examples(column, preview), "note")
        combo = Combo((key, _(one.label)) for key, one in MEANT.items())
        combo.setAccessibleName(
            _("Sens de la colonne «\N{NO-BREAK SPACE}{name}\N{NO-BREAK SPACE}»").format(name=title)
        )
        combo.chosen.connect(partial(self._tell, column.index))
        mark = Glyph("ok", "ok", "glyph")
        mark.setObjectName(f"mark-{column.index}")
        for place, widget in enumerate((name, example, combo, mark)):
            self._grid.addWidget(widget, line, place)
        self.choices[column.index] = combo

    def _show_mark(self, column: Column) -> None:
        mark = self.findChild(Glyph, f"mark-{column.index}")
        if mark is None:
            return
        used = meant_by(column) != NOT_USED
        mark.set_role(
            "warning" if column.why else "ok" if used else "minus",
            "warn" if column.why else "ok" if used else "muted",
        )
        mark.setToolTip(column.why)
        self.choices[column.index].setToolTip(column.why)

    def _tell(self, index: int, name: str) -> None:
        self.said.emit(index, str(name))


def _examples(column: Column, preview: ListPreview) -> str:
    """The first things a column holds, below the header."""
    lines = preview.table.lines if preview.table else ()
    held = (line.cell(column.index) for line in lines if line.number > preview.header_line)
    found = list(dict.fromkeys(text for text in held if text and text != column.header))[:_EXAMPLES]
    said = " · ".join(found)
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
