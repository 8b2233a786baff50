# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Warns at once when a text that will be read outside holds the name of someone."""

from collections.abc import Iterable

from forgeatelier.ground.words import _
from forgeatelier.model.people.name_guard import NameGuard
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.widgets import Label


class NamesInWords(Label):
    """Nothing to see until `look` finds a name, a telephone or an address."""

    def __init__(self, subject: Subject) -> None:
        """Knows the people of this workshop."""
        super().__init__("", "note", tone="warn", wrap=True)
        self._subject = subject
        self.hide()

    def look(self, texts: Iterable[str]) -> None:
        """Say what should not be there."""
        people = [member.person for member in self._subject.members()]
        guard = NameGuard(people, people, ())
        found = dict.fromkeys(slip.words for text in texts for slip in guard.slips(text))
        self.setText(
            _("On y lit « {names} » : dites plutôt un rôle, ces mots seront lus dehors.").format(
                names=" », « ".join(found)
            )
        )
        self.setVisible(bool(found))
