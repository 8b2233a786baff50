# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one looks for in the library: words, need, time, group, who reads, what one has, language, kind, standing."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from forgeatelier.ground.words import LANGUAGES, _, language, ngettext
from forgeatelier.model.method.setting import Device, Reading
from forgeatelier.model.reference import ref_list
from forgeatelier.model.workshop.standing import STAGES, Stage
from forgeatelier.window.methods import wording
from forgeatelier.window.methods.holdings import Wanted
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, Check, Combo, Field, Label, Number, SearchBox, holding, stack

_LENGTHS = (15, 30, 45, 60, 120, 240, 480)
_WIDE = 216


class Filters(QScrollArea):
    """A column of filters; `search`, `more` and `count` are placed by whoever shows them. `changed` on every change."""

    changed = Signal()

    def __init__(self, spoken: str | None = None) -> None:
        """Everything in `spoken`, or in the language of the window."""
        super().__init__()
        self._spoken = language() if spoken is None else spoken
        self.search = SearchBox(_("Chercher un protocole"))
        self.more = Button(_("Filtres"), "quiet", "filter")
        self.more.setCheckable(True)
        self.count = Label("", "note", wrap=False)
        self._make()
        self.drop = Button(_("Tout montrer"), "plain", "close")
        self.drop.clicked.connect(self.clear)
        parts: tuple[QWidget, ...] = (
            Field(_("Besoin"), self.need),
            Field(_("Temps disponible"), self.longest),
            Field(_("Personnes"), self.people),
            Field(_("Lecture"), self.reading),
            Label(_("Ce qui manque sur place"), "label", tone="text"),
            holding(stack(*self._without(), gap="")),
            Field(_("Genre"), self.kind),
            Field(_("Éprouvé"), self.stage),
            Field(_("Langue"), self.language),
            self.own,
            self.drop,
        )
        theme = worn()
        column = stack(*parts, None, gap="s")
        column.setContentsMargins(theme.space("xs"), theme.space("xs"), theme.space("m"), theme.space("m"))
        self.setWidget(holding(column, "surface"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.search)
        self._listen()
        self._say_how_many()

    def _make(self) -> None:
        spoken = language()
        needs = ((one.code, one.label(spoken)) for one in ref_list("besoins").entries)
        self.need = Combo((("", _("Tous les besoins")), *needs))
        self.longest = Combo(
            (
                (0, _("Peu importe")),
                *((n, _("{time} au plus").format(time=wording.duration(n))) for n in _LENGTHS),
            )
        )
        self.people = Number(0, most=500)
        self.people.setSpecialValueText(_("Tout groupe"))
        self.people.setSuffix("\N{NO-BREAK SPACE}" + _("pers."))
        self.reading = Combo(
            (
                (None, _("Peu importe")),
                (Reading.NONE, _("Sans lire ni écrire")),
                (Reading.SOME, _("Quelques-uns lisent")),
            )
        )
        self.power, self.projector = Check(_("Sans électricité")), Check(_("Sans projecteur"))
        self.computer, self.phone = Check(_("Sans ordinateur")), Check(_("Sans téléphone"))
        self.kind = Combo(
            ((None, _("Tous les genres")), *((one, _(said)) for one, said in wording.KINDS.items()))
        )
        reached = (
            (stage, _("{stage} au moins").format(stage=_(STAGES[stage]).capitalize()))
            for stage in (Stage.REVIEWED, Stage.TESTED)
        )
        self.stage = Combo(((None, _("Peu importe")), *reached, (Stage.PROVEN, _("Éprouvé"))))
        self.language = Combo((("", _("Toutes les langues")), *LANGUAGES.items()), self._spoken)
        self.own = Check(_("Les vôtres seulement"))

    def _without(self) -> tuple[Check, ...]:
        return self.power, self.projector, self.computer, self.phone

    def _combos(self) -> tuple[Combo, ...]:
        return self.need, self.longest, self.reading, self.kind, self.stage, self.language

    def _listen(self) -> None:
        for box in self._combos():
            box.setSizePolicy(box.sizePolicy().Policy.Expanding, box.sizePolicy().verticalPolicy())
            # Whoever puts a choice back after the page was built anew does not press anything.
            box.currentIndexChanged.connect(self._tell)
        self.search.textChanged.connect(self._tell)
        self.people.valueChanged.connect(self._tell)
        for check in (*self._without(), self.own):
            check.toggled.connect(self._tell)

    def wanted(self) -> Wanted:
        """What is wanted now."""
        without = {
            Device.PROJECTOR: self.projector,
            Device.COMPUTER: self.computer,
            Device.PHONE: self.phone,
        }
        return Wanted(
            typed=self.search.text(),
            language=self.language.value() or "",
            need=self.need.value() or "",
            kind=self.kind.value(),
            longest=self.longest.value() or 0,
            people=self.people.value(),
            reading=self.reading.value(),
            without_power=self.power.isChecked(),
            without=frozenset(device for device, check in without.items() if check.isChecked()),
            stage=self.stage.value(),
            own=self.own.isChecked(),
        )

    def ask(self, *, people: int = 0, minutes: int = 0) -> None:
        """Begin with a number of people and the longest length that still fits."""
        self.people.setValue(people)
        fitting = [n for n in _LENGTHS if n >= minutes]
        self.longest.choose(fitting[0] if minutes and fitting else 0)
        self._tell()

    def clear(self) -> None:
        """Want everything."""
        blocked = self.blockSignals(True)
        self.search.clear()
        for box in self._combos():
            box.setCurrentIndex(0)
        self.people.setValue(0)
        for check in (*self._without(), self.own):
            check.setChecked(False)
        self.blockSignals(blocked)
        self._tell()

    def narrowed(self) -> int:
        """How many filters narrow the list, what is typed and the language left aside."""
        boxes = [box for box in self._combos() if box is not self.language]
        chosen = sum(box.currentIndex() > 0 for box in boxes) + bool(self.people.value())
        return chosen + sum(check.isChecked() for check in (*self._without(), self.own))

    def _tell(self) -> None:
        self._say_how_many()
        self.changed.emit()

    def _say_how_many(self) -> None:
        count = self.narrowed()
        said = ngettext("Filtres ({n})", "Filtres ({n})", count).format(n=count)
        self.more.setText(said if count else _("Filtres"))
        self.drop.setEnabled(bool(count or self.search.text()))

    def wide(self) -> int:
        """The width of the column; larger text needs more, though not in proportion."""
        return round(_WIDE * (1 + (worn().text_scale - 1) * 0.7))

    def sizeHint(self) -> QSize:
        """A narrow column."""
        return QSize(self.wide(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It scrolls when it is low."""
        return QSize(self.wide(), worn().measure("control") * 3)
