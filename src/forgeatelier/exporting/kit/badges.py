# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheet 7: badges, ten to a page; the QR code holds a short code of this workshop and nothing about the person."""

from typing import Any

from forgeatelier.exporting.kit.content import Attendee, KitContent
from forgeatelier.exporting.kit.mast import size_class
from forgeatelier.ground.words import _

PER_PAGE = 10


def values(content: KitContent) -> dict[str, Any]:
    """One badge for each registered person, then empty ones up to the end of the page."""
    badges = [_badge(one) for one in content.people]
    wanted = max(len(badges) + 1, content.expected, PER_PAGE)
    whole = -(-wanted // PER_PAGE) * PER_PAGE
    badges += [_empty() for _at in range(len(badges), whole)]
    return {
        "pages": [badges[at : at + PER_PAGE] for at in range(0, len(badges), PER_PAGE)],
        "photo_mark": content.photo_mark,
        "words": {
            "mark": _("photos : non"),
            "cut": _("Couper le long des traits. Le rond reçoit une gommette de qui refuse les photos."),
            "name": _("Prénom"),
            "code": _("Code {code}"),
        },
    }


def _badge(one: Attendee) -> dict[str, Any]:
    main = one.given or one.family
    rest = one.family if one.given else ""
    return {
        "main": main,
        "main_size": size_class(main, 12, 26, 44),
        "rest": rest,
        "rest_size": size_class(rest, 24, 44),
        "from": one.structure or one.village,
        "from_size": size_class(one.structure or one.village, 30, 50),
        "role": one.role,
        "number": one.number,
        "code": one.code,
        "qr": qr(one.code),
    }


def _empty() -> dict[str, Any]:
    texts = ("main", "main_size", "rest", "rest_size", "from", "from_size", "role", "number", "code", "qr")
    return dict.fromkeys(texts, "")


def qr(code: str) -> str:
    """The picture of a code: capital letters and figures only, so that it stays coarse enough for any copier."""
    import segno

    return segno.make(code, error="m", micro=False).svg_data_uri(scale=4, border=2)
