# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the directory does: find someone, see where one met her."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import Attendance, TeamMember
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window import dates
from forgeatelier.window.addresses import rest
from forgeatelier.window.beside import Beside
from forgeatelier.window.desk import Desk
from forgeatelier.window.pages.people import layout
from forgeatelier.window.pages.people.layout import Line
from forgeatelier.window.widgets import (
    DataTable,
    EmptyState,
    Inspector,
    PageHeader,
    PressCard,
    holding,
    stack,
)


class PeoplePage(QWidget):
    """Everyone met in the workshops of this library; people are added and corrected inside their workshop."""

    def __init__(self, desk: Desk, address: str = "") -> None:
        """Over the desk's library."""
        super().__init__()
        self._desk = desk
        empty = EmptyState(
            _("Personne n’est encore inscrit."),
            _("Choisir un atelier"),
            _("Les personnes s’ajoutent dans un atelier, une à une ou par une liste, et se retrouvent ici."),
            drawing="people",
        )
        empty.acted.connect(self._to_workshops)
        self.table = DataTable(
            layout.columns(),
            hint=_("Filtrer par nom, structure ou village"),
            count=layout.count_words,
            empty=empty,
        )
        self.card = Inspector()
        self.beside = Beside(holding(stack(self.table, margin="xl")), self.card, _("Retour à l’annuaire"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(PageHeader(_("Participants")))
        outer.addWidget(self.beside, 1)
        self.table.current_changed.connect(self._show_person)
        self.table.opened.connect(self._open)
        desk.bulletin.changed.connect(self._changed)
        self._show()

    def arrive(self, address: str) -> None:
        """« people/<id> » chooses that person."""
        wanted = rest(address)
        if not (wanted and self.table.choose(wanted)):
            self.table.search.setFocus()

    def _changed(self, change: Change) -> None:
        if change.touches(Person, Attendance, TeamMember, Workshop):
            self._show()

    def _show(self) -> None:
        rows = self._desk.atelier.library.rows(Person, layout.FIELDS, order="family_name")
        self.table.show_rows([layout.line(row) for row in rows])
        self.card.setVisible(bool(rows))
        if rows and self.table.current() is None:
            self.table.view.selectRow(0)
        else:
            self._show_person(self.table.current())

    def _show_person(self, line: Line | None) -> None:
        person = self._desk.atelier.library.get(Person, line.id) if line is not None else None
        if person is not None:
            layout.show_person(self.card, person, self._meetings(person))

    def _meetings(self, person: Person) -> list[PressCard]:
        """A card for each workshop this person came to or helped with."""
        library = self._desk.atelier.library
        came = [one.workshop_id for one in library.all(Attendance, person_id=person.id)]
        helped = [one.workshop_id for one in library.all(TeamMember, person_id=person.id)]
        cards = []
        for workshop_id in dict.fromkeys((*came, *helped)):
            workshop = library.get(Workshop, workshop_id)
            if workshop is not None:
                where = " · ".join(filter(None, (dates.day(workshop.starts_on or ""), workshop.town)))
                card = PressCard(workshop.title, where, "workshops")
                card.setObjectName(workshop_id)
                card.pressed.connect(self._to_workshop)
                cards.append(card)
        return cards

    def _open(self, _line: Line) -> None:
        self.beside.show_details()

    def _to_workshop(self) -> None:
        self._desk.go(f"workshop/{self.sender().objectName()}/prepare")

    def _to_workshops(self) -> None:
        self._desk.go("workshops")
