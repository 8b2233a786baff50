# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changing a protocol as text: it is read while one writes, and kept as one's own once it reads well."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from forgeatelier.actions.prepare import add_protocol
from forgeatelier.actions.versions import new_version
from forgeatelier.actions.workshops_at_hand import was_run
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.versions import bumped
from forgeatelier.model.progress import Progress
from forgeatelier.protocols.complaint import Complaint, ProtocolComplaints
from forgeatelier.protocols.reading import read_text_with_notices
from forgeatelier.window.desk import Desk
from forgeatelier.window.pages.library import drafts
from forgeatelier.window.pages.library.complaints_list import ComplaintsList
from forgeatelier.window.pages.library.yaml_editor import YamlEditor
from forgeatelier.window.tall import Tall
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Banner, Button, Check, Field, Flow, holding, row, stack

READ_AFTER_MS = 300
_DRAFT_EVERY_MS = 2000


@dataclass(frozen=True)
class Read:
    """What became of the text: a protocol, or complaints; `turn` says which text it was."""

    turn: int
    protocol: Protocol | None
    complaints: tuple[Complaint, ...] = ()
    notices: tuple[Complaint, ...] = ()


def read(text: str, name: str, turn: int, progress: Progress) -> Read:
    """Read a text; what is wrong is a value here, not an error."""
    progress(0, 0)
    try:
        found = read_text_with_notices(text, name)
    except ProtocolComplaints as trouble:
        return Read(turn, None, trouble.complaints)
    return Read(turn, found.protocol, (), found.notices)


