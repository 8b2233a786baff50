# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers of a donor's report: identification, sex by age, drop-outs, budget planned and spent."""

from collections import defaultdict
from decimal import Decimal

from forgeatelier.exporting.choices import called, listed
from forgeatelier.exporting.reports.blocks import Block, heading, paragraphs, table
from forgeatelier.exporting.reports.content import DonorContent, ReportContent
from forgeatelier.exporting.wording import days, joined
from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.model.people.figures import SMALL_CELL
from forgeatelier.model.people.person import Sex
from forgeatelier.model.people.small_cells import OVER, UNDER, SexAge, masked
from forgeatelier.model.workshop.money import money
from forgeatelier.model.workshop.workshop import BudgetLine


def identification(content: ReportContent, known: DonorContent) -> tuple[tuple[str, str], ...]:
    """The lines forms ask for; what is not known has an empty line to write on."""
    workshop, figures = content.workshop, known.figures
    count = len(content.timetable.days) or _span(content)
    return (
        (_("Numéro de convention"), ""),
        (_("Structure d’accueil"), content.host.heading if content.host else ""),
        (_("Partenaires"), joined(one.heading for one in content.partners)),
        (_("Lieu"), joined((workshop.town, listed("pays", workshop.country)))),
        (_("Dates"), days(workshop.starts_on, workshop.ends_on)),
        (_("Durée"), ngettext("{n} jour", "{n} jours", count).format(n=count) if count else ""),
        (_("Langues parlées"), joined(listed("langues", code) for code in workshop.languages)),
        (_("Personnes participantes"), str(figures.total) if figures.total else ""),
        (_("Dont femmes"), figures.of(Sex.WOMAN)),
        (_("Dont hommes"), figures.of(Sex.MAN)),
        (_("Abandons"), masked(known.dropped) if figures.total else ""),
    )


def _span(content: ReportContent) -> int:
    first, last = content.workshop.starts_on, content.workshop.ends_on
    return (last - first).days + 1 if first and last and last >= first else 1 if first else 0


def participation(known: DonorContent) -> tuple[Block, ...]:
    """Sex by age without a number that names someone, the drop-outs, and who led."""
    figures = known.figures
    if not figures.total:
        return ()
    dropped = (
        _("Personne n’est parti avant la fin.")
        if not known.dropped
        else _("Personnes parties avant la fin : {n}.").format(n=masked(known.dropped))
    )
    return (
        *_sex_by_age(figures),
        *paragraphs(small_words(figures, known.dropped)),
        *paragraphs(dropped),
        *(heading(_("Équipe")) if known.team else ()),
        *table(
            (_("Rôle"), _("Nombre")),
            ((listed("roles", role) or _("autre"), str(count)) for role, count in known.team),
            numbers=1,
        ),
    )


def small_words(figures: SexAge, dropped: int = 0) -> str:
    """What the masks mean; empty when nothing is masked."""
    shown = {
        *figures.by_sex,
        *figures.by_band,
        *(cell for row in figures.cells for cell in row),
        masked(dropped),
    }
    said = ""
    if UNDER in shown:
        said = _(
            "{mark} : moins de {n} personnes, ou aucune ; le nombre n’est pas dit pour ne désigner personne."
        ).format(mark=UNDER, n=SMALL_CELL)
    if OVER in shown:
        said += " " + _(
            "{mark} : {n} ou plus ; le nombre exact laisserait calculer un nombre plus petit."
        ).format(mark=OVER, n=SMALL_CELL)
    return said


def _sex_by_age(figures: SexAge) -> tuple[Block, ...]:
    if not figures.sexes:
        return table(
            (_("Personnes participantes"), _("Total")), ((_("Toutes"), str(figures.total)),), numbers=1
        )
    head = (_("Tranche d’âge"), *(called(sex).capitalize() for sex in figures.sexes), _("Total"))
    rows = [
        (listed("tranches-age", band) or _("non précisée"), *cells, total)
        for band, cells, total in zip(figures.bands, figures.cells, figures.by_band, strict=True)
    ]
    rows.append((_("Ensemble"), *figures.by_sex, str(figures.total)))
    return table(head, rows, numbers=len(head) - 1, last_is_sum=True)


def budget(known: DonorContent) -> tuple[Block, ...]:
    """Planned and spent by line, then the sums of each currency: different moneys are never added up."""
    by_currency: dict[str, list[BudgetLine]] = defaultdict(list)
    for line in known.budget:
        by_currency[line.currency].append(line)
    found: list[Block] = []
    for currency, lines in sorted(by_currency.items()):
        planned, real = sum(one.planned for one in lines), sum(one.real for one in lines)
        rows = [(one.label, *_amounts(one.planned, one.real, currency)) for one in lines]
        rows.append((_("Total {currency}").format(currency=currency), *_amounts(planned, real, currency)))
        found += table((_("Ligne"), _("Prévu"), _("Dépensé"), _("Écart")), rows, numbers=3, last_is_sum=True)
    return tuple(found)


def _amounts(planned: int, real: int, currency: str) -> tuple[str, str, str]:
    gap = real - planned
    sign = "+" if gap > 0 else "−" if gap < 0 else ""
    return (
        money(Decimal(planned), currency, language()),
        money(Decimal(real), currency, language()),
        sign + money(Decimal(abs(gap)), currency, language()),
    )
