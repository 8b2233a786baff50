# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the planner: what each does while one is in the list of steps."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from forgeatelier.window.pages.workshop.planner.inline import LENGTH, TITLE, Inline
from forgeatelier.window.pages.workshop.planner.verbs import Verbs
from forgeatelier.window.pages.workshop.planner.view import PlanView

_Key, _Mod = Qt.Key, Qt.KeyboardModifier
_CTRL, _ALT, _SHIFT, _NONE = _Mod.ControlModifier, _Mod.AltModifier, _Mod.ShiftModifier, _Mod.NoModifier
_BEGINS_LENGTH = frozenset("0123456789xX×")


class Keys:
    """Ask it about every key pressed in the view: it tells whether it did something."""

    def __init__(
        self, view: PlanView, verbs: Verbs, inline: Inline, more: dict[str, Callable[[], None]]
    ) -> None:
        """`more` are the verbs of the page: `open` (Enter) and `leave` (Esc)."""
        self._view, self._inline = view, inline
        self._does: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], None]] = {
            (_Key.Key_Insert, _NONE): verbs.insert,
            (_Key.Key_Return, _CTRL): verbs.insert,
            (_Key.Key_Insert, _SHIFT): lambda: verbs.insert(before=True),
            (_Key.Key_D, _CTRL): verbs.duplicate,
            (_Key.Key_Delete, _NONE): verbs.remove,
            (_Key.Key_Backspace, _NONE): verbs.remove,
            (_Key.Key_C, _CTRL): verbs.copy,
            (_Key.Key_X, _CTRL): verbs.cut,
            (_Key.Key_V, _CTRL): verbs.paste,
            (_Key.Key_Up, _ALT): lambda: verbs.move(-1),
            (_Key.Key_Down, _ALT): lambda: verbs.move(1),
            (_Key.Key_PageUp, _ALT): lambda: verbs.to_day(-1),
            (_Key.Key_PageDown, _ALT): lambda: verbs.to_day(1),
            (_Key.Key_L, _CTRL): verbs.fork,
            (_Key.Key_L, _CTRL | _SHIFT): verbs.join,
            (_Key.Key_B, _CTRL): verbs.lock_start,
            (_Key.Key_E, _CTRL): verbs.lock_end,
            (_Key.Key_I, _CTRL): verbs.weigh,
            (_Key.Key_F2, _NONE): lambda: inline.begin(LENGTH),
            (_Key.Key_F2, _SHIFT): lambda: inline.begin(TITLE),
            (_Key.Key_Return, _NONE): more["open"],
            (_Key.Key_Enter, _NONE): more["open"],
            (_Key.Key_Escape, _NONE): more["leave"],
        }

    def __call__(self, event: QKeyEvent) -> bool:
        """Do what the key says."""
        held = event.modifiers() & ~_Mod.KeypadModifier
        does = self._does.get((Qt.Key(event.key()), held))
        if does is not None:
            does()
            return True
        if event.text() in _BEGINS_LENGTH and event.text() and not held & (_CTRL | _ALT):
            self._inline.begin(LENGTH, event.text())
            return True
        return self._begin(event)

    def _begin(self, event: QKeyEvent) -> bool:
        """The first arrow goes to the step that has the ring, not past it."""
        index = self._view.currentIndex()
        if (
            event.key() in {_Key.Key_Down, _Key.Key_Up}
            and not self._view.chosen_ids()
            and self._view.plan.rows
        ):
            self._view.choose((self._view.plan.rows[max(0, index.row())].id,))
            return True
        return False
