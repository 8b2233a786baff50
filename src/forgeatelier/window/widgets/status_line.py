# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The status line: what is safe, said plainly; language and theme at hand."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from forgeatelier.ground.words import LANGUAGES, _
from forgeatelier.window.theme import THEMES, worn
from forgeatelier.window.widgets.buttons import Button
from forgeatelier.window.widgets.text import ElidedLabel, Glyph, Label


class StatusLine(QFrame):
    """« Enregistré 10:42:07 » on the left, a message in the middle, language and theme on the right."""

    language_asked = Signal()
    theme_asked = Signal()

    def __init__(self, language: str = "fr", theme: str = "day", parent: QWidget | None = None) -> None:
        """Codes of the language and the theme now in use."""
        super().__init__(parent)
        self.setProperty("ground", "sunken")
        self.setProperty("edge", "top")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        space = worn().space
        self._mark, self._saved = Glyph("ok", "ok", "glyph"), Label("", "note", wrap=False)
        self._message = ElidedLabel("", "note")
        self._language = Button("", "soft", "language")
        self._theme = Button("", "soft", "contrast")
        self._language.clicked.connect(self.language_asked)
        self._theme.clicked.connect(self.theme_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space("m"), 0, space("xs"), 0)
        layout.setSpacing(space("s"))
        layout.addWidget(self._mark)
        layout.addWidget(self._saved)
        layout.addSpacing(space("m"))
        layout.addWidget(self._message, 1)
        self._extra = QHBoxLayout()
        self._extra.setSpacing(space("m"))
        layout.addLayout(self._extra)
        layout.addWidget(self._language)
        layout.addWidget(self._theme)
        self.set_saved(None)
        self.set_language(language)
        self.set_theme(theme)

    def set_saved(self, when: datetime | None) -> None:
        """Say when the last change was kept; nothing kept yet when there is no moment."""
        said = _("Enregistré {time}").format(time=f"{when:%H:%M:%S}") if when else _("Tout est enregistré")
        self._saved.setText(said)
        self._saved.setToolTip(_("Chaque changement est enregistré aussitôt : il n’y a rien à faire."))

    def say(self, message: str) -> None:
        """Say something quietly in the middle."""
        self._message.setText(message)

    def add(self, widget: QWidget) -> None:
        """One more indicator before language and theme (battery, stick, people present)."""
        self._extra.addWidget(widget)

    def set_language(self, code: str) -> None:
        """Show the language in use."""
        self._language.setText(LANGUAGES.get(code, code))
        self._language.setToolTip(_("Changer de langue"))
        self._language.setAccessibleName(_("Langue : {language}").format(language=LANGUAGES.get(code, code)))

    def set_theme(self, code: str) -> None:
        """Show the theme in use."""
        words = _(THEMES.get(code, code))
        self._theme.setText(words)
        self._theme.set_icon({"day": "day", "night": "night"}.get(code, "contrast"))
        self._theme.setToolTip(_("Changer de thème"))
        self._theme.setAccessibleName(_("Thème : {theme}").format(theme=words))
