# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The strip above the plan: for how many people, when it ends, how it breathes, what cannot be held."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.workshop.timetable import LONG_STRETCH, DayPlan, Timetable, clock
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, Flow, IconButton, Label, Number, Tag, reveal, row, stack

_WIDE = 900
"""Pixels at 100 % below which the buttons keep their icon only."""


class PeopleCount(Number):
    """How many people; `counted` when one has said a number and pressed Enter or gone on, `tried` while typing."""

    tried = Signal(int)
    counted = Signal(int)

    def __init__(self) -> None:
        """Nobody yet."""
        super().__init__(0, most=5000, unit=_("personnes"))
        self.setAccessibleName(_("Nombre de personnes"))
        self.setToolTip(_("Nombre de personnes : tout le déroulé suit (Ctrl+G)"))
        self.setProperty("field", "people")
        self._shown, self._typing = 0, False
        self.valueChanged.connect(self._try)
        self.editingFinished.connect(self._count)

    def show_count(self, count: int) -> None:
        """Show the number of the workshop, unless one is writing another."""
        self._shown = count
        if not self._typing:
            quiet = self.blockSignals(True)
            self.setValue(count)
            self.blockSignals(quiet)

    def _try(self, count: int) -> None:
        if self.hasFocus():
            self._typing = count != self._shown
            self.tried.emit(count)
        else:
            # Nobody wrote this: a page built anew is filled by the window.
            QTimer.singleShot(0, self, self._again)

    def _again(self) -> None:
        self.show_count(self._shown)

    def _count(self) -> None:
        self._typing = False
        if self.value() != self._shown:
            self.counted.emit(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the number there was."""
        if event.key() == Qt.Key.Key_Escape and self.value() != self._shown:
            self.setValue(self._shown)
        else:
            super().keyPressEvent(event)


class _Both(QWidget):
    """A button with its word or, where that has no room, its icon alone."""

    clicked = Signal()

    def __init__(
        self, text: str, icon: str, tip: str, *, kind: str = "soft", checkable: bool = False
    ) -> None:
        super().__init__()
        self.wide, self.small = Button(text, kind, icon), IconButton(icon, tip)
        self.wide.setToolTip(tip)
        for button in (self.wide, self.small):
            button.setCheckable(checkable)
            button.clicked.connect(self._tell)
        self.small.hide()
        self.setLayout(row(self.wide, self.small, gap=""))
        self.setFocusProxy(self.wide)

    def fold(self, small: bool) -> None:
        """Show the icon alone, or the word too."""
        self.wide.setVisible(not small)
        self.small.setVisible(small)
        self.setFocusProxy(self.small if small else self.wide)

    def set_checked(self, checked: bool) -> None:
        """Show whether it is on."""
        self.wide.setChecked(checked)
        self.small.setChecked(checked)

    def _tell(self) -> None:
        self.clicked.emit()


class Strip(QFrame):
    """Totals that are always in sight; `faults_asked` when one wants to see what cannot be held."""

    faults_asked = Signal()

    def __init__(self) -> None:
        """Nothing counted yet."""
        super().__init__()
        self.setProperty("ground", "surface")
        self.setProperty("edge", "bottom")
        theme = worn()
        self._narrow, self._stretch, self._since = False, 0, 0
        self.people = PeopleCount()
        self.end = Label("", "lead", wrap=False)
        self.end.setProperty("type", "strong")
        self.total = Label("", "body", tone="muted", wrap=False)
        self.stretch = Tag("", "warn")
        self.faults = Button("", "danger", "warning")
        self.faults.clicked.connect(self.faults_asked)
        self.add = IconButton("add", _("Ajouter une étape (Inser)"))
        self.add.hide()
        self.facts = _Both(_("L’atelier"), "edit", _("Titre, dates, lieu : les réglages de l’atelier"))
        self.hours = _Both(_("Horaire"), "clock", _("Voir la journée à l’échelle (Ctrl+H)"), checkable=True)
        self.what_if = _Both(
            _("Et si…"), "idea", _("Voir ce que changerait un imprévu (Ctrl+T)"), kind="quiet", checkable=True
        )
        left = Flow(self.people, self.end, self.total, self.stretch, self.faults)
        right = row(self.add, self.facts, self.hours, self.what_if, gap="")
        line = row(gap="m")
        line.addLayout(left, 1)
        line.addLayout(right)
        line.setAlignment(right, Qt.AlignmentFlag.AlignTop)
        outer = stack(line, gap="")
        outer.setContentsMargins(theme.space("l"), theme.space("xs"), theme.space("xl"), theme.space("s"))
        self.setLayout(outer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the buttons keep their icon and their words become a tooltip."""
        super().resizeEvent(event)
        self._narrow = self.width() < _WIDE * worn().text_scale
        for both in (self.facts, self.hours, self.what_if):
            both.fold(self._narrow)
        self.people.setSuffix(f"\N{NO-BREAK SPACE}{_('pers.') if self._narrow else _('personnes')}")
        self._say_stretch()

    def _say_stretch(self) -> None:
        since = clock(self._since)
        said = _("{time} sans pause").format(time=saying.duration(self._stretch))
        whole = _("{time} sans pause dès {since}").format(time=saying.duration(self._stretch), since=since)
        reveal(self.stretch, self._stretch > LONG_STRETCH)
        self.stretch.set_text(said if self._narrow else whole, "warn")
        self.stretch.setToolTip(_("{said} : prévoir une pause toutes les 90 minutes.").format(said=whole))

    def show_totals(self, table: Timetable | None, people: int) -> None:
        """Say them anew."""
        self.people.show_count(people)
        days = table.days if table else ()
        reveal(self.end, bool(days))
        reveal(self.total, bool(days))
        self.end.setText(_ends(days[-1].end) if days else "")
        self.total.setText(_totals(days))
        worst = max(days, key=lambda day: day.stretch, default=None)
        self._stretch, self._since = (worst.stretch, worst.stretch_from) if worst else (0, 0)
        self._say_stretch()
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


def _ends(minutes: int) -> str:
    """When it ends; « fin 17:45 » alone would hide that it is five days later."""
    said, later = _("fin {time}").format(time=clock(minutes)), minutes // (24 * 60)
    if not later:
        return said
    after = ngettext("{count} jour plus tard", "{count} jours plus tard", later).format(count=later)
    return f"{said}, {after}"
