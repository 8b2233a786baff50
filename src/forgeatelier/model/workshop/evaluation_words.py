# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the answers come to, in words, for the team or for the public."""

from fractions import Fraction

from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.model.people.figures import SMALL_CELL
from forgeatelier.model.workshop.evaluating import Compared, Figure, figure


def figure_words(found: Figure, *, public: bool = False) -> str:
    """« 4,2 sur 5 en moyenne (25 réponses) »; too few answers are not told in public."""
    if not found.answered:
        return _("aucune réponse")
    if public and found.answered < SMALL_CELL:
        return _("moins de {n} réponses : le résultat n’est pas publié").format(n=SMALL_CELL)
    answers = ngettext("{n} réponse", "{n} réponses", found.answered).format(n=found.answered)
    value = _value(found)
    return _("{value} ({answers})").format(value=value, answers=answers) if value else answers


def _value(found: Figure) -> str:
    if found.mean is not None:
        return _("{mean} sur 5 en moyenne").format(mean=tenths(found.mean))
    if found.right is not None:
        return _("{n} % de bonnes réponses").format(n=percent(found.right))
    return _("{n} % de oui").format(n=percent(found.yes)) if found.yes is not None else ""


def compared_words(pair: Compared, expected: str = "", *, public: bool = False) -> str:
    """« De 2,1 à 3,8 sur 5 : +1,7 », or the same in shares of good answers."""
    before, after = figure(pair.before, expected), figure(pair.after, expected)
    if not before.answered or not after.answered:
        return _("pas encore de comparaison : il manque les réponses d’avant ou d’après")
    if public and min(before.answered, after.answered) < SMALL_CELL:
        return _("moins de {n} réponses : le résultat n’est pas publié").format(n=SMALL_CELL)
    answers = _("{before} réponses avant, {after} après").format(before=before.answered, after=after.answered)
    said = _change(before, after)
    return _("{change} ({answers})").format(change=said, answers=answers) if said else answers


def _change(before: Figure, after: Figure) -> str:
    if before.mean is not None and after.mean is not None:
        return _("de {before} à {after} sur 5 : {more}").format(
            before=tenths(before.mean),
            after=tenths(after.mean),
            more=_signed(_rounded(after.mean) - _rounded(before.mean)),
        )
    if before.right is not None and after.right is not None:
        return _("de {before} % à {after} % de bonnes réponses").format(
            before=percent(before.right), after=percent(after.right)
        )
    if before.yes is not None and after.yes is not None:
        return _("de {before} % à {after} % de oui").format(
            before=percent(before.yes), after=percent(after.yes)
        )
    return ""


def percent(share: Fraction) -> int:
    """A share out of a hundred, to the nearest whole number."""
    return int(share * 100 + Fraction(1, 2))


def tenths(value: Fraction) -> str:
    """« 4,2 », with a point in English."""
    whole, rest = divmod(_rounded(value), 10)
    return f"{whole}{',' if language() == 'fr' else '.'}{rest}"


def _rounded(value: Fraction) -> int:
    return int(value * 10 + Fraction(1, 2))


def _signed(more: int) -> str:
    sign = "+" if more > 0 else "−" if more < 0 else ""
    return sign + tenths(Fraction(abs(more), 10))
