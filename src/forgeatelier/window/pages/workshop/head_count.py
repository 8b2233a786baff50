# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counting heads at one half-day: a grid of sex by age band, kept as it is filled, beside what the names say."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from forgeatelier.actions.people_attendance import count_heads
from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.model.people.attendance import Attendance, CountCell, HeadCount
from forgeatelier.model.people.figures import Figures, add_up
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.people.turnout import Turnout, turnout
from forgeatelier.model.reference import ref_list
from forgeatelier.window import people_words as words
from forgeatelier.window.form import AT_MOST_MS
from forgeatelier.window.pages.workshop.roster import half_words
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Button,
    Label,
    Number,
    Radio,
    ScrollColumn,
    holding,
    row,
    stack,
)

_SEXES = (Sex.WOMAN, Sex.MAN, Sex.OTHER, Sex.UNSTATED)
_MOST = 5000


def turnout_of(subject: Subject, half_day: str) -> Turnout:
    """Who was there at a half-day, by name and by count."""
    members = subject.members()
    people: dict[str, Person] = {one.id: one.person for one in members}
    there: list[Attendance] = [one.attendance for one in members if one.attendance]
    return turnout(half_day, people, there, counts_of(subject), subject.today())


def counts_of(subject: Subject) -> tuple[HeadCount, ...]:
    """The head counts of this workshop."""
    return subject.desk.atelier.library.all(HeadCount, workshop_id=subject.id)


def figures_words(figures: Figures) -> str:
    """« 18 personnes, dont 11 femmes »."""
    said = ngettext("{n} personne", "{n} personnes", figures.total).format(n=figures.total)
    women = figures.of(Sex.WOMAN)
    if not women:
        return said
    return ngettext("{said}, dont {n} femme", "{said}, dont {n} femmes", women).format(said=said, n=women)


def turnout_words(seen: Turnout) -> str:
    """What names and counts say together, so that nobody is counted twice in silence."""
    named, counted = add_up(seen.named), add_up(seen.counted)
    if not counted.total:
        return figures_words(named)
    if seen.beside:
        return _("{all} en tout\N{NO-BREAK SPACE}: {named} nommées et {counted} comptées en plus.").format(
            all=figures_words(seen.figures), named=named.total, counted=counted.total
        )
    if seen.short:
        return _(
            "{named} nommées mais seulement {counted} comptées\N{NO-BREAK SPACE}: les noms font foi. "
            "Si les comptées viennent en plus, dites-le ci-dessous."
        ).format(named=named.total, counted=counted.total)
    return _("{all} comptées en tout, dont {named} nommées (comptées une seule fois).").format(
        all=figures_words(seen.figures), named=named.total
    )


class _Cell(Number):
    """A number that is typed anew as soon as one comes to it."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What stands there is replaced by what is typed."""
        super().focusInEvent(event)
        self.selectAll()
        # A click puts the cursor somewhere afterwards.
        QTimer.singleShot(0, self, self.selectAll)


