# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Préparer › Impressions: which sheets, for whom, as they will look; then a folder of PDFs in one gesture."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from forgeatelier.exporting.kit.catalogue import SHEETS, USUAL, Sheet, called
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.progress import Progress
from forgeatelier.model.workshop.readiness import ReadyMark
from forgeatelier.window.beside import Beside
from forgeatelier.window.jobs import Job
from forgeatelier.window.pages.workshop import prints_memory
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.one_job import OneJob
from forgeatelier.window.pages.workshop.prints_card import KitCard
from forgeatelier.window.pages.workshop.prints_list import SheetsList
from forgeatelier.window.pages.workshop.prints_press import KitPress, SheetLook
from forgeatelier.window.pages.workshop.prints_roles import team_roles
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Button,
    Combo,
    Command,
    ElidedLabel,
    Label,
    SheetPreview,
    holding,
    row,
    stack,
)

_PAUSE_MS = 250
_AFTER_CHANGE_MS = 900


def pick_folder(parent: QWidget, start: str) -> str:
    """Ask where kits go; tests put another function in its place."""
    return QFileDialog.getExistingDirectory(parent, _("Où mettre les kits imprimés ?"), start)


def open_folder(path: Path) -> None:
    """Show a folder in the computer's own way; tests put another function in its place."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class Prints(Panel):
    """On the left the sheets to tick and where they go, on the right the true pages of the one in hand."""

    def __init__(self, subject: Subject) -> None:
        """Tick what was ticked the last time."""
        super().__init__(subject)
        self.pick: Callable[[QWidget, str], str] = pick_folder
        self.open_folder: Callable[[Path], None] = open_folder
        self._printing = prints_memory.load()
        self.sheets, self.card, self.pages = SheetsList(), KitCard(), SheetPreview()
        self._state, self._count = Label("", "note", wrap=True), Label("", "note", wrap=True)
        self._where = ElidedLabel("", "note")
        self.role = Combo(team_roles(), "")
        self.line, self._looks = OneJob(subject.desk), OneJob(subject.desk)
        self._press = KitPress(subject.desk.atelier.library, subject.id)
        self._stale, self._again = True, False
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._look)
        self.sheets.choose(self._printing.sheets)
        self._connect()
        self._say()

    def _connect(self) -> None:
        self.sheets.current_changed.connect(self._turn_to)
        self.sheets.ticked.connect(self._ticked)
        self.sheets.print_asked.connect(self.print_kit)
        self.card.open_asked.connect(self._open)
        self.role.chosen.connect(self._turn_to)
        self.sheets.mark.setChecked(self._printing.photo_mark)
        self.sheets.mark.toggled.connect(self._marked)
        self.subject.changed.connect(self._heard)
        self.subject.desk.jobs.ended.connect(self._ended)
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.print_kit)

    def _lay_out(self) -> None:
        theme = worn()
        self.usual = Button(_("Kit habituel"), "quiet", "checklist")
        self.usual.setToolTip(_("Cocher ce que l’on imprime d’habitude"))
        self.usual.clicked.connect(self.sheets.choose_usual)
        see = Button(_("Voir la feuille"), "quiet", "document")
        self.role.setAccessibleName(_("Pour qui"))
        head = row(self.usual, self.role, see, None, gap="s")
        head.setContentsMargins(theme.space("l"), theme.space("s"), theme.space("l"), theme.space("s"))
        self.change = Button(_("Changer"), "plain")
        self.change.setToolTip(_("Mettre les kits dans un autre dossier"))
        self.change.clicked.connect(self._choose_folder)
        target = row(self._where, self.change, gap="s")
        target.setStretch(0, 1)
        foot = stack(self._count, target, gap="")
        foot.setContentsMargins(theme.space("l"), theme.space("s"), theme.space("l"), theme.space("s"))
        left = holding(stack(head, self.card, self.sheets, holding(foot, "raised"), gap=""), "surface")
        state = row(self._state, gap="s")
        state.setContentsMargins(theme.space("l"), theme.space("xs"), theme.space("l"), theme.space("xs"))
        right = holding(stack(self.pages, holding(state), gap=""), "sunken")
        self.beside = Beside(left, right, _("Retour aux feuilles"), shares=(4, 5), least=(400, 400))
        self.beside.arranged.connect(see.setVisible)
        see.setVisible(self.beside.narrow)
        see.clicked.connect(self.beside.show_details)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.beside)
        self.setFocusProxy(self.sheets)

    def primary(self) -> Primary | None:
        """Print, as soon as something is ticked."""
        ready = bool(self.sheets.chosen()) and not self.line.busy
        return Primary(_("Imprimer le kit"), "print", self.print_kit, ready=ready)

    def visit(self, place: str) -> None:
        """A sheet by its name, or wherever one was."""
        if place in set(Sheet):
            self.sheets.lines[Sheet(place)].check.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: Any) -> None:
        """What changed while one was elsewhere is set again."""
        super().showEvent(event)
        if self._stale:
            self._pause.start(0)

    def leaving(self) -> None:
        """Give the memory of the press back."""
        self._pause.stop()
        if not self._looks.busy and not self.line.busy:
            self._press.close()

    def commands(self) -> tuple[Command, ...]:
        """Printing, all or one sheet."""
        group = _("Impressions")
        every = Command(
            _("Imprimer le kit"), self.print_kit, "print kit pdf imprimer", "Ctrl+P", "print", group
        )
        ones = tuple(
            Command(
                _("Imprimer : {sheet}").format(sheet=called(sheet)),
                partial(self.print_only, sheet),
                f"print pdf {sheet.value}",
                icon="print",
                group=group,
            )
            for sheet in SHEETS
        )
        return (every, *ones)

    def print_kit(self) -> None:
        """Write the ticked sheets into a new folder, away from the window's thread."""
        self._start(self.sheets.chosen())

    def print_only(self, sheet: Sheet) -> None:
        """Write one sheet."""
        self._start((sheet,))

    def _start(self, sheets: tuple[Sheet, ...]) -> None:
        if self.line.busy or not sheets:
            return
        from forgeatelier.actions.kit import KitOrder, make_kit

        library, workshop_id, now = self.subject.desk.atelier.library, self.subject.id, self.subject.now()
        order = KitOrder(sheets=sheets, role=self.role.value(), photo_mark=self._printing.photo_mark)
        to = self._printing.folder
        # The press has its own hands: a sheet may be set for the preview at this very moment.
        worker = None if self._looks.busy else self._press.worker

        def work(progress: Progress) -> Any:
            return make_kit(library, workshop_id, to, order, now, progress, worker=worker)

        self._count.setText(_("Le kit s’écrit…"))
        self.line.start(_("Imprimer le kit"), work, self._printed)
        self.primary_changed.emit()

    def _printed(self, made: Any) -> None:
        self.subject.desk.keep(made.change)
        if not isValid(self):
            return
        self.card.show_made(made)
        self.beside.show_main()
        self.card.open.setFocus(Qt.FocusReason.OtherFocusReason)
        self.primary_changed.emit()

    def _choose_folder(self) -> None:
        start = self._printing.folder
        chosen = self.pick(self, str(start if start.is_dir() else start.parent))
        if chosen:
            self._remember(sheets=self.sheets.chosen() or USUAL, folder=Path(chosen))

    def _ticked(self) -> None:
        self._remember(sheets=self.sheets.chosen())
        self.primary_changed.emit()

    def _marked(self) -> None:
        """Badges with the ring or without, and the sheet in sight likewise."""
        self._remember(photo_mark=self.sheets.mark.isChecked())
        self._turn_to()

    def _remember(self, **said: Any) -> None:
        self._printing = replace(self._printing, **said)
        prints_memory.keep(self._printing)
        self._say()

    def _say(self) -> None:
        chosen = self.sheets.chosen()
        said = ngettext("{n} feuille cochée", "{n} feuilles cochées", len(chosen)).format(n=len(chosen))
        named = sum(SHEETS[one].personal for one in chosen)
        if named:
            people = ngettext("{n} porte des noms", "{n} portent des noms", named).format(n=named)
            said = f"{said}, {people}"
        self._count.setText(said)
        self._where.setText(_("Dans {folder}").format(folder=self._printing.folder))

    def _open(self, path: Path) -> None:
        self.open_folder(path)

    def _turn_to(self, *_what: object) -> None:
        self._stale = True
        if self.isVisible():
            self._pause.start(_PAUSE_MS)

    def _look(self) -> None:
        """Set the sheet in hand again; the pages in sight stay until the new ones are there."""
        if self._looks.busy or self.line.busy:
            self._again = True
            return
        self._again = self._stale = False
        sheet, role, today, press = self.sheets.current, self.role.value(), self.subject.today(), self._press
        mark = self._printing.photo_mark
        self._state.setText(_("La feuille se met en page…"))

        def work(progress: Progress) -> SheetLook | AtelierError:
            try:
                return press.look(sheet, role, today, progress, photo_mark=mark)
            except AtelierError as refusal:
                # Said beside the pages: nobody asked for this work.
                return refusal

        self._looks.start(_("Mettre la feuille en page"), work, self._looked)

    def _looked(self, found: Any) -> None:
        if not isValid(self):
            return
        if isinstance(found, AtelierError):
            self._state.setText(f"{found.what} {found.advice}")
        else:
            self.pages.set_source(found.sizes, found.image)
            cut = _("Seul le début est montré ici ; tout sera imprimé.") if found.cut else ""
            self._state.setText(f"{called(found.sheet)}. {found.empty or cut}")

    def _ended(self, job: Job) -> None:
        """Whatever the end was, one may print again, and what was asked meanwhile is set."""
        if job is self.line.job:
            self._say()
            if job.cancelled:
                self._count.setText(_("L’impression a été arrêtée : rien n’a été gardé."))
            self.primary_changed.emit()
        if job in (self.line.job, self._looks.job) and self._again and isValid(self) and self.isVisible():
            self._pause.start(_PAUSE_MS)

    def _heard(self, change: Change) -> None:
        if all(isinstance(one, ReadyMark) for one in (*change.before, *change.after)):
            return
        self._stale = True
        if self.isVisible():
            self._pause.start(_AFTER_CHANGE_MS)
