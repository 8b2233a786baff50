# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every sheet says of itself: which workshop, where, when, and which page."""

from typing import Any

from forgeatelier.exporting.choices import listed
from forgeatelier.exporting.kit.content import KitContent
from forgeatelier.exporting.wording import colon, days, joined
from forgeatelier.ground.words import _


def place_of(content: KitContent) -> str:
    """« Case des cotonculteurs, Kaolack, Sénégal »."""
    workshop = content.workshop
    return joined((workshop.venue, workshop.town, listed("pays", workshop.country)))


def dates_of(content: KitContent) -> str:
    """One day or a span of days; empty while nobody fixed them."""
    return days(content.workshop.starts_on, content.workshop.ends_on)


def size_class(text: str, *limits: int) -> str:
    """A class for texts that need smaller letters: `long` beyond the first limit, `longer` beyond the second."""
    names = ("", "long", "longer", "longest")
    return names[sum(len(text) > limit for limit in limits)]


def mast(content: KitContent, sheet: str) -> dict[str, Any]:
    """What stands at the head and foot of every page of a sheet."""
    workshop = content.workshop
    return {
        "language": content.language if content.language in ("fr", "en") else "fr",
        "sheet": sheet,
        "title": workshop.title,
        "title_size": size_class(workshop.title, 40, 75),
        "place": place_of(content),
        "dates": dates_of(content),
        "where": joined((place_of(content), dates_of(content)), " · "),
        "host": content.host,
        "page_word": _("page"),
        "colon": colon(),
        "date_blank": _("Date"),
        "place_blank": _("Lieu"),
    }
