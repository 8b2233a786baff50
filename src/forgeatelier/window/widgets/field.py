# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A field: label above, help below, error in place with its remedy."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.layouts import holding, row
from forgeatelier.window.widgets.text import Glyph, Label, reveal


class Field(QWidget):
    """One thing to fill in; what went wrong is said under it, with what to do."""

    def __init__(self, label: str, editor: QWidget, help_: str = "", *, optional: bool = False) -> None:
        """`editor` is any input; `help_` is one quiet sentence under it."""
        super().__init__()
        self.editor = editor
        said = _("{label} (facultatif)").format(label=label) if optional else label
        self._label = Label(said, "label", tone="text", wrap=True)
        self._label.setBuddy(editor)
        self._help = Label(help_, "note")
        reveal(self._help, bool(help_))
        self._fault = Label("", "note", tone="danger")
        fault = row(Glyph("warning", "danger", "glyph"), gap="xs")
        fault.addWidget(self._fault, 1)
        self._fault_row = holding(fault)
        self._fault_row.hide()
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(help_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(worn().space("xs"))
        for part in (self._label, editor, self._help, self._fault_row):
            layout.addWidget(part)

    def set_error(self, what: str, remedy: str = "") -> None:
        """Say in place what is wrong and what to do; an empty `what` clears it."""
        self._fault.setText(f"{what} {remedy}".strip())
        reveal(self._fault_row, bool(what))
        reveal(self._help, bool(self._help.text()) and not what)
        self.editor.setAccessibleDescription(self._fault.text() or self._help.text())
        self.editor.setProperty("fault", bool(what))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    def clear_error(self) -> None:
        """All is well again."""
        self.set_error("")

    def error(self) -> str:
        """What is said to be wrong; empty when all is well."""
        return self._fault.text()
