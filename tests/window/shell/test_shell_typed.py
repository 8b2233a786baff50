# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was typed goes back into the field it was typed in, or nowhere."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout, QWidget

from forgeatelier.atelier import Atelier
from forgeatelier.window.bulletin import Bulletin
from forgeatelier.window.choices import Choices
from forgeatelier.window.desk import Desk
from forgeatelier.window.jobs import Jobs
from forgeatelier.window.pages.settings.page import SettingsPage
from forgeatelier.window.typed import Typed
from forgeatelier.window.undo import History


class Place(QWidget):
    """A part of a page: where it happens."""

    def __init__(self) -> None:
        super().__init__()
        self.town, self.people = QLineEdit(), QSpinBox()
        layout = QVBoxLayout(self)
        for editor in (self.town, self.people):
            layout.addWidget(editor)


class Page(QWidget):
    """A page that may show its parts in another order, or not all of them."""

    def __init__(self, *order: str) -> None:
        super().__init__()
        self.search, self.note, self.place = QLineEdit(), QLineEdit(), Place()
        layout = QVBoxLayout(self)
        for name in order:
            layout.addWidget(getattr(self, name))


def test_text_goes_back_to_its_own_field_when_the_fields_change_places(qtbot) -> None:
    before, after = Page("search", "note", "place"), Page("place", "note", "search")
    for page in (before, after):
        qtbot.addWidget(page)
    before.search.setText("four")
    before.note.setText("à rappeler")
    before.place.town.setText("Ségou")
    before.place.people.setValue(17)
    Typed.on(before).into(after)
    assert (after.search.text(), after.note.text()) == ("four", "à rappeler")
    assert (after.place.town.text(), after.place.people.value()) == ("Ségou", 17)


def test_text_whose_field_is_gone_lands_in_no_other(qtbot) -> None:
    before, after = Page("search", "note", "place"), Page("note", "place")
    for page in (before, after):
        qtbot.addWidget(page)
    before.search.setText("four")
    Typed.on(before).into(after)
    assert [editor.text() for editor in (after.note, after.place.town)] == ["", ""]


def test_fields_that_cannot_be_told_apart_are_left_alone(qtbot) -> None:
    pages = [QWidget(), QWidget()]
    for page in pages:
        qtbot.addWidget(page)
        layout = QVBoxLayout(page)
        for _time in range(2):
            editor = QLineEdit()
            editor.setObjectName("brake")
            layout.addWidget(editor)
    for editor in pages[0].findChildren(QLineEdit):
        editor.setText("trop cher")
    Typed.on(pages[0]).into(pages[1])
    assert [editor.text() for editor in pages[1].findChildren(QLineEdit)] == ["", ""]


def test_the_field_one_wrote_in_keeps_the_keyboard(qtbot, in_front) -> None:
    before, after = Page("search", "note", "place"), Page("place", "note", "search")
    in_front(before)
    before.place.town.setFocus()
    kept = Typed.on(before)
    in_front(after)
    kept.into(after)
    assert after.place.town.hasFocus()


def test_settings_built_anew_show_the_size_of_now(qtbot, qapp, tmp_path) -> None:
    atelier = Atelier.create(tmp_path / "bibliotheque", lambda: datetime(2026, 3, 12, tzinfo=UTC))
    jobs, bulletin = Jobs(), Bulletin()
    desk = Desk(atelier, History(atelier), jobs, bulletin, print, print, print)
    page = SettingsPage(desk, choices=Choices(qapp), ask_folder=lambda: None)
    qtbot.addWidget(page)
    assert Typed.on(page).values == {}
    atelier.close()
