# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stack of sheets with their shadow; only the ones in sight are drawn."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.drawing import ring, shadow

_KEPT = 12


class Sheets(QAbstractScrollArea):
    """The stack itself: draws only the pages in sight and asks for a page when it comes into sight."""

    moved = Signal()
    zoom_asked = Signal(int)
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Empty until `set_source`."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Aperçu des pages"))
        self._sizes: tuple[QSize, ...] = ()
        self._render: Callable[[int, int], QImage] | None = None
        self._pages: dict[tuple[int, int], QImage] = {}
        self.zoom = 1.0
        self.verticalScrollBar().valueChanged.connect(self.moved)

    def set_source(self, sizes: Sequence[QSize], render: Callable[[int, int], QImage]) -> None:
        """Show pages of these proportions, drawn by `render(place, width)`."""
        self._sizes, self._render = tuple(sizes), render
        self._pages.clear()
        self._measure()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def count(self) -> int:
        """How many pages."""
        return len(self._sizes)

    def set_zoom(self, zoom: float) -> None:
        """Another size; the page in sight stays in sight."""
        page, at_top = self.page(), self.verticalScrollBar().value() == 0
        self.zoom = zoom
        self._measure()
        if not at_top:
            self.go_to(page)
        self.viewport().update()

    def fit_zoom(self) -> float:
        """The zoom at which a page is as wide as the view."""
        return max(0.2, (self.viewport().width() - 2 * worn().space("xl")) / worn().measure("page-width"))

    def _width(self) -> int:
        return round(worn().measure("page-width") * self.zoom)

    def _places(self) -> list[QRectF]:
        wide, y, places = self._width(), float(worn().space("xl")), []
        left = max(float(worn().space("xl")), (self.viewport().width() - wide) / 2)
        for size in self._sizes:
            high = wide * size.height() / max(1, size.width())
            places.append(QRectF(left, y, wide, high))
            y += high + worn().space("xl")
        return places

    def _measure(self) -> None:
        places = self._places()
        high = round(places[-1].bottom() + worn().space("xl")) if places else 0
        wide = self._width() + 2 * worn().space("xl") if places else 0
        port = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, high - port.height()))
        self.verticalScrollBar().setPageStep(port.height())
        self.verticalScrollBar().setSingleStep(worn().measure("control") * 2)
        self.horizontalScrollBar().setRange(0, max(0, wide - port.width()))
        self.horizontalScrollBar().setPageStep(port.width())

    def page(self) -> int:
        """The page that fills most of the view, from 1; 0 when there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        best = 1
        for place, area in enumerate(self._places(), start=1):
            if area.top() <= middle:
                best = place
        return best if self._sizes else 0

    def go_to(self, page: int) -> None:
        """Bring a page into sight, from 1."""
        places = self._places()
        if places:
            area = places[max(0, min(len(places), page) - 1)]
            self.verticalScrollBar().setValue(round(area.top()) - worn().space("m"))

    def _image(self, place: int) -> QImage | None:
        key = (place, round(self._width() * self.devicePixelRatioF()))
        if key not in self._pages and self._render is not None:
            if len(self._pages) >= _KEPT:
                self._pages.pop(next(iter(self._pages)))
            page = self._render(place, key[1])
            if page.width() > key[1]:
                page = page.scaledToWidth(key[1], Qt.TransformationMode.SmoothTransformation)
            self._pages[key] = page
        return self._pages.get(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheets in sight."""
        theme = worn()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        port = QRectF(self.viewport().rect())
        painter.fillRect(port, theme.colour("sunken"))
        for place, area in enumerate(self._places()):
            seen = area.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
            if not seen.intersects(port):
                continue
            shadow(painter, seen, 1, theme)
            painter.fillRect(seen, theme.colour("paper"))
            if (image := self._image(place)) is not None and not image.isNull():
                painter.drawImage(seen, image)
        if self.hasFocus():
            ring(painter, port, theme.measure("radius"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the stack again."""
        self._measure()
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages with the arrows, ends with Home and End, zoom with plus and minus."""
        moves = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Left: -1}
        ends = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: self.count()}
        key = Qt.Key(event.key())
        if key in moves:
            self.go_to(max(1, self.page() + moves[key]))
        elif key in ends:
            self.go_to(ends[key])
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Minus}:
            self.zoom_asked.emit(1 if key == Qt.Key.Key_Plus else -1)
        else:
            super().keyPressEvent(event)
