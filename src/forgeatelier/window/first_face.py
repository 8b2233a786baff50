# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as it was left, shown while the program wakes: its remembered frame, and the list as it is now.

Qt's classes cost more to load than to paint, so this module touches as few of them as it can. The picture holds
no person and no title (`face_keeping` blanks the pages before keeping it); the lines of the list are read anew.
Above all nothing here asks for the namespace `Qt`, which alone takes longer to load than the rest to paint: this is
why the ink comes from a palette (a pen would ask for it) and all that is not text from the picture.
"""

import contextlib
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlite
from PySide6.QtCore import QByteArray, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from forgeatelier import __version__
from forgeatelier.ground import places
from forgeatelier.ground.shipped import UI
from forgeatelier.store.glance import Glance, WorkshopRow

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from forgeatelier.window.turns import Steps, Turns

_LIGHT = (
    "forgeatelier.window.choices",
    "forgeatelier.window.turns",
    "forgeatelier.window.main_window",
    "forgeatelier.window.pages.{page}.page",
)
# Left, right and middle as Qt has always numbered them.
_LEFT, _RIGHT, _MIDDLE = 0x1, 0x2, 0x80


@dataclass(frozen=True, slots=True)
class Face:
    """What was kept when the window closed.

    `size` is that of the frame in the picture; what the list is drawn with is kept below it, and `lines` says where,
    where the list stands and how it is written.
    """

    picture: Path
    library: str
    address: str
    geometry: str
    size: tuple[int, int]
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
        wide, high = said["size"]
        return Face(picture, library, said["address"], said["geometry"], (wide, high), said["lines"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


class FaceWindow(QWidget):
    """Shows the face, loads the real window beside it, then holds that window."""

    loaded = Signal()
    """What the real window is made of is loaded."""

    def __init__(
        self, face: Face, make: "Callable[[], Steps[Any]]", take_typed: Callable[[str], None]
    ) -> None:
        """`make` builds the real window step by step once it can, `take_typed` gives it what was typed before."""
        super().__init__()
        self._face: Face | None = face
        self._make, self._take_typed, self.painted = make, take_typed, False
        self._inside: QWidget | None = None
        self._typed = ""
        self._turns: Turns | None = None
        self._thread = threading.Thread(target=self._load, args=(face.address,), name="face")
        self._picture = QPixmap(str(face.picture))
        self.rows = _read_rows(face)
        self.setWindowTitle("ForgeAtelier")
        self.restoreGeometry(QByteArray.fromBase64(face.geometry.encode()))
        if face.lines is not None:
            look = self.palette()
            look.setColor(QPalette.ColorRole.WindowText, QColor(face.lines["ink"]))
            self.setPalette(look)
        self.loaded.connect(self._hold)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the face until the real window is there."""
        if self._face is None:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture, 0, 0, *self._face.size)
        if self._face.lines is not None:
            _draw_lines(painter, self._picture, self._face.lines, self.rows)
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
        """Build the real window behind its face, a step at a time."""
        from forgeatelier.window.turns import Turns

        self._thread.join()
        self._turns = Turns(self._taking_in(), self._give_way, self)

    def _taking_in(self) -> "Steps[QWidget]":
        """Put the real window where its face was, dressed part by part before it is seen."""
        inside: QWidget = yield from self._make()
        yield
        inside.windowTitleChanged.connect(self.setWindowTitle)
        self.setMinimumSize(inside.minimumSize())
        # Given a parent, the window becomes a part of this one.
        inside.setParent(self, self.windowFlags().Widget)
        inside.setGeometry(self.rect())
        for part in inside.findChildren(QWidget):
            yield
            part.ensurePolished()
        yield
        return inside

    def _give_way(self, inside: QWidget) -> None:
        """Show the real window; what was typed meanwhile goes to its filter."""
        self._inside, self._face = inside, None
        self._picture = QPixmap()
        self.setPalette(QPalette())
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
        if self._turns is not None:
            self._turns.stop()
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


def _draw_lines(painter: QPainter, picture: QPixmap, said: dict[str, Any], rows: list[WorkshopRow]) -> None:
    left, top, wide, high = said["area"]
    painter.setClipRect(QRect(left, top, wide, high))
    font = QFont("Noto Sans")
    font.setPixelSize(said["size"])
    painter.setFont(font)
    for place, row in enumerate(rows):
        y = top + place * said["row"]
        painter.drawPixmap(left, y + said["row"] - 1, picture, *said["rule"])
        for (x, room, right), text in zip(said["columns"], _texts(row, said), strict=True):
            if room:
                area = QRect(left + x + said["pad"], y, room - 2 * said["pad"], said["row"] - 1)
                painter.drawText(area, (_RIGHT if right else _LEFT) | _MIDDLE, text)
        tag = said["tags"].get(row.state)
        if tag is not None:
            x = said["columns"][3][0] + said["pad"]
            painter.drawPixmap(left + x, y + (said["row"] - tag[3]) // 2, picture, *tag)


def _texts(row: WorkshopRow, said: dict[str, Any]) -> tuple[str, ...]:
    """The cells of a line, as the list itself writes them; the phase is a picture."""
    year, month, day = row.starts_on.split("-") if row.starts_on.count("-") == 2 else ("", "1", "0")
    date = f"{int(day)} {said['months'][int(month) - 1]} {year}" if year else said["no_date"]
    town = ", ".join(filter(None, (row.town, said["countries"].get(row.country, row.country))))
    return date, row.title, town, "", str(row.people_planned) if row.people_planned else "–"
