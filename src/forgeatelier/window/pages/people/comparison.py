# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards of what may be one person, side by side: what differs, and which value stays."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from forgeatelier.actions.people_merging import Difference, differences
from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.model.declare import kind_of
from forgeatelier.model.people.person import CreditMode, Person, Sex
from forgeatelier.model.reference import label
from forgeatelier.window import people_words as words
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, Check, Flow, Label, Radio, holding, row, stack

_OF_LIST = {"age_band": "tranches-age"}


class Comparison(QWidget):
    """`merge_asked` and `apart_asked` carry the persons that are spoken of."""

    merge_asked = Signal(object)
    apart_asked = Signal(object)

    def __init__(self, people: Sequence[Person], holds: Mapping[str, str]) -> None:
        """`holds` says in words what hangs on each card: workshops, agreements, photos."""
        super().__init__()
        self._people = tuple(people)
        self.together = [Check(_("En fait partie"), checked=True) for _person in people]
        self._groups: dict[str, tuple[QButtonGroup, tuple[Any, ...]]] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(worn().space("l"))
        grid.setVerticalSpacing(worn().space("s"))
        for place, person in enumerate(people, 1):
            grid.addWidget(Label(person.heading or _("Sans nom"), "strong", wrap=True), 0, place)
            grid.addWidget(Label(holds.get(person.id, ""), "note", wrap=True), 1, place)
            grid.setColumnStretch(place, 3)
            if len(people) > 2:
                grid.addWidget(holding(row(self.together[place - 1], None)), 2, place)
        found = differences(people)
        for line, one in enumerate(found, 3):
            self._add(grid, line, one)
        grid.setColumnStretch(0, 2)
        same = Label(_alike(people, {one.name for one in found}), "note")
        self.merge = Button(_("Réunir en une fiche"), "primary", "merge")
        self.apart = Button(
            _("Ce sont deux personnes") if len(people) == 2 else _("Ce sont des personnes différentes"),
            "quiet",
            "people",
        )
        self.merge.clicked.connect(self._ask_merge)
        self.apart.clicked.connect(self._ask_apart)
        kept = Label(
            _(
                "Les présences s’additionnent, les accords de chaque fiche restent\N{NO-BREAK SPACE}: "
                "un refus l’emporte. Ctrl+Z redonne les fiches telles quelles."
            ),
            "note",
        )
        self.setLayout(stack(holding(grid), same, kept, holding(Flow(self.merge, self.apart)), gap="l"))

    def _add(self, grid: QGridLayout, line: int, one: Difference) -> None:
        grid.addWidget(Label(_(one.label), "label", wrap=True), line, 0)
        group = QButtonGroup(self)
        values: list[Any] = []
        for place, value in enumerate(one.values, 1):
            button = Radio(_in_words(one.name, value), checked=value == one.usual)
            button.setAccessibleName(f"{_(one.label)}\N{NO-BREAK SPACE}: {_in_words(one.name, value)}")
            group.addButton(button, len(values))
            values.append(value)
            grid.addWidget(holding(row(button, None)), line, place)
        if one.usual not in one.values:
            both = Radio(_("Tout garder"), checked=True)
            group.addButton(both, len(values))
            values.append(one.usual)
            grid.addWidget(holding(row(both, None)), line, len(one.values) + 1)
        self._groups[one.name] = (group, tuple(values))

    def said(self) -> dict[str, Any]:
        """The value that stays, field by field."""
        return {
            name: values[group.checkedId()]
            for name, (group, values) in self._groups.items()
            if group.checkedId() >= 0
        }

    def choose(self, name: str, value: Any) -> None:
        """Let a value stay."""
        group, values = self._groups[name]
        group.button(values.index(value)).setChecked(True)

    def chosen(self) -> tuple[Person, ...]:
        """The persons that are spoken of."""
        return tuple(one for one, check in zip(self._people, self.together, strict=True) if check.isChecked())

    def _ask_merge(self) -> None:
        self.merge_asked.emit(self.chosen())

    def _ask_apart(self) -> None:
        self.apart_asked.emit(self.chosen())


def _alike(people: Sequence[Person], differing: set[str]) -> str:
    """What stands the same on every card."""
    first = people[0]
    held = [
        _in_words(rule.name, getattr(first, rule.name))
        for rule in kind_of(Person).fields.values()
        if rule.name not in differing
        and not rule.refers
        and getattr(first, rule.name) not in ("", (), None, Sex.UNSTATED, CreditMode.UNASKED)
    ]
    if not differing:
        return _("Tout ce qui est écrit sur ces fiches est pareil.")
    return _("Pareil partout\N{NO-BREAK SPACE}: {words}.").format(words=", ".join(held)) if held else ""


def _in_words(name: str, value: Any) -> str:
    if value in ("", None, ()):
        return _("rien")
    if name == "sex":
        return _(words.SEXES[value])
    if name == "credit_mode":
        return _(words.CREDITS[value])
    if name == "languages":
        return ", ".join(label("langues", code, language()) for code in value)
    return label(_OF_LIST[name], value, language()) if name in _OF_LIST else str(value)


def holdings_words(workshops: int, consents: int, photos: int) -> str:
    """« 2 ateliers · 1 accord · 3 prises »."""
    parts = (
        ngettext("{n} atelier", "{n} ateliers", workshops).format(n=workshops) if workshops else "",
        ngettext("{n} accord", "{n} accords", consents).format(n=consents) if consents else "",
        ngettext("{n} prise", "{n} prises", photos).format(n=photos) if photos else "",
    )
    return " · ".join(part for part in parts if part) or _("rien n’y est attaché")
