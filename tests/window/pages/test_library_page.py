# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The library at the window: find, read, run, rewrite, bring in and take out."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from forgeatelier.actions.at_hand import AtHand
from forgeatelier.ground import words
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.protocols.reading import read_protocol
from forgeatelier.protocols.writing import write_protocol
from forgeatelier.window.pages.library import LibraryPage, drafts

Key = Qt.Key


@pytest.fixture
def open_library(dress, in_front, desk, rest):
    """Open the page and wait until everything at hand is read."""

    def open_(address: str = "library") -> LibraryPage:
        dress()
        page = LibraryPage(desk, address)
        page.resize(1294, 700)
        in_front(page)
        rest()
        return page

    return open_


@pytest.fixture
def page(open_library) -> LibraryPage:
    return open_library()


def titles(page: LibraryPage) -> list[str]:
    return [page.look.list.shelf.held(row).entry.title for row in range(page.look.list.shelf.rowCount())]


def judged(page: LibraryPage, rest) -> None:
    """The text is read again at once instead of after a pause."""
    page.editing._pause.stop()
    page.editing._read()
    rest()


def edit_line(page: LibraryPage, start: str, new: str) -> int:
    """Rewrite the first line that begins so; returns its number."""
    lines = page.editing.text().split("\n")
    number = next(place for place, line in enumerate(lines) if line.startswith(start))
    block = page.editing.editor.document().findBlockByNumber(number)
    cursor = QTextCursor(block)
    cursor.select(QTextCursor.SelectionType.LineUnderCursor)
    cursor.insertText(new)
    return number + 1


def test_everything_that_ships_is_there_in_the_language_spoken(page, atelier):
    french = [entry.title for entry in AtHand(atelier.library).entries("fr")]
    assert sorted(titles(page)) == sorted(french)
    assert page.look.list.current() is not None


def test_one_finds_by_any_word_whatever_the_accents_and_only_at_its_beginning(page, qtbot):
    qtbot.keyClicks(page.look.filters.search, "reparation")
    assert titles(page)[0].startswith("Atelier de réparation"), "the title comes first"
    every = len(titles(page))
    page.look.filters.search.setText("eparation")
    assert len(titles(page)) < every
    page.look.filters.search.setText("zzz introuvable")
    assert titles(page) == []
    assert page.look.shelf.empty
    page.look.nothing.acted.emit()
    assert titles(page)


def test_filters_narrow_by_length_group_and_power(page):
    filters = page.look.filters
    filters.longest.choose(120)
    filters.longest.chosen.emit(120)
    assert {held.protocol.minutes <= 120 for held in page.look.list.shelf._rows} == {True}
    filters.clear()
    filters.people.setValue(60)
    shown = page.look.list.shelf._rows
    assert shown
    assert all(held.protocol.group.max in (0,) or held.protocol.group.max >= 60 for held in shown)


def test_the_card_tells_the_whole_protocol(open_library):
    page = open_library("library/four-solaire-boite")
    said = page.look.reading.toPlainText()
    for words_ in (
        "Pour qui",
        "8 à 20 personnes",
        "Matériel",
        "Sécurité",
        "Accueil et cuisson lancée",
        "S’il pleut",
    ):
        assert words_ in said


def test_a_protocol_becomes_a_workshop_in_three_answers(open_library, desk, heard, qtbot):
    page = open_library("library/four-solaire-boite")
    page.look.primary.click()
    page._form.people.setValue(20)
    qtbot.keyClicks(page._form.town, "Kaolack")
    page._form.make.click()
    (made,) = desk.atelier.library.all(Workshop)
    assert (made.people_planned, made.town, made.starts_on.year) == (20, "Kaolack", 2026)
    assert heard.went == [f"workshop/{made.id}/prepare"]
    desk.history.undo()
    assert desk.atelier.library.all(Workshop) == ()


def test_a_mistake_is_marked_on_its_line_and_the_mark_goes_when_it_is_put_right(open_library, rest):
    page = open_library("library/four-solaire-boite")
    page.edit()
    rest()
    assert page.editing.ready()
    line = edit_line(page, "    minutes: 20", "    minutes: vingt")
    judged(page, rest)
    assert page.editing.editor.marks() == (line,)
    assert not page.look.primary.isEnabled()
    (complaint,) = page.editing.complaints.complaints
    assert complaint.line == line
    page.editing.complaints.asked.emit(complaint)
    assert page.editing.editor.line() == line
    edit_line(page, "    minutes: vingt", "    minutes: 20")
    judged(page, rest)
    assert page.editing.editor.marks() == ()
    assert page.look.primary.isEnabled()


