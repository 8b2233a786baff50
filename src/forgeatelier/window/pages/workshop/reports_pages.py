# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands where the pages of a report would: what is missing, and the one thing to do about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from forgeatelier.actions.reports import Report
from forgeatelier.ground.words import _, marked
from forgeatelier.window.pages.workshop.reports_press import ReportLook
from forgeatelier.window.pages.workshop.reports_said import WHY_EMPTY
from forgeatelier.window.widgets import EmptyState, SheetPreview

_AWAY = {
    Report.PHOTOS: (marked("Trier les photos"), "photos", "harvest/photos"),
    Report.CERTIFICATES: (marked("Noter les présences"), "people", "prepare/people"),
}


class ReportPages(QStackedWidget):
    """The true pages of a report; `went` carries the place within the workshop where what is missing is noted."""

    went = Signal(str)

    def __init__(self) -> None:
        """An empty sheet."""
        super().__init__()
        self.pages = SheetPreview()
        self.unsaid = EmptyState(
            _("Pour qui sont les photos et les décisions ?"),
            note=_("Choisissez l’usage : les photos montrées en dépendent."),
            drawing="photos",
        )
        self.empty: dict[Report, EmptyState] = {}
        self.addWidget(self.pages)
        self.addWidget(self.unsaid)
        for report, (verb, drawing, _place) in _AWAY.items():
            state = EmptyState(_(WHY_EMPTY[report]), _(verb), drawing=drawing)
            # The one primary action of the view is to make the reports.
            state.button.set_kind("quiet")
            state.acted.connect(self._leave)
            self.empty[report] = state
            self.addWidget(state)

    def show_look(self, look: ReportLook) -> None:
        """The pages, or why there are none."""
        if look.empty and look.report in self.empty:
            self.setCurrentWidget(self.empty[look.report])
            return
        self.pages.set_source(look.sizes, look.image)
        self.setCurrentWidget(self.pages)

    def show_unsaid(self) -> None:
        """Photos are looked at for somebody."""
        self.setCurrentWidget(self.unsaid)

    def _leave(self) -> None:
        shown = self.currentWidget()
        place = next((_AWAY[report][2] for report, one in self.empty.items() if one is shown), "")
        if place:
            self.went.emit(place)