class HeadCounting(QWidget):
    """`left` when one goes back to the names."""

    left = Signal()

    def __init__(self, subject: Subject) -> None:
        """Show a half-day with `show_half`."""
        super().__init__()
        self._subject, self._half = subject, ""
        self._title = Label("", "title", wrap=True)
        self._said = Label("", "body", wrap=True)
        self._advice = Label(
            _("Sans noms\N{NO-BREAK SPACE}: combien de personnes, par sexe et tranche d’âge."), "note"
        )
        self._whole = Radio(_("Tout le monde dans la salle, personnes nommées comprises"), checked=True)
        self._beside = Radio(_("Seulement les personnes qui ne sont pas nommées"))
        self._group = QButtonGroup(self)
        for one in (self._whole, self._beside):
            self._group.addButton(one)
        self._group.buttonToggled.connect(self._typed)
        self.cells: dict[tuple[Sex, str], Number] = {}
        self._sums: dict[Sex, Label] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AT_MOST_MS)
        self._later.timeout.connect(self.keep)
        back = Button(_("Retour aux noms"), "plain", "left")
        back.clicked.connect(self._leave)
        column = ScrollColumn(
            holding(
                stack(
                    row(back, None),
                    self._title,
                    self._advice,
                    holding(self._grid()),
                    holding(stack(self._whole, self._beside, gap="xs")),
                    self._said,
                    gap="m",
                )
            ),
            margin="l",
        )
        self.setLayout(stack(column, gap=""))

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(worn().space("s"))
        grid.setVerticalSpacing(worn().space("xs"))
        bands = (
            *((one.code, one.label(language())) for one in ref_list("tranches-age").entries),
            ("", _("non dit")),
        )
        for place, sex in enumerate(_SEXES, 1):
            grid.addWidget(Label(_(words.SEXES[sex]), "label"), 0, place)
            self._sums[sex] = Label("0", "strong")
        for line, (band, said) in enumerate(bands, 1):
            grid.addWidget(Label(said, "body", wrap=True), line, 0)
            for place, sex in enumerate(_SEXES, 1):
                cell = _Cell(most=_MOST)
                cell.setAccessibleName(f"{said}, {_(words.SEXES[sex])}")
                cell.valueChanged.connect(self._typed)
                cell.editingFinished.connect(self.keep)
                self.cells[sex, band] = cell
                grid.addWidget(cell, line, place)
        grid.addWidget(Label(_("En tout"), "label"), len(bands) + 1, 0)
        for place, sex in enumerate(_SEXES, 1):
            grid.addWidget(self._sums[sex], len(bands) + 1, place)
        grid.setColumnStretch(0, 1)
        return grid

    def show_half(self, half_day: str) -> None:
        """Count at this half-day."""
        if half_day != self._half:
            self.keep()
        self._half = half_day
        self._title.setText(_("Compter\N{NO-BREAK SPACE}: {half}").format(half=half_words(half_day)))
        self.refresh()

    def begin(self) -> None:
        """Go to the first number."""
        next(iter(self.cells.values())).setFocus()

    def refresh(self) -> None:
        """Show the count as it is now; what is being typed stays."""
        if self._later.isActive() or not self._half:
            return
        known = self._known()
        numbers = {(one.sex, one.age_band): one.number for one in known.cells} if known else {}
        for key, cell in self.cells.items():
            quiet = cell.blockSignals(True)
            cell.setValue(numbers.get(key, 0))
            cell.blockSignals(quiet)
        for button, wanted in (
            (self._whole, not (known and known.beside)),
            (self._beside, bool(known and known.beside)),
        ):
            if wanted:
                quiet = self._group.blockSignals(True)
                button.setChecked(True)
                self._group.blockSignals(quiet)
        self._say()

    def keep(self) -> None:
        """Keep what was counted, now."""
        workshop = self._subject.workshop()
        if not self._later.isActive() or workshop is None:
            return
        self._later.stop()
        change = count_heads(
            workshop, self._half, self._cells(), self._known(), beside=self._beside.isChecked()
        )
        self._subject.desk.keep(change)
        self._say()

    def _known(self) -> HeadCount | None:
        return next((one for one in counts_of(self._subject) if one.half_day == self._half), None)

    def _cells(self) -> tuple[CountCell, ...]:
        return tuple(
            CountCell(sex, band, cell.value()) for (sex, band), cell in self.cells.items() if cell.value()
        )

    def _typed(self) -> None:
        self._later.start()
        self._say_sums()

    def _say(self) -> None:
        self._say_sums()
        self._said.setText(turnout_words(turnout_of(self._subject, self._half)))

    def _say_sums(self) -> None:
        sums = add_up(self._cells())
        for sex, total in self._sums.items():
            total.setText(str(sums.of(sex)))

    def _leave(self) -> None:
        self.keep()
        self.left.emit()
