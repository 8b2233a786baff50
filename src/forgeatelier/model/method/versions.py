# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers of versions, and a protocol with some of its values changed."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import Any

from forgeatelier.model.method.comparing import AFTER, KEYED, split
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.plain import canonical, from_plain, to_plain

_NUMBERS = re.compile(r"(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?")


class Bump(StrEnum):
    """What a new version changes: a correction, an addition, or the workshop itself."""

    PATCH = "patch"
    MINOR = "minor"
    MAJOR = "major"


def numbers(version: str) -> tuple[int, int, int]:
    """The three numbers of a version, zero where there is none."""
    found = _NUMBERS.match(version.strip())
    major, minor, patch = found.groups("0") if found else ("0", "0", "0")
    return int(major), int(minor), int(patch)


def bumped(version: str, how: Bump = Bump.MINOR) -> str:
    """The next version."""
    major, minor, patch = numbers(version)
    if how is Bump.MAJOR:
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if how is Bump.MINOR else f"{major}.{minor}.{patch + 1}"


def is_later(version: str, than: str) -> bool:
    """Whether one version comes after another."""
    return numbers(version) > numbers(than)


class Gone(LookupError):
    """What a change is about is no longer in the protocol."""


def with_changes(protocol: Protocol, changes: Iterable[tuple[str, str]]) -> Protocol:
    """The protocol with plain JSON values put at paths (empty: taken away); its total length follows its steps.

    Raises Gone when a path leads nowhere, ValueError or TypeError when a value is none for its field.
    """
    plain = to_plain(protocol)
    for path, now in sorted(changes, key=_last):
        _put(plain, split(path), json.loads(now) if now else None)
    made: Protocol = from_plain(Protocol, plain)
    return replace(made, duration=replace(made.duration, total=made.minutes))


def value_at(protocol: Protocol, path: str) -> str:
    """The plain JSON of what stands at a path, empty when there is nothing. Raises Gone when it leads nowhere."""
    parts = split(path)
    found: Any = protocol
    for place, part in enumerate(parts):
        if isinstance(found, tuple):
            key = KEYED[parts[0]][1]
            if not part:
                return canonical([getattr(one, key) for one in found]).decode()
            found = next((one for one in found if getattr(one, key) == part), None)
            if found is None and place == len(parts) - 1:
                return ""
        else:
            found = getattr(found, part, Gone)
        if found is Gone or (found is None and place < len(parts) - 1):
            raise Gone(path)
    return canonical(to_plain(found)).decode()


def _last(change: tuple[str, str]) -> bool:
    """An order is applied once everything is there."""
    return change[0].endswith("/")


def _put(plain: dict[str, Any], parts: tuple[str, ...], value: Any) -> None:
    name, *rest = parts
    if name in KEYED and rest:
        _put_part(plain.setdefault(name, []), KEYED[name][1], rest, value)
    elif rest:
        inner = plain.setdefault(name, {})
        _set(inner, rest[0], value)
    else:
        _set(plain, name, value)


def _put_part(parts: list[Any], key: str, rest: list[str], value: Any) -> None:
    names = [part.get(key, "") for part in parts]
    called = rest[0]
    if not called:
        wanted = {name: place for place, name in enumerate(value or ())}
        keep = iter(sorted((p for p in parts if p[key] in wanted), key=lambda part: wanted[part[key]]))
        parts[:] = [next(keep) if part[key] in wanted else part for part in parts]
    elif len(rest) > 1:
        if called not in names:
            raise Gone("/".join(rest))
        _set(parts[names.index(called)], rest[1], value)
    elif value is None:
        if called in names:
            del parts[names.index(called)]
    elif called in names:
        parts[names.index(called)] = value
    else:
        behind = value.pop(AFTER, "")
        parts.insert(names.index(behind) + 1 if behind in names else (0 if not behind else len(parts)), value)


def _set(into: dict[str, Any], name: str, value: Any) -> None:
    if value is None:
        into.pop(name, None)
    else:
        into[name] = value
