# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Days and moments as people write them, in the language now spoken."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from forgeatelier.ground.words import _, language, ngettext


def day(said: date | str) -> str:
    """« 12 mars 2026 »; empty for no day. Takes a date or its ISO text."""
    found = _date(said)
    if found is None:
        return ""
    text = QLocale(language()).toString(QDate(found.year, found.month, found.day), "d MMMM yyyy")
    return text.replace("1 ", "1er ", 1) if found.day == 1 and language() == "fr" else text


def short_day(said: date | str) -> str:
    """« 28 sept. 2026 », for columns; empty for no day."""
    found = _date(said)
    if found is None:
        return ""
    return QLocale(language()).toString(QDate(found.year, found.month, found.day), "d MMM yyyy")


def moment(said: datetime | str) -> str:
    """« 12 mars 2026, 10:42 » in this computer's time; empty for nothing."""
    found = _moment(said)
    return _("{day}, {time}").format(day=day(found.date()), time=f"{found:%H:%M}") if found else ""


def clock(said: datetime | str) -> str:
    """« 10:42:07 » in this computer's time; empty for nothing."""
    found = _moment(said)
    return f"{found:%H:%M:%S}" if found else ""


def months() -> tuple[str, ...]:
    """The names of the twelve months."""
    return tuple(QLocale(language()).monthName(number) for number in range(1, 13))


def days_left(said: date | str, today: date) -> str:
    """« aujourd’hui », « demain », « dans 12 jours », « il y a 3 jours »."""
    found = _date(said)
    if found is None:
        return _("date à fixer")
    left = (found - today).days
    if left in (0, 1, -1):
        return {0: _("aujourd’hui"), 1: _("demain"), -1: _("hier")}[left]
    if left > 0:
        return ngettext("dans {n} jour", "dans {n} jours", left).format(n=left)
    return ngettext("il y a {n} jour", "il y a {n} jours", -left).format(n=-left)


def ago(then: datetime, now: datetime) -> str:
    """« à l’instant », « il y a 5 minutes », « il y a 3 heures », « il y a 2 jours »."""
    minutes = max(0, int((now - then).total_seconds() // 60))
    if minutes < 1:
        return _("à l’instant")
    if minutes < 60:
        return ngettext("il y a {n} minute", "il y a {n} minutes", minutes).format(n=minutes)
    if minutes < 24 * 60:
        return ngettext("il y a {n} heure", "il y a {n} heures", minutes // 60).format(n=minutes // 60)
    days = minutes // (24 * 60)
    return ngettext("il y a {n} jour", "il y a {n} jours", days).format(n=days)


def _date(said: date | str) -> date | None:
    if isinstance(said, date):
        return said
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _moment(said: datetime | str) -> datetime | None:
    try:
        found = said if isinstance(said, datetime) else datetime.fromisoformat(said)
    except ValueError:
        return None
    return found.astimezone()
