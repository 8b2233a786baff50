# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The proof of an agreement: a signed sheet, a photo of it or a recording, kept in the library and nowhere else."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from forgeatelier.actions.people_consents import detach_proof, keep_proof, with_proof
from forgeatelier.ground.words import _
from forgeatelier.model.people.consent import Consent
from forgeatelier.model.progress import Progress
from forgeatelier.window.pages.workshop.one_job import OneJob
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.widgets import Button, Flow, Label, holding, stack


def pick_proof(parent: QWidget) -> str:
    """Ask for a file; tests put another function in its place."""
    return QFileDialog.getOpenFileName(parent, _("Choisir la preuve"))[0]


class Proof(QWidget):
    """A button to attach one, or the way to look at it and to take it off."""

    def __init__(self, subject: Subject, kept: Callable[[], Consent | None]) -> None:
        """`kept` gives the consent as it stands."""
        super().__init__()
        self._subject, self._kept = subject, kept
        self.pick: Callable[[QWidget], str] = pick_proof
        self.line = OneJob(subject.desk)
        self.attach = Button(_("Joindre une preuve…"), "plain", "signature")
        self.attach.setToolTip(
            _(
                "Feuille signée, photo ou enregistrement\N{NO-BREAK SPACE}: le fichier ne quitte jamais la bibliothèque"
            )
        )
        self._open = Button(_("Voir la preuve"), "plain", "show")
        self._off = Button(_("Retirer la preuve"), "plain", "close")
        self._note = Label(
            _("La preuve reste dans cette bibliothèque\N{NO-BREAK SPACE}; elle n’est jamais publiée."), "note"
        )
        self.attach.clicked.connect(self._attach)
        self._open.clicked.connect(self._look)
        self._off.clicked.connect(self._detach)
        self.setLayout(stack(holding(Flow(self.attach, self._open, self._off, gap="xs")), self._note, gap=""))

    def refresh(self) -> None:
        """Show whether there is one."""
        consent = self._kept()
        there = bool(consent and consent.proof)
        self.attach.setVisible(not there)
        for part in (self._open, self._off, self._note):
            part.setVisible(there)

    def _attach(self) -> None:
        consent, chosen = self._kept(), self.pick(self)
        if consent is None or not chosen:
            return
        media = self._subject.desk.atelier.library.media

        def work(progress: Progress) -> str:
            progress(0, 0)
            return keep_proof(media, Path(chosen))

        self.line.start(_("Joindre une preuve"), work, self._attached)

    def _attached(self, proof: str) -> None:
        consent = self._kept() if isValid(self) else None
        if consent is not None:
            self._subject.desk.keep(with_proof(consent, proof))

    def _look(self) -> None:
        consent = self._kept()
        file = self._subject.desk.atelier.library.media.original(consent.proof) if consent else None
        if file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def _detach(self) -> None:
        consent = self._kept()
        if consent is not None:
            self._subject.desk.keep(detach_proof(consent))
