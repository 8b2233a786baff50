# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page opens in every look, and nothing on it is cut."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from forgeatelier.actions.sample import FINISHED, UPCOMING
from forgeatelier.model.workshop.planned_step import derived_id
from forgeatelier.window.main_window import MainWindow
from forgeatelier.window.widgets import Button, ElidedLabel
from screens.conftest import Look

LOOKS = [
    Look(language, theme, *size)
    for language in ("fr", "en")
    for theme in ("day", "night")
    for size in ((1366, 768, 100), (1280, 640, 200))
]
PROTOCOL = "quel-est-notre-commun"
"""What the coming workshop of the sample is prepared from."""

FIRST_STEP = derived_id(UPCOMING, "step", "tour-des-prenoms")
ADDRESSES = {
    "accueil": "home",
    "ateliers": "workshops",
    "nouvel-atelier": "workshops/new",
    "atelier-preparer": f"workshop/{UPCOMING}/prepare",
    "atelier-deroule-horaire": f"workshop/{UPCOMING}/prepare/programme:hours",
    "atelier-deroule-etape": f"workshop/{UPCOMING}/prepare/programme:{FIRST_STEP}",
    "atelier-materiel": f"workshop/{UPCOMING}/prepare/materials",
    "atelier-courses": f"workshop/{UPCOMING}/prepare/materials:to-get",
    "atelier-equipe": f"workshop/{UPCOMING}/prepare/team",
    "atelier-personnes": f"workshop/{UPCOMING}/prepare/people",
    "atelier-impressions": f"workshop/{UPCOMING}/prepare/prints",
    "atelier-animer": f"workshop/{UPCOMING}/run",
    "atelier-recolter": f"workshop/{FINISHED}/harvest",
    "atelier-publier": f"workshop/{FINISHED}/publish",
    "bibliotheque": "library",
    "bibliotheque-versions": f"library/{PROTOCOL}/versions",
    "bibliotheque-propositions": f"library/{PROTOCOL}/proposals",
    "communs": "commons",
    "participants": "people",
    "participants-doublons": "people/doubles",
    "guides": "guides",
    "echanges": "exchange",
    "reglages": "settings",
    "aide": "help",
    "aide-preparer": "help/preparer",
}
Show = Callable[..., MainWindow]
Save = Callable[[MainWindow, Look, str], None]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_every_page_opens_and_nothing_on_it_is_cut(qtbot, show: Show, save: Save, look: Look) -> None:
    window = show(look)
    cut: list[str] = []
    for name, address in ADDRESSES.items():
        window.go(address)
        rest(qtbot, window)
        save(window, look, name)
        cut += [f"{name}: {words}" for words in cut_texts(window)]
    assert cut == []


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_without_a_library_one_is_welcomed(show: Show, save: Save, look: Look) -> None:
    window = show(look, folder=None)
    save(window, look, "bienvenue")
    assert cut_texts(window) == []


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_a_library_that_is_not_there_is_said_calmly(
    show: Show, save: Save, look: Look, tmp_path: Path
) -> None:
    window = show(look, folder=tmp_path / "partie" / "avec la clé")
    save(window, look, "refus")
    assert cut_texts(window) == []


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_the_palette_finds_commands_and_texts(qtbot, show: Show, save: Save, look: Look) -> None:
    window = show(look)
    qtbot.waitUntil(lambda: window.settled, timeout=20_000)
    window.awake.find()
    finder = window.awake.finder
    qtbot.keyClicks(finder.search, "four")
    qtbot.waitUntil(lambda: len(finder.shown()) > 1)
    save(window, look, "palette")
    assert finder.shown()


def rest(qtbot, window: MainWindow) -> None:
    """Wait until nothing has been under way for a moment: one piece of work may begin another."""
    quiet = 0
    while quiet < 5:
        qtbot.waitUntil(lambda: window.settled, timeout=60_000)
        qtbot.wait(20)
        quiet = quiet + 1 if window.settled else 0


def cut_texts(window: MainWindow) -> list[str]:
    """The words that do not fit where they stand."""
    found = []
    for widget in window.frame.findChildren(QWidget):
        if not widget.isVisible() or not widget.visibleRegion().boundingRect().width():
            continue
        if isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel) and widget.text():
            if _is_cut(widget):
                found.append(widget.text())
        elif isinstance(widget, Button) and widget.width() < widget.sizeHint().width():
            found.append(QAbstractButton.text(widget))
    return found


def _is_cut(label: QLabel) -> bool:
    area = label.contentsRect()
    if label.wordWrap():
        longest = max(label.text().replace("\N{ZERO WIDTH SPACE}", " ").split(), key=len)
        return label.heightForWidth(label.width()) > label.height() + 2 or (
            label.fontMetrics().horizontalAdvance(longest) > area.width() + 1
        )
    return label.fontMetrics().horizontalAdvance(label.text()) > area.width() + 1
