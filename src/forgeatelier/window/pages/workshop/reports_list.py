# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reports with their ticks and what is said of each: arrows go from one to the next, Space ticks, Enter makes."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from forgeatelier.exporting.reports.catalogue import REPORTS, Report, ReportFacts
from forgeatelier.ground.words import _
from forgeatelier.model.people.consent import Use
from forgeatelier.window.pages.workshop.reports_card import ReportsCard
from forgeatelier.window.pages.workshop.reports_rule import PresenceRuleBox
from forgeatelier.window.pages.workshop.reports_whom import ForWhom
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Check, Label, Tag, holding, row, stack


class ReportLine(QWidget):
    """One report: its tick, its words, what may be said of it, and a mark when it will hold names."""

    def __init__(self, facts: ReportFacts, *under: QWidget) -> None:
        """Not ticked; `under` stands indented below its words."""
        super().__init__()
        self.report = facts.report
        self.check = Check(_(facts.title))
        self.check.setAccessibleDescription(_(facts.note))
        self.mark = Tag(_("noms"), "warn", "person")
        self.mark.setToolTip(_("Ce compte rendu porte des données personnelles : le garder avec l’équipe."))
        note = Label(_(facts.note), "note", wrap=True)
        below = stack(note, *under, gap="xs")
        below.setContentsMargins(worn().measure("mark") + worn().space("m"), 0, 0, 0)
        self.setLayout(stack(row(self.check, None, self.mark, gap="s"), below, gap=""))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The words beside the tick show the report without ticking it."""
        self.check.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)


class ReportsList(QScrollArea):
    """`current_changed` carries the report one is on, `said` tells of another choice, `make_asked` of Enter."""

    current_changed = Signal(object)
    said = Signal()
    make_asked = Signal()

    def __init__(self) -> None:
        """Every report in the order of the folder, after the question for whom."""
        super().__init__()
        self.card, self.whom, self.rule = ReportsCard(), ForWhom(), PresenceRuleBox()
        self.everything = Check(_("Toutes les photos triées, pas seulement les retenues"))
        self.names = Check(_("Avec la liste des noms"))
        agreed = Label(_("Seules y figurent les personnes qui ont donné leur accord."), "note", wrap=True)
        under: dict[Report, tuple[QWidget, ...]] = {
            Report.PHOTOS: (self.everything,),
            Report.DONOR: (self.names, agreed),
            Report.CERTIFICATES: (self.rule,),
        }
        self.lines = {report: ReportLine(facts, *under.get(report, ())) for report, facts in REPORTS.items()}
        self._current = Report.PHOTOS
        self._ticks: list[tuple[QAbstractButton, Report]] = []
        for report, line in self.lines.items():
            self._ticks.append((line.check, report))
            self._ticks += [(one, report) for one in under.get(report, ()) if isinstance(one, Check)]
        self._watch()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = stack(self.card, self.whom, *self.lines.values(), None, gap="m", margin="l")
        self.setWidget(holding(column, "surface"))
        self.setFocusProxy(self.whom)
        self.mark()

    def _watch(self) -> None:
        for check, _report in self._ticks:
            check.installEventFilter(self)
            check.toggled.connect(self._tell)
        for radio in self.whom.ways.values():
            radio.installEventFilter(self)
        self.rule.percent.installEventFilter(self)
        self.whom.chosen.connect(self._tell)
        self.rule.changed.connect(self._tell)

    @property
    def current(self) -> Report:
        """The report one is on."""
        return self._current

    def chosen(self) -> tuple[Report, ...]:
        """The ticked ones, in the order of the folder."""
        return tuple(report for report, line in self.lines.items() if line.check.isChecked())

    def choose(self, reports: tuple[Report, ...]) -> None:
        """Tick these and no others."""
        for report, line in self.lines.items():
            line.check.blockSignals(True)
            line.check.setChecked(report in reports)
            line.check.blockSignals(False)
        self._tell()

    def personal(self) -> tuple[Report, ...]:
        """Those that will hold names as things are said now."""
        inside = self.whom.use() is Use.INTERNAL
        named = {Report.CERTIFICATES} | ({Report.PHOTOS, Report.DECISIONS} if inside else set())
        named |= {Report.DONOR} if self.names.isChecked() else set()
        return tuple(report for report in self.lines if report in named)

    def mark(self) -> None:
        """Show which will hold names."""
        personal = self.personal()
        for report, line in self.lines.items():
            line.mark.setVisible(report in personal)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the keyboard is, the preview follows."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._arrive(watched)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(watched, event)
        return super().eventFilter(watched, event)

    def _arrive(self, watched: QWidget) -> None:
        report = self._of(watched)
        # What is said under a report comes into sight with it, its tick in any case.
        if watched not in self.whom.ways.values():
            self.ensureWidgetVisible(self.lines[report])
        self.ensureWidgetVisible(watched)
        self._turn_to(report)

    def _of(self, watched: QObject) -> Report:
        """The report a part belongs to; the question for whom is asked of the photos, and of the decisions."""
        if watched is self.rule.percent:
            return Report.CERTIFICATES
        asked = self._current if self._current is Report.DECISIONS else Report.PHOTOS
        return next((report for check, report in self._ticks if check is watched), asked)

    def _turn_to(self, report: Report) -> None:
        if report is not self._current:
            self._current = report
            self.current_changed.emit(report)

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        if watched is self.rule.percent:
            return self.rule.pressed(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.make_asked.emit()
            return True
        if watched in self.whom.ways.values():
            return self.whom.pressed(watched, event)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        checks = [check for check, _report in self._ticks]
        if step and watched in checks:
            at = next(place for place, check in enumerate(checks) if check is watched) + step
            if 0 <= at < len(checks):
                checks[at].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _tell(self, *_what: object) -> None:
        self.mark()
        self.said.emit()