def test_a_changed_protocol_is_kept_as_ones_own_with_a_new_version_and_can_be_given_up(
    open_library, desk, rest, qtbot, heard
):
    page = open_library("library/four-solaire-boite")
    shipped = page.look.list.current().protocol
    page.edit()
    rest()
    edit_line(page, "    minutes: 20", "    minutes: 25")
    judged(page, rest)
    assert not page.look.primary.isEnabled(), "the steps no longer add up to the total"
    edit_line(page, "  total: 475", "  total: 480")
    judged(page, rest)
    page.editing.note.setFocus()
    qtbot.keyClicks(page.editing.note, "Accueil plus long")
    page.look.primary.click()
    rest()
    (mine,) = desk.atelier.library.all(Protocol)
    assert mine.id == shipped.id
    assert mine.version != shipped.version
    assert mine.change_note == "Accueil plus long"
    assert mine.steps[0].minutes == 25
    held = page.look.list.current()
    assert held.entry.own
    assert held.protocol == mine
    page.look.drop.click()
    rest()
    assert page.look.list.current().protocol == shipped
    desk.history.undo()
    rest()
    assert page.look.list.current().protocol == mine


def test_what_one_writes_waits_for_one_even_with_mistakes_in_it(open_library, desk, rest):
    page = open_library("library/four-solaire-boite")
    page.edit()
    rest()
    edit_line(page, "    minutes: 20", "    minutes: beaucoup")
    page.leaving()
    again = open_library("library/four-solaire-boite")
    again.edit()
    rest()
    assert "minutes: beaucoup" in again.editing.text()
    assert again.editing._draft.isVisibleTo(again)
    again.editing._drop_draft("drop")
    rest()
    assert "minutes: beaucoup" not in again.editing.text()
    assert drafts.load(again.editing._name) == ""


def test_a_good_file_is_taken_in_and_a_broken_one_opens_with_every_complaint(
    page, desk, atelier, rest, tmp_path: Path
):
    protocol = AtHand(atelier.library).get("cafe-du-monde", "fr")
    text = write_protocol(protocol).replace(protocol.id, "11111111-2222-4333-8444-555555555555")
    good, broken = tmp_path / "bon.yaml", tmp_path / "casse.yaml"
    good.write_text(text, encoding="utf-8")
    broken.write_text(
        text.replace("licence: CC-BY-SA-4.0", "licence: secrète", 1) + "couleur: bleue\n", encoding="utf-8"
    )
    page.bring_in(good)
    rest()
    assert [one.id for one in desk.atelier.library.all(Protocol)] == ["11111111-2222-4333-8444-555555555555"]
    page.bring_in(broken)
    rest()
    assert page._pile.currentWidget() is page.editing
    assert len(page.editing.complaints.complaints) >= 2
    assert page.editing.editor.line() == page.editing.complaints.complaints[0].line, (
        "it opens at the first one"
    )


def test_a_protocol_goes_out_as_a_file_that_reads_back(open_library, tmp_path: Path, heard):
    page = open_library("library/four-solaire-boite")
    target = tmp_path / "four.yaml"
    page.pick_target = lambda _parent, _name: str(target)
    page.export()
    assert read_protocol(target) == page.look.list.current().protocol
    page.pick_target = lambda _parent, _name: str(tmp_path / "absent" / "four.yaml")
    page.export()
    assert "n’a pas pu être écrit" in heard.told[-1].what


def test_a_broken_file_of_ones_own_is_listed_with_what_to_put_right(open_library, atelier, rest):
    own = atelier.library.folder / "protocols"
    own.mkdir(exist_ok=True)
    (own / "mon-atelier.yaml").write_text(
        "format: forge-atelier/protocole\ntitre: Le mien\n", encoding="utf-8"
    )
    page = open_library("library/mon-atelier")
    held = page.look.list.current()
    assert held.entry.broken
    assert not page.look.primary.isEnabled()
    assert page.look._pages.currentWidget() is page.look._broken
    page.edit()
    rest()
    assert page.editing.complaints.complaints


@pytest.mark.parametrize("look", ["day", "night", "high-contrast"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_library_can_be_seen_in_both_languages_and_every_theme(
    look, language, dress, in_front, desk, rest
):
    words.use(language)
    dress(look, 2.0 if look == "night" else 1.0)
    page = LibraryPage(desk, "library/four-solaire-boite")
    page.resize(1160, 560)
    in_front(page)
    rest()
    page.grab()
    page.run()
    page.grab()
    page.edit()
    rest()
    page.grab()
    assert page.minimumSizeHint().height() <= 560
    assert page.minimumSizeHint().width() <= 1160
