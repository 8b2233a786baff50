# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheets as they will be printed: a stack of pages with their shadow, page number and zoom."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.buttons import IconButton
from forgeatelier.window.widgets.drawing import ring, shadow
from forgeatelier.window.widgets.text import Label

ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Steps of the zoom; 1.0 is a page of the measure `page-width`."""

WIDEST_FIT = 1.5
"""A page is not blown up beyond this just because there is room."""

_KEPT = 12


class _Sheets(QAbstractScrollArea):
    """The stack itself: draws only the pages in sight and asks for a page when it comes into sight."""

    moved = Signal()
    zoom_asked = Signal(int)
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Aperçu des pages"))
        self._sizes: tuple[QSize, ...] = ()
        self._render: Callable[[int, int], QImage] | None = None
        self._pages: dict[tuple[int, int], QImage] = {}
        self.zoom = 1.0
        self.verticalScrollBar().valueChanged.connect(self.moved)

    def set_source(self, sizes: Sequence[QSize], render: Callable[[int, int], QImage]) -> None:
        self._sizes, self._render = tuple(sizes), render
        self._pages.clear()
        self._measure()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def count(self) -> int:
        return len(self._sizes)

    def set_zoom(self, zoom: float) -> None:
        page, at_top = self.page(), self.verticalScrollBar().value() == 0
        self.zoom = zoom
        self._measure()
        if not at_top:
            self.go_to(page)
        self.viewport().update()

    def fit_zoom(self) -> float:
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
        self._measure()
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
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


class SheetPreview(QWidget):
    """`page_changed` tells the page in sight, from 1."""

    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `set_pages` or `set_source`."""
        super().__init__(parent)
        self._images: tuple[QImage, ...] = ()
        self._fits = True
        self._page = 0
        self.sheets = _Sheets(self)
        self.sheets.moved.connect(self._tell)
        self.sheets.zoom_asked.connect(self._zoom_by)
        self.sheets.resized.connect(self._fit_again)
        self._number = Label("", "note", wrap=False)
        self._percent = Label("", "note", wrap=False)
        self._before = IconButton("up", _("Page précédente"))
        self._after = IconButton("down", _("Page suivante"))
        smaller, larger = IconButton("zoom-out", _("Plus petit")), IconButton("zoom-in", _("Plus grand"))
        whole = IconButton("document", _("Largeur de page"))
        for button, act in (
            (self._before, self.previous),
            (self._after, self.following),
            (smaller, self.zoom_out),
            (larger, self.zoom_in),
            (whole, self.fit),
        ):
            button.clicked.connect(act)
        bar = QHBoxLayout()
        bar.setContentsMargins(worn().space("s"), worn().space("xs"), worn().space("s"), worn().space("xs"))
        bar.setSpacing(worn().space("xs"))
        for part in (self._before, self._after, self._number):
            bar.addWidget(part)
        bar.addStretch(1)
        for part in (self._percent, smaller, larger, whole):
            bar.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.sheets, 1)
        self._say()

    def set_pages(self, images: Sequence[QImage]) -> None:
        """Show pages that are already pictures."""
        self._images = tuple(images)
        self.set_source([image.size() for image in images], self._ready)

    def set_source(self, sizes: Sequence[QSize], render: Callable[[int, int], QImage]) -> None:
        """Show pages of these proportions; `render(place, width)` is asked for what is in sight, from 0."""
        self.sheets.set_source(sizes, render)
        if self._fits:
            self.fit()
        self._say()

    def page(self) -> int:
        """The page in sight, from 1."""
        return self.sheets.page()

    def go_to(self, page: int) -> None:
        """Show a page, from 1."""
        self.sheets.go_to(page)

    def previous(self) -> None:
        """One page back."""
        self.go_to(self.page() - 1)

    def following(self) -> None:
        """One page on."""
        self.go_to(self.page() + 1)

    def zoom_in(self) -> None:
        """Larger."""
        self._zoom_by(1)

    def zoom_out(self) -> None:
        """Smaller."""
        self._zoom_by(-1)

    def fit(self) -> None:
        """As wide as the view, and so whenever that changes."""
        self._fits = True
        self._set_zoom(min(self.sheets.fit_zoom(), WIDEST_FIT))

    def _zoom_by(self, step: int) -> None:
        self._fits = False
        now = self.sheets.zoom
        others = [zoom for zoom in ZOOMS if (zoom > now + 0.01 if step > 0 else zoom < now - 0.01)]
        if others:
            self._set_zoom(others[0] if step > 0 else others[-1])

    def _set_zoom(self, zoom: float) -> None:
        self.sheets.set_zoom(zoom)
        self._say()

    def _ready(self, place: int, width: int) -> QImage:
        return self._images[place]

    def _tell(self) -> None:
        self._say()
        self.sheets.viewport().update()

    def _say(self) -> None:
        page, count = self.sheets.page(), self.sheets.count()
        self._number.setText(
            _("Page {page} sur {count}").format(page=page, count=count) if count else _("Aucune page")
        )
        self._percent.setText(_("{n} %").format(n=round(self.sheets.zoom * 100)))
        self._before.setEnabled(page > 1)
        self._after.setEnabled(0 < page < count)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _fit_again(self) -> None:
        """A page that fitted goes on fitting."""
        if self._fits and self.sheets.count():
            self.fit()
