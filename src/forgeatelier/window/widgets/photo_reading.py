# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads small pictures beside the window, the last one asked for first, and only those still in sight."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

if TYPE_CHECKING:
    from concurrent.futures import Executor

_KEPT = 400
_THREADS = 2
_AHEAD = 6
_LOOK_EVERY_MS = 15


@cache
def _readers() -> "Executor":
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(_THREADS, thread_name_prefix="pictures")


class PhotoReader(QObject):
    """The pictures read so far. Threads decode; what they have read is fetched from here, never pushed."""

    read = Signal(str)
    """The key of a picture that can now be shown, or is known to be unreadable."""

    def __init__(self, in_sight: Callable[[str], bool], parent: QObject) -> None:
        """`in_sight` tells whether the photo of a key is still to be seen when its turn comes."""
        super().__init__(parent)
        self._in_sight = in_sight
        self._pictures: dict[str, QPixmap] = {}
        self._wanted: dict[str, tuple[Path, QSize]] = {}
        self._reading: set[str] = set()
        self._done: SimpleQueue[tuple[str, QImage]] = SimpleQueue()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def picture(self, key: str, file: Path, size: QSize) -> QPixmap | None:
        """The picture of a photo; None while it is being read, empty when it cannot be."""
        if key not in self._pictures and key not in self._reading:
            # Asked again means seen again: it goes before those asked for earlier.
            self._wanted.pop(key, None)
            self._wanted[key] = (file, size)
            if not self._timer.isActive():
                self._timer.start()
        return self._pictures.get(key)

    def _look(self) -> None:
        while True:
            try:
                key, image = self._done.get_nowait()
            except Empty:
                break
            self._reading.discard(key)
            self._keep(key, QPixmap.fromImage(image))
        while self._wanted and len(self._reading) < _AHEAD:
            key, (file, size) = self._wanted.popitem()
            if self._in_sight(key):
                self._reading.add(key)
                _readers().submit(_read, self._done, key, file, size)
        if not self._wanted and not self._reading:
            self._timer.stop()

    def _keep(self, key: str, picture: QPixmap) -> None:
        if len(self._pictures) >= _KEPT:
            self._pictures.pop(next(iter(self._pictures)))
        self._pictures[key] = picture
        self.read.emit(key)


def _read(done: "SimpleQueue[tuple[str, QImage]]", key: str, file: Path, size: QSize) -> None:
    image = QImage()
    try:
        image = image_of(file, size)
    finally:
        done.put((key, image))


def image_of(file: Path, size: QSize) -> QImage:
    """The picture of a file no larger than needed, upright; an empty one when it cannot be read. For any thread."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    full = reader.size()
    if full.isValid() and (full.width() > size.width() * 2 or full.height() > size.height() * 2):
        reader.setScaledSize(full.scaled(size * 2, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def read_small(file: Path, size: QSize) -> QPixmap:
    """The same at once, for a single picture; only on the window's thread."""
    return QPixmap.fromImage(image_of(file, size))
