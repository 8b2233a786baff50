# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The strip above the plan: for how many people, when it ends, how it breathes, what cannot be held."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.workshop.timetable import LONG_STRETCH, DayPlan, Timetable, clock
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, Flow, Label, Number, Tag, reveal, row, stack

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PeopleCount(Number):
    """How many people; `counted` when one has said a number and pressed Enter or gone on, `tried` while typing."""

    tried = Signal(int)
    counted = Signal(int)

    def __init__(self) -> None:
        """Nobody yet."""
        super().__init__(0, most=5000, unit=_("personnes"))
        self.setAccessibleName(_("Nombre de personnes"))
        self.setToolTip(_("Nombre de personnes : tout le déroulé suit (Ctrl+G)"))
        self.setProperty("field", "people")
        self._shown = 0
        self.valueChanged.connect(self._try)
        self.editingFinished.connect(self._count)

    def show_count(self, count: int) -> None:
        """Show the number of the workshop, unless one is writing another."""
        self._shown = count
        if not (self.hasFocus() and self.value() != count and self.isVisible()):
            quiet = self.blockSignals(True)
            self.setValue(count)
            self.blockSignals(quiet)

    def _try(self, count: int) -> None:
        if self.hasFocus():
            self.tried.emit(count)
        else:
            # Nobody wrote this: a page built anew is filled by the window.
            QTimer.singleShot(0, self, self._again)

    def _again(self) -> None:
        self.show_count(self._shown)

    def _count(self) -> None:
        if self.value() != self._shown:
            self.counted.emit(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the number there was."""
        if event.key() == Qt.Key.Key_Escape and self.value() != self._shown:
            self.setValue(self._shown)
        else:
            super().keyPressEvent(event)


class Strip(QFrame):
    """Totals that are always in sight; `faults_asked` when one wants to see what cannot be held."""

    faults_asked = Signal()

    def __init__(self) -> None:
        """Nothing counted yet."""
        super().__init__()
        self.setProperty("ground", "surface")
        self.setProperty("edge", "bottom")
        theme = worn()
        self.people = PeopleCount()
        self.end = Label("", "lead", wrap=False)
        self.end.setProperty("type", "strong")
        self.total = Label("", "body", tone="muted", wrap=False)
        self.stretch = Tag("", "warn")
        self.faults = Button("", "danger", "warning")
        self.faults.clicked.connect(self.faults_asked)
        self.hours = Button(_("Horaire"), "soft", "clock")
        self.hours.setCheckable(True)
        self.hours.setToolTip(_("Voir la journée à l’échelle (Ctrl+H)"))
        self.what_if = Button(_("Et si…"), "quiet", "idea")
        self.what_if.setCheckable(True)
        self.what_if.setToolTip(_("Voir ce que changerait un imprévu (Ctrl+T)"))
        self.facts = Button(_("L’atelier"), "soft", "edit")
        self.facts.setToolTip(_("Titre, dates, lieu : les réglages de l’atelier"))
        left = Flow(self.people, self.end, self.total, self.stretch, self.faults, gap="m")
        right = row(self.facts, self.hours, self.what_if, gap="xs")
        line = row(gap="m")
        line.addLayout(left, 1)
        line.addLayout(right)
        line.setAlignment(right, Qt.AlignmentFlag.AlignTop)
        outer = stack(line, gap="")
        outer.setContentsMargins(theme.space("l"), theme.space("xs"), theme.space("xl"), theme.space("s"))
        self.setLayout(outer)

    def show_totals(self, table: Timetable | None, people: int) -> None:
        """Say them anew."""
        self.people.show_count(people)
        days = table.days if table else ()
        reveal(self.end, bool(days))
        reveal(self.total, bool(days))
        self.end.setText(_("fin {time}").format(time=clock(days[-1].end)) if days else "")
        self.total.setText(_totals(days))
        worst = max(days, key=lambda day: day.stretch, default=None)
        long = worst is not None and worst.stretch > LONG_STRETCH
        reveal(self.stretch, long)
        if worst is not None and long:
            since = clock(worst.stretch_from)
            said = _("{time} sans pause dès {since}").format(time=saying.duration(worst.stretch), since=since)
            self.stretch.set_text(said, "warn")
        faults = len([one for one in table.conflicts if one.blocks]) if table else 0
        reveal(self.faults, faults > 0)
        self.faults.setText(ngettext("{n} conflit", "{n} conflits", faults).format(n=faults))


def _totals(days: tuple[DayPlan, ...]) -> str:
    """« 7 h 30, dont pauses 1 h 30 et tampons 25 min »."""
    if not days:
        return ""
    total = saying.duration(sum(day.end - day.start for day in days))
    if len(days) > 1:
        total = ngettext("{n} jour", "{n} jours", len(days)).format(n=len(days)) + f" · {total}"
    breaks, spare = sum(day.breaks for day in days), sum(day.buffers + day.gaps for day in days)
    rest = [_("pauses {time}").format(time=saying.duration(breaks))] if breaks else []
    rest += [_("marges {time}").format(time=saying.duration(spare))] if spare else []
    return " · ".join((total, *rest)) if rest else _("{total} · sans marge").format(total=total)
