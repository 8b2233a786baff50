# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables, steps and photos: found, sorted, chosen and opened without a mouse."""

import threading
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QListView

from forgeatelier.ground import words
from forgeatelier.window import theme
from forgeatelier.window.widgets import (
    KIND_WORDS,
    STEP_ROLE,
    Column,
    DataTable,
    EmptyState,
    Photo,
    PhotoGrid,
    RowsModel,
    StepDelegate,
    StepRow,
    TimelineStep,
    photo_reading,
)
from forgeatelier.window.widgets.photo_tile import PICTURE_ROLE
from forgeatelier.window.widgets.step_kinds import kind_letter


@dataclass(frozen=True)
class Event:
    """A workshop as a table shows it."""

    id: str
    title: str
    people: int


EVENTS = (
    Event("1", "Four solaire à Kaolack", 30),
    Event("2", "Émargement sans papier", 9),
    Event("3", "Café réparation", 120),
)


def columns() -> tuple[Column[Event], ...]:
    return (
        Column("Atelier", lambda event: event.title, wide=True),
        Column("Personnes", lambda event: str(event.people), sort=lambda event: event.people, figures=True),
    )


@pytest.fixture
def table(qtbot, in_front, dress) -> DataTable:
    made = DataTable(columns(), hint="Filtrer les ateliers", empty=EmptyState("Aucun atelier.", "Préparer"))
    made.resize(800, 400)
    in_front(made)
    made.show_rows(EVENTS)
    return made


def shown(table: DataTable) -> list[str]:
    return [table.proxy.index(row, 0).data() for row in range(table.proxy.rowCount())]


def test_a_table_filters_as_one_types_whatever_the_accents(qtbot, table: DataTable) -> None:
    qtbot.keyClicks(table.search, "emarg")
    assert shown(table) == ["Émargement sans papier"]
    assert table._count.text() == "1 sur 3 lignes"
    table.search.setText("rien de tel")
    assert table._pile.currentWidget() is table._nothing
    table._nothing.button.click()
    assert len(shown(table)) == 3


def test_a_table_sorts_figures_as_figures_and_words_as_words(table: DataTable) -> None:
    assert shown(table) == ["Café réparation", "Émargement sans papier", "Four solaire à Kaolack"]
    table.view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert shown(table) == ["Café réparation", "Four solaire à Kaolack", "Émargement sans papier"]


def test_a_table_is_used_without_a_mouse(qtbot, table: DataTable) -> None:
    table.search.setFocus()
    qtbot.keyClick(table.search, Qt.Key.Key_Down)
    assert table.view.hasFocus()
    table.choose("1")
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [EVENTS[0]]
    with qtbot.waitSignal(table.delete_asked) as asked:
        qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    assert asked.args == [(EVENTS[0],)]
    qtbot.keyClick(table.view, Qt.Key.Key_Escape)
    assert table.search.hasFocus()
    table.search.setText("cafe")
    with qtbot.waitSignal(table.opened) as first:
        qtbot.keyClick(table.search, Qt.Key.Key_Return)
    assert first.args == [EVENTS[2]]


def test_the_row_one_was_on_stays_when_the_table_is_refreshed(table: DataTable) -> None:
    table.choose("2")
    table.show_rows((*EVENTS, Event("4", "Atelier de plus", 1)))
    assert table.current() == EVENTS[1]
    table.show_rows(())
    assert table.current() is None
    assert table._pile.currentWidget() is table._empty


def test_a_table_may_keep_only_what_fits_a_choice(table: DataTable) -> None:
    table.set_keep(lambda event: event.people > 20)
    assert len(shown(table)) == 2
    table.set_keep(None)
    assert len(shown(table)) == 3


def test_rows_are_as_high_as_the_theme_says(qtbot, dress) -> None:
    for scale in (1.0, 2.0):
        dress("day", scale)
        made = DataTable(columns())
        qtbot.addWidget(made)
        made.show_rows(EVENTS)
        assert made.view.rowHeight(0) == theme.worn().measure("row")


def test_the_model_of_a_table_is_well_behaved(qtmodeltester, dress) -> None:
    model: RowsModel[Event] = RowsModel(columns())
    model.show_rows(EVENTS)
    qtmodeltester.check(model)


def test_a_step_is_read_aloud_with_its_kind_and_state() -> None:
    step = StepRow("10:35", "Tenir la scie", 20, "demonstration", state="late", locked=True, essential=True)
    said = step.aloud()
    for part in (
        "10:35",
        "Démonstration",
        "Tenir la scie",
        "20 minutes",
        "en retard",
        "verrouillée",
        "indispensable",
    ):
        assert part in said


def test_every_kind_of_step_has_its_word(dress) -> None:
    assert set(KIND_WORDS) == set(theme.worn().kinds)


@pytest.mark.parametrize(("language", "letters"), [("fr", "PBGIDFRT"), ("en", "WPGIDMBR")])
def test_each_kind_has_a_letter_of_its_word_and_no_two_the_same(language: str, letters: str) -> None:
    words.use(language)
    assert "".join(kind_letter(kind) for kind in KIND_WORDS) == letters
    for kind, said in KIND_WORDS.items():
        initials = {word[0].upper() for word in words._(said).replace(",", "").split()}
        assert kind_letter(kind) in initials


def test_two_kinds_differ_even_in_black_and_white(qtbot, dress) -> None:
    pictures = set()
    for kind in KIND_WORDS:
        step = TimelineStep(StepRow("09:00", "Étape", 10, kind))
        qtbot.addWidget(step)
        step.resize(400, step.sizeHint().height())
        image = step.grab().toImage().convertToFormat(QImage.Format.Format_Mono)
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == 8


