# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How one protocol lives: its tree, what waits for an answer, what real times say; read as a job."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from forgeatelier.actions.at_hand import AtHand
from forgeatelier.actions.proposals import planned_protocol, seen_today, waiting
from forgeatelier.actions.workshops_at_hand import workshops_in_short
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.method.comparing import split
from forgeatelier.model.method.edition import Edition, Proposal
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.workshop.lineage import Node, Relation, lineage
from forgeatelier.model.workshop.real_times import Hint, hints
from forgeatelier.model.workshop.running import StepRun
from forgeatelier.model.workshop.standing import HELD_STATES
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

_TEXTS = 60
"""So many workshops of one protocol can be compared with it; older ones stand in the tree only."""


@dataclass(frozen=True)
class Asked:
    """A proposal that waits: whose it is, and what stands there today (None: its place is gone)."""

    proposal: Proposal
    workshop: str
    today: str | None

    @property
    def fits(self) -> bool:
        """Whether it can still be taken."""
        return self.today is not None

    @property
    def stale(self) -> bool:
        """Whether the protocol says something else than the workshop knew."""
        return self.fits and self.today != self.proposal.before


@dataclass(frozen=True)
class Life:
    """Everything that is shown about one protocol beside its text."""

    protocol: Protocol
    tree: Node
    asked: tuple[Asked, ...]
    hints: tuple[Hint, ...]


@dataclass(frozen=True)
class Text:
    """Something that can be compared: its key in the tree, its words and the protocol itself."""

    key: str
    words: str
    protocol: Protocol


def read_life(at_hand: AtHand, library: Library, protocol: Protocol, protocols: Iterable[Protocol]) -> Life:
    """Read how a protocol lives; workshops stand in the tree with their plan, the shipped text among versions."""
    editions = library.all(Edition)
    shipped = _filed(at_hand, protocol)
    if shipped is not None and shipped.version not in {
        one.version for one in editions if one.protocol_id == shipped.id
    }:
        editions = (*editions, Edition(protocol_id=shipped.id, version=shipped.version, protocol=shipped))
    workshops = workshops_in_short(library)
    ours = [one for one in workshops if one.protocol is not None and one.protocol.id == protocol.id]
    named = {one.id: one.heading for one in workshops}
    asked = tuple(
        Asked(one, named.get(one.workshop_id, _("atelier supprimé")), seen_today(protocol, one))
        for one in sorted(waiting(library, protocol.id), key=partial(_place, protocol))
    )
    texts = {one.id: one for one in _with_texts(library, ours)}
    held = [one for one in ours if one.state in HELD_STATES]
    runs = [run for one in held for run in library.all(StepRun, workshop_id=one.id)]
    return Life(
        protocol,
        lineage(protocol, protocols, editions, (texts.get(one.id, one) for one in workshops)),
        asked,
        hints(protocol, held, runs),
    )


def _with_texts(library: Library, workshops: Iterable[Workshop]) -> Iterator[Workshop]:
    """The newest workshops with the text they run: their own plan once they have one."""
    newest = sorted(workshops, key=lambda one: str(one.starts_on or ""), reverse=True)[:_TEXTS]
    for one in newest:
        whole = library.get(Workshop, one.id)
        if whole is not None and whole.own_steps and whole.protocol is not None:
            whole = replace(whole, protocol=planned_protocol(library, whole))
        if whole is not None:
            yield whole


def _filed(at_hand: AtHand, protocol: Protocol) -> Protocol | None:
    """The text of the file that the library's own protocol stands before."""
    try:
        return at_hand.shelf.get(protocol.id)
    except AtelierError:
        return None


def _place(protocol: Protocol, proposal: Proposal) -> tuple[str, int, str]:
    """Proposals are read workshop by workshop, in the order of the steps."""
    name, *rest = split(proposal.path)
    order = [step.id for step in protocol.steps]
    at = order.index(rest[0]) if name == "steps" and rest and rest[0] in order else len(order)
    return proposal.workshop_id, at, proposal.path


def texts_of(node: Node, here: str) -> Iterator[Text]:
    """Everything in the tree that holds a text, each once; texts of other protocols than `here` bear their title."""
    # A protocol and its newest version are the same text: the version stands for both.
    if (
        node.protocol is not None
        and node.protocol.steps
        and node.relation in (Relation.VERSION, Relation.WORKSHOP)
    ):
        title = "" if node.protocol.id == here else f"{node.protocol.title} · "
        words = f"{title}{node.title}" if node.relation is Relation.VERSION else _in_workshop(node)
        yield Text(node.key, words, node.protocol)
    for child in node.children:
        yield from texts_of(child, here)


def _in_workshop(node: Node) -> str:
    return _("Atelier {title}, {note}").format(title=node.title, note=node.note)
