# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command palette (Ctrl+K): everything one can do, found by typing a few letters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from forgeatelier.ground.words import _
from forgeatelier.window import icons
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.drawing import height_of, painter_of, rounded, shadow, width_of, words
from forgeatelier.window.widgets.edits import SearchBox
from forgeatelier.window.widgets.matching import fold, matches
from forgeatelier.window.widgets.text import Label, reveal

_COMMAND = Qt.ItemDataRole.UserRole + 4
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: its words, others people may type (also in English), its key, where it belongs."""

    title: str
    run: Callable[[], object]
    synonyms: str = ""
    key: str = ""
    icon: str = "arrow-right"
    group: str = ""


def found(commands: Sequence[Command], typed: str) -> list[Command]:
    """The commands that fit what was typed; those whose title begins so come first."""
    fitting = [
        command for command in commands if matches(typed, command.title, command.synonyms, command.group)
    ]
    start = fold(typed).strip()
    return sorted(
        fitting,
        key=lambda command: (not fold(command.title).startswith(start), not matches(typed, command.title)),
    )


class _CommandDelegate(QStyledItemDelegate):
    """Icon, words, group, key."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        command: Command = index.data(_COMMAND)
        theme = worn()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        if here:
            rounded(painter, area, theme.measure("radius"), theme.colour("selection"))
        side, gap = float(theme.measure("icon")), theme.space("m")
        icon = QRectF(area.left() + gap, area.center().y() - side / 2, side, side)
        icons.paint(painter, command.icon, icon, theme.colour("accent" if here else "muted"))
        small, font = theme.font("note"), theme.font(weight=600 if here else 500)
        right = area.right() - gap
        for text in (command.key, command.group):
            wide = width_of(text, small)
            if text and right - wide > area.center().x():
                field = QRectF(right - wide, area.top(), wide, area.height())
                if text == command.key:
                    key = QRectF(0, 0, wide + theme.space("s"), height_of(small) + 2)
                    key.moveCenter(field.center())
                    key.moveRight(right)
                    field.moveCenter(key.center())
                    rounded(painter, key, theme.space("xs"), theme.colour("surface"), theme.colour("line"))
                    right -= theme.space("s")
                words(painter, field, text, small, theme.colour("muted"))
                right -= wide + gap
        line = QRectF(icon.right() + gap, area.top(), right - icon.right() - gap, area.height())
        words(painter, line, command.title, font, theme.colour("text"))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, worn().measure("comfortable"))


class CommandPalette(QFrame):
    """Floats over its window; type, arrows, Enter; Esc goes back to where one was."""

    def __init__(self, parent: QWidget) -> None:
        """Hidden until `open_with`."""
        super().__init__(parent)
        theme = worn()
        self._over = parent
        self._commands: tuple[Command, ...] = ()
        self._before: QWidget | None = None
        self.setAccessibleName(_("Toutes les commandes"))
        self.search = SearchBox(_("Que voulez-vous faire ?"))
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.results = QListWidget()
        self._delegate = _CommandDelegate(self.results)
        self.results.setItemDelegate(self._delegate)
        self.results.setFrameShape(QFrame.Shape.NoFrame)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.setProperty("shape", "bare")
        self.results.setAccessibleName(_("Commandes trouvées"))
        self.results.itemClicked.connect(self._run_item)
        self._nothing = Label(_("Rien de tel. Essayez un autre mot."), "body", tone="muted")
        layout = QVBoxLayout(self)
        edge = theme.measure("shadow") + theme.space("m")
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.space("s"))
        for part in (self.search, self.results, self._nothing):
            layout.addWidget(part)
        parent.installEventFilter(self)
        self.hide()

    def open_with(self, commands: Sequence[Command]) -> None:
        """Show every command and wait for a few letters."""
        self._commands = tuple(commands)
        self._before = self.window().focusWidget()
        self.search.clear()
        self._filter("")
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def shown(self) -> tuple[str, ...]:
        """The titles now in the list."""
        return tuple(self.results.item(row).data(_COMMAND).title for row in range(self.results.count()))

    def _filter(self, typed: str) -> None:
        self.results.clear()
        for command in found(self._commands, typed):
            item = QListWidgetItem(command.title)
            item.setData(_COMMAND, command)
            self.results.addItem(item)
        self.results.setCurrentRow(0)
        some = self.results.count() > 0
        reveal(self.results, some)
        reveal(self._nothing, not some)
        self._place()

    def _place(self) -> None:
        theme, over = worn(), self._over
        reach = theme.measure("shadow")
        wide = min(
            round(theme.measure("popup") * max(1.0, theme.text_scale * 0.75)),
            over.width() - 2 * theme.space("l"),
        )
        rows = min(_SHOWN, self.results.count())
        around = 2 * (reach + theme.space("m")) + theme.space("s") + self.search.sizeHint().height()
        listed = (
            rows * theme.measure("comfortable") + theme.space("xs")
            if rows
            else self._nothing.sizeHint().height()
        )
        high = min(around + listed, over.height() - theme.space("huge"))
        self.setGeometry(
            (over.width() - wide) // 2, min(theme.space("huge"), (over.height() - high) // 2), wide, high
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the search box belong to the list; the window's size moves the palette."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if watched is self.search and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        moves = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _SHOWN,
            Qt.Key.Key_PageUp: -_SHOWN,
        }
        key = Qt.Key(event.key())
        if key in moves:
            last = self.results.count() - 1
            self.results.setCurrentRow(max(0, min(last, self.results.currentRow() + moves[key])))
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run_item(self.results.currentItem())
            return True
        if key == Qt.Key.Key_Escape:
            self._close()
            return True
        return False

    def _close(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _run_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            command: Command = item.data(_COMMAND)
            self._close()
            command.run()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a raised sheet with its shadow."""
        theme = worn()
        painter = painter_of(self)
        reach = theme.measure("shadow")
        area = QRectF(self.rect()).adjusted(reach, reach, -reach, -reach)
        shadow(painter, area, theme.measure("round"), theme, 1.4)
        rounded(painter, area, theme.measure("round"), theme.colour("raised"), theme.colour("edge"))
        painter.end()
