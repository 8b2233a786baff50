# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates: one page for each person who fulfils the rule, which is printed on it."""

from typing import Any

from forgeatelier.exporting.kit.mast import size_class
from forgeatelier.exporting.reports.content import Certificate, CertificatesContent, ReportContent
from forgeatelier.exporting.wording import duration
from forgeatelier.ground.words import _, ngettext

_MOST = 14
"""Objectives that find room on the page."""


def values(content: ReportContent, given: CertificatesContent) -> dict[str, Any]:
    """The pages, in the order of family names."""
    protocol = content.protocol
    objectives = tuple(one.statement for one in protocol.objectives)
    return {
        "certificates": [
            {
                "name": one.name,
                "size": size_class(one.name, 28, 48, 70),
                "presence": _presence(one),
            }
            for one in given.certificates
        ],
        "title_size": size_class(content.workshop.title, 60, 110),
        "objectives": objectives[:_MOST],
        "aim": content.workshop.aim or ("" if objectives else protocol.pitch),
        "rule": _(
            "Règle de présence : cette attestation est remise à qui a suivi au moins {percent} % des demi-journées."
        ).format(percent=given.percent),
        "words": {
            "title": _("Attestation de participation"),
            "says": _("La présente atteste que"),
            "took_part": _("a participé à l’atelier"),
            "objectives": _(
                "Objectifs de l’atelier, à cocher par la formatrice ou le formateur s’ils sont atteints"
            ),
            "aim": _("Objectif de l’atelier"),
            "organised": _("Organisé par"),
            "with": _("avec"),
            "place": _("Fait à ______________________ le ______________________"),
            "trainer": _("Pour l’équipe d’animation : nom et signature"),
            "host": _("Pour la structure : nom, signature et cachet"),
        },
    }


def _presence(one: Certificate) -> str:
    """« 3 demi-journées sur 4 · 10 h 30 de travail »."""
    said = ngettext(
        "{n} demi-journée suivie sur {planned}", "{n} demi-journées suivies sur {planned}", one.half_days
    ).format(n=one.half_days, planned=one.planned)
    if not one.minutes:
        return said
    return f"{said} · " + _("{time} de travail").format(time=duration(one.minutes))
