# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The short code of a person in one workshop: nothing of her can be read from it, and it means nothing elsewhere."""

import hashlib

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Figures and capitals that nobody takes for another: no 0, O, 1, I or L."""

LENGTH = 6
"""887 million codes: two of 2,000 people share one once in five hundred workshops, and a longer one then tells them."""


def badge_code(workshop_id: str, person_id: str, length: int = LENGTH) -> str:
    """The code of a person in a workshop; always the same, so that a badge printed twice is the same badge."""
    digest = hashlib.sha256(f"badge/{workshop_id}/{person_id}".encode()).digest()
    number = int.from_bytes(digest, "big")
    letters = []
    for _place in range(length):
        number, at = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[at])
    return "".join(letters)


def badge_codes(workshop_id: str, person_ids: tuple[str, ...]) -> dict[str, str]:
    """The code of each person, all different: those that would be alike get one letter more."""
    codes = {person: badge_code(workshop_id, person) for person in person_ids}
    length = LENGTH
    while len(set(codes.values())) < len(codes):
        length += 1
        seen: dict[str, int] = {}
        for code in codes.values():
            seen[code] = seen.get(code, 0) + 1
        codes = {
            person: badge_code(workshop_id, person, length) if seen[code] > 1 else code
            for person, code in codes.items()
        }
    return codes
