# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""French spaces are set when text is shown, and nothing else is touched."""

import pytest

from forgeatelier.exporting.typography import FIRM, THIN, french, french_html


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Attention ! Pourquoi ? Oui ; non.", f"Attention{THIN}! Pourquoi{THIN}? Oui{THIN}; non."),
        ("Attention! Quoi?!", f"Attention{THIN}! Quoi{THIN}?!"),
        ("Durée : 3 h", f"Durée{FIRM}: 3{FIRM}h"),
        ("Durée: 3 h 20", f"Durée{FIRM}: 3{FIRM}h{FIRM}20"),
        ("« Coupez »", f"«{THIN}Coupez{THIN}»"),
        ("«Coupez»", f"«{THIN}Coupez{THIN}»"),
        ("12 500 F et 1 234 567 personnes", f"12{THIN}500{FIRM}F et 1{THIN}234{THIN}567 personnes"),
        ("à 92 °C, 60 m² et 20 %", f"à 92{FIRM}°C, 60{FIRM}m² et 20{FIRM}%"),
        ("l'eau... d'ici", "l’eau… d’ici"),
        (
            "10:30, https://example.org/a?b=1;c, urn:uuid:3f9c",
            "10:30, https://example.org/a?b=1;c, urn:uuid:3f9c",
        ),
        ("3 mètres, 2 groupes, 5 gestes", "3 mètres, 2 groupes, 5 gestes"),
        ("", ""),
    ],
)
def test_spaces_are_set_the_french_way(typed: str, shown: str) -> None:
    assert french(typed) == shown
    assert french(shown) == shown, "setting twice changes nothing more"


def test_code_and_attributes_are_left_as_typed() -> None:
    html = '<p title="a : b">Oui ! <code>if x ; y !</code> &amp; non ?<br></p><pre>a : b</pre>'
    assert (
        french_html(html)
        == f'<p title="a : b">Oui{THIN}! <code>if x ; y !</code> &amp; non{THIN}?<br></p><pre>a : b</pre>'
    )
