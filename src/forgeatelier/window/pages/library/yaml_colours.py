# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A few colours for the text of a protocol: keys, comments, quoted words, numbers."""

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from forgeatelier.window.theme import worn

_KEY = re.compile(r"^\s*(?:-\s+)*([\w-]+)\s*:(?=\s|$)")
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|(?<![\w’])'(?:[^']|'')*'")
_PLAIN = re.compile(r":\s+(-?\d+(?:[.,]\d+)?|true|false|oui|non)\s*$")
_DASH = re.compile(r"^\s*(-)\s")


class YamlColours(QSyntaxHighlighter):
    """Line by line; long texts stay in the colour of text. Keep a reference to it."""

    def __init__(self, document: QTextDocument) -> None:
        """Dress a document in the theme now worn."""
        super().__init__(document)
        self._key = _ink("accent", bold=True)
        self._rules = (
            (_PLAIN, _ink("focus"), 1),
            (_DASH, _ink("muted"), 1),
            (_QUOTED, _ink("ok"), 0),
            (_COMMENT, _ink("muted"), 0),
        )

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        key = _KEY.match(text)
        if key is not None:
            self.setFormat(key.start(1), key.end(1) - key.start(1), self._key)
        for rule, ink, group in self._rules:
            for found in rule.finditer(text):
                self.setFormat(found.start(group), found.end(group) - found.start(group), ink)


def _ink(role: str, *, bold: bool = False) -> QTextCharFormat:
    ink = QTextCharFormat()
    ink.setForeground(worn().colour(role))
    if bold:
        ink.setFontWeight(QFont.Weight.DemiBold)
    return ink
