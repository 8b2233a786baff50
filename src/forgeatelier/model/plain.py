# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Values to plain JSON and back, by their type hints; and the one canonical writing that is hashed.

Plain means strings, integers, booleans, null, lists and objects. There are no floats: quantities are Decimal
and written as strings, so that a hash is the same on every machine.
"""

import dataclasses
import json
import types
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

_WRITTEN_AS_TEXT = (date, datetime, time)


def to_plain(value: Any) -> Any:
    """`value` as plain JSON; fields of a nested value that hold their default are left out."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, Decimal):
        return format(value.normalize(), "f") if value else "0"
    if isinstance(value, _WRITTEN_AS_TEXT):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: to_plain(found)
            for f in dataclasses.fields(value)
            if (found := getattr(value, f.name)) != default_of(f)
        }
    message = f"{type(value).__name__} has no plain form"
    raise TypeError(message)


def default_of(field: dataclasses.Field[Any]) -> Any:
    """The value a field has when nobody says, or MISSING."""
    if field.name == "id":
        return dataclasses.MISSING
    return field.default_factory() if callable(field.default_factory) else field.default


def from_plain(hint: Any, plain: Any) -> Any:
    """The value of type `hint` that `plain` writes. Raises ValueError or TypeError when it writes none."""
    return _reader(hint)(plain)


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    origin = get_origin(hint)
    if origin is Annotated:
        return _reader(get_args(hint)[0])
    if origin in (Union, types.UnionType):
        inner = _reader(next(a for a in get_args(hint) if a is not types.NoneType))
        return lambda plain: None if plain is None else inner(plain)
    if origin is tuple:
        item = _reader(get_args(hint)[0])
        return lambda plain: tuple(item(one) for one in plain)
    if dataclasses.is_dataclass(hint):
        return _dataclass_reader(hint)
    if hint in _WRITTEN_AS_TEXT:
        read: Callable[[Any], Any] = hint.fromisoformat
        return read
    if hint is bool:
        return bool
    if hint in (str, int, Decimal) or (isinstance(hint, type) and issubclass(hint, StrEnum)):
        make: Callable[[Any], Any] = hint
        return make
    message = f"{hint} cannot be read from plain JSON"
    raise TypeError(message)


def _dataclass_reader(cls: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(cls, include_extras=True)
    readers = {f.name: _reader(hints[f.name]) for f in dataclasses.fields(cls)}

    def read(plain: Any) -> Any:
        # Fields of a newer release are left aside here; the journal still holds and forwards them.
        return cls(**{name: readers[name](said) for name, said in plain.items() if name in readers})

    return read


def canonical(plain: Any) -> bytes:
    """The one writing of plain JSON that is hashed: sorted keys, UTF-8, NFC, no spaces, no floats."""
    return json.dumps(
        plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def texts(value: Any) -> list[str]:
    """Every piece of text that people wrote inside `value`, for the search index and the name guard."""
    if isinstance(value, StrEnum) or value is None:
        return []
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, tuple):
        return [text for item in value for text in texts(item)]
    if dataclasses.is_dataclass(value):
        return [
            text
            for f in dataclasses.fields(value)
            if f.name != "id"
            for text in texts(getattr(value, f.name))
        ]
    return []
