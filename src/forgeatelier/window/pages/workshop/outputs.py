# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Récolter › Productions: what came out of the workshop, how much of it, and what becomes of it."""

from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from forgeatelier.ground.words import _, marked, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.method.protocol import PlannedOutputKind
from forgeatelier.model.workshop.output import Output
from forgeatelier.window.beside import Beside
from forgeatelier.window.pages.workshop.capture_card import licences
from forgeatelier.window.pages.workshop.keeping import Form
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.tall import Tall
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Button,
    Column,
    Combo,
    DataTable,
    EmptyState,
    Field,
    Flow,
    Inspector,
    Label,
    Number,
    TextEdit,
    holding,
    stack,
)

KINDS = {
    PlannedOutputKind.OBJECT: marked("objet"),
    PlannedOutputKind.PROTOTYPE: marked("prototype"),
    PlannedOutputKind.PLAN: marked("plan"),
    PlannedOutputKind.TEXT: marked("texte"),
    PlannedOutputKind.DECISION: marked("décision"),
    PlannedOutputKind.DATA: marked("données"),
    PlannedOutputKind.COMMITMENT: marked("engagement"),
}
"""What sort of thing came out, in words."""


class OutputsTab(Panel):
    """A table, one production at the right, a line to add one; those planned are one press away."""

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        """Show what came out so far."""
        super().__init__(subject, parent)
        columns = (
            Column[Output](_("Production"), _title, wide=True),
            Column[Output](_("Sorte"), _kind),
            Column[Output](_("Quantité"), _quantity, sort=_number, figures=True),
            Column[Output](_("État"), _condition),
            Column[Output](_("Devenir"), _fate),
        )
        empty = EmptyState(
            _("Qu’est-ce qui est sorti de cet atelier ?"),
            note=_("Un objet, un plan, une décision, des données : écrivez-le ci-dessous."),
            drawing="plant",
        )
        self.table = DataTable(columns, hint=_("Filtrer les productions"), count=_count, empty=empty)
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Ajouter une production : son titre, puis Entrée"))
        self.name.setAccessibleName(_("Ajouter une production"))
        self.name.returnPressed.connect(self._add_typed)
        self._offers = Flow(gap="xs")
        self._offered = holding(self._offers)
        column = stack(self.table, self._offered, self.name, gap="m")
        theme = worn()
        column.setContentsMargins(theme.space("l"), theme.space("l"), theme.space("l"), theme.space("m"))
        self.inspector = Inspector(_("Production"))
        self._fill_inspector()
        self.beside = Beside(Tall(column, self.table.view), self.inspector, _("Retour aux productions"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.beside)
        self.table.current_changed.connect(self._look)
        self.table.opened.connect(self._open)
        self.table.delete_asked.connect(self._delete)
        subject.changed.connect(self._heard)
        self.refresh()

    def primary(self) -> Primary | None:
        """Add one."""
        return Primary(_("Ajouter une production"), "add", self.name.setFocus)

    def visit(self, place: str) -> None:
        """A production by its id."""
        if self.table.choose(place.partition(".")[0]):
            self.beside.show_details()

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.form.keep()

    def refresh(self) -> None:
        """Show what came out as it is now."""
        outputs = self.subject.outputs()
        self.table.show_rows(outputs)
        if outputs and self.table.current() is None:
            self.table.view.selectRow(0)
        self._offer()
        self._look(self.table.current())

    def _fill_inspector(self) -> None:
        self.form = Form(self.subject.desk, _("Décrire une production"), self._current, parent=self)
        bind = self.form.bind
        kind = Combo((one, _(said)) for one, said in KINDS.items())
        parts = stack(
            Field(_("Titre"), bind("title", QLineEdit())),
            Field(_("Sorte"), bind("kind", kind)),
            Field(_("Quantité"), bind("quantity", Number(1, most=100000))),
            Field(_("Description"), bind("description", TextEdit(lines=3))),
            Field(_("État"), bind("condition", QLineEdit()), _("Fini, à sécher, à reprendre…")),
            Field(_("Ce que cela devient"), bind("fate", QLineEdit()), _("Reste dans l’équipe.")),
            Field(_("Licence"), bind("licence", Combo(licences()))),
            gap="m",
        )
        self._fields = holding(parts)
        self._nothing = Label(_("Choisissez une production pour la décrire."), "body", tone="muted")
        self.inspector.add(self._nothing, self._fields)

    def _current(self) -> Output | None:
        found = self.table.current()
        return next((one for one in self.subject.outputs() if found and one.id == found.id), None)

    def _look(self, output: Output | None) -> None:
        self._fields.setVisible(output is not None)
        self._nothing.setVisible(output is None)
        self.inspector.set_title(output.title if output else _("Production"))
        self.form.show()

    def _open(self, output: Output) -> None:
        self.beside.show_details()
        editor = self.form.editor("title")
        if editor is not None:
            editor.setFocus()

    def _offer(self) -> None:
        while (item := self._offers.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        workshop = self.subject.workshop()
        there = {one.title for one in self.subject.outputs()}
        planned = workshop.protocol.outputs if workshop and workshop.protocol else ()
        for one in planned:
            if one.title not in there:
                button = Button(one.title, "plain", "add")
                button.setToolTip(_("Prévue par le protocole : l’ajouter"))
                made = Output(
                    workshop_id=self.subject.id, kind=one.kind, title=one.title, description=one.description
                )
                button.clicked.connect(partial(self._add, made))
                self._offers.addWidget(button)
        self._offered.setVisible(self._offers.count() > 0)

    def _add_typed(self) -> None:
        title = self.name.text().strip()
        if title and self._add(Output(workshop_id=self.subject.id, title=title)):
            self.name.clear()

    def _add(self, output: Output, *_pressed: bool) -> bool:
        kept = self.subject.desk.keep(Change(_("Ajouter une production"), after=(output,)))
        if kept:
            self.table.choose(output.id)
        return kept

    def _delete(self, outputs: tuple[Output, ...]) -> None:
        if self.subject.desk.keep(Change(_("Retirer une production"), outputs)):
            said = ngettext("{n} production retirée.", "{n} productions retirées.", len(outputs))
            self.subject.desk.toast(said.format(n=len(outputs)), True)

    def _heard(self, change: Change) -> None:
        if change.touches(Output):
            self.refresh()


def _title(output: Output) -> str:
    return output.title


def _kind(output: Output) -> str:
    return _(KINDS[output.kind])


def _quantity(output: Output) -> str:
    return str(output.quantity)


def _number(output: Output) -> int:
    return output.quantity


def _condition(output: Output) -> str:
    return output.condition


def _fate(output: Output) -> str:
    return output.fate


def _count(count: int) -> str:
    return ngettext("{n} production", "{n} productions", count).format(n=count)