def test_a_step_is_pressed_from_the_keyboard(qtbot, dress) -> None:
    step = TimelineStep(StepRow("09:00", "Accueil", 20))
    qtbot.addWidget(step)
    with qtbot.waitSignal(step.pressed):
        qtbot.keyClick(step, Qt.Key.Key_Return)


class Steps(QStringListModel):
    """One step."""

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role == STEP_ROLE:
            return StepRow("09:00", "Accueil", 20, "plenary", "vingt minutes")
        return super().data(index, role)


def test_a_list_draws_its_steps(qtbot, dress) -> None:
    view, model = QListView(), Steps(["Accueil"])
    delegate = StepDelegate(view)
    view.setModel(model)
    view.setItemDelegate(delegate)
    qtbot.addWidget(view)
    view.resize(500, 200)
    view.show()
    image = view.viewport().grab().toImage()
    plenary = theme.worn().colour("plenary")
    assert any(image.pixelColor(x, 10) == QColor(plenary.name()) for x in range(image.width()))


@pytest.fixture
def grid(qtbot, in_front, dress, tmp_path: Path) -> PhotoGrid:
    wide = tmp_path / "large.png"
    Image.new("RGB", (800, 200), "red").save(wide)
    made = PhotoGrid()
    made.resize(700, 500)
    in_front(made)
    made.show_photos(
        (
            Photo("a", wide, "La caisse prend forme", "yes"),
            Photo("b", tmp_path / "absente.jpg", "Perdue", "no", excluded=True),
            Photo("c", wide, "", "unknown"),
        )
    )
    return made


def test_a_photo_keeps_its_proportions(qtbot, grid: PhotoGrid) -> None:
    qtbot.waitUntil(lambda: grid.photos.index(0).data(PICTURE_ROLE) is not None)
    picture = grid.photos.index(0).data(PICTURE_ROLE)
    assert picture.width() == pytest.approx(picture.height() * 4, rel=0.05)


def test_a_photo_that_cannot_be_read_leaves_the_others_alone(qtbot, grid: PhotoGrid) -> None:
    qtbot.waitUntil(lambda: grid.photos.index(1).data(PICTURE_ROLE) is not None)
    assert grid.photos.index(1).data(PICTURE_ROLE).isNull()
    assert not grid.grab().isNull()


def test_pictures_are_decoded_beside_the_window(qtbot, grid: PhotoGrid, monkeypatch) -> None:
    """However slow a card is, the grid is drawn at once with an empty frame, and filled in when the photo is read."""
    may_go_on, readers = threading.Event(), []

    def slow(file: Path, size: QSize) -> QImage:
        readers.append(threading.current_thread())
        assert may_go_on.wait(10)
        return QImage(str(file))

    monkeypatch.setattr(photo_reading, "image_of", slow)
    first = grid.photos.photo(0)
    grid.show_photos([replace(first, key=f"lente-{n}") for n in range(3)])
    qtbot.waitUntil(lambda: len(readers) == 2)
    empty = grid.grab().toImage()
    assert grid.photos.index(0).data(PICTURE_ROLE) is None
    may_go_on.set()
    qtbot.waitUntil(lambda: all(grid.photos.index(row).data(PICTURE_ROLE) is not None for row in range(3)))
    assert grid.grab().toImage() != empty
    assert threading.main_thread() not in readers


def test_only_photos_in_sight_are_read(qtbot, grid: PhotoGrid, monkeypatch) -> None:
    asked: list[str] = []

    def note(file: Path, size: QSize) -> QImage:
        asked.append(file.name)
        return QImage(1, 1, QImage.Format.Format_RGB32)

    monkeypatch.setattr(photo_reading, "image_of", note)
    grid.show_photos([Photo(f"p{n}", Path(f"{n}.jpg")) for n in range(300)])
    qtbot.waitUntil(lambda: grid.photos.index(0).data(PICTURE_ROLE) is not None)
    grid.scrollToBottom()
    # What was asked for far away, and has gone out of sight before its turn, is not read.
    assert grid.photos.index(150).data(PICTURE_ROLE) is None
    qtbot.waitUntil(lambda: "299.jpg" in asked)
    qtbot.waitUntil(lambda: not grid.photos._reader._timer.isActive())
    assert "150.jpg" not in asked
    assert len(asked) < 60


def test_photos_are_chosen_and_opened_from_the_keyboard(qtbot, grid: PhotoGrid) -> None:
    grid.setFocus()
    assert grid.current_key() == "a"
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.current_key() == "b"
    qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert grid.chosen_keys() == ("b", "c")
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == ["c"]


def test_what_people_said_is_read_aloud_with_the_photo(grid: PhotoGrid) -> None:
    said = grid.photos.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Perdue, Refus, écartée"


def test_a_photo_without_anyone_to_recognise_says_so(grid: PhotoGrid) -> None:
    photos = [grid.photos.photo(row) for row in range(3)]
    before = grid.grab().toImage()
    grid.show_photos([replace(photos[0], consent="nobody"), *photos[1:]])
    assert grid.photos.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "La caisse prend forme, Aucune personne"
    )
    assert grid.grab().toImage() != before


def test_new_words_on_a_photo_leave_the_selection_alone(grid: PhotoGrid) -> None:
    grid.setCurrentIndex(grid.photos.index(2))
    photos = [grid.photos.photo(row) for row in range(3)]
    grid.show_photos([*photos[:2], Photo("c", photos[2].file, "Nommée", "yes")])
    assert grid.current_key() == "c"
    assert grid.photos.photo(2).caption == "Nommée"
