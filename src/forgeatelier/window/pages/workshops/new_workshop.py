# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel in which a workshop is made: protocol, date, people, town, Enter."""

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QWidget

from forgeatelier.actions.prepare import new_workshop
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, language
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.progress import Progress
from forgeatelier.model.reference import ref_list
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.desk import Desk
from forgeatelier.window.pages.workshops.methods import Methods, Offer, kept_choices, read_offer
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Button,
    Combo,
    DateEdit,
    Field,
    Inspector,
    Number,
    holding,
    row,
    stack,
)

_SOON = timedelta(days=14)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NewWorkshop(Inspector):
    """Five answers at most; whatever is left out can be said later."""

    def __init__(self, desk: Desk) -> None:
        """Over the desk's library; closed again by Esc or when the workshop is made."""
        super().__init__(_("Nouvel atelier"), closable=True)
        self._desk = desk
        self._offer: Offer | None = None
        self._protocol: Protocol | None = None
        self._suggested = 0
        self.methods = Methods()
        self.title = QLineEdit()
        self.day = DateEdit((desk.atelier.clock() + _SOON).date())
        self.people = Number(0, most=2000)
        self.people.setSpecialValueText("–")
        self.town = QLineEdit()
        self.country = Combo(_countries(), "")
        self._method_field = Field(_("Protocole"), self.methods)
        self._title_field = Field(_("Titre"), self.title, _("Sinon, celui du protocole."), optional=True)
        self.add(
            self._method_field,
            _pair(Field(_("Date"), self.day), Field(_("Personnes"), self.people)),
            _pair(Field(_("Ville ou village"), self.town), Field(_("Pays"), self.country)),
            self._title_field,
        )
        self.make = Button(_("Créer l’atelier"), "primary", "add")
        self.make.clicked.connect(self.make_workshop)
        self.act(self.make)
        self.methods.entered.connect(self._next_field)
        self.methods.chosen.connect(self._protocol_chosen)
        for editor in (self.title, self.day, self.people, self.town):
            editor.installEventFilter(self)

    def begin(self) -> None:
        """Ready to answer: the first question has the focus."""
        if self._offer is None:
            kept = kept_choices(self._desk.atelier.library)
            folder = self._desk.atelier.library.folder

            def read(_progress: Progress) -> Offer:
                return read_offer(folder, kept)

            self._desk.start(_("Lecture des protocoles"), read, self._offered)
        self.methods.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offered(self, offer: Offer) -> None:
        self._offer = offer
        self.methods.show_choices(offer.choices)

    def _protocol_chosen(self) -> None:
        choice = self.methods.current()
        self._method_field.clear_error()
        self._protocol = None
        if choice is None or self._offer is None:
            return
        try:
            self._protocol = self._offer.protocol(choice, self._desk.atelier.library)
        except AtelierError as broken:
            self._method_field.set_error(broken.what, broken.advice)
            return
        self.title.setPlaceholderText(self._protocol.title)
        if self.people.value() in (0, self._suggested):
            self._suggested = self._protocol.group.ideal
            self.people.setValue(self._suggested)

    def _next_field(self) -> None:
        self.day.setFocus(Qt.FocusReason.TabFocusReason)

    def make_workshop(self) -> None:
        """Make the workshop and go to it."""
        try:
            change = new_workshop(
                self._protocol,
                title=self.title.text(),
                starts_on=self.day.day(),
                people=self.people.value(),
                town=self.town.text(),
                country=self.country.value(),
            )
        except AtelierError as missing:
            self._method_field.set_error(missing.what, missing.advice)
            self.methods.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self._desk.keep(change):
            return
        made = next(value for value in change.after if isinstance(value, Workshop))
        self._forget()
        self.hide()
        self.closed.emit()
        self._desk.toast(_("Atelier « {title} » créé").format(title=made.title), True)
        self._desk.go(f"workshop/{made.id}/prepare")

    def _forget(self) -> None:
        self.title.clear()
        self.town.clear()
        self.methods.search.clear()
        self.methods.list.setCurrentRow(-1)
        self._suggested = 0
        self.people.setValue(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in any field makes the workshop."""
        pressed = (
            isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER
        )
        if pressed and isinstance(watched, QAbstractSpinBox):
            watched.interpretText()
        if pressed:
            self.make_workshop()
        return pressed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the panel away; what was typed is still there when it comes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _pair(left: Field, right: Field) -> QWidget:
    """Two short answers beside one another, or under one another when the text is larger."""
    if worn().text_scale > 1:
        return holding(stack(left, right, gap="m"))
    both = row(gap="m")
    right.editor.setMinimumWidth(1)
    both.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
    both.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
    return holding(both)


def _countries() -> list[tuple[str, str]]:
    found = sorted(((e.code, e.label(language())) for e in ref_list("pays").entries), key=_by_name)
    return [("", _("À préciser")), *found]


def _by_name(country: tuple[str, str]) -> str:
    return country[1].casefold()
