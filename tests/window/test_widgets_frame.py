# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rail, phase strip, header, inspector, status line: one always knows where one is."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from forgeatelier.window import theme
from forgeatelier.window.pages.home.layout import all_well
from forgeatelier.window.widgets import (
    CONSENTS,
    Area,
    Badge,
    Button,
    ConsentMark,
    ElidedLabel,
    Field,
    Flow,
    Inspector,
    Label,
    PageHeader,
    PhaseStrip,
    Rail,
    ScrollColumn,
    StatusLine,
    Tag,
    holding,
)
from forgeatelier.window.widgets.tag import TONES

AREAS = (
    Area("home", "Accueil", "home", "Alt+A"),
    Area("workshops", "Ateliers", "workshops", "Alt+T"),
    Area("library", "Bibliothèque", "library", "Alt+B"),
    Area("commons", "Communs", "commons", "Alt+C"),
    Area("people", "Participants", "people", "Alt+P"),
    Area("guides", "Guides", "guides", "Alt+G"),
    Area("exchange", "Échanges", "exchange", "Alt+E"),
    Area("settings", "Réglages", "settings", below=True),
    Area("help", "Aide", "help", "F1", below=True),
)


@pytest.fixture
def rail(in_front, dress) -> Rail:
    made = Rail(AREAS, "home")
    made.resize(made.sizeHint().width(), 640)
    in_front(made)
    return made


def test_the_rail_is_walked_with_the_arrows_and_entered_with_enter(qtbot, rail: Rail) -> None:
    stops = rail.findChildren(QAbstractButton)
    stops[0].setFocus()
    qtbot.keyClick(stops[0], Qt.Key.Key_Down)
    assert stops[1].hasFocus()
    with qtbot.waitSignal(rail.chosen) as told:
        qtbot.keyClick(stops[1], Qt.Key.Key_Return)
    assert told.args == ["workshops"]
    assert rail.current() == "home", "the window says where one is, not the click"
    rail.set_current("workshops")
    assert [stop.isChecked() for stop in stops[:2]] == [False, True]


def test_what_waits_in_an_area_is_said_and_not_only_coloured(rail: Rail) -> None:
    rail.set_badge("exchange", 3, "3 décisions à prendre")
    stop = next(stop for stop in rail.findChildren(QAbstractButton) if stop.text() == "Échanges")
    assert stop.accessibleName() == "Échanges, 3 décisions à prendre"
    assert "3 décisions" in stop.toolTip()
    rail.set_badge("exchange", 0)
    assert stop.accessibleName() == "Échanges"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_area_keeps_its_word_on_a_small_screen(qtbot, dress, scale: float) -> None:
    dress("day", scale)
    rail = Rail(AREAS)
    rail.set_badge("people", 120, "120 à relire")
    qtbot.addWidget(rail)
    rail.resize(rail.sizeHint().width(), 640)
    rail.show()
    rail.resize(rail.sizeHint().width(), 640)
    for stop in rail.findChildren(QAbstractButton):
        assert rail.rect().contains(stop.geometry()), stop.text()
        assert stop.width() >= stop.fontMetrics().horizontalAdvance(stop.text()), stop.text()
    bottoms = sorted(stop.geometry().bottom() for stop in rail.findChildren(QAbstractButton))
    assert bottoms == sorted(set(bottoms)), "no two areas lie on one another"


def test_the_phases_say_where_the_workshop_stands(qtbot, dress) -> None:
    strip = PhaseStrip("run", ("prepare",))
    qtbot.addWidget(strip)
    names = [phase.accessibleName() for phase in strip.findChildren(QAbstractButton)]
    assert names == ["Préparer, fait", "Animer, en cours", "Récolter, à venir", "Publier, à venir"]
    strip.show_state("publish", ("prepare", "run", "harvest"))
    assert strip.current() == "publish"
    assert strip.findChildren(QAbstractButton)[3].isChecked()


def test_a_phase_is_reached_from_the_keyboard(qtbot, in_front, dress) -> None:
    strip = PhaseStrip("prepare")
    in_front(strip)
    phases = strip.findChildren(QAbstractButton)
    phases[0].setFocus()
    qtbot.keyClick(phases[0], Qt.Key.Key_Right)
    with qtbot.waitSignal(strip.chosen) as told:
        qtbot.keyClick(phases[1], Qt.Key.Key_Return)
    assert told.args == ["run"]
    assert phases[0].isChecked()
    assert not phases[1].isChecked(), "the page decides whether one gets there"
    with qtbot.assertNotEmitted(strip.chosen):
        phases[0].click()


def header(title: str) -> PageHeader:
    return PageHeader(
        title,
        "12 mars 2026",
        middle=PhaseStrip("run", ("prepare",)),
        primary=Button("Démarrer", "primary", "play"),
        back_to="Ateliers",
    )


