# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting a question to the room: open, gather voices in several ways, correct them, close, reopen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from forgeatelier.actions.harvest import check_step
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy, tidy_line
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.planned_step import PLACE_GAP, PlannedStep
from forgeatelier.model.workshop.vote import (
    EntryWay,
    Option,
    Reveal,
    Rule,
    Tally,
    Vote,
    VoteEntry,
    VoteKind,
)
from forgeatelier.model.workshop.voting import Result, fewest_voters, latest_ballot, refusals, result
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

_LEAST_OPTIONS = {VoteKind.POINTS: 1, VoteKind.RANKING: 2}


@dataclass(frozen=True)
class BallotBox:
    """A vote with everything that was entered for it; what was entered stays even when it does not count."""

    vote: Vote
    entries: tuple[VoteEntry, ...] = ()

    @cached_property
    def result(self) -> Result:
        """What came out so far, worked out once."""
        return result(self.vote, self.entries)

    def entry(self, entry_id: str) -> VoteEntry:
        """An entry by its id. Raises AtelierError when it is not there any more."""
        found = next((one for one in self.entries if one.id == entry_id), None)
        if found is None:
            raise AtelierError(
                _("Ces voix ne sont plus dans ce vote."), _("En choisir d’autres dans la liste.")
            )
        return found


def read_vote(library: Library, vote_id: str) -> BallotBox | None:
    """A vote as the library holds it."""
    vote = library.get(Vote, vote_id)
    return BallotBox(vote, library.all(VoteEntry, vote_id=vote_id)) if vote else None


def read_votes(library: Library, workshop_id: str) -> tuple[BallotBox, ...]:
    """The votes of a workshop, in the order in which they were opened."""
    votes = sorted(library.all(Vote, workshop_id=workshop_id), key=lambda one: (one.place, one.id))
    entries = library.all(VoteEntry, workshop_id=workshop_id)
    return tuple(BallotBox(vote, tuple(one for one in entries if one.vote_id == vote.id)) for vote in votes)


def options_from(labels: Iterable[str]) -> tuple[Option, ...]:
    """Options from what is typed, one label each; empty ones are left out, codes are A, B … Z, A2 and so on."""
    words = [line for line in (tidy_line(label) for label in labels) if line]
    return tuple(Option(code=_letter(place), label=label) for place, label in enumerate(words))


def _letter(place: int) -> str:
    turn, letter = divmod(place, 26)
    return chr(ord("A") + letter) + (str(turn + 1) if turn else "")


def open_vote(
    workshop: Workshop,
    question: str,
    options: Sequence[Option],
    rule: Rule,
    moment: datetime,
    *,
    step_id: str = "",
    eligible: int = 0,
    present: int = 0,
    anonymous: bool = True,
    reveal: Reveal = Reveal.AFTER,
    before: Sequence[Vote] = (),
    planned: Iterable[PlannedStep] = (),
) -> Change:
    """Put a question to the room; `before` are the votes there already. Raises AtelierError when nobody could answer.

    `eligible` and `present` are head counts of this moment; 0 means not counted.
    """
    words = tidy_line(question)
    if not words:
        raise AtelierError(_("Ce vote n’a pas de question."), _("Écrire ce que la salle doit choisir."))
    _refuse_options(options, rule)
    _refuse_counts(eligible, present)
    check_step(workshop, step_id, planned)
    last = max((one.place for one in before), default=0)
    made = Vote(
        workshop_id=workshop.id,
        step_id=step_id,
        place=last + PLACE_GAP,
        question=words,
        options=tuple(options),
        rule=rule,
        anonymous=anonymous,
        reveal=reveal,
        eligible=eligible,
        present=present,
        opened=moment,
    )
    return Change(_("Ouvrir un vote"), after=(made,))


def _refuse_options(options: Sequence[Option], rule: Rule) -> None:
    if len(options) < _LEAST_OPTIONS.get(rule.kind, 0):
        raise AtelierError(
            _("Il n’y a pas assez de choix."), _("Écrire un choix par ligne ; pour ranger, il en faut deux.")
        )
    if len({one.code for one in options}) < len(options):
        raise AtelierError(_("Deux choix ont le même code."), _("Donner un code différent à chacun."))
    if any(not one.label.strip() and not one.picture for one in options):
        raise AtelierError(_("Un choix n’a ni mots ni dessin."), _("Écrire au moins un mot."))
    if rule.kind is VoteKind.POINTS and (rule.budget < 1 or rule.most_per_option < 0):
        raise AtelierError(_("Chaque personne n’a rien à donner."), _("Compter au moins un point."))


