# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two texts side by side: words taken away are struck through, new ones underlined; colour only helps."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QTextBrowser

from forgeatelier.ground.words import _
from forgeatelier.model.method.comparing import Difference, changed_words
from forgeatelier.window.theme import worn

_SIDE_BY_SIDE = 520
_SHORT = 60


def marked_html(before: str, after: str) -> tuple[str, str]:
    """Both texts as HTML with the words that changed marked; every word of them is escaped."""
    theme = worn()
    gone, new = theme.colour("danger").name(), theme.colour("ok").name()
    left, right = changed_words(before, after)
    was = "".join(
        f"<s style='color:{gone}'>{_html(text)}</s>" if changed else _html(text) for text, changed in left
    )
    now = "".join(
        f"<u style='color:{new}'><b>{_html(text)}</b></u>" if changed else _html(text)
        for text, changed in right
    )
    return was, now


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")


class Comparison(QTextBrowser):
    """The differences of two protocols, one under another; beside each other where there is room."""

    def __init__(self) -> None:
        """Nothing compared yet."""
        super().__init__()
        self._found: tuple[Difference, ...] = ()
        self._heads = ("", "")
        self._wide = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("shape", "reading")
        self.setOpenLinks(False)
        self.setAccessibleName(_("Comparaison"))
        self.document().setDocumentMargin(worn().space("xs"))

    def show_differences(self, before: str, after: str, found: Sequence[Difference]) -> None:
        """Show these differences under the names of both texts."""
        self._heads, self._found = (before, after), tuple(found)
        self._render()

    def _render(self) -> None:
        self._wide = self.width() >= _SIDE_BY_SIDE * (1 + (worn().text_scale - 1) * 0.7)
        font = worn().font()
        self.setFont(font)
        self.document().setDefaultFont(font)
        place = self.verticalScrollBar().value()
        self.setHtml(self._columns() if self._wide else self._lines())
        self.verticalScrollBar().setValue(place)

    def _columns(self) -> str:
        muted = worn().colour("muted").name()
        before, after = (escape(one) for one in self._heads)
        head = f"<span style='color:{muted}'>"
        rows = [f"<tr><td width='50%'>{head}− {before}</span></td><td>{head}+ {after}</span></td></tr>"]
        for one in self._found:
            was, now = marked_html(one.before, one.after)
            rows.append(f"<tr><td colspan='2'><br><b>{escape(one.label)}</b></td></tr>")
            rows.append(f"<tr><td>{was or _nothing()}</td><td>{now or _nothing()}</td></tr>")
        return f"<table width='100%' cellpadding='4'>{''.join(rows)}</table>"

    def _lines(self) -> str:
        muted = worn().colour("muted").name()
        before, after = (escape(one) for one in self._heads)
        parts = [f"<p style='color:{muted}'>− {before}<br>+ {after}</p>"]
        for one in self._found:
            was, now = marked_html(one.before, one.after)
            parts.append(
                f"<p><b>{escape(one.label)}</b><br>− {was or _nothing()}<br>+ {now or _nothing()}</p>"
            )
        return "".join(parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other as soon as there is room."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE * (1 + (worn().text_scale - 1) * 0.7)
        if wide != self._wide:
            self._render()

    def minimumSizeHint(self) -> QSize:
        """A few lines at least."""
        return QSize(worn().measure("control") * 6, worn().measure("row") * 6)


def _nothing() -> str:
    return f"<i>{escape(_('rien'))}</i>"


class MarkedWords(QLabel):
    """One difference on one line, or as two paragraphs when it is long."""

    def __init__(self, before: str, after: str) -> None:
        """The words on either side; either may be empty."""
        super().__init__()
        was, now = marked_html(before, after)
        was, now = was or _nothing(), now or _nothing()
        short = len(before) + len(after) <= _SHORT
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(True)
        self.setText(f"{was} → {now}" if short else f"<p>− {was}</p><p>+ {now}</p>")
        self.setAccessibleName(_("{before} devient {after}").format(before=before, after=after))
