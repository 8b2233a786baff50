# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Amounts as people write them: the CFA francs have no decimals, the euro has two (ISO 4217)."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from forgeatelier.model.reference import ref_list

_UNKNOWN_DECIMALS = 2
_THOUSANDS = {"fr": "\u202f", "en": ","}


def decimals_of(currency: str) -> int:
    """How many decimals amounts of this currency (ISO 4217) are written with; two when it is not in our list."""
    entry = ref_list("devises").entry(currency)
    return int(entry.extra.get("decimals", _UNKNOWN_DECIMALS)) if entry else _UNKNOWN_DECIMALS


def rounded(amount: Decimal, currency: str) -> Decimal:
    """The amount to the smallest coin of its currency, halves up."""
    return amount.quantize(Decimal(1).scaleb(-decimals_of(currency)), ROUND_HALF_UP)


def money(amount: Decimal, currency: str, language: str) -> str:
    """« 12 500 F CFA », « 19,06 € », “12,500 F CFA”; just the number when nobody said the currency."""
    entry = ref_list("devises").entry(currency)
    symbol = str(entry.extra.get("symbol", currency)) if entry else currency
    coins = rounded(amount, currency)
    if coins == coins.to_integral_value() and decimals_of(currency):
        coins = coins.quantize(Decimal(1))
    said = f"{coins:,}".replace(",", "\x00")
    said = said.replace(".", "," if language == "fr" else ".").replace("\x00", _THOUSANDS.get(language, ","))
    return f"{said}\u00a0{symbol}".rstrip()


def total_words(totals: Mapping[str, Decimal], language: str) -> str:
    """Several currencies side by side, never added up: « 45 000 F CFA + 12 € »; empty when there are none."""
    return " + ".join(money(amount, currency, language) for currency, amount in sorted(totals.items()))