def _refuse_counts(eligible: int, present: int) -> None:
    if eligible < 0 or present < 0:
        raise AtelierError(_("On ne compte pas moins de zéro personne."), _("Corriger ce nombre."))


def count_room(box: BallotBox, *, eligible: int | None = None, present: int | None = None) -> Change:
    """Correct how many may vote and how many are there."""
    vote = box.vote
    now = replace(
        vote,
        eligible=vote.eligible if eligible is None else eligible,
        present=vote.present if present is None else present,
    )
    _refuse_counts(now.eligible, now.present)
    return _changed(_("Compter la salle"), vote, now)


def enter(
    box: BallotBox,
    way: EntryWay,
    tallies: Iterable[Tally],
    moment: datetime,
    *,
    voters: int | None = None,
    blank: int = 0,
    ballot: str = "",
    person_id: str = "",
    reasons: Iterable[str] = (),
) -> Change:
    """Add voices; without `voters`, as many people as these voices need, where that is certain.

    A ballot that arrives again as it was changes nothing. Raises AtelierError when the vote is closed, or when the
    voices cannot be true.
    """
    _refuse_closed(box)
    said = tuple(one for one in tallies if one.count)
    made = VoteEntry(
        vote_id=box.vote.id,
        workshop_id=box.vote.workshop_id,
        way=way,
        voters=_how_many(box.vote, said, blank, ballot) if voters is None else voters,
        blank=blank,
        tallies=said,
        ballot=tidy_line(ballot),
        person_id=person_id,
        moment=moment,
        reasons=tuple(word for word in (tidy(one) for one in reasons) if word),
    )
    title = _("Ajouter des voix")
    known = latest_ballot(box.entries, made.ballot)
    if known is not None and _same(known, made):
        return Change(title)
    _refuse_impossible(box.vote, made)
    return Change(title, after=(made,))


def _same(one: VoteEntry, other: VoteEntry) -> bool:
    return replace(one, id="", moment=None) == replace(other, id="", moment=None)


def _how_many(vote: Vote, tallies: Iterable[Tally], blank: int, ballot: str) -> int:
    if ballot:
        return 1
    if vote.rule.kind is VoteKind.POINTS and vote.rule.budget > 1:
        raise AtelierError(
            _("Il manque le nombre de votants."),
            _("Compter combien de personnes ont posé leurs points, puis l’écrire."),
        )
    return fewest_voters(vote, tallies) + blank


def correct(box: BallotBox, entry_id: str, **said: Any) -> Change:
    """The same voices with these fields changed; with new tallies alone, their voters are counted again if certain."""
    _refuse_closed(box)
    was = box.entry(entry_id)
    if "tallies" in said:
        said["tallies"] = tuple(one for one in said["tallies"] if one.count)
    now = replace(was, **said)
    if (
        "tallies" in said
        and "voters" not in said
        and not (box.vote.rule.kind is VoteKind.POINTS and box.vote.rule.budget > 1)
    ):
        now = replace(now, voters=_how_many(box.vote, now.tallies, now.blank, now.ballot))
    _refuse_impossible(box.vote, now)
    return _changed(_("Corriger des voix"), was, now)


def withdraw(box: BallotBox, entry_id: str) -> Change:
    """Take voices back that were entered by mistake."""
    _refuse_closed(box)
    return Change(_("Retirer des voix"), (box.entry(entry_id),))


def close_vote(box: BallotBox, moment: datetime, outcome: str = "") -> Change:
    """Close the vote and write what came out, in these words or those of the result; raw voices stay."""
    words = tidy(outcome) or box.result.outcome
    return _changed(_("Clore un vote"), box.vote, replace(box.vote, closed=moment, outcome=words))


def reopen(box: BallotBox) -> Change:
    """Go on voting; what came out so far is written again at the next closing."""
    return _changed(_("Rouvrir un vote"), box.vote, replace(box.vote, closed=None, outcome=""))


def remove_vote(box: BallotBox) -> Change:
    """Take a vote away with its voices."""
    return Change(_("Retirer un vote"), (box.vote, *box.entries))


def _refuse_closed(box: BallotBox) -> None:
    if box.vote.closed is not None:
        raise AtelierError(_("Ce vote est clos."), _("Le rouvrir pour y changer des voix."))


def _refuse_impossible(vote: Vote, entry: VoteEntry) -> None:
    wrong = refusals(vote, entry)
    if wrong:
        raise AtelierError(" ".join(wrong), _("Recompter, puis corriger."))


def _changed(title: str, was: Vote | VoteEntry, now: Vote | VoteEntry) -> Change:
    return Change(title) if was == now else Change(title, (was,), (now,))
