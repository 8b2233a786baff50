# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the directory does: find someone, correct her card, see where one met her, make one card of two."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import Attendance, TeamMember
from forgeatelier.model.people.consent import Consent
from forgeatelier.model.people.likeness import TOGETHER
from forgeatelier.model.people.person import Person
from forgeatelier.model.people.sameness import Sameness
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window import dates
from forgeatelier.window.addresses import rest
from forgeatelier.window.beside import Beside
from forgeatelier.window.desk import Desk
from forgeatelier.window.pages.people import layout
from forgeatelier.window.pages.people.card import DirectoryCard
from forgeatelier.window.pages.people.layout import Line
from forgeatelier.window.pages.people.twins import TwinsPanel
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Button,
    Command,
    DataTable,
    EmptyState,
    Inspector,
    Label,
    PageHeader,
    PressCard,
    Tabs,
    holding,
    row,
    stack,
)


class PeoplePage(QWidget):
    """Everyone met in the workshops of this library. Addresses: `people`, `people/<id>`, `people/doubles`."""

    def __init__(self, desk: Desk, address: str = "") -> None:
        """Over the desk's library."""
        super().__init__()
        self._desk = desk
        self.table = self._table()
        self.inspector = Inspector()
        self.card = DirectoryCard(desk)
        self._several = Label("", "body", wrap=True)
        self.unite = Button(_("Comparer et réunir…"), "quiet", "merge")
        self.unite.clicked.connect(self._compare_chosen)
        self._chosen = holding(stack(self._several, row(self.unite, None), gap="m"))
        self.inspector.add(self.card, self._chosen)
        self.beside = Beside(
            holding(stack(self.table, margin="xl")), self.inspector, _("Retour à l’annuaire")
        )
        self.twins = TwinsPanel(desk)
        self.tabs = Tabs((("directory", _("Annuaire")), ("doubles", _("Doublons possibles"))))
        self._pile = QStackedWidget()
        self._pile.addWidget(self.beside)
        self._pile.addWidget(self.twins)
        bar = row(self.tabs)
        # The tab one is on is set in bold: the bar needs more than its hint.
        bar.setStretch(0, 1)
        bar.setContentsMargins(worn().space("l"), 0, worn().space("l"), 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(PageHeader(_("Participants")))
        outer.addWidget(holding(bar, "surface"))
        outer.addWidget(self._pile, 1)
        self._connect()
        self._show()
        # The page is painted first; doubles are looked for afterwards.
        QTimer.singleShot(0, self, self.twins.look_soon)

    def _table(self) -> DataTable:
        empty = EmptyState(
            _("Personne n’est encore inscrit."),
            _("Choisir un atelier"),
            _("Les personnes s’ajoutent dans un atelier, une à une ou par une liste, et se retrouvent ici."),
            drawing="people",
        )
        empty.acted.connect(self._to_workshops)
        return DataTable(
            layout.columns(),
            hint=_("Filtrer par nom, structure ou village"),
            count=layout.count_words,
            empty=empty,
        )

    def _connect(self) -> None:
        self.table.current_changed.connect(self._look)
        self.table.chosen.connect(self._look)
        self.table.opened.connect(self._open)
        self.tabs.chosen.connect(self.open_tab)
        self.twins.counted.connect(self._count_twins)
        self._desk.bulletin.changed.connect(self._changed)

    def arrive(self, address: str) -> None:
        """« people/<id> » chooses that person, « people/doubles » the cards that may be one."""
        wanted = rest(address)
        if wanted == "doubles":
            self.open_tab("doubles")
        elif wanted and self.table.choose(wanted):
            self.open_tab("directory")
            self.beside.show_details()
        else:
            self.table.search.setFocus()

    def open_tab(self, name: str) -> None:
        """Go to the directory or to the doubles."""
        self.leaving()
        self.tabs.show_tab(name)
        self._pile.setCurrentWidget(self.twins if name == "doubles" else self.beside)
        (self.twins if name == "doubles" else self.table.search).setFocus()

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.card.leaving()

    def commands(self) -> tuple[Command, ...]:
        """Looking at the doubles."""
        return (
            Command(_("Voir les doublons possibles"), self._to_doubles, "duplicates merge", icon="merge"),
        )

    def _changed(self, change: Change) -> None:
        if change.touches(Person, Attendance, TeamMember, Workshop, Consent):
            self._show()
        if change.touches(Person, Sameness):
            self.twins.look_soon()

    def _show(self) -> None:
        rows = self._desk.atelier.library.rows(Person, layout.FIELDS, order="family_name")
        self.table.show_rows([layout.line(one) for one in rows])
        self.inspector.setVisible(bool(rows))
        if rows and self.table.current() is None:
            self.table.choose_first()
        self._look()

    def _look(self) -> None:
        lines = self.table.chosen_values()
        several = len(lines) > 1
        self.card.setVisible(not several and bool(lines))
        self._chosen.setVisible(several)
        if several:
            self.leaving()
            self.inspector.set_title(layout.count_words(len(lines)))
            self.unite.setEnabled(len(lines) <= TOGETHER)
            self._several.setText(
                _("Des fiches d’une même personne\N{NO-BREAK SPACE}? Elles se comparent côte à côte.")
                if len(lines) <= TOGETHER
                else _("Jusqu’à {n} fiches se comparent côte à côte.").format(n=TOGETHER)
            )
            return
        person = self._desk.atelier.library.get(Person, lines[0].id) if lines else None
        if person is not None:
            self.inspector.set_title(person.heading or _("Sans nom"))
            self.card.show_person(person.id, self._meetings(person))

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
                card.setObjectName(f"{workshop_id}/{person.id}")
                card.pressed.connect(self._to_workshop)
                cards.append(card)
        return cards

    def _compare_chosen(self) -> None:
        library = self._desk.atelier.library
        found = [library.get(Person, line.id) for line in self.table.chosen_values()]
        self.open_tab("doubles")
        self.twins.compare([person for person in found if person is not None])
        self.twins.beside.show_details()

    def _count_twins(self, count: int) -> None:
        self.tabs.setTabText(1, f"{_('Doublons possibles')} ({count})" if count else _("Doublons possibles"))

    def _open(self, _line: Line) -> None:
        self.beside.show_details()
        self.card.begin()

    def _to_doubles(self) -> None:
        self.open_tab("doubles")

    def _to_workshop(self) -> None:
        workshop, _slash, person = self.sender().objectName().partition("/")
        self._desk.go(f"workshop/{workshop}/prepare/people:{person}")

    def _to_workshops(self) -> None:
        self._desk.go("workshops")
