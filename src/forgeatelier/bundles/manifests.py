# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading the manifests and the description of a bag, line by line and without trust."""

import re
from collections.abc import Mapping

from forgeatelier.bundles.bag import PAYLOAD
from forgeatelier.bundles.names import complaint, same_without_case

_LINE = re.compile(r"([0-9A-Fa-f]{64})[ \t]+\*?(\S(?:.*\S)?)")
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9_-]{0,60}):[ \t]*(.*)")


class Malformed(Exception):
    """A file of the bag that does not say what it should."""


def parse_manifest(text: str, *, payload: bool) -> dict[str, str]:
    """The SHA-256 of each path; every path is one we could have written, and stays inside the bag."""
    sums: dict[str, str] = {}
    for line in text.splitlines():
        found = _LINE.fullmatch(line)
        if found is None:
            raise Malformed(line)
        digest, path = found[1].lower(), found[2]
        if complaint(path) or path.startswith(PAYLOAD) is not payload or path in sums:
            raise Malformed(path)
        sums[path] = digest
    if not sums or same_without_case(sums):
        raise Malformed(text[:80])
    return sums


def parse_info(text: str) -> Mapping[str, str]:
    """The fields of `bag-info.txt`; of a repeated field the first one."""
    fields: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        if line[:1] in (" ", "\t") and name:
            fields[name] += f" {line.strip()}"
        elif found := _FIELD.fullmatch(line):
            name = found[1]
            fields.setdefault(name, found[2].strip())
        elif line.strip():
            raise Malformed(line)
    return fields
