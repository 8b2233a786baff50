# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages, long work, commands and reading: said once, undone easily, never from outside."""

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QLineEdit, QWidget

from forgeatelier.window import theme
from forgeatelier.window.pages.gallery.page import GalleryPage
from forgeatelier.window.widgets import (
    Banner,
    Card,
    Command,
    CommandPalette,
    EmptyState,
    Figure,
    PressCard,
    ProgressStrip,
    ReadingCard,
    SheetPreview,
    Toast,
)
from forgeatelier.window.widgets.palette import found
from forgeatelier.window.widgets.progress_strip import duration, remaining


def test_a_banner_says_what_happened_and_offers_what_to_do(qtbot, dress) -> None:
    banner = Banner("warn", "Un atelier a été interrompu.", "Rien n’est perdu.", (("resume", "Reprendre"),))
    qtbot.addWidget(banner)
    banner.show()
    assert banner.accessibleName() == "Un atelier a été interrompu."
    with qtbot.waitSignal(banner.acted) as acted:
        qtbot.keyClick(banner.button("resume"), Qt.Key.Key_Space)
    assert acted.args == ["resume"]


@pytest.mark.parametrize("kind", ["info", "ok", "warn", "danger"])
def test_a_long_message_wraps_at_two_hundred_per_cent(qtbot, dress, kind: str) -> None:
    dress("day", 2.0)
    banner = Banner(
        kind,
        "Le disque est presque plein et il faudrait faire de la place très bientôt.",
        "Branchez une clé.",
    )
    qtbot.addWidget(banner)
    banner.resize(600, banner.heightForWidth(600))
    banner.show()
    for part in banner.findChildren(QWidget):
        assert banner.rect().contains(part.geometry()), part


def test_an_empty_list_says_one_thing_to_do(qtbot, dress) -> None:
    empty = EmptyState("Aucun atelier pour l’instant.", "Préparer un atelier")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert EmptyState("Branchez une clé.").button.isHidden()


