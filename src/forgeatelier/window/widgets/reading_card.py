# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reading column: rich text set like a book page, which never fetches anything from outside."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from forgeatelier.window.theme import Theme, worn

LINES = 1.55
"""The distance of two lines of book text, in heights of its letters."""

_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"


class ReadingCard(QTextBrowser):
    """`followed` tells the address of a link; nothing opens by itself."""

    followed = Signal(str)

    def __init__(
        self,
        *,
        family: str = "book",
        picture: Callable[[str], QImage | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`family` is book, learner or interface; `picture` finds a picture of the library by its name."""
        super().__init__(parent)
        self._family, self._picture = family, picture
        self.setProperty("shape", "reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(self._tell)
        self.document().setDocumentMargin(0)

    def set_markdown(self, text: str) -> None:
        """Show Markdown; HTML inside it is left out."""
        self._dress()
        self.document().setMarkdown(
            text,
            QTextDocument.MarkdownFeature.MarkdownDialectGitHub
            | QTextDocument.MarkdownFeature.MarkdownNoHTML,
        )
        self._space_out()

    def set_html(self, html: str) -> None:
        """Show HTML that the program made itself."""
        self._dress()
        self.setHtml(html)
        self._space_out()

    def _dress(self) -> None:
        theme = worn()
        font = theme.font("lead", family=self._family)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.document().setDefaultStyleSheet(_rules(theme))

    def _space_out(self) -> None:
        """Give lines air and headings their sizes: Qt's Markdown knows neither."""
        theme, document = worn(), self.document()
        sizes = {1: "heading", 2: "title", 3: "lead"}
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            level = block.blockFormat().headingLevel()
            shape = QTextBlockFormat()
            shape.setLineHeight(
                125 if level else 135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            )
            shape.setTopMargin(theme.space("xl") if level and block.position() else 0)
            shape.setBottomMargin(theme.space("xs" if block.textList() else "s" if level else "m"))
            quoted = block.blockFormat().hasProperty(QTextFormat.Property.BlockQuoteLevel.value)
            if quoted:
                shape.setLeftMargin(theme.space("xl"))
            cursor.mergeBlockFormat(shape)
            if quoted:
                _quiet(cursor, theme)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                letters = cursor.charFormat()
                letters.setFont(
                    theme.font(sizes.get(level, "lead"), weight=600),
                    letters.FontPropertiesInheritanceBehavior.FontPropertiesAll,
                )
                cursor.mergeCharFormat(letters)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Only pictures that the library itself hands over; never a file, never the network."""
        if self._picture is not None and kind == QTextDocument.ResourceType.ImageResource.value:
            address = name.toString() if isinstance(name, QUrl) else name
            found = self._picture(address)
            if found is not None:
                widest = max(1, self.viewport().width())
                return found if found.width() <= widest else found.scaledToWidth(widest)
        return QImage()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column readable: never wider than its measure, centred beyond."""
        theme = worn()
        widest = round(theme.measure("column") * max(1.0, theme.text_scale * 0.8))
        side = max(theme.space("l"), (self.width() - widest) // 2)
        self.setViewportMargins(side, theme.space("l"), side, theme.space("l"))
        super().resizeEvent(event)

    def _tell(self, address: QUrl) -> None:
        self.followed.emit(address.toString())


def _quiet(cursor: QTextCursor, theme: Theme) -> None:
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    letters = QTextCharFormat()
    letters.setFontItalic(True)
    letters.setForeground(theme.colour("muted"))
    cursor.mergeCharFormat(letters)


def _rules(theme: Theme) -> str:
    text, muted, accent = (theme.colour(role).name() for role in ("text", "muted", "accent"))
    return f"body, code {{ color: {text}; }} a {{ color: {accent}; }} blockquote {{ color: {muted}; }}"
