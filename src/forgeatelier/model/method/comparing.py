# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two protocols side by side, field by field: steps are matched by their id, other parts by their name."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from forgeatelier.ground.words import _
from forgeatelier.model.entity import Entity
from forgeatelier.model.method.material import Material
from forgeatelier.model.method.naming import in_words, label_of
from forgeatelier.model.method.protocol import PlannedOutput, Protocol
from forgeatelier.model.method.setting import Adaptation, Author, PreparationTask, Reference, RoleNeed
from forgeatelier.model.method.step import Step
from forgeatelier.model.plain import canonical, to_plain

NOT_COMPARED = frozenset({"id", "version", "change_note", "internal_notes"})
"""Fields of a protocol that say which one it is, or stay in the team."""

KEYED: Mapping[str, tuple[type, str]] = {
    "steps": (Step, "id"),
    "materials": (Material, "name"),
    "preparation": (PreparationTask, "task"),
    "roles": (RoleNeed, "role"),
    "outputs": (PlannedOutput, "title"),
    "adaptations": (Adaptation, "context"),
    "references": (Reference, "title"),
    "authors": (Author, "name"),
}
"""Lists whose parts are matched by a name: the class of a part and the field that names it."""

AFTER = "after"
"""In the plain JSON of a new part: the name of the part it stands behind."""

_WORD = re.compile(r"\w+|[^\w\s]|\s+")
_Piece = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Difference:
    """At `path` (`steps/tour-des-noms/minutes`): what it is called, the words on either side, and the plain JSON.

    `was` and `now` are empty for what is not there; an empty last part of the path stands for the order of a list.
    """

    path: str
    label: str
    before: str
    after: str
    was: str
    now: str

    @property
    def step_id(self) -> str:
        """The step it is about, if it is about one."""
        parts = split(self.path)
        return parts[1] if parts[0] == "steps" and len(parts) > 1 else ""


def differences(before: Protocol, after: Protocol) -> tuple[Difference, ...]:
    """Everything that is not the same, in the order of the protocol; its total length follows from its steps."""
    found: list[Difference] = []
    for field in fields(Protocol):
        if field.name in NOT_COMPARED:
            continue
        was, now = getattr(before, field.name), getattr(after, field.name)
        if was != now:
            found.extend(_field(field.name, was, now))
    return tuple(one for one in found if one.path != "duration/total")


def _field(name: str, was: Any, now: Any) -> Iterator[Difference]:
    head = label_of(Protocol, name)
    if name in KEYED and _named(name, was) and _named(name, now):
        yield from _listed(name, head, was, now)
    elif is_dataclass(was) and is_dataclass(now) and not isinstance(was, Entity):
        yield from _inside(name, head, was, now)
    else:
        yield _difference(name, head, was, now, name)


def _named(name: str, parts: tuple[Any, ...]) -> bool:
    """Whether every part of a list has a name of its own."""
    names = [getattr(part, KEYED[name][1]) for part in parts]
    return len(set(names)) == len(names) and all(names)


def _listed(name: str, head: str, was: tuple[Any, ...], now: tuple[Any, ...]) -> Iterator[Difference]:
    key = KEYED[name][1]
    old, new = {getattr(p, key): p for p in was}, {getattr(p, key): p for p in now}
    previous = ""
    for called, part in new.items():
        path = f"{name}/{escaped(called)}"
        title = _title(name, head, part)
        if called in old:
            yield from _inside(path, title, old[called], part)
        else:
            plain = canonical(to_plain(part) | {AFTER: previous}).decode()
            yield Difference(path, _("{part} (ajouté)").format(part=title), "", in_words(part), "", plain)
        previous = called
    for called, part in old.items():
        if called not in new:
            title = _("{part} (retiré)").format(part=_title(name, head, part))
            yield Difference(f"{name}/{escaped(called)}", title, in_words(part), "", _json(part), "")
    yield from _order(name, head, old, new)


def _order(name: str, head: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    stayed, moved = [n for n in old if n in new], [n for n in new if n in old]
    if stayed != moved and name in ("steps", "preparation"):
        was = "\n".join(_short(old[one]) for one in stayed)
        now = "\n".join(_short(new[one]) for one in moved)
        label = _("{part} : ordre").format(part=head)
        yield Difference(f"{name}/", label, was, now, _json(tuple(stayed)), _json(tuple(moved)))


def _inside(path: str, head: str, was: Any, now: Any) -> Iterator[Difference]:
    for field in fields(was):
        old, new = getattr(was, field.name), getattr(now, field.name)
        if old != new:
            label = _("{part} · {field}").format(part=head, field=label_of(type(was), field.name))
            yield _difference(f"{path}/{field.name}", label, old, new, field.name)


def _difference(path: str, label: str, was: Any, now: Any, name: str) -> Difference:
    return Difference(path, label, in_words(was, name), in_words(now, name), _json(was), _json(now))


def _json(value: Any) -> str:
    return canonical(to_plain(value)).decode()


def _short(part: Any) -> str:
    return part.title if isinstance(part, Step) else in_words(part).partition("\n")[0]


def _title(name: str, head: str, part: Any) -> str:
    if isinstance(part, Step):
        return part.title
    return _("{part} : {name}").format(part=head, name=getattr(part, KEYED[name][1]))


def where(protocol: Protocol, path: str) -> str:
    """What stands at a path is called, as `Difference.label` would say, even when it is not there any more."""
    name, *rest = split(path)
    head = label_of(Protocol, name)
    if name in KEYED and rest:
        cls, key = KEYED[name]
        part = next((one for one in getattr(protocol, name) if getattr(one, key) == rest[0]), None)
        title = (
            _title(name, head, part)
            if part is not None
            else _("{part} : {name}").format(part=head, name=rest[0])
        )
        head, rest, owner = title, rest[1:], cls
    else:
        owner = type(getattr(protocol, name, None))
    return _("{part} · {field}").format(part=head, field=label_of(owner, rest[0])) if rest else head


def escaped(name: str) -> str:
    """A name as one part of a path."""
    return name.replace("%", "%25").replace("/", "%2F")


def split(path: str) -> tuple[str, ...]:
    """The parts of a path, as they are called."""
    return tuple(part.replace("%2F", "/").replace("%25", "%") for part in path.split("/"))


def changed_words(before: str, after: str) -> tuple[tuple[_Piece, ...], tuple[_Piece, ...]]:
    """Both texts in pieces, each with whether the other text lacks it."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    left: list[_Piece] = []
    right: list[_Piece] = []
    for how, a0, a1, b0, b1 in matcher.get_opcodes():
        if a1 > a0:
            left.append(("".join(old[a0:a1]), how != "equal"))
        if b1 > b0:
            right.append(("".join(new[b0:b1]), how != "equal"))
    return tuple(left), tuple(right)
