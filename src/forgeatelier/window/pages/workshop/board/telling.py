# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a row of the board says of a capture."""

from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.window.pages.workshop import sorting


def tags(capture: Capture) -> str:
    """Its key words."""
    return ", ".join(capture.tags)


def kind_icon(capture: Capture) -> str:
    """The drawing of its kind."""
    return sorting.KINDS[capture.kind][1]


def state_words(capture: Capture) -> str:
    """How far it is sorted."""
    return _("réunie") if capture.same_as else _(sorting.STATES[capture.state][0])


def state_icon(capture: Capture) -> str:
    """The shape of that."""
    return sorting.STATES[capture.state][1]


def state_tone(capture: Capture) -> str:
    """The colour of that."""
    return sorting.STATES[capture.state][2]


def many(count: int) -> str:
    """« 12 prises »."""
    return ngettext("{n} prise", "{n} prises", count).format(n=count)
