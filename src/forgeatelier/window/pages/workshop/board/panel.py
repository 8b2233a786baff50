# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The board: steps at the left, what was caught in the middle, one capture at the right; everything by key."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QWidget

from forgeatelier.actions.sorting_captures import apart, in_cluster, merged, rename_cluster, tagged, tags_of
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.capture import Capture, CaptureState
from forgeatelier.model.workshop.near_captures import near
from forgeatelier.window.pages.workshop import sorting
from forgeatelier.window.pages.workshop.board import telling
from forgeatelier.window.pages.workshop.board.ask import Ask
from forgeatelier.window.pages.workshop.board.families import MOST, Families
from forgeatelier.window.pages.workshop.board.keys import BoardKeys
from forgeatelier.window.pages.workshop.board.steps_pane import StepsPane
from forgeatelier.window.pages.workshop.capture_card import steps
from forgeatelier.window.pages.workshop.capture_tab import EVERY_STEP, CaptureTab, Sieve
from forgeatelier.window.pages.workshop.layout import Primary
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    VALUE_ROLE,
    Column,
    Command,
    DataTable,
    EmptyState,
    Label,
    holding,
    row,
    stack,
)

_ROOM = 2.1
"""Inspectors that must fit beside each other before the steps have a pane of their own."""

_FEW = 60
"""So many rows are changed one by one; more are shown anew."""


