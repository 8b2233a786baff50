# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Binds the keys of the console: they sleep in text fields, and where a list or a panel of choices needs them."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from forgeatelier.window.pages.workshop.console.keys import VERBS, keys_of


class Bindings(QObject):
    """One shortcut a key; a field that can take a letter takes it before any shortcut does."""

    def __init__(
        self,
        console: QWidget,
        verbs: Mapping[str, Callable[[], object]],
        calm: Callable[[QObject | None], frozenset[str]],
    ) -> None:
        """`calm` tells which verbs sleep while something has the focus."""
        super().__init__(console)
        self._calm = calm
        self.shortcuts: list[tuple[str, QShortcut]] = []
        for verb in VERBS:
            for keys in keys_of(verb):
                shortcut = QShortcut(QKeySequence(keys), console)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                # Holding a key down must not run through the day.
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(partial(_run, verbs[verb.name]))
                self.shortcuts.append((verb.name, shortcut))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, _before: QObject | None, now: QObject | None) -> None:
        asleep = self._calm(now)
        for name, shortcut in self.shortcuts:
            shortcut.setEnabled(name not in asleep)


def _run(verb: Callable[[], object]) -> None:
    verb()
