# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The late assistant: a few ways to be on time again, each with what it costs; a number chooses, Enter applies."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.late import LateOption
from forgeatelier.model.workshop.live import NowView
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, Flow, Label, PressCard, ScrollColumn, Tag, holding, row, stack

_DIGITS = "1234"
_UNSHIFTED = "&é\"'"
"""What the same keys give on a French keyboard without Shift."""
_LETTERS = "abcd"


class LatePanel(QWidget):
    """`applied` carries the chosen LateOption, `left` when one goes away without choosing."""

    applied = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        """Give it options with `show_options`."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Rattraper"))
        self.options: tuple[LateOption, ...] = ()
        self.at = 0
        self._chosen_by_hand = False
        self._cards: list[PressCard] = []
        self._title, self._lead = Label("", "title", wrap=True), Label("", "body", wrap=True)
        self.list = ScrollColumn(gap="s", margin="l", widest="")
        self.apply_ = Button(_("Appliquer"), "primary", "check")
        self.apply_.setToolTip(_("Appliquer ce choix (Entrée) ; Ctrl+Z le défait"))
        self.apply_.clicked.connect(self.apply)
        leave = Button(_("Ne rien changer"), "quiet", "close")
        leave.setToolTip(_("Fermer sans rien changer (Échap)"))
        leave.clicked.connect(self.left)
        for button in (self.apply_, leave):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._foot = foot = holding(Flow(self.apply_, leave), "raised")
        foot.setContentsMargins(worn().space("l"), worn().space("s"), worn().space("l"), worn().space("s"))
        self.setLayout(stack(self.list, foot, gap=""))
        self.list.add(self._title)
        self.list.add(self._lead)

    def show_options(self, options: Sequence[LateOption], view: NowView) -> None:
        """Offer these; the first one is chosen."""
        self.options, self.at, self._chosen_by_hand = tuple(options), 0, False
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []
        late = view.late >= 0
        self._title.setText(
            _("Rattraper : {late}").format(late=view.late_words)
            if late and options
            else _("Rendre le temps gagné : {late}").format(late=view.late_words)
            if options
            else _("Il n’y a rien à rattraper.")
        )
        self._lead.setText(
            _("Choisir avec 1 à {n}, Entrée applique, Échap laisse tout en place.").format(n=len(options))
            if options
            else view.end_words[:1].upper() + view.end_words[1:]
        )
        for number, option in enumerate(self.options):
            card = self._card(number, option)
            self._cards.append(card)
            self.list.add(card)
        self.apply_.setEnabled(bool(options))
        self._show()

    def set_compact(self, compact: bool) -> None:
        """Where there is little room the choices have it; keys and a second press apply."""
        self._title.setVisible(not compact)
        self._foot.setVisible(not compact)

    def choose(self, at: int) -> None:
        """Choose an option by its place."""
        if 0 <= at < len(self.options):
            self.at = at
            self._show()

    def apply(self) -> None:
        """Apply the one that is chosen."""
        if self.options:
            self.applied.emit(self.options[self.at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4, A to D and the arrows choose, Enter applies, Esc leaves."""
        typed, key = event.text().lower(), event.key()
        at = max(row_.find(typed) for row_ in (_DIGITS, _UNSHIFTED, _LETTERS)) if typed else -1
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.choose(self.at + (1 if key == Qt.Key.Key_Down else -1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.apply()
        elif key == Qt.Key.Key_Escape or typed == "r":
            self.left.emit()
        elif at >= 0:
            self.choose(at)
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """It scrolls where there is little room."""
        return QSize(worn().measure("control") * 6, worn().measure("control") * 3)

    def _card(self, number: int, option: LateOption) -> PressCard:
        card = PressCard(f"{number + 1}. {option.title}")
        card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cost = " · ".join(one.words.replace(" ", "\N{NO-BREAK SPACE}") for one in option.changes)
        if cost:
            card.body.addWidget(Label(cost, "body", wrap=True))
        said = option.outcome[:1].upper() + option.outcome[1:]
        card.body.addWidget(Label(said, "note"))
        card.setAccessibleDescription(", ".join((*(one.words for one in option.changes), option.outcome)))
        if option.shortfall:
            short = Tag(_("il manque {n} min").format(n=option.shortfall), "warn")
            card.body.addLayout(row(short, None))
        card.pressed.connect(lambda: self._pressed(number))
        return card

    def _pressed(self, number: int) -> None:
        """A first press chooses, a second one applies."""
        if number == self.at and self._chosen_by_hand:
            self.apply()
        else:
            self._chosen_by_hand = True
            self.choose(number)

    def _show(self) -> None:
        for number, card in enumerate(self._cards):
            card.set_selected(number == self.at)
        if self.options:
            self.setAccessibleDescription(self.options[self.at].words)
            self.list.ensureWidgetVisible(self._cards[self.at])
