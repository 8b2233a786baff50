# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as it was left, shown while the program wakes: its remembered frame, and the list as it is now.

Qt's classes cost more to load than to paint, so this module touches as few of them as it can. The picture holds
no person and no title (`face_keeping` blanks the pages before keeping it); the lines of the list are read anew.
"""

import contextlib
import json
import threading
from binascii import a2b_base64
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlite
from PySide6.QtCore import QByteArray, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from forgeatelier import __version__
from forgeatelier.ground import places
from forgeatelier.ground.shipped import UI
from forgeatelier.store.glance import Glance, WorkshopRow

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent

_LIGHT = (
    "forgeatelier.window.choices",
    "forgeatelier.window.main_window",
    "forgeatelier.window.pages.{page}.page",
)
# The namespace Qt alone takes 20 ms to load: left, right and middle as Qt has always numbered them.
_LEFT, _RIGHT, _MIDDLE = 0x1, 0x2, 0x80


@dataclass(frozen=True, slots=True)
class Face:
    """What was kept when the window closed; `lines` says where the list stands and how it is written."""

    picture: Path
    library: str
    address: str
    geometry: str
    lines: dict[str, Any] | None


def files() -> tuple[Path, Path]:
    """The two files of a face: its facts and its picture."""
    folder = places.config_folder()
    # A bitmap is four times larger than a PNG and read eight times faster.
    return folder / "face.json", folder / "face.bmp"


def circumstances(language: str, library: str) -> list[str]:
    """Everything on which the picture depends; when it differs, the face is not shown."""
    try:
        chosen = (places.config_folder() / "preferences.yaml").read_text(encoding="utf-8")
    except (OSError, ValueError):
        chosen = ""
    return [__version__, language, library, chosen]


def recall(folder: Path | None, language: str, page: str) -> Face | None:
    """The face of this library in this language, if it was kept and still fits."""
    facts, picture = files()
    try:
        said = json.loads(facts.read_text(encoding="utf-8"))
        library = str(folder) if folder is not None else said["library"]
        fits = said["circumstances"] == circumstances(language, library) and page in ("", said["address"])
        if not (fits and picture.is_file() and (Path(library) / "library.json").is_file()):
            return None
        return Face(picture, library, said["address"], said["geometry"], said["lines"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


class FaceWindow(QWidget):
    """Shows the face, loads the real window beside it, then holds that window."""

    loaded = Signal()
    """What the real window is made of is loaded."""

    def __init__(self, face: Face, make: Callable[[], QWidget], take_typed: Callable[[str], None]) -> None:
        """`make` builds the real window once it can be, `take_typed` gives it what was typed before."""
        super().__init__()
        self._face: Face | None = face
        self._make, self._take_typed, self.painted = make, take_typed, False
        self._inside: QWidget | None = None
        self._typed = ""
        self._thread = threading.Thread(target=self._load, args=(face.address,), name="face")
        self._picture = QPixmap(str(face.picture))
        self.rows = _read_rows(face)
        self.setWindowTitle("ForgeAtelier")
        self.restoreGeometry(QByteArray.fromBase64(face.geometry.encode()))
        self.loaded.connect(self._hold)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the face until the real window is there."""
        if self._face is None:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        if self._face.lines is not None:
            _draw_lines(painter, self._face.lines, self.rows)
        painter.end()
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.first_painted)

    def first_painted(self) -> None:
        """The face stands: load what the real window needs."""
        self._thread.start()

    def _load(self, address: str) -> None:
        page = address.partition("/")[0]
        with contextlib.suppress(ImportError):
            for name in _LIGHT:
                import_module(name.format(page=page if page in ("home", "workshops") else "home"))
        self.loaded.emit()

    def _hold(self) -> None:
        """Put the real window where its face was; what was typed meanwhile goes to its filter."""
        self._thread.join()
        inside = self._inside = self._make()
        inside.windowTitleChanged.connect(self.setWindowTitle)
        self.setMinimumSize(inside.minimumSize())
        self._face = None
        self._picture = QPixmap()
        # Given a parent, the window becomes a part of this one.
        inside.setParent(self, self.windowFlags().Widget)
        inside.setGeometry(self.rect())
        inside.show()
        if self._typed:
            self._take_typed(self._typed)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """The real window fills this one."""
        super().resizeEvent(event)
        if self._inside is not None:
            self._inside.setGeometry(self.rect())

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Someone is quicker than the program: keep what is typed."""
        if self._face is not None and event.text().isprintable():
            self._typed += event.text()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: "QCloseEvent") -> None:
        """The real window closes first, properly."""
        if self._thread.is_alive():
            self._thread.join()
        if self._inside is not None:
            self._inside.close()
        event.accept()


def _read_rows(face: Face) -> list[WorkshopRow]:
    if face.lines is None:
        return []
    QFontDatabase.addApplicationFont(str(UI / "fonts" / "NotoSans-Regular.ttf"))
    try:
        glance = Glance(Path(face.library) / "library.sqlite")
        try:
            return glance.page(0, face.lines["area"][3] // face.lines["row"] + 1)
        finally:
            glance.close()
    except sqlite.Error:
        return []


def _draw_lines(painter: QPainter, said: dict[str, Any], rows: list[WorkshopRow]) -> None:
    left, top, wide, high = said["area"]
    painter.setClipRect(QRect(left, top, wide, high))
    font = QFont("Noto Sans")
    font.setPixelSize(said["size"])
    painter.setFont(font)
    tags: dict[str, QPixmap] = {}
    for place, row in enumerate(rows):
        y = top + place * said["row"]
        painter.setPen(QColor(said["line"]))
        painter.drawLine(left, y + said["row"] - 1, left + wide, y + said["row"] - 1)
        painter.setPen(QColor(said["ink"]))
        for (x, room, right), text in zip(said["columns"], _texts(row, said), strict=True):
            if room:
                area = QRect(left + x + said["pad"], y, room - 2 * said["pad"], said["row"] - 1)
                painter.drawText(area, (_RIGHT if right else _LEFT) | _MIDDLE, text)
        x, room, _right = said["columns"][3]
        tag = tags.get(row.state)
        if tag is None:
            tag = tags[row.state] = QPixmap()
            tag.loadFromData(a2b_base64(said["tags"].get(row.state, "")))
        painter.drawPixmap(left + x + said["pad"], y + (said["row"] - tag.height()) // 2, tag)


def _texts(row: WorkshopRow, said: dict[str, Any]) -> tuple[str, ...]:
    """The cells of a line, as the list itself writes them; the phase is a picture."""
    year, month, day = row.starts_on.split("-") if row.starts_on.count("-") == 2 else ("", "1", "0")
    date = f"{int(day)} {said['months'][int(month) - 1]} {year}" if year else said["no_date"]
    town = ", ".join(filter(None, (row.town, said["countries"].get(row.country, row.country))))
    return date, row.title, town, "", str(row.people_planned) if row.people_planned else "–"