def test_the_phases_stand_in_the_middle_of_a_wide_header(qtbot, dress) -> None:
    head = header("Four solaire à Kaolack")
    qtbot.addWidget(head)
    head.resize(1280, head.sizeHint().height())
    head.show()
    strip = head.findChild(PhaseStrip)
    assert abs(strip.geometry().center().x() - head.rect().center().x()) < 120
    assert head.height() <= 64


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_in_a_header_is_cut_on_a_small_screen(qtbot, dress, scale: float) -> None:
    dress("day", scale)
    head = header("Four solaire à Kaolack")
    qtbot.addWidget(head)
    head.show()
    head.resize(1120, head.minimumSizeHint().height())
    head.resize(1120, head.minimumSizeHint().height())
    strip, button = head.findChild(PhaseStrip), head.findChildren(Button)[0]
    title = next(label for label in head.findChildren(ElidedLabel) if label.text().startswith("Four"))
    for part in (strip, button, title):
        assert head.rect().contains(part.geometry())
    assert strip.width() == strip.sizeHint().width()
    assert title.width() >= title.fontMetrics().horizontalAdvance(title.text())


def test_an_elided_title_gives_its_whole_text_as_tooltip(qtbot, dress) -> None:
    label = ElidedLabel("Un titre très long qui ne tient pas du tout dans si peu de place", "title")
    qtbot.addWidget(label)
    label.resize(120, 30)
    label.show()
    assert label.toolTip() == label.text()
    label.resize(1200, 30)
    assert label.toolTip() == ""


def test_text_from_elsewhere_never_becomes_markup(dress) -> None:
    assert Label("<b>gras</b>").textFormat() == Qt.TextFormat.PlainText
    assert ElidedLabel("<img src=x>").textFormat() == Qt.TextFormat.PlainText


def test_the_inspector_keeps_its_buttons_in_sight(qtbot, dress) -> None:
    panel = Inspector("Carte des ressources", closable=True)
    panel.section("Durée")
    panel.add(*(Field(f"Champ {n}", QLineEdit()) for n in range(30)))
    button = Button("Dupliquer")
    panel.act(button)
    qtbot.addWidget(panel)
    panel.resize(340, 500)
    panel.show()
    assert panel.sizeHint().width() == 340
    assert button.mapTo(panel, button.rect().bottomRight()).y() < 500
    panel.clear()
    assert panel.body.count() == 0


def test_the_status_line_says_when_the_last_change_was_kept(qtbot, dress) -> None:
    line = StatusLine("fr", "night")
    qtbot.addWidget(line)
    line.set_saved(datetime(2026, 3, 12, 10, 42, 7))
    texts = [label.text() for label in line.findChildren(QLabel)]
    assert "Enregistré 10:42:07" in texts
    language, look = line.findChildren(Button)
    assert (language.text(), look.text()) == ("Français", "Nuit")
    with qtbot.waitSignal(line.theme_asked):
        qtbot.mouseClick(look, Qt.MouseButton.LeftButton)


def test_states_have_a_word_and_a_shape(dress) -> None:
    assert len({shape for _tone, shape, _words in CONSENTS.values()}) == len(CONSENTS)
    shapes = [shape for tone, shape in TONES.items() if tone]
    assert len(set(shapes)) == len(shapes)
    assert ConsentMark("no").text() == "Refus"
    assert Tag("complet", "ok").accessibleName() == "complet"


def test_a_badge_shows_nothing_when_nothing_waits(qtbot, dress) -> None:
    badge = Badge(0)
    assert badge.isHidden()
    box = holding(Flow(badge))
    qtbot.addWidget(box)
    badge.set_count(150, "150 à relire")
    assert not badge.isHidden()
    assert badge.accessibleName() == "150 à relire"


def test_a_row_that_wraps_goes_on_below_when_it_is_narrow(qtbot, dress) -> None:
    flow = Flow(*(Button(f"Bouton {n}") for n in range(6)))
    box = holding(flow)
    qtbot.addWidget(box)
    one_line = flow.heightForWidth(2000)
    assert one_line == theme.worn().measure("control")
    assert flow.heightForWidth(250) > 2 * one_line


def test_a_page_begins_where_its_header_begins_and_a_reading_column_is_centred(qtbot, dress) -> None:
    for widest, left in (
        ("", theme.worn().space("xl")),
        ("column", (1200 - theme.worn().measure("column")) // 2),
    ):
        first = Label("Titre")
        page = ScrollColumn(first, widest=widest)
        qtbot.addWidget(page)
        page.resize(1200, 600)
        page.show()
        assert (
            abs(first.mapTo(page, first.rect().topLeft()).x() - left)
            <= theme.worn().measure("scrollbar") // 2
        )


def test_a_home_where_nothing_waits_says_so(qtbot, dress) -> None:
    said = all_well()
    qtbot.addWidget(said)
    assert any("Rien n’attend" in label.text() for label in said.findChildren(QLabel))
    assert said.layout().contentsMargins().left() == 0
