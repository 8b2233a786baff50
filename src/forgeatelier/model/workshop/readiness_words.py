# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a readiness list says in words: the states, the count of each, the verdict."""

from collections.abc import Sequence

from forgeatelier.ground.words import _, marked, ngettext
from forgeatelier.model.workshop.readiness import Readiness
from forgeatelier.model.workshop.readiness_checks import OPTIONAL, Check, is_ready

STATES = {
    Readiness.READY: marked("prêt"),
    Readiness.TO_DO: marked("à faire"),
    Readiness.UNKNOWN: marked("inconnu"),
}
"""Each state in one word."""


def summary(checks: Sequence[Check]) -> str:
    """« 9 prêts · 2 à faire · 2 inconnus »."""
    ready, to_do, unknown = (
        sum(one.state is state for one in checks)
        for state in (Readiness.READY, Readiness.TO_DO, Readiness.UNKNOWN)
    )
    return " · ".join(
        (
            ngettext("{n} prêt", "{n} prêts", ready).format(n=ready),
            ngettext("{n} à faire", "{n} à faire", to_do).format(n=to_do),
            ngettext("{n} inconnu", "{n} inconnus", unknown).format(n=unknown),
        )
    )


def verdict(checks: Sequence[Check]) -> str:
    """Whether everything that matters is ready, in one sentence."""
    if is_ready(checks):
        return _("Tout ce qui compte est prêt.")
    left = sum(one.state is not Readiness.READY for one in checks if one.code not in OPTIONAL)
    said = ngettext(
        "Il reste {n} point à régler ou à vérifier.", "Il reste {n} points à régler ou à vérifier.", left
    )
    return said.format(n=left)
