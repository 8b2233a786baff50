# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring telephone numbers to the international form, only where nothing has to be guessed."""

import re
from dataclasses import dataclass

from forgeatelier.ground.words import _


@dataclass(frozen=True)
class Plan:
    """A country's code, the lengths of its national numbers and whether a first 0 is dropped abroad."""

    code: str
    lengths: tuple[int, ...]
    trunk: bool = False


PLANS = {
    "BF": Plan("226", (8,)), "BJ": Plan("229", (8, 10)), "CI": Plan("225", (10,)), "SN": Plan("221", (9,)),
    "ML": Plan("223", (8,)), "NE": Plan("227", (8,)), "TG": Plan("228", (8,)), "GN": Plan("224", (9,)),
    "CM": Plan("237", (9,)), "TD": Plan("235", (8,)), "MR": Plan("222", (8,)), "GM": Plan("220", (7,)),
    "GH": Plan("233", (9,), trunk=True), "NG": Plan("234", (8, 10), trunk=True), "GW": Plan("245", (9,)),
    "CV": Plan("238", (7,)), "CF": Plan("236", (8,)), "GA": Plan("241", (7, 8)), "CG": Plan("242", (9,)),
    "CD": Plan("243", (9,), trunk=True), "GQ": Plan("240", (9,)), "RW": Plan("250", (9,), trunk=True),
    "BI": Plan("257", (8,)), "DJ": Plan("253", (8,)), "KM": Plan("269", (7,)),
    "MG": Plan("261", (9,), trunk=True), "MA": Plan("212", (9,), trunk=True),
    "DZ": Plan("213", (8, 9), trunk=True), "TN": Plan("216", (8,)),
    "HT": Plan("509", (8,)), "FR": Plan("33", (9,), trunk=True), "BE": Plan("32", (8, 9), trunk=True),
    "CH": Plan("41", (9,), trunk=True),
}  # fmt: skip
"""The countries of the workshops and of their partners, by ISO code."""

_GLUE = re.compile(r"[\s.\-–/()\u00a0\u202f]+")
_SEVERAL = re.compile(r"\s*(?:[/;,]|\bou\b|\bet\b)\s*")
_IN_BRACKETS = re.compile(r"\(\s*(?:\+|00)?(\d{1,3})\s*\)(.+)")
_SHORTEST, _LONGEST, _LONGEST_NATIONAL = 7, 15, 10


def read_phone(text: str, *, default_country: str | None = None) -> tuple[str | None, str]:
    """The number as `+` and figures, or None where the country is not said; and why it is doubtful.

    `default_country` is an ISO code (« BF ») given by the person who imports.
    """
    if not text.strip():
        return None, ""
    if len([part for part in _SEVERAL.split(text.strip()) if len(_GLUE.sub("", part)) >= _SHORTEST]) > 1:
        return None, _("Plusieurs numéros dans la même case : gardés comme ils sont écrits.")
    bracketed = _IN_BRACKETS.fullmatch(text.strip())
    bare = _GLUE.sub("", text)
    if bracketed and _plan_of(bracketed[1]):
        bare = f"+{bracketed[1]}{_GLUE.sub('', bracketed[2])}"
    elif bare.startswith("00"):
        bare = "+" + bare[2:]
    if not re.fullmatch(r"\+?\d+", bare):
        return None, _("Ce numéro contient autre chose que des chiffres : à vérifier.")
    if bare.startswith("+"):
        return _international(bare)
    return _national(bare, PLANS.get((default_country or "").upper()))


def _plan_of(code: str) -> Plan | None:
    return next((plan for plan in PLANS.values() if plan.code == code), None)


def _international(number: str) -> tuple[str | None, str]:
    figures = number[1:]
    plan = next((plan for plan in PLANS.values() if figures.startswith(plan.code)), None)
    if plan is None:
        sound = _SHORTEST <= len(figures) <= _LONGEST
        return (number, "") if sound else (None, _wrong_length())
    rest = figures[len(plan.code) :]
    if plan.trunk and rest.startswith("0") and len(rest) - 1 in plan.lengths:
        rest = rest[1:]
    return (f"+{plan.code}{rest}", "") if len(rest) in plan.lengths else (None, _wrong_length())


def _national(figures: str, plan: Plan | None) -> tuple[str | None, str]:
    if plan is not None:
        rest = figures[1:] if plan.trunk and figures.startswith("0") else figures
        if len(rest) in plan.lengths:
            return f"+{plan.code}{rest}", ""
        if figures.startswith(plan.code) and len(figures) - len(plan.code) in plan.lengths:
            return f"+{figures}", ""
        return None, _wrong_length()
    if not _SHORTEST <= len(figures) <= _LONGEST:
        return None, _wrong_length()
    if len(figures) > _LONGEST_NATIONAL and _carries_code(figures):
        return None, _("L’indicatif du pays est sans doute là mais sans le « + » : à vérifier.")
    return None, ""


def _carries_code(figures: str) -> bool:
    lengths = ((plan.code, len(figures) - len(plan.code), plan.lengths) for plan in PLANS.values())
    return any(figures.startswith(code) and rest in usual for code, rest, usual in lengths)


def _wrong_length() -> str:
    return _("Ce numéro n’a pas le nombre de chiffres attendu : gardé comme il est écrit.")
