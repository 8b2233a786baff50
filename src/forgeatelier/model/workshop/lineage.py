# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a protocol comes from and what came of it: its versions, translations, relatives and workshops, as a tree."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from forgeatelier.ground.words import _, language
from forgeatelier.model import reference
from forgeatelier.model.method.edition import Edition
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.setting import Origin
from forgeatelier.model.method.versions import numbers
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.workshop.workshop import Workshop


class Relation(StrEnum):
    """What a node of the tree is to the one above it."""

    METHOD = "method"
    ORIGIN = "origin"
    VERSION = "version"
    TRANSLATION = "translation"
    DERIVED = "derived"
    WORKSHOP = "workshop"


@dataclass(frozen=True, slots=True)
class Node:
    """One node: `key` names the protocol, edition or workshop it stands for; `current` the protocol one asked about."""

    relation: Relation
    key: str
    title: str
    note: str = ""
    current: bool = False
    protocol: Protocol | None = None
    children: tuple["Node", ...] = field(default=())

    @property
    def size(self) -> int:
        """How many nodes there are, this one included."""
        return 1 + sum(child.size for child in self.children)


@dataclass(frozen=True, slots=True)
class _Family:
    """Everything the tree is drawn from, and whom it is drawn for."""

    asked: str
    protocols: dict[str, Protocol]
    editions: tuple[Edition, ...]
    workshops: tuple[Workshop, ...]


def lineage(
    protocol: Protocol,
    protocols: Iterable[Protocol],
    editions: Iterable[Edition],
    workshops: Iterable[Workshop],
) -> Node:
    """The tree around a protocol, from the oldest ancestor at hand; works from elsewhere stand above it by title."""
    family = _Family(
        protocol.id,
        {one.id: one for one in protocols} | {protocol.id: protocol},
        tuple(editions),
        tuple(one for one in workshops if one.protocol),
    )
    top, seen = protocol, {protocol.id}
    while (parent := _parent(top, family)) is not None and parent.id not in seen:
        seen.add(parent.id)
        top = parent
    root = _protocol_node(top, Relation.METHOD, family, frozenset())
    for origin in reversed(top.derived_from):
        if _named_by(origin, family) is None:
            words = _("d’après {author}").format(author=origin.author) if origin.author else ""
            root = Node(
                Relation.ORIGIN,
                "",
                origin.title or origin.source or _("Œuvre reprise"),
                words,
                children=(root,),
            )
    return root


def _parent(protocol: Protocol, family: _Family) -> Protocol | None:
    if protocol.translation_of is not None:
        found = family.protocols.get(protocol.translation_of.id)
        if found is not None:
            return found
    for origin in protocol.derived_from:
        named = _named_by(origin, family)
        if named is not None and named.id != protocol.id:
            return named
    return None


def _named_by(origin: Origin, family: _Family) -> Protocol | None:
    """The protocol at hand that an origin speaks of: by its id in the source, else by its exact title."""
    for one in family.protocols.values():
        if one.id and one.id in origin.source:
            return one
    titled = [one for one in family.protocols.values() if folded(one.title) == folded(origin.title)]
    return titled[0] if len(titled) == 1 and origin.title else None


def _protocol_node(protocol: Protocol, relation: Relation, family: _Family, above: frozenset[str]) -> Node:
    here = above | {protocol.id}
    below = [
        one for one in family.protocols.values() if one.id not in here and _parent(one, family) is protocol
    ]
    children = [
        *_version_nodes(protocol, family),
        *(
            _protocol_node(one, Relation.TRANSLATION, family, here)
            for one in below
            if one.translation_of is not None and one.translation_of.id == protocol.id
        ),
        *(
            _protocol_node(one, Relation.DERIVED, family, here)
            for one in below
            if one.translation_of is None or one.translation_of.id != protocol.id
        ),
    ]
    spoken = reference.label("langues", protocol.language, language())
    note = _("en {language}").format(language=spoken.lower()) if relation is Relation.TRANSLATION else spoken
    return Node(
        relation,
        protocol.id,
        protocol.title,
        note,
        current=protocol.id == family.asked,
        protocol=protocol,
        children=tuple(children),
    )


def _version_nodes(protocol: Protocol, family: _Family) -> tuple[Node, ...]:
    """The versions, newest first, each with the workshops that took it."""
    kept = {one.version: one for one in family.editions if one.protocol_id == protocol.id}
    ran = [one for one in family.workshops if one.protocol and one.protocol.id == protocol.id]
    versions = {protocol.version, *kept, *(one.protocol.version for one in ran if one.protocol)}
    nodes = []
    for version in sorted(versions, key=numbers, reverse=True):
        taken = [one for one in ran if one.protocol and one.protocol.version == version]
        edition = kept.get(version)
        text = protocol if version == protocol.version else edition.protocol if edition else None
        if text is None and taken:
            text = taken[0].protocol
        nodes.append(
            Node(
                Relation.VERSION,
                f"{protocol.id}@{version}",
                _("Version {version}").format(version=version),
                _version_note(protocol, version, edition),
                protocol=text,
                children=tuple(_workshop_node(one) for one in sorted(taken, key=_when)),
            )
        )
    return tuple(nodes)


def _version_note(protocol: Protocol, version: str, edition: Edition | None) -> str:
    if version == protocol.version:
        return (
            _("actuelle : {note}").format(note=protocol.change_note)
            if protocol.change_note
            else _("actuelle")
        )
    if edition is None:
        return _("connue par les ateliers qui l’ont prise")
    return edition.protocol.change_note


def _workshop_node(workshop: Workshop) -> Node:
    when = workshop.starts_on.strftime("%d/%m/%Y") if workshop.starts_on else _("sans date")
    note = _("{when}, déroulé adapté").format(when=when) if workshop.own_steps else when
    return Node(Relation.WORKSHOP, workshop.id, workshop.heading, note, protocol=workshop.protocol)


def _when(workshop: Workshop) -> tuple[bool, str]:
    return workshop.starts_on is None, workshop.starts_on.isoformat() if workshop.starts_on else ""