class Editing(QWidget):
    """`kept` carries the id of what was kept, `left` when one goes back, `judged` when the text was read again."""

    kept = Signal(str)
    left = Signal()
    judged = Signal()

    def __init__(self, desk: Desk) -> None:
        """Nothing opened yet."""
        super().__init__()
        self._desk = desk
        self._name, self._shown, self._turn, self._fresh = "", "", 0, True
        self._known: Protocol | None = None
        self.protocol: Protocol | None = None
        self.editor = YamlEditor()
        self.complaints = ComplaintsList()
        self.version, self.note = QLineEdit(), QLineEdit()
        self.note.setPlaceholderText(_("Ce qui change, en une phrase"))
        self._draft = Banner(
            "info",
            _("Un brouillon vous attendait : le voici."),
            actions=(("drop", _("Repartir du texte enregistré")),),
        )
        self._draft.acted.connect(self._drop_draft)
        self._draft.hide()
        back = Button(_("Retour à la lecture"), "plain", "left")
        back.clicked.connect(self._leave)
        self.note_field = Field(_("Note de modification"), self.note)
        self.same = Check(_("Petite correction : garder la version"))
        self.same.toggled.connect(self.version.setDisabled)
        fields = Flow(Field(_("Nouvelle version"), self.version), self.note_field, self.same, gap="m")
        self.note.setMinimumWidth(worn().measure("inspector"))
        body = stack(
            holding(row(back, None)),
            self._draft,
            holding(fields),
            self.editor,
            self.complaints,
            gap="s",
            margin="l",
        )
        body.setStretch(3, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Tall(body, self.editor, rows=12))
        self._pause = _timer(self, READ_AFTER_MS, self._read)
        self._save = _timer(self, _DRAFT_EVERY_MS, self.leaving)
        self.editor.textChanged.connect(self._typed)
        self.complaints.asked.connect(self._go)
        self.setFocusProxy(self.editor)

    def open(self, text: str, name: str, known: Protocol | None) -> None:
        """Show the text of a protocol; `known` is the one it would take the place of, as it stands now."""
        self._name, self._shown, self._known = name, text, known
        self._fresh = True
        draft = drafts.load(name)
        self._draft.setVisible(bool(draft) and draft != text)
        self._show(draft or text)
        version = known.version if known else ""
        self.version.setText(bumped(version) if version else "")
        self.same.setVisible(known is not None)
        self.same.setChecked(False)
        self.note.clear()
        self.note_field.clear_error()

    def ready(self) -> bool:
        """Whether the text can be kept as it is."""
        return self.protocol is not None and not self._pause.isActive()

    def keep(self) -> None:
        """Keep it as one's own; nothing happens while something is to be put right."""
        if not self.ready() or self.protocol is None:
            return
        made, said = self.protocol, self.note.text().strip()
        needed = self._takes_place() and not self.same.isChecked()
        if needed and not said and was_run(self._desk.atelier.library, made.id):
            what = _("Des ateliers ont été tenus avec ce protocole : dites ce qui change.")
            self.note_field.set_error(what, _("Une phrase suffit, ou gardez la version."))
            self.note.setFocus()
            return
        self.note_field.clear_error()
        try:
            change = self._change(made, said)
        except AtelierError as refusal:
            self._desk.tell(refusal)
            return
        if self._desk.keep(change):
            self._save.stop()
            drafts.forget(self._name)
            self._shown = self.editor.toPlainText()
            self._desk.toast(
                _("« {title} » est maintenant dans votre bibliothèque.").format(title=made.title), True
            )
            self.kept.emit(made.id)

    def _takes_place(self) -> bool:
        """Whether the text is that of the protocol one opened, and not of a copy with an id of its own."""
        return self._known is not None and self.protocol is not None and self.protocol.id == self._known.id

    def _change(self, made: Protocol, note: str) -> Change:
        """The next version of what one opened; a small correction or another protocol is simply kept."""
        library = self._desk.atelier.library
        if self._known is None or not self._takes_place() or self.same.isChecked():
            return add_protocol(
                replace(made, change_note=note or made.change_note), library.get(Protocol, made.id)
            )
        written = made.version if made.version != self._known.version else self.version.text().strip()
        return new_version(
            library,
            self._known,
            made,
            note=note or _("Modifié ici"),
            version=written,
            on=self._desk.atelier.clock().astimezone().date(),
        )

    def leaving(self) -> None:
        """Keep the draft of what is being typed."""
        self._save.stop()
        text = self.editor.toPlainText()
        if self._name and text != self._shown and not drafts.keep(self._name, text):
            self._desk.tell(
                AtelierError(
                    _("Le brouillon n’a pas pu être gardé sur cet ordinateur."),
                    _("Faites de la place sur le disque, ou exportez le texte."),
                )
            )

    def text(self) -> str:
        """The text as it stands."""
        return self.editor.toPlainText()

    def _show(self, text: str) -> None:
        quiet = self.editor.blockSignals(True)
        self.editor.setPlainText(text)
        self.editor.blockSignals(quiet)
        self.protocol = None
        self._read()

    def _typed(self) -> None:
        self._pause.start()
        if not self._save.isActive():
            self._save.start()
        self.judged.emit()

    def _read(self) -> None:
        self._turn += 1
        name = Path(self._name).name or _("protocole")
        work = partial(read, self.editor.toPlainText(), name, self._turn)
        self._desk.start(_("Relire le protocole"), work, self._judge)

    def _judge(self, found: Any) -> None:
        if not isValid(self) or found.turn != self._turn:
            return
        self.protocol = found.protocol
        marks: dict[int, str] = {}
        for one in found.complaints:
            if one.line:
                marks[one.line] = f"{marks.get(one.line, '')}\n{one.what} {one.remedy}".strip()
        self.editor.show_marks(marks)
        self.complaints.show_complaints(found.complaints, found.notices)
        if self._fresh and found.complaints:
            self._go(found.complaints[0])
        self._fresh = False
        self.judged.emit()

    def _go(self, complaint: Complaint) -> None:
        self.editor.go_to(complaint.line or 1, complaint.column)

    def _drop_draft(self, _name: str) -> None:
        self._draft.hide()
        drafts.forget(self._name)
        self._show(self._shown)

    def _leave(self) -> None:
        self.leaving()
        self.left.emit()


def _timer(parent: QWidget, interval: int, act: Any) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    timer.timeout.connect(act)
    return timer