def test_what_was_done_can_be_taken_back_once(qtbot, dress) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    undone: list[bool] = []
    toast = Toast(window)
    toast.say("« Pause » a été supprimée.", lambda: undone.append(True))
    assert toast.isVisible()
    assert window.rect().contains(toast.geometry())
    qtbot.mouseClick(toast._back, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert toast.isHidden()
    toast.say("Copié.")
    assert toast._back.isHidden()
    toast._leave.timeout.emit()
    assert toast.isHidden()


def test_a_toast_stays_inside_a_window_made_smaller(qtbot, dress) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    toast = Toast(window)
    toast.say("Copié.")
    window.resize(420, 400)
    assert window.rect().contains(toast.geometry())


def test_long_work_says_how_far_how_long_and_stops_when_asked(qtbot, dress) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    assert strip.isHidden()
    strip.begin("Mise en page du guide")
    strip.set_progress(15, 60)
    strip.show_time(3)
    assert "encore" not in strip._time.text()
    strip.show_time(10)
    assert strip._time.text() == "15 sur 60 · 10\N{NO-BREAK SPACE}s · encore 30 secondes"
    with qtbot.waitSignal(strip.cancelled):
        qtbot.mouseClick(strip._stop, Qt.MouseButton.LeftButton)
    assert strip._stop.text() == "Arrêt demandé"
    assert not strip._stop.isEnabled()
    strip.finish()
    assert strip.isHidden()


def test_times_are_said_plainly() -> None:
    assert duration(42) == "42\N{NO-BREAK SPACE}s"
    assert duration(185) == "3\N{NO-BREAK SPACE}min 05\N{NO-BREAK SPACE}s"
    assert remaining(10, 0, 60) is None
    assert remaining(4, 30, 60) is None
    assert remaining(10, 5, 0) is None
    assert remaining(10, 60, 60) == 0


@pytest.fixture
def window(qtbot, in_front, dress) -> QWidget:
    made = QWidget()
    made.resize(1000, 640)
    in_front(made)
    return made


def commands(done: list[str]) -> tuple[Command, ...]:
    return (
        Command(
            "Nouvel atelier", lambda: done.append("new"), "new workshop créer", "Ctrl+N", "add", "Ateliers"
        ),
        Command("Émargement", lambda: done.append("sign"), "attendance présence"),
        Command("Exporter l’atelier", lambda: done.append("export"), "usb clé"),
    )


def test_commands_are_found_in_both_languages_and_the_best_comes_first() -> None:
    every = commands([])
    assert [command.title for command in found(every, "emarg")] == ["Émargement"]
    assert [command.title for command in found(every, "attendance")] == ["Émargement"]
    assert [command.title for command in found(every, "workshop")] == ["Nouvel atelier"]
    assert found(every, "e")[0].title in {"Émargement", "Exporter l’atelier"}


def test_the_palette_runs_what_is_chosen_and_goes_back_where_one_was(qtbot, window: QWidget) -> None:
    writing = QLineEdit(window)
    writing.show()
    writing.setFocus()
    done: list[str] = []
    palette = CommandPalette(window)
    palette.open_with(commands(done))
    assert palette.search.hasFocus()
    assert len(palette.shown()) == 3
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert done == ["sign"]
    assert palette.isHidden()
    assert writing.hasFocus()
    palette.open_with(commands(done))
    qtbot.keyClicks(palette.search, "introuvable")
    assert palette.shown() == ()
    assert palette._nothing.isVisible()
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    qtbot.keyClick(palette.search, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert done == ["sign"]


def test_the_palette_fits_its_window_with_large_text(qtbot, window: QWidget, dress) -> None:
    dress("day", 2.0)
    palette = CommandPalette(window)
    palette.open_with([Command(f"Commande {n}", list) for n in range(50)])
    assert window.rect().contains(palette.geometry())


def test_reading_never_fetches_anything_from_outside(qtbot, dress, tmp_path) -> None:
    secret = tmp_path / "secret.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(secret))
    asked: list[str] = []

    def picture(name: str) -> QImage | None:
        asked.append(name)
        return None

    card = ReadingCard(picture=picture)
    qtbot.addWidget(card)
    kind = QTextDocument.ResourceType.ImageResource.value
    for address in (QUrl.fromLocalFile(str(secret)), QUrl("https://exemple.org/image.png")):
        assert card.loadResource(kind, address).isNull()
    assert len(asked) == 2
    assert not card.openExternalLinks()
    assert not card.openLinks()


def test_markdown_is_read_without_its_html(qtbot, dress) -> None:
    card = ReadingCard()
    qtbot.addWidget(card)
    card.set_markdown("# Le four\n\nDu **carton**.\n\n> Le soleil.\n\n<script>alert(1)</script>")
    assert "Le four" in card.toPlainText()
    assert "<script>" not in card.toHtml()


def test_a_link_is_told_and_not_followed(qtbot, dress) -> None:
    card = ReadingCard()
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.followed) as told:
        card.anchorClicked.emit(QUrl("fiche:12"))
    assert told.args == ["fiche:12"]


def test_the_reading_column_stays_readable_in_a_wide_window(qtbot, dress) -> None:
    card = ReadingCard()
    qtbot.addWidget(card)
    card.resize(1600, 600)
    card.show()
    assert card.viewport().width() <= theme.worn().measure("column")


def test_only_the_sheets_in_sight_are_drawn(qtbot, dress) -> None:
    drawn: list[int] = []

    def render(place: int, width: int) -> QImage:
        drawn.append(place)
        page = QImage(width, width, QImage.Format.Format_RGB32)
        page.fill(Qt.GlobalColor.white)
        return page

    preview = SheetPreview()
    qtbot.addWidget(preview)
    preview.resize(600, 500)
    preview.show()
    preview.set_source([QSize(210, 297)] * 200, render)
    preview.grab()
    assert set(drawn) <= {0, 1}
    with qtbot.waitSignal(preview.page_changed):
        preview.go_to(150)
    assert preview.page() == 150
    preview.grab()
    assert max(drawn) <= 152
    assert preview._number.text() == "Page 150 sur 200"


def test_zooming_keeps_the_page_in_sight(qtbot, dress) -> None:
    preview = SheetPreview()
    qtbot.addWidget(preview)
    preview.resize(600, 500)
    preview.show()
    preview.set_pages([QImage(420, 594, QImage.Format.Format_RGB32) for _ in range(5)])
    assert preview.page() == 1
    preview.go_to(4)
    preview.zoom_in()
    preview.zoom_in()
    assert preview.page() == 4
    qtbot.keyClick(preview.sheets, Qt.Key.Key_Home)
    assert preview.page() == 1


def test_a_sheet_to_press_answers_to_the_keyboard(qtbot, dress) -> None:
    card = PressCard("Kit habituel", "14 pages", "print")
    qtbot.addWidget(card)
    assert (card.accessibleName(), card.accessibleDescription()) == ("Kit habituel", "14 pages")
    with qtbot.waitSignal(card.pressed):
        qtbot.keyClick(card, Qt.Key.Key_Space)


def test_a_figure_is_read_with_what_it_counts(dress) -> None:
    figure = Figure("150", "ateliers")
    figure.set_value("151", "ateliers")
    assert figure.accessibleName() == "151 ateliers"


def test_nothing_opens_a_window_of_its_own_while_it_is_being_built(qapp, qtbot, dress) -> None:
    before = set(qapp.topLevelWidgets())
    parts = [Card("Titre", note="Note"), EmptyState("Vide", "Agir", "Note"), Banner("ok", "Fait", "Bien")]
    opened = [widget for widget in set(qapp.topLevelWidgets()) - before if widget.isVisible()]
    assert opened == []
    assert len(parts) == 3


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_gallery_shows_everything_without_going_beyond_the_window(
    qtbot, dress, name: str, scale: float
) -> None:
    page = GalleryPage(dress(name, scale))
    qtbot.addWidget(page)
    page.resize(1280, 640)
    page.show()
    assert page.minimumSizeHint().width() <= 1280
    inner = page.column.widget()
    assert inner.minimumSizeHint().width() <= page.column.viewport().width()
    assert not page.grab().isNull()


def test_a_new_theme_reaches_an_open_page(qtbot, dress) -> None:
    page = GalleryPage(dress("day"))
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    day = page.grab().toImage().pixelColor(4, 300).name()
    assert day == theme.worn().colour("surface").name()
    dress("night")
    assert page.grab().toImage().pixelColor(4, 300).name() == theme.worn().colour("surface").name() != day
