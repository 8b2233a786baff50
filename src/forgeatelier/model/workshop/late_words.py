# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The options of the late assistant in words."""

from collections.abc import Iterable, Sequence

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.live_ahead import Missed
from forgeatelier.model.workshop.lock_words import minutes as span
from forgeatelier.model.workshop.slots import clock


def change_words(title: str, before: int, after: int) -> str:
    """« −4 Sous-groupes (45 → 41) »."""
    sign = "−" if after < before else "+"
    told = {"n": abs(after - before), "title": title, "before": before, "after": after}
    return sign + _("{n} {title} ({before} → {after})").format(**told)


def spread_title(*, buffers: bool, others: bool) -> str:
    """The title of taking a little everywhere."""
    if buffers and others:
        return _("Le tampon et un peu partout")
    return _("Prendre sur le tampon") if buffers else _("Un peu partout")


def drop_title(titles: Sequence[str]) -> str:
    """« Sans « Jeu » »."""
    return _("Sans {steps}").format(steps=_quoted(titles))


def keep_buffers_title() -> str:
    """The title of cutting everything else."""
    return _("Garder le tampon")


def breaks_title() -> str:
    """The title of shorter breaks."""
    return _("Raccourcir les pauses")


def assume_title() -> str:
    """The title of cutting nothing."""
    return _("Assumer le retard")


def carry_title(titles: Sequence[str], *, next_day: bool) -> str:
    """The title of what is done another time."""
    said = _("Reporter {steps} au jour suivant") if next_day else _("Reporter {steps} à après l’atelier")
    return said.format(steps=_quoted(titles))


def break_title(title: str) -> str:
    """The title of a longer break."""
    return _("Rendre à la pause : « {title} »").format(title=title)


def debate_title(title: str) -> str:
    """The title of a longer discussion."""
    return _("Rendre au débat : « {title} »").format(title=title)


def restore_title() -> str:
    """The title of giving back what was cut."""
    return _("Rendre aux étapes raccourcies")


def finish_title(lock: str) -> str:
    """The title of spending nothing; `lock` is what one then waits for."""
    return _("Attendre « {title} »").format(title=lock) if lock else _("Finir plus tôt")


def outcome_words(end: int, agreed: int, missed: Iterable[Missed], *, reserve: int, assumed: bool) -> str:
    """Where an option leads: on time, minutes won or missing, locked points that move, what is kept in hand."""
    told = [_end(end, agreed, assumed=assumed)]
    if reserve:
        told.append(_("{n} de tampon en réserve").format(n=span(reserve)))
    for one in missed:
        said = (
            _("« {title} » finit à {time} au lieu de {at}")
            if one.ending
            else _("« {title} » à {time} au lieu de {at}")
        )
        told.append(said.format(title=one.step.title, time=clock(one.at + one.minutes), at=clock(one.at)))
    if assumed:
        told.append(_("rien n’est coupé"))
    return _(" ; ").join(told)


def _end(end: int, agreed: int, *, assumed: bool) -> str:
    if end == agreed:
        return _("fin à l’heure, {end}").format(end=clock(end))
    told = {"end": clock(end), "agreed": clock(agreed), "n": span(abs(end - agreed))}
    if end < agreed:
        return _("{n} regagnées : fin à {end} au lieu de {agreed}").format(**told)
    if assumed:
        return _("fin à {end} au lieu de {agreed}").format(**told)
    return _("il manque {n} : fin à {end} au lieu de {agreed}").format(**told)


def over_words(end: int, closing: int) -> str:
    """The end comes after the hour at which all must be over."""
    return _("{end} dépasse {closing}, l’heure de fin de l’atelier").format(
        end=clock(end), closing=clock(closing)
    )


def _quoted(titles: Sequence[str]) -> str:
    return ", ".join(_("« {title} »").format(title=title) for title in titles)
