# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Récolter › Photos and › Notes et décisions."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.workshop.capture import Capture, CaptureKind, CaptureState
from forgeatelier.window.pages.workshop import saying, sorting
from forgeatelier.window.pages.workshop.capture_card import steps
from forgeatelier.window.pages.workshop.capture_tab import CaptureTab
from forgeatelier.window.pages.workshop.layout import Primary
from forgeatelier.window.pages.workshop.quick import Quick
from forgeatelier.window.pages.workshop.sorted_grid import SortedGrid
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, Column, DataTable, EmptyState, Photo, holding, stack

_LARGE = 1.4


class Photos(CaptureTab):
    """The photos of a workshop, sorted by keyboard."""

    def __init__(self, subject: Subject) -> None:
        """Show them all."""
        self.grid = SortedGrid()
        self._thumbs: dict[str, Path] = {}
        self.empty = EmptyState(
            _("Pas encore de photo."),
            _("Ajouter des photos"),
            _("Déposez ici une carte, un dossier ou des photos ; Ctrl+V colle une image."),
            drawing="photos",
        )
        self._nothing = EmptyState(_("Aucune photo ne correspond à ce tri."), drawing="nothing-found")
        self._pile = QStackedWidget()
        for part in (self.grid, self.empty, self._nothing):
            self._pile.addWidget(part)
        self._pile.setFocusProxy(self.grid)
        files, folder = Button(_("Photos…"), "quiet", "photo"), Button(_("Dossier…"), "quiet", "folder")
        hint = _(
            "Entrée décrire · R retenir · X écarter · C qui est reconnaissable · 1 à 9 l’étape · Ctrl+V coller"
        )
        super().__init__(subject, self._pile, (files, folder), hint)
        files.clicked.connect(self.adding.choose_files)
        folder.clicked.connect(self.adding.choose_folder)
        self.empty.acted.connect(self.adding.choose_files)
        self.grid.chosen.connect(self.look)
        self.grid.opened.connect(self._open)
        self.listen(self.grid)
        self.refresh()

    def primary(self) -> Primary | None:
        """Add photos until everything is sorted; then on to the sheet."""
        todo = [one for one in self.belonging() if one.state is CaptureState.IMPORTED]
        if self.belonging() and not todo:
            return Primary(_("Préparer la fiche"), "publish", self._publish)
        return Primary(_("Ajouter des photos"), "photo", self.adding.choose_files)

    def belonging(self) -> tuple[Capture, ...]:
        """The photos, by the moment they were taken."""
        photos = (one for one in self.subject.captures() if one.kind is CaptureKind.PHOTO)
        return tuple(sorted(photos, key=_taken))

    def chosen(self) -> tuple[str, ...]:
        """The photos chosen, or the one under the ring."""
        keys = self.grid.chosen_keys()
        current = self.grid.current_key()
        if current in keys:
            return (current, *(key for key in keys if key != current))
        return keys or ((current,) if current else ())

    def show_captures(self, captures: tuple[Capture, ...]) -> None:
        """Show these as tiles."""
        numbers = {
            key: str(place) for place, (key, _said) in enumerate(steps(self.subject)) if key and place < 100
        }
        photos = [
            Photo(
                one.id,
                self._thumb(one.media),
                one.caption,
                self.subject.consent_mark(one),
                excluded=one.state in (CaptureState.DISCARDED, CaptureState.HIDDEN),
                group=numbers.get(one.step_id, ""),
            )
            for one in captures
        ]
        kept = {one.id for one in captures if one.state in (CaptureState.RETAINED, CaptureState.PUBLISHED)}
        self.grid.show_sorted(photos, kept)
        some = bool(self.belonging())
        self._pile.setCurrentWidget(self.grid if photos else self._nothing if some else self.empty)
        self.hint.setVisible(some)
        self.steps.setVisible(some)
        self.states.setVisible(some)
        self.primary_changed.emit()

    def _thumb(self, sha256: str) -> Path:
        if sha256 not in self._thumbs:
            self._thumbs[sha256] = self.subject.desk.atelier.library.media.path(sha256, "thumb")
        return self._thumbs[sha256]

    def go_to(self, capture_id: str) -> bool:
        """Put the ring on a photo."""
        return self.grid.go_to_key(capture_id)

    def go_on(self) -> None:
        """The next photo."""
        self.grid.go_on()

    def _open(self, key: str) -> None:
        self.open_current()

    def _publish(self) -> None:
        self.subject.desk.go(f"workshop/{self.subject.id}/publish")


