# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Second part: photos get their caption by number key, or typed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from forgeatelier.actions.harvest import describe, discard
from forgeatelier.ground.tidying import tidy
from forgeatelier.ground.words import _
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.hot_harvest import Left
from forgeatelier.window.pages.workshop.hot.beside_words import BesideWords
from forgeatelier.window.pages.workshop.hot.numbered import PAGE, Numbered
from forgeatelier.window.pages.workshop.hot.part import Line, Queue
from forgeatelier.window.pages.workshop.hot.showing import Showing
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.widgets import Field, holding, stack


class Names(Queue):
    """Digits take a caption used before, the title of the step or a production; letters begin one's own."""

    def __init__(self, subject: Subject) -> None:
        """Nothing shown yet."""
        super().__init__(
            subject,
            _("Que voit-on sur cette photo ?"),
            _("1 à 9 une de ces légendes · une lettre pour écrire la vôtre · X écarter · → plus tard"),
            _("Chaque photo a sa légende."),
        )
        self.showing, self.answers, self.line = Showing(subject), Numbered(), Line()
        self.line.returnPressed.connect(self._typed)
        self.answers.chosen.connect(self.name)
        self.line.left.connect(self.take_focus)
        field = Field(
            _("Légende"), self.line, _("Ce qu’il faut regarder, sans nom de personne. Entrée pour garder.")
        )
        side = holding(stack(field, self.answers, None, gap="m"))
        self.body.addWidget(BesideWords(self.showing, side), 1)

    def waiting(self, left: Left) -> Sequence[str]:
        """The photos without a caption."""
        return [one.id for one in left.names]

    def show_one(self, key: str) -> None:
        """Show it with what it may be called."""
        capture = self.subject.capture(key)
        if capture is not None:
            self.showing.show_capture(capture)
            self.answers.offer([(name, name) for name in self._offered(capture)])

    def name(self, caption: str) -> None:
        """Give it a caption."""
        capture, said = self.subject.capture(self.current), tidy(caption)
        if capture is not None and said:
            self.line.clear()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.subject.desk.keep(describe(capture, replace(capture, caption=said)))

    def digit(self, number: int) -> None:
        """One of those offered."""
        self.answers.take(number)

    def enter(self) -> None:
        """Write one's own."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def letter(self, event: QKeyEvent) -> bool:
        """X sets aside; any other letter is the first one of a caption."""
        capture = self.subject.capture(self.current)
        if event.key() == Qt.Key.Key_X and capture is not None:
            self.subject.desk.keep(discard((capture,)))
        elif event.text().strip() and event.text().isprintable():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.line.setText(event.text())
        else:
            return False
        return True

    def leaving(self) -> None:
        """Keep what is being typed."""
        self._typed()

    def _typed(self) -> None:
        self.name(self.line.text())

    def _offered(self, capture: Capture) -> tuple[str, ...]:
        protocol = self.subject.protocol()
        titles = {step.id: step.title for step in protocol.steps} if protocol else {}
        same = [one for one in self.subject.captures() if one.step_id == capture.step_id]
        others = [one for one in self.subject.captures() if one.step_id != capture.step_id]
        things = [one.title for one in self.subject.outputs()]
        things += [one.title for one in protocol.outputs] if protocol else []
        group = (
            f"{titles[capture.step_id]} : {capture.group}"
            if capture.group and capture.step_id in titles
            else ""
        )
        names = (*_often(same), group, titles.get(capture.step_id, ""), *things, *_often(others))
        return tuple(dict.fromkeys(name for name in names if name))[:PAGE]


def _often(captures: Iterable[Capture]) -> tuple[str, ...]:
    """Captions in use, the commonest first."""
    return tuple(name for name, _n in Counter(one.caption for one in captures if one.caption).most_common(4))
