# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON, YAML and TOML from strangers: nothing in them may exhaust the reader or be read in two ways."""

import json
import math
import re
import tomllib
from typing import Any

from forgeatelier.bundles.arriving import limits

# An open string runs to the end rather than failing, so that this stays one pass whatever the text.
_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
_TOML_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*+(?:\"|$)|'[^'\n]*+(?:'|$)|[\[\]{}]", re.MULTILINE)
_LONGEST_NUMBER = 40


class Hostile(Exception):
    """Written to exhaust or to mislead."""


class Unreadable(Exception):
    """Not what it is said to be."""


def read_json(text: str) -> Any:
    """The value of a JSON text without depth, NaN, endless numbers, repeated keys or half characters (S8)."""
    _check_depth(_JSON_TOKEN, text, limits.JSON_DEPTH)
    try:
        found = json.loads(
            text,
            object_pairs_hook=_unique,
            parse_constant=_no_constant,
            parse_int=_integer,
            parse_float=_number,
        )
    except (ValueError, RecursionError) as error:
        raise Unreadable(str(error)) from error
    _check_characters(found)
    return found


def read_yaml(text: str) -> Any:
    """The value of a YAML text without aliases, tags, directives or depth (S9)."""
    import yaml

    try:
        _check_yaml(text)
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Unreadable(str(error)) from error


def read_toml(text: str) -> dict[str, Any]:
    """The table of a TOML text without depth; a key of a thousand dots is a thousand tables."""
    _check_depth(_TOML_STRING, text, limits.YAML_DEPTH)
    bare = _TOML_STRING.sub("", text)
    if any(line.count(".") > limits.YAML_DEPTH for line in bare.splitlines()):
        raise Hostile("depth")
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Unreadable(str(error)) from error


def _check_depth(tokens: re.Pattern[str], text: str, most: int) -> None:
    depth = 0
    for token in tokens.finditer(text):
        mark = token[0]
        if mark in "[{":
            depth += 1
            if depth > most:
                raise Hostile("depth")
        elif mark in "]}":
            depth -= 1


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Hostile("repeated key")
    return found


def _no_constant(name: str) -> Any:
    raise Hostile(name)


def _integer(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise Hostile("endless number")
    return int(digits)


def _number(digits: str) -> float:
    found = float(digits)
    if len(digits) > _LONGEST_NUMBER or not math.isfinite(found):
        raise Hostile("endless number")
    return found


def _check_characters(found: Any) -> None:
    if isinstance(found, str):
        try:
            found.encode()
        except UnicodeEncodeError as error:
            raise Hostile("half a character") from error
    elif isinstance(found, dict):
        for name, value in found.items():
            _check_characters(name)
            _check_characters(value)
    elif isinstance(found, list):
        for value in found:
            _check_characters(value)


def _check_yaml(text: str) -> None:
    """Look at the tokens one by one, before anything is built from them."""
    import yaml

    forbidden = (yaml.AliasToken, yaml.AnchorToken, yaml.TagToken, yaml.DirectiveToken)
    opening = (
        yaml.BlockMappingStartToken,
        yaml.BlockSequenceStartToken,
        yaml.FlowMappingStartToken,
        yaml.FlowSequenceStartToken,
    )
    closing = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
    depth = 0
    for token in yaml.scan(text):
        if isinstance(token, forbidden):
            raise Hostile(type(token).__name__)
        depth += isinstance(token, opening) - isinstance(token, closing)
        if depth > limits.YAML_DEPTH:
            raise Hostile("depth")
