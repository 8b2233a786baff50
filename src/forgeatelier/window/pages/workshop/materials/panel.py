# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tab Matériel does: scale the list to a group, tick what is got and packed, add, change, remove."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from forgeatelier.actions.prepare import edit_workshop
from forgeatelier.actions.supplies import (
    SupplyList,
    add_supply,
    edit_supplies,
    keep_supply,
    read_supplies,
    remove_supplies,
)
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.method.material import teams_for
from forgeatelier.model.workshop.money import total_words
from forgeatelier.model.workshop.needs import (
    Need,
    needs_of,
    packing,
    per_participant,
    shopping,
    total_cost,
    unlisted,
)
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.slots import team_size_of
from forgeatelier.model.workshop.supply import Supply
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.beside import Beside
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.materials.card import SupplyCard
from forgeatelier.window.pages.workshop.materials.head import Head
from forgeatelier.window.pages.workshop.materials.lines import Line, columns
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.tall import Tall
from forgeatelier.window.widgets import Command, DataTable, EmptyState, stack

_WHOLE, _TO_GET, _BOX = "whole", "to-get", "box"


class Materials(Panel):
    """The list scaled to the group; another number may be tried without changing anything."""

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        """For the people planned."""
        super().__init__(subject, parent)
        self.head = Head()
        nothing = EmptyState(
            _("De quoi a-t-on besoin ?"),
            note=_(
                "Écrivez une fourniture ci-dessous, puis Entrée. Le matériel d’un protocole vient tout seul."
            ),
            drawing="notebook",
        )
        self.table = DataTable(columns(), hint=_("Filtrer le matériel"), count=_lines, empty=nothing)
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Ajouter une fourniture : son nom, puis Entrée"))
        self.name.setAccessibleName(_("Ajouter une fourniture"))
        self.card = SupplyCard(subject.desk, self._current, self._kept_as)
        column = stack(self.head, self.table, self.name, gap="m", margin="l")
        self.beside = Beside(Tall(column, self.table.view), self.card, _("Retour au matériel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.beside)
        self.setFocusProxy(self.table.search)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.head.people.valueChanged.connect(self._show)
        self.head.retained.connect(self._keep_number)
        self.head.part_chosen.connect(self._show)
        self.head.wanted.connect(self._add_asked)
        self.name.returnPressed.connect(self._add_typed)
        self.table.current_changed.connect(self.card.show_line)
        self.table.opened.connect(self._open)
        self.table.delete_asked.connect(self._remove)
        tick = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table.view)
        tick.setContext(Qt.ShortcutContext.WidgetShortcut)
        tick.activated.connect(self.tick)
        self.subject.changed.connect(self._heard)

    def refresh(self) -> None:
        """Take the number of people planned."""
        workshop = self.subject.workshop()
        if workshop is not None:
            self.head.set_people(workshop.people_planned)
            self._show()

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.card.form.keep()

    def primary(self) -> Primary | None:
        """Once prepared, one runs it."""
        return Primary(_("Animer"), "play", self._run)

    def visit(self, place: str) -> None:
        """`to-get`, `box`, or a supply by its id."""
        if place in (_TO_GET, _BOX):
            self.head.show_part(place)
            self._show()
        elif self.table.choose(place):
            self.beside.show_details()

    def commands(self) -> tuple[Command, ...]:
        """What one can do with the list."""
        group = _("Matériel")
        return (
            Command(
                _("Ajouter une fourniture"),
                self.name.setFocus,
                "materiel achat supply",
                icon="add",
                group=group,
            ),
            Command(
                _("Voir ce qui reste à obtenir"), self._see_to_get, "courses achats shopping", group=group
            ),
            Command(_("Voir la caisse"), self._see_box, "emballer caisse packing", group=group),
        )

    def tick(self) -> None:
        """Tick what is chosen: packed when one looks at the box, obtained otherwise."""
        lines = self.table.chosen_values()
        if not lines:
            return
        name = "packed" if self.head.part() == _BOX else "bought"
        done = all(getattr(line.need.supply, name) for line in lines)
        said = {name: not done}
        self._try(lambda listed: edit_supplies(listed, [line.id for line in lines], **said))

    def _listed(self) -> SupplyList | None:
        workshop = self.subject.workshop()
        return read_supplies(self.subject.desk.atelier.library, workshop) if workshop else None

    def _show(self) -> None:
        listed, plan = self._listed(), self.subject.plan()
        if listed is None or plan is None:
            return
        workshop, steps = listed.workshop, plan.steps
        tried, planned = self.head.people.value(), max(1, workshop.people_planned)
        size = team_size_of(workshop)
        needs = needs_of(listed.supplies, steps, tried, teams_for(tried, size))
        was = {
            one.supply.id: one for one in needs_of(listed.supplies, steps, planned, teams_for(planned, size))
        }
        lines = [Line(one, was[one.supply.id] if tried != planned else None) for one in needs]
        wanted = {one.supply.id for one in self._part(needs)}
        self.table.show_rows([line for line in lines if line.id in wanted])
        if self.table.current() is None and lines:
            self.table.view.selectRow(0)
        self.card.show_line(self.table.current())
        totals = total_cost(needs)
        self.head.say_group(
            teams_for(tried, size) if size else 0, sum(line.changed for line in lines), tried != planned
        )
        self.head.say_parts(len(shopping(needs)), sum(not one.supply.packed for one in packing(needs)))
        self.head.say_cost(
            total_words(totals, language()),
            total_words(per_participant(totals, tried), language()),
            sum(one.supply.unit_cost is None for one in needs),
        )
        self.head.say_unlisted(unlisted(listed.supplies, steps))

    def _part(self, needs: tuple[Need, ...]) -> tuple[Need, ...]:
        part = self.head.part()
        return shopping(needs) if part == _TO_GET else packing(needs) if part == _BOX else needs

    def _current(self) -> Supply | None:
        line, listed = self.table.current(), self._listed()
        if line is None or listed is None:
            return None
        return next((one for one in listed.supplies if one.id == line.id), None)

    def _kept_as(self, supply: Entity) -> Change:
        listed, plan = self._listed(), self.subject.plan()
        assert listed is not None
        assert plan is not None
        assert isinstance(supply, Supply)
        return keep_supply(listed, supply, plan)

    def _try(self, change: Callable[[SupplyList], Change]) -> bool:
        listed = self._listed()
        if listed is None:
            return False
        try:
            made = change(listed)
        except AtelierError as refusal:
            self.subject.desk.tell(refusal)
            return False
        return self.subject.desk.keep(made)

    def _add_typed(self) -> None:
        if self._add(self.name.text()):
            self.name.clear()

    def _add_asked(self, names: tuple[str, ...]) -> None:
        for name in names:
            self._add(name)

    def _add(self, name: str) -> bool:
        supply = Supply(name=name)
        kept = bool(name.strip()) and self._try(lambda listed: add_supply(listed, supply))
        if kept:
            self.head.show_part(_WHOLE)
            self._show()
            self.table.choose(supply.id)
        return kept

    def _remove(self, lines: tuple[Line, ...]) -> None:
        if self._try(lambda listed: remove_supplies(listed, [line.id for line in lines])):
            said = ngettext("{n} fourniture retirée.", "{n} fournitures retirées.", len(lines))
            self.subject.desk.toast(said.format(n=len(lines)), True)

    def _open(self, _line: Line) -> None:
        self.beside.show_details()
        editor = self.card.form.editor("fixed")
        if editor is not None:
            editor.setFocus()

    def _keep_number(self) -> None:
        workshop = self.subject.workshop()
        if workshop is not None:
            after = replace(workshop, people_planned=self.head.people.value())
            self.subject.desk.keep(edit_workshop(workshop, after))

    def _see_to_get(self) -> None:
        self.visit(_TO_GET)

    def _see_box(self) -> None:
        self.visit(_BOX)

    def _run(self) -> None:
        self.subject.desk.go(f"workshop/{self.subject.id}/run")

    def _heard(self, change: Change) -> None:
        if change.touches(Workshop):
            self.refresh()
        elif change.touches(Supply, PlannedStep):
            self._show()


def _lines(count: int) -> str:
    return ngettext("{n} ligne", "{n} lignes", count).format(n=count)
