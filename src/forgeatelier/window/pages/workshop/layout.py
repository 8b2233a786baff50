# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the parts of a workshop are laid out: panels of a phase, tabs, sections of details."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Command, Label, Tabs, holding, row, stack


@dataclass(frozen=True)
class Primary:
    """The one thing to do next: a verb, its icon, what it does, and whether it can be done now."""

    verb: str
    icon: str
    run: Callable[[], object]
    ready: bool = True


class Panel(QWidget):
    """One phase or one tab of it. `primary_changed` when the next thing to do is another one."""

    primary_changed = Signal()

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        """Show the workshop of `subject`."""
        super().__init__(parent)
        self.subject = subject

    def minimumSizeHint(self) -> QSize:
        """A part that is not in sight never makes the window larger; lists give way first."""
        return QSize(worn().measure("control") * 8, worn().measure("control") * 4)

    def primary(self) -> Primary | None:
        """The next thing to do here."""
        return None

    def visit(self, place: str) -> None:
        """Go to a place within (a tab, a field, a capture); empty for wherever one was."""

    def leaving(self) -> None:
        """Keep what is being typed."""

    def commands(self) -> tuple[Command, ...]:
        """What one can do here, for the palette."""
        return ()


class Tabbed(Panel):
    """A phase with tabs; each tab is made when it is first opened."""

    def __init__(
        self,
        subject: Subject,
        tabs: tuple[tuple[str, str], ...],
        makers: Mapping[str, Callable[[], Panel]],
        parent: QWidget | None = None,
    ) -> None:
        """`tabs` are (name, words); `makers` make the panel of each name."""
        super().__init__(subject, parent)
        self._makers = makers
        self._made: dict[str, Panel] = {}
        self.tabs = Tabs(tabs)
        self.tabs.chosen.connect(self.open_tab)
        self.note = Label("", "note", wrap=False)
        self._pile = QStackedWidget()
        theme = worn()
        bar = row(self.tabs, self.note, gap="m")
        # The tab one is on is set in bold: the bar needs more than its hint.
        bar.setStretch(0, 1)
        bar.setContentsMargins(theme.space("l"), 0, theme.space("xl"), 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(holding(bar, "surface"))
        layout.addWidget(self._pile, 1)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._turn, step))

    def _turn(self, step: int) -> None:
        """To the tab after or before, round and round."""
        names = list(self._makers)
        self.open_tab(names[(names.index(self.tabs.current()) + step) % len(names)])
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_tab(self, name: str) -> None:
        """Show a tab."""
        if name not in self._made:
            panel = self._makers[name]()
            panel.primary_changed.connect(self.primary_changed)
            self._made[name] = panel
            self._pile.addWidget(panel)
        for other, panel in self._made.items():
            if other != name:
                panel.leaving()
        self.tabs.show_tab(name)
        self.setFocusProxy(self._made[name])
        self._pile.setCurrentWidget(self._made[name])
        self.primary_changed.emit()

    def panel(self, name: str = "") -> Panel:
        """The panel of a tab, of the open one when none is named."""
        name = name or (self.tabs.current() if self._made else self._first())
        if name not in self._made:
            self.open_tab(name)
        return self._made[name]

    def primary(self) -> Primary | None:
        """That of the open tab."""
        return self.panel().primary()

    def visit(self, place: str) -> None:
        """`tab` or `tab:place`."""
        name, _colon, rest = place.partition(":")
        if not name and not self._made:
            name = self._first()
        if name in self._makers:
            self.open_tab(name)
            if rest:
                self.panel(name).visit(rest)

    def _first(self) -> str:
        return next(iter(self._makers))

    def leaving(self) -> None:
        """Every tab keeps what is being typed."""
        for panel in self._made.values():
            panel.leaving()

    def commands(self) -> tuple[Command, ...]:
        """Those of the open tab."""
        return self.panel().commands()


def said_under(title: str, text: str, *, tone: str = "") -> QWidget:
    """A small heading and the words under it; nothing to see when there are none."""
    label = Label(text, "body", tone=tone, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    part = holding(stack(Label(title, "label", wrap=True), label, gap="xs"))
    if not text:
        part.hide()
    return part
