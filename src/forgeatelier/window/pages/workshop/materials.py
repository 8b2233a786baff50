# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Préparer › Matériel: how much of everything for so many people, and what it costs."""

from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forgeatelier.actions.prepare import edit_workshop
from forgeatelier.ground.words import _, language, marked, ngettext
from forgeatelier.model import reference
from forgeatelier.model.change import Change
from forgeatelier.model.method.material import Material, MaterialKind, Sourcing, teams_for, total_cost
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.tall import Tall
from forgeatelier.window.widgets import (
    Button,
    Column,
    DataTable,
    EmptyState,
    Label,
    Number,
    row,
    stack,
)

_KINDS = {
    MaterialKind.TOOL: marked("Outil"),
    MaterialKind.MATERIAL: marked("Matériau"),
    MaterialKind.CONSUMABLE: marked("Consommable"),
    MaterialKind.PROTECTIVE: marked("Protection"),
    MaterialKind.PRINTED: marked("À imprimer"),
    MaterialKind.DIGITAL: marked("Numérique"),
}
_SOURCES = {
    Sourcing.BUY: marked("à acheter"),
    Sourcing.RECOVER: marked("à récupérer"),
    Sourcing.BORROW: marked("à emprunter"),
    Sourcing.SUPPLIED: marked("fourni"),
}


@dataclass(frozen=True)
class Needed:
    """One line of the list, for these people in these teams."""

    id: int
    material: Material
    people: int
    teams: int

    def quantity(self) -> Decimal:
        """How much is needed."""
        return self.material.quantity(self.people, self.teams)

    def quantity_words(self) -> str:
        """« 12 feuilles »."""
        if not self.material.has_quantity:
            return _("à préciser")
        return f"{saying.number(self.quantity())} {self.material.unit}".strip()

    def cost(self) -> Decimal:
        """What it costs, 0 when nobody said."""
        return self.material.cost(self.people, self.teams) or Decimal(0)

    def cost_words(self) -> str:
        """« 2 500 F CFA »; nothing when nobody said the price."""
        cost = self.material.cost(self.people, self.teams)
        return "" if cost is None else money(cost, self.material.currency)


def money(amount: Decimal, currency: str) -> str:
    """An amount with the name of its currency."""
    name = reference.label("devises", currency, language()) if currency else ""
    return f"{saying.number(amount)} {name if len(name) <= 5 else currency}".strip()


def _kind(line: Needed) -> str:
    return _(_KINDS[line.material.kind])


def _name(line: Needed) -> str:
    return line.material.name


def _source(line: Needed) -> str:
    said = _(_SOURCES[line.material.sourcing]) if line.material.sourcing else ""
    early = line.material.lead_days
    delay = ngettext("{n} jour avant", "{n} jours avant", early).format(n=early) if early else ""
    return " · ".join(part for part in (said, delay) if part)


def _substitute(line: Needed) -> str:
    return line.material.substitute


def _critical(line: Needed) -> str:
    return "star" if line.material.critical else ""


class Materials(Panel):
    """The list scaled to the group; another number may be tried without changing anything."""

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        """For the people planned."""
        super().__init__(subject, parent)
        self._people = Number(least=1, most=2000)
        self._people.setAccessibleName(_("Nombre de personnes"))
        self._people.valueChanged.connect(self._scale)
        self._teams = Label("", "note", wrap=False)
        self._retain = Button(_("Retenir ce nombre"), "plain", "check")
        self._retain.clicked.connect(self._keep_number)
        self._cost = Label("", "strong", wrap=False)
        self._unpriced = Label("", "note", wrap=False)
        columns = (
            Column[Needed](_("Quoi"), _name, icon=_critical),
            Column[Needed](_("Combien"), Needed.quantity_words, sort=Needed.quantity),
            Column[Needed](_("Sorte"), _kind),
            Column[Needed](_("D’où"), _source),
            Column[Needed](_("Prix"), Needed.cost_words, sort=Needed.cost, figures=True),
            Column[Needed](_("Sinon"), _substitute, wide=True),
        )
        nothing = EmptyState(_("Le protocole de cet atelier ne demande aucun matériel."), drawing="notebook")
        self.table = DataTable(columns, hint=_("Filtrer le matériel"), count=_lines, empty=nothing)
        head = row(
            Label(_("Pour"), "body", wrap=False),
            self._people,
            self._teams,
            self._retain,
            None,
            self._unpriced,
            self._cost,
            gap="s",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Tall(stack(head, self.table, gap="m", margin="l"), self.table.view))
        self.setFocusProxy(self.table.search)
        subject.changed.connect(self._heard)
        self.refresh()

    def refresh(self) -> None:
        """Take the number of people planned."""
        workshop = self.subject.workshop()
        if workshop is not None:
            quiet = self._people.blockSignals(True)
            self._people.setValue(max(1, workshop.people_planned))
            self._people.blockSignals(quiet)
            self._scale()

    def primary(self) -> Primary | None:
        """Once prepared, one runs it."""
        return Primary(_("Animer"), "play", self._run)

    def _run(self) -> None:
        self.subject.desk.go(f"workshop/{self.subject.id}/run")

    def _scale(self) -> None:
        workshop = self.subject.workshop()
        if workshop is None or workshop.protocol is None:
            self.table.show_rows(())
            return
        protocol, count = workshop.protocol, self._people.value()
        teams = teams_for(count, protocol.group.per_team)
        said = ngettext("personnes en {n} équipe", "personnes en {n} équipes", teams).format(n=teams)
        self._teams.setText(said if protocol.group.per_team else _("personnes"))
        self._retain.setVisible(count != workshop.people_planned)
        self.table.show_rows([Needed(at, one, count, teams) for at, one in enumerate(protocol.materials)])
        self._say_cost(protocol.materials, count, teams)

    def _say_cost(self, materials: tuple[Material, ...], count: int, teams: int) -> None:
        totals = total_cost(materials, count, teams)
        shown = " + ".join(money(amount, currency) for currency, amount in sorted(totals.items()))
        self._cost.setText(_("Coût prévu : {cost}").format(cost=shown) if shown else "")
        unpriced = sum(one.unit_cost is None for one in materials)
        self._unpriced.setText(
            ngettext("{n} ligne sans prix", "{n} lignes sans prix", unpriced).format(n=unpriced)
            if unpriced
            else ""
        )

    def _keep_number(self) -> None:
        workshop = self.subject.workshop()
        if workshop is not None:
            self.subject.desk.keep(
                edit_workshop(workshop, replace(workshop, people_planned=self._people.value()))
            )

    def _heard(self, change: Change) -> None:
        if change.touches(Workshop):
            self.refresh()


def _lines(count: int) -> str:
    return ngettext("{n} ligne", "{n} lignes", count).format(n=count)
