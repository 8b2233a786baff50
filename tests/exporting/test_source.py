# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is counted in the source before printing is what stands on the page afterwards."""

from forgeatelier.exporting.source import headings_of


def test_a_heading_is_compared_as_it_is_read_not_as_it_is_escaped():
    assert headings_of("# &lt;Four&gt; solaire &amp; marmite\n\n## Étape \\* une\n") == (
        "<Four> solaire & marmite",
        "Étape * une",
    )
