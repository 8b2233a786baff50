# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame around every page: rail, notices, the page itself, long work in sight, status line."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Area,
    Banner,
    Label,
    ProgressStrip,
    Rail,
    StatusLine,
    holding,
    reveal,
    row,
    stack,
)


def areas() -> tuple[Area, ...]:
    """The areas of the rail, in the language now spoken."""
    return (
        Area("home", _("Accueil"), "home", "Alt+A"),
        Area("workshops", _("Ateliers"), "workshops", "Alt+T"),
        Area("library", _("Bibliothèque"), "library", "Alt+B"),
        Area("commons", _("Communs"), "commons", "Alt+C"),
        Area("people", _("Participants"), "people", "Alt+P"),
        Area("guides", _("Guides"), "guides", "Alt+G"),
        Area("exchange", _("Échanges"), "exchange", "Alt+E"),
        Area("settings", _("Réglages"), "settings", "Ctrl+,", below=True),
        Area("help", _("Aide"), "help", "F1", below=True),
    )


class Frame(QWidget):
    """Made anew when the words or the looks change; `area_chosen` tells which area was asked for."""

    area_chosen = Signal(str)

    def __init__(self, *, language: str = "fr", theme_name: str = "day", bare: bool = False) -> None:
        """`bare` frames have no rail: there is no library to move about in."""
        super().__init__()
        self.rail = Rail(areas(), "home")
        self.rail.chosen.connect(self.area_chosen)
        self.status = StatusLine(language, theme_name)
        self.progress = ProgressStrip()
        self._stack = QStackedWidget()
        self._notices: dict[str, Banner] = {}
        self._notice_pile = stack(gap="s")
        edge, near = worn().space("xl"), worn().space("m")
        self._notice_pile.setContentsMargins(edge, near, edge, 0)
        self._notice_box = holding(self._notice_pile)
        self._notice_box.hide()
        self._waiting: QWidget | None = None
        page = stack(self._notice_box, self._stack, self.progress, gap="")
        page.setStretch(1, 1)
        body = row(self.rail, gap="")
        body.addLayout(page, 1)
        whole = stack(gap="")
        whole.addLayout(body, 1)
        whole.addWidget(self.status)
        self.setLayout(whole)
        reveal(self.rail, not bare)

    def page(self) -> QWidget | None:
        """The page now shown."""
        return self._stack.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Show a page, taking it in the first time."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def settle_focus(self, page: QWidget) -> None:
        """Unless the page took the focus itself, Tab begins with its first part and nothing looks chosen."""
        focused = self.window().focusWidget()
        if focused is None or not page.isAncestorOf(focused):
            self._stack.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_waiting(self, title: str) -> None:
        """Show that a page will come as soon as the library is open."""
        if self._waiting is None:
            said = Label(_("Ouverture de la bibliothèque…"), "lead", tone="muted")
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._waiting = holding(stack(said), "surface")
        self._waiting.setAccessibleName(title)
        self.show_page(self._waiting)

    def set_area(self, area: str) -> None:
        """Show on the rail where one is."""
        self.rail.set_current(area)

    def notice(self, name: str, banner: Banner) -> None:
        """Put a notice above the page, in the place of the one with the same name."""
        self.take_away(name)
        self._notices[name] = banner
        banner.closed.connect(self._tidy_notices)
        # What went wrong just now stands above what has been so for a while.
        self._notice_pile.insertWidget(0 if name == "trouble" else self._notice_pile.count(), banner)
        self._notice_box.show()

    def take_away(self, name: str) -> None:
        """Take a notice away."""
        banner = self._notices.pop(name, None)
        if banner is not None:
            self._notice_pile.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self._tidy_notices()

    def notices(self) -> tuple[str, ...]:
        """The names of the notices now shown."""
        return tuple(name for name, banner in self._notices.items() if not banner.isHidden())

    def tell(self, error: AtelierError) -> None:
        """Say what went wrong and what to do, above the page."""
        self.notice("trouble", Banner("warn", error.what, error.advice))

    def _tidy_notices(self) -> None:
        reveal(self._notice_box, any(not banner.isHidden() for banner in self._notices.values()))


Go = Callable[[str], None]
