# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing a method to insert: type to find it, see its steps, Enter puts them into the plan."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from forgeatelier.actions.at_hand import AtHand
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.step import Step
from forgeatelier.store.library import Library
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Dialog, Label, SearchBox, matches

_ROWS = 4
_ID, _SAID = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


class MethodChooser(Dialog):
    """A list one filters as one types; the steps of the method under it can be left out one by one."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        """Every protocol at hand, those in the language of the window first."""
        super().__init__(
            _("Insérer une méthode"),
            _("Insérer"),
            note=_("Ses étapes sont copiées dans le déroulé ; le déroulé se souvient d’où elles viennent."),
            parent=parent,
        )
        self.setObjectName("method-chooser")
        self._shelf = AtHand(library)
        self.protocol: Protocol | None = None
        self.search = SearchBox(_("Chercher : décider, énergiser, four solaire…"))
        self.list, self.steps = QListWidget(), QListWidget()
        self.list.setAccessibleName(_("Méthodes"))
        self.steps.setAccessibleName(_("Étapes à insérer"))
        self.note = Label("", "note")
        for part in (self.list, self.steps):
            part.setFixedHeight(_ROWS * worn().measure("row") + worn().space("s"))
        self.add(self.search, self.list, self.note, self.steps)
        self.search.textChanged.connect(self._filter)
        self.search.down.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(self._look)
        self.list.itemActivated.connect(self.accept)
        self._fill()

    def wanted(self) -> tuple[str, ...]:
        """The ids of the steps that stay ticked."""
        rows = (self.steps.item(n) for n in range(self.steps.count()))
        return tuple(str(one.data(_ID)) for one in rows if one.checkState() == Qt.CheckState.Checked)

    def _fill(self) -> None:
        here = language()
        for entry in sorted(self._shelf.entries(), key=lambda one: one.language != here):
            if entry.broken:
                continue
            spoken = "" if entry.language == here else f"  ·  {entry.language}"
            item = QListWidgetItem(f"{entry.title}  ·  {saying.duration(entry.minutes)}{spoken}")
            item.setData(_ID, (entry.id or entry.slug, entry.language))
            item.setData(_SAID, " ".join((entry.title, entry.pitch, *entry.themes, *entry.tags)))
            item.setToolTip(entry.pitch)
            self.list.addItem(item)
        self._filter("")

    def _filter(self, typed: str) -> None:
        first = None
        for place in range(self.list.count()):
            item = self.list.item(place)
            shown = matches(typed, str(item.data(_SAID)))
            item.setHidden(not shown)
            first = first or (item if shown else None)
        if first is None:
            self.list.setCurrentRow(-1)
        else:
            self.list.setCurrentItem(first)

    def _look(self, item: QListWidgetItem | None) -> None:
        self.steps.clear()
        self.protocol = None
        if item is not None:
            name, spoken = item.data(_ID)
            try:
                self.protocol = self._shelf.get(name, spoken)
            except AtelierError as refusal:
                self.note.setText(f"{refusal.what} {refusal.advice}")
        self.accept_button.setEnabled(self.protocol is not None)
        if self.protocol is None:
            return
        count = len(self.protocol.steps)
        said = ngettext("{n} étape, version {v}", "{n} étapes, version {v}", count)
        self.note.setText(said.format(n=count, v=self.protocol.version))
        for step in self.protocol.steps:
            self.steps.addItem(_ticked(step))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows in the search walk through the list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.protocol is not None:
            self.accept()
        else:
            super().keyPressEvent(event)


def _ticked(step: Step) -> QListWidgetItem:
    item = QListWidgetItem(f"{saying.duration(step.minutes)}  ·  {step.title}")
    item.setData(_ID, step.id)
    item.setCheckState(Qt.CheckState.Checked)
    return item
