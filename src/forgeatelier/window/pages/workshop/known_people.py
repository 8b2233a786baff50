# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""People of a list who stand in the directory already: the same person, or another one of that name."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from forgeatelier.actions.people_import import Arrival
from forgeatelier.ground.words import _
from forgeatelier.model.people.person import Person
from forgeatelier.window import people_words as words
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Combo, EmptyState, Label, ScrollColumn, holding, reveal, stack

_SHOWN = 200
"""More questions than this are not asked one by one: the others stay new people, and are found as doubles."""


class KnownPeople(QWidget):
    """`said` tells the line of a list and whether it is the person of the directory."""

    said = Signal(int, bool)

    def __init__(self, subject: Subject) -> None:
        """Nobody yet."""
        super().__init__()
        self._subject = subject
        self.choices: dict[int, Combo] = {}
        self._nobody = EmptyState(_("Personne de cette liste n’est déjà dans l’annuaire."), drawing="plant")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(worn().space("m"))
        self._grid.setVerticalSpacing(worn().space("s"))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._list = ScrollColumn(holding(self._grid), widest="", margin="s")
        self.setLayout(stack(self._nobody, self._list, gap=""))

    def show_arrivals(self, found: Sequence[Arrival], same: set[int]) -> None:
        """Ask about those whose name is in the directory."""
        asked = [one for one in found if one.person is not None and not one.here][:_SHOWN]
        _empty(self._grid)
        self.choices = {}
        for line, one in enumerate(asked):
            self._add(line, one, same=one.row.line in same)
        reveal(self._nobody, not asked)
        self._nobody.setVisible(not asked)
        self._list.setVisible(bool(asked))

    def _add(self, line: int, one: Arrival, *, same: bool) -> None:
        assert one.person is not None
        name = f"{one.row.given_names} {one.row.family_name}".strip()
        combo = Combo(((True, _("La même personne")), (False, _("Une autre personne"))), same)
        combo.setAccessibleName(name)
        combo.chosen.connect(partial(self._tell, one.row.line))
        listed = stack(Label(name, "strong", wrap=True), Label(_row_words(one), "note"), gap="")
        known = stack(
            Label(one.person.heading, "body", wrap=True), Label(self._about(one.person), "note"), gap=""
        )
        self._grid.addWidget(holding(listed), line, 0)
        self._grid.addWidget(holding(known), line, 1)
        self._grid.addWidget(combo, line, 2)
        self.choices[one.row.line] = combo

    def _about(self, person: Person) -> str:
        age = words.age(person, self._subject.today())
        parts = (_("Dans l’annuaire"), age, person.organisation, person.village, person.phone)
        return " · ".join(part for part in parts if part)

    def _tell(self, line: int, same: bool) -> None:
        self.said.emit(line, bool(same))


def _row_words(one: Arrival) -> str:
    row = one.row
    born = str(row.birth_year) if row.birth_year else str(row.age or "")
    parts = (_("Ligne {n}").format(n=row.line), born, row.organisation, row.village, row.phone)
    return " · ".join(part for part in parts if part)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
