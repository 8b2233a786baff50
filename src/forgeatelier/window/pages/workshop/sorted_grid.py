# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The grid of photos while one sorts them: what is retained wears a star and the word."""

from collections.abc import Collection

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window import icons
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Photo, PhotoGrid
from forgeatelier.window.widgets.drawing import height_of, rounded, width_of, words
from forgeatelier.window.widgets.photo_tile import PHOTO_ROLE, PhotoDelegate


class _Delegate(PhotoDelegate):
    """Adds its marks to a tile. Keep a reference to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.retained: Collection[str] = frozenset()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        photo = index.data(PHOTO_ROLE)
        if not isinstance(photo, Photo):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if photo.key in self.retained:
            _draw_retained(painter, QRectF(option.rect))
        painter.restore()


def _draw_retained(painter: QPainter, area: QRectF) -> None:
    theme = worn()
    font, said = theme.font("note", weight=600), _("retenue")
    edge, gap = theme.space("s"), theme.space("xs")
    high, side = height_of(font) + gap, float(theme.measure("tag-icon"))
    wide = side + width_of(said, font) + 3 * gap
    bottom = area.top() + edge + (area.width() - 2 * edge) * 3 / 4 - gap
    pill = QRectF(area.left() + edge + gap, bottom - high, wide, high)
    rounded(painter, pill, high / 2, theme.colour("accent"))
    mark = QRectF(pill.left() + gap, pill.center().y() - side / 2, side, side)
    icons.paint(painter, "star", mark, theme.colour("on-accent"), 2.2)
    line = QRectF(mark.right() + gap / 2, pill.top(), pill.right() - mark.right() - gap / 2, high)
    words(painter, line, said, font, theme.colour("on-accent"))


class SortedGrid(PhotoGrid):
    """A photo grid that keeps its place when photos leave it."""

    def __init__(self) -> None:
        """Give it photos with `show_sorted`."""
        super().__init__()
        self._marks = _Delegate(self)
        self.setItemDelegate(self._marks)

    def show_sorted(self, photos: list[Photo], retained: Collection[str]) -> None:
        """Show photos; the one under the ring, or the one that took its place, stays under it."""
        key, row, chosen = self.current_key(), self.currentIndex().row(), set(self.chosen_keys())
        self._marks.retained = frozenset(retained)
        self.show_photos(photos)
        self.viewport().update()
        keys = [photo.key for photo in photos]
        if not keys:
            return
        if self.current_key() != key or not key:
            place = keys.index(key) if key in keys else max(0, min(row, len(keys) - 1))
            self.go_to(place, select=not chosen & set(keys))
        for at, name in enumerate(keys):
            if name in chosen:
                self.selectionModel().select(
                    self.model().index(at, 0), QItemSelectionModel.SelectionFlag.Select
                )

    def go_to(self, place: int, *, select: bool = True) -> None:
        """Put the ring on a photo."""
        index = self.model().index(place, 0)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect if select else flag.NoUpdate)
        self.scrollTo(index)

    def go_to_key(self, key: str) -> bool:
        """Put the ring on the photo with this key; tells whether it is there."""
        for place in range(self.photos.rowCount()):
            if self.photos.photo(place).key == key:
                self.go_to(place)
                return True
        return False

    def go_on(self) -> None:
        """To the next photo, as long as there is one."""
        row = self.currentIndex().row()
        if row + 1 < self.photos.rowCount():
            self.go_to(row + 1)
