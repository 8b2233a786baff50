# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Préparer › Déroulé: the plan, its totals above it, and the step or the workshop told at the right."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.beside import Beside
from forgeatelier.window.methods.chooser import MethodChooser
from forgeatelier.window.pages.workshop.facts import Facts
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.planner import rows
from forgeatelier.window.pages.workshop.planner.dragging import Dragging
from forgeatelier.window.pages.workshop.planner.inline import LENGTH, TITLE, Inline
from forgeatelier.window.pages.workshop.planner.keys import Keys
from forgeatelier.window.pages.workshop.planner.offering import commands, menu
from forgeatelier.window.pages.workshop.planner.planning import Planning
from forgeatelier.window.pages.workshop.planner.sheet import Sheet
from forgeatelier.window.pages.workshop.planner.side import Side
from forgeatelier.window.pages.workshop.planner.strip import Strip
from forgeatelier.window.pages.workshop.planner.supposing import Supposing
from forgeatelier.window.pages.workshop.planner.verbs import Verbs
from forgeatelier.window.pages.workshop.planner.view import PlanView
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.widgets import Command

_HOURS = "hours"


class Planner(Panel):
    """Everything about when and how, with the keyboard or the pointer; nothing chosen means the workshop itself."""

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        """Show the plan of a workshop."""
        super().__init__(subject, parent)
        self.view = PlanView()
        self.planning = Planning(subject, self)
        self.verbs = Verbs(self.planning, self.view)
        self.inline = Inline(self.planning, self.view)
        self.dragging = Dragging(self.planning, self.view)
        self.supposing = Supposing(self.planning)
        self.strip = Strip()
        self._facts = Facts(subject)
        self.side = Side(self.planning, self._facts)
        self.inspector = self.side.inspector
        self.sheet = Sheet(self.view, self.verbs.insert, self.insert_method)
        self.beside = Beside(self.sheet, self.inspector, _("Retour au déroulé"))
        self._page: dict[str, Callable[[], None]] = {
            "method": self.insert_method,
            "suppose": self.suppose,
            "people": self.count_people,
            "hours": self.turn_view,
            "faults": self.next_fault,
            "facts": self.show_workshop,
        }
        self.view.keys = Keys(
            self.view, self.verbs, self.inline, {"open": self.open_step, "leave": self.leave_steps}
        )
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self.look)
        self._build()
        self._listen()
        self.refresh()
        self.look()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addWidget(self.supposing)
        layout.addWidget(self.beside, 1)
        self.setFocusProxy(self.sheet)
        for keys, name in (
            ("Ctrl+M", "method"),
            ("Ctrl+T", "suppose"),
            ("Ctrl+G", "people"),
            ("Ctrl+H", "hours"),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._page[name])

    def _listen(self) -> None:
        self.verbs.made.connect(self._name_it)
        self.planning.changed.connect(self.refresh)
        self.view.selectionModel().selectionChanged.connect(self._look.start)
        self.view.written.connect(self._write)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._offer)
        strip = self.strip
        strip.people.tried.connect(self._try_people)
        strip.people.counted.connect(self.supposing.count)
        strip.faults_asked.connect(self.next_fault)
        strip.hours.clicked.connect(self.turn_view)
        strip.what_if.clicked.connect(self.suppose)
        strip.add.clicked.connect(self.verbs.insert)
        self.sheet.lowered.connect(strip.add.setVisible)
        strip.facts.clicked.connect(self.show_workshop)
        self.supposing.closed.connect(self._supposed)
        self.subject.changed.connect(self._heard)

    # -- showing ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Draw what is now planned, before anything else happens."""
        table, plan = self.planning.table, self.planning.plan
        if table is None or plan is None:
            return
        self.view.show_rows(self.planning.rows(), rows.headings(table))
        self.sheet.show_steps(bool(plan.steps))
        self.strip.show_totals(table, plan.workshop.people_planned)
        self.inline.place()
        self.view.viewport().repaint()
        self._look.start()

    def look(self) -> None:
        """Show the steps chosen at the right, the workshop when none is."""
        self._look.stop()
        chosen = set(self.view.chosen_ids())
        self.side.show_steps([row for row in self.view.plan.rows if row.id in chosen])

    def _heard(self, change: Change) -> None:
        if change.touches(Workshop, Organisation):
            self._facts.refresh()

    # -- the panel of a phase -----------------------------------------------------------------------------------

    def primary(self) -> Primary | None:
        """Once prepared, one runs it."""
        return Primary(_("Animer"), "play", self._run)

    def visit(self, place: str) -> None:
        """A step by its id, a field of the workshop, or `hours` for the day at its true height."""
        if place == _HOURS:
            if not self.view.to_scale:
                self.turn_view()
            self.beside.show_main()
            return
        if self.view.plan.place(place) >= 0:
            self.view.choose((place,))
            self.look()
        elif place:
            self.show_workshop()
            self._facts.focus(place)
            return
        if place:
            self.beside.show_details()

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.inline.keep()
        self.side.leaving()

    def commands(self) -> tuple[Command, ...]:
        """What one can do here, for the palette."""
        page = dict(self._page)
        if self.side.differs():
            page["propose"] = self.side.propose_changes
        return commands(self.verbs, self.inline, page)

    def _run(self) -> None:
        self.subject.desk.go(f"workshop/{self.subject.id}/run")

    # -- what one asks for --------------------------------------------------------------------------------------

    def open_step(self) -> None:
        """On to the fields of the step."""
        if not self.view.chosen_ids() and self.view.currentIndex().isValid():
            self.view.choose((self.view.current_id(),))
        self.look()
        self.beside.show_details()
        self.side.focus()

    def leave_steps(self) -> None:
        """Nothing chosen: the workshop itself."""
        self.view.clearSelection()
        self.look()

    def show_workshop(self) -> None:
        """The facts of the workshop at the right."""
        self.leave_steps()
        self.beside.show_details()
        self._facts.setFocus(Qt.FocusReason.OtherFocusReason)

    def insert_method(self) -> None:
        """Choose a method and copy its steps."""
        workshop = self.subject.workshop()
        people = workshop.people_planned if workshop else 0
        chooser = MethodChooser(self, self.subject.desk, people)
        chooser.accepted.connect(self._insert_chosen)
        chooser.open()

    def _insert_chosen(self) -> None:
        chooser = self.sender()
        if isinstance(chooser, MethodChooser) and chooser.protocol is not None:
            self.verbs.insert_protocol(
                chooser.protocol, chooser.wanted(), materials=chooser.materials.isChecked()
            )
            self.view.setFocus()
            chooser.deleteLater()

    def suppose(self) -> None:
        """Open « Et si… », or close it."""
        if self.supposing.isVisible():
            self.supposing.leave()
        else:
            self.supposing.open_bar()
        self.strip.what_if.set_checked(self.supposing.isVisible())

    def _supposed(self) -> None:
        self.strip.what_if.set_checked(False)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def count_people(self) -> None:
        """On to the number of people."""
        self.strip.people.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.strip.people.selectAll()

    def _try_people(self, people: int) -> None:
        self.planning.suppose(self.supposing.with_people(people))

    def turn_view(self) -> None:
        """The column, or the day at its true height."""
        self.view.set_to_scale(not self.view.to_scale)
        self.strip.hours.set_checked(self.view.to_scale)
        self.inline.place()

    def next_fault(self) -> None:
        """On to the next step that cannot be held as planned, round and round."""
        places = [n for n, row in enumerate(self.view.plan.rows) if any(fault.blocks for fault in row.faults)]
        if places:
            at = self.view.currentIndex().row()
            place = next((n for n in places if n > at), places[0])
            self.view.choose((self.view.plan.rows[place].id,))
            self.beside.show_main()

    def _name_it(self) -> None:
        if self.beside.narrow:
            self.beside.show_main()
        self.inline.begin(TITLE, then_length=True)

    def _write(self, title: bool) -> None:
        self.inline.begin(TITLE if title else LENGTH)

    def _offer(self, at: QPoint) -> None:
        menu(self.verbs, self.inline, self._page, self.view).popup(self.view.viewport().mapToGlobal(at))
