# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Préparer › Personnes: who comes, what each agreed to; a list is read before anything of it is kept."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from forgeatelier.actions.people import add_person
from forgeatelier.actions.people_lists.names import readable, split_full_name
from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.people.attendance import Attendance, TeamMember
from forgeatelier.model.people.consent import Consent, Matter
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.reference import label
from forgeatelier.window import people_words as answers
from forgeatelier.window.beside import Beside
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.list_import import ListImport
from forgeatelier.window.pages.workshop.person_card import PersonCard
from forgeatelier.window.pages.workshop.subject import Member, Subject
from forgeatelier.window.tall import Tall
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    CONSENTS,
    Button,
    Column,
    Command,
    DataTable,
    EmptyState,
    Inspector,
    row,
    stack,
)


class People(Panel):
    """The table on the left, one person at the right; or the reading of a list in their place."""

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        """Show everyone of this workshop."""
        super().__init__(subject, parent)
        self._card: PersonCard | None = None
        empty = EmptyState(
            _("Personne n’est inscrit pour l’instant."),
            _("Lire une liste"),
            _("Déposez un tableau (Excel, CSV), collez des lignes, ou écrivez un nom ci-dessous."),
            drawing="people",
        )
        empty.acted.connect(self.open_import)
        self._read = Button(_("Lire une liste"), "quiet", "import")
        self._read.clicked.connect(self.open_import)
        self.table = DataTable(
            self._columns(),
            hint=_("Filtrer les personnes"),
            count=saying.people,
            empty=empty,
            extras=(self._read,),
        )
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Ajouter une personne : prénoms et nom, puis Entrée"))
        self.name.setAccessibleName(_("Ajouter une personne"))
        self.name.returnPressed.connect(self._add_typed)
        column = stack(self.table, row(self.name), gap="m")
        theme = worn()
        column.setContentsMargins(theme.space("l"), theme.space("l"), theme.space("l"), theme.space("m"))
        self.inspector = Inspector(_("Personne"))
        self.beside = Beside(Tall(column, self.table.view), self.inspector, _("Retour aux personnes"))
        self._reading: ListImport | None = None
        self._pile = QStackedWidget()
        self._pile.addWidget(self.beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pile)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.table.search)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.table.current_changed.connect(self._look_at)
        self.table.opened.connect(self._open)
        self.table.delete_asked.connect(self._remove)
        self.subject.changed.connect(self._heard)

    @property
    def reading(self) -> ListImport:
        """Where a list is read; made when it is first needed."""
        if self._reading is None:
            self._reading = ListImport(self.subject)
            self._reading.done.connect(self._close_import)
            self._reading.moved.connect(self.primary_changed)
            self._pile.addWidget(self._reading)
        return self._reading

    def refresh(self) -> None:
        """Show everyone as they are now."""
        self.table.show_rows(self.subject.members())
        if self.table.current() is None and self.subject.members():
            self.table.view.selectRow(0)
        self._look_at(self.table.current())

    def primary(self) -> Primary | None:
        """Read a list; once read, add its people."""
        if self._reading is not None and self._pile.currentWidget() is self._reading:
            return self._reading.primary()
        return (
            Primary(_("Lire une liste"), "import", self.open_import)
            if not self.subject.members()
            else Primary(_("Animer"), "play", self._run)
        )

    def visit(self, place: str) -> None:
        """A person by her id, or `import`."""
        if place == "import":
            self.open_import()
        elif self.table.choose(place):
            self.beside.show_details()

    def leaving(self) -> None:
        """Keep what is being typed."""
        if self._card is not None:
            self._card.leaving()

    def commands(self) -> tuple[Command, ...]:
        """Reading a list."""
        return (
            Command(
                _("Lire une liste de personnes"),
                self.open_import,
                "import csv excel people list",
                icon="import",
            ),
        )

    def open_import(self) -> None:
        """Go and read a list."""
        self.leaving()
        self.reading.begin()
        self._pile.setCurrentWidget(self.reading)
        self.primary_changed.emit()

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

    def _columns(self) -> tuple[Column[Member], ...]:
        return (
            Column[Member](_("Nom"), _name, sort=_by_name),
            Column[Member](_("Sexe"), _sex),
            Column[Member](_("Âge"), self._age),
            Column[Member](_("Structure"), _organisation, wide=True),
            Column[Member](_("Image publiée"), self._image, tone=self._image_tone, icon=self._image_icon),
            Column[Member](_("Rôle"), _role),
        )

    def _age(self, member: Member) -> str:
        return answers.age(member.person, self.subject.today()) + (_(" (mineur·e)") if member.minor else "")

    def _image(self, member: Member) -> str:
        mark = self.subject.image_answer(member)
        if (
            mark == "unknown"
            and member.minor
            and answers.summary(member.consent(Matter.IMAGE, self.subject.id))[0] == "yes"
        ):
            return _("Tuteur à nommer")
        return _(CONSENTS[mark][2])

    def _image_tone(self, member: Member) -> str:
        return CONSENTS[self.subject.image_answer(member)][0]

    def _image_icon(self, member: Member) -> str:
        return CONSENTS[self.subject.image_answer(member)][1]

    def _look_at(self, member: Member | None) -> None:
        self.inspector.set_title(_name(member) if member else _("Personne"))
        if self._card is not None and member is not None:
            if self._card.person_id == member.id:
                self._card.refresh()
            else:
                self._card.show_person(member.id)
            return
        self.leaving()
        self._card = None
        self.inspector.clear()
        if member is not None:
            self._card = PersonCard(self.subject, member.id)
            self.inspector.add(self._card)
            remove = Button(_("Retirer de l’atelier"), "danger", "close")
            remove.clicked.connect(self._remove_current)
            self.inspector.act(remove)

    def _open(self, member: Member) -> None:
        self._look_at(member)
        self.beside.show_details()
        if self._card is not None:
            self._card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_typed(self) -> None:
        written, workshop = self.name.text().strip(), self.subject.workshop()
        if not written or workshop is None:
            return
        family, given, _sure = split_full_name(written, "given")
        if family and not given and " " not in family:
            family, given = "", family
        person = Person(family_name=readable(family), given_names=readable(given))
        if self.subject.desk.keep(add_person(workshop, person)):
            self.name.clear()
            self.table.choose(person.id)

    def _remove_current(self) -> None:
        if self.table.current() is not None:
            self._remove((self.table.current(),))

    def _remove(self, members: tuple[Member, ...]) -> None:
        gone: list[Entity] = []
        for member in members:
            gone += [member.attendance] if member.attendance else []
            gone += list(member.team)
        title = ngettext(
            "Retirer une personne de l’atelier", "Retirer {n} personnes de l’atelier", len(members)
        )
        if gone and self.subject.desk.keep(Change(title.format(n=len(members)), tuple(gone))):
            said = ngettext(
                "{n} personne retirée de l’atelier.", "{n} personnes retirées de l’atelier.", len(members)
            )
            self.subject.desk.toast(said.format(n=len(members)), True)

    def _close_import(self) -> None:
        self._pile.setCurrentWidget(self.beside)
        self.table.view.setFocus()
        self.primary_changed.emit()

    def _run(self) -> None:
        self.subject.desk.go(f"workshop/{self.subject.id}/run")

    def _heard(self, change: Change) -> None:
        if change.touches(Person, Attendance, TeamMember, Consent):
            self.refresh()
            self.primary_changed.emit()


def _name(member: Member) -> str:
    person = member.person
    return " ".join(part for part in (person.family_name, person.given_names) if part) or _("Sans nom")


def _by_name(member: Member) -> str:
    return f"{member.person.family_name} {member.person.given_names}".casefold()


def _sex(member: Member) -> str:
    return "" if member.person.sex is Sex.UNSTATED else _(answers.SEXES[member.person.sex])


def _organisation(member: Member) -> str:
    return member.person.organisation or member.person.village


def _role(member: Member) -> str:
    roles = [label("roles", one.role, language()) for one in member.team]
    return ", ".join(roles) or (saying.presence(member.attendance.presence) if member.attendance else "")
