# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts taken from paper, hands or faces: typed with Tab, five faces, before beside after."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from forgeatelier.actions.evaluation import (
    Evaluation,
    add_question,
    read_evaluation,
    reword,
    tally,
    warning,
)
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import Attendance, Presence
from forgeatelier.model.workshop.evaluation import Asked, EvaluationItem, QuestionKind
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.pages.workshop.evaluation.counting import Counting
from forgeatelier.window.pages.workshop.evaluation.question_card import KINDS, QuestionCard, shape_of
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.names_in_words import NamesInWords
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.widgets import (
    Button,
    Check,
    Combo,
    EmptyState,
    Flow,
    Label,
    ScrollColumn,
    holding,
    stack,
)


class EvaluationTab(Panel):
    """The protocol's questions are there already; nothing is kept before a count is typed."""

    def __init__(self, subject: Subject) -> None:
        """Show what was asked and counted so far."""
        super().__init__(subject)
        self._now: Evaluation | None = None
        self.cards: list[QuestionCard] = []
        self.names = NamesInWords(subject)
        self.question, self.form = QLineEdit(), Combo((kind, _(said)) for kind, said in KINDS.items())
        self.question.setPlaceholderText(_("Une autre question, puis Entrée"))
        self.question.setAccessibleName(_("Ajouter une question"))
        self.form.setAccessibleName(_("Forme de la réponse"))
        self.both = Check(_("Posée avant et après"))
        add = Button(_("Ajouter la question"), "quiet", "add")
        add.clicked.connect(self.add)
        self.question.returnPressed.connect(self.add)
        self.empty = EmptyState(
            _("Ce protocole ne pose pas encore de question."),
            note=_(
                "Cinq visages, des mains levées, un mot de plus : écrivez ci-dessous ce que vous avez demandé."
            ),
            drawing="guide",
        )
        self._held = stack(gap="m")
        column = stack(
            Label(_("Ce que les personnes en ont pensé"), "title", wrap=True),
            Label(
                _(
                    "Comptez les feuilles, les mains ou les haricots, tapez les nombres ; Tab passe au suivant. "
                    "Jamais qui a répondu quoi."
                ),
                "note",
            ),
            self.names,
            self.empty,
            self._held,
            self.question,
            holding(Flow(self.form, self.both, add)),
            gap="m",
        )
        self._column = ScrollColumn(holding(column), margin="l")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)
        subject.changed.connect(self._heard)
        self.refresh()

    def primary(self) -> Primary | None:
        """On to the first question nobody counted."""
        return Primary(_("Compter"), "chart", self.count)

    def count(self) -> None:
        """The keyboard on the first question without a count."""
        if self._now is None:
            return
        done = {one.id for one in self._now.answered}
        sides = [side for card in self.cards for side in card.sides]
        waiting = [side for side in sides if side.item_id not in done] or sides
        if waiting:
            first = next(iter(waiting[0].numbers.values()), None)
            editor = first or (waiting[0].texts if waiting[0].kind is QuestionKind.TEXT else waiting[0].more)
            editor.setFocus()
            self._column.ensureWidgetVisible(editor)
            if first is not None:
                first.selectAll()
        else:
            self.question.setFocus()

    def leaving(self) -> None:
        """Keep what is being typed."""
        for card in self.cards:
            card.keep()

    def refresh(self) -> None:
        """Show the questions as they are now; cards that are still right stay, with what is typed in them."""
        workshop = self.subject.workshop()
        if workshop is None:
            return
        now = self._now = read_evaluation(self.subject.desk.atelier.library, workshop)
        groups = _together(now)
        if [card.shape for card in self.cards] != [shape_of(group) for group in groups]:
            self._show_cards(groups)
        present = sum(
            one.attendance is not None and one.attendance.presence is Presence.PRESENT
            for one in self.subject.members()
        )
        for card in self.cards:
            for side in card.sides:
                item = now.item(side.item_id)
                side.show_item(item, now.figure(item), warning(item, present))
            card.change.setText(_change(now, card))
            card.change.setVisible(bool(card.change.text()))
        self.empty.setVisible(not self.cards)
        self.names.look(text for item in now.items for text in item.texts)

    def add(self) -> None:
        """One more question."""
        asked = (Asked.BEFORE, Asked.AFTER) if self.both.isChecked() else (Asked.AFTER,)
        if self._now is not None and self._keep(
            partial(add_question, self._now, self.question.text(), self.form.value(), asked)
        ):
            self.question.clear()

    def _show_cards(self, groups: list[tuple[EvaluationItem, ...]]) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [QuestionCard(group) for group in groups]
        for card in self.cards:
            card.counted.connect(self._count)
            card.reformed.connect(self._reform)
            self._held.addWidget(card)

    def _count(self, item_id: str) -> None:
        side = self._side(item_id)
        if self._now is not None and side is not None:
            self._keep(partial(tally, self._now, item_id, side.counts(), side.lines()))

    def _side(self, item_id: str) -> Counting | None:
        sides = (side for card in self.cards for side in card.sides)
        return next((side for side in sides if side.item_id == item_id), None)

    def _reform(self, items: tuple[str, ...], kind: QuestionKind) -> None:
        self.leaving()
        if self._now is None:
            return
        try:
            changes = [reword(self._now, key, kind=kind) for key in items]
        except AtelierError as refusal:
            self.subject.desk.tell(refusal)
            self._now = None
            self.cards_anew()
            return
        before = tuple(value for change in changes for value in change.before)
        after = tuple(value for change in changes for value in change.after)
        if after:
            self.subject.desk.keep(Change(changes[0].title, before, after))

    def cards_anew(self) -> None:
        """The cards as they are kept, after a form was refused."""
        for card in self.cards:
            card.shape = ()
        self.refresh()

    def _keep(self, make: Callable[[], Change]) -> bool:
        try:
            change = make()
        except AtelierError as refusal:
            self.subject.desk.tell(refusal)
            return False
        return bool(change.before or change.after) and self.subject.desk.keep(change)

    def _heard(self, change: Change) -> None:
        if change.touches(EvaluationItem, Workshop, Attendance):
            self.refresh()


def _together(now: Evaluation) -> list[tuple[EvaluationItem, ...]]:
    """Each question once; those asked before and after in the same words share a card."""
    later = {pair.before.id: pair.after for pair in now.compared}
    taken = {one.id for one in later.values()}
    return [
        (item, later[item.id]) if item.id in later else (item,) for item in now.items if item.id not in taken
    ]


def _change(now: Evaluation, card: QuestionCard) -> str:
    """« De 2,1 à 3,8 sur 5 », once both were counted."""
    if len(card.items) < len(Asked):
        return ""
    before, after = (now.figure(now.item(key)) for key in card.items)
    if before.mean is not None and after.mean is not None:
        means = [f"{float(one):.1f}".replace(".", _(",")) for one in (before.mean, after.mean)]
        return _("De {before} à {after} sur 5").format(before=means[0], after=means[1])
    shares = [(one.right if one.right is not None else one.yes) for one in (before, after)]
    if shares[0] is None or shares[1] is None:
        return ""
    return _("De {before} % à {after} %").format(before=round(100 * shares[0]), after=round(100 * shares[1]))
