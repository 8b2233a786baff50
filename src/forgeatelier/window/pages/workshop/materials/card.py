# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The details of one supply, edited in place."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from forgeatelier.ground.words import _, language
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.reference import ref_list
from forgeatelier.model.workshop.supply import Supply
from forgeatelier.window.desk import Desk
from forgeatelier.window.form import Form, Way
from forgeatelier.window.pages.workshop.materials.lines import KINDS, SOURCES, Line
from forgeatelier.window.widgets import Combo, Field, Inspector, Label, Number, TextEdit, holding, row, stack


def _written(value: Decimal | None) -> str:
    if value is None or not value:
        return ""
    said = format(value.normalize(), "f")
    return said.replace(".", ",") if language() == "fr" else said


def _read(said: str) -> Decimal:
    figures = said.replace(",", ".").rstrip(".")
    return Decimal(figures) if figures else Decimal(0)


def _read_price(said: str) -> Decimal | None:
    return _read(said) if said else None


_AMOUNT = Way(_written, _read)
_PRICE = Way(_written, _read_price)


class Amount(QLineEdit):
    """A positive number with at most three decimals; nothing else can be typed."""

    def __init__(self, hint: str = "") -> None:
        """`hint` shows while nothing is written."""
        super().__init__()
        self.setPlaceholderText(hint or "0")
        self.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,9}([.,]\d{0,3})?"), self))


class SupplyCard(Inspector):
    """One supply at the right: how much, from where, at what price, what the box holds."""

    def __init__(
        self, desk: Desk, kept: Callable[[], Supply | None], change: Callable[[Entity], Change]
    ) -> None:
        """`kept` gives the supply one is on, `change` the change that keeps it as typed."""
        super().__init__(_("Fourniture"))
        self.form = Form(desk, _("Modifier une fourniture"), kept, parent=self, change=change)
        self._nothing = Label(_("Choisissez une ligne pour la préciser."), "body", tone="muted")
        self._steps = Label("", "note", wrap=True)
        self._fields = holding(stack(*self._parts(), self._steps, gap="m"))
        self.add(self._nothing, self._fields)

    def _parts(self) -> tuple[QWidget, ...]:
        bind = self.form.bind
        return (
            Field(_("Nom"), bind("name", QLineEdit())),
            _side_by_side(
                Field(_("Pour l’atelier"), bind("fixed", Amount(), _AMOUNT)),
                Field(_("Par personne"), bind("per_person", Amount(), _AMOUNT)),
                Field(_("Par groupe"), bind("per_team", Amount(), _AMOUNT)),
            ),
            _side_by_side(
                Field(_("Unité"), bind("unit", QLineEdit())),
                Field(_("Vendu par"), bind("pack", Amount(_("à l’unité")), _AMOUNT)),
            ),
            Field(_("Déjà dans la caisse"), bind("held", Amount(), _AMOUNT)),
            Field(_("D’où"), bind("sourcing", Combo(_sources()), Way(_code, _sourcing))),
            Field(_("Délai"), bind("lead_days", Number(most=365, unit=_("jours avant")))),
            _side_by_side(
                Field(_("Prix local de l’unité"), bind("unit_cost", Amount(_("inconnu")), _PRICE)),
                Field(_("Devise"), bind("currency", Combo(_currencies()))),
            ),
            Field(_("À défaut"), bind("substitute", TextEdit(lines=1))),
            Field(_("Genre"), bind("kind", Combo((one, _(said)) for one, said in KINDS.items()))),
            bind("critical", QCheckBox(_("Sans elle, l’atelier ne peut pas se tenir"))),
            bind("bought", QCheckBox(_("Obtenu"))),
            bind("packed", QCheckBox(_("Emballé"))),
            Field(_("Notes internes"), bind("notes", TextEdit(lines=1)), _("Ne sont jamais publiées.")),
        )

    def show_line(self, line: Line | None) -> None:
        """Show another supply, or none."""
        self._fields.setVisible(line is not None)
        self._nothing.setVisible(line is None)
        self.set_title(line.need.supply.name if line else _("Fourniture"))
        said = line.steps_words() if line else ""
        self._steps.setText(
            _("Sert à : {steps}").format(steps=said) if said else _("Aucune étape ne la nomme.")
        )
        self.form.show()


def _side_by_side(*fields: QWidget) -> QWidget:
    line = row(*fields, gap="s")
    for place in range(len(fields)):
        line.setStretch(place, 1)
    return holding(line)


def _code(value: Any) -> str:
    return value.value if value is not None else ""


def _sourcing(value: str) -> Any:
    return next((one for one in SOURCES if one.value == value), None)


def _sources() -> tuple[tuple[str, str], ...]:
    return (("", _("non précisé")), *((one.value, _(said)) for one, said in SOURCES.items()))


def _currencies() -> tuple[tuple[str, str], ...]:
    return (("", "—"), *((one.code, one.code) for one in ref_list("devises").entries))
