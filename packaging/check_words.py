# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence of the program is there in English too, with the same names between braces."""

import re
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[1]
_NAMES = re.compile(r"\{(\w*)\}")
_KEYWORDS = {"_": None, "marked": None, "ngettext": (1, 2)}


def main() -> int:
    """Print what is missing; 0 when nothing is."""
    catalogue = read_po(BytesIO((ROOT / "ui/translations/en/LC_MESSAGES/forgeatelier.po").read_bytes()))
    troubles = []
    seen = set()
    for _file, _line, message, _comments, _context in extract_from_dir(str(ROOT / "src"), keywords=_KEYWORDS):
        forms = message if isinstance(message, tuple) else (message,)
        if not forms[0] or forms[0] in seen:
            continue
        seen.add(forms[0])
        found = catalogue.get(forms[0])
        said = () if found is None else found.string if isinstance(found.string, tuple) else (found.string,)
        if found is None or not all(said):
            troubles.append(f"no English for: {forms[0]}")
        elif any(set(_NAMES.findall(text)) - set(_NAMES.findall(" ".join(forms))) for text in said):
            troubles.append(f"other names between braces in the English of: {forms[0]}")
    print("\n".join(troubles) or f"{len(seen)} sentences, all in French and English.")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
