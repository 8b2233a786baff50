# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the list of workshops does: filter as one types, open, begin a new one."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.glimpse import Glimpse
from forgeatelier.window.models.folding import FilterWords
from forgeatelier.window.models.workshop_list import PHASE, ROW_ROLE, Source, WorkshopList
from forgeatelier.window.pages.workshops import layout
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Button,
    EmptyState,
    Label,
    PageHeader,
    SearchBox,
    Table,
    holding,
    reveal,
    row,
    stack,
)

if TYPE_CHECKING:
    from forgeatelier.model.change import Change
    from forgeatelier.model.progress import Progress
    from forgeatelier.window.desk import Desk
    from forgeatelier.window.pages.workshops.new_workshop import NewWorkshop
    from forgeatelier.window.widgets.palette import Command

Go = Callable[[str], None]
_LIST, _NOTHING_FITS, _NOTHING = range(3)


class WorkshopsPage(QWidget):
    """Every workshop, newest first; shown before the library is open, alive once it is."""

    def __init__(
        self,
        desk: "Desk | None",
        address: str = "",
        *,
        glimpse: Source,
        go: Go,
        clock: Callable[[], datetime],
    ) -> None:
        """`glimpse` gives the lines; without a desk nothing can be made yet."""
        super().__init__()
        self._desk: Desk | None = None
        self._go, self._clock = go, clock
        self._panel: NewWorkshop | None = None
        self._wanted = address
        self.search = SearchBox(_("Filtrer par titre, ville, pays ou date"))
        self.count = Label("", "note", wrap=False)
        self.new = Button(_("Nouvel atelier"), "primary", "add")
        self.new.setToolTip(_("Choisir un protocole, une date, un lieu (Ctrl+N)"))
        self.model = WorkshopList(glimpse, layout.titles(), layout.cells, self)
        self.table = Table()
        self._delegate = layout.PhaseDelegate(self.table)
        self._build()
        self._connect()
        self._say_count()
        if desk is not None:
            self.wake(desk)

    def _build(self) -> None:
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.table.setAccessibleName(_("Ateliers"))
        layout.set_up_before(self.table)
        self.table.setModel(self.model)
        layout.set_up(self.table)
        self.table.setItemDelegateForColumn(PHASE, self._delegate)
        self.table.viewport().installEventFilter(self)
        self._nothing_fits = EmptyState(
            _("Aucun atelier ne correspond."), _("Effacer le filtre"), drawing="nothing-found"
        )
        self._nothing_fits.button.set_kind("quiet")
        self._nothing = EmptyState(
            _("Aucun atelier pour l’instant."),
            _("Nouvel atelier"),
            _("Un protocole, une date, un lieu : le programme se calcule tout seul."),
            icon="add",
        )
        self._pile = QStackedWidget()
        for part in (self.table, self._nothing_fits, self._nothing):
            self._pile.addWidget(part)
        bar = row(self.search, self.count, gap="m")
        bar.setStretch(0, 1)
        self._bar = holding(bar)
        body = stack(self._bar, gap="m", margin="xl")
        body.addWidget(self._pile, 1)
        self._body = holding(body)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(0)
        self._beside.addWidget(self._body, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(PageHeader(_("Ateliers"), primary=self.new))
        outer.addLayout(self._beside, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.down.connect(self._into_list)
        self.search.returnPressed.connect(self._open_first)
        self.table.entered.connect(self._open_current)
        self.table.doubleClicked.connect(self._open_current)
        self.table.escaped.connect(self.search.setFocus)
        self.new.clicked.connect(self.show_panel)
        self._nothing.acted.connect(self.show_panel)
        self._nothing_fits.acted.connect(self.search.clear)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)

    def wake(self, desk: "Desk") -> None:
        """The library is open: lines can be opened and made."""
        self._desk = desk
        desk.bulletin.changed.connect(self._changed)
        self._read_words()
        if self._wanted:
            self.arrive(self._wanted)

    def _read_words(self) -> None:
        """Read the words to filter by beside the window, on a connection of their own."""
        if self._desk is None or not self._desk.atelier.library.where.is_internal:
            return
        folder, edition = self._desk.atelier.library.folder, self.model.edition

        def read(_progress: "Progress") -> FilterWords:
            glimpse, found = Glimpse(folder), FilterWords()
            found.read(glimpse.keys)
            glimpse.close()
            return found

        def take(found: FilterWords) -> None:
            self.model.take_words(found, edition)

        self._desk.start(_("Préparer le filtre"), read, take)

    def arrive(self, address: str) -> None:
        """Show the list; « workshops/new » also opens the panel."""
        self._wanted = ""
        if address == "workshops/new":
            if self._desk is None:
                self._wanted = address
            else:
                self.show_panel()
        elif self._panel is None:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def leaving(self) -> None:
        """Nothing here waits to be kept; the filter and the panel stay as they are."""

    def commands(self) -> "tuple[Command, ...]":
        """What one can do here."""
        from forgeatelier.window.widgets.palette import Command

        return (
            Command(
                _("Filtrer les ateliers"),
                self.search.setFocus,
                "filter search chercher",
                "Ctrl+F",
                "filter",
                _("Ateliers"),
            ),
        )

    def _filter(self, typed: str) -> None:
        before = self.table.currentIndex().data(ROW_ROLE)
        self.model.set_typed(typed)
        self._say_count()
        if before is not None:
            self._choose(before.id)

    def _choose(self, workshop_id: str) -> None:
        place = self.model.place_of(workshop_id)
        if place >= 0:
            self.table.selectRow(place)

    def _say_count(self) -> None:
        shown, every = self.model.rowCount(), self.model.total
        self._pile.setCurrentIndex(_LIST if shown else _NOTHING_FITS if every else _NOTHING)
        reveal(self._bar, every > 0)
        said = layout.count_words(every)
        self.count.setText(
            said if shown == every else _("{shown} sur {all}").format(shown=layout.thousands(shown), all=said)
        )

    def _changed(self, change: "Change") -> None:
        from forgeatelier.model.workshop.workshop import Workshop

        if not change.touches(Workshop):
            return
        here = self.table.currentIndex().data(ROW_ROLE)
        top = self.table.verticalScrollBar().value()
        self.model.read_again()
        self._say_count()
        if here is not None:
            self._choose(here.id)
        self.table.verticalScrollBar().setValue(top)

    def _into_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.selectRow(0)

    def _open_first(self) -> None:
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._open_current()

    def _open_current(self, index: QModelIndex | None = None) -> None:
        found: Any = (index or self.table.currentIndex()).data(ROW_ROLE)
        if found is not None:
            self._go(f"workshop/{found.id}/{layout.phase_of(found.state)}")

    def show_panel(self) -> None:
        """Open the panel in which a new workshop is made."""
        if self._desk is None:
            self._wanted = "workshops/new"
            return
        if self._panel is None:
            from forgeatelier.window.pages.workshops.new_workshop import NewWorkshop

            self._panel = NewWorkshop(self._desk)
            self._panel.closed.connect(self._panel_closed)
            self._beside.addWidget(self._panel)
        self._panel.show()
        self._share()
        self._panel.begin()

    def _panel_closed(self) -> None:
        self._share()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share(self) -> None:
        """Beside the panel the list needs room for its titles; without it the panel takes the page."""
        open_ = self._panel is not None and not self._panel.isHidden()
        room = self.width() - (self._panel.minimumSizeHint().width() if self._panel is not None else 0)
        narrow = room < worn().measure("page-width") * worn().text_scale
        reveal(self._body, not (open_ and narrow))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """When the table gets another width, its columns share it anew."""
        if event.type() == QEvent.Type.Resize and watched is self.table.viewport():
            layout.fit(self.table)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share()
