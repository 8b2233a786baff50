# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A grid of photos that never stalls: pictures are read beside the window, when they are about to be seen."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.photo_reading import PhotoReader
from forgeatelier.window.widgets.photo_tile import PHOTO_ROLE, PICTURE_ROLE, Photo, PhotoDelegate, tile_size

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PhotoModel(QAbstractListModel):
    """A thin shelf over photos, with the small pictures read so far."""

    def __init__(self, in_sight: Callable[[QModelIndex], bool], parent: QWidget) -> None:
        """Belongs to the grid that shows it, which knows what is in sight."""
        super().__init__(parent)
        self._in_sight = in_sight
        self._photos: tuple[Photo, ...] = ()
        self._places: dict[str, int] = {}
        self._reader = PhotoReader(self._is_seen, self)
        self._reader.read.connect(self._show_picture)

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show other photos; when only their words changed, place and selection stay."""
        same = [photo.key for photo in photos] == [photo.key for photo in self._photos]
        if same and photos:
            self._photos = tuple(photos)
            self.dataChanged.emit(self.index(0), self.index(len(photos) - 1))
            return
        self.beginResetModel()
        self._photos = tuple(photos)
        self._places = {photo.key: place for place, photo in enumerate(photos)}
        self.endResetModel()

    def photo(self, row: int) -> Photo:
        """The photo at a place."""
        return self._photos[row]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many photos."""
        return 0 if parent.isValid() else len(self._photos)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The photo, its picture, or its words for a screen reader."""
        if not index.isValid():
            return None
        photo = self._photos[index.row()]
        if role == PHOTO_ROLE:
            return photo
        if role == PICTURE_ROLE:
            return self._reader.picture(photo.key, photo.file, tile_size(worn()))
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return photo.aloud()
        return photo.caption if role == Qt.ItemDataRole.DisplayRole else None

    def _is_seen(self, key: str) -> bool:
        return key in self._places and self._in_sight(self.index(self._places[key]))

    def _show_picture(self, key: str) -> None:
        if key in self._places:
            index = self.index(self._places[key])
            self.dataChanged.emit(index, index, [PICTURE_ROLE])


class PhotoGrid(QListView):
    """Tiles in rows; arrows move, Space chooses, Enter opens."""

    opened = Signal(str)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Give it photos with `show_photos`."""
        super().__init__(parent)
        self.photos = PhotoModel(self._shows, self)
        self._delegate = PhotoDelegate(self)
        self.setModel(self.photos)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setSpacing(worn().space("s") // 2)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("shape", "bare")
        self.setAccessibleName(_("Photos"))
        self.activated.connect(self._open)
        self.selectionModel().selectionChanged.connect(self._tell)

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show other photos."""
        self.photos.show_photos(photos)
        if self.hasFocus():
            self._have_a_current_one()

    def chosen_keys(self) -> tuple[str, ...]:
        """The keys of the photos chosen, in the order of the grid."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self.photos.photo(row).key for row in rows)

    def current_key(self) -> str:
        """The key of the photo under the ring; empty when there is none."""
        index = self.currentIndex()
        return self.photos.photo(index.row()).key if index.isValid() else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a tile under the ring."""
        super().focusInEvent(event)
        self._have_a_current_one()

    def _have_a_current_one(self) -> None:
        if not self.currentIndex().isValid() and self.photos.rowCount():
            self.selectionModel().setCurrentIndex(
                self.photos.index(0), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def _shows(self, index: QModelIndex) -> bool:
        return self.isVisible() and self.viewport().rect().intersects(self.visualRect(index))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.photos.photo(index.row()).key)

    def _tell(self) -> None:
        self.chosen.emit()
