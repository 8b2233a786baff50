# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One question as it was asked once: how many gave each answer, and what was said in words."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.evaluating import Figure, answers_of
from forgeatelier.model.workshop.evaluation import EvaluationItem, QuestionKind
from forgeatelier.window.pages.workshop.keeping import AT_MOST_MS
from forgeatelier.window.widgets import Field, Flow, Label, Number, TextEdit, holding, stack

_MOST = 2000


class Counting(QWidget):
    """Numbers are typed one after another with Tab; `counted` when they are to be kept."""

    counted = Signal(str)

    def __init__(self, item: EvaluationItem, title: str) -> None:
        """`title` says when it was asked."""
        super().__init__()
        self.item_id, self.kind = item.id, item.kind
        self._touched = False
        self._title = title
        self.numbers: dict[str, Number] = {}
        self.answers = Flow(gap="s")
        self.figure, self.warning = Label("", "note", wrap=True), Label("", "note", tone="warn", wrap=True)
        self.more = QLineEdit()
        self.more.setPlaceholderText(_("Une autre réponse, puis Entrée"))
        self.more.setAccessibleName(_("Ajouter une réponse"))
        self.more.returnPressed.connect(self._add_typed)
        self.texts = TextEdit(lines=2, most=8, hint=_("Une parole par ligne, sans nom"))
        self.texts.setAccessibleName(_("Paroles"))
        self.texts.textChanged.connect(self._typed)
        self.texts.left.connect(self.keep)
        for answer, said in answers_of(item.kind):
            self._add(answer, f"{answer}  {said}" if item.kind is QuestionKind.FACES else said)
        self.more.setVisible(item.kind is QuestionKind.CHOICE)
        self.texts.setVisible(item.kind is QuestionKind.TEXT or bool(item.texts))
        held = holding(self.answers)
        held.setVisible(item.kind is not QuestionKind.TEXT)
        self._heading = Label(title, "label")
        self.setLayout(stack(self._heading, held, self.more, self.texts, self.figure, self.warning, gap="xs"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AT_MOST_MS)
        self._timer.timeout.connect(self.keep)

    def show_item(self, item: EvaluationItem, said: Figure, warning: str) -> None:
        """Show what was counted; what is being typed stays."""
        if not self._touched:
            counts = {one.answer: one.count for one in item.counts}
            for answer in counts:
                if answer not in self.numbers:
                    self._add(answer, answer)
            for answer, number in self.numbers.items():
                quiet = number.blockSignals(True)
                number.setValue(counts.get(answer, 0))
                number.blockSignals(quiet)
            if self.lines() != item.texts:
                quiet = self.texts.blockSignals(True)
                self.texts.setPlainText("\n".join(item.texts))
                self.texts.blockSignals(quiet)
        self.figure.setText(figure_words(said))
        self.figure.setVisible(bool(said.answered))
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))

    def counts(self) -> dict[str, int]:
        """How many gave each answer."""
        return {answer: number.value() for answer, number in self.numbers.items()}

    def lines(self) -> tuple[str, ...]:
        """What was said in words."""
        return tuple(line.strip() for line in self.texts.toPlainText().splitlines() if line.strip())

    def keep(self) -> None:
        """Have what was typed kept, now."""
        self._timer.stop()
        if self._touched:
            self._touched = False
            self.counted.emit(self.item_id)

    def _add(self, answer: str, said: str) -> None:
        number = Number(0, most=_MOST)
        number.setAccessibleName(f"{self._title}, {said}")
        number.setObjectName(f"{self.item_id}-{answer}")
        number.valueChanged.connect(self._typed)
        number.editingFinished.connect(self.keep)
        self.numbers[answer] = number
        self.answers.addWidget(Field(said, number))

    def _add_typed(self) -> None:
        answer = " ".join(self.more.text().split())
        if answer and answer not in self.numbers:
            self._add(answer, answer)
        if answer:
            self.more.clear()
            self.numbers[answer].setFocus()
            self.numbers[answer].selectAll()

    def _typed(self) -> None:
        self._touched = True
        if not self._timer.isActive():
            self._timer.start()


def figure_words(said: Figure) -> str:
    """« 24 réponses, moyenne 4,2 sur 5 », « 12 réponses, oui 75 % »."""
    parts = [_("{n} réponses").format(n=said.answered)] if said.answered != 1 else [_("une réponse")]
    if said.mean is not None:
        mean = f"{float(said.mean):.1f}".replace(".", _(","))
        parts.append(_("moyenne {mean} sur 5").format(mean=mean))
    if said.yes is not None:
        parts.append(_("oui {share} %").format(share=round(100 * said.yes)))
    if said.right is not None:
        parts.append(_("réponse juste {share} %").format(share=round(100 * said.right)))
    return ", ".join(parts)
