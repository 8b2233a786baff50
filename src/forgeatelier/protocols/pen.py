# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How one text is put down in YAML: bare when it may be, quoted when it must be, a block when it is long."""

import json
import re

WIDTH = 102
"""How wide a line of prose may be; a protocol is read side by side with its translation."""

# What YAML does not hold as it is: controls, line breaks of other traditions, the byte order mark.
_SPECIAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_BARE = re.compile(r"[\w«(’“/.][^\n]*")
# What some reader of YAML, old or new, takes for a number, a date, yes, no or nothing.
_NUMBER = r"[-+]?(?:0[xob][\da-f_]+|(?:\d[\d_]*\.?[\d_]*|\.[\d_]+)(?:e[-+]?\d+)?|\.inf|\.nan)"
_HOURS = r"[-+]?\d[\d_]*(?::\d+)+[.\d_]*"
_DATE = r"\d{4}-\d\d?-\d\d?.*"
_WORD = r"y|yes|n|no|on|off|true|false|null|none"
_MEANS_ELSE = re.compile(f"{_NUMBER}|{_HOURS}|{_DATE}|{_WORD}", re.IGNORECASE)


def text_lines(text: str, indent: int, used: int) -> list[str]:
    """The lines of a text: the first follows its key or dash (`used` columns), the others are indented."""
    if "\n" in text and _fits_a_block(text):
        return ["|-", *(" " * indent + line if line else "" for line in text.split("\n"))]
    bare = inline(text)
    if used + len(bare) > WIDTH and "  " not in text and _fits_a_block(text):
        return [">-", *_folded(text, indent)]
    return [bare]


def inline(text: str, *, in_brackets: bool = False) -> str:
    """A text on one line, quoted only when it would otherwise mean something else."""
    if _may_stand_bare(text) and not (in_brackets and re.search(r"[,\[\]{}]", text)):
        return text
    if '"' in text and "'" not in text and "\n" not in text and not _SPECIAL.search(text):
        return f"'{text}'"
    return _SPECIAL.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _may_stand_bare(text: str) -> bool:
    return (
        _BARE.fullmatch(text) is not None
        and text == text.strip()
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
        and not _SPECIAL.search(text)
        and not _MEANS_ELSE.fullmatch(text)
    )


def _fits_a_block(text: str) -> bool:
    """Whether a block gives back exactly this text; editors eat the spaces at the end of a line."""
    lines = text.split("\n")
    return (
        bool(lines[0] and lines[-1])
        and text == text.strip()
        and not _SPECIAL.search(text)
        and all(line == line.rstrip() for line in lines)
    )


def _folded(text: str, indent: int) -> list[str]:
    lines, line = [], ""
    for word in text.split(" "):
        if line and indent + len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [" " * indent + one for one in (*lines, line)]


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
