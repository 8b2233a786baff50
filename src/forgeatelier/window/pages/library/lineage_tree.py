# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lineage of a protocol drawn as a tree: each kind of node has its shape and its word."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPainterPath, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from forgeatelier.ground.words import _, marked
from forgeatelier.model.workshop.lineage import Node, Relation
from forgeatelier.window import icons
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.drawing import height_of, ring, rounded, width_of, words

NODE_ROLE = Qt.ItemDataRole.UserRole + 41
"""The item role under which a row gives its `Node`."""

_Index = QModelIndex | QPersistentModelIndex
_SHAPES = {
    Relation.METHOD: ("library", marked("protocole")),
    Relation.ORIGIN: ("world", marked("œuvre reprise")),
    Relation.VERSION: ("history", marked("version")),
    Relation.TRANSLATION: ("language", marked("traduction")),
    Relation.DERIVED: ("copy", marked("dérivé")),
    Relation.WORKSHOP: ("workshops", marked("atelier")),
}


def said_of(node: Node) -> str:
    """A node as it is read aloud: what it is, its name, its note."""
    kind = _(_SHAPES[node.relation][1])
    here = _("vous êtes ici") if node.current else ""
    return ", ".join(part for part in (f"{kind} {node.title}", node.note, here) if part)


class _Delegate(QStyledItemDelegate):
    """A shape, a name, a quiet note."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        node = index.data(NODE_ROLE)
        if not isinstance(node, Node):
            return
        theme = worn()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(1, 1, -1, -1)
        radius = float(theme.measure("radius"))
        if option.state & QStyle.StateFlag.State_Selected:
            rounded(painter, area, radius, theme.colour("selection"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, area, radius)
        _draw(painter, area, node)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        node = index.data(NODE_ROLE)
        font, small, theme = worn().font(weight=600), worn().font("note"), worn()
        wide = theme.measure("kind") + 2 * theme.space("m")
        if isinstance(node, Node):
            wide += width_of(node.title, font) + theme.space("s") + width_of(node.note, small)
        return QSize(wide, max(theme.measure("row"), height_of(font) + theme.space("s")))


def _draw(painter: QPainter, area: QRectF, node: Node) -> None:
    theme = worn()
    side = float(theme.measure("glyph"))
    spot = QRectF(area.left() + theme.space("s"), area.center().y() - side / 2, side, side)
    tone = "accent" if node.current else "text"
    icons.paint(painter, _SHAPES[node.relation][0], spot, theme.colour(tone))
    strong = node.relation in (Relation.METHOD, Relation.TRANSLATION, Relation.DERIVED)
    font, small = theme.font(weight=600 if strong else 500), theme.font("note")
    left = spot.right() + theme.space("s")
    room = area.right() - theme.space("s") - left
    wide = min(float(width_of(node.title, font)), room)
    words(painter, QRectF(left, area.top(), wide, area.height()), node.title, font, theme.colour(tone))
    rest = QRectF(left + wide + theme.space("s"), area.top(), room - wide - theme.space("s"), area.height())
    if rest.width() > side:
        words(painter, rest, node.note, small, theme.colour("muted"))


class LineageTree(QTreeView):
    """`chosen` carries the node one is on, `opened` the one Enter is pressed on."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        """Give it a tree with `show_tree`."""
        super().__init__()
        self._nodes = QStandardItemModel(self)
        self._delegate = _Delegate(self)
        self.setModel(self._nodes)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("shape", "bare")
        self.setAccessibleName(_("Lignée du protocole"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIndentation(worn().measure("icon") + worn().space("xs"))
        self.setExpandsOnDoubleClick(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.selectionModel().currentChanged.connect(self._tell)
        self.activated.connect(self._open)

    def show_tree(self, root: Node | None) -> None:
        """Draw another tree, all of it open."""
        self._nodes.clear()
        if root is not None:
            self._nodes.appendRow(_item(root))
            self.expandAll()
        self.updateGeometry()

    def node(self) -> Node | None:
        """The node one is on."""
        found = self.currentIndex().data(NODE_ROLE)
        return found if isinstance(found, Node) else None

    def go_to(self, key: str) -> bool:
        """Go to the node with this key; tells whether it is there."""
        found = self._nodes.match(
            self._nodes.index(0, 0), Qt.ItemDataRole.UserRole, key, 1, Qt.MatchFlag.MatchRecursive
        )
        if found:
            self.setCurrentIndex(found[0])
        return bool(found)

    def _tell(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(NODE_ROLE))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(NODE_ROLE))

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Round lines from each node to those that came of it."""
        theme = worn()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The selection is the row's own; beside it the lines stay on paper.
        painter.fillRect(rect, theme.colour("raised"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("edge"), 1.5))
        step = self.indentation()
        middle = rect.center().y() + 0.5
        node, level = index.sibling(index.row(), 0), 0
        while node.parent().isValid():
            x = rect.right() - step * (level + 0.5)
            last = node.row() == node.model().rowCount(node.parent()) - 1
            if level == 0:
                _elbow(painter, QPointF(x, rect.top()), QPointF(rect.right(), middle))
            if not last:
                painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom() + 1))
            node, level = node.parent(), level + 1
        painter.restore()

    def sizeHint(self) -> QSize:
        """High enough for the whole tree, up to a point: beyond it scrolls."""
        rows = self._nodes.index(0, 0).data(NODE_ROLE)
        count = rows.size if isinstance(rows, Node) else 1
        high = self.sizeHintForRow(0) if self._nodes.rowCount() else worn().measure("row")
        return QSize(super().sizeHint().width(), high * min(count, 7) + worn().space("m"))

    def minimumSizeHint(self) -> QSize:
        """A few rows at least."""
        return QSize(worn().measure("control") * 6, worn().measure("row") * 3)


def _elbow(painter: QPainter, top: QPointF, end: QPointF) -> None:
    bend = min(float(worn().space("s")), end.y() - top.y(), end.x() - top.x())
    path = QPainterPath(top)
    path.lineTo(top.x(), end.y() - bend)
    path.quadTo(top.x(), end.y(), top.x() + bend, end.y())
    path.lineTo(end)
    painter.drawPath(path)


def _item(node: Node) -> QStandardItem:
    item = QStandardItem(said_of(node))
    item.setData(node, NODE_ROLE)
    item.setData(node.key, Qt.ItemDataRole.UserRole)
    item.setToolTip(said_of(node))
    for child in node.children:
        item.appendRow(_item(child))
    return item