class Notes(CaptureTab):
    """Notes, decisions, links, sounds and files, by step."""

    def __init__(self, subject: Subject) -> None:
        """Show them all."""
        self._titles = {key: said for key, said in steps(subject) if key}
        self._ranks = {key: place for place, (key, _said) in enumerate(steps(subject))}
        columns = (
            Column[Capture](_("Étape"), self._step_words, sort=self._step_rank),
            Column[Capture](_("Sorte"), _kind_words, icon=_kind_icon),
            Column[Capture](_("Ce qui a été noté"), _text, wide=True),
            Column[Capture](_("Moment"), _moment, sort=_taken),
            Column[Capture](_("Tri"), _state_words, tone=_state_tone, icon=_state_icon),
        )
        empty = EmptyState(
            _("Ni note ni décision pour l’instant."),
            note=_("Écrivez ci-dessous, collez un texte, ou déposez un son ou un fichier."),
            drawing="notebook",
        )
        self.table = DataTable(columns, hint=_("Filtrer les notes"), count=_many, empty=empty)
        self.quick = Quick(subject)
        column = stack(self.table, self.quick, gap="m")
        column.setStretch(0, 1)
        main = holding(column)
        main.setFocusProxy(self.table.search)
        files = Button(_("Ajouter des fichiers…"), "quiet", "document")
        hint = _("Entrée décrire · R retenir · X écarter · 1 à 9 l’étape")
        super().__init__(subject, main, (files,), hint)
        files.clicked.connect(self.adding.choose_files)
        self.table.current_changed.connect(self._look)
        self.table.chosen.connect(self.look)
        self.table.opened.connect(self._look_in)
        self.listen(self.table.view)
        self.refresh()

    def primary(self) -> Primary | None:
        """Write one more."""
        return Primary(_("Noter"), "note", self.quick.setFocus)

    def belonging(self) -> tuple[Capture, ...]:
        """Everything but photos."""
        return tuple(one for one in self.subject.captures() if one.kind is not CaptureKind.PHOTO)

    def chosen(self) -> tuple[str, ...]:
        """The lines chosen, the current one first."""
        current = self.table.current()
        keys = tuple(one.id for one in self.table.chosen_values())
        if current is not None and current.id in keys:
            return (current.id, *(key for key in keys if key != current.id))
        return keys

    def show_captures(self, captures: tuple[Capture, ...]) -> None:
        """Show these as lines."""
        self.table.show_rows(captures)
        some = bool(self.belonging())
        for part in (self.hint, self.steps, self.states):
            part.setVisible(some)
        self.quick.set_step(self.step_now())
        if some and self.table.current() is None:
            self.table.view.selectRow(0)

    def go_to(self, capture_id: str) -> bool:
        """Go to a line."""
        return self.table.choose(capture_id)

    def go_on(self) -> None:
        """The next line."""
        row = self.table.view.currentIndex().row()
        if row + 1 < self.table.proxy.rowCount():
            self.table.view.selectRow(row + 1)

    def leaving(self) -> None:
        """Keep what is being typed."""
        super().leaving()
        self.quick.leaving()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N writes a note."""
        if event.key() == Qt.Key.Key_N and not event.modifiers():
            self.quick.setFocus()
        else:
            super().keyPressEvent(event)

    def _look(self, capture: Capture | None) -> None:
        self.look()

    def _look_in(self, capture: Capture) -> None:
        self.open_current()

    def _step_words(self, capture: Capture) -> str:
        said = self._titles.get(capture.step_id, _("Atelier"))
        # With large text the number is enough: what was noted needs the room.
        return said.partition(" ")[0] if worn().text_scale > _LARGE else said

    def _step_rank(self, capture: Capture) -> int:
        return self._ranks.get(capture.step_id, 0)


def _taken(capture: Capture) -> str:
    when = capture.taken or (capture.moment.astimezone() if capture.moment else None)
    return when.replace(tzinfo=None).isoformat() if when else ""


def _kind_words(capture: Capture) -> str:
    return _(sorting.KINDS[capture.kind][0])


def _kind_icon(capture: Capture) -> str:
    return sorting.KINDS[capture.kind][1]


def _text(capture: Capture) -> str:
    return capture.heading or capture.file_name


def _moment(capture: Capture) -> str:
    return saying.clock(capture.moment) if capture.moment else ""


def _state_words(capture: Capture) -> str:
    return _(sorting.STATES[capture.state][0])


def _state_icon(capture: Capture) -> str:
    return sorting.STATES[capture.state][1]


def _state_tone(capture: Capture) -> str:
    return sorting.STATES[capture.state][2]


def _many(count: int) -> str:
    return ngettext("{n} prise", "{n} prises", count).format(n=count)
