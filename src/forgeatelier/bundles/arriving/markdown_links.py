# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The links and images of a Markdown text, in one pass whatever the text."""

import re
from collections.abc import Iterator

from forgeatelier.bundles.arriving.addresses import Link

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_TICKS = re.compile(r"\\.|`+", re.DOTALL)
_MARK = re.compile(r"\\.|!?\[|\]", re.DOTALL)
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*(\S{1,2000})", re.MULTILINE)
_PIECE = re.compile(r"[^\s()]+|[()]")
_LONGEST = 2000
_LONGEST_ALT = 200
_MOST_PARENTHESES = 8


def without_code(text: str) -> str:
    """The text without what it shows as code, fenced or between backticks."""
    prose = _without_fences(text)
    kept: list[str] = []
    here = begin = 0
    while ticks := _TICKS.search(prose, here):
        here = ticks.end()
        if ticks[0][0] == "`":
            closing = prose.find(ticks[0], here, here + _LONGEST)
            if closing >= 0:
                kept.append(prose[begin : ticks.start()])
                here = begin = closing + len(ticks[0])
    return "".join([*kept, prose[begin:]])


def links_in_markdown(prose: str) -> Iterator[Link]:
    """The links and images of a text from which code was taken out."""
    opened: list[tuple[int, bool]] = []
    here = 0
    while mark := _MARK.search(prose, here):
        here = mark.end()
        if mark[0].endswith("[") and mark[0][0] != "\\":
            opened.append((here, mark[0][0] == "!"))
        elif mark[0] == "]" and opened:
            begin, image = opened.pop()
            if prose[here : here + 1] == "(":
                alt = prose[begin : min(here - 1, begin + _LONGEST_ALT)]
                yield Link(_destination(prose, here + 1), alt if image else None)
    for definition in _DEFINITION.finditer(prose):
        yield Link(definition[1].strip("<>"))


def _without_fences(text: str) -> str:
    kept: list[str] = []
    fence = ""
    for line in text.splitlines():
        found = _FENCE.match(line)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence):
            fence = ""
        elif not fence:
            kept.append(line)
    return "\n".join(kept)


def _destination(prose: str, begin: int) -> str:
    """The address that begins here, up to its title or its closing parenthesis."""
    end = min(len(prose), begin + _LONGEST)
    while begin < end and prose[begin] in " \n":
        begin += 1
    if prose.startswith("<", begin):
        return prose[begin + 1 : end].partition(">")[0]
    here, depth = begin, 0
    while piece := _PIECE.match(prose, here, end):
        depth += (piece[0] == "(") - (piece[0] == ")")
        if depth < 0 or depth > _MOST_PARENTHESES:
            break
        here = piece.end()
    return prose[begin:here]
