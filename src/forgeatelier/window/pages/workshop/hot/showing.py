# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One capture as large as there is room for: its picture, or its words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.capture import Capture, CaptureKind
from forgeatelier.window.pages.workshop import saying, sorting
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Label, stack
from forgeatelier.window.widgets.drawing import painter_of
from forgeatelier.window.widgets.photo_reading import read_small

_LARGEST = QSize(900, 900)


class _Picture(QWidget):
    """Drawn whole, in the middle of its place."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(worn().measure("control") * 3, worn().measure("control") * 4)

    def sizeHint(self) -> QSize:
        return QSize(worn().measure("inspector"), worn().measure("inspector") * 3 // 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        painter = painter_of(self)
        shown = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = (self.width() - shown.width()) // 2
        painter.drawPixmap(left, 0, shown.width(), shown.height(), self._picture)
        painter.end()


class Showing(QWidget):
    """What one decides about."""

    def __init__(self, subject: Subject) -> None:
        """Nothing to show yet."""
        super().__init__()
        self._subject, self._shown = subject, ""
        self.picture = _Picture()
        self.words = Label("", "lead", wrap=True)
        self.about = Label("", "note", wrap=True)
        self._layout = stack(self.about, self.words, self.picture, None, gap="s")
        self.setLayout(self._layout)

    def show_capture(self, capture: Capture) -> None:
        """Show its picture and its words, and when it was made."""
        is_photo = capture.kind is CaptureKind.PHOTO
        if is_photo and capture.media != self._shown:
            self._shown = capture.media
            file = self._subject.desk.atelier.library.media.path(capture.media, "print")
            if not file.exists():
                file = self._subject.desk.atelier.library.media.path(capture.media, "thumb")
            self.picture.show_picture(read_small(file, _LARGEST))
        self.picture.setVisible(is_photo)
        for place, takes_room in ((2, is_photo), (3, not is_photo)):
            self._layout.setStretch(place, int(takes_room))
        self.picture.setAccessibleName(capture.alt or capture.caption or _("Photo"))
        self.words.setText(
            (capture.caption if is_photo else capture.text or capture.heading) or capture.file_name
        )
        self.words.setVisible(bool(self.words.text()))
        when = capture.taken or (capture.moment.astimezone() if capture.moment else None)
        parts = [_(sorting.KINDS[capture.kind][0])]
        parts += [f"{saying.day(when.date())}, {when:%H:%M}"] if when else []
        parts += [capture.group] if capture.group else []
        self.about.setText(" · ".join(parts))
