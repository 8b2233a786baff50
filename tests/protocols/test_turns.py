# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A protocol may say how long each person and each team takes, in either language."""

import pytest

from forgeatelier.protocols.reading import read_protocol_text
from forgeatelier.protocols.writing import write_protocol


@pytest.mark.parametrize("key", ["par_equipe_secondes", "per_team_seconds"])
def test_seconds_for_each_team_are_read_and_written_again(small, key):
    said = small.replace("    minutes: 15\n", f"    minutes: 15\n    {key}: 90\n")
    protocol = read_protocol_text(said, "panier.yaml")
    assert protocol.steps[0].per_team_seconds == 90
    assert "par_equipe_secondes: 90" in write_protocol(protocol, "fr")
    assert "per_team_seconds: 90" in write_protocol(protocol, "en")
    assert "seconds: 0" not in write_protocol(protocol, "en")


def test_seconds_below_nothing_are_refused(small, complaints_of):
    (complaint,) = complaints_of(
        small.replace("    minutes: 15\n", "    minutes: 15\n    par_equipe_secondes: -5\n")
    )
    assert complaint.where == "etapes[1].par_equipe_secondes"
