# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Quantities read as people say them."""

from decimal import Decimal

import pytest

from forgeatelier.model.method.units import counted


@pytest.mark.parametrize(
    ("unit", "quantity", "language", "read"),
    [
        ("pièce", "6", "fr", "pièces"),
        ("pièce", "1", "fr", "pièce"),
        ("pièce", "1.5", "fr", "pièce"),
        ("caisse d’environ 52 cm", "3", "fr", "caisses d’environ 52 cm"),
        ("piece, 3 mm thick", "9", "en", "pieces, 3 mm thick"),
        ("kg", "12", "fr", "kg"),
        ("rouleau", "2", "fr", "rouleaux"),
        ("caillou", "12", "fr", "cailloux"),
        ("sac de 50 kg", "2", "fr", "sacs de 50 kg"),
        ("litre", "0.55", "fr", "litre"),
        ("box", "2", "en", "boxes"),
        ("bunch", "2", "en", "bunches"),
        ("sheet", "1.5", "en", "sheets"),
        ("", "3", "fr", ""),
    ],
)
def test_a_unit_agrees_with_its_number(unit, quantity, language, read):
    assert counted(unit, Decimal(quantity), language) == read
