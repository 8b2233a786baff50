# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree of a YAML text, each node knowing its line, without the parts of YAML that nobody writes by hand.

The tree is grown from the parser's events, so that an alias is seen before it is followed and a pit of
brackets before anyone falls in.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from forgeatelier.ground.words import _
from forgeatelier.protocols.complaint import Complaint, ProtocolComplaints
from forgeatelier.protocols.source import refuse_too_large
from forgeatelier.protocols.syntax import explained

DEEPEST = 20
"""How many levels a file may nest; a protocol needs six."""

MOST_PARTS = 20_000
"""How many keys, words and lists a file may hold; the longest protocol that ships has some two thousand."""

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Scalar:
    """A text, a number or a word; `style` is how it is quoted, empty when it is not."""

    line: int
    column: int
    text: str
    style: str

    @property
    def nothing(self) -> bool:
        """Whether the file says nothing here."""
        return not self.style and self.text in _NOTHING


@dataclass(slots=True)
class Items:
    """A list."""

    line: int
    column: int
    nodes: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Entries:
    """Keys with their values, in the order of the file; repeated keys are still all there."""

    line: int
    column: int
    pairs: list[tuple[Scalar, "Node"]] = field(default_factory=list)
    waiting: Scalar | None = None


Node: TypeAlias = Scalar | Items | Entries


def grow(text: str, file: str) -> Entries:
    """The top level of a protocol file. Raises ProtocolComplaints when there is no such thing."""
    refuse_too_large(len(text), file)
    grower = _Grower(file)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            grower.take(event)
    except yaml.YAMLError as trouble:
        raise ProtocolComplaints([*grower.complaints, explained(trouble, text, file)]) from trouble
    except UnicodeEncodeError as trouble:
        what, remedy = _("Le texte contient une moitié de signe."), _("L’effacer, puis retaper le mot.")
        raise ProtocolComplaints([Complaint(file, 0, 0, "", what, remedy)]) from trouble
    if not grower.complaints and not isinstance(grower.root, Entries):
        grower.complain(
            1,
            1,
            _("Le fichier ne décrit pas un protocole."),
            _("Commencer par format: forge-atelier/protocole."),
        )
    if grower.complaints or not isinstance(grower.root, Entries):
        raise ProtocolComplaints(grower.complaints)
    return grower.root


class _Grower:
    """Puts events together; complains of what it leaves out."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.complaints: list[Complaint] = []
        self._open: list[Items | Entries] = []
        self._parts = 0

    def complain(self, line: int, column: int, what: str, remedy: str) -> None:
        """Note something to put right."""
        self.complaints.append(Complaint(self.file, line, column, "", what, remedy))

    def take(self, event: yaml.Event) -> None:
        """Add what this event brings."""
        mark = event.start_mark
        self._parts += 1
        if self._parts > MOST_PARTS:
            self.complain(
                mark.line + 1 if mark else 1,
                1,
                _("Le fichier compte trop de lignes pour un protocole."),
                _("Le couper en plusieurs protocoles, ou vérifier que c’est le bon fichier."),
            )
            raise ProtocolComplaints(self.complaints)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_signs(event, line, column)
            self._place(Scalar(line, column, event.value, event.style or ""))
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse_signs(event, line, column)
            node = Entries(line, column) if isinstance(event, yaml.MappingStartEvent) else Items(line, column)
            self._place(node)
            self._open.append(node)
            if len(self._open) > DEEPEST:
                self.complain(
                    line,
                    column,
                    _("Le texte s’emboîte sur plus de {count} niveaux.").format(count=DEEPEST),
                    _("Vérifier les crochets, les accolades et le décalage des lignes."),
                )
                raise ProtocolComplaints(self.complaints)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._refuse_alias(event.anchor or "", line, column)
            self._place(Scalar(line, column, "", ""))
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self.complain(
                line,
                column,
                _("Un second document commence ici."),
                _("Garder un seul protocole par fichier."),
            )
            raise ProtocolComplaints(self.complaints)

    def _place(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        into = self._open[-1]
        if isinstance(into, Items):
            into.nodes.append(node)
        elif into.waiting is not None:
            into.pairs.append((into.waiting, node))
            into.waiting = None
        elif isinstance(node, Scalar):
            into.waiting = node
        else:
            self.complain(
                node.line,
                node.column,
                _("Une clé est un mot."),
                _("Écrire la clé, deux-points, puis la valeur."),
            )
            into.waiting = Scalar(node.line, node.column, "", "")

    def _refuse_signs(self, event: yaml.NodeEvent, line: int, column: int) -> None:
        if event.anchor is not None:
            self._refuse_alias(event.anchor, line, column, sign="&")
        if getattr(event, "tag", None) is not None:
            self.complain(
                line,
                column,
                _("Un texte qui commence par « ! » a un sens particulier en YAML."),
                _("Mettre le texte entre guillemets ; les étiquettes de type ne sont pas acceptées."),
            )

    def _refuse_alias(self, name: str, line: int, column: int, sign: str = "*") -> None:
        self.complain(
            line,
            column,
            _("« {sign} » est un renvoi YAML, qui n’est pas accepté.").format(sign=sign + name),
            _("Répéter le texte en entier, ou le mettre entre guillemets s’il commence par ce signe."),
        )
