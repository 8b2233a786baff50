# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons and fields: pressed, filled in, corrected, from the keyboard and with large text."""

from datetime import date, time

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from forgeatelier.window import theme
from forgeatelier.window.widgets import (
    Button,
    Check,
    Combo,
    DateEdit,
    Dialog,
    Field,
    IconButton,
    Number,
    Radio,
    SearchBox,
    Tabs,
    Tag,
    TextEdit,
    TimeEdit,
    fold,
    holding,
    matches,
    stack,
)


@pytest.mark.parametrize("kind", ["primary", "quiet", "plain", "soft", "danger"])
def test_a_button_shows_its_focus_with_a_ring(in_front, dress, kind: str) -> None:
    button = Button("Publier", kind, "publish")
    in_front(button)
    button.clearFocus()
    calm = button.grab().toImage()
    button.setFocus()
    focused = button.grab().toImage()
    assert focused.pixelColor(button.width() // 2, 0).name() == theme.worn().colour("focus").name()
    assert calm.pixelColor(button.width() // 2, 0).name() != theme.worn().colour("focus").name()
    assert button.size() == button.sizeHint(), "the ring does not move anything"


def test_a_button_that_cannot_be_pressed_differs_in_shape_not_only_in_colour(qtbot, dress) -> None:
    button = Button("Dupliquer")
    qtbot.addWidget(button)
    button.setEnabled(False)
    line = button.grab().toImage()
    edge = [line.pixelColor(x, 0).name() for x in range(10, button.width() - 10)]
    assert len(set(edge)) > 1, "its edge is dashed"


def test_words_on_a_button_are_never_cut(dress) -> None:
    dress("day", 2.0)
    button = Button("Reprendre la récolte", "primary", "arrow-right")
    assert button.minimumSizeHint() == button.sizeHint()
    assert button.sizeHint().width() > button.fontMetrics().horizontalAdvance(button.text())


def test_an_icon_button_says_what_it_does_and_by_which_key(qtbot, dress) -> None:
    button = IconButton("undo", "Annuler", key="Ctrl+Z")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Annuler"
    assert button.toolTip() == "Annuler (Ctrl+Z)"
    assert button.shortcut().toString() == "Ctrl+Z"


def test_a_fault_is_said_in_place_with_its_remedy_and_goes_away(qtbot, dress) -> None:
    field = Field("Personnes", QLineEdit("quarante"), "Combien viendront ?")
    qtbot.addWidget(field)
    field.set_error("« quarante » n’est pas un nombre.", "Écrivez 40.")
    assert field.error() == "« quarante » n’est pas un nombre. Écrivez 40."
    assert field.editor.property("fault") is True
    assert field.editor.accessibleDescription() == field.error()
    field.clear_error()
    assert field.error() == ""
    assert field.editor.property("fault") is False
    assert field.editor.accessibleDescription() == "Combien viendront ?"


def test_a_field_may_be_named_as_optional(dress) -> None:
    field = Field("Lieu", QLineEdit(), optional=True)
    assert field.editor.accessibleName() == "Lieu"
    assert "facultatif" in field._label.text()


def test_the_search_box_empties_with_escape_and_leaves_with_the_arrow_down(qtbot, dress) -> None:
    box = SearchBox("Chercher un protocole")
    qtbot.addWidget(box)
    qtbot.keyClicks(box, "four")
    assert not box._clear.isHidden()
    with qtbot.waitSignal(box.down):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert box._clear.isHidden()


def test_finding_minds_neither_accents_nor_capitals_nor_order() -> None:
    assert fold("Émargement à l’œuvre") == "emargement a l'oeuvre"
    assert matches("SOLAIRE four", "Four solaire à Kaolack")
    assert matches("", "n’importe quoi")
    assert not matches("four eau", "Four solaire")


def test_a_choice_tells_its_value_only_when_a_person_chooses(qtbot, dress) -> None:
    combo = Combo((("k", "Kaolack"), ("l", "Lomé")), "l")
    qtbot.addWidget(combo)
    told: list[object] = []
    combo.chosen.connect(told.append)
    assert combo.value() == "l"
    combo.choose("k")
    assert told == []
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert told == ["l"]
    combo.choose("nulle part")
    assert combo.value() == "k"


@pytest.mark.parametrize("make", [Number, Combo, DateEdit, TimeEdit])
def test_the_wheel_scrolls_the_page_not_the_value(qtbot, dress, make) -> None:
    widget = make()
    qtbot.addWidget(widget)
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, turn)
    assert not turn.isAccepted()


def test_days_and_hours_come_and_go_as_values(qtbot, dress) -> None:
    day, hour = DateEdit(date(2026, 3, 12)), TimeEdit(time(9, 35))
    qtbot.addWidget(day)
    qtbot.addWidget(hour)
    assert day.day() == date(2026, 3, 12)
    assert day.text() == "12 mars 2026"
    assert day.locale().language() == QLocale.Language.French
    assert hour.hour() == time(9, 35)
    assert hour.text() == "09:35"


def test_controls_in_one_row_have_one_height(dress) -> None:
    for scale in (1.0, 1.5, 2.0):
        dress("day", scale)
        parts = (
            QLineEdit(),
            SearchBox(),
            Combo((("a", "A"),)),
            Number(3),
            DateEdit(),
            TimeEdit(),
            Button("Ajouter"),
        )
        for part in parts:
            part.ensurePolished()
        assert {part.sizeHint().height() for part in parts} == {theme.worn().measure("control")}


def test_several_lines_grow_with_what_is_written_and_tab_goes_on(qtbot, dress) -> None:
    text = TextEdit(lines=2, most=5)
    qtbot.addWidget(text)
    text.show()
    small = text.sizeHint().height()
    text.setPlainText("\n".join("une ligne" for _ in range(4)))
    middle = text.sizeHint().height()
    text.setPlainText("\n".join("une ligne" for _ in range(40)))
    assert small < middle < text.sizeHint().height() < middle * 2
    assert text.tabChangesFocus()


@pytest.mark.parametrize("make", [Check, Radio])
def test_long_words_beside_a_tick_wrap_instead_of_being_cut(qtbot, dress, make) -> None:
    dress("day", 2.0)
    tick = make("Prévenir les personnes inscrites au dernier atelier et leur proposer de venir")
    box = holding(stack(tick, None))
    qtbot.addWidget(box)
    box.resize(600, 600)
    box.show()
    assert tick.width() <= 600
    assert tick.height() > 2 * tick.fontMetrics().height()
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().bottomRight() - QPoint(4, 4))
    assert tick.isChecked(), "its words may be pressed too"


