# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the face of the window when it closes: the frame as it looks, with everything that tells of people blanked."""

import contextlib
import json
from typing import Any

from PySide6.QtCore import QLocale, QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QTableView, QWidget

from forgeatelier.ground import words
from forgeatelier.model.reference import ref_list
from forgeatelier.window.first_face import circumstances, files
from forgeatelier.window.frame import Frame
from forgeatelier.window.models.workshop_list import PEOPLE
from forgeatelier.window.pages.workshops import layout
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import PageHeader, SearchBox


def keep(frame: Frame, address: str, library: str, geometry: str) -> None:
    """Keep what the window looks like now, for its next start; failing to is harmless."""
    facts, picture = files()
    page = frame.page()
    if page is None or frame.devicePixelRatioF() != 1 or frame.notices():
        # Notices come and go, and a picture at another scale would not stand where the window stands.
        forget()
        return
    table = page.findChild(QTableView) if address == "workshops" else None
    lines = None
    if table is not None:
        for search in page.findChildren(SearchBox):
            search.clear()
        table.clearSelection()
        table.scrollToTop()
        lines = _lines(frame, table)
    shot = frame.grab()
    _blank(shot, frame, page, table)
    size = shot.width(), shot.height()
    if lines is not None:
        shot, lines["rule"], lines["tags"] = _with_parts(shot)
    said = {
        "size": size,
        "circumstances": circumstances(words.language(), library),
        "library": library,
        "address": address,
        "geometry": geometry,
        "lines": lines,
    }
    with contextlib.suppress(OSError):
        facts.unlink(missing_ok=True)
        if shot.save(str(picture)):
            facts.write_text(json.dumps(said), encoding="utf-8")


def forget() -> None:
    """The next start begins without a face."""
    with contextlib.suppress(OSError):
        files()[0].unlink(missing_ok=True)


def _blank(shot: QPixmap, frame: Frame, page: QWidget, table: QTableView | None) -> None:
    """Paint over whatever the library holds: the lines of the list, or the whole page under its header."""
    painter = QPainter(shot)
    if table is not None:
        painter.fillRect(_place(table.viewport(), frame), worn().colour("raised"))
    else:
        header = page.findChild(PageHeader)
        below = _place(page, frame)
        if header is not None:
            below.setTop(below.top() + header.height())
        painter.fillRect(below, worn().colour("surface"))
    painter.end()


def _place(widget: QWidget, frame: Frame) -> QRect:
    return QRect(widget.mapTo(frame, QPoint(0, 0)), widget.size())


def _lines(frame: Frame, table: QTableView) -> dict[str, Any]:
    theme, header, language = worn(), table.horizontalHeader(), words.language()
    area = _place(table.viewport(), frame)
    columns = []
    for at in range(header.count()):
        room = 0 if table.isColumnHidden(at) else header.sectionSize(at)
        columns.append((header.sectionViewportPosition(at), room, at == PEOPLE))
    return {
        "area": area.getRect(),
        "row": table.verticalHeader().defaultSectionSize(),
        "columns": columns,
        "pad": theme.space("s") + 2,
        "size": theme.size("body"),
        "ink": theme.colour("text").name(),
        "months": [QLocale(language).monthName(at, QLocale.FormatType.ShortFormat) for at in range(1, 13)],
        "no_date": layout.no_date(),
        "countries": {entry.code: entry.label(language) for entry in ref_list("pays").entries},
    }


def _with_parts(shot: QPixmap) -> tuple[QPixmap, list[int], dict[str, list[int]]]:
    """The picture with the parts of a line kept below it: where its rule lies, and the tag of each state."""
    tags = {state: layout.tag_picture(state) for state in layout.PHASE_TAGS}
    wide, high = shot.width(), shot.height()
    taller = QPixmap(wide, high + 1 + sum(tag.height() for tag in tags.values()))
    taller.fill(worn().colour("raised"))
    painter = QPainter(taller)
    painter.drawPixmap(0, 0, shot)
    painter.fillRect(0, high, wide, 1, worn().colour("line"))
    places, y = {}, high + 1
    for state, tag in tags.items():
        painter.drawPixmap(0, y, tag)
        places[state] = [0, y, tag.width(), tag.height()]
        y += tag.height()
    painter.end()
    return taller, [0, high, wide, 1], places
