# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where one writes: search box, growing text, numbers, days and hours."""

from datetime import date, time
from math import ceil

from PySide6.QtCore import QDate, QLocale, QRectF, QSize, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDateEdit,
    QDateTimeEdit,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from forgeatelier.ground.words import _, language
from forgeatelier.window import icons
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.buttons import IconButton
from forgeatelier.window.widgets.drawing import painter_of
from forgeatelier.window.widgets.text import reveal


class SearchBox(QLineEdit):
    """Filters as one types (`textChanged`); the arrow down goes to what was found, Esc empties it."""

    down = Signal()

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        """`hint` is the placeholder and the accessible name."""
        super().__init__(parent)
        self.setPlaceholderText(hint or _("Chercher"))
        self.setAccessibleName(hint or _("Chercher"))
        self._clear = IconButton("close", _("Effacer"), colour="muted", parent=self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(self._offer_clear)
        self._make_room()

    def _offer_clear(self, text: str) -> None:
        reveal(self._clear, bool(text))

    def _make_room(self) -> None:
        theme = worn()
        before, after = theme.measure("glyph") + theme.space("s"), theme.measure("control") - theme.space("s")
        left, right = (after, before) if self.isRightToLeft() else (before, after)
        self.setTextMargins(left, 0, right, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lens before the words."""
        super().paintEvent(event)
        theme = worn()
        painter = painter_of(self)
        side = float(theme.measure("glyph"))
        left = self.width() - side - theme.space("s") if self.isRightToLeft() else float(theme.space("s"))
        icons.paint(
            painter, "search", QRectF(left, (self.height() - side) / 2, side, side), theme.colour("muted"), 2
        )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cross at the end."""
        super().resizeEvent(event)
        self._make_room()
        side = self.height()
        self._clear.setGeometry(0 if self.isRightToLeft() else self.width() - side, 0, side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow down leaves towards the list; Esc empties, and only then goes on to whoever waits for it."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class TextEdit(QPlainTextEdit):
    """Several lines of plain text; grows with what is written, Tab goes on to the next field."""

    left = Signal()

    def __init__(
        self, text: str = "", *, lines: int = 3, most: int = 12, hint: str = "", parent: QWidget | None = None
    ) -> None:
        """`lines` to begin with, `most` before it scrolls."""
        super().__init__(parent)
        self._lines, self._most = lines, most
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlainText(text)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def _grow(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its text, between `lines` and `most`."""
        shown = max(self._lines, min(self._most, round(self.document().size().height())))
        edges = self.height() - self.viewport().height() + 2 * round(self.document().documentMargin())
        line = ceil(QFontMetricsF(self.font()).lineSpacing())
        high = shown * line + max(edges, 2 * worn().space("m"))
        return QSize(super().sizeHint().width(), high)

    def minimumSizeHint(self) -> QSize:
        """Never flatter than what it shows."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines: Qt counts them anew without a word."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell when one has finished writing here."""
        super().focusOutEvent(event)
        self.left.emit()


class Number(QSpinBox):
    """A whole number; the wheel scrolls the page, not the number."""

    def __init__(
        self, value: int = 0, *, least: int = 0, most: int = 9999, unit: str = "", step: int = 1
    ) -> None:
        """`unit` is written after the number, for instance « min »."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setSuffix(f"\N{NO-BREAK SPACE}{unit}" if unit else "")
        self.setValue(value)
        self.lineEdit().setTextMargins(worn().space("s") + worn().measure("ring"), 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class DateEdit(QDateEdit):
    """A day, with a calendar to choose it from; the wheel scrolls the page."""

    def __init__(self, day: date | None = None) -> None:
        """Today when no day is given."""
        super().__init__(QDate.currentDate() if day is None else QDate(day.year, day.month, day.day))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLocale(QLocale(language()))
        self.setDisplayFormat("d MMMM yyyy")
        self.setCalendarPopup(True)
        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        calendar.setGridVisible(False)
        weekend = calendar.weekdayTextFormat(Qt.DayOfWeek.Monday)
        for day_of_week in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day_of_week, weekend)

    def day(self) -> date:
        """The day now written."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class TimeEdit(QTimeEdit):
    """A time of day as 09:35; the wheel scrolls the page."""

    def __init__(self, hour: time = time(9)) -> None:
        """Nine o'clock unless said otherwise."""
        super().__init__(QTime(hour.hour, hour.minute))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDisplayFormat("HH:mm")
        self.lineEdit().setTextMargins(worn().space("s") + worn().measure("ring"), 0, 0, 0)

    def hour(self) -> time:
        """The time now written."""
        return time(self.time().hour(), self.time().minute())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin at the hour when all of it is selected: Qt would keep it, and « 16:30 » over 21:01 gave 21:30."""
        whole = self.lineEdit().selectedText() == self.text()
        if whole and event.text().isdigit():
            self.setSelectedSection(QDateTimeEdit.Section.HourSection)
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
