# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be put right in a protocol: the line, what is wrong, what to write; Enter goes there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from forgeatelier.ground.words import _, ngettext
from forgeatelier.protocols.complaint import Complaint
from forgeatelier.window import icons
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Glyph, Label, holding, row, stack

_COMPLAINT = Qt.ItemDataRole.UserRole + 50


class ComplaintsList(QWidget):
    """`asked` carries the complaint whose line one wants to see."""

    asked = Signal(object)

    def __init__(self) -> None:
        """Nothing read yet."""
        super().__init__()
        self.complaints: tuple[Complaint, ...] = ()
        self._mark, self._head = Glyph("ok", "ok"), Label("", "strong", wrap=True)
        top = row(self._mark, self._head, gap="s")
        top.setStretch(1, 1)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setProperty("shape", "bare")
        self.list.setAccessibleName(_("Points à corriger"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._ask)
        self.list.itemClicked.connect(self._ask)
        self.setLayout(stack(holding(top), self.list, gap="xs"))
        self.show_complaints((), ())

    def show_complaints(self, complaints: Sequence[Complaint], notices: Sequence[Complaint]) -> None:
        """Show what is wrong, then what deserves a look."""
        self.complaints = tuple(complaints)
        count = len(self.complaints)
        if count:
            said = ngettext(
                "{n} point à corriger avant de pouvoir l’enregistrer",
                "{n} points à corriger avant de pouvoir l’enregistrer",
                count,
            )
            self._head.setText(said.format(n=count))
            self._mark.set_role("danger", "danger")
        else:
            self._head.setText(_("Tout se lit bien."))
            self._mark.set_role("ok", "ok")
        self.list.clear()
        for one, shape, tone in (
            *((c, "danger", "danger") for c in complaints),
            *((n, "info", "focus") for n in notices),
        ):
            item = QListWidgetItem(icons.icon(shape, tone, "glyph"), _words(one))
            item.setData(_COMPLAINT, one)
            self.list.addItem(item)
        self.list.setVisible(self.list.count() > 0)
        theme = worn()
        # A sentence with its remedy takes one line, two when the text is large.
        lines = 2 if theme.text_scale < 1.4 else 3
        line = self.list.fontMetrics().lineSpacing() * lines + theme.space("s")
        self.list.setFixedHeight(min(3, max(1, self.list.count())) * line + theme.space("s"))

    def _ask(self, item: QListWidgetItem) -> None:
        self.asked.emit(item.data(_COMPLAINT))


def _words(one: Complaint) -> str:
    place = [_("Ligne {line}").format(line=one.line)] if one.line else []
    place += [one.where] if one.where else []
    return f"{' · '.join(place)}\n{one.what} {one.remedy}" if place else f"{one.what} {one.remedy}"
