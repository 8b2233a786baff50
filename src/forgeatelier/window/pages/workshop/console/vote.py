# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A vote in the room: ask, count by the keyboard, and what came out, which may become a decision."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from forgeatelier.actions import votes
from forgeatelier.actions.decisions import decide
from forgeatelier.actions.votes import BallotBox
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, language
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.agreement import scale
from forgeatelier.model.workshop.vote import EntryWay, Tally, VoteEntry, VoteKind
from forgeatelier.model.workshop.vote_presets import preset, presets
from forgeatelier.model.workshop.voting import options_of, scale_of
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Button,
    Combo,
    Field,
    Flow,
    Label,
    Number,
    ScrollColumn,
    TextEdit,
    holding,
    stack,
)

_LEVELLED = (VoteKind.SCALE, VoteKind.CONSENT)


class VotePanel(QWidget):
    """`left` when one goes away, `shown` carries the BallotBox the room may see, or None."""

    left = Signal()
    shown = Signal(object)

    def __init__(self, subject: Subject) -> None:
        """Ask with `open_for`."""
        super().__init__()
        self._subject, self._step = subject, ""
        self.box: BallotBox | None = None
        self.counts: list[tuple[Tally, Number]] = []
        self.voters = Number(0)
        self.question = QLineEdit()
        self.options = TextEdit(lines=3, most=6, hint=_("Un choix par ligne"))
        usable = [one for one in presets() if _countable(one.code)]
        self.form = Combo([(one.code, one.label(language())) for one in usable], "mains")
        self._pile = QStackedWidget()
        self._asking, self._counting, self._told = (
            ScrollColumn(gap="m", margin="l", widest="") for _n in range(3)
        )
        for page in (self._asking, self._counting, self._told):
            self._pile.addWidget(page)
        self._choices = Field(_("Choix"), self.options)
        ask = Button(_("Ouvrir le vote"), "primary", "vote")
        ask.setToolTip(_("Ouvrir le vote (Ctrl+Entrée)"))
        ask.clicked.connect(self.open_vote)
        parts = (
            Label(_("Nouveau vote"), "title"),
            Field(_("Question"), self.question),
            Field(_("Forme"), self.form),
        )
        for part in (*parts, self._choices, self._foot(ask)):
            self._asking.add(part)
        self.question.returnPressed.connect(self._after_question)
        self.form.chosen.connect(self._form_chosen)
        self.setLayout(stack(self._pile, gap=""))

    def open_for(self, step_id: str) -> None:
        """Go on counting the vote that is open, or ask a new one at this step."""
        self._step = step_id
        known = votes.read_votes(self._subject.desk.atelier.library, self._subject.id)
        self.box = next((one for one in reversed(known) if one.vote.closed is None), None)
        if self.box is None:
            self._form_chosen()
            self._pile.setCurrentWidget(self._asking)
            self.question.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._ask_counts(self.box)

    def open_vote(self) -> None:
        """Put the question to the room."""
        workshop, plan = self._subject.workshop(), self._subject.plan()
        if workshop is None:
            return
        before = votes.read_votes(self._subject.desk.atelier.library, self._subject.id)
        options = () if self._levelled() else votes.options_from(self.options.toPlainText().splitlines())
        present = sum(1 for one in self._subject.members() if one.attendance and one.attendance.half_days)
        change = self._try(
            lambda: votes.open_vote(
                workshop,
                self.question.text(),
                options,
                preset(str(self.form.value())).rule(len(options)),
                self._subject.now(),
                step_id=self._step,
                present=present,
                before=[one.vote for one in before],
                planned=plan.kept if plan else (),
            )
        )
        if change is not None and self._subject.desk.keep(change):
            self.question.clear()
            self.options.clear()
            self.open_for(self._step)

    def count(self) -> None:
        """Add the voices as counted, close the vote and say what came out."""
        box = self.box
        if box is None:
            return
        tallies = [
            Tally(option=one.option, count=field.value(), level=one.level) for one, field in self.counts
        ]
        voters = self.voters.value() if not self.voters.isHidden() else None
        way = preset(str(self.form.value())).way if _countable(str(self.form.value())) else EntryWay.HANDS
        entered = self._try(lambda: votes.enter(box, way, tallies, self._subject.now(), voters=voters))
        if entered is None:
            return
        added = (one for one in entered.after if isinstance(one, VoteEntry))
        counted = BallotBox(box.vote, (*box.entries, *added))
        closed = votes.close_vote(counted, self._subject.now())
        if self._subject.desk.keep(entered.followed_by(closed)):
            self.box = votes.read_vote(self._subject.desk.atelier.library, box.vote.id)
            self._tell()

    def note_decision(self) -> None:
        """Write what came out as a decision of the step."""
        workshop, box, plan = self._subject.workshop(), self.box, self._subject.plan()
        if workshop is None or box is None:
            return
        planned = plan.kept if plan else ()
        change = self._try(lambda: decide(workshop, "", self._subject.now(), box=box, planned=planned))
        if change is not None and self._subject.desk.keep(change):
            self._subject.desk.toast(_("Décision notée."), True)
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Ctrl+Enter opens, Esc leaves."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif enter and self._pile.currentWidget() is self._counting:
            self._next_count()
        elif enter and self._pile.currentWidget() is self._asking and _with_control(event):
            self.open_vote()
        elif not enter:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """It scrolls where there is little room."""
        return QSize(worn().measure("control") * 6, worn().measure("control") * 3)

    # -- parts ----------------------------------------------------------------------------------------------

    def _ask_counts(self, box: BallotBox) -> None:
        _empty(self._counting)
        self.counts = []
        self._counting.add(Label(box.vote.question, "title", wrap=True))
        for tally, said in _lines(box):
            field = Number(0)
            field.setAccessibleName(said)
            self.counts.append((tally, field))
            self._counting.add(Field(said, field))
        self.voters = Number(0)
        asked = Field(_("Votants"), self.voters)
        self._counting.add(asked)
        several = box.vote.rule.kind is VoteKind.POINTS and box.vote.rule.budget > 1
        asked.setVisible(several)
        self.voters.setVisible(several)
        done = Button(_("Compter et clore"), "primary", "check")
        done.clicked.connect(self.count)
        room = Button(_("Montrer à la salle"), "quiet", "projector")
        room.clicked.connect(partial(self.shown.emit, box))
        self._counting.add(self._foot(done, room))
        self._pile.setCurrentWidget(self._counting)
        first = self.counts[0][1] if self.counts else self.voters
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        first.selectAll()

    def _tell(self) -> None:
        _empty(self._told)
        box = self.box
        if box is None:
            return
        found = box.result
        self._told.add(Label(box.vote.question, "title", wrap=True))
        self._told.add(Label(box.vote.outcome or found.outcome, "lead", wrap=True))
        for said in (found.method, *found.warnings, *found.left_out):
            self._told.add(Label(said, "note"))
        decision = Button(_("Noter la décision"), "primary", "decision")
        decision.clicked.connect(self.note_decision)
        room = Button(_("Montrer à la salle"), "quiet", "projector")
        room.clicked.connect(partial(self.shown.emit, box))
        hide = Button(_("Ne plus montrer"), "quiet", "hide")
        hide.clicked.connect(partial(self.shown.emit, None))
        self._told.add(self._foot(decision, room, hide))
        self._pile.setCurrentWidget(self._told)
        decision.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _foot(self, *buttons: Button) -> QWidget:
        leave = Button(_("Fermer"), "quiet", "close")
        leave.setToolTip(_("Revenir à ce qui se dit (Échap)"))
        leave.clicked.connect(self.left)
        return holding(Flow(*buttons, leave))

    def _next_count(self) -> None:
        fields = [field for _tally, field in self.counts]
        fields += [] if self.voters.isHidden() else [self.voters]
        at = next((n for n, field in enumerate(fields) if field.hasFocus()), len(fields) - 1)
        if at + 1 < len(fields):
            fields[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
            fields[at + 1].selectAll()
        else:
            self.count()

    def _after_question(self) -> None:
        if self._levelled():
            self.open_vote()
        else:
            self.options.setFocus(Qt.FocusReason.TabFocusReason)

    def _form_chosen(self, *_more: object) -> None:
        self._choices.setVisible(not self._levelled())

    def _levelled(self) -> bool:
        return preset(str(self.form.value())).rule(0).kind in _LEVELLED

    def _try(self, make: Callable[[], Change]) -> Change | None:
        try:
            return make()
        except AtelierError as refusal:
            self._subject.desk.tell(refusal)
            return None


def _countable(code: str) -> bool:
    """Whether a form is counted by one number a choice: rankings and votes against want their own sheet."""
    rule = preset(code).rule(1)
    return rule.kind in (VoteKind.POINTS, *_LEVELLED) and not rule.negative


def _lines(box: BallotBox) -> list[tuple[Tally, str]]:
    """What is counted: each choice, or each level of the scale."""
    if box.vote.rule.kind in _LEVELLED:
        (option, *_others) = options_of(box.vote)
        return [
            (Tally(option=option.code, count=0, level=level.number), level.label(language()))
            for level in scale(scale_of(box.vote))
        ]
    return [(Tally(option=one.code, count=0), one.label) for one in options_of(box.vote)]


def _empty(column: ScrollColumn) -> None:
    while (item := column.body.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    column.body.addStretch(1)


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
