# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of one workshop: where it stands, its four phases, and the one thing to do next."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.desk import Desk
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.pages.workshop.console import Console
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.phases import HarvestPanel, PreparePanel
from forgeatelier.window.pages.workshop.publishing import PublishPanel
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.widgets import PHASES, Button, Command, EmptyState, PageHeader, PhaseStrip

_MAKERS: dict[str, Callable[[Subject], Panel]] = {
    "prepare": PreparePanel,
    "run": Console,
    "harvest": HarvestPanel,
    "publish": PublishPanel,
}


class WorkshopPage(QWidget):
    """Addresses: `workshop/<id>/<phase>`, and within a phase `workshop/<id>/<phase>/<tab>:<place>`."""

    def __init__(self, desk: Desk, address: str = "") -> None:
        """Open the workshop of the address."""
        super().__init__()
        self._desk = desk
        self._subject: Subject | None = None
        self._panels: dict[str, Panel] = {}
        self._next: Primary | None = None
        self.strip = PhaseStrip()
        self.strip.chosen.connect(self._ask_phase)
        self.primary = Button("", "primary")
        self.primary.clicked.connect(self._do_next)
        self.header = PageHeader("", middle=self.strip, primary=self.primary, back_to=_("Ateliers"))
        self.header.back.connect(self._ask_list)
        self._pile = QStackedWidget()
        self._gone = EmptyState(
            _("Cet atelier n’est pas dans la bibliothèque."),
            _("Voir les ateliers"),
            _("Il a peut-être été retiré : Ctrl+Z le ramène."),
            drawing="nothing-found",
        )
        self._gone.acted.connect(self._ask_list)
        self._pile.addWidget(self._gone)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._pile, 1)
        if address:
            self.arrive(address)

    def arrive(self, address: str) -> None:
        """Go to a phase of a workshop; without a phase, to the one it is in."""
        parts = [*address.split("/", 3), "", "", "", ""]
        if self._subject is None or self._subject.id != parts[1]:
            self._open(parts[1])
        assert self._subject is not None
        workshop = self._subject.workshop()
        if workshop is None:
            self._show_gone()
            return
        name = parts[2] if parts[2] in _MAKERS else workshop.phase.value
        panel = self.panel(name)
        for other in self._panels.values():
            if other is not panel:
                other.leaving()
        self._pile.setCurrentWidget(panel)
        panel.visit(parts[3])
        self.refresh()
        if ":" not in parts[3]:
            panel.setFocus()

    def panel(self, name: str) -> Panel:
        """The panel of a phase, made when it is first asked for."""
        assert self._subject is not None
        if name not in self._panels:
            panel = _MAKERS[name](self._subject)
            panel.primary_changed.connect(self._show_next)
            self._panels[name] = panel
            self._pile.addWidget(panel)
        return self._panels[name]

    def phase(self) -> str:
        """The phase in sight; empty when the workshop is gone."""
        return next((name for name, panel in self._panels.items() if panel is self._pile.currentWidget()), "")

    def leaving(self) -> None:
        """Keep what is being typed."""
        for panel in self._panels.values():
            panel.leaving()

    def commands(self) -> tuple[Command, ...]:
        """The four phases, and what the one in sight can do."""
        if not self.phase():
            return ()
        group = _("Atelier")
        ways = tuple(
            Command(_(said), self._way_to(name), f"{name} phase", icon=icon, group=group)
            for (name, said), icon in zip(PHASES, ("checklist", "play", "harvest", "publish"), strict=True)
        )
        return (*ways, *self._panels[self.phase()].commands())

    def refresh(self) -> None:
        """Say where the workshop stands."""
        workshop = self._subject.workshop() if self._subject else None
        if workshop is None:
            self._show_gone()
            return
        if not self.phase():
            panel = self.panel(workshop.phase.value)
            panel.visit("")
            self._pile.setCurrentWidget(panel)
        self.header.set_title(workshop.title or _("Atelier sans titre"), saying.about(workshop))
        names = [name for name, _said in PHASES]
        self.strip.show_state(self.phase(), names[: names.index(workshop.phase.value)])
        self.strip.show()
        self._show_next()

    def _open(self, workshop_id: str) -> None:
        self.leaving()
        for panel in self._panels.values():
            self._pile.removeWidget(panel)
            panel.deleteLater()
        self._panels.clear()
        if self._subject is not None:
            self._subject.deleteLater()
        self._subject = Subject(self._desk, workshop_id, self)
        self._subject.changed.connect(self._heard)

    def _show_gone(self) -> None:
        self.header.set_title(_("Atelier"))
        self.strip.hide()
        self.primary.hide()
        self._pile.setCurrentWidget(self._gone)

    def _show_next(self) -> None:
        name = self.phase()
        self._next = self._panels[name].primary() if name else None
        self.primary.setVisible(self._next is not None)
        if self._next is not None:
            self.primary.setText(self._next.verb)
            self.primary.set_icon(self._next.icon)
            self.primary.setEnabled(self._next.ready)

    def _do_next(self) -> None:
        if self._next is not None:
            self._next.run()

    def _heard(self, change: Change) -> None:
        if change.touches(Workshop):
            self.refresh()

    def _ask_phase(self, name: str) -> None:
        if self._subject is not None:
            self.leaving()
            self._desk.go(f"workshop/{self._subject.id}/{name}")

    def _ask_list(self) -> None:
        self._desk.go("workshops")

    def _way_to(self, name: str) -> Callable[[], None]:
        def go() -> None:
            self._ask_phase(name)

        return go
