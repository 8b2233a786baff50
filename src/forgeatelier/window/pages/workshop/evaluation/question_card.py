# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A question with its answers; asked before and after, both stand beside each other with what changed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from forgeatelier.ground.words import _, marked
from forgeatelier.model.workshop.evaluation import Asked, EvaluationItem, QuestionKind
from forgeatelier.window.pages.workshop.evaluation.counting import Counting
from forgeatelier.window.widgets import Card, Combo, Label, holding, row

KINDS = {
    QuestionKind.FACES: marked("Cinq visages"),
    QuestionKind.RATING: marked("Note de 1 à 5"),
    QuestionKind.YES_NO: marked("Oui ou non"),
    QuestionKind.CHOICE: marked("Choix"),
    QuestionKind.TEXT: marked("Paroles"),
}
"""The forms of a question in words."""

_WHEN = {Asked.BEFORE: marked("Avant"), Asked.AFTER: marked("Après")}


class QuestionCard(Card):
    """`counted` tells the id of what is to be kept, `reformed` (ids, form) that it is answered otherwise."""

    counted = Signal(str)
    reformed = Signal(object, object)

    def __init__(self, items: Sequence[EvaluationItem]) -> None:
        """One item, or the one before and the one after."""
        super().__init__(items[0].question)
        self.items = tuple(one.id for one in items)
        self.shape = shape_of(items)
        self.form = Combo(((kind, _(said)) for kind, said in KINDS.items()), items[0].kind)
        self.form.setAccessibleName(_("Forme de la réponse"))
        self.form.chosen.connect(self._reform)
        self.top.addWidget(self.form)
        self.sides = [Counting(one, _(_WHEN[one.asked])) for one in items]
        for side in self.sides:
            side.counted.connect(self.counted)
        line = row(*self.sides, gap="l")
        for place in range(len(self.sides)):
            line.setStretch(place, 1)
        self.change = Label("", "strong", tone="accent", wrap=True)
        self.change.hide()
        self.add(holding(line), self.change)

    def keep(self) -> None:
        """Have what was typed kept."""
        for side in self.sides:
            side.keep()

    def _reform(self, kind: QuestionKind) -> None:
        self.reformed.emit(self.items, kind)


def shape_of(items: Sequence[EvaluationItem]) -> tuple[tuple[str, str, str], ...]:
    """What makes a card another card: which items, their words and form."""
    return tuple((one.id, one.question, one.kind.value) for one in items)
