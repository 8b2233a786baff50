# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A year that may not be known: four figures, or nothing."""

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from forgeatelier.window.form import Way

_OLDEST = 1900


class YearEdit(QLineEdit):
    """Takes four figures and nothing else."""

    def __init__(self) -> None:
        """Empty: not known."""
        super().__init__()
        self.setMaxLength(4)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("(|(19|20)[0-9]{2})"), self))


def _read(text: str) -> int | None:
    return int(text) if len(text) == 4 and text.isdigit() and int(text) >= _OLDEST else None


def _write(year: int | None) -> str:
    return "" if year is None else str(year)


YEAR_AS_TYPED = Way(_write, _read)
"""How a form writes and reads a year that may be unknown."""
