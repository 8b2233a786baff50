# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The look stays legible: contrast, scale, one system of roles."""

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QFontMetrics, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.shipped import UI
from forgeatelier.window import fonts, icons, stylesheet, theme

INKS = ("text", "muted", "accent", "focus", "ok", "warn", "danger", "paused")
GROUNDS = ("surface", "raised", "sunken", "selection")
WINDOW = Path(theme.__file__).parent


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_every_ink_is_legible_on_every_ground(name: str, ink: str, ground: str) -> None:
    worn = theme.load(name)
    assert contrast(worn.colour(ink), worn.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", theme.THEMES)
def test_words_on_ember_and_on_step_kinds_are_legible(name: str) -> None:
    worn = theme.load(name)
    for ember in ("accent", "accent-deep"):
        assert contrast(worn.colour("on-accent"), worn.colour(ember)) >= 4.5
    for kind in worn.kinds:
        assert contrast(worn.colour("on-kind"), worn.colour(kind)) >= 4.5, kind
    assert contrast(worn.colour("surface"), worn.colour("text")) >= 4.5, "tooltips swap ink and paper"


@pytest.mark.parametrize("name", theme.THEMES)
def test_edges_of_controls_and_the_focus_ring_can_be_seen(name: str) -> None:
    worn = theme.load(name)
    for ground in ("surface", "raised"):
        assert contrast(worn.colour("edge"), worn.colour(ground)) >= 3
        assert contrast(worn.colour("focus"), worn.colour(ground)) >= 3


def test_the_themes_speak_of_the_same_roles() -> None:
    day, *others = (theme.load(name) for name in theme.THEMES)
    for other in others:
        assert set(other.colours) == set(day.colours)
        assert {kind: marks.hatch for kind, marks in other.kinds.items()} == {
            kind: marks.hatch for kind, marks in day.kinds.items()
        }


def test_the_eight_kinds_are_told_apart_without_colour() -> None:
    kinds = theme.load("day").kinds
    assert len(kinds) == 8
    assert len({marks.hatch for marks in kinds.values()}) == 8


def test_larger_text_makes_words_and_controls_grow_but_not_the_white_space() -> None:
    day = theme.load("day")
    large = day.at(2.0)
    assert [day.size(role) for role in ("note", "body", "projector")] == [12, 14, 72]
    assert [large.size(role) for role in ("note", "body", "projector")] == [24, 28, 144]
    assert large.measure("control") > day.measure("control") == 32
    assert large.space("l") == day.space("l") == 16
    assert day.at(9).text_scale == 2.0
    assert day.at(0.1).text_scale == 1.0


def test_no_type_is_smaller_than_twelve() -> None:
    assert min(theme.load("day").measures.type.values()) == 12


def test_a_missing_theme_is_said_in_words() -> None:
    with pytest.raises(AtelierError) as caught:
        theme.load("midnight")
    assert "midnight" in caught.value.what
    assert caught.value.advice


@pytest.mark.parametrize("name", theme.THEMES)
def test_a_worn_theme_reaches_palette_stylesheet_and_font(qapp: QApplication, dress, name: str) -> None:
    worn = dress(name, 1.5)
    assert theme.worn() == worn
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == worn.colour("surface").name()
    assert qapp.font().pixelSize() == 21
    assert "$" not in re.sub(r"/\*.*?\*/", "", stylesheet.stylesheet(worn), flags=re.DOTALL)


def test_every_machine_has_the_same_letters_also_african_ones(qapp: QApplication, dress) -> None:
    assert {"Noto Sans", "Andika", "Charis SIL", "Noto Sans Symbols2"} <= set(fonts.register())
    assert fonts.register() is fonts.register(), "fonts are registered once"
    for family in ("interface", "book", "learner"):
        metrics = QFontMetrics(theme.worn().font(family=family))
        assert all(metrics.inFontUcs4(ord(letter)) for letter in "éçœŋɓɗƴɔɛẹṣ’«»")
    assert QFontInfo(theme.worn().font(weight=600)).styleName() == "SemiBold"
    assert "Noto Sans" in QFontDatabase.families()


def test_figures_are_as_wide_as_one_another_so_that_clocks_do_not_jump(qapp: QApplication, dress) -> None:
    for weight in (400, 600):
        metrics = QFontMetrics(theme.worn().font(weight=weight))
        assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


@pytest.mark.parametrize("role", icons.known())
def test_every_icon_draws_something_in_the_colour_asked_for(qapp: QApplication, role: str) -> None:
    picture = icons.pixmap(role, QColor(255, 0, 0), 24).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    drawn = [
        picture.pixelColor(x, y)
        for x in range(24)
        for y in range(24)
        if picture.pixelColor(x, y).alpha() > 200
    ]
    assert drawn
    assert all(colour.red() > 200 and colour.blue() < 60 for colour in drawn)


def test_the_icons_tell_where_they_come_from() -> None:
    readme = (UI / "icons" / "README.md").read_text(encoding="utf-8")
    assert all(f"`{role}`" in readme for role in icons.known())


def test_code_never_names_a_colour_or_a_size() -> None:
    forbidden = re.compile(r"#[0-9A-Fa-f]{6}\b|QColor\(\"|GlobalColor\.(?!transparent)|\d+px|setStyleSheet")
    allowed = {"theme.py"}
    for file in WINDOW.rglob("*.py"):
        if file.name not in allowed:
            assert not forbidden.search(file.read_text(encoding="utf-8")), file.name


def test_writing_a_thousand_labels_does_not_use_up_none(qtbot, dress) -> None:
    """PySide6 6.12 loses a reference to None at every such call and aborts Python 3.11 in the end."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - 100
