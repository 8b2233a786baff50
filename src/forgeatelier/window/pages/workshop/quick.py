# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A note or a decision in two keys: what is typed is durable before one has finished."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _, marked
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.capture import Capture, CaptureKind, Decided, Recognisable
from forgeatelier.window.pages.workshop.keeping import Form
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.widgets import Button, TextEdit, holding, row, stack

PARKING = "parking"
"""The keyword of an idea that is kept for later."""

_MODES = {
    "note": marked("Noter ce qui se dit, ce qui se voit… Entrée pour garder."),
    "decision": marked("La décision telle que le groupe l’a prise. Entrée pour garder."),
    PARKING: marked("Une idée à reprendre plus tard. Entrée pour la mettre au parking."),
}


class _Words(TextEdit):
    """Enter finishes a note, Ctrl+Enter a decision, Shift+Enter begins a line."""

    finished = Signal()
    decided = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a verb here."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.decided.emit()
        elif enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class Quick(QWidget):
    """Filed under the step given by `set_step`; `kept` tells the id of what was written."""

    kept = Signal(str)

    def __init__(self, subject: Subject) -> None:
        """Nothing written yet."""
        super().__init__()
        self._subject, self._step = subject, ""
        self._mode = "note"
        self._draft = self._new()
        self.words = _Words(lines=2, most=6, hint=_(_MODES["note"]))
        self.words.setAccessibleName(_("Nouvelle note"))
        self.form = Form(subject.desk, _("Ajouter une note"), self._kept, self._fresh, self)
        self.form.bind("text", self.words)
        # What is dropped here belongs to the page, which takes files in too.
        self.words.setAcceptDrops(False)
        self.words.finished.connect(self.keep)
        self.words.decided.connect(self.keep_decision)
        self.note = Button(_("Noter"), "quiet", "note")
        self.decision = Button(_("Décision"), "quiet", "decision")
        self.note.setToolTip(_("Garder comme note (Entrée)"))
        self.decision.setToolTip(_("Garder comme décision (Ctrl+Entrée)"))
        self.note.clicked.connect(self.keep_note)
        self.decision.clicked.connect(self.keep_decision)
        line = row(self.words, holding(stack(self.note, self.decision, None, gap="xs")), gap="s")
        line.setStretch(0, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.setFocusProxy(self.words)

    def set_step(self, step_id: str) -> None:
        """What is begun from now on belongs to this step."""
        if step_id != self._step:
            self.leaving()
            self._step = step_id
            if self._kept() is None:
                self._draft = replace(self._draft, step_id=step_id)

    def begin(self, mode: str = "note") -> None:
        """Go and write a note, a `decision` or an idea for the `parking`; the next one is a note again."""
        self._set_mode(mode)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def mode(self) -> str:
        """What Enter will keep."""
        return self._mode

    def keep(self) -> None:
        """Finish what is written as what one began."""
        self._finish(CaptureKind.DECISION if self._mode == "decision" else CaptureKind.NOTE)

    def keep_note(self) -> None:
        """Finish what is written as a note."""
        self._finish(CaptureKind.NOTE)

    def keep_decision(self) -> None:
        """Finish what is written as a decision."""
        self._finish(CaptureKind.DECISION)

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.form.keep()

    def _finish(self, kind: CaptureKind) -> None:
        text = self.words.toPlainText().strip()
        self.form.forget()
        before = self._kept()
        if not text:
            if before is not None:
                self._subject.desk.keep(Change(_("Retirer une note vide"), (before,)))
            self.words.setFocus()
            return
        base = before or self._fresh()
        decided = Decided() if kind is CaptureKind.DECISION else None
        parked = self._mode == PARKING and not decided
        after = replace(base, kind=kind, text=text, decided=decided, tags=(PARKING,) if parked else base.tags)
        title = _("Ajouter une décision") if decided else _("Ajouter une note")
        if after != before and not self._subject.desk.keep(
            Change(title, (before,) if before else (), (after,))
        ):
            return
        self._set_mode("note")
        self._draft = self._new()
        quiet = self.words.blockSignals(True)
        self.words.clear()
        self.words.blockSignals(quiet)
        self.words.setFocus()
        self.kept.emit(after.id)

    def _set_mode(self, mode: str) -> None:
        self._mode = mode
        self.words.setPlaceholderText(_(_MODES[mode]))

    def _kept(self) -> Capture | None:
        return self._subject.capture(self._draft.id)

    def _fresh(self) -> Capture:
        return replace(self._draft, moment=self._subject.now())

    def _new(self) -> Capture:
        return Capture(workshop_id=self._subject.id, step_id=self._step, recognisable=Recognisable.NOBODY)
