# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a Protocol to the YAML a person would have written; comments are all that a round trip loses."""

from dataclasses import is_dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from typing import Any, Literal

from forgeatelier.model.method.objective import Family, Objective
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.protocols.pen import WIDTH, inline, text_lines
from forgeatelier.protocols.vocabulary import (
    FORMAT,
    FORMAT_VERSION,
    Key,
    Word,
    effect_words,
    keys_of,
    need_words,
    setting_words,
    words_of,
)

_STEP = 2
_LONGEST_IN_BRACKETS = 30


def write_protocol(protocol: Protocol, keys: Literal["fr", "en"] = "fr") -> str:
    """The protocol as YAML, with French or English keys; reading it gives back the same protocol."""
    pen = _Writer(keys)
    lines = [f"format: {FORMAT}", f"format_version: {FORMAT_VERSION}", *pen.section(protocol, 0)]
    return "\n".join(lines) + "\n"


class _Writer:
    """Puts values down in one language of keys."""

    def __init__(self, language: str) -> None:
        self.language = language

    def section(self, value: Any, indent: int) -> list[str]:
        """The keys of one dataclass of the model; what is as usual is left out."""
        cls: Any = type(value)
        said = ((key, getattr(value, key.field)) for key in keys_of(cls))
        return list(
            chain.from_iterable(
                self._entry(key, found, indent) for key, found in said if key.required or found != key.default
            )
        )

    def _entry(self, key: Key, value: Any, indent: int) -> list[str]:
        name = " " * indent + key.spelled(self.language) + ":"
        if key.hint == tuple[Objective, ...]:
            return self._objectives(name, value, indent)
        return self._under(name, self._worded(key, value), indent)

    def _under(self, name: str, value: Any, indent: int) -> list[str]:
        """A name followed by its value, on the same line or below."""
        if isinstance(value, tuple):
            return self._list(name, value, indent)
        if is_dataclass(value):
            inner = self.section(value, indent + _STEP)
            return [name, *inner] if inner else [f"{name} {{}}"]
        first, *more = self._value(value, indent + _STEP, len(name) + 1)
        return [f"{name} {first}", *more]

    def _list(self, name: str, items: tuple[Any, ...], indent: int) -> list[str]:
        if not any(is_dataclass(item) for item in items):
            row = f"{name} [{', '.join(_bracketed(item) for item in items)}]"
            if len(row) <= WIDTH and all(_is_short(item) for item in items):
                return [row]
        lines = [name]
        for item in items:
            lines += self._item(item, indent + _STEP)
        return lines

    def _item(self, item: Any, indent: int) -> list[str]:
        dash = " " * indent + "- "
        if is_dataclass(item):
            inner = self.section(item, indent + _STEP)
            return [dash + inner[0].lstrip(), *inner[1:]] if inner else [dash + "{}"]
        first, *more = self._value(item, indent + _STEP, len(dash))
        return [dash + first, *more]

    def _objectives(self, name: str, objectives: tuple[Objective, ...], indent: int) -> list[str]:
        """In the file, objectives stand under their family."""
        lines = [name]
        for word in words_of(Family):
            mine = tuple(one for one in objectives if one.family is word.value)
            if mine:
                lines += self._list(
                    " " * (indent + _STEP) + word.spelled(self.language) + ":", mine, indent + _STEP
                )
        return lines if objectives else [f"{name} {{}}"]

    def _worded(self, key: Key, value: Any) -> Any:
        """The value with codes of closed lists turned into words of the file's language."""
        if key.reads == "effect":
            return tuple(self._word(effect_words(), code) for code in value)
        if key.reads == "need":
            return tuple(self._word(need_words(), code) for code in value)
        if isinstance(value, tuple) and value and isinstance(value[0], StrEnum):
            return tuple(self._word(words_of(type(one)), one) for one in value if isinstance(one, StrEnum))
        return self._word(setting_words(), value) if key.reads == "setting" else value

    def _word(self, words: tuple[Word, ...], value: Any) -> Any:
        return next((word.spelled(self.language) for word in words if word.value == value), value)

    def _value(self, value: Any, indent: int, used: int) -> list[str]:
        if isinstance(value, bool):
            return ["true" if value else "false"]
        if isinstance(value, StrEnum):
            return [str(self._word(words_of(type(value)), value))]
        if isinstance(value, str):
            return text_lines(value, indent, used)
        return [_number(value)]


def _is_short(item: Any) -> bool:
    """Whether an item is a word or two: sentences get a line each."""
    return len(str(item)) <= _LONGEST_IN_BRACKETS and not str(item).endswith((".", "?", "!"))


def _bracketed(item: Any) -> str:
    return inline(item, in_brackets=True) if isinstance(item, str) else _number(item)


def _number(value: int | Decimal) -> str:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f") if value else "0"
    return str(value)
