# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who can be recognised: nobody, or people of this workshop, each with what they agreed to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.capture import Capture, Recognisable
from forgeatelier.window import icons
from forgeatelier.window.pages.workshop.sorting import recognised
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import CONSENTS, Button, Flow, Label, SearchBox, holding, matches, stack

_PERSON = Qt.ItemDataRole.UserRole + 30


class _Names(QListWidget):
    """People to tick; Enter and Space tick, Esc leaves."""

    ticked = Signal(object)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does."""
        key = Qt.Key(event.key())
        item = self.currentItem()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and item is not None:
            on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Who(QWidget):
    """Says it for every capture it was given; `left` when one has finished (Esc)."""

    left = Signal()

    def __init__(self, subject: Subject) -> None:
        """Give it captures with `show_captures`."""
        super().__init__()
        self._subject = subject
        self._captures: tuple[Capture, ...] = ()
        self._said = Label("", "body", wrap=True)
        self.nobody = Button(_("Aucune personne"), "quiet", "hide")
        self.nobody.setToolTip(_("Aucune personne n’est reconnaissable sur cette image"))
        self.nobody.clicked.connect(self.say_nobody)
        self.choose = Button(_("Choisir…"), "quiet", "people")
        self.choose.clicked.connect(self.open)
        self._unknown = Button(_("Ne plus dire"), "plain")
        self._unknown.clicked.connect(self.say_unknown)
        self.search = SearchBox(_("Chercher une personne de cet atelier"))
        self.search.textChanged.connect(self._filter)
        self.names = _Names()
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setAccessibleName(_("Personnes reconnaissables"))
        self.names.itemChanged.connect(self._ticked)
        self.names.left.connect(self._close)
        self.search.down.connect(self._into_names)
        self.search.returnPressed.connect(self._tick_first)
        self._nobody_here = Label(
            _("Personne n’est encore inscrit : ajoutez les personnes dans Préparer › Personnes."), "note"
        )
        self._list = holding(stack(self.search, self.names, self._nobody_here, gap="xs"))
        self._list.hide()
        buttons = holding(Flow(self.nobody, self.choose, self._unknown, gap="xs"))
        layout = stack(self._said, buttons, self._list, gap="xs")
        self.setLayout(layout)

    def show_captures(self, captures: Sequence[Capture]) -> None:
        """Show what was said of these (the first one speaks for all)."""
        self._captures = tuple(captures)
        first = self._captures[0] if self._captures else None
        self._said.setText(self._words(first))
        self._said.set_tone("warn" if first and first.recognisable is Recognisable.UNKNOWN else "")
        self._unknown.setVisible(bool(first and first.recognisable is not Recognisable.UNKNOWN))
        if self._list.isVisibleTo(self):
            self._fill()

    def open(self) -> None:
        """Show the people to choose from."""
        self._list.show()
        self.search.clear()
        self._fill()
        some = bool(self._subject.members())
        (self.search if some else self.nobody).setFocus()

    def say_nobody(self) -> None:
        """Nobody can be recognised."""
        self._keep(())
        self._close()

    def say_unknown(self) -> None:
        """It is not known yet."""
        self._keep(None)

    def _words(self, capture: Capture | None) -> str:
        if capture is None or capture.recognisable is Recognisable.UNKNOWN:
            return _("Pas encore dit : cette image ne peut pas être publiée.")
        if capture.recognisable is Recognisable.NOBODY:
            return _("Aucune personne n’est reconnaissable.")
        members = [self._subject.member(person) for person in capture.people]
        names = [one.person.heading for one in members if one is not None]
        gone = len(members) - len(names)
        names += [_("une personne retirée de l’atelier")] * bool(gone)
        mark = self._subject.consent_mark(capture)
        after = {"no": _("Refus de publication."), "unknown": _("Accord de publication à demander.")}.get(
            mark, ""
        )
        return f"{', '.join(names)}. {after}".strip()

    def _fill(self) -> None:
        quiet = self.names.blockSignals(True)
        held = self.names.currentItem().data(_PERSON) if self.names.currentItem() else ""
        self.names.clear()
        first = self._captures[0] if self._captures else None
        for member in self._subject.members():
            said = _(CONSENTS[self._subject.image_answer(member)][2])
            item = QListWidgetItem(f"{member.person.heading} — {said}")
            tone, shape, _words = CONSENTS[self._subject.image_answer(member)]
            item.setIcon(icons.icon(shape, tone, "glyph"))
            item.setData(_PERSON, member.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            there = first is not None and member.id in first.people
            item.setCheckState(Qt.CheckState.Checked if there else Qt.CheckState.Unchecked)
            self.names.addItem(item)
            if member.id == held:
                self.names.setCurrentItem(item)
        self.names.blockSignals(quiet)
        some = self.names.count() > 0
        self.names.setVisible(some)
        self.search.setVisible(some)
        self._nobody_here.setVisible(not some)
        self.names.setFixedHeight(
            min(7, max(2, self.names.count())) * worn().measure("row") + worn().space("s")
        )
        self._filter(self.search.text())

    def _filter(self, typed: str) -> None:
        for place in range(self.names.count()):
            item = self.names.item(place)
            item.setHidden(not matches(typed, item.text()))

    def _into_names(self) -> None:
        shown = [place for place in range(self.names.count()) if not self.names.item(place).isHidden()]
        if shown:
            self.names.setCurrentRow(shown[0])
            self.names.setFocus()

    def _tick_first(self) -> None:
        shown = [self.names.item(place) for place in range(self.names.count())]
        found = [item for item in shown if not item.isHidden()]
        if found:
            on = found[0].checkState() == Qt.CheckState.Checked
            found[0].setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
            self.search.clear()

    def _ticked(self) -> None:
        chosen = tuple(
            str(self.names.item(place).data(_PERSON))
            for place in range(self.names.count())
            if self.names.item(place).checkState() == Qt.CheckState.Checked
        )
        self._keep(chosen or None)

    def _keep(self, people: tuple[str, ...] | None) -> None:
        if self._captures:
            self._subject.desk.keep(recognised(self._captures, people))

    def _close(self) -> None:
        self._list.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the pictures."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)
