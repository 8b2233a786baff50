# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing in place: the length or the title of a step, kept with Enter, what is wrong said under it."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from forgeatelier.actions import plan as doing
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.durations import length_of, read_length, write_length
from forgeatelier.window.form import AT_MOST_MS
from forgeatelier.window.pages.workshop.planner.metrics import metrics
from forgeatelier.window.pages.workshop.planner.planning import Planning
from forgeatelier.window.pages.workshop.planner.view import PlanView
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Label

LENGTH, TITLE = "length", "title"
_ON = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Line(QLineEdit):
    """One line; its keys go to whoever opened it first."""

    pressed = Signal(object)
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Tab and Esc are keys of this line, not of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            event.ignore()
            self.pressed.emit(event)
            if event.isAccepted():
                return True
            event.accept()
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that one went elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class Inline(QObject):
    """One editor that appears over a row; `done` when it goes away."""

    done = Signal()

    def __init__(self, planning: Planning, view: PlanView) -> None:
        """Hidden until `begin`."""
        super().__init__(view)
        self._planning, self._view = planning, view
        self._what, self._id = "", ""
        self._ids: tuple[str, ...] = ()
        self._then_length = False
        self._kept = 0
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(AT_MOST_MS)
        self.pause.timeout.connect(self._keep_so_far)
        self.line = _Line(view.viewport())
        self.line.setProperty("field", "inline")
        self.line.hide()
        self.line.pressed.connect(self._pressed)
        self.line.left.connect(self._left)
        self.line.textEdited.connect(self._typed)
        self.fault = Label("", "note", tone="danger", parent=view.viewport())
        self.fault.setProperty("ground", "raised")
        self.fault.setProperty("edge", "bottom")
        self.fault.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.fault.setMargin(worn().space("s"))
        self.fault.hide()
        view.verticalScrollBar().valueChanged.connect(self.place)

    @property
    def open(self) -> bool:
        """Whether one is writing."""
        return bool(self._what)

    def begin(self, what: str, text: str | None = None, *, then_length: bool = False) -> None:
        """Write in the current row; `text` is what one typed to begin, otherwise all of it is selected."""
        place = self._view.currentIndex().row()
        row = self._view.row(place)
        if row is None:
            return
        self.keep()
        self._what, self._id, self._then_length, self._kept = what, row.id, then_length, 0
        chosen = self._view.chosen_ids()
        self._ids = chosen if what == LENGTH and row.id in chosen else (row.id,)
        said = write_length(length_of(row.step)) if what == LENGTH else row.step.title
        self.line.setText(said if text is None else text)
        name = _("Durée") if what == LENGTH else _("Titre")
        self.line.setAccessibleName(name)
        right = Qt.AlignmentFlag.AlignRight if what == LENGTH else Qt.AlignmentFlag.AlignLeft
        self.line.setAlignment(right | Qt.AlignmentFlag.AlignVCenter)
        self._say("")
        self._view.scrollTo(self._view.currentIndex())
        self.line.show()
        self.place()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if text is None:
            self.line.selectAll()
        else:
            self._typed(text)

    def place(self) -> None:
        """Stay over the row one writes in, wherever it now is."""
        if not self.open:
            return
        at = self._view.plan.place(self._id)
        if at < 0:
            self._close()
            return
        self.line.setGeometry(self._area(self._view.area(at)))
        if self.fault.text():
            self._place_fault()

    def _area(self, row: QRect) -> QRect:
        sizes = metrics()
        high = sizes.theme.measure("control")
        top = row.center().y() - high // 2
        if row.width() < sizes.narrow or self._view.to_scale:
            side = sizes.bar + sizes.s
            return QRect(row.x() + side, min(top, row.y() + 2), row.width() - side - sizes.s, high)
        right = row.right() - sizes.s - sizes.glyph - sizes.m - sizes.least - sizes.m
        if self._what == TITLE:
            left = row.x() + sizes.title - sizes.s - 2
            return QRect(left, top, right - sizes.wide("10 h 00", sizes.strong) - sizes.m - left, high)
        wide = max(sizes.wide("10+x30s+x5m/groupe", sizes.body) + 3 * sizes.m, 6 * sizes.s)
        return QRect(right - wide + sizes.s, top, wide, high)

    def keep(self) -> bool:
        """Keep what is written; what cannot be kept is said in place and False returned."""
        if not self.open:
            return True
        text, what, ids = self.line.text(), self._what, self._ids
        row = self._view.row(self._view.plan.place(self._id))
        before = (write_length(length_of(row.step)) if what == LENGTH else row.step.title) if row else text
        if text.strip() == before.strip() and len(ids) == 1:
            self._close()
            return True
        change = self._change(text)
        if change is None:
            return False
        self._close()
        return self._planning.keep(change)

    def _change(self, text: str) -> Change | None:
        """The change that was written; None when it is none, and why is said."""
        plan = self._planning.plan
        if plan is None:
            return None
        try:
            if self._what == LENGTH:
                return doing.set_length(plan, self._ids, text)
            return doing.edit(plan, self._ids, title=text)
        except AtelierError as refusal:
            self._say(f"{refusal.what} {refusal.advice}")
            return None

    def cancel(self) -> None:
        """As if nothing had been written: what a pause has kept is taken back."""
        kept, self._kept = self._kept, 0
        self._close()
        for _time in range(kept):
            self._planning.take_back()

    def _keep_so_far(self) -> None:
        """A power cut costs two seconds of typing at most; one goes on writing."""
        plan, text = self._planning.plan, self.line.text()
        row = self._view.row(self._view.plan.place(self._id))
        if not self.open or plan is None or row is None:
            return
        try:
            if self._what == LENGTH:
                change = doing.set_length(plan, self._ids, text)
            elif text.strip() and text.strip() != row.step.title:
                change = doing.edit(plan, self._ids, title=text)
            else:
                return
        except AtelierError:
            # Half a length is no mistake yet: it is judged when one is done.
            return
        if change.before != change.after and self._planning.keep(change):
            self._kept += 1

    def _typed(self, text: str) -> None:
        if not self.pause.isActive():
            self.pause.start()
        if self._what != LENGTH:
            return
        try:
            self._planning.try_length(self._ids, read_length(text))
        except AtelierError:
            # Half a length is no mistake yet: it is judged when one is done.
            self._planning.try_length(self._ids, None)
        self._say("")

    def _pressed(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif key in _ENTER:
            self._enter()
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._tab(key == Qt.Key.Key_Backtab)
        elif key in _ON and self._what == LENGTH and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._on(_ON[key])
        else:
            return
        event.accept()

    def _enter(self) -> None:
        again = self._then_length and self._what == TITLE
        if self.keep() and again:
            self.begin(LENGTH)

    def _tab(self, back: bool) -> None:
        other = TITLE if self._what == LENGTH else LENGTH
        if self._what == (LENGTH if not back else TITLE):
            self._on(-1 if back else 1, other)
        elif self.keep():
            self.begin(other)

    def _on(self, way: int, what: str = LENGTH) -> None:
        """On to the step after or before."""
        at = self._view.plan.place(self._id) + way
        if self.keep() and 0 <= at < len(self._view.plan.rows):
            self._view.choose((self._view.plan.rows[at].id,))
            self.begin(what)

    def _left(self) -> None:
        if self.open:
            self.keep()

    def _say(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        self.line.setProperty("fault", bool(fault))
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        self.line.setAccessibleDescription(fault)
        if fault:
            self._place_fault()

    def _place_fault(self) -> None:
        area = self.line.geometry()
        widest = self._view.viewport().width() - metrics().title
        wide = min(self.fault.fontMetrics().horizontalAdvance(self.fault.text()) + 4 * metrics().s, widest)
        high = self.fault.heightForWidth(wide)
        top = area.bottom() + 2
        if top + high > self._view.viewport().height():
            top = area.top() - high - 2
        self.fault.setGeometry(max(0, area.right() - wide), top, wide, high)
        self.fault.raise_()

    def _close(self) -> None:
        if not self.open:
            return
        self.pause.stop()
        had = self.line.hasFocus()
        self._what, self._id = "", ""
        self.fault.hide()
        self.fault.setText("")
        self.line.hide()
        self._planning.try_length((), None)
        if had:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.done.emit()
