# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Harvesting at the window: things go in, are sorted by key, described, and can be taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QLineEdit

from forgeatelier.actions.people import give_consent
from forgeatelier.model.people.consent import Answer, Consent, ConsentMode
from forgeatelier.model.workshop.capture import Capture, CaptureKind, CaptureState, Recognisable
from forgeatelier.window.pages.workshop import WorkshopPage
from forgeatelier.window.pages.workshop.captures import Notes, Photos

Key = Qt.Key


@pytest.fixture
def page(dress, in_front, desk, workshop) -> WorkshopPage:
    dress()
    page = WorkshopPage(desk, f"workshop/{workshop.id}/harvest/photos")
    page.resize(1294, 700)
    in_front(page)
    return page


@pytest.fixture
def photos(page: WorkshopPage) -> Photos:
    panel = page.panel("harvest").panel("photos")
    assert isinstance(panel, Photos)
    return panel


@pytest.fixture
def full(photos: Photos, card_of_photos: Path, rest) -> Photos:
    """The tab once the card is in, with the keyboard on the first photo."""
    photos.adding.add_paths((card_of_photos,))
    rest()
    photos.grid.setFocus()
    photos.grid.go_to(0)
    return photos


def in_library(desk) -> list[Capture]:
    return list(desk.atelier.library.all(Capture))


