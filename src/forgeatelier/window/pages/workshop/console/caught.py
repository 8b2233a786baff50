# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was caught on this step, and the quickest way to catch more."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.workshop.capture import Capture, CaptureKind
from forgeatelier.window import icons
from forgeatelier.window.pages.workshop import saying, sorting
from forgeatelier.window.pages.workshop.adding import Adding
from forgeatelier.window.pages.workshop.quick import PARKING, Quick
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, Label, row, stack
from forgeatelier.window.widgets.drawing import height_of, painter_of, width_of, words


class Caught(QWidget):
    """The captures of a step, the newest first, above the field for notes."""

    def __init__(self, subject: Subject, adding: Adding, quick: Quick) -> None:
        """Say the step with `show_step`."""
        super().__init__()
        self._subject, self._step = subject, ""
        self.count = Label("", "strong", wrap=True)
        photo = Button(_("Photos…"), "quiet", "photo")
        photo.setToolTip(_("Ajouter des photos (P)"))
        photo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        photo.clicked.connect(adding.choose_files)
        head = row(self.count, photo, gap="s")
        head.setStretch(0, 1)
        self.lines = Lines()
        around = QScrollArea()
        around.setWidgetResizable(True)
        around.setFrameShape(QFrame.Shape.NoFrame)
        around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around.setAccessibleName(_("Prises de cette étape"))
        around.setMinimumHeight(0)
        around.setWidget(self.lines)
        column = stack(head, around, adding, quick, gap="s", margin="m")
        column.setStretch(1, 1)
        self.setLayout(column)

    def show_step(self, step_id: str) -> None:
        """Show what was caught on this step; nothing is drawn when nothing changed."""
        caught = tuple(one for one in self._subject.captures() if one.step_id == step_id)
        if self._step == step_id and caught == self.lines.captures and self.count.text():
            return
        self._step = step_id
        said = ngettext("{n} prise sur cette étape", "{n} prises sur cette étape", len(caught))
        self.count.setText(
            said.format(n=len(caught)) if caught else _("Rien n’est encore pris sur cette étape")
        )
        self.lines.show_captures(caught)


class Lines(QWidget):
    """One painted line a capture: forty photos that arrive together cost one drawing."""

    def __init__(self) -> None:
        """Nothing caught yet."""
        super().__init__()
        self.captures: tuple[Capture, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_captures(self, captures: tuple[Capture, ...]) -> None:
        """Show other captures."""
        self.captures = captures
        self.setAccessibleName(", ".join(" ".join(told(one)[1:]) for one in reversed(captures[-5:])))
        self.updateGeometry()
        self.update()

    def _line(self) -> int:
        return height_of(worn().font()) + worn().space("s")

    def sizeHint(self) -> QSize:
        """As high as there are lines."""
        return QSize(worn().measure("control") * 4, self._line() * len(self.captures))

    def minimumSizeHint(self) -> QSize:
        """It scrolls rather than being cut."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines in sight."""
        theme, high = worn(), self._line()
        painter = painter_of(self)
        painter.fillRect(event.rect(), theme.colour("raised"))
        font, strong = theme.font(), theme.font(weight=600)
        side, gap = float(theme.measure("glyph")), float(theme.space("s"))
        hour = float(width_of("00:00", font)) + gap
        first, last = event.rect().top() // high, event.rect().bottom() // high
        for number, one in enumerate(reversed(self.captures)):
            if not first <= number <= last:
                continue
            icon, when, word, said = told(one)
            line = QRectF(0, number * high, self.width(), high)
            words(painter, line, when, font, theme.colour("muted"))
            place = QRectF(hour, line.center().y() - side / 2, side, side)
            icons.paint(painter, icon, place, theme.colour("accent"), 2)
            left = hour + side + gap
            words(painter, line.adjusted(left, 0, 0, 0), word, strong, theme.colour("text"))
            left += width_of(word, strong) + gap
            words(painter, line.adjusted(left, 0, 0, 0), said, font, theme.colour("text"))
        painter.end()


def told(capture: Capture) -> tuple[str, str, str, str]:
    """A capture as icon, hour, kind and words."""
    word, icon = _(sorting.KINDS[capture.kind][0]), sorting.KINDS[capture.kind][1]
    if PARKING in capture.tags:
        word, icon = _("Parking"), "parking"
    when = saying.clock(capture.moment) if capture.moment else ""
    said = capture.heading if capture.kind is not CaptureKind.PHOTO else capture.caption or capture.file_name
    return icon, when, word, said
