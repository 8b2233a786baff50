# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards that may be one person: found in the background, looked at side by side, merged or kept apart by hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from forgeatelier.actions.people_merging import Twins, find_twins, keep_apart, merge
from forgeatelier.actions.people_references import naming
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, marked, ngettext
from forgeatelier.model.entity import Entity
from forgeatelier.model.people.attendance import Attendance, TeamMember
from forgeatelier.model.people.consent import Consent
from forgeatelier.model.people.likeness import Reason
from forgeatelier.model.people.person import Person
from forgeatelier.model.progress import Progress
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.window.beside import Beside
from forgeatelier.window.desk import Desk
from forgeatelier.window.pages.people.comparison import Comparison, holdings_words
from forgeatelier.window.widgets import Column, DataTable, EmptyState, ScrollColumn, holding, stack

_REASONS = {
    Reason.SAME_NAME: marked("même nom"),
    Reason.NEAR_NAME: marked("nom presque pareil"),
    Reason.PART_OF_NAME: marked("un nom dans l’autre"),
    Reason.SAME_PHONE: marked("même téléphone"),
    Reason.SAME_BIRTH: marked("même année de naissance"),
}
_SOON_MS = 300
"""After a change one waits a little: several often follow each other."""


@dataclass(frozen=True, slots=True)
class Group:
    """A line of the list: who, why, how sure."""

    id: str
    names: str
    why: str
    order: int
    ids: tuple[str, ...]


class TwinsPanel(QWidget):
    """`counted` tells how many groups there are to look at."""

    counted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        """Nothing is looked for before `look`."""
        super().__init__()
        self._desk = desk
        self._again = False
        self._busy = False
        self.comparison: Comparison | None = None
        self.table = DataTable(
            (
                Column[Group](_("Fiches"), _names, sort=_place, wide=True),
                Column[Group](_("Pourquoi"), _why),
            ),
            hint=_("Filtrer par nom"),
            count=_count,
        )
        self._side = holding(QVBoxLayout(), "raised")
        side = self._side.layout()
        assert side is not None
        side.setContentsMargins(0, 0, 0, 0)
        self.beside = Beside(
            holding(stack(self.table, margin="xl")),
            self._side,
            _("Retour aux doublons"),
            shares=(2, 3),
            least=(360, 480),
        )
        # Without any, the whole place says so.
        self._pile = QStackedWidget()
        self._pile.addWidget(self._nothing())
        self._pile.addWidget(self.beside)
        self.setLayout(stack(self._pile, gap=""))
        self.setFocusProxy(self.table.view)
        self.table.current_changed.connect(self._compare)
        self.table.opened.connect(self._open)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.look)

    def _nothing(self) -> EmptyState:
        return EmptyState(
            _("Aucun doublon à regarder."),
            "",
            _("Deux fiches au même nom, ou presque, viendraient se ranger ici."),
            drawing="plant",
        )

    def look_soon(self) -> None:
        """Look again, once changes have come to rest."""
        self._soon.start()

    def look(self) -> None:
        """Look for cards that may be one person, away from the window's thread."""
        if self._busy:
            self._again = True
            return
        self._busy = True
        library = self._desk.atelier.library

        def work(progress: Progress) -> tuple[Twins, ...]:
            return find_twins(library, progress)

        self._desk.start(_("Chercher les doublons"), work, self._show)

    def compare(self, people: Sequence[Person]) -> None:
        """Look at these persons side by side."""
        self._clear()
        self._pile.setCurrentWidget(self.beside)
        around = naming(self._desk.atelier.library, tuple(person.id for person in people))
        holds = {person.id: _holds(person.id, around) for person in people}
        self.comparison = Comparison(people, holds)
        self.comparison.merge_asked.connect(self._merge)
        self.comparison.apart_asked.connect(self._keep_apart)
        side = self._side.layout()
        assert side is not None
        side.addWidget(ScrollColumn(self.comparison, widest="", margin="l"))

    def _show(self, found: tuple[Twins, ...]) -> None:
        if not isValid(self):
            return
        self._busy = False
        if self._again:
            self._again = False
            self.look()
            return
        self.table.show_rows([_group(place, twins) for place, twins in enumerate(found)])
        self.counted.emit(len(found))
        self._pile.setCurrentIndex(1 if found else 0)
        if found and self.table.current() is None:
            self.table.choose_first()
        elif not found:
            self._clear()

    def _compare(self, group: Group | None) -> None:
        library = self._desk.atelier.library
        found = [library.get(Person, key) for key in group.ids] if group is not None else []
        people = [person for person in found if person is not None]
        if len(people) > 1:
            self.compare(people)
        else:
            self._clear()

    def _open(self, _group_: Group) -> None:
        self.beside.show_details()
        if self.comparison is not None:
            self.comparison.merge.setFocus()

    def _merge(self, people: tuple[Person, ...]) -> None:
        if self.comparison is None:
            return
        try:
            change = merge(self._desk.atelier.library, people, self.comparison.said())
        except AtelierError as refusal:
            self._desk.tell(refusal)
            return
        if self._desk.keep(change):
            self._desk.toast(_("Les fiches n’en font plus qu’une."), True)
            self.beside.show_main()

    def _keep_apart(self, people: tuple[Person, ...]) -> None:
        if self._desk.keep(keep_apart(people)):
            self._desk.toast(_("Noté\N{NO-BREAK SPACE}: elles ne seront plus proposées ensemble."), True)
            self.beside.show_main()

    def _clear(self) -> None:
        self.comparison = None
        layout = self._side.layout()
        while layout is not None and (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()


def _holds(person_id: str, around: Sequence[Entity]) -> str:
    mine = [one for one in around if person_id in _named_by(one)]
    workshops = {one.workshop_id for one in mine if isinstance(one, Attendance | TeamMember)}
    consents = sum(isinstance(one, Consent) for one in mine)
    return holdings_words(len(workshops), consents, sum(isinstance(one, Capture) for one in mine))


def _named_by(one: Entity) -> tuple[str, ...]:
    if isinstance(one, Capture):
        return (*one.people, one.author_id, one.owner_id)
    return (one.person_id,) if isinstance(one, Attendance | TeamMember | Consent) else ()


def _group(place: int, twins: Twins) -> Group:
    ids = tuple(person.id for person in twins.people)
    reasons = dict.fromkeys(reason for one in twins.pairs for reason in one.reasons)
    return Group(
        "/".join(ids),
        " / ".join(person.heading for person in twins.people),
        ", ".join(_(_REASONS[reason]) for reason in reasons),
        place,
        ids,
    )


def _names(group: Group) -> str:
    return group.names


def _place(group: Group) -> int:
    return group.order


def _why(group: Group) -> str:
    return group.why


def _count(count: int) -> str:
    return ngettext("{n} groupe de fiches", "{n} groupes de fiches", count).format(n=count)
