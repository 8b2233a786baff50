# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheets as they will be printed: a stack of pages with their shadow, page number and zoom."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.buttons import IconButton
from forgeatelier.window.widgets.sheets import Sheets
from forgeatelier.window.widgets.text import Label

ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Steps of the zoom; 1.0 is a page of the measure `page-width`."""

WIDEST_FIT = 1.5
"""A page is not blown up beyond this just because there is room."""


class SheetPreview(QWidget):
    """`page_changed` tells the page in sight, from 1."""

    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `set_pages` or `set_source`."""
        super().__init__(parent)
        self._images: tuple[QImage, ...] = ()
        self._fits = True
        self._page = 0
        self.sheets = Sheets(self)
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
