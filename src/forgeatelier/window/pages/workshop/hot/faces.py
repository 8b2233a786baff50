# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Third part: of each photo one says who can be recognised; without that it never leaves."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from forgeatelier.actions.harvest import discard
from forgeatelier.ground.words import _
from forgeatelier.model.workshop.capture import Recognisable
from forgeatelier.model.workshop.hot_harvest import Left
from forgeatelier.window.pages.workshop.hot.beside_words import BesideWords
from forgeatelier.window.pages.workshop.hot.part import Queue
from forgeatelier.window.pages.workshop.hot.showing import Showing
from forgeatelier.window.pages.workshop.sorting import recognised
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.pages.workshop.who import Who
from forgeatelier.window.widgets import holding, stack


class Faces(Queue):
    """0 nobody and on to the next; C or a letter finds people, Esc comes back, Enter goes on."""

    def __init__(self, subject: Subject) -> None:
        """Nothing shown yet."""
        super().__init__(
            subject,
            _("Qui est reconnaissable ici ?"),
            _(
                "0 personne · une lettre cherche un nom, Entrée le coche, Échap revient · Entrée ou → la suivante "
                "· X écarter"
            ),
            _("De chaque photo on sait qui est reconnaissable."),
        )
        self.showing, self.who = Showing(subject), Who(subject)
        self.who.left.connect(self._back)
        self.body.addWidget(BesideWords(self.showing, holding(stack(self.who, None, gap="s"))), 1)

    def waiting(self, left: Left) -> Sequence[str]:
        """The photos of which nobody said it."""
        return [one.id for one in left.faces]

    def show_one(self, key: str) -> None:
        """Show it with what was said so far."""
        capture = self.subject.capture(key)
        if capture is not None:
            # Several people may be ticked: one stays here until one goes on.
            self.hold()
            self.showing.show_capture(capture)
            self.who.show_captures((capture,))

    def digit(self, number: int) -> None:
        """0: nobody."""
        capture = self.subject.capture(self.current)
        if number == 0 and capture is not None and self.subject.desk.keep(recognised((capture,), ())):
            self.go_on()

    def enter(self) -> None:
        """On, once it is said; else to the names."""
        capture = self.subject.capture(self.current)
        if capture is not None and capture.recognisable is Recognisable.UNKNOWN:
            self.who.open()
        else:
            self.go_on()

    def letter(self, event: QKeyEvent) -> bool:
        """C opens the names, any other letter as well and is the first one typed."""
        capture = self.subject.capture(self.current)
        if event.key() == Qt.Key.Key_X and capture is not None:
            if self.subject.desk.keep(discard((capture,))):
                self.go_on()
        elif event.text().strip() and event.text().isalpha():
            self.who.open()
            if event.key() != Qt.Key.Key_C:
                self.who.search.setText(event.text())
        else:
            return False
        return True

    def _back(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
