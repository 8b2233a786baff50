# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""After a cut: how long it was, and three ways to go on. Nothing else is in sight until one is chosen."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from forgeatelier.actions.live import Recovery
from forgeatelier.ground.words import _
from forgeatelier.model.workshop.live import Cut
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, Card, Flow, Glyph, Label, holding, row, stack

WAYS = (
    (Recovery.RESUME, "play"),
    (Recovery.CATCH_UP, "clock"),
    (Recovery.STAY_PAUSED, "pause"),
)
"""The three ways with their icons, the expected one first."""


def _words(way: Recovery) -> tuple[str, str]:
    return {
        Recovery.RESUME: (_("Reprendre"), _("le minuteur repart là où il en était")),
        Recovery.CATCH_UP: (_("Rattraper"), _("le minuteur repart et l’aide au retard s’ouvre")),
        Recovery.STAY_PAUSED: (_("Rester en pause"), _("rien ne compte avant que vous le disiez")),
    }[way]


class RescueCard(QScrollArea):
    """`chosen` tells the way (a `Recovery`)."""

    chosen = Signal(object)

    def __init__(self) -> None:
        """Say what happened with `show_cut`."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title, self.words = Label("", "heading", wrap=True), Label("", "lead", wrap=True)
        self.buttons: dict[Recovery, Button] = {}
        choices: list[QWidget] = []
        for number, (way, icon) in enumerate(WAYS):
            verb, what = _words(way)
            button = Button(verb, "primary" if not number else "quiet", icon)
            button.setAccessibleDescription(what)
            button.setObjectName(way.value)
            button.clicked.connect(self._tell)
            self.buttons[way] = button
            choices.append(button)
        explained = [Label(f"{_words(way)[0]}\u00a0: {_words(way)[1]}", "note") for way, _icon in WAYS]
        card = Card(margin="xl")
        top = row(Glyph("warning", "warn", "rail-icon"), self.title, gap="m")
        top.setStretch(1, 1)
        card.body.addLayout(top)
        card.add(self.words, holding(Flow(*choices)), holding(stack(*explained, gap="xs")))
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        card.setMaximumWidth(round(worn().measure("column") * max(1.0, worn().text_scale * 0.8)))
        inner = QWidget()
        inner.setProperty("ground", "surface")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inner)
        edge = worn().space("xl")
        column.setContentsMargins(edge, edge, edge, edge)
        across = row(card)
        column.addLayout(across)
        column.addStretch(1)
        self.setWidget(inner)
        self.setFocusProxy(self.buttons[Recovery.RESUME])

    def show_cut(self, title: str, cut: Cut) -> None:
        """Tell which workshop was cut, and for how long."""
        self.title.setText(_("Reprise de l’atelier « {title} »").format(title=title))
        said = cut.words[:1].upper() + cut.words[1:]
        self.words.setText(_("{cut}. Rien de ce qui était enregistré n’est perdu.").format(cut=said))
        self.setAccessibleName(f"{self.title.text()}, {self.words.text()}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the way one is on; 1 to 3 name one."""
        at = "123".find(event.text()) if event.text() else -1
        focused = next((way for way, one in self.buttons.items() if one.hasFocus()), Recovery.RESUME)
        if at >= 0:
            self.chosen.emit(WAYS[at][0])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit(focused)
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """It scrolls where there is little room."""
        return QSize(worn().measure("control") * 6, worn().measure("control") * 3)

    def _tell(self) -> None:
        self.chosen.emit(Recovery(self.sender().objectName()))
