# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A day as one types it quickly: « 12/4 », « +7 », « 2 sem », « lundi »."""

import re
from datetime import date, timedelta

from PySide6.QtCore import QLocale

from forgeatelier.ground.words import language
from forgeatelier.window.widgets import fold

_IN = re.compile(r"\+?\s*(\d{1,3})\s*(j|jours?|d|days?|s|sem|semaines?|w|weeks?|m|mois|months?)?")
_DAY = re.compile(r"(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{2,4}))?")
_CENTURY = 2000


def day_typed(text: str, today: date) -> date | None:
    """The day meant, never one gone by when no year is written; None when it is no day."""
    said = fold(text).strip()
    if not said:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        pass
    if found := _IN.fullmatch(said):
        return _after(today, int(found[1]), (found[2] or "j")[0])
    if found := _DAY.fullmatch(said):
        return _on(today, int(found[1]), int(found[2]), found[3])
    return _weekday(said, today)


def _after(today: date, many: int, unit: str) -> date:
    return today + timedelta(days=many * {"s": 7, "w": 7, "m": 30}.get(unit, 1))


def _on(today: date, day: int, month: int, year: str | None) -> date | None:
    try:
        if year is not None:
            return date(int(year) + (_CENTURY if len(year) == 2 else 0), month, day)
        found = date(today.year, month, day)
        return found if found >= today else date(today.year + 1, month, day)
    except ValueError:
        return None


def _weekday(said: str, today: date) -> date | None:
    locale = QLocale(language())
    for ahead in range(1, 8):
        day = today + timedelta(days=ahead)
        if len(said) > 1 and fold(locale.dayName(day.isoweekday())).startswith(said):
            return day
    return None
