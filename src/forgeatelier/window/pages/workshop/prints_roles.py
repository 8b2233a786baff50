# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""For whom the running order is printed: everyone, or one role of the team."""

from forgeatelier.ground.words import _, language
from forgeatelier.model.reference import ref_list

_OF_THE_TEAM = (
    "animateur",
    "co-animateur",
    "formateur-technique",
    "documentaliste",
    "photographe",
    "logisticien",
    "referent-securite",
    "interprete",
)


def team_roles() -> tuple[tuple[str, str], ...]:
    """Everyone, then the roles that lead steps: code and words."""
    found = (one for one in ref_list("roles").entries if one.code in _OF_THE_TEAM)
    return (("", _("Toute l’équipe")), *((one.code, one.label(language())) for one in found))
