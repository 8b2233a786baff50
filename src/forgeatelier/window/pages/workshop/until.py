# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Until when an agreement holds: for ever, unless a day is fixed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.people.consent import Consent
from forgeatelier.window.form import by_hand
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.widgets import Button, DateEdit, IconButton, Label, row

_YEARS = 3


class Until(QWidget):
    """A button until a day is fixed, then the day and a way to take it off again."""

    def __init__(self, subject: Subject, kept: Callable[[], Consent | None]) -> None:
        """`kept` gives the consent as it stands."""
        super().__init__()
        self._subject, self._kept = subject, kept
        self._ask = Button(_("Limiter dans le temps"), "plain", "clock")
        self._label = Label(_("Valable jusqu’au"), "label")
        self.edit = DateEdit(subject.today())
        self._off = IconButton("close", _("Sans limite de temps"), colour="muted")
        self._ask.clicked.connect(self._fix)
        self._off.clicked.connect(self._take_off)
        self.edit.dateChanged.connect(self._changed)
        line = row(self._ask, self._label, self.edit, self._off, None, gap="xs")
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)

    def refresh(self) -> None:
        """Show the day as it is now."""
        consent = self._kept()
        on = consent.until if consent else None
        if on is not None:
            quiet = self.edit.blockSignals(True)
            self.edit.setDate(QDate(on.year, on.month, on.day))
            self.edit.blockSignals(quiet)
        self._ask.setVisible(on is None)
        for part in (self._label, self.edit, self._off):
            part.setVisible(on is not None)

    def _fix(self) -> None:
        today = self._subject.today()
        self._keep(date(today.year + _YEARS, 12, 31))

    def _take_off(self) -> None:
        self._keep(None)

    def _changed(self) -> None:
        if by_hand(self.edit):
            self._keep(self.edit.day())

    def _keep(self, on: date | None) -> None:
        consent = self._kept()
        if consent is not None and consent.until != on:
            self._subject.desk.keep(Change(_("Noter un accord"), (consent,), (replace(consent, until=on),)))
