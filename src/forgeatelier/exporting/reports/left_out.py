# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why photos are not shown, in words."""

from collections.abc import Iterable

from forgeatelier.exporting.reports.content import LeftOutPhotos
from forgeatelier.ground.words import _, marked, ngettext

REASONS = {
    "person": marked("une personne reconnaissable n’a pas donné son accord pour cet usage"),
    "minor": marked("une personne mineure y est reconnaissable, sans l’accord d’un parent pour cet usage"),
    "unknown": marked("on n’a pas encore dit qui y est reconnaissable"),
    "unsorted": marked("pas encore triées ou pas retenues"),
    "same": marked("presque les mêmes que d’autres"),
    "discarded": marked("écartées ou masquées"),
}
"""Every reason, the gravest first."""


def said(left_out: Iterable[LeftOutPhotos]) -> tuple[str, ...]:
    """« 3 photos : presque les mêmes que d’autres », one line a reason."""
    return tuple(
        ngettext("{n} photo : {why}", "{n} photos : {why}", one.count).format(
            n=one.count, why=_(REASONS[one.reason])
        )
        for one in left_out
    )
