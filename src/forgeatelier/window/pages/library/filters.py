# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one looks for in the library: words, language, kind, length, group, and without power."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from forgeatelier.ground.words import LANGUAGES, _, language
from forgeatelier.window.pages.library import wording
from forgeatelier.window.pages.library.holdings import Wanted
from forgeatelier.window.widgets import Button, Combo, Flow, Label, Number, SearchBox, holding, row, stack


class Filters(QWidget):
    """`changed` whenever something else is wanted."""

    changed = Signal()

    def __init__(self) -> None:
        """Everything in the language now spoken."""
        super().__init__()
        self.search = SearchBox(_("Chercher un protocole"))
        self.language = Combo((("", _("Toutes les langues")), *LANGUAGES.items()), language())
        self.kind = Combo(
            ((None, _("Tous les genres")), *((one, _(said)) for one, said in wording.KINDS.items()))
        )
        self.longest = Combo(
            (
                (0, _("Toute durée")),
                (120, _("2 h au plus")),
                (240, _("Une demi-journée")),
                (480, _("Une journée")),
            )
        )
        self.people = Number(0, most=500)
        self.people.setSpecialValueText(_("Tout groupe"))
        self.people.setSuffix("\N{NO-BREAK SPACE}" + _("pers."))
        self.power = QCheckBox(_("Sans électricité"))
        self.own = QCheckBox(_("Les vôtres"))
        for box, name in ((self.language, _("Langue")), (self.kind, _("Genre")), (self.longest, _("Durée"))):
            box.setAccessibleName(name)
            box.chosen.connect(self._tell)
        self.people.setAccessibleName(_("Nombre de personnes"))
        self.search.textChanged.connect(self._tell)
        self.people.valueChanged.connect(self._tell)
        self.power.toggled.connect(self._tell)
        self.own.toggled.connect(self._tell)
        self.more = Button(_("Filtres"), "quiet", "filter")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_more)
        self.count = Label("", "note", wrap=False)
        top = row(self.search, self.more, gap="s")
        top.setStretch(0, 1)
        flow = Flow(self.language, self.kind, self.longest, self.people, self.power, self.own)
        self._body = holding(flow)
        self._body.hide()
        self.setLayout(stack(top, self._body, self.count, gap="s"))
        self.setFocusProxy(self.search)

    def wanted(self) -> Wanted:
        """What is wanted now."""
        return Wanted(
            self.search.text(),
            self.language.value() or "",
            self.kind.value(),
            self.longest.value() or 0,
            self.people.value(),
            self.power.isChecked(),
            self.own.isChecked(),
        )

    def clear(self) -> None:
        """Want everything."""
        self.search.clear()
        self.language.choose("")
        self.kind.choose(None)
        self.longest.choose(0)
        self.people.setValue(0)
        self.power.setChecked(False)
        self.own.setChecked(False)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()

    def _show_more(self, wanted: bool) -> None:
        self._body.setVisible(wanted)
