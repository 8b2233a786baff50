# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What makes voices impossible, in words: a count that cannot be true is refused, never corrected in silence."""

from collections import Counter
from collections.abc import Iterable, Iterator

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.agreement import CONSENT_SCALE, scale
from forgeatelier.model.workshop.vote import Option, Tally, Vote, VoteEntry, VoteKind

LEVELLED = (VoteKind.SCALE, VoteKind.CONSENT)
"""Kinds in which each person gives one level to each option."""


def options_of(vote: Vote) -> tuple[Option, ...]:
    """What is chosen among; a question without options is itself the one proposal, under an empty code."""
    if vote.options or vote.rule.kind not in LEVELLED:
        return vote.options
    return (Option(code="", label=vote.question),)


def scale_of(vote: Vote) -> str:
    """The name of the agreement scale of a vote; empty when it has none."""
    if vote.rule.kind is VoteKind.CONSENT:
        return vote.rule.scale or CONSENT_SCALE
    return vote.rule.scale if vote.rule.kind is VoteKind.SCALE else ""


def most_per_option(vote: Vote) -> int:
    """How many points one person may give to one option: no limit but the budget when the rule says 0."""
    most = vote.rule.most_per_option
    return min(most, vote.rule.budget) if most > 0 else vote.rule.budget


def fewest_voters(vote: Vote, tallies: Iterable[Tally]) -> int:
    """The smallest number of people who can have given these voices."""
    said = tuple(tallies)
    by_option, by_level = _sums(said)
    most = max(by_option.values(), default=0)
    if vote.rule.kind is VoteKind.RANKING:
        return max((most, *by_level.values()))
    if vote.rule.kind in LEVELLED:
        return most
    given = sum(by_option.values())
    return max(-(-given // max(1, vote.rule.budget)), -(-most // max(1, most_per_option(vote))))


def refusals(vote: Vote, entry: VoteEntry) -> tuple[str, ...]:
    """Why these voices cannot be true, one sentence for each reason; empty when they can."""
    plain = (*_people(vote, entry), *_places(vote, entry))
    if plain:
        return plain
    expressed = entry.voters - entry.blank
    if vote.rule.kind is VoteKind.POINTS:
        return tuple(_points(vote, entry.tallies, expressed))
    if vote.rule.kind is VoteKind.RANKING:
        return tuple(_ranks(vote, entry.tallies, expressed))
    return tuple(_levels(vote, entry.tallies, expressed))


def _people(vote: Vote, entry: VoteEntry) -> Iterator[str]:
    if entry.voters < 0 or entry.blank < 0:
        yield _("On ne compte pas moins de zéro personne.")
    elif entry.blank > entry.voters:
        yield _("{blank} blancs pour {voters} votants : il y en a trop.").format(
            blank=entry.blank, voters=entry.voters
        )
    if entry.ballot and entry.voters > 1:
        yield _("Un bulletin est celui d’une seule personne, pas de {voters}.").format(voters=entry.voters)
    if entry.person_id and vote.anonymous:
        yield _("Ce vote est anonyme : personne n’y est nommé.")


def _places(vote: Vote, entry: VoteEntry) -> Iterator[str]:
    """Options, levels and signs that this vote does not know."""
    known = {option.code for option in options_of(vote)}
    for code in dict.fromkeys(tally.option for tally in entry.tallies):
        if code not in known:
            yield _("« {code} » n’est pas un choix de ce vote.").format(code=code)
    minus_allowed = vote.rule.kind is VoteKind.POINTS and vote.rule.negative
    if not minus_allowed and any(tally.count < 0 for tally in entry.tallies):
        yield _("On ne compte pas moins de zéro voix.")
    if vote.rule.kind is VoteKind.POINTS:
        return
    last = len(known) if vote.rule.kind is VoteKind.RANKING else len(scale(scale_of(vote)))
    for level in sorted({tally.level for tally in entry.tallies}):
        # A scale of a later release has levels that this one cannot judge.
        if level < 1 or (last and level > last):
            yield (
                _("Il n’y a pas de rang {level} parmi {last} choix.")
                if vote.rule.kind is VoteKind.RANKING
                else _("Cette échelle n’a pas de degré {level} : elle va de 1 à {last}.")
            ).format(level=level, last=last)


def _points(vote: Vote, tallies: tuple[Tally, ...], expressed: int) -> Iterator[str]:
    by_option, _by_level = _sums(tallies)
    given, allowed = sum(by_option.values()), vote.rule.budget * expressed
    if given > allowed:
        yield _("{given} points donnés : {people} personnes en ont {allowed} au plus.").format(
            given=given, people=expressed, allowed=allowed
        )
    ceiling = most_per_option(vote) * expressed
    for option in options_of(vote):
        if by_option[option.code] > ceiling:
            yield _(
                "« {option} » a {given} points : {people} personnes peuvent lui en donner {ceiling} au plus."
            ).format(option=option.label, given=by_option[option.code], people=expressed, ceiling=ceiling)


def _levels(vote: Vote, tallies: tuple[Tally, ...], expressed: int) -> Iterator[str]:
    by_option, _by_level = _sums(tallies)
    for option in options_of(vote):
        if by_option[option.code] > expressed:
            yield _("« {option} » a {given} voix pour {people} personnes qui se sont exprimées.").format(
                option=option.label, given=by_option[option.code], people=expressed
            )


def _ranks(vote: Vote, tallies: tuple[Tally, ...], expressed: int) -> Iterator[str]:
    yield from _levels(vote, tallies, expressed)
    _by_option, by_level = _sums(tallies)
    above = expressed
    for rank in range(1, len(vote.options) + 1):
        if by_level[rank] > above:
            yield _(
                "{given} voix au rang {rank}, mais {above} personnes seulement peuvent en donner."
            ).format(given=by_level[rank], rank=rank, above=above)
            return
        above = by_level[rank]


def _sums(tallies: Iterable[Tally]) -> tuple[Counter[str], Counter[int]]:
    """Voices for each option and at each level; those against count as given too."""
    by_option: Counter[str] = Counter()
    by_level: Counter[int] = Counter()
    for tally in tallies:
        by_option[tally.option] += abs(tally.count)
        by_level[tally.level] += abs(tally.count)
    return by_option, by_level
