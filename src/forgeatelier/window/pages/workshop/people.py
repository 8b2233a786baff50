# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Préparer › Personnes: who comes, who is there at which half-day, what each agreed to."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.people.attendance import Attendance, HeadCount, TeamMember
from forgeatelier.model.people.consent import Consent
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.beside import Beside
from forgeatelier.window.pages.workshop.attending import Attending
from forgeatelier.window.pages.workshop.head_count import HeadCounting
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.list_import import ListImport
from forgeatelier.window.pages.workshop.people_details import PeopleDetails
from forgeatelier.window.pages.workshop.roster import Line
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.tall import Tall
from forgeatelier.window.widgets import Command, stack


class People(Panel):
    """The names on the left, one person at the right; or, in their place, the reading of a list or a count."""

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        """Show everyone of this workshop."""
        super().__init__(subject, parent)
        self.attending = Attending(subject)
        self.table = self.attending.table
        self.details = PeopleDetails(subject)
        inner = Tall(stack(self.attending, gap=""), self.table.search)
        self.beside = Beside(inner, self.details, _("Retour aux personnes"))
        self._reading: ListImport | None = None
        self._counting: HeadCounting | None = None
        self._pile = QStackedWidget()
        self._pile.addWidget(self.beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pile)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.table.search)
        self.table.chosen.connect(self._look)
        self.table.current_changed.connect(self._look)
        self.table.opened.connect(self._open)
        self.table.delete_asked.connect(self._remove)
        self.table.import_asked.connect(self.open_import)
        self.attending.bar.count_asked.connect(self.open_count)
        self.details.remove_asked.connect(self._remove_chosen)
        self.subject.changed.connect(self._heard)
        self.refresh()

    @property
    def reading(self) -> ListImport:
        """Where a list is read; made when it is first needed."""
        if self._reading is None:
            self._reading = ListImport(self.subject)
            self._reading.done.connect(self._back)
            self._reading.moved.connect(self.primary_changed)
            self._pile.addWidget(self._reading)
        return self._reading

    @property
    def counting(self) -> HeadCounting:
        """Where heads are counted; made when it is first needed."""
        if self._counting is None:
            self._counting = HeadCounting(self.subject)
            self._counting.left.connect(self._back)
            self._pile.addWidget(self._counting)
        return self._counting

    def refresh(self) -> None:
        """Show everyone as they are now."""
        self.attending.refresh()
        self._look()
        self.details.setVisible(bool(self.attending.lines))

    def primary(self) -> Primary | None:
        """Read a list; once read, add its people."""
        if self._reading is not None and self._pile.currentWidget() is self._reading:
            return self._reading.primary()
        if not self.subject.members():
            return Primary(_("Lire une liste"), "import", self.open_import)
        return Primary(_("Animer"), "play", self._run)

    def visit(self, place: str) -> None:
        """A person by her id, `import` or `count`."""
        if place == "import":
            self.open_import()
        elif place == "count":
            self.open_count()
        elif self.table.choose(place):
            self.beside.show_details()

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.details.leaving()
        if self._counting is not None:
            self._counting.keep()

    def commands(self) -> tuple[Command, ...]:
        """Reading a list, noting everyone, counting."""
        ways = (
            (_("Lire une liste de personnes"), self.open_import, "import csv excel people list", "import"),
            (_("Noter tout le monde présent"), self.attending.mark_everyone, "attendance everyone", "check"),
            (_("Compter la salle"), self.open_count, "head count", "groups"),
            (_("Ajouter des personnes sans nom"), self.attending.open_nameless, "anonymous", "hide"),
        )
        return tuple(Command(said, run, synonyms, icon=icon) for said, run, synonyms, icon in ways)

    def open_import(self) -> None:
        """Go and read a list."""
        self.leaving()
        self.reading.begin()
        self._pile.setCurrentWidget(self.reading)
        self.primary_changed.emit()

    def open_count(self) -> None:
        """Count the room at this half-day, at the first one while registering."""
        halves = self.attending.halves
        if not halves:
            what, advice = (
                _("La date de l’atelier n’est pas fixée."),
                _("La fixer dans Déroulé, puis compter."),
            )
            self.subject.desk.tell(AtelierError(what, advice))
            return
        self.leaving()
        self.counting.show_half(self.attending.half() or halves[0])
        self._pile.setCurrentWidget(self.counting)
        self.counting.begin()

    def read_file(self, path: Path) -> None:
        """Read a list from a file."""
        self.open_import()
        self.reading.read_file(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first file dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.read_file(files[0])

    def _back(self) -> None:
        self._pile.setCurrentWidget(self.beside)
        self.table.search.setFocus()
        self.primary_changed.emit()

    def _look(self) -> None:
        self.details.show_members(tuple(one.member for one in self.table.chosen_values()))

    def _open(self, _line: Line) -> None:
        self._look()
        self.beside.show_details()
        self.details.begin()

    def _remove_chosen(self) -> None:
        self._remove(self.table.chosen_values())

    def _remove(self, lines: tuple[Line, ...]) -> None:
        gone: list[Entity] = []
        for line in lines:
            gone += [line.member.attendance] if line.member.attendance else []
            gone += list(line.member.team)
        title = ngettext(
            "Retirer une personne de l’atelier", "Retirer {n} personnes de l’atelier", len(lines)
        )
        if gone and self.subject.desk.keep(Change(title.format(n=len(lines)), tuple(gone))):
            said = ngettext(
                "{n} personne retirée de l’atelier.", "{n} personnes retirées de l’atelier.", len(lines)
            )
            self.subject.desk.toast(said.format(n=len(lines)), True)

    def _run(self) -> None:
        self.subject.desk.go(f"workshop/{self.subject.id}/run")

    def _heard(self, change: Change) -> None:
        if change.touches(HeadCount) and self._counting is not None:
            self._counting.refresh()
        if change.touches(Workshop):
            self.attending.show_halves()
        if change.touches(Person, Attendance, TeamMember, Consent, HeadCount):
            if self.attending.follow(change):
                self._look()
            else:
                self.refresh()
            self.primary_changed.emit()
