# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of names with its half-days; its box takes a few letters, its keys mark people."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from forgeatelier.ground.words import _
from forgeatelier.window.pages.workshop import roster, saying
from forgeatelier.window.pages.workshop.roster import Line
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import VALUE_ROLE, Button, DataTable, EmptyState

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDEST_NAME = 9
"""In controls: a name of sixty letters is elided, its tooltip tells all of it."""


class NamesTable(DataTable):
    """`entered` and `added` tell Enter and Shift+Enter in the box, `toggled` Space, `half_clicked` a press on one."""

    entered = Signal()
    added = Signal()
    toggled = Signal()
    half_clicked = Signal(object, str)
    import_asked = Signal()

    def __init__(self) -> None:
        """Without names yet."""
        empty = EmptyState(
            _("Personne n’est inscrit pour l’instant."),
            _("Lire une liste"),
            _("Déposez un tableau (Excel, CSV), collez des lignes, ou écrivez un nom ci-dessus."),
            drawing="people",
        )
        read = Button(_("Lire une liste"), "quiet", "import")
        super().__init__(
            roster.columns(()),
            hint=_("Filtrer les personnes"),
            count=saying.people,
            empty=empty,
            extras=(read,),
            filter_stays=True,
        )
        self._offered: tuple[str, ...] = ()
        self._named = False
        empty.acted.connect(self.import_asked)
        read.clicked.connect(self.import_asked)
        self.view.clicked.connect(self._clicked)
        # Enter marks here; the table would open.
        self.search.installEventFilter(self)
        self.view.installEventFilter(self)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show everyone."""
        self.show_rows(tuple(lines))
        self._narrow()

    def show_halves(self, halves: Sequence[str]) -> None:
        """Show a column for each of these half-days."""
        if tuple(halves) != self._offered:
            self._offered = tuple(halves)
            self.set_columns(roster.columns(self._offered))
            self._narrow()

    def keep_named(self, typed: str, *, wanted: bool) -> None:
        """Names come first: « fat » is Fatou before everyone from Fatick."""
        if wanted or self._named:
            self._named = wanted
            self.set_keep(partial(roster.named_like, typed) if wanted else None)

    def hint(self, text: str) -> None:
        """Say what the box is for now."""
        self.search.setPlaceholderText(text)
        self.search.setAccessibleName(text)

    def _narrow(self) -> None:
        widest = worn().measure("control") * _WIDEST_NAME
        if self.view.columnWidth(0) > widest:
            self.view.setColumnWidth(0, widest)
        metrics = self.view.horizontalHeader().fontMetrics()
        for place, half in enumerate(self._offered, 1):
            wide = metrics.horizontalAdvance(roster.short_half(half)) + worn().space("xl")
            self.view.setColumnWidth(place, max(wide, worn().measure("control") * 2))

    def _clicked(self, index: QModelIndex) -> None:
        place, line = index.column() - 1, index.data(VALUE_ROLE)
        if 0 <= place < len(self._offered) and isinstance(line, Line):
            self.half_clicked.emit(line, self._offered[place])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Shift+Enter and Space note people; letters typed in the table go to the box."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is self.search and event.key() in _ENTER:
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.added if shifted else self.entered).emit()
            return True
        return watched is self.view and self._key_in_table(event)

    def _key_in_table(self, event: QKeyEvent) -> bool:
        still = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() & ~still:
            return False
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
            return True
        if event.text().isprintable() and event.text().strip():
            self.search.setFocus()
            self.search.setText(event.text())
            return True
        return False
