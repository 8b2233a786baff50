# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""First part: what was caught under no step finds its own, by number key."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from forgeatelier.actions.harvest import discard
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.capture import CaptureState
from forgeatelier.model.workshop.hot_harvest import Left, likely_step
from forgeatelier.window.pages.workshop.hot.beside_words import BesideWords
from forgeatelier.window.pages.workshop.hot.numbered import Numbered
from forgeatelier.window.pages.workshop.hot.part import Queue
from forgeatelier.window.pages.workshop.hot.showing import Showing
from forgeatelier.window.pages.workshop.sorting import filed_under
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.widgets import Label, holding, stack


class Orphans(Queue):
    """Digits file, Enter takes the step of that hour, 0 the workshop as a whole, X sets aside."""

    def __init__(self, subject: Subject) -> None:
        """Nothing shown yet."""
        super().__init__(
            subject,
            _("À quelle étape cela appartient-il ?"),
            _(
                "1 à 9 l’étape · Entrée celle de cette heure-là · 0 l’atelier en entier · X écarter · → plus tard"
            ),
            _("Tout est rangé sous une étape."),
        )
        self.showing, self.answers = Showing(subject), Numbered()
        self.likely = Label("", "note", tone="accent", wrap=True)
        side = holding(stack(self.likely, self.answers, None, gap="s"))
        self.body.addWidget(BesideWords(self.showing, side), 1)
        self.answers.chosen.connect(self.file)
        self._likely = ""

    def waiting(self, left: Left) -> Sequence[str]:
        """What belongs to no step."""
        return [one.id for one in left.orphans]

    def show_one(self, key: str) -> None:
        """Show it with the steps."""
        capture, workshop = self.subject.capture(key), self.subject.workshop()
        if capture is None or workshop is None:
            return
        self.showing.show_capture(capture)
        protocol = self.subject.protocol()
        known = [(step.id, step.title) for step in protocol.steps] if protocol else []
        self._likely = likely_step(capture, self.subject.agenda(), self.subject.runs(), workshop.starts_on)
        name = dict(known).get(self._likely, "")
        self.likely.setText(_("À cette heure-là : {step} (Entrée)").format(step=name))
        self.likely.setVisible(bool(name))
        self.answers.offer(known, self._likely)

    def file(self, step_id: str) -> None:
        """Under a step."""
        capture = self.subject.capture(self.current)
        if capture is not None:
            self.subject.desk.keep(filed_under((capture,), step_id))

    def digit(self, number: int) -> None:
        """A step, or none on purpose."""
        capture = self.subject.capture(self.current)
        if number:
            self.answers.take(number)
        elif capture is not None:
            after = replace(capture, state=CaptureState.SORTED)
            self.subject.desk.keep(Change(_("Ranger sous l’atelier en entier"), (capture,), (after,)))

    def enter(self) -> None:
        """The likely step."""
        if self._likely:
            self.file(self._likely)

    def letter(self, event: QKeyEvent) -> bool:
        """X sets aside, the page keys show other steps."""
        key, capture = Qt.Key(event.key()), self.subject.capture(self.current)
        if key is Qt.Key.Key_X and capture is not None:
            self.subject.desk.keep(discard((capture,)))
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self.answers.turn(1 if key is Qt.Key.Key_PageDown else -1)
        else:
            return False
        return True
