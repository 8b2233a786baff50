# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person chooses for the window, in force at once and remembered: words, looks, size, low power."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from forgeatelier.ground import preferences, words
from forgeatelier.ground.preferences import Preferences
from forgeatelier.window import qt_words, theme
from forgeatelier.window.roles import THEMES

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_FadeTooltip,
)
SMALLEST, LARGEST, STEP = 100, 200, 25
"""The sizes of text one may choose, in per cent."""


class Choices(QObject):
    """`changed` tells that the window must be built anew."""

    changed = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        """As last kept on this computer."""
        super().__init__(parent)
        self._app = app
        self.now: Preferences = preferences.load()
        self._calm()

    def dress(self) -> None:
        """Put on the theme and the words; a theme that no longer exists gives way to the day."""
        name = self.now.theme if self.now.theme in THEMES else "day"
        theme.apply(self._app, theme.load(name), self._scale())

    def speak(self) -> None:
        """Let Qt speak the language of the window."""
        qt_words.speak(self._app, words.language())

    def _scale(self) -> float:
        return max(SMALLEST, min(LARGEST, self.now.text_scale)) / 100

    def set_language(self, code: str) -> None:
        """Speak another language."""
        if code == words.language():
            return
        words.use(code)
        self._keep(replace(self.now, language=code))
        self.speak()
        self.changed.emit()

    def next_language(self) -> None:
        """The other language."""
        codes = list(words.LANGUAGES)
        self.set_language(codes[(codes.index(words.language()) + 1) % len(codes)])

    def set_theme(self, name: str) -> None:
        """Wear another theme."""
        if name == theme.worn().name:
            return
        self._keep(replace(self.now, theme=name))
        self.dress()
        self.changed.emit()

    def next_theme(self) -> None:
        """The next theme of the list."""
        names = list(THEMES)
        self.set_theme(names[(names.index(theme.worn().name) + 1) % len(names)])

    def set_text_scale(self, percent: int) -> None:
        """Larger or smaller text."""
        wanted = max(SMALLEST, min(LARGEST, percent))
        if wanted == self.now.text_scale:
            return
        self._keep(replace(self.now, text_scale=wanted))
        self.dress()
        self.changed.emit()

    def larger(self) -> None:
        """One step larger."""
        self.set_text_scale(self.now.text_scale + STEP)

    def smaller(self) -> None:
        """One step smaller."""
        self.set_text_scale(self.now.text_scale - STEP)

    def set_low_power(self, wanted: bool) -> None:
        """Nothing moves and nothing is done ahead."""
        self._keep(replace(self.now, low_power=wanted))
        self._calm()

    def remember_library(self, folder: str) -> None:
        """Open this library the next time."""
        if folder != self.now.library:
            self._keep(replace(self.now, library=folder))

    def _calm(self) -> None:
        for effect in _EFFECTS:
            QApplication.setEffectEnabled(effect, not self.now.low_power)
        # A blinking cursor wakes the processor twice a second.
        self._app.setCursorFlashTime(0 if self.now.low_power else 1000)

    def _keep(self, now: Preferences) -> None:
        self.now = now
        preferences.keep(now)
