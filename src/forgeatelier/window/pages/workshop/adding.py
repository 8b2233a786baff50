# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking things in: dropped, pasted or picked; what cannot go in is told one by one, the rest is there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from forgeatelier.actions.harvest import Intake, Refused, capture_note
from forgeatelier.actions.intake import known_media, take_in, take_in_pasted
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.progress import Progress
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.window.pages.workshop.one_job import OneJob
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Banner, Label, holding, stack

_TOLD = 60


def pick_files(parent: QWidget) -> tuple[str, ...]:
    """Ask for files; tests put another function in its place."""
    return tuple(QFileDialog.getOpenFileNames(parent, _("Ajouter des photos et des fichiers"))[0])


def pick_folder(parent: QWidget) -> tuple[str, ...]:
    """Ask for a folder; tests put another function in its place."""
    chosen = QFileDialog.getExistingDirectory(parent, _("Ajouter tout un dossier"))
    return (chosen,) if chosen else ()


class Adding(QWidget):
    """Stands above a list of captures; empty until something was added. `added` tells the ids of what went in."""

    added = Signal(object)

    def __init__(self, subject: Subject, step: Callable[[], str]) -> None:
        """`step` tells under which step things are filed now."""
        super().__init__()
        self._subject, self._step = subject, step
        self.pick_files: Callable[[QWidget], tuple[str, ...]] = pick_files
        self.pick_folder: Callable[[QWidget], tuple[str, ...]] = pick_folder
        self.line = OneJob(subject.desk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(worn().space("s"))
        self._layout = layout
        self._report: QWidget | None = None
        self.last: Intake | None = None

    def choose_files(self) -> None:
        """Pick files."""
        self.add_paths(tuple(Path(name) for name in self.pick_files(self)))

    def choose_folder(self) -> None:
        """Pick a folder."""
        self.add_paths(tuple(Path(name) for name in self.pick_folder(self)))

    def add_paths(self, paths: tuple[Path, ...]) -> None:
        """Take files and folders in, away from the window's thread."""
        workshop, step = self._subject.workshop(), self._step()
        if not paths or workshop is None:
            return
        library, moment = self._subject.desk.atelier.library, self._subject.now()
        known, planned = known_media(library, workshop), self._planned()

        def work(progress: Progress) -> Intake:
            return take_in(
                library.media,
                workshop,
                paths,
                known,
                moment,
                step_id=step,
                planned=planned,
                progress=progress,
            )

        self.line.start(_("Ajouter à l’atelier"), work, self._keep)

    def add_mime(self, data: QMimeData) -> bool:
        """Take in what was dropped or pasted: files, a picture, or words as a note."""
        files = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
        if files:
            self.add_paths(files)
        elif data.hasImage():
            self._add_picture(QImage(data.imageData()))
        elif data.hasText() and data.text().strip():
            self.add_text(data.text())
        else:
            return False
        return True

    def paste(self) -> None:
        """Take in what the clipboard holds."""
        # An empty clipboard may have no data at all, whatever the stubs say.
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if data is None or not self.add_mime(data):
            self._subject.desk.tell(
                AtelierError(
                    _("Il n’y a rien à coller ici."),
                    _("Copiez une photo, des fichiers ou un texte, puis recommencez."),
                )
            )

    def add_text(self, text: str) -> None:
        """Keep words as a note."""
        workshop = self._subject.workshop()
        if workshop is None:
            return
        try:
            change = capture_note(
                workshop, text, self._subject.now(), step_id=self._step(), planned=self._planned()
            )
        except AtelierError as refusal:
            self._subject.desk.tell(refusal)
            return
        if self._subject.desk.keep(change):
            self._subject.desk.toast(_("Note ajoutée."), True)

    def _planned(self) -> tuple[PlannedStep, ...]:
        plan = self._subject.plan()
        return plan.kept if plan else ()

    def _add_picture(self, picture: QImage) -> None:
        workshop, step = self._subject.workshop(), self._step()
        if workshop is None:
            return
        library, moment = self._subject.desk.atelier.library, self._subject.now()
        known, data = known_media(library, workshop), _png(picture)

        def work(progress: Progress) -> Intake:
            progress(0, 0)
            return take_in_pasted(library.media, workshop, data, known, moment, step)

        self.line.start(_("Coller une photo"), work, self._keep)

    def _keep(self, intake: Intake) -> None:
        desk = self._subject.desk
        kept = not intake.change.after or desk.keep(intake.change)
        if not isValid(self):
            return
        self.last = intake
        self._tell(intake)
        if kept and intake.accepted:
            self.added.emit(tuple(one.id for one in intake.change.after))
            desk.toast(_went_in(intake.accepted), True)

    def _tell(self, intake: Intake) -> None:
        if self._report is not None:
            self._report.hide()
            self._report.deleteLater()
            self._report = None
        if intake.refused or intake.already:
            self._report = report(intake)
            self._layout.addWidget(self._report)


def report(intake: Intake) -> QWidget:
    """What became of a batch: how many went in, were there already, and each refusal with its remedy."""
    parts = [_went_in(intake.accepted)] if intake.accepted else []
    if intake.already:
        here = ngettext("{n} était déjà là.", "{n} étaient déjà là.", len(intake.already))
        parts.append(here.format(n=len(intake.already)))
    if not intake.refused:
        return Banner("info", " ".join(parts))
    what = ngettext("{n} fichier n’est pas entré.", "{n} fichiers ne sont pas entrés.", len(intake.refused))
    banner = Banner("warn", what.format(n=len(intake.refused)), " ".join(parts))
    banner.body.addWidget(_refusals(intake.refused))
    return banner


def _went_in(count: int) -> str:
    return ngettext("{n} prise ajoutée.", "{n} prises ajoutées.", count).format(n=count)


def _refusals(refused: tuple[Refused, ...]) -> QWidget:
    lines: list[QWidget] = []
    for one in refused[:_TOLD]:
        lines.append(holding(stack(Label(one.what, "body", wrap=True), Label(one.advice, "note"), gap="")))
    if len(refused) > _TOLD:
        more = len(refused) - _TOLD
        lines.append(Label(ngettext("et {n} autre", "et {n} autres", more).format(n=more), "note"))
    column = holding(stack(*lines, gap="s"), "raised")
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(column)
    scroll.setAccessibleName(_("Fichiers refusés"))
    # Three refusals are read at a glance; more of them scroll.
    row_height = worn().measure("comfortable") + worn().space("s")
    scroll.setFixedHeight(min(len(lines), 3) * row_height + worn().space("s"))
    return scroll


def _png(picture: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    buffer.close()
    return bytes(held.data())
