# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The team in a few lines: who holds which role, which are lacking, and where one adds someone."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from forgeatelier.actions.team import Mate, TeamList
from forgeatelier.ground.words import _, language
from forgeatelier.model.reference import ref_list
from forgeatelier.model.workshop.roles import RoleGap
from forgeatelier.window.pages.workshop.team.name_line import NameLine
from forgeatelier.window.widgets import Button, Combo, Flow, Label, Tag, holding, reveal, row, stack

_LEADS = "animateur"


class Crew(QWidget):
    """`joining` when a name and a role are said, `leaving` with the mate who gives her role back."""

    joining = Signal()
    leaving = Signal(object)

    def __init__(self) -> None:
        """Without anyone yet."""
        super().__init__()
        self._mates = Flow(gap="s")
        self._missing = Flow(gap="xs")
        self._missing_row = holding(self._missing)
        self.name = NameLine()
        self.name.said.connect(self.joining)
        self.role = Combo()
        self.role.setAccessibleName(_("Rôle"))
        self.add = Button(_("Ajouter"), "quiet", "add")
        self.add.clicked.connect(self._ask)
        writing = row(self.name, self.role, self.add, gap="s")
        writing.setStretch(0, 3)
        writing.setStretch(1, 2)
        self.setLayout(stack(holding(self._mates), self._missing_row, writing, gap="s"))
        self.tags: dict[str, Tag] = {}
        self.gaps: dict[str, Button] = {}

    def show_team(self, team: TeamList) -> None:
        """Show who is there and who is lacking."""
        self._show_mates(team)
        self._show_missing(team.missing)
        self._offer_roles(team)

    def choose_role(self, role: str) -> None:
        """Take this role for the next name, and go and write it."""
        self.role.choose(role)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_mates(self, team: TeamList) -> None:
        _empty(self._mates)
        self.tags.clear()
        self._mates.addWidget(Label(_("Équipe"), "card-title", wrap=False))
        for mate in team.mates:
            tag = Tag(f"{mate.person.heading} · {mate.role_words}", icon="person", removable=True)
            tag.removed.connect(partial(self._leave, mate))
            self.tags[mate.id] = tag
            self._mates.addWidget(tag)
        if not team.mates:
            self._mates.addWidget(Label(_("Personne pour l’instant."), "body", tone="muted", wrap=False))

    def _show_missing(self, missing: tuple[RoleGap, ...]) -> None:
        _empty(self._missing)
        self.gaps.clear()
        reveal(self._missing_row, bool(missing))
        if missing:
            self._missing.addWidget(Tag(_("Il manque :"), "warn"))
        for gap in missing:
            button = Button(gap_words(gap), "plain", "add")
            button.setToolTip(gap.task)
            button.clicked.connect(partial(self._fill, gap.role))
            self.gaps[gap.role] = button
            self._missing.addWidget(button)

    def _offer_roles(self, team: TeamList) -> None:
        choices = role_choices(team)
        kept = self.role.value()
        wanted = team.missing[0].role if team.missing else kept or _LEADS
        if self.name.text() and kept:
            wanted = kept
        self.role.set_choices(choices, wanted)

    def _ask(self) -> None:
        self.joining.emit()

    def _fill(self, role: str, *_pressed: bool) -> None:
        self.choose_role(role)

    def _leave(self, mate: Mate) -> None:
        self.leaving.emit(mate)


def gap_words(gap: RoleGap) -> str:
    """« interprète », « hôte de table × 5 »."""
    return f"{gap.words} × {gap.lacking}" if gap.lacking > 1 else gap.words


def role_choices(team: TeamList) -> tuple[tuple[str, str], ...]:
    """The roles that the protocol asks for, in its words, then those of the list."""
    asked = {gap.role: gap.words[:1].upper() + gap.words[1:] for gap in team.gaps}
    said = language()
    usual = {one.code: one.label(said) for one in ref_list("roles").entries if one.code not in asked}
    return tuple({**asked, **usual}.items())


def _empty(flow: Flow) -> None:
    while (item := flow.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
