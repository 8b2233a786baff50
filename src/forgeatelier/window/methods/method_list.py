# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of protocols: title, pitch, what it asks, and whether it is one's own."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.workshop.standing import STAGES, Stage
from forgeatelier.window import icons
from forgeatelier.window.methods import wording
from forgeatelier.window.methods.holdings import Held
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.drawing import height_of, ring, rounded, width_of, words

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
HELD_ROLE = Qt.ItemDataRole.UserRole + 40
"""The item role under which a row gives its `Held`."""


def said_of(held: Held) -> tuple[str, str]:
    """The second line of a row and its tone."""
    if held.protocol is None:
        count = len(held.entry.complaints)
        said = ngettext("{n} point à corriger", "{n} points à corriger", count).format(n=count)
        return f"{held.entry.path.name} · {said}", "danger"
    return held.protocol.pitch, "muted"


class MethodModel(QAbstractListModel):
    """A thin shelf over what is held."""

    def __init__(self, parent: QObject) -> None:
        """Nothing read yet."""
        super().__init__(parent)
        self._rows: tuple[Held, ...] = ()

    def show_held(self, rows: Sequence[Held]) -> None:
        """Show other protocols."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def held(self, row: int) -> Held:
        """The protocol of a row."""
        return self._rows[row]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The protocol, or its words."""
        if not index.isValid():
            return None
        held = self._rows[index.row()]
        if role == HELD_ROLE:
            return held
        if role == Qt.ItemDataRole.DisplayRole:
            return held.entry.title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{held.entry.title}\n{said_of(held)[0]}"
        return None


class MethodDelegate(QStyledItemDelegate):
    """Three quiet lines. Keep a reference to it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one protocol."""
        held = index.data(HELD_ROLE)
        if not isinstance(held, Held):
            return
        theme = worn()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(0, 1, 0, -1)
        radius = float(theme.measure("radius"))
        if option.state & QStyle.StateFlag.State_Selected:
            rounded(painter, area, radius, theme.colour("selection"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, area, radius)
        inner = area.adjusted(theme.space("m"), theme.space("s"), -theme.space("m"), -theme.space("s"))
        _draw_lines(painter, inner, held)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for three lines."""
        theme = worn()
        high = height_of(theme.font(weight=600)) + 2 * height_of(theme.font("note"))
        return QSize(theme.measure("inspector"), high + 2 * theme.space("s") + theme.space("xs"))


def _draw_lines(painter: QPainter, inner: QRectF, held: Held) -> None:
    theme = worn()
    font, small = theme.font(weight=600), theme.font("note")
    high, low = height_of(font), height_of(small)
    mark, tone, drawn = _mark(held)
    right = inner.right()
    if mark:
        wide, side = width_of(mark, small), float(theme.measure("tag-icon"))
        spot = QRectF(right - wide, inner.top(), wide, high)
        words(painter, spot, mark, small, theme.colour(tone))
        shape = QRectF(spot.left() - side - theme.space("xs"), spot.center().y() - side / 2, side, side)
        icons.paint(painter, drawn, shape, theme.colour(tone), 2)
        right = shape.left() - theme.space("s")
    words(
        painter,
        QRectF(inner.left(), inner.top(), right - inner.left(), high),
        held.entry.title,
        font,
        theme.colour("text"),
    )
    second, second_tone = said_of(held)
    words(
        painter,
        QRectF(inner.left(), inner.top() + high, inner.width(), low),
        second,
        small,
        theme.colour(second_tone),
    )
    third = f"{wording.in_short(held.protocol)} · {held.entry.language}" if held.protocol else ""
    line = QRectF(inner.left(), inner.top() + high + low + theme.space("xs"), inner.width(), low)
    if held.standing is not None and held.standing.stage is not Stage.DRAFT:
        line.setRight(_draw_stage(painter, line, held.standing.stage))
    words(painter, line, third, theme.font("note", weight=500), theme.colour("text"))


def _draw_stage(painter: QPainter, line: QRectF, stage: Stage) -> float:
    """Draw how far it has come at the right end of a line; returns where that begins."""
    theme, small = worn(), worn().font("note", weight=500)
    said, side = _(STAGES[stage]), float(theme.measure("tag-icon"))
    spot = QRectF(line.right() - width_of(said, small), line.top(), width_of(said, small), line.height())
    words(painter, spot, said, small, theme.colour("ok"))
    shape = QRectF(spot.left() - side - theme.space("xs"), spot.center().y() - side / 2, side, side)
    icons.paint(painter, wording.STAGE_ICONS[stage], shape, theme.colour("ok"), 2)
    return shape.left() - theme.space("s")


def _mark(held: Held) -> tuple[str, str, str]:
    """What matters most about a line: words, tone and icon."""
    if held.entry.broken:
        return _("à corriger"), "danger", "warning"
    if held.waiting:
        said = ngettext("{n} proposition", "{n} propositions", held.waiting).format(n=held.waiting)
        return said, "accent", "idea"
    return (_("le vôtre"), "accent", "person") if held.entry.own else ("", "", "")


class MethodList(QListView):
    """`current_changed` carries the protocol one is on, `opened` when Enter is pressed on it."""

    current_changed = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        """Give it protocols with `show_held`."""
        super().__init__()
        self.shelf = MethodModel(self)
        self._delegate = MethodDelegate(self)
        self.setModel(self.shelf)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("shape", "bare")
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(_("Protocoles"))
        self.selectionModel().currentChanged.connect(self._tell)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)

    def show_held(self, rows: Sequence[Held]) -> None:
        """Show other protocols; the one one was on stays current when it is still there."""
        before = self.current()
        self.shelf.show_held(rows)
        if rows and not (before and self.choose(before.key)):
            self.setCurrentIndex(self.shelf.index(0))
        elif not rows:
            self.current_changed.emit(None)

    def current(self) -> Held | None:
        """The protocol one is on."""
        index = self.currentIndex()
        return self.shelf.held(index.row()) if index.isValid() else None

    def choose(self, name: str) -> bool:
        """Go to the protocol with this id or file name; tells whether it is there."""
        for row in range(self.shelf.rowCount()):
            held = self.shelf.held(row)
            if name in (held.key, held.entry.slug):
                self.setCurrentIndex(self.shelf.index(row))
                return True
        return False

    def _tell(self, index: QModelIndex) -> None:
        self.current_changed.emit(self.shelf.held(index.row()) if index.isValid() else None)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.shelf.held(index.row()))
