# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The foot of the console: what each key does, and the room and the computer at a glance."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _, marked
from forgeatelier.window.pages.workshop.console.keys import VERBS, keys_of, shown
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, ElidedLabel, Flow, Glyph, holding, row, stack

BUTTONS = ("pause", "more", "previous", "late", "vote", "plan-b", "steps", "project")
"""The verbs that also have a button."""

_MOST_NEEDED = ("pause", "late", "steps")


class Foot(QWidget):
    """Two quiet lines that give way when space is short."""

    def __init__(self) -> None:
        """Keys as they are on this computer."""
        super().__init__()
        self.keys = ElidedLabel(keys_line(), "note")
        self.room = ElidedLabel("", "note")
        self._mark = Glyph("ok", "ok", "glyph")
        line = row(self._mark, self.room, gap="s")
        line.setStretch(1, 1)
        theme = worn()
        column = stack(self.keys, line, gap="xs")
        column.setContentsMargins(theme.space("l"), theme.space("xs"), theme.space("l"), theme.space("xs"))
        ground = holding(column, "sunken")
        self.setLayout(stack(ground, gap=""))

    def say(self, parts: tuple[str, ...], *, worry: bool) -> None:
        """Say how the room and the computer are."""
        self.room.setText(" · ".join(part for part in parts if part))
        self._mark.set_role("warning" if worry else "ok", "warn" if worry else "ok")


class Bar(QWidget):
    """Buttons for the pointer; clicking one never takes the keyboard from the console."""

    def __init__(self, act: Callable[[str], object], extra: tuple[QWidget, ...] = ()) -> None:
        """`act` is told the verb; `extra` stand after the buttons."""
        super().__init__()
        known = {verb.name: verb for verb in VERBS}
        self.buttons: dict[str, Button] = {}
        for name in BUTTONS:
            verb = known[name]
            button = Button(_(_SHORT[name]), "soft", verb.icon)
            key = shown(keys_of(verb))
            button.setToolTip(f"{_(verb.words)} ({key})" if key else _(verb.words))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(act, name))
            self.buttons[name] = button
        flow = holding(Flow(*self.buttons.values(), *extra, gap="xs"))
        theme = worn()
        line = row(flow)
        line.setStretch(0, 1)
        line.setContentsMargins(theme.space("s"), theme.space("xs"), theme.space("s"), theme.space("xs"))
        self.setLayout(line)

    def show_state(self, *, paused: bool, running: bool, projecting: bool) -> None:
        """Buttons say what they would do now."""
        said = _("Suspendre") if running and not paused else _("Reprendre") if running else _("Démarrer")
        self._put("pause", said, "pause" if running and not paused else "play")
        self._put("project", _("Ne plus projeter") if projecting else _("Projeter"), "projector")

    def set_compact(self, compact: bool) -> None:
        """Only the buttons one needs most, where there is little room; every verb keeps its key."""
        for name, button in self.buttons.items():
            button.setVisible(not compact or name in _MOST_NEEDED)

    def _put(self, name: str, said: str, icon: str) -> None:
        button = self.buttons[name]
        if button.text() != said:
            button.setText(said)
            button.set_icon(icon)


_SHORT: Mapping[str, str] = {
    "pause": marked("Suspendre"),
    "more": marked("+1 min"),
    "previous": marked("Précédente"),
    "late": marked("Rattraper"),
    "vote": marked("Voter"),
    "plan-b": marked("Plan B"),
    "steps": marked("Étapes"),
    "project": marked("Projeter"),
}


def keys_line() -> str:
    """« Espace minuteur · → suivant · M +1 min … »."""
    told = [(shown(keys_of(verb)), _(verb.short)) for verb in VERBS if verb.short]
    return "   ".join(f"{key}\N{NO-BREAK SPACE}{said}" for key, said in told if key)
