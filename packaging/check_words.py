# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence of the program is there in English too, with the same names between braces."""

import re
import sys
from io import BytesIO

from babel.messages.pofile import read_po
from messages import ENGLISH, messages

_NAMES = re.compile(r"\{(\w+)\}")


def main() -> int:
    """Print what is missing; 0 when nothing is."""
    catalogue = read_po(BytesIO(ENGLISH.read_bytes()))
    troubles = []
    every = messages()
    for text, forms in every.items():
        found = catalogue.get(text)
        said = () if found is None else found.string if isinstance(found.string, tuple) else (found.string,)
        if not said or not all(said):
            troubles.append(f"no English for: {text}")
        elif any(set(_NAMES.findall(one)) - set(_NAMES.findall(" ".join(forms))) for one in said):
            troubles.append(f"other names between braces in the English of: {text}")
    print("\n".join(troubles) or f"{len(every)} sentences, all in French and English.")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
