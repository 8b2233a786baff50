# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A vote in words: how voices were gathered, what came out, what is odd."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.model.workshop.agreement import scale
from forgeatelier.model.workshop.vote import EntryWay, Vote, VoteKind
from forgeatelier.model.workshop.vote_counting import Standing
from forgeatelier.model.workshop.vote_refusals import LEVELLED, options_of, scale_of

WAYS = (
    EntryWay.PHONES,
    EntryWay.BALLOTS,
    EntryWay.CARDS,
    EntryWay.DOTS,
    EntryWay.OBJECTS,
    EntryWay.HANDS,
)
"""The ways of gathering voices, in the order in which they are told."""


def method(ways: Iterable[tuple[EntryWay, int]], blank: int, silent: int, absent: int) -> str:
    """« 9 téléphones, 17 mains, 4 absents »."""
    parts = [_way(way, count) for way, count in ways]
    if blank:
        parts.append(ngettext("dont {n} blanc", "dont {n} blancs", blank).format(n=blank))
    if silent:
        parts.append(ngettext("{n} présent sans voix", "{n} présents sans voix", silent).format(n=silent))
    if absent:
        parts.append(ngettext("{n} absent", "{n} absents", absent).format(n=absent))
    return ", ".join(parts) or _("aucune voix")


def _way(way: EntryWay, n: int) -> str:
    said = {
        EntryWay.PHONES: ngettext("{n} téléphone", "{n} téléphones", n),
        EntryWay.BALLOTS: ngettext("{n} bulletin", "{n} bulletins", n),
        EntryWay.CARDS: ngettext("{n} carte", "{n} cartes", n),
        EntryWay.DOTS: ngettext("{n} personne aux gommettes", "{n} personnes aux gommettes", n),
        EntryWay.OBJECTS: ngettext("{n} personne aux cailloux", "{n} personnes aux cailloux", n),
        EntryWay.HANDS: ngettext("{n} main", "{n} mains", n),
    }
    return said[way].format(n=n)


def warnings(vote: Vote, voters: int) -> tuple[str, ...]:
    """What cannot be quite right, and counts all the same."""
    found = []
    if vote.present and voters > vote.present:
        found.append(
            _(
                "{voters} votants pour {present} présents : recompter, ou corriger le nombre de présents."
            ).format(voters=voters, present=vote.present)
        )
    if vote.eligible and vote.present > vote.eligible:
        found.append(
            _("{present} présents alors que {eligible} personnes peuvent voter.").format(
                present=vote.present, eligible=vote.eligible
            )
        )
    return tuple(found)


def outcome(vote: Vote, told: Sequence[Standing], expressed: int) -> str:
    """What came out, in one or two sentences."""
    ahead = [one for one in told if one.rank == 1]
    if not ahead:
        return _("Personne ne s’est exprimé.")
    if vote.rule.kind in LEVELLED:
        return " ".join(_agreement(vote, one) for one in told if one.rank)
    if vote.rule.kind is VoteKind.RANKING:
        return _ranking(vote, told, ahead)
    return _points(vote, ahead, expressed)


def quoted(labels: Iterable[str]) -> str:
    """« A », « B » et « C »."""
    said = [_("« {label} »").format(label=label) for label in labels]
    return (
        said[0] if len(said) == 1 else _("{some} et {last}").format(some=", ".join(said[:-1]), last=said[-1])
    )


def percent(part: int, whole: int) -> int:
    """How many out of a hundred, to the nearest whole number."""
    return int(Fraction(100 * part, whole) + Fraction(1, 2)) if whole else 0


def _points(vote: Vote, ahead: Sequence[Standing], expressed: int) -> str:
    names, score = quoted(one.option.label for one in ahead), ahead[0].score
    one_voice = vote.rule.budget == 1 and not vote.rule.negative
    unit = (
        ngettext("{n} voix", "{n} voix", score) if one_voice else ngettext("{n} point", "{n} points", score)
    )
    if len(ahead) > 1:
        said = _("Égalité entre {names}, {score} chacun.").format(names=names, score=unit.format(n=score))
    elif one_voice:
        said = _("{name} en tête avec {score} sur {expressed} exprimées ({percent} %).").format(
            name=names, score=unit.format(n=score), expressed=expressed, percent=percent(score, expressed)
        )
    else:
        said = _("{name} en tête avec {score}.").format(name=names, score=unit.format(n=score))
    if vote.rule.negative and len(ahead) == 1:
        said += " " + _("{pro} pour, {con} contre.").format(pro=ahead[0].pro, con=ahead[0].con)
    return said


def _ranking(vote: Vote, told: Sequence[Standing], ahead: Sequence[Standing]) -> str:
    names, score, many = quoted(one.option.label for one in ahead), ahead[0].score, len(options_of(vote))
    if len(ahead) > 1:
        borda = _("Égalité entre {names} au compte de Borda, {score} points chacun").format(
            names=names, score=score
        )
    else:
        borda = _("{name} en tête au compte de Borda avec {score} points").format(name=names, score=score)
    borda += " " + _("(le premier de {many} choix vaut {many}, le dernier 1).").format(many=many)
    most = max(one.firsts for one in told)
    if not most:
        return borda
    firsts = [one for one in told if one.firsts == most]
    return (
        borda
        + " "
        + _("Au simple compte des premières places : {names}, {count}.").format(
            names=quoted(one.option.label for one in firsts), count=most
        )
    )


def _agreement(vote: Vote, one: Standing) -> str:
    named = scale(scale_of(vote))
    labels = {level.number: level.label(language()) for level in named}
    counts = ", ".join(
        _("{count} × {level}").format(count=count, level=labels.get(at) or _("degré {n}").format(n=at))
        for at, count in enumerate(one.levels, 1)
        if count
    )
    said = _("« {option} » : {counts}.").format(option=one.option.label, counts=counts)
    if one.objections:
        said += " " + ngettext(
            "{n} objection à travailler avant de décider.",
            "{n} objections à travailler avant de décider.",
            one.objections,
        ).format(n=one.objections)
    elif vote.rule.kind is VoteKind.CONSENT:
        said += " " + _("Aucune objection : la proposition est adoptée par consentement.")
    return said
