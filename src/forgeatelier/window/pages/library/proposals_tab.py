# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What workshops propose to a protocol, and what their real times say: tick, note, and it is the next version."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from forgeatelier.actions.proposals import decline
from forgeatelier.actions.versions import version_from
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.method.comparing import Difference, differences, escaped, where
from forgeatelier.model.method.edition import Proposal
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.versions import Gone, bumped, with_changes
from forgeatelier.model.workshop.real_times import Hint
from forgeatelier.window.desk import Desk
from forgeatelier.window.pages.library.life import Asked, Life
from forgeatelier.window.pages.library.ticked import Line, Ticked
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Button,
    Card,
    Check,
    EmptyState,
    Field,
    Flow,
    Label,
    ScrollColumn,
    holding,
    reveal,
)

_HINT = "hint:"


class ProposalsTab(ScrollColumn):
    """`made` carries the id of a protocol that has a new version."""

    made = Signal(str)

    def __init__(self, desk: Desk) -> None:
        """Nothing shown yet."""
        super().__init__(gap="m", margin="l")
        self._desk = desk
        self._life: Life | None = None
        self.empty = EmptyState(
            _("Aucune proposition n’attend."),
            note=_(
                "Ce que l’on change dans un atelier peut être proposé au protocole : onglet Versions, sur l’atelier."
            ),
        )
        self.lines, self.timed = Ticked(), Ticked()
        self._asked_head = Label(_("Proposé par des ateliers"), "strong")
        self._timed_head = Label(_("D’après les durées réelles"), "strong")
        self.version, self.note = QLineEdit(), QLineEdit()
        self.note_field = Field(_("Ce qui change et pourquoi"), self.note)
        self.rest = Check(_("Écarter les propositions qui ne sont pas cochées"))
        self.keep_button = Button(_("Nouvelle version"), "primary", "check")
        self.drop_button = Button(_("Écarter les lignes cochées"), "plain", "close")
        self.keep_button.clicked.connect(self.keep)
        self.drop_button.clicked.connect(self.drop)
        self.note.returnPressed.connect(self.keep)
        for ticked in (self.lines, self.timed):
            ticked.changed.connect(self._show_able)
        self.lines.dropped.connect(self._drop_one)
        self.form = Card(_("Nouvelle version"), icon="history")
        self.note.setMinimumWidth(worn().measure("control") * 11)
        self.form.add(holding(Flow(Field(_("Version"), self.version), self.note_field, gap="m")), self.rest)
        self.form.act(self.keep_button, self.drop_button)
        for part in (self.empty, self._asked_head, self.lines, self._timed_head, self.timed, self.form):
            self.add(part)

    def show_life(self, life: Life) -> None:
        """Show what waits for an answer."""
        fresh = self._life is None or self._life.protocol != life.protocol
        self._life = life
        self.lines.show_lines([_line(life.protocol, one) for one in life.asked])
        self.timed.show_lines([_timed(one) for one in life.hints])
        some = bool(life.asked or life.hints)
        self.empty.setVisible(not some)
        self.form.setVisible(some)
        asked: tuple[QWidget, ...] = (self._asked_head, self.lines, self.rest, self.drop_button)
        for part in asked:
            part.setVisible(bool(life.asked))
        self._timed_head.setVisible(bool(life.hints))
        self.timed.setVisible(bool(life.hints))
        if fresh:
            self.version.setText(bumped(life.protocol.version))
            self.note.clear()
            self.note_field.clear_error()
        self._show_able()

    def waits(self) -> bool:
        """Whether there is anything to answer."""
        return self._life is not None and bool(self._life.asked or self._life.hints)

    def keep(self) -> None:
        """Make the next version of what is ticked, in one change."""
        if self._life is None:
            return
        if not self.note.text().strip():
            self.note_field.set_error(_("La nouvelle version n’a pas de note."), _("Une phrase suffit."))
            self.note.setFocus()
            return
        self.note_field.clear_error()
        yes, no = self._answers()
        chosen = set(self.timed.ticked())
        further = [
            (f"steps/{escaped(one.step_id)}/minutes", str(one.real))
            for one in self._life.hints
            if _HINT + one.step_id in chosen
        ]
        try:
            change = version_from(
                self._desk.atelier.library,
                self._life.protocol,
                yes,
                note=self.note.text(),
                version=self.version.text(),
                on=self._desk.atelier.clock().astimezone().date(),
                declined=no if self.rest.isChecked() else (),
                further=further,
            )
        except AtelierError as refusal:
            self._desk.tell(refusal)
            return
        if self._desk.keep(change):
            self._desk.toast(
                _("La version {version} est dans votre bibliothèque.").format(
                    version=self.version.text().strip()
                ),
                True,
            )
            self.made.emit(self._life.protocol.id)

    def drop(self) -> None:
        """Answer no to what is ticked."""
        yes, _no = self._answers()
        if yes and self._desk.keep(decline(yes)):
            self._desk.toast(_("Les propositions cochées sont écartées."), True)

    def _drop_one(self, proposal_id: str) -> None:
        asked = self._life.asked if self._life is not None else ()
        found = [one.proposal for one in asked if one.proposal.id == proposal_id]
        if found and self._desk.keep(decline(found)):
            self._desk.toast(_("La proposition est écartée."), True)

    def _answers(self) -> tuple[tuple[Proposal, ...], tuple[Proposal, ...]]:
        asked = self._life.asked if self._life is not None else ()
        ticked = set(self.lines.ticked())
        yes = tuple(one.proposal for one in asked if one.proposal.id in ticked)
        return yes, tuple(one.proposal for one in asked if one.proposal.id not in ticked)

    def _show_able(self) -> None:
        some = bool(self.lines.ticked() or self.timed.ticked())
        self.keep_button.setEnabled(some)
        self.drop_button.setEnabled(bool(self.lines.ticked()))
        reveal(self.rest, bool(self._life and self._life.asked))


def _line(protocol: Protocol, asked: Asked) -> Line:
    """A proposal as it would change the protocol of today."""
    proposal = asked.proposal
    whence = _("{workshop}, version {version}").format(workshop=asked.workshop, version=proposal.version)
    note = (
        _("{whence} : {reason}").format(whence=whence, reason=proposal.reason) if proposal.reason else whence
    )
    found = _effect(protocol, proposal)
    if found is None:
        same = asked.today == proposal.after
        why = _("le protocole le dit déjà") if same else _("l’étape n’est plus dans le protocole")
        return Line(proposal.id, where(protocol, proposal.path), note=note, warning=why, able=False)
    warning = _("le protocole a changé depuis") if asked.stale else ""
    return Line(proposal.id, found.label, found.before, found.after, note, warning)


def _effect(protocol: Protocol, proposal: Proposal) -> Difference | None:
    try:
        changed = with_changes(protocol, [(proposal.path, proposal.after)])
    except (Gone, ValueError, TypeError, KeyError):
        return None
    return next((one for one in differences(protocol, changed) if one.path == proposal.path), None)


def _timed(hint: Hint) -> Line:
    return Line(_HINT + hint.step_id, hint.words)