def test_tabs_tell_their_name_only_when_a_person_goes_there(qtbot, dress) -> None:
    tabs = Tabs((("plan", "Déroulé"), ("things", "Matériel")), "things")
    qtbot.addWidget(tabs)
    told: list[str] = []
    tabs.chosen.connect(told.append)
    tabs.show_tab("plan")
    assert (tabs.current(), told) == ("plan", [])
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert (tabs.current(), told) == ("things", ["things"])


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_tag_can_be_taken_off_from_the_keyboard(qtbot, dress, key: Qt.Key) -> None:
    tag = Tag("bois", removable=True)
    qtbot.addWidget(tag)
    assert "Retirer" in tag.toolTip()
    with qtbot.waitSignal(tag.removed):
        qtbot.keyClick(tag, key)


def test_a_dialog_begins_in_its_first_field_and_fits_a_small_screen(qtbot, dress) -> None:
    for scale in (1.0, 2.0):
        dress("day", scale)
        dialog = Dialog("Nouvel atelier", "Créer", note="À partir du protocole « Four solaire ».")
        first = QLineEdit()
        dialog.add(*(Field(f"Champ {n}", first if n == 0 else QLineEdit()) for n in range(12)))
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        assert dialog.focusWidget() is first
        assert dialog.height() <= 600
        assert dialog.accept_button.visibleRegion().boundingRect().size() == dialog.accept_button.size()
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
        assert dialog.result() == Dialog.DialogCode.Accepted


def test_a_text_that_wraps_anew_gets_the_height_it_needs(dress, in_front, qtbot):
    dress()
    text = TextEdit("mot " * 60, lines=2)
    around = holding(stack(text, None))
    around.resize(700, 500)
    in_front(around)
    wide = text.height()
    around.resize(260, 500)
    qtbot.waitUntil(lambda: text.height() > wide)
    assert text.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("typed", "read"), [("16:30", time(16, 30)), ("9:05", time(9, 5)), ("16h30", time(16, 30))]
)
def test_an_hour_typed_over_all_the_old_one_is_the_hour_read(in_front, dress, typed: str, read: time) -> None:
    hour = TimeEdit(time(21, 1))
    in_front(hour)
    hour.setFocus()
    hour.selectAll()
    QTest.keyClicks(hour, typed)
    QTest.keyClick(hour, Qt.Key.Key_Tab)
    assert hour.hour() == read
