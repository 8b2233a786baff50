# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How dates, durations, amounts and labels are written in the language being spoken."""

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal

from forgeatelier.ground.words import _, language, marked

_MONTHS = (
    marked("janvier"),
    marked("février"),
    marked("mars"),
    marked("avril"),
    marked("mai"),
    marked("juin"),
    marked("juillet"),
    marked("août"),
    marked("septembre"),
    marked("octobre"),
    marked("novembre"),
    marked("décembre"),
)


def day(when: date) -> str:
    """`14 mars 2026`; the first of a month is « 1er » in French."""
    number = "1er" if when.day == 1 and language() == "fr" else str(when.day)
    return f"{number} {_(_MONTHS[when.month - 1])} {when.year}"


def days(first: date | None, last: date | None) -> str:
    """One day or a span of days, as people say it; empty when no day is known."""
    if first is None or last is None or first == last:
        known = first or last
        return day(known) if known else ""
    if (first.year, first.month) == (last.year, last.month):
        return _("du {first} au {last}").format(first=first.day, last=day(last))
    return _("du {first} au {last}").format(first=day(first), last=day(last))


def clock(when: time) -> str:
    """`9 h 05` in French, `9:05` in English."""
    return f"{when.hour} h {when.minute:02}" if language() == "fr" else f"{when.hour}:{when.minute:02}"


def duration(minutes: int) -> str:
    """`45 min`, `4 h`, `4 h 15`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    if language() == "fr":
        return f"{hours} h {rest:02}" if rest else f"{hours} h"
    return f"{hours} h {rest:02} min" if rest else f"{hours} h"


def amount(value: Decimal | int) -> str:
    """A number with thousands set apart: `12 500,5` in French, `12,500.5` in English."""
    plain = format(Decimal(value).normalize(), ",f") if value else "0"
    if language() == "fr":
        return plain.replace(",", " ").replace(".", ",")
    return plain


def colon() -> str:
    """The colon after a label: French puts a space before it (made unbreakable when it is set in type)."""
    return " :" if language() == "fr" else ":"


def semicolon() -> str:
    """The semicolon between two things said: French puts a space before it."""
    return " ; " if language() == "fr" else "; "


def labelled(label: str, said: str) -> str:
    """A bold label, its colon and what is said, on one line of Markdown."""
    return f"**{label}{colon()}** {said}"


def quoted(text: str) -> str:
    """`text` between the quotation marks of the language."""
    return f"« {text} »" if language() == "fr" else f"“{text}”"


def joined(parts: Iterable[str], between: str = ", ") -> str:
    """The parts that are not empty, one after another."""
    return between.join(part for part in parts if part)
