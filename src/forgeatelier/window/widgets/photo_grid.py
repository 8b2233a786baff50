# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A grid of photos that never stalls: pictures are read one by one, when they are about to be seen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QImageReader, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.photo_tile import PHOTO_ROLE, PICTURE_ROLE, Photo, PhotoDelegate, tile_size

_Index = QModelIndex | QPersistentModelIndex
_KEPT = 400
_NOWHERE = QModelIndex()


class PhotoModel(QAbstractListModel):
    """A thin shelf over photos, with the small pictures read so far."""

    def __init__(self, parent: QWidget) -> None:
        """Belongs to the grid that shows it."""
        super().__init__(parent)
        self._photos: tuple[Photo, ...] = ()
        self._pictures: dict[str, QPixmap] = {}
        self._wanted: list[str] = []
        self._reader = QTimer(self)
        self._reader.setInterval(0)
        self._reader.timeout.connect(self._read_one)

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show other photos; when only their words changed, place and selection stay."""
        same = [photo.key for photo in photos] == [photo.key for photo in self._photos]
        if same and photos:
            self._photos = tuple(photos)
            self.dataChanged.emit(self.index(0), self.index(len(photos) - 1))
            return
        self.beginResetModel()
        self._photos = tuple(photos)
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
            return self._picture(photo)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return photo.aloud()
        return photo.caption if role == Qt.ItemDataRole.DisplayRole else None

    def _picture(self, photo: Photo) -> QPixmap | None:
        if photo.key not in self._pictures and photo.key not in self._wanted:
            self._wanted.append(photo.key)
            self._reader.start()
        return self._pictures.get(photo.key)

    def _read_one(self) -> None:
        if not self._wanted:
            self._reader.stop()
            return
        # The last one asked for is what is on screen now.
        key = self._wanted.pop()
        for place, photo in enumerate(self._photos):
            if photo.key == key:
                if len(self._pictures) >= _KEPT:
                    self._pictures.pop(next(iter(self._pictures)))
                self._pictures[key] = read_small(photo.file, tile_size(worn()))
                self.dataChanged.emit(self.index(place), self.index(place), [PICTURE_ROLE])
                return


def read_small(file: Any, size: QSize) -> QPixmap:
    """The picture of a file no larger than needed, upright; an empty one when it cannot be read."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    full = reader.size()
    if full.isValid() and (full.width() > size.width() * 2 or full.height() > size.height() * 2):
        reader.setScaledSize(full.scaled(size * 2, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())


class PhotoGrid(QListView):
    """Tiles in rows; arrows move, Space chooses, Enter opens."""

    opened = Signal(str)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Give it photos with `show_photos`."""
        super().__init__(parent)
        self.photos = PhotoModel(self)
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

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.photos.photo(index.row()).key)

    def _tell(self) -> None:
        self.chosen.emit()
