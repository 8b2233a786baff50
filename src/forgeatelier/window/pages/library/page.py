# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of the library: find a protocol, read it, run it, make it one's own."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from forgeatelier.actions.at_hand import AtHand
from forgeatelier.actions.prepare import add_protocol
from forgeatelier.actions.versions import reviewed
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.method.edition import Edition, Proposal, Review
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.progress import Progress
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.protocols.complaint import ProtocolComplaints
from forgeatelier.protocols.reading import read_text_with_notices
from forgeatelier.protocols.source import text_of
from forgeatelier.window.desk import Desk
from forgeatelier.window.methods.holdings import Held, read_holdings
from forgeatelier.window.pages.library import layout, travelling
from forgeatelier.window.pages.library.editing import Editing
from forgeatelier.window.pages.library.inserting import InsertForm
from forgeatelier.window.pages.library.life import Life, read_life
from forgeatelier.window.pages.library.proposing import Proposing
from forgeatelier.window.pages.library.run_form import RunForm
from forgeatelier.window.widgets import Command


class LibraryPage(QWidget):
    """Addresses: `library/<protocol id or short name>`, then `/versions`, `/proposals` or `/propose/<workshop id>`."""

    def __init__(self, desk: Desk, address: str = "") -> None:
        """Read what is at hand, then show the protocol of the address."""
        super().__init__()
        self._desk = desk
        self.pick_source, self.pick_target = travelling.pick_source, travelling.pick_target
        self._at_hand = AtHand(desk.atelier.library)
        self._asked, self._tab, self._workshop = "", "", ""
        self._form: RunForm | InsertForm | None = None
        self._proposing: Proposing | None = None
        self._read_key = ""
        self._stale = False
        self.look = layout.Look(desk)
        self.editing = Editing(desk)
        self._pile = QStackedWidget()
        self._pile.addWidget(self.look.beside)
        self._pile.addWidget(self.editing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.look.header)
        outer.addWidget(self._pile, 1)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.look.filters)
        self._connect()
        self.reload()
        self.arrive(address)

    def _connect(self) -> None:
        look = self.look
        look.list.current_changed.connect(self.read)
        look.list.opened.connect(self._open)
        look.primary.clicked.connect(self._next)
        look.edit.clicked.connect(self.edit)
        look.bring.clicked.connect(self.ask_import)
        look.send.clicked.connect(self.export)
        look.insert.clicked.connect(self.insert)
        look.tabs.chosen.connect(self.show_tab)
        look.versions.went.connect(self._desk.go)
        look.versions.proposing.connect(self.propose)
        look.versions.read_over.connect(self.mark_reviewed)
        look.proposals.made.connect(self._show_kept)
        look.drop.clicked.connect(self.drop_own)
        self.editing.kept.connect(self._show_kept)
        self.editing.left.connect(self._stop_editing)
        self.editing.judged.connect(self._show_next)
        self._desk.bulletin.changed.connect(self._heard)

    def arrive(self, address: str) -> None:
        """Show the protocol of an address, as soon as it is read."""
        if self._stale:
            self._stale = False
            self.reload()
        name, _slash, more = address.partition("/")[2].partition("/")
        self._tab, _slash, workshop = more.partition("/")
        if self._pile.currentWidget() is not self.editing:
            (self.look.list if name else self.look.filters.search).setFocus()
        if name:
            self._asked = name
            self._workshop = workshop
            self._go_asked()

    def leaving(self) -> None:
        """Keep what is being typed."""
        if self._pile.currentWidget() is self.editing:
            self.editing.leaving()

    def commands(self) -> tuple[Command, ...]:
        """Running, changing, importing and exporting."""
        group = _("Bibliothèque")
        return (
            Command(_("Animer cet atelier"), self.run, "run workshop new", icon="play", group=group),
            Command(_("Modifier le protocole"), self.edit, "edit yaml", icon="edit", group=group),
            Command(_("Importer un protocole"), self.ask_import, "import yaml", icon="import", group=group),
            Command(_("Exporter le protocole"), self.export, "export yaml", icon="export", group=group),
        )

    def reload(self) -> None:
        """Read what is at hand, away from the window's thread."""
        at_hand, library = self._at_hand, self._desk.atelier.library

        def work(progress: Progress) -> tuple[Held, ...]:
            progress(0, 0)
            return read_holdings(at_hand, library)

        self._desk.start(_("Lire la bibliothèque"), work, self._show_held)

    def read(self, held: Held | None) -> None:
        """Show a protocol on the card."""
        key = held.key if held is not None else ""
        if key != self._read_key:
            # What one is filling in about a protocol stays when that protocol is read again.
            self._forget_form()
            self._forget_proposing()
            self.look.tabs.show_tab("read")
        self._read_key = key
        self.look.show_card(held)
        if self._proposing is not None:
            self.look.show_page(self._proposing)
        else:
            self.show_tab(self.look.tabs.current())

    def show_tab(self, name: str) -> None:
        """Show the text of the protocol, or read how it lives and show that."""
        held = self.look.list.current()
        if held is None or held.protocol is None:
            self._show_next()
            return
        self._forget_proposing()
        self.look.show_tab(name)
        if name != "read":
            self._read_life(held.protocol)
        self._show_next()

    def _read_life(self, protocol: Protocol) -> None:
        at_hand, library = self._at_hand, self._desk.atelier.library
        protocols = [one.protocol for one in self.look.shelf.every if one.protocol is not None]

        def work(progress: Progress) -> Life:
            progress(0, 0)
            return read_life(at_hand, library, protocol, protocols)

        self._desk.start(_("Lire la lignée"), work, self._show_life)

    def _show_life(self, life: Any) -> None:
        held = self.look.list.current() if isValid(self) else None
        if held is None or held.protocol != life.protocol:
            return
        read = bool(held.standing and held.standing.reviews_here)
        self.look.versions.show_life(life, read=read, evidence=self.look.evidence.text())
        self.look.proposals.show_life(life)
        self._show_next()

    def propose(self, workshop_id: str) -> None:
        """Show what a workshop changed, to be proposed to its protocol."""
        workshop = self._desk.atelier.library.get(Workshop, workshop_id)
        if workshop is None or workshop.protocol is None:
            return
        self._forget_form()
        self._forget_proposing()
        self._proposing = Proposing(self._desk, workshop)
        self._proposing.made.connect(self._proposed)
        self._proposing.left.connect(self._forget_proposing)
        self.look.show_page(self._proposing)
        self.look.beside.show_details()
        self._proposing.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_next()

    def mark_reviewed(self) -> None:
        """Note that someone read this version over."""
        held = self.look.list.current()
        if held is None or held.protocol is None:
            return
        on = self._desk.atelier.clock().astimezone().date()
        if self._desk.keep(reviewed(held.protocol, on)):
            said = _("La version {version} est marquée comme relue.")
            self._desk.toast(said.format(version=held.protocol.version), True)

    def insert(self) -> None:
        """Ask which workshop gets a copy, above the card."""
        held = self.look.list.current()
        if held is None or held.protocol is None:
            return
        self._forget_form()
        form = InsertForm(self._desk, held.protocol)
        form.made.connect(self._go_to_workshop)
        self._show_form(form)

    def run(self) -> None:
        """Ask when, with whom and where, above the card."""
        held = self.look.list.current()
        if held is None or held.protocol is None:
            return
        self._stop_editing()
        self._forget_form()
        form = RunForm(self._desk, held.protocol, self._desk.atelier.clock().astimezone().date())
        form.made.connect(self._go_to_workshop)
        self._show_form(form)

    def _show_form(self, form: RunForm | InsertForm) -> None:
        self._form = form
        form.left.connect(self._forget_form)
        self.look.above.addWidget(form)
        self.look.beside.show_details()
        form.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_next()

    def edit(self) -> None:
        """Open the protocol as text."""
        held = self.look.list.current()
        if held is None:
            return
        if held.protocol is not None:
            self.editing.open(travelling.as_text(held.protocol), held.key, held.protocol)
        else:
            try:
                text, _notices = text_of(held.entry.path)
            except ProtocolComplaints as trouble:
                self._desk.tell(trouble)
                return
            self.editing.open(text, held.entry.path.name, None)
        self._start_editing()

    def ask_import(self) -> None:
        """Pick a file and take it in."""
        chosen = self.pick_source(self)
        if chosen:
            self.bring_in(Path(chosen))

    def bring_in(self, path: Path) -> None:
        """Take a file into the library; one with something to put right opens as text, with every complaint."""
        try:
            text, _notices = text_of(path)
        except ProtocolComplaints as trouble:
            self._desk.tell(trouble)
            return
        try:
            protocol = read_text_with_notices(text, path.name).protocol
        except ProtocolComplaints:
            self.editing.open(text, path.name, None)
            self._start_editing()
            return
        self._keep(protocol)

    def export(self) -> None:
        """Write the protocol to a file."""
        held = self.look.list.current()
        if held is None or held.protocol is None:
            return
        chosen = self.pick_target(self, travelling.file_name(held.protocol))
        if not chosen:
            return
        try:
            travelling.export(held.protocol, Path(chosen))
        except AtelierError as refusal:
            self._desk.tell(refusal)
            return
        self._desk.toast(_("Exporté : {file}").format(file=Path(chosen).name), False)

    def drop_own(self) -> None:
        """Give up one's own version; the shipped one shows again."""
        held = self.look.list.current()
        own = self._desk.atelier.library.get(Protocol, held.entry.id) if held is not None else None
        if own is not None and self._desk.keep(Change(_("Retirer votre version"), (own,))):
            self._desk.toast(_("Votre version est retirée."), True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A protocol file may be dropped anywhere here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file in."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.bring_in(files[0])

    def _keep(self, protocol: Protocol) -> None:
        try:
            change = add_protocol(protocol, self._desk.atelier.library.get(Protocol, protocol.id))
        except AtelierError as refusal:
            self._desk.tell(refusal)
            return
        if self._desk.keep(change):
            said = _("« {title} » est maintenant dans votre bibliothèque.").format(title=protocol.title)
            self._desk.toast(said, True)
            self._show_kept(protocol.id)

    def _show_held(self, holdings: Any) -> None:
        if not isValid(self):
            return
        self.look.shelf.show_every(holdings)
        self.look.show_found(len(holdings))
        if not holdings or self.look.shelf.empty:
            self.read(None)
        self._go_asked()

    def _go_asked(self) -> None:
        if not self._asked or not self.look.shelf.pin(self._asked):
            return
        self._asked = ""
        self.look.beside.show_details()
        if self._tab == "propose":
            self.propose(self._workshop)
        elif self._tab:
            self.show_tab(self._tab)
        self._tab = ""

    def _proposed(self) -> None:
        self._forget_proposing()
        self.look.tabs.show_tab("proposals")

    def _forget_proposing(self) -> None:
        if self._proposing is not None:
            self.look.forget_page(self._proposing)
            self._proposing.deleteLater()
            self._proposing = None
            self._show_next()

    def _show_kept(self, protocol_id: str) -> None:
        self._asked = protocol_id
        self._stop_editing()

    def _start_editing(self) -> None:
        self._forget_form()
        self._pile.setCurrentWidget(self.editing)
        self.editing.editor.setFocus()
        self._show_next()

    def _stop_editing(self) -> None:
        self._pile.setCurrentWidget(self.look.beside)
        self._show_next()

    def _forget_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
            self._show_next()

    def _go_to_workshop(self, workshop_id: str) -> None:
        self._forget_form()
        self._desk.go(f"workshop/{workshop_id}/prepare")

    def _next(self) -> None:
        if self._pile.currentWidget() is self.editing:
            self.editing.keep()
        else:
            self.run()

    def _show_next(self) -> None:
        writing = self._pile.currentWidget() is self.editing
        held = self.look.list.current()
        if writing:
            self.look.show_next(_("Enregistrer comme le mien"), "check", ready=self.editing.ready())
        else:
            self.look.show_next(_("Animer cet atelier"), "play", ready=bool(held and held.protocol))
        # While a form is open its own button is the primary one.
        answering = self.look.tabs.current() == "proposals" and self.look.proposals.waits()
        free = self._form is None and self._proposing is None and not (answering and held)
        self.look.primary.setVisible(free or writing)
        self.look.show_actions(held, writing=writing)

    def _open(self, held: Held) -> None:
        self.look.beside.show_details()

    def _heard(self, change: Change) -> None:
        if not change.touches(Protocol, Proposal, Review, Edition, Workshop):
            return
        if self.isVisible():
            self.reload()
        else:
            # A day's planning makes hundreds of changes: they are read once one comes back.
            self._stale = True
