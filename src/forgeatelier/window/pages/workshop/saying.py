# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Days, hours and numbers as people write them."""

import re
from datetime import date, datetime, time
from decimal import Decimal

from PySide6.QtCore import QDate, QLocale

from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.model.people.attendance import Presence
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window import dates

_NARROW = "\N{NARROW NO-BREAK SPACE}"


def day(on: date | None, shape: str = "") -> str:
    """« 12 mars 2026 »; a quiet word when no day is fixed. `shape` is one of Qt's."""
    if on is None:
        return _("date à fixer")
    if not shape:
        return dates.day(on)
    return QLocale(language()).toString(QDate(on.year, on.month, on.day), shape)


def days(first: date | None, last: date | None) -> str:
    """« 12 mars 2026 » or « 12 – 14 mars 2026 »."""
    if first is None or last is None or last <= first:
        return day(first)
    same = (first.year, first.month) == (last.year, last.month)
    return f"{day(first, 'd' if same else 'd MMMM')} – {day(last)}"


def duration(minutes: int) -> str:
    """« 45 min », « 7 h 30 »."""
    hours, left = divmod(minutes, 60)
    if not hours:
        return _("{n} min").format(n=left)
    return (
        _("{hours} h {minutes:02}").format(hours=hours, minutes=left) if left else _("{n} h").format(n=hours)
    )


def clock(moment: time | datetime) -> str:
    """« 09:35 », in the hour of this computer."""
    here = moment.astimezone() if isinstance(moment, datetime) else moment
    return f"{here:%H:%M}"


def number(value: Decimal) -> str:
    """« 1 250,5 » in French, « 1,250.5 » in English."""
    whole = value.to_integral_value()
    shown = f"{whole:,.0f}" if whole == value else f"{value.normalize():,f}"
    if language() == "en":
        return shown
    return shown.replace(",", _NARROW).replace(".", ",")


def people(count: int) -> str:
    """« 34 personnes »."""
    return ngettext("{count} personne", "{count} personnes", count).format(count=count)


def about(workshop: Workshop) -> str:
    """When, where and with how many: one line."""
    parts = [days(workshop.starts_on, workshop.ends_on), workshop.town]
    parts += [people(workshop.people_planned)] if workshop.people_planned else []
    return " · ".join(part for part in parts if part)


def presence(state: Presence) -> str:
    """Where a person stands with a workshop."""
    return {
        Presence.REGISTERED: _("Inscription"),
        Presence.PRESENT: _("Présence"),
        Presence.ABSENT: _("Absence"),
        Presence.DROPPED: _("Départ en cours"),
    }[state]


def tied(text: str) -> str:
    """The text with its guillemets and double signs tied to their words, so that no line begins with them."""
    for loose, tight in (("« ", "«\N{NO-BREAK SPACE}"), (" »", "\N{NO-BREAK SPACE}»")):
        text = text.replace(loose, tight)
    return re.sub(r" ([:;!?])", "\N{NO-BREAK SPACE}\\1", text)