class Board(CaptureTab):
    """Photos, notes, decisions, sounds and files together."""

    def __init__(self, subject: Subject) -> None:
        """Show everything that was not set aside."""
        self.families, self.ask, self.pane = Families(), Ask(), StepsPane()
        self._merged: dict[str, int] = {}
        self._twins: tuple[tuple[str, ...], ...] = ()
        self._twin = -1
        columns = (
            Column[Capture](_("Famille"), self._family, sort=self._family_rank),
            Column[Capture](_("Ce qui a été pris"), self._words, icon=telling.kind_icon, wide=True),
            Column[Capture](_("Mots-clés"), telling.tags),
            Column[Capture](_("Tri"), telling.state_words, tone=telling.state_tone, icon=telling.state_icon),
        )
        empty = EmptyState(
            _("Rien n’a encore été pris sous cette étape."),
            note=_("Photos et notes s’ajoutent dans les onglets voisins, ou déposées ici."),
            drawing="notebook",
        )
        self.table = DataTable(columns, hint=_("Filtrer le tableau"), count=telling.many, empty=empty)
        self.near = Label("", "note", tone="accent", wrap=True)
        self.near.hide()
        middle = holding(stack(self.families, self.ask, self.near, self.table, gap="s"))
        view = row(self.pane, middle, gap="m")
        view.setStretch(1, 1)
        held = holding(view)
        held.setFocusProxy(self.table.view)
        hint = _(
            "1 à 9 une famille, 0 aucune · F2 la nommer · T mots-clés · R retenir · X écarter · C qui est "
            "reconnaissable · D doublons · M réunir · S séparer · Maj+flèches en choisir plusieurs"
        )
        super().__init__(subject, held, (), hint)
        self.table.current_changed.connect(self._look_at)
        self.table.chosen.connect(self.look)
        self.table.opened.connect(self._open)
        self.families.asked.connect(self.file_under)
        self.ask.done.connect(self.table.view.setFocus)
        self.pane.chosen.connect(self._go_to_step)
        self.pane.entered.connect(self._into_table)
        self.beside.arranged.connect(self._make_room)
        self.listen(self.table.view)
        self.refresh()

    def listen(self, view: QWidget) -> None:
        """The keys of the board."""
        keys = BoardKeys(view)
        self.keys = keys
        for signal, then in (
            (keys.retain, self.retain),
            (keys.aside, self.set_aside),
            (keys.who, self.say_who),
            (keys.step, self.file_under),
            (keys.words, self.ask_words),
            (keys.rename, self.ask_name),
            (keys.merge, self.merge),
            (keys.separate, self.separate),
            (keys.twins, self.show_twins),
            (keys.steps, self._to_steps),
            (keys.leave, self._leave),
        ):
            signal.connect(then)

    def primary(self) -> Primary | None:
        """On to the sheet."""
        return Primary(_("Préparer la fiche"), "publish", self._publish)

    def belonging(self) -> tuple[Capture, ...]:
        """Everything caught; what was merged or set aside only when one asks for it."""
        if self.sieve.state == "gone":
            return self.subject.captures()
        gone = (CaptureState.DISCARDED, CaptureState.HIDDEN)
        return tuple(one for one in self.subject.captures() if one.state not in gone)

    def chosen(self) -> tuple[str, ...]:
        """The rows chosen, the current one first."""
        current = self.table.current()
        keys = tuple(one.id for one in self.table.chosen_values())
        if current is not None and current.id in keys:
            return (current.id, *(key for key in keys if key != current.id))
        return keys

    def refresh(self) -> None:
        """Show everything as it is now."""
        everything = self.subject.captures()
        self._merged = {}
        for one in everything:
            if one.same_as:
                self._merged[one.same_as] = self._merged.get(one.same_as, 0) + 1
        super().refresh()
        self._show_steps(self.belonging())

    def show_captures(self, captures: tuple[Capture, ...]) -> None:
        """Show these as rows; when only some of them changed, those alone."""
        step = Sieve(step=self.sieve.step)
        renumbered = self.families.follow(step.step, (one for one in self.belonging() if step.lets(one)))
        before = {one.id: one for one in self.table.model.rows()}
        changed = [one for one in captures if before.get(one.id) != one]
        gone = before.keys() - {one.id for one in captures}
        fresh = len(captures) - (len(before) - len(gone))
        if captures and not fresh and not renumbered and len(changed) + len(gone) <= _FEW:
            self.table.put(changed)
            self.table.drop(gone)
        else:
            self.table.show_rows(captures)
        some = bool(self.subject.captures())
        for part in (self.hint, self.states, self.families):
            part.setVisible(some)
        self._make_room()
        if captures and self.table.current() is None:
            self.table.choose_first()

    def go_to(self, capture_id: str) -> bool:
        """Go to a row."""
        return self.table.choose(capture_id)

    def go_on(self) -> None:
        """The next row."""
        at = self.table.view.currentIndex().row()
        if at + 1 < self.table.proxy.rowCount():
            self.table.choose(self._id_at(at + 1))

    def file_under(self, number: int) -> None:
        """1 to 9: into a family, or into a new one that is named at once; 0: out of any."""
        captures = self._chosen_captures()
        if not captures:
            return
        if number == 0:
            self._into(captures, "")
        elif number <= len(self.families.names):
            self._into(captures, self.families.names[number - 1])
        elif number <= MOST:
            self.ask.ask(
                _("Nom de la famille {n}").format(n=len(self.families.names) + 1),
                partial(self._into, captures),
                hint=_("Un mot ou deux, puis Entrée"),
            )

    def ask_name(self) -> None:
        """F2: the family of the current row gets another name."""
        current = self.table.current()
        if current is None or not current.cluster:
            self.subject.desk.toast(_("Cette prise n’a pas encore de famille."), False)
            return
        what = _("Nouveau nom de la famille « {name} »").format(name=current.cluster)
        self.ask.ask(what, partial(self._rename, current.cluster), said=current.cluster)

    def ask_words(self) -> None:
        """T: key words for what is chosen."""
        captures = self._chosen_captures()
        if captures:
            known = ", ".join(tags_of(self.subject.captures())[:12])
            what = _("Mots-clés, séparés par des virgules ; « -mot » en retire un")
            self.ask.ask(
                what,
                partial(self._tag, captures),
                hint=_("Déjà là : {words}").format(words=known) if known else "",
            )

    def merge(self) -> None:
        """M: the current row stands for all those chosen."""
        if self._keep(partial(merged, self._chosen_captures(), self.subject.captures())):
            self.subject.desk.toast(_("Prises réunies : la première vaut pour toutes."), True)
            if self._twin >= 0:
                self._show_twin(self._twin + 1)

    def separate(self) -> None:
        """S: what was merged comes apart, whether one is on the first one or on another."""
        held = {one.id for one in self._chosen_captures()}
        parted = [one for one in self.subject.captures() if one.same_as and held & {one.id, one.same_as}]
        if not parted:
            self.subject.desk.toast(_("Rien n’est réuni ici."), False)
        elif self.subject.desk.keep(apart(parted)):
            self.subject.desk.toast(_("Les prises sont de nouveau séparées."), True)

    def show_twins(self) -> None:
        """D: captures that nearly say the same, one group after another."""
        if self._twin < 0:
            here = [one for one in self.belonging() if self.sieve.lets(one)]
            self._twins = tuple(tuple(one.id for one in group) for group in near(here))
        self._show_twin(self._twin + 1)

    def commands(self) -> tuple[Command, ...]:
        """Those of every list of captures, and those of the board."""
        group = _("Récolter")
        return (
            *super().commands(),
            Command(_("Mettre des mots-clés"), self.ask_words, "tag words", "T", "tag", group),
            Command(_("Nommer une famille"), self.ask_name, "cluster family rename", "F2", "edit", group),
            Command(_("Chercher les doublons"), self.show_twins, "duplicates near", "D", "search", group),
            Command(_("Réunir les prises choisies"), self.merge, "merge same", "M", "merge", group),
            Command(_("Séparer ce qui est réuni"), self.separate, "split apart", "S", "exchange", group),
        )

    def _show_twin(self, place: int) -> None:
        """Show one group alone, all of it chosen; after the last one everything again."""
        groups = self._twins
        if place >= len(groups):
            said = _("Plus de doublon.") if groups else _("Aucun doublon ici.")
            self._leave_twins()
            self.subject.desk.toast(said, False)
            return
        self._twin = place
        keys = groups[place]
        self.table.set_keep(partial(_is_one_of, frozenset(keys)))
        self.near.setText(
            _(
                "Doublons {n} sur {all} : ces prises disent presque la même chose. M les réunit, D passe aux "
                "suivantes, Échap laisse."
            ).format(n=place + 1, all=len(groups))
        )
        self.near.show()
        self.table.choose(keys[0])
        self._choose_all()

    def _choose_all(self) -> None:
        proxy, flags = self.table.proxy, QItemSelectionModel.SelectionFlag
        last = proxy.index(proxy.rowCount() - 1, proxy.columnCount() - 1)
        every = QItemSelection(proxy.index(0, 0), last)
        self.table.view.selectionModel().select(every, flags.Select | flags.Rows)

    def _leave_twins(self) -> None:
        held = self.table.current()
        self._twin, self._twins = -1, ()
        self.near.hide()
        self.table.set_keep(None)
        if held is None or not self.table.choose(held.id):
            self.table.choose_first()

    def _leave(self) -> None:
        """Esc: out of the near-duplicates, else back to the filter."""
        if self._twin >= 0:
            self._leave_twins()
        else:
            self.table.search.setFocus()

    def _into(self, captures: Sequence[Capture], name: str) -> None:
        following = self._after_chosen() if len(captures) == 1 else ""
        if self.subject.desk.keep(in_cluster(captures, name)) and following:
            self.table.choose(following)

    def _after_chosen(self) -> str:
        """The row that follows the current one, by which sorting goes on when that one moves to its family."""
        at = self.table.view.currentIndex().row()
        last = self.table.proxy.rowCount() - 1
        return "" if at < 0 or at == last else self._id_at(at + 1)

    def _rename(self, old: str, new: str) -> None:
        self.families.renamed(old, new)
        self._keep(partial(rename_cluster, self.subject.captures(), old, new))

    def _tag(self, captures: Sequence[Capture], text: str) -> None:
        self._keep(partial(tagged, captures, text))

    def _keep(self, make: "partial[Change]") -> bool:
        try:
            change = make()
        except AtelierError as refusal:
            self.subject.desk.tell(refusal)
            return False
        return bool(change.after) and self.subject.desk.keep(change)

    def _id_at(self, place: int) -> str:
        return str(self.table.proxy.index(place, 0).data(VALUE_ROLE).id)

    def _go_to_step(self, step_id: str) -> None:
        self.sieve = replace(self.sieve, step=step_id)
        self.refresh()

    def _into_table(self) -> None:
        self.table.view.setFocus()
        if self.table.current() is None:
            self.table.choose_first()

    def _to_steps(self) -> None:
        if self.pane.isVisibleTo(self):
            self.pane.setFocus()

    def _look_at(self, capture: Capture | None) -> None:
        self.look()

    def _open(self, capture: Capture) -> None:
        self.open_current()

    def _publish(self) -> None:
        self.leaving()
        self.subject.desk.go(f"workshop/{self.subject.id}/publish")

    def _show_steps(self, captures: tuple[Capture, ...]) -> None:
        rest = replace(self.sieve, step=EVERY_STEP)
        count: dict[str, int] = {}
        loose: dict[str, int] = {}
        for one in captures:
            if rest.lets(one):
                count[one.step_id] = count.get(one.step_id, 0) + 1
                loose[one.step_id] = loose.get(one.step_id, 0) + (not one.cluster)
        every = (EVERY_STEP, _("Toutes les étapes"), sum(count.values()), sum(loose.values()))
        lines = [(key, said, count.get(key, 0), loose.get(key, 0)) for key, said in steps(self.subject)]
        self.pane.show_steps((every, *lines), self.sieve.step)

    def _make_room(self) -> None:
        """The steps have a pane when there is room for it, and are a choice above the table when there is not."""
        room = self.beside.width() - (0 if self.beside.narrow else self.inspector.sizeHint().width())
        wide = room >= worn().measures.stays["inspector"] * _ROOM * worn().text_scale
        some = bool(self.subject.captures())
        self.pane.setVisible(wide and some)
        self.steps.setVisible(not wide and some)

    def _family(self, capture: Capture) -> str:
        if not capture.cluster:
            return "–"
        number = self.families.number(capture.cluster)
        return f"{number}  {capture.cluster}" if 0 < number <= MOST else capture.cluster

    def _family_rank(self, capture: Capture) -> tuple[int, str]:
        return self.families.number(capture.cluster), capture.id

    def _words(self, capture: Capture) -> str:
        said = capture.heading or capture.file_name or _(sorting.KINDS[capture.kind][0])
        more = self._merged.get(capture.id, 0)
        return f"{said}  (+{more})" if more else said


def _is_one_of(keys: frozenset[str], capture: Capture) -> bool:
    return capture.id in keys