def dropped(*files: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    # The event does not own its data.
    dropped.data = data
    return QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_an_empty_harvest_says_how_to_begin(photos):
    assert photos._pile.currentWidget() is photos.empty
    assert "Déposez ici" in photos.empty.note.text()


def test_a_dropped_card_goes_in_and_each_refusal_is_told(photos, card_of_photos, desk, heard, rest, qtbot):
    photos.dropEvent(dropped(card_of_photos))
    rest()
    assert len(in_library(desk)) == 3
    assert photos.grid.photos.rowCount() == 3
    # A widget that was just added shows its words at the next turn of the event loop.
    qtbot.waitUntil(lambda: "3 fichiers ne sont pas entrés." in words(photos.adding))
    told = words(photos.adding)
    for name in ("coupee.jpg", "vide.jpg", "lettre.jpg"):
        assert name in told
    assert "Copier de nouveau la photo" in told
    assert heard.toasts == ["3 prises ajoutées."]


def test_what_is_there_already_is_counted_and_not_doubled(full, card_of_photos, desk, rest):
    full.adding.add_paths((card_of_photos / "a.jpg", card_of_photos / "b.jpg"))
    rest()
    assert len(in_library(desk)) == 3
    assert "2 étaient déjà là." in full.adding._report.accessibleName()


def test_a_cancelled_intake_leaves_nothing(photos, card_of_photos, desk, rest):
    photos.adding.add_paths((card_of_photos,))
    photos.adding.line.job.cancel()
    rest()
    assert in_library(desk) == []
    assert not list((desk.atelier.library.folder / "media").rglob("*.jpg"))


def test_what_went_in_is_kept_even_when_one_has_left_the_page(
    page, photos, card_of_photos, desk, rest, workshop
):
    photos.adding.add_paths((card_of_photos,))
    page.arrive("workshop/another/prepare")
    rest()
    assert len(in_library(desk)) == 3


def test_a_picture_and_words_can_be_pasted(photos, desk, heard, rest):
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(image)
    photos.adding.paste()
    rest()
    QGuiApplication.clipboard().setText("Le riz était cuit à midi.")
    photos.adding.paste()
    kinds = {capture.kind for capture in in_library(desk)}
    assert kinds == {CaptureKind.PHOTO, CaptureKind.NOTE}
    QGuiApplication.clipboard().clear()
    photos.adding.paste()
    assert heard.told[-1].what == "Il n’y a rien à coller ici."


def test_keys_sort_the_photos_and_undo_takes_it_back(full, desk, qtbot, workshop):
    first, second, third = (full.grid.photos.photo(row).key for row in range(3))
    qtbot.keyClick(full.grid, Key.Key_R)
    assert full.subject.capture(first).state is CaptureState.RETAINED
    assert full.grid.current_key() == second, "sorting goes on to the next photo"
    qtbot.keyClick(full.grid, Key.Key_X)
    assert full.subject.capture(second).state is CaptureState.DISCARDED
    qtbot.keyClick(full.grid, Key.Key_3)
    assert full.subject.capture(third).step_id == workshop.protocol.steps[2].id
    qtbot.keyClick(full.grid, Key.Key_Eacute)
    assert full.subject.capture(third).step_id == workshop.protocol.steps[1].id, (
        "2 without Shift on a French keyboard"
    )
    qtbot.keyClick(full.grid, Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert full.subject.capture(third).state is CaptureState.IMPORTED
    for _time in range(4):
        desk.history.undo()
    assert {capture.state for capture in in_library(desk)} == {CaptureState.IMPORTED}
    assert {capture.step_id for capture in in_library(desk)} == {""}


def test_sorting_goes_for_everything_chosen(full, desk, qtbot):
    full.grid.selectAll()
    qtbot.keyClick(full.grid, Key.Key_R)
    assert {capture.state for capture in in_library(desk)} == {CaptureState.RETAINED}
    desk.history.undo()
    assert {capture.state for capture in in_library(desk)} == {CaptureState.IMPORTED}


def test_a_filter_shows_what_is_to_be_sorted_and_the_next_photo_takes_the_place(full, qtbot):
    second = full.grid.photos.photo(1).key
    full.states.choose("todo")
    full.states.chosen.emit("todo")
    qtbot.keyClick(full.grid, Key.Key_R)
    assert full.grid.photos.rowCount() == 2
    assert full.grid.current_key() == second


def test_one_says_that_nobody_can_be_recognised(full, qtbot):
    key = full.grid.current_key()
    qtbot.keyClick(full.grid, Key.Key_C)
    full.card.who.nobody.click()
    capture = full.subject.capture(key)
    assert capture.recognisable is Recognisable.NOBODY
    assert capture.people == ()
    shown = full.grid.photos.photo(0)
    assert shown.consent == "nobody"
    assert shown.aloud().endswith("Aucune personne")
    full.grid.grab()


def test_one_says_who_can_be_recognised_and_sees_what_she_agreed_to(full, desk, qtbot, awa, workshop):
    key = full.grid.current_key()
    qtbot.keyClick(full.grid, Key.Key_C)
    qtbot.keyClicks(full.card.who.search, "traore")
    qtbot.keyClick(full.card.who.search, Key.Key_Return)
    capture = full.subject.capture(key)
    assert capture.recognisable is Recognisable.PEOPLE
    assert capture.people == (awa.id,)
    assert full.subject.consent_mark(capture) == "unknown"
    agreed = Consent(
        person_id=awa.id,
        workshop_id=workshop.id,
        open=Answer.GRANTED,
        mode=ConsentMode.ORAL,
        given_on=workshop.starts_on,
    )
    desk.keep(give_consent(agreed))
    assert full.subject.consent_mark(capture) == "yes"
    assert "Accord donné" in full.grid.photos.photo(0).aloud()
    assert "Awa Traoré" in full.card.who._said.text()


def test_a_caption_is_kept_on_leaving_and_undo_takes_it_back(page, full, desk, qtbot, workshop):
    key = full.grid.current_key()
    caption = full.card.form.editor("caption")
    assert isinstance(caption, QLineEdit)
    caption.setFocus()
    qtbot.keyClicks(caption, "La vitre se pose en duo")
    page.arrive(f"workshop/{workshop.id}/run")
    assert desk.atelier.library.get(Capture, key).caption == "La vitre se pose en duo"
    desk.history.undo()
    assert desk.atelier.library.get(Capture, key).caption == ""
    assert caption.text() == ""


def test_typed_words_become_durable_without_leaving(full, desk, qtbot):
    key = full.grid.current_key()
    alt = full.card.form.editor("alt")
    alt.setFocus()
    qtbot.keyClicks(alt, "Deux mains")
    assert full.card.form._timer.isActive()
    full.card.form._timer.timeout.emit()
    assert desk.atelier.library.get(Capture, key).alt == "Deux mains"


def test_words_that_nobody_typed_never_become_values(full, desk, qtbot, qapp):
    key = full.grid.current_key()
    caption, alt = full.card.form.editor("caption"), full.card.form.editor("alt")
    full.grid.setFocus()
    caption.setText("mis là par position")
    alt.setPlainText("mis là par position")
    qtbot.waitUntil(lambda: caption.text() == "" and alt.toPlainText() == "")
    full.leaving()
    kept = desk.atelier.library.get(Capture, key)
    assert (kept.caption, kept.alt) == ("", "")


def test_a_note_is_two_keys_and_a_decision_one_press(page, desk, qtbot, workshop):
    page.arrive(f"workshop/{workshop.id}/harvest/notes")
    notes = page.panel("harvest").panel("notes")
    assert isinstance(notes, Notes)
    notes.quick.words.setFocus()
    qtbot.keyClicks(notes.quick.words, "Il manque une scie")
    qtbot.keyClick(notes.quick.words, Key.Key_Return)
    qtbot.keyClicks(notes.quick.words, "Le four reste en classe")
    notes.quick.decision.click()
    assert [(one.kind, one.text) for one in in_library(desk)] == [
        (CaptureKind.NOTE, "Il manque une scie"),
        (CaptureKind.DECISION, "Le four reste en classe"),
    ]
    assert notes.table.model.rowCount() == 2
    assert notes.quick.words.toPlainText() == ""


def test_a_half_written_note_survives_leaving(page, desk, qtbot, workshop):
    page.arrive(f"workshop/{workshop.id}/harvest/notes")
    notes = page.panel("harvest").panel("notes")
    notes.quick.words.setFocus()
    qtbot.keyClicks(notes.quick.words, "Le groupe de Fatou")
    page.leaving()
    assert [one.text for one in in_library(desk)] == ["Le groupe de Fatou"]
    qtbot.keyClicks(notes.quick.words, " revient samedi")
    qtbot.keyClick(notes.quick.words, Key.Key_Return)
    assert [one.text for one in in_library(desk)] == ["Le groupe de Fatou revient samedi"], (
        "one note, not two"
    )
