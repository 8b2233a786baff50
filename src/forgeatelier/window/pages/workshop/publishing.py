# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Publier: the words of the sheet, what must still be put right, the true pages, and the dossier that leaves."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.commons.preflight import Finding, may_leave
from forgeatelier.model.commons.sheet import Publication
from forgeatelier.model.progress import Progress
from forgeatelier.model.workshop.capture import CaptureKind
from forgeatelier.window.beside import Beside
from forgeatelier.window.jobs import Job
from forgeatelier.window.pages.workshop import preview
from forgeatelier.window.pages.workshop.dossier_card import DossierCard
from forgeatelier.window.pages.workshop.findings_list import FindingsList
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.one_job import OneJob
from forgeatelier.window.pages.workshop.sheet_fields import SheetFields
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, Command, Label, SheetPreview, Tabs, holding, row, stack

_PAUSE_MS = 900


def pick_folder(parent: QWidget) -> str:
    """Ask where the dossier goes; tests put another function in its place."""
    return QFileDialog.getExistingDirectory(parent, _("Où mettre le dossier publié ?"))


def open_folder(path: Path) -> None:
    """Show a folder in the computer's own way; tests put another function in its place."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class PublishPanel(Panel):
    """On the left what is to be done, on the right what comes out."""

    def __init__(self, subject: Subject) -> None:
        """Check the sheet and show its pages."""
        super().__init__(subject)
        self.pick: Callable[[QWidget], str] = pick_folder
        self.open_folder: Callable[[Path], None] = open_folder
        self.fields = SheetFields(subject)
        self.findings = FindingsList()
        self.findings.asked.connect(self.go_to_finding)
        self.dossier = DossierCard()
        self.dossier.open_asked.connect(self._open)
        self.tabs = Tabs((("findings", _("À vérifier")), ("sheet", _("La fiche")), ("dossier", _("Dossier"))))
        self.tabs.chosen.connect(self._show_tab)
        self._pile = _Pile((self.findings, self.fields, self.dossier))
        self.pages = SheetPreview()
        self._state = Label("", "note", wrap=True)
        self.line, self._looks = OneJob(subject.desk), OneJob(subject.desk)
        self._checks = OneJob(subject.desk)
        self._again, self._stale = False, True
        self._press = preview.Press(subject.desk.atelier.library, subject.id)
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        subject.changed.connect(self._heard)
        subject.desk.jobs.ended.connect(self._ended)
        self._show_ledger()

    def _lay_out(self) -> None:
        theme = worn()
        see = Button(_("Voir les pages"), "quiet", "document")
        head = row(self.tabs, see, gap="s")
        head.setStretch(0, 1)
        head.setContentsMargins(theme.space("l"), 0, theme.space("l"), 0)
        left = holding(stack(head, self._pile, gap=""), "surface")
        state = row(self._state, gap="s")
        state.setContentsMargins(theme.space("l"), theme.space("xs"), theme.space("l"), theme.space("xs"))
        right = holding(stack(self.pages, holding(state), gap=""), "sunken")
        self.beside = Beside(left, right, _("Retour à la fiche"), shares=(4, 5), least=(420, 420))
        self.beside.arranged.connect(see.setVisible)
        see.setVisible(self.beside.narrow)
        see.clicked.connect(self.beside.show_details)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.beside, 1)
        self.setFocusProxy(self.tabs)

    def primary(self) -> Primary | None:
        """Publish, as soon as nothing blocks."""
        return Primary(_("Publier"), "publish", self.publish, ready=not self.line.busy)

    def visit(self, place: str) -> None:
        """A field of the sheet, or one of the three tabs."""
        if self._stale:
            self._pause.start(0)
        if place in {"findings", "sheet", "dossier"}:
            self._show_tab(place)
        elif place:
            self._show_tab("sheet")
            self.fields.focus(place)

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.fields.leaving()
        self._pause.stop()
        if not self._looks.busy:
            self._press.close()

    def commands(self) -> tuple[Command, ...]:
        """Publishing."""
        return (Command(_("Publier la fiche"), self.publish, "publish export pdf", icon="publish"),)

    def publish(self) -> None:
        """Ask where, then write the dossier; refused in words while something blocks."""
        self.fields.leaving()
        if self.line.busy:
            return
        if not may_leave(self.findings.findings):
            self._refuse()
            return
        chosen = self.pick(self)
        if chosen:
            self._start(Path(chosen))

    def go_to_finding(self, finding: Finding) -> None:
        """To the place where it can be put right."""
        self.leaving()
        base = f"workshop/{self.subject.id}"
        if finding.kind == "sheet":
            self.visit(finding.field or "title")
        elif finding.kind == "capture":
            self.subject.desk.go(f"{base}/harvest/{self._tab_of(finding.id)}:{finding.id}.{finding.field}")
        elif finding.kind == "lessons":
            self.subject.desk.go(f"{base}/harvest/lessons:worked")
        elif finding.kind == "output":
            self.subject.desk.go(f"{base}/harvest/outputs:{finding.id}")
        elif finding.kind == "protocol":
            self.subject.desk.go(self._protocol_place(finding))
        else:
            self.subject.desk.go(self._workshop_place(finding))

    def _tab_of(self, capture_id: str) -> str:
        capture = self.subject.capture(capture_id)
        return "photos" if capture is None or capture.kind is CaptureKind.PHOTO else "notes"

    def _protocol_place(self, finding: Finding) -> str:
        protocol = self.subject.protocol()
        if protocol is not None and protocol.step(finding.field) is not None:
            return f"workshop/{self.subject.id}/prepare/programme:{finding.field}"
        if finding.field == "materials":
            return f"workshop/{self.subject.id}/prepare/materials"
        workshop = self.subject.workshop()
        if workshop is not None and workshop.own_steps and finding.code.startswith("personal"):
            return f"workshop/{self.subject.id}/prepare/programme"
        return f"library/{finding.id}"

    def _workshop_place(self, finding: Finding) -> str:
        """A name may stand in a note that was retained: go there when that is so."""
        quoted = re.search(r"«\s*(.+?)\s*»", finding.what)
        for one in self.subject.captures():
            if quoted and one.kind is not CaptureKind.PHOTO and quoted[1] in one.text:
                return f"workshop/{self.subject.id}/harvest/notes:{one.id}.text"
        return f"workshop/{self.subject.id}/prepare/programme:title"

    def _refuse(self) -> None:
        self._show_tab("findings")
        blocking = next(one for one in self.findings.findings if not may_leave((one,)))
        self.subject.desk.tell(AtelierError(blocking.what, blocking.remedy))

    def _start(self, to: Path) -> None:
        library, today, workshop_id = self.subject.desk.atelier.library, self.subject.today(), self.subject.id

        def work(progress: Progress) -> Any:
            from forgeatelier.actions.publish import FORMATS, publish

            return publish(library, workshop_id, to, FORMATS, today, progress)

        self.line.start(_("Publier la fiche"), work, self._published)
        self.primary_changed.emit()

    def _published(self, made: Any) -> None:
        self.subject.desk.keep(made.change)
        if not isValid(self):
            return
        self.dossier.show_made(made)
        self._show_ledger()
        self._show_tab("dossier")
        self.dossier.open.setFocus(Qt.FocusReason.OtherFocusReason)
        self.primary_changed.emit()

    def _show_tab(self, name: str) -> None:
        self.tabs.show_tab(name)
        self._pile.show_part({"findings": 0, "sheet": 1, "dossier": 2}[name])

    def _show_ledger(self) -> None:
        library = self.subject.desk.atelier.library
        self.dossier.refresh(library.all(Publication, workshop_id=self.subject.id))

    def _open(self, path: Path) -> None:
        self.open_folder(path)

    def _look(self) -> None:
        """Gather and set the sheet again; the pages in sight stay until the new ones are there."""
        if self._looks.busy:
            self._again = True
            return
        self._again = self._stale = False
        today, press = self.subject.today(), self._press
        self._state.setText(_("Les pages se mettent à jour…"))

        def work(progress: Progress) -> preview.Look | AtelierError:
            try:
                return press.look(today, progress)
            except AtelierError as refusal:
                # Said beside the pages: nobody asked for this work.
                return refusal

        self._checks.start(_("Vérifier la fiche"), lambda _progress: press.check(today), self._checked)
        self._looks.start(_("Mettre la fiche en page"), work, self._looked)

    def _checked(self, found: tuple[Finding, ...]) -> None:
        """Show what must be put right: it is known at once, the pages take their time."""
        if not isValid(self):
            return
        self.findings.show_findings(found)
        self.tabs.setTabText(0, _("À vérifier ({n})").format(n=len(found)) if found else _("À vérifier"))

    def _looked(self, found: Any) -> None:
        if not isValid(self):
            return
        if isinstance(found, AtelierError):
            self._state.setText(f"{found.what} {found.advice}")
        else:
            self._checked(found.findings)
            blocking = sum(not may_leave((one,)) for one in found.findings)
            page = self.pages.page()
            self.pages.set_source(found.sizes, found.image)
            self.pages.go_to(page)
            self._state.setText(_("Ce qui bloque n’est pas montré dans ces pages.") if blocking else "")
        self.primary_changed.emit()
        if self._again:
            self._pause.start(_PAUSE_MS)

    def _ended(self, job: Job) -> None:
        """Whatever the end was, one may publish again; a look that was stopped is not waited for."""
        if job is self.line.job:
            self.primary_changed.emit()
        elif job is self._looks.job and job.cancelled:
            self._state.setText(_("Les pages ne sont pas à jour : la mise en page a été arrêtée."))

    def _heard(self, change: Change) -> None:
        if change.touches(Publication):
            self._show_ledger()
        self.fields.refresh()
        self._stale = True
        if self._looks.busy:
            self._again = True
        elif self.isVisible():
            self._pause.start(_PAUSE_MS)


class _Pile(QScrollArea):
    """One part at a time, scrolling."""

    def __init__(self, parts: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._parts = parts
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(holding(stack(*parts, None, gap="", margin="l"), "surface"))
        self.show_part(0)

    def show_part(self, place: int) -> None:
        """Show one of the parts from its beginning."""
        for at, part in enumerate(self._parts):
            part.setVisible(at == place)
        self.verticalScrollBar().setValue(0)
